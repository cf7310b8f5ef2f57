"""From a score for each tag of each word to the spans that the tags code.

The reader gives each word a tag of each of four groups: for the roles of attribution (source, cue, content)
and for names. A span is coded begin, inside, end or single, and what stands outside is 0; the tags of the
label number ``n`` of a group are ``4 n + 1`` to ``4 n + 4`` in that order.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Scores = npt.NDArray[np.float32]

OUTSIDE: Final = 0
BEGIN: Final = 1
INSIDE: Final = 2
END: Final = 3
SINGLE: Final = 4

# At a word that is outside with this probability the sequence is cut: no span worth finding crosses it.
_SURELY_OUTSIDE: Final = 0.995
_IMPOSSIBLE: Final = -1e4


class Stretch(NamedTuple):
    """A span of words as the tags code it.

    Attributes:
        first: Number of its first word.
        last: Number of the word after its last.
        label: Number of its label within the group.
        probability: The geometric mean of its tags' probabilities, 0 to 1.
    """

    first: int
    last: int
    label: int
    probability: float


def log_softmax(scores: Scores) -> Scores:
    """Return the logarithms of the probabilities that scores stand for, row by row."""
    import numpy as np

    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def softmax(scores: Sequence[float]) -> tuple[float, ...]:
    """Return the probabilities that a few scores stand for."""
    most = max(scores)
    weights = [math.exp(score - most) for score in scores]
    total = sum(weights)
    return tuple([weight / total for weight in weights])


def chances(logs: Scores, stretch: Stretch) -> tuple[float, ...]:
    """Weigh the labels that a span could have.

    Args:
        logs: Those that the span was found in; see ``stretches``.
        stretch: The span; its own label makes no difference.

    Returns:
        For each label of the group how likely it is, given that the words from first to last are a span; they
        add up to 1.
    """
    rows = logs[stretch.first : stretch.last].tolist()
    count = len(rows)
    positions = [SINGLE] if count == 1 else [BEGIN, *[INSIDE] * (count - 2), END]
    labels = range((logs.shape[1] - 1) // 4)
    # Three words on average: sums of numbers, where arrays so small would take ten times as long.
    return softmax(
        [
            sum(row[4 * label + position] for row, position in zip(rows, positions, strict=True)) / count
            for label in labels
        ]
    )


def _position(tag: int) -> int:
    return OUTSIDE if tag == OUTSIDE else (tag - 1) % 4 + 1


def _label(tag: int) -> int:
    return (tag - 1) // 4


@cache
def _transitions(tags: int) -> Scores:
    """Return 0 if the second tag may follow the first, else a penalty that no score outweighs."""
    import numpy as np

    table = np.full((tags, tags), _IMPOSSIBLE, dtype=np.float32)
    for left in range(tags):
        for right in range(tags):
            within = _position(left) in {BEGIN, INSIDE}
            goes_on = _position(right) in {INSIDE, END}
            same = not within or _label(left) == _label(right)
            if within == goes_on and same:
                table[left, right] = 0.0
    return table


def _best_tags(logs: Scores) -> list[int]:
    """Return the most probable sequence of tags that codes spans (Viterbi)."""
    import numpy as np

    count, tags = logs.shape
    table = _transitions(tags)
    best = logs[0] + table[OUTSIDE]
    came_from = np.zeros((count, tags), dtype=np.intp)
    for word in range(1, count):
        routes = best[:, None] + table
        came_from[word] = routes.argmax(axis=0)
        best = routes.max(axis=0) + logs[word]
    path = [int((best + table[:, OUTSIDE]).argmax())]
    for word in range(count - 1, 0, -1):
        path.append(int(came_from[word, path[-1]]))
    return path[::-1]


def _pieces(logs: Scores) -> Iterator[tuple[int, int]]:
    """Yield the stretches between words that are surely outside."""
    import numpy as np

    doubtful = np.flatnonzero(logs[:, OUTSIDE] < np.log(_SURELY_OUTSIDE))
    if not len(doubtful):
        return
    breaks = np.flatnonzero(np.diff(doubtful) > 1)
    starts = [doubtful[0], *doubtful[breaks + 1]]
    ends = [*doubtful[breaks], doubtful[-1]]
    yield from ((int(start), int(end) + 1) for start, end in zip(starts, ends, strict=True))


def stretches(logs: Scores) -> list[Stretch]:
    """Find the spans of one group.

    Args:
        logs: ``[words, tags]``, the logarithms of the tags' probabilities.

    Returns:
        In text order, without overlaps. Linear in the number of words.
    """
    import numpy as np

    tags = logs.argmax(axis=1)
    bounded = np.concatenate(([OUTSIDE], tags, [OUTSIDE]))
    misfits: list[int] = np.flatnonzero(_transitions(logs.shape[1])[bounded[:-1], bounded[1:]]).tolist()
    # Where each word's likeliest tag may follow the one before, no other sequence is more probable.
    for start, end in _pieces(logs) if misfits else ():
        at = bisect_left(misfits, start)
        if at < len(misfits) and misfits[at] <= end:
            tags[start:end] = _best_tags(logs[start:end])
    marked = np.flatnonzero(tags)
    own = tags[marked]
    return list(_spans(marked.tolist(), own.tolist(), logs[marked, own].tolist()))


def _spans(words: Sequence[int], tags: Sequence[int], logs: Sequence[float]) -> Iterator[Stretch]:
    """Yield the spans that the tags of some words code, none of them outside; ``logs`` are the tags' own."""
    first = 0
    for at, tag in enumerate(tags):
        position = _position(tag)
        if position in {BEGIN, SINGLE}:
            first = at
        if position in {END, SINGLE}:
            probability = math.exp(sum(logs[first : at + 1]) / (at + 1 - first))
            yield Stretch(words[first], words[at] + 1, _label(tag), min(1.0, probability))
