"""The reader: one small model that annotates who, what and what was said, in a single pass over an article.

A six-layer encoder reads windows of 256 word pieces, cut at sentence ends, and scores for every word its part
in an attribution (PolNeAR's source, cue and content, each a group of tags of its own, since they may overlap)
and in a name. For the first word of each content it also says which cue and which source belong to it.
How it was made is described in ``training/MODEL_CARD.md``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol, cast

from newscli.engines.reader.annotations import Annotation, Annotations, NameAnnotation
from newscli.engines.reader.decoding import Stretch, chances, log_softmax, stretches
from newscli.engines.reader.linking import Linker, Window
from newscli.engines.reader.windows import InputWords, prepare, windows
from newscli.engines.reader.wordpieces import WordPieces
from newscli.engines.store import read_model
from newscli.model import LABELS, Sentence, Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int64]

MODEL: Final = "reader.onnx"
ROLES: Final = ("source", "cue", "content")
NAMES: Final = "names"
# How many tags each role has, and names.
GROUP_SIZES: Final = (5, 5, 5, 17)


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


class Reader:
    """A network with its vocabulary and what it learned of distances; see ``linking.Linker``."""

    def __init__(self, network: Network, cutter: WordPieces, by_distance: Floats) -> None:
        self._network = network
        self._cutter = cutter
        self._by_distance = by_distance

    def annotate(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]]
    ) -> Annotations:
        """Annotate an article; see ``annotate``."""
        import numpy as np

        if not sentences:
            return Annotations((), (), (), (), ())
        words = prepare(text, sentences, quotations, self._cutter)
        scores = np.zeros((len(words.spans), sum(GROUP_SIZES)), dtype=np.float32)
        linker = Linker(self._by_distance)
        for window in windows(words):
            found, vectors = self._network(*self._inputs(words, window))
            own = slice(window.own_first - window.first + 1, window.own_last - window.first + 1)
            scores[window.own_first : window.own_last] = found[own]
            linker.add(window, found[1:], vectors)
        logs = [log_softmax(part) for part in np.split(scores, np.cumsum(GROUP_SIZES)[:-1], axis=1)]
        sources, cues, contents, names = (stretches(group) for group in logs)
        return Annotations(
            tuple(_annotation(words, stretch) for stretch in sources),
            tuple(_annotation(words, stretch) for stretch in cues),
            tuple(_annotation(words, stretch) for stretch in contents),
            tuple(
                NameAnnotation(
                    _span(words, stretch),
                    LABELS[stretch.label],
                    stretch.probability,
                    chances(logs[-1], stretch),
                )
                for stretch in names
            ),
            tuple(linker.link(contents, cues, sources)),
        )

    def _inputs(self, words: InputWords, window: Window) -> tuple[Integers, Integers, Integers]:
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


def _span(words: InputWords, stretch: Stretch) -> Span:
    return Span(words.spans[stretch.first].start, words.spans[stretch.last - 1].end)


def _annotation(words: InputWords, stretch: Stretch) -> Annotation:
    return Annotation(_span(words, stretch), stretch.probability)


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


def annotate(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]], *, threads: int = 1
) -> Annotations:
    """Annotate an article's attributions and names.

    Args:
        text: ``Article.prose``.
        sentences: All of them, in text order.
        quotations: The outermost quotations in text order, each with its marks and without them; see
            ``features.quoted``.
        threads: How many the network may use; the model is opened once for each number.

    Returns:
        All spans are code points into ``text``, half-open. The same text gives the same annotations.
        Linear in the text's length, with some 150 bytes of memory a word beside the result.

    Raises:
        ModelError: If the model file is missing or altered.
    """
    return _shipped(threads).annotate(text, sentences, quotations)
