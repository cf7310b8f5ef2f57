"""Articles of which is known whom their pronouns and descriptions mean: GUM's entities, and GAP's pronouns.

They teach pointers alone, and names as newscli found them. GAP is Webster et al. (2018), "Mind the GAP".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.sets import read_set
from newscli.engines.reader.linking import asks_for_name
from newscli.engines.reader.wordpieces import WordPieces
from newscli.errors import InputError
from newscli.text.load import parse
from training.reader.conventions import is_open
from training.reader.documents import Document, Places, Pointer, new_document
from training.reader.names import Names, add_silver

ENTITIES: Final = "coref/gum-entities.jsonl.gz"
PRONOUNS: Final = "coref/gap-train.jsonl.gz"
# These documents measure how well speakers are found.
MEASURED: Final = ("coref/gum-speakers.jsonl.gz", "pos/gum-dev.jsonl.gz")

Spans = Iterable[Sequence[int]]


def coreference_documents(data: Path, cutter: WordPieces, silver: Mapping[str, Names]) -> Iterator[Document]:
    """Yield what GUM's open genres and GAP teach; documents without silver names teach nothing."""
    kept_out = {record["id"] for file in MEASURED for record in read_set(data / file)}
    for record in read_set(data / ENTITIES):
        if record["id"] in silver and is_open(record["id"]) and record["id"] not in kept_out:
            meant = (
                (entity["pronoun_mentions"] + entity["nominal_mentions"], entity["named_mentions"])
                for entity in record["entities"]
                if entity["type"] != "MISC"
            )
            yield from _document(record, meant, silver[record["id"]], cutter)
    for record in read_set(data / PRONOUNS):
        if record["id"] in silver:
            same = [candidate["span"] for candidate in record["candidates"] if candidate["is"]]
            yield from _document(record, [([record["pronoun"]], same)], silver[record["id"]], cutter)


def _document(
    record: Mapping[str, Any], meant: Iterable[tuple[Spans, Spans]], names: Names, cutter: WordPieces
) -> Iterator[Document]:
    """Yield the document of a text, unless newscli takes it for no article.

    Args:
        record: Has ``id`` and ``text``.
        meant: For each entity its pronouns and descriptions, and its names.
        names: All names of the text as newscli found them.
        cutter: Cuts words into pieces.
    """
    try:
        article = parse(record["text"])
    except InputError:
        return
    if article.prose != record["text"]:
        return
    document, words = new_document(record["id"], article, cutter, 1.0)
    add_silver(document, record["text"], words, names)
    for mentions, named in meant:
        places = _alike(document, words, names, named)
        for start, end in mentions if places else ():
            first, last = words.within(start, end)
            if first < last and first not in places:
                document.pointers.append(Pointer(first, asks_for_name(None), places))
    yield document


def _alike(document: Document, words: Places, names: Names, named: Spans) -> tuple[int, ...]:
    """Return the first words of the names that share a word with an entity's, or are written like one."""
    spans = [tuple(span) for span in named]
    ranges = [(words.within(start, end), (start, end)) for start, end, _ in names]
    same = [place for place, (start, end) in ranges if any(start < e and s < end for s, e in spans)]
    written = [_pieces(document, place) for place in same]
    return tuple(
        place[0]
        for place, _ in ranges
        if place in same or any((own := _pieces(document, place)) <= w or w <= own for w in written)
    )


def _pieces(document: Document, place: tuple[int, int]) -> frozenset[int]:
    return frozenset(piece for word in document.pieces[slice(*place)] for piece in word)
