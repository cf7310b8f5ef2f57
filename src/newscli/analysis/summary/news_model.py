"""The learnt methods of summary: linear models of what news summaries keep.

Each sentence is described by some fifteen features that do not depend on line breaks. The weights of some
move with the logarithm of the article's length, because a brief is all news while a long report gives it at
the top and then goes on. A bound on words asks for other weights than one on sentences, under which a
long sentence says more at no cost. "news", the default, adds what the reader makes of a sentence; "fast" does
without the reader. All weights are fitted by ``training/fit_summary.py`` and stand in ``news_weights``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Final

from newscli.analysis.summary.candidates import Candidate, Story
from newscli.analysis.summary.news_weights import BY_SENTENCES, BY_WORDS, FAST_BY_SENTENCES
from newscli.analysis.summary.rankers import Ranking, centrality, scaled
from newscli.english.pronouns import ADDRESSING
from newscli.english.punctuation import OPENING_MARKS

# The length at which an article is neither a brief nor a long report; beyond some three times and below a
# third of it, weights move no further.
_MIDDLE_WORDS: Final = 420
_MOST_SHIFT: Final = 1.0
# What more words than these add to a sentence, few summaries can hold.
_LONG_SENTENCE_WORDS: Final = 35
# Sentences with fewer terms than this do not gain from being short.
_FEW_TERMS: Final = 5


# What it says for a sentence that its features of a kind are better than those of the others.
REASONS: Final[Mapping[str, tuple[str, ...]]] = {
    "early in the article": ("first", "early", "early_on"),
    "reads like the news": ("worth",),
    "a fitting length": ("length", "overlong"),
    "the article's main words": ("central", "recommended"),
    "words of the headline": ("headline",),
    "names": ("capitals",),
    "figures": ("figures",),
    "told, not quoted": ("quotation", "half_quoted", "addressing"),
    "a full statement": ("unended", "leaning"),
}

Features = dict[str, float]
# For each feature its weight in an article of middle length, and how that moves with the shift.
Weights = Mapping[str, tuple[float, float]]


def length_shift(story: Story) -> float:
    """Return how far an article is from one of middle length: 0 for that, negative for a brief."""
    return max(-_MOST_SHIFT, min(_MOST_SHIFT, log(story.words / _MIDDLE_WORDS)))


def describe(story: Story) -> list[Features]:
    """Return the features of each candidate by name, numbers of the order of 1."""
    weights = {term: log(count) for term, count in story.spread.items()}
    central = scaled(
        [
            sum(weights[term] for term in c.terms) / max(len(c.terms), _FEW_TERMS) ** 0.5
            for c in story.candidates
        ]
    )
    return [
        {"central": sum_up, "recommended": recommended, **_own_features(candidate, story.headline)}
        for candidate, sum_up, recommended in zip(story.candidates, central, centrality(story), strict=True)
    ]


def _own_features(candidate: Candidate, headline: frozenset[str]) -> Features:
    """Return the features that do not depend on the other sentences."""
    text, words = candidate.text, candidate.words
    count = len(words)
    return {
        "first": float(candidate.before == 0),
        "early": 1 / (1 + candidate.before / 100),
        "early_on": 1 / (1 + candidate.before / 300),
        "length": log(count),
        "overlong": max(0, count - _LONG_SENTENCE_WORDS) / 20,
        "headline": len(headline.intersection(candidate.terms)) / max(len(headline), 1),
        "capitals": sum(word[0].isupper() for word in words[1:]) / count,
        "figures": log(1 + sum(not word.isalpha() and any(map(str.isdigit, word)) for word in words)),
        "quotation": float(text[0] in OPENING_MARKS),
        "half_quoted": float(text.count('"') % 2 == 1 or text.count("“") != text.count("”")),
        "addressing": float(any(word.lower() in ADDRESSING for word in words)),
        "unended": float(candidate.unended),
        "leaning": float(candidate.leaning),
    }


def rank(story: Story, weights: Weights, worths: Sequence[float] = ()) -> Ranking:
    """Rank by given weights: a score is how far a sentence is above the worst of the article.

    Args:
        story: The article.
        weights: By the names of ``describe``; a feature without a weight does not count.
        worths: What the reader makes of each candidate, added to its score; empty if it has not read them.
    """
    if not story.candidates:
        return Ranking([], lambda _: ())
    rows = describe(story)
    shift = length_shift(story)
    applied = {name: weight + slope * shift for name, (weight, slope) in weights.items()}
    if worths:
        applied["worth"] = 1.0
        for row, worth in zip(rows, worths, strict=True):
            row["worth"] = worth
    totals = [sum(weight * row[name] for name, weight in applied.items()) for row in rows]
    worst = min(totals)
    means = {name: sum(row[name] for row in rows) / len(rows) for name in applied}
    return Ranking([total - worst for total in totals], lambda index: _reasons(rows[index], means, applied))


def news(story: Story) -> Ranking:
    """Rank by what the reader makes of each sentence, and by the features of ``fast`` and two more.

    Without the reader, and for so many words instead of sentences, it is the same as ``fast``.
    """
    if story.room is not None or not story.worths:
        return fast(story)
    return rank(story, BY_SENTENCES, story.worths)


def fast(story: Story) -> Ranking:
    """Rank by position, length, headline (Edmundson 1969), centroid (Radev et al. 2004) and seven more.

    They are weighed as ``rank`` does it, by the weights for what bounds the summary.
    """
    return rank(story, FAST_BY_SENTENCES if story.room is None else BY_WORDS)


def _reasons(row: Features, means: Features, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Name the two kinds of features by which a sentence is most above the mean of the article."""
    gains = [
        (sum(weights[name] * (row[name] - means[name]) for name in names if name in weights), reason)
        for reason, names in REASONS.items()
    ]
    ranked = sorted((gain for gain in gains if gain[0] > 0), key=lambda gain: -gain[0])
    return tuple(reason for _, reason in ranked[:2])
