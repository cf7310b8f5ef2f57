"""The sentences of a summary: within the budget, without repetition, none that needs an unchosen one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from newscli.analysis.summary.candidates import Candidate

# Two sentences of which the shorter shares more than this part of its content words say the same.
_SAME_NEWS: Final = 0.5
# No score makes up for being in the air, nor, which is worse, for being no statement.
_LEANING_PENALTY: Final = 2.0
_UNENDED_PENALTY: Final = 4.0
# A term leads to so many chosen sentences, so that long summaries stay linear.
_MAX_COMPARED: Final = 50


@dataclass(slots=True)
class _Chosen:
    """The indices of the candidates chosen so far, and the terms that lead to them."""

    indices: set[int] = field(default_factory=set)
    sizes: dict[int, int] = field(default_factory=dict)
    holders: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def repeats(self, candidate: Candidate) -> bool:
        """Return whether a candidate shares too many content words with one that was chosen."""
        shared = Counter(index for term in candidate.terms for index in self.holders.get(term, ()))
        size = len(candidate.terms)
        return any(count > _SAME_NEWS * min(size, self.sizes[index]) for index, count in shared.items())

    def add(self, index: int, candidate: Candidate) -> None:
        """Choose a candidate."""
        self.indices.add(index)
        self.sizes[index] = len(candidate.terms)
        for term in candidate.terms:
            if len(self.holders[term]) < _MAX_COMPARED:
                self.holders[term].append(index)


def length(candidate: Candidate) -> int:
    """Return the number of words, as white space parts them and ``wc -w`` counts."""
    return len(candidate.text.split())


def select(
    candidates: Sequence[Candidate], scores: Sequence[float], *, limit: int | None, room: int | None
) -> list[int]:
    """Choose candidates greedily, the best that still fits first.

    A candidate that shares more than half of its content words with a chosen one is left out, the hard
    form of maximal marginal relevance (Carbonell and Goldstein 1998). One that asks or breaks off gives way
    to all others, and so does one that leans on the sentence before it, unless that is chosen.

    Args:
        candidates: In text order.
        scores: One for each, from 0 to 1.
        limit: The most sentences to choose; None is no bound.
        room: The most words to choose, never exceeded; None is no bound.

    Returns:
        Places of the chosen ones in text order. With a larger ``limit`` they stay and others join them.
    """
    chosen = _Chosen()
    left = room
    for index in _best_first(candidates, scores, chosen.indices):
        if limit is not None and len(chosen.indices) == limit:
            break
        candidate = candidates[index]
        fits = left is None or length(candidate) <= left
        if fits and not chosen.repeats(candidate):
            chosen.add(index, candidate)
            left = None if left is None else left - length(candidate)
    return sorted(chosen.indices)


def _best_first(candidates: Sequence[Candidate], scores: Sequence[float], chosen: set[int]) -> Iterator[int]:
    """Yield each index once, best first; a leaning one rises when the one before it is among the chosen."""
    worths = [
        score - _UNENDED_PENALTY * candidate.unended
        for score, candidate in zip(scores, candidates, strict=True)
    ]
    ready = [
        (_LEANING_PENALTY * (index > 0 and candidate.leaning) - worth, index)
        for index, (worth, candidate) in enumerate(zip(worths, candidates, strict=True))
    ]
    heapify(ready)
    done: set[int] = set()
    while ready:
        _, index = heappop(ready)
        if index in done:
            continue
        done.add(index)
        yield index
        following = index + 1
        if index in chosen and following < len(candidates) and candidates[following].leaning:
            heappush(ready, (-worths[following], following))
