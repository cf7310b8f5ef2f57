"""Methods of summary that need no training, each after its paper, to compare the default with.

A method gives every candidate sentence a score, best highest, and says in words what a score rests on.
All read the same representation, sets of stemmed content words, in time linear in the article's length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from operator import mul
from typing import Final

from newscli.analysis.summary.candidates import Story
from newscli.engines.terms import stem
from newscli.english.newswriting import NEWS_WORDS

# Brin and Page 1998; the value of both TextRank and LexRank.
_DAMPING: Final = 0.85
# A sum of ties below this is nothing but rounding.
_NO_TIE: Final = 1e-9
_ROUNDS: Final = 20


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a method makes of a story.

    Attributes:
        scores: One for each candidate.
        reasons: Returns the strongest reasons for the score of the candidate at an index, strongest first,
            at most two.
    """

    scores: list[float]
    reasons: Callable[[int], tuple[str, ...]]


Method = Callable[[Story], Ranking]


def scaled(scores: Sequence[float]) -> list[float]:
    """Scale scores so that the best is 1; none falls below 0, and all are 1 if none is above it."""
    best = max(scores, default=0.0)
    return [max(score, 0.0) / best if best > 0 else 1.0 for score in scores]


def lead(story: Story) -> Ranking:
    """Rank by position alone: the opening sentences, a strong baseline for news (Brandow et al. 1995)."""
    count = len(story.candidates)
    return Ranking(
        [1 - index / count for index in range(count)],
        lambda index: (f"sentence {index + 1} of {count}",),
    )


def textrank(story: Story) -> Ranking:
    """Rank by TextRank (Mihalcea and Tarau 2004): sentences that share terms recommend each other.

    Similarity is the number of shared terms over the root of the product of both sentences' numbers of
    terms. The paper divides by the sum of their logarithms, which no walk over terms can do.
    """
    lengths = [sqrt(max(len(candidate.terms), 1)) for candidate in story.candidates]
    scores = _walk(story, lengths, dict.fromkeys(story.spread, 1.0))
    return Ranking(scores, lambda index: _shared_terms(story, index))


def lexrank(story: Story) -> Ranking:
    """Rank by continuous LexRank (Erkan and Radev 2004, section 3.3), in which rarer terms weigh more.

    Similarity is the cosine of the vectors of inverse sentence frequencies, without a threshold.
    """
    count = len(story.candidates)
    squares = {term: log(1 + count / number) ** 2 for term, number in story.spread.items()}
    lengths = [sqrt(sum(squares[term] for term in candidate.terms)) or 1.0 for candidate in story.candidates]
    return Ranking(_walk(story, lengths, squares), lambda index: _shared_terms(story, index))


def centroid(story: Story) -> Ranking:
    """Rank by MEAD (Radev et al. 2004): centrality, position, overlap with the first sentence, weighed alike.

    A term's share in the centroid is the logarithm of the number of sentences that it is in, as there is
    no background corpus.
    """
    count = len(story.candidates)
    opening = frozenset(story.candidates[0].terms) if story.candidates else frozenset()
    weights = {term: log(number) for term, number in story.spread.items()}
    central = scaled([sum(weights[term] for term in c.terms) for c in story.candidates])
    return Ranking(
        [
            score
            + (count - index) / count
            + len(opening.intersection(candidate.terms)) / max(len(opening), 1)
            for index, (score, candidate) in enumerate(zip(central, story.candidates, strict=True))
        ],
        lambda index: _shared_terms(story, index),
    )


def centrality(story: Story) -> list[float]:
    """Return TextRank's scores, the best of which is 1."""
    return scaled(textrank(story).scores)


def _walk(story: Story, lengths: Sequence[float], squares: Mapping[str, float]) -> list[float]:
    """Return how much a random walk dwells on each sentence; similarities are the odds of a step.

    The walk goes from sentences to terms and back, so that there is no matrix: linear in the text. A term
    of one sentence alone leads nowhere and is left out, as is a sentence without any other.

    Args:
        story: The article.
        lengths: Of the vector of each candidate.
        squares: What a term that both have adds to the product of two vectors, before it is divided by
            both lengths.
    """
    shared = [term for term, count in story.spread.items() if count > 1]
    numbers = {term: number for number, term in enumerate(shared)}
    weights = [squares[term] for term in shared]
    rows = [[numbers[term] for term in candidate.terms if term in numbers] for candidate in story.candidates]
    linked = [index for index, row in enumerate(rows) if row]
    rows = [rows[index] for index in linked]
    shares = [1 / lengths[index] for index in linked]
    own = [
        share * share * sum(map(weights.__getitem__, row)) for share, row in zip(shares, rows, strict=True)
    ]

    def spread(given: Sequence[float]) -> list[float]:
        """Return for each linked sentence what all others give it, weighted by similarity."""
        pool = [0.0] * len(shared)
        for row, share, gift in zip(rows, shares, given, strict=True):
            part = share * gift
            for number in row:
                pool[number] += part
        pool = list(map(mul, pool, weights))
        return [
            max(share * sum(map(pool.__getitem__, row)) - gift * itself, 0.0)
            for row, share, gift, itself in zip(rows, shares, given, own, strict=True)
        ]

    ties = spread([1.0] * len(linked))
    scores = [1.0] * len(linked)
    for _ in range(_ROUNDS):
        gifts = [score / tie if tie > _NO_TIE else 0.0 for score, tie in zip(scores, ties, strict=True)]
        scores = [1 - _DAMPING + _DAMPING * got for got in spread(gifts)]
    found = [1 - _DAMPING] * len(lengths)
    for index, score in zip(linked, scores, strict=True):
        found[index] = score
    return found


def _shared_terms(story: Story, index: int) -> tuple[str, ...]:
    """Name the two words of a sentence that most other sentences share, those of any news left out."""
    candidate = story.candidates[index]
    spelling = {stem(word): word for word in reversed(candidate.words) if word.lower() not in NEWS_WORDS}
    shared = [term for term in candidate.terms if term in spelling and story.spread[term] > 1]
    best = sorted(shared, key=lambda term: -story.spread[term])[:2]
    return tuple(f"“{spelling[term]}” in {story.spread[term]} sentences" for term in best)
