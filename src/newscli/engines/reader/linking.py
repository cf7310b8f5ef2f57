"""Which cue and which source belong to a content: scores of pairs within a window.

The reader gives each word four vectors: asking for a cue, being a cue, asking for a source, being a source. A
pair's score is the product of the asking and the being vector and a number for the distance between the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newscli.engines.reader.annotations import Link
from newscli.engines.reader.decoding import BEGIN, SINGLE, Stretch, log_softmax

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
_CUE: Final = 0
_SOURCE: Final = 1
# Groups of five tags each; a word that begins something of such a group has its vectors kept.
_GROUPS: Final = 3
_MAY_START: Final = 0.02


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last`` are read, and of these ``own_first`` to ``own_last`` are marked by it."""

    first: int
    last: int
    own_first: int
    own_last: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """The vectors of a window's words that may begin a content, a cue or a source, and of "none"."""

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
        """Take what was learned of distances: ``[2, BUCKETS]``, for cues and for sources."""
        self._by_distance = by_distance
        self._seen: list[_Seen] = []

    def add(self, window: Window, scores: Floats, vectors: Floats) -> None:
        """Add a window, in text order.

        Only the vectors that a link may need are kept, a tenth of all.

        Args:
            window: Its words.
            scores: ``[words, tags]``, unnormalised.
            vectors: ``[1 + words, 4 * LINK_WIDTH]``; the first is that of "none".
        """
        import numpy as np

        starts = np.zeros(len(scores), dtype=bool)
        for group in range(_GROUPS):
            chances = np.exp(log_softmax(scores[:, 5 * group : 5 * group + 5]))
            starts |= chances[:, BEGIN] + chances[:, SINGLE] > _MAY_START
        kept = {window.first + int(word): vectors[word + 1].copy() for word in np.flatnonzero(starts)}
        self._seen.append(_Seen(window, kept, vectors[0].copy()))

    def link(
        self, contents: Sequence[Stretch], cues: Sequence[Stretch], sources: Sequence[Stretch]
    ) -> Iterator[Link]:
        """Yield for each content, in text order, its cue and its source among those that its window holds."""
        number = 0
        near_cues, near_sources = _InReach(cues), _InReach(sources)
        for content in contents:
            while content.first >= self._seen[number].window.own_last:
                number += 1
            known = self._seen[number]
            cue, cue_probability = self._best(content.first, known, near_cues.of(known.window), _CUE)
            source, source_probability = self._best(
                content.first, known, near_sources.of(known.window), _SOURCE
            )
            yield Link(cue, cue_probability, source, source_probability)

    def _best(
        self, content: int, known: _Seen, near: Sequence[tuple[int, int]], kind: int
    ) -> tuple[int | None, float]:
        """Return the index of the mark that belongs to a content, and the probability of that."""
        import numpy as np

        answers = [(index, first) for index, first in near if first in known.vectors]
        if content not in known.vectors:
            return None, 0.0
        base = 2 * kind * LINK_WIDTH
        query = known.vectors[content][base : base + LINK_WIDTH]
        keys = np.stack([known.none, *(known.vectors[first] for _, first in answers)])
        scores = keys[:, base + LINK_WIDTH : base + 2 * LINK_WIDTH] @ query / math.sqrt(LINK_WIDTH)
        distances = np.array([first - content for _, first in answers], dtype=np.int64)
        scores[1:] += self._by_distance[kind, buckets(distances)]
        logs = log_softmax(scores[None])[0]
        best = int(logs.argmax())
        return (answers[best - 1][0] if best else None), math.exp(float(logs[best]))


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
