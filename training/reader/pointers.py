"""Who is meant: pointers from sources and from contents to the names that stand near them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newscli.engines.reader.decoding import BEGIN, END, SINGLE
from newscli.engines.reader.linking import asks_for_name
from newscli.engines.reader.wordpieces import WordPieces
from training.reader.documents import Document, Places, Pointer
from training.reader.statements import layers_of
from training.reader.tags import label_of


def _names(document: Document) -> Iterator[tuple[int, frozenset[int]]]:
    """Yield the first word and all pieces of each PER, ORG and LOC."""
    first = 0
    for word, tags in enumerate(document.tags):
        if tags[-1] <= 0 or (tags[-1] - 1) // 4 == label_of("MISC"):
            continue
        position = (tags[-1] - 1) % 4 + 1
        if position in {BEGIN, SINGLE}:
            first = word
        if position in {END, SINGLE}:
            yield first, frozenset(piece for each in document.pieces[first : word + 1] for piece in each)


class _Names:
    """The names of a document, to find those of one who is meant."""

    def __init__(self, document: Document, cutter: WordPieces) -> None:
        self._marked = list(_names(document))
        self._cutter = cutter

    def of(self, names: Sequence[str]) -> tuple[int, ...] | None:
        """Return the first words of all names that are part of one of these, or hold it.

        None where there are none of somebody who has a name: that tells nothing.
        """
        wanted = [{piece for word in name.split() for piece in self._cutter.cut(word)} for name in names]
        near = tuple(
            first for first, pieces in self._marked if any(pieces <= w or w <= pieces for w in wanted)
        )
        return near if near or not names else None


def add_speakers(
    document: Document, words: Places, attributions: Sequence[Mapping[str, Any]], cutter: WordPieces
) -> None:
    """Write whom the sources of a statement set mean and who says its contents; its names must be in."""
    known = _Names(document, cutter)
    layers = layers_of(attributions, words)
    for one in attributions:
        names = known.of([one["speaker"]] if one["speaker"] else [])
        if names is not None:
            document.pointers += _pointers(one, names, words, layers)


def add_sources(
    document: Document,
    words: Places,
    attributions: Sequence[Mapping[str, Any]],
    sources: Sequence[Mapping[str, Any]],
    cutter: WordPieces,
) -> None:
    """Write whom the judged sources of an article of PolNeAR mean and who says their contents."""
    known = _Names(document, cutter)
    layers = layers_of(attributions, words)
    judged = {tuple(one["source"]): known.of(one["names"]) for one in sources}
    for one in attributions:
        names = judged.get(tuple(one["source"][0])) if one["source"] else None
        if names is not None:
            document.pointers += _pointers(one, names, words, layers)


def _pointers(
    attribution: Mapping[str, Any],
    names: tuple[int, ...],
    words: Places,
    layers: Mapping[tuple[int, int], int],
) -> Iterator[Pointer]:
    """Yield the pointers of an attribution's source and of the pieces of its content."""
    if attribution["source"]:
        first, _ = words.within(*attribution["source"][0])
        yield Pointer(first, asks_for_name(None), names)
    for span in attribution["content"]:
        place = words.within(*span)
        if place in layers:
            yield Pointer(place[0], asks_for_name(layers[place]), names)
