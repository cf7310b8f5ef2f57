"""The reader: one small model that marks who, what and what was said, in a single pass over an article.

A six-layer encoder reads windows of 256 word pieces, cut at sentence ends, and scores for every word its part
in an attribution (PolNeAR's source, cue and content, each a group of tags of its own, since they may overlap)
and in a name. For the first word of each content it also says which cue and which source belong to it.
How it was made is told in ``training/MODEL_CARD.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol, cast

from newscli.engines.decoding import Stretch, chances, log_softmax, stretches
from newscli.engines.features import Quoted, cases, places, quoted
from newscli.engines.linking import Link, Linker, Window
from newscli.engines.store import read_model
from newscli.engines.wordpieces import WordPieces
from newscli.model import Label, Sentence, Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int64]

MODEL: Final = "reader.onnx"
ROLES: Final = ("source", "cue", "content")
NAMES: Final = "names"
LABELS: Final[tuple[Label, ...]] = ("PER", "ORG", "LOC", "MISC")
# How many tags each role has, and names.
GROUP_SIZES: Final = (5, 5, 5, 17)
# Pieces of a window, without the one that opens and the one that closes it.
ROOM: Final = 254
# Pieces that neighbouring windows share: each word is read with at least half as many on either side.
OVERLAP: Final = 64
# The vocabulary tells curly marks from straight ones; the reading must not. What opens and closes a quotation
# is read as curly double marks, any other mark as a straight one.
_STRAIGHT: Final = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
_CURLY: Final = {Quoted.OPENING: "“", Quoted.CLOSING: "”"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with one role.

    Attributes:
        span: From its first word to its last.
        probability: How sure the model is of it and its bounds, 0 to 1; not calibrated.
    """

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name as it stands in the text.

    Attributes:
        span: As in ``Mark``.
        label: What it names.
        probability: As in ``Mark``.
        chances: How likely each of ``LABELS`` is for a name of these bounds, together 1; not calibrated.
    """

    span: Span
    label: Label
    probability: float
    chances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader found in an article; each part in text order, its spans without overlaps.

    Attributes:
        sources: Who says, writes or thinks something.
        cues: The words that tell so.
        contents: What is said; one that its cue interrupts is two marks whose links name the same cue.
        names: Names of all labels.
        links: One for each content, in their order.
    """

    sources: tuple[Mark, ...]
    cues: tuple[Mark, ...]
    contents: tuple[Mark, ...]
    names: tuple[NameMark, ...]
    links: tuple[Link, ...]


