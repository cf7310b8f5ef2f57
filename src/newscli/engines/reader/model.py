"""The reader: one small model that annotates who, what and what was said, in a single pass over an article.

A six-layer encoder reads windows of 256 word pieces, cut at sentence ends, and scores for every word its part
in a statement (source, cue, content, content inside a content, each a group of tags of its own, since they
may overlap) and in a name. For the first word of each content it also says which cue and which source belong
to it, how it is told, and which name near it is that of the one who says it; for that of each source, which
name near it is meant. It learned from a corpus that marks more than a reader lists, and from readers; the
network is told by whose convention it is to mark.
How it was made is described in ``training/MODEL_CARD.md``.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from newscli.engines.memory import require_memory
from newscli.engines.reader.annotations import (
    Annotation,
    Annotations,
    ContentAnnotation,
    NameAnnotation,
    PronounAnnotation,
)
from newscli.engines.reader.decoding import Stretch, chances, log_softmax, stretches
from newscli.engines.reader.features import Convention
from newscli.engines.reader.linking import LAYERS, LINK_VECTORS, LINK_WIDTH, Linker, Window
from newscli.engines.reader.telling import TOLD_BLOCKS, TOLD_WIDTH, tellings
from newscli.engines.reader.windows import InputWords, prepare, windows
from newscli.engines.reader.wordpieces import WordPieces
from newscli.engines.reader.worth import weigh
from newscli.engines.store import model_path
from newscli.model import LABELS, Sentence, Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int64]
    Outputs = tuple[Floats, Floats, Floats]

MODEL: Final = "reader.onnx"
ROLES: Final = ("source", "cue", "content")
# Each a tag set of its own, since their spans may overlap; "inner" are contents inside another content.
GROUPS: Final = (*ROLES, "inner", "names")
# How many tags each group has.
GROUP_SIZES: Final = (5, 5, 5, 5, 17)
# How many numbers the network says of a word. Its heads are linear, so that these hold nearly all that the
# encoder knows of it, in 384 numbers.
OUTPUTS: Final = sum(GROUP_SIZES) + LINK_VECTORS * LINK_WIDTH + TOLD_BLOCKS * TOLD_WIDTH
# What the network sees of a word beside its pieces: case, place, quotation, convention.
FEATURES: Final = 4


class Network(Protocol):
    """The model: scores for the words of one window."""

    def __call__(self, pieces: Integers, features: Integers, words: Integers) -> Outputs:
        """Score the words of a window.

        Args:
            pieces: ``[1, length]``, vocabulary numbers.
            features: ``[1, length, FEATURES]``, case, place, quotation and convention of each piece's word.
            words: ``[count]``, the places of the opening piece and of each word's first piece.

        Returns:
            Tag scores ``[count, sum(GROUP_SIZES)]``, link vectors ``[count, LINK_VECTORS * LINK_WIDTH]``,
            scores of how contents are told ``[count, TOLD_BLOCKS * TOLD_WIDTH]``.
        """


class _Scores(NamedTuple):
    """What the network said of an article's words.

    Attributes:
        tags: ``[words, sum(GROUP_SIZES)]``.
        told: ``[words, TOLD_BLOCKS * TOLD_WIDTH]``.
        nones: Likewise that of the opening piece of the window that owns the word.
        openings: All that the network said of the first word of each sentence, ``[sentences, OUTPUTS]``.
        linker: It keeps the vectors of links.
    """

    tags: Floats
    told: Floats
    nones: Floats
    openings: Floats
    linker: Linker


class Reader:
    """A network with its vocabulary and what it learned of distances; see ``linking.Linker``."""

    def __init__(self, network: Network, cutter: WordPieces, by_distance: Floats) -> None:
        self._network = network
        self._cutter = cutter
        self._by_distance = by_distance

    def annotate(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[tuple[Span, Span]],
        convention: Convention = Convention.READER,
    ) -> Annotations:
        """Annotate an article by a convention; see ``annotate``."""
        if not sentences:
            return Annotations()
        words = prepare(text, sentences, quotations, self._cutter)
        return _annotations(words, self._scores(words, convention))

    def openings(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]]
    ) -> Floats:
        """Return what the network says of the first word of each sentence, ``[sentences, OUTPUTS]``."""
        words = prepare(text, sentences, quotations, self._cutter)
        return self._scores(words, Convention.READER).openings

    def _scores(self, words: InputWords, convention: Convention) -> _Scores:
        """Run the network over all windows."""
        import numpy as np

        count, told_width = len(words.spans), TOLD_BLOCKS * TOLD_WIDTH
        scores = _Scores(
            np.zeros((count, sum(GROUP_SIZES)), dtype=np.float32),
            np.zeros((count, told_width), dtype=np.float32),
            np.zeros((count, told_width), dtype=np.float32),
            np.zeros((len(words.starts), OUTPUTS), dtype=np.float32),
            Linker(self._by_distance),
        )
        starts = np.array(words.starts)
        inputs = _Inputs(words, self._cutter, convention)
        for window in windows(words):
            tags, vectors, told = self._network(*inputs.of(window))
            own = slice(window.own_first - window.first + 1, window.own_last - window.first + 1)
            target = slice(window.own_first, window.own_last)
            scores.tags[target], scores.told[target], scores.nones[target] = tags[own], told[own], told[0]
            asking = words.pronouns[slice(*_within(words.pronouns, window))]
            here = np.flatnonzero((starts >= window.own_first) & (starts < window.own_last))
            first = starts[here] - window.first + 1
            scores.openings[here] = np.hstack([tags[first], vectors[first], told[first]])
            scores.linker.add(window, tags[1:], vectors, asking)
        return scores


class _Inputs:
    """The pieces of an article with their features, from which those of each window are cut."""

    def __init__(self, words: InputWords, cutter: WordPieces, convention: Convention) -> None:
        import numpy as np

        lengths = np.array([len(pieces) for pieces in words.pieces])
        features = np.array(words.features, dtype=np.int64)
        by = np.full((len(features), 1), int(convention), dtype=np.int64)
        self._edge = np.array([[0, 0, 0, int(convention)]], dtype=np.int64)
        self._start, self._stop = [cutter.start], [cutter.stop]
        self._pieces = np.array([*chain.from_iterable(words.pieces)], dtype=np.int64)
        self._features = np.repeat(np.hstack([features, by]), lengths, axis=0)
        # Where each word's first piece stands, and the end.
        self._firsts = np.concatenate(([0], lengths.cumsum()))

    def of(self, window: Window) -> tuple[Integers, Integers, Integers]:
        """Return the network's three inputs for a window."""
        import numpy as np

        firsts = self._firsts[window.first : window.last]
        begin, end = self._firsts[window.first], self._firsts[window.last]
        pieces = np.concatenate((self._start, self._pieces[begin:end], self._stop))
        features = np.concatenate((self._edge, self._features[begin:end], self._edge))
        return pieces[None], features[None], np.concatenate(([0], firsts - begin + 1))


