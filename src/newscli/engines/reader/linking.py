"""Which cue and which source belong to a content: scores of pairs within a window.

The reader gives each word vectors for being a cue, a source, a name; for asking for a cue and a source as a
content of each layer; and for asking for a name, the one who is meant, as a source and as a content of each
layer. A pair's score is the product of the asking and
the being vector and a number for the distance between the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newscli.engines.reader.annotations import Link, Pointer
from newscli.engines.reader.decoding import BEGIN, OUTSIDE, SINGLE, Stretch, log_softmax

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int64]

# The length of each vector.
LINK_WIDTH: Final = 32
# Distances in words from which on another number applies; before the content and after it.
DISTANCES: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)
BUCKETS: Final = 2 * len(DISTANCES) + 1
CUE: Final = 0
SOURCE: Final = 1
NAME: Final = 2
KINDS: Final = 3
# Contents stand in two layers: those inside no other, and those inside one of these.
LAYERS: Final = 2
# The vectors of a word: being of each kind; for each layer asking for a cue, for a source; asking for a name
# as a source, then as a content of each layer.
LINK_VECTORS: Final = KINDS + 2 * LAYERS + 1 + LAYERS
# What was learned of distances: for each kind, and for names that a content asks for.
DISTANCE_ROWS: Final = KINDS + 1
# Groups of five tags each; a word that begins something of such a group has its vectors kept.
_GROUPS: Final = 4
_MAY_START: Final = 0.02
_MAY_MEAN: Final = 0.01


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last`` are read, and of these ``own_first`` to ``own_last`` are marked by it."""

    first: int
    last: int
    own_first: int
    own_last: int


def asks(kind: int, layer: int) -> int:
    """Return which of a word's vectors asks for a cue or a source as a content of a layer."""
    return KINDS + 2 * layer + kind


def asks_for_name(layer: int | None) -> int:
    """Return which of a word's vectors asks for a name: as a content of a layer, or as a source."""
    return KINDS + 2 * LAYERS + (0 if layer is None else 1 + layer)


def distance_row(kind: int, asking: int) -> int:
    """Return which row of what was learned of distances tells of a kind that a vector asks for."""
    return KINDS if kind == NAME and asking != asks_for_name(None) else kind


@dataclass(frozen=True, slots=True)
class _Seen:
    """The vectors of a window's words that may begin something, and of "none"."""

    window: Window
    vectors: dict[int, Floats]
    none: Floats


def buckets(distances: Integers) -> Integers:
    """Return the number of the bucket of each distance in words, 0 to ``BUCKETS - 1``; before is negative."""
    import numpy as np

    size = np.searchsorted(np.array(DISTANCES), np.abs(distances), side="right")
    result: Integers = np.sign(distances) * size + len(DISTANCES)
    return result