class Network(Protocol):
    """The model: scores for the words of one window."""

    def __call__(self, pieces: Integers, features: Integers, words: Integers) -> tuple[Floats, Floats]:
        """Score the words of a window.

        Args:
            pieces: ``[1, length]``, vocabulary numbers.
            features: ``[1, length, 3]``, case, place and quotation of each piece's word.
            words: ``[count]``, the places of the opening piece and of each word's first piece.

        Returns:
            Tag scores ``[count, sum(GROUP_SIZES)]`` and link vectors ``[count, 4 * LINK_WIDTH]``.
        """


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article as the network takes them.

    Attributes:
        spans: Where each word stands.
        pieces: Its vocabulary numbers.
        features: Its case, place and quotation; see ``features``.
        starts: The number of the first word of each sentence.
    """

    spans: list[Span]
    pieces: list[tuple[int, ...]]
    features: list[tuple[int, int, int]]
    starts: list[int]


def prepare(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]], cutter: WordPieces
) -> Words:
    """Cut an article into words with pieces and features; the arguments are those of ``read``."""
    spans = [token for sentence in sentences for token in sentence.tokens]
    states = quoted(spans, quotations)
    pieces: list[tuple[int, ...]] = []
    shapes: list[int] = []
    starts: list[int] = []
    for sentence in sentences:
        words = [token.of(text) for token in sentence.tokens]
        starts.append(len(pieces))
        here = states[len(pieces) : len(pieces) + len(words)]
        pieces += [cutter.cut(_one_style(word, state)) for word, state in zip(words, here, strict=True)]
        shapes += cases(words)
    features = list(zip(shapes, places(sentences), states, strict=True))
    return Words(spans, pieces, features, starts)


def _one_style(word: str, state: int) -> str:
    """Return a word with its marks in the one style that the network sees."""
    straight = word.translate(_STRAIGHT)
    return _CURLY.get(Quoted(state), straight) if straight == '"' else straight


def _units(words: Words) -> list[tuple[int, int, int]]:
    """Return sentences as (first word, last word, pieces); one too long for a window in several."""
    units: list[tuple[int, int, int]] = []
    for start, end in zip(words.starts, [*words.starts[1:], len(words.pieces)], strict=True):
        first, size = start, 0
        for word in range(start, end):
            length = len(words.pieces[word])
            if size + length > ROOM // 2:
                units.append((first, word, size))
                first, size = word, 0
            size += length
        units.append((first, end, size))
    return units


def _windows(words: Words) -> Iterator[Window]:
    """Yield windows of whole sentences that overlap; each word is owned by the one with most context."""
    units = _units(words)
    begin = own = 0  # the first unit of the window, the first word that it owns
    while begin < len(units):
        stop, size = begin, 0
        while stop < len(units) and size + units[stop][2] <= ROOM:
            size += units[stop][2]
            stop += 1
        if stop == len(units):
            yield Window(units[begin][0], units[-1][1], own, units[-1][1])
            return
        shared, resume = 0, stop
        while resume > begin + 1 and shared + units[resume - 1][2] <= OVERLAP:
            resume -= 1
            shared += units[resume][2]
        half, middle = 0, resume
        while half < shared / 2:
            half += units[middle][2]
            middle += 1
        yield Window(units[begin][0], units[stop - 1][1], own, units[middle][0])
        begin, own = resume, units[middle][0]


class Reader:
    """A network with its vocabulary and what it learned of distances; see ``linking.Linker``."""

    def __init__(self, network: Network, cutter: WordPieces, by_distance: Floats) -> None:
        self._network = network
        self._cutter = cutter
        self._by_distance = by_distance

    def read(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]]
    ) -> Marks:
        """Mark an article; see ``read``."""
        import numpy as np

        if not sentences:
            return Marks((), (), (), (), ())
        words = prepare(text, sentences, quotations, self._cutter)
        scores = np.zeros((len(words.spans), sum(GROUP_SIZES)), dtype=np.float32)
        linker = Linker(self._by_distance)
        for window in _windows(words):
            found, vectors = self._network(*self._inputs(words, window))
            own = slice(window.own_first - window.first + 1, window.own_last - window.first + 1)
            scores[window.own_first : window.own_last] = found[own]
            linker.add(window, found[1:], vectors)
        logs = [log_softmax(part) for part in np.split(scores, np.cumsum(GROUP_SIZES)[:-1], axis=1)]
        sources, cues, contents, names = (stretches(group) for group in logs)
        return Marks(
            tuple(_mark(words, stretch) for stretch in sources),
            tuple(_mark(words, stretch) for stretch in cues),
            tuple(_mark(words, stretch) for stretch in contents),
            tuple(
                NameMark(
                    _span(words, stretch),
                    LABELS[stretch.label],
                    stretch.probability,
                    chances(logs[-1], stretch),
                )
                for stretch in names
            ),
            tuple(linker.link(contents, cues, sources)),
        )

    def _inputs(self, words: Words, window: Window) -> tuple[Integers, Integers, Integers]:
        """Return the network's three inputs for a window."""
        import numpy as np

        pieces, features, firsts = [self._cutter.start], [(0, 0, 0)], [0]
        for word in range(window.first, window.last):
            firsts.append(len(pieces))
            pieces += words.pieces[word]
            features += [words.features[word]] * len(words.pieces[word])
        pieces.append(self._cutter.stop)
        features.append((0, 0, 0))
        return (
            np.array([pieces], dtype=np.int64),
            np.array([features], dtype=np.int64),
            np.array(firsts, dtype=np.int64),
        )


def _span(words: Words, stretch: Stretch) -> Span:
    return Span(words.spans[stretch.first].start, words.spans[stretch.last - 1].end)


def _mark(words: Words, stretch: Stretch) -> Mark:
    return Mark(_span(words, stretch), stretch.probability)


def open_reader(data: bytes, threads: int = 1) -> Reader:
    """Open a model file.

    Args:
        data: The file: an ONNX graph whose metadata hold the vocabulary and ``by_distance``.
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
    session = ort.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    metadata = session.get_modelmeta().custom_metadata_map
    vocabulary = metadata["vocabulary"].split("\n")
    by_distance = np.array(json.loads(metadata["by_distance"]), dtype=np.float32)

    def network(pieces: Integers, features: Integers, words: Integers) -> tuple[Floats, Floats]:
        found = session.run(None, {"pieces": pieces, "features": features, "words": words})
        return cast("tuple[Floats, Floats]", tuple(found))

    return Reader(network, WordPieces(vocabulary), by_distance)


@cache
def _shipped(threads: int) -> Reader:
    return open_reader(read_model(MODEL), threads)


def read(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]], *, threads: int = 1
) -> Marks:
    """Mark an article's attributions and names.

    Args:
        text: ``Article.prose``.
        sentences: All of them, in text order.
        quotations: The outermost quotations in text order, each with its marks and without them; see
            ``features.quoted``.
        threads: How many the network may use; the model is opened once for each number.

    Returns:
        The marks; all spans are code points into ``text``, half-open. The same text gives the same marks.
        Linear in the text's length, with some 150 bytes of memory a word beside the result.

    Raises:
        ModelError: If the model file is missing or altered.
    """
    return _shipped(threads).read(text, sentences, quotations)