def _annotations(words: InputWords, scores: _Scores) -> Annotations:
    """Decode what the network scored."""
    import numpy as np

    logs = [log_softmax(part) for part in np.split(scores.tags, np.cumsum(GROUP_SIZES)[:-1], axis=1)]
    sources, cues, outer, inner, names = (stretches(group) for group in logs)
    holders = _holders(inner, outer)
    layers = (outer, [stretch for stretch, at in zip(inner, holders, strict=True) if at is not None])
    within = ([None] * len(outer), [at for at in holders if at is not None])
    pronouns = [Stretch(word, word + 1, 0, 1.0) for word in words.pronouns]
    links, contents = [], []
    for layer in range(LAYERS):
        linked = tuple(scores.linker.link(layers[layer], cues, sources, layer))
        told = tellings(scores.told, scores.nones, layers[layer], cues, linked, layer)
        speakers = scores.linker.point(layers[layer], names, layer)
        links.append(linked)
        contents.append(
            tuple(
                ContentAnnotation(_span(words, stretch), stretch.probability, each, at, speaker)
                for stretch, each, at, speaker in zip(
                    layers[layer], told, within[layer], speakers, strict=True
                )
            )
        )
    return Annotations(
        tuple(_annotation(words, stretch) for stretch in sources),
        tuple(_annotation(words, stretch) for stretch in cues),
        contents[0],
        tuple(_name(words, logs[-1], stretch) for stretch in names),
        links[0],
        contents[1],
        links[1],
        tuple(scores.linker.point(sources, names)),
        tuple(
            PronounAnnotation(words.spans[mark.first], pointer)
            for mark, pointer in zip(pronouns, scores.linker.point(pronouns, names), strict=True)
        ),
        weigh(scores.openings),
    )