class Linker:
    """The windows of an article, and the links that they show."""

    def __init__(self, by_distance: Floats) -> None:
        """Take what was learned of distances: ``[DISTANCE_ROWS, BUCKETS]``."""
        self._by_distance = by_distance
        self._seen: list[_Seen] = []

    def add(self, window: Window, scores: Floats, vectors: Floats, asking: Sequence[int] = ()) -> None:
        """Add a window, in text order.

        Only the vectors that a link may need are kept, a fifth of all.

        Args:
            window: Its words.
            scores: ``[words, tags]``, unnormalised.
            vectors: ``[1 + words, LINK_VECTORS * LINK_WIDTH]``; the first is that of "none".
            asking: Further words whose vectors are kept, by their numbers.
        """
        import numpy as np

        starts = np.zeros(len(scores), dtype=bool)
        for group in range(_GROUPS):
            chances = np.exp(log_softmax(scores[:, 5 * group : 5 * group + 5]))
            starts |= chances[:, BEGIN] + chances[:, SINGLE] > _MAY_START
        starts |= np.exp(log_softmax(scores[:, 5 * _GROUPS :]))[:, OUTSIDE] < 1 - _MAY_START
        starts[np.array(asking, dtype=np.int64) - window.first] = True
        kept = {window.first + int(word): vectors[word + 1].copy() for word in np.flatnonzero(starts)}
        self._seen.append(_Seen(window, kept, vectors[0].copy()))

    def link(
        self, contents: Sequence[Stretch], cues: Sequence[Stretch], sources: Sequence[Stretch], layer: int
    ) -> Iterator[Link]:
        """Yield for each content of a layer, in text order, its cue and source among those of its window."""
        near_cues, near_sources = _InReach(cues), _InReach(sources)
        for content, known in self._windows_of(contents):
            cue, cue_probability = self._best(content, known, near_cues, CUE, asks(CUE, layer))
            source, source_probability = self._best(content, known, near_sources, SOURCE, asks(SOURCE, layer))
            yield Link(cue, cue_probability, source, source_probability)

    def point(
        self, marks: Sequence[Stretch], names: Sequence[Stretch], layer: int | None = None
    ) -> Iterator[Pointer]:
        """Yield for each mark, in text order, whom of those named in its window it means.

        Args:
            marks: Sources; or contents of a layer, each of which means the one who says it.
            names: All of them.
            layer: That of the contents; None for sources.
        """
        near = _InReach(names)
        for mark, known in self._windows_of(marks):
            answers, chances = self._weigh(mark, known, near, NAME, asks_for_name(layer))
            likely = zip(answers, map(float, chances[1:]), strict=True)
            yield Pointer(tuple(each for each in likely if each[1] >= _MAY_MEAN), float(chances[0]))

    def _windows_of(self, marks: Sequence[Stretch]) -> Iterator[tuple[int, _Seen]]:
        """Yield each mark's first word with the window that owns it."""
        number = 0
        for mark in marks:
            while mark.first >= self._seen[number].window.own_last:
                number += 1
            yield mark.first, self._seen[number]

    def _best(
        self, word: int, known: _Seen, marks: _InReach, kind: int, asking: int
    ) -> tuple[int | None, float]:
        """Return the index of the mark that a content asks for, and the probability of that."""
        answers, chances = self._weigh(word, known, marks, kind, asking)
        best = int(chances.argmax())
        return (answers[best - 1] if best else None), float(chances[best])

    def _weigh(
        self, word: int, known: _Seen, marks: _InReach, kind: int, asking: int
    ) -> tuple[list[int], Floats]:
        """Return the marks in a word's reach, and how likely it asks for none and for each."""
        import numpy as np

        vectors = known.vectors.get(word)
        if vectors is None:
            return [], np.ones(1, dtype=np.float32)
        answers = [(index, first) for index, first in marks.of(known.window) if first in known.vectors]
        asked, query = (slice(at * LINK_WIDTH, (at + 1) * LINK_WIDTH) for at in (kind, asking))
        keys = np.stack([known.none, *(known.vectors[first] for _, first in answers)])
        scores = keys[:, asked] @ vectors[query] / math.sqrt(LINK_WIDTH)
        distances = np.array([first - word for _, first in answers], dtype=np.int64)
        scores[1:] += self._by_distance[distance_row(kind, asking), buckets(distances)]
        return [index for index, _ in answers], np.exp(log_softmax(scores[None])[0])


class _InReach:
    """The marks of one role, and which of them a window holds."""

    def __init__(self, marks: Sequence[Stretch]) -> None:
        self._marks = marks
        self._from = 0

    def of(self, window: Window) -> list[tuple[int, int]]:
        """Return (index, first word) of the marks that begin in a window; windows come in text order."""
        while self._from < len(self._marks) and self._marks[self._from].first < window.first:
            self._from += 1
        found: list[tuple[int, int]] = []
        for index in range(self._from, len(self._marks)):
            if self._marks[index].first >= window.last:
                break
            found.append((index, self._marks[index].first))
        return found
