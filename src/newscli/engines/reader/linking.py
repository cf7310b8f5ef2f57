"""Which cue and which source belong to a content: scores of pairs within a window.

The reader gives each word vectors for being a cue, a source, a name; for asking for a cue and a source as a
content of each layer; and for asking for a name, the one who is meant, as a source and as a content of each
layer. A pair's score is the product of the asking and
the being vector and a number for the distance between the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from newscli.engines.reader.annotations import Link, Pointer
from newscli.engines.reader.decoding import BEGIN, OUTSIDE, SINGLE, Stretch, log_softmax, softmax

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


class Window(NamedTuple):
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
        words = np.flatnonzero(starts)
        kept = vectors[np.concatenate(([0], words + 1))]
        self._seen.append(_Seen(window, window.first + words, kept, self._by_distance))

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
            likely = zip(answers, chances[1:], strict=True)
            yield Pointer(tuple([each for each in likely if each[1] >= _MAY_MEAN]), chances[0])

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
        best = max(range(len(chances)), key=chances.__getitem__)
        return (answers[best - 1] if best else None), chances[best]

    @staticmethod
    def _weigh(
        word: int, known: _Seen, marks: _InReach, kind: int, asking: int
    ) -> tuple[list[int], tuple[float, ...]]:
        """Return the marks in a word's reach, and how likely it asks for none and for each."""
        row = known.rows.get(word)
        if row is None:
            return [], (1.0,)
        answers = [
            (index, known.rows[first]) for index, first in marks.of(known.window) if first in known.rows
        ]
        scores = known.scores(kind, asking, row)
        return [index for index, _ in answers], softmax([scores[0], *(scores[at + 1] for _, at in answers)])


class _Seen:
    """The words of a window that may begin something, and what each scores as an answer to each.

    Attributes:
        window: Its words.
        rows: The number of each such word among them, by its number in the article.
    """

    def __init__(self, window: Window, words: Integers, vectors: Floats, by_distance: Floats) -> None:
        """Take what the network said of "none", then of these words: ``[1 + words, vectors]``."""
        self.window = window
        self.rows: dict[int, int] = {word: row for row, word in enumerate(words.tolist())}
        self._words = words
        self._vectors = vectors
        self._by_distance = by_distance
        self._scores: dict[tuple[int, int], Floats] = {}

    @cached_property
    def _buckets(self) -> Integers:
        """The bucket of the distance from each word to each."""
        return buckets(self._words[None, :] - self._words[:, None])

    def scores(self, kind: int, asking: int, row: int) -> list[float]:
        """Return the scores of "none" and of each word as the answer that a word asks for.

        All pairs of a kind are scored at once when the first is asked for: some fifty words by fifty.
        """
        if (kind, asking) not in self._scores:
            asked, query = (slice(at * LINK_WIDTH, (at + 1) * LINK_WIDTH) for at in (kind, asking))
            scores = self._vectors[1:, query] @ self._vectors[:, asked].T / math.sqrt(LINK_WIDTH)
            scores[:, 1:] += self._by_distance[distance_row(kind, asking)][self._buckets]
            self._scores[kind, asking] = scores
        found: list[float] = self._scores[kind, asking][row].tolist()
        return found


class _InReach:
    """The marks of one role, and which of them a window holds."""

    def __init__(self, marks: Sequence[Stretch]) -> None:
        self._marks = marks
        self._from = 0
        self._window: Window | None = None
        self._found: list[tuple[int, int]] = []

    def of(self, window: Window) -> list[tuple[int, int]]:
        """Return (index, first word) of the marks that begin in a window; windows come in text order."""
        if window is self._window:
            return self._found
        while self._from < len(self._marks) and self._marks[self._from].first < window.first:
            self._from += 1
        found: list[tuple[int, int]] = []
        for index in range(self._from, len(self._marks)):
            if self._marks[index].first >= window.last:
                break
            found.append((index, self._marks[index].first))
        self._window, self._found = window, found
        return found