def _within(numbers: Sequence[int], window: Window) -> tuple[int, int]:
    """Return from where to where sorted numbers of words are those of a window's own words."""
    return bisect_left(numbers, window.own_first), bisect_left(numbers, window.own_last)


def _holders(inner: Sequence[Stretch], outer: Sequence[Stretch]) -> list[int | None]:
    """Return for each inner content the number of the outer one that holds it and more; None for no such."""
    found: list[int | None] = []
    number = 0
    for stretch in inner:
        while number < len(outer) and outer[number].last < stretch.last:
            number += 1
        holds = number < len(outer) and outer[number].first <= stretch.first
        same = holds and (outer[number].first, outer[number].last) == (stretch.first, stretch.last)
        found.append(number if holds and not same else None)
    return found


def _name(words: InputWords, logs: Floats, stretch: Stretch) -> NameAnnotation:
    label = LABELS[stretch.label]
    return NameAnnotation(_span(words, stretch), label, stretch.probability, chances(logs, stretch))


def _span(words: InputWords, stretch: Stretch) -> Span:
    return Span(words.spans[stretch.first].start, words.spans[stretch.last - 1].end)


def _annotation(words: InputWords, stretch: Stretch) -> Annotation:
    return Annotation(_span(words, stretch), stretch.probability)


def open_reader(path: Path, threads: int = 1) -> Reader:
    """Open a model file.

    Args:
        path: The file: an ONNX graph whose metadata hold the vocabulary and ``by_distance``. It is given to
            ONNX Runtime by its path: bytes would be copied once more.
        threads: How many the network may use.
    """
    import numpy as np
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # The file holds the graph optimised; to do so again costs half as much as opening it.
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    metadata = session.get_modelmeta().custom_metadata_map
    vocabulary = metadata["vocabulary"].split("\n")
    by_distance = np.array(json.loads(metadata["by_distance"]), dtype=np.float32)

    def network(pieces: Integers, features: Integers, words: Integers) -> Outputs:
        found = session.run(None, {"pieces": pieces, "features": features, "words": words})
        return cast("Outputs", tuple(found))

    return Reader(network, WordPieces(vocabulary), by_distance)


@cache
def _shipped(threads: int) -> Reader:
    require_memory()
    return open_reader(model_path(MODEL), threads)


def annotate(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]], *, threads: int = 1
) -> Annotations:
    """Annotate an article's statements, by a reader's convention, and names.

    Args:
        text: ``Article.prose``.
        sentences: All of them, in text order.
        quotations: The outermost quotations in text order, each with its marks and without them; see
            ``features.quoted``.
        threads: How many the network may use; the model is opened once for each number.

    Returns:
        The marks; all spans are code points into ``text``, half-open. The same text gives the same marks.
        Linear in the text's length, with some 350 bytes of memory a word beside the result.

    Raises:
        InputError: If the process is limited to less memory than the reader needs.
        ModelError: If the model file is missing or altered.
    """
    return _shipped(threads).annotate(text, sentences, quotations)
