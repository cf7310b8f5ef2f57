"""What a keyword may be: a term of an article, and how much the article is about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log2
from typing import Final

from newscli.english.given_names import GIVEN_NAMES
from newscli.english.newswriting import NEWS_WORDS
from newscli.english.places import ADJECTIVES, PLACES
from newscli.model import Span

Key = tuple[str, ...]

# One for each of ``Term.features``: a logistic regression on terms of Wikinews articles that readers rated
# (Trani et al. 2018), and of articles of CNN and BBC whose highlights or titles have them. Printed by
# training/fit_keywords.py, which has what each adds; measured by benchmarks/keywords.py.
WEIGHTS: Final[Mapping[str, float]] = {
    "bias": -5.49,
    "count": 0.99,
    "near": 2.82,
    "headline": 0.07,
    "lead": 0.28,
    "name": 1.37,
    "adjective": 1.36,
    "person": -0.56,
    "long": 0.94,
}
# Behind so many tokens it is half as near to the beginning.
_HALF_WAY_TOKENS: Final = 100
# What has more words is seldom what a reader would call the thing.
_SHORT: Final = 2


@dataclass(slots=True)
class Term:
    """A term while its occurrences are gathered.

    Attributes:
        key: The stems of its words.
        name: Whether the article writes it as a name.
        spans: Its occurrences in text order.
        spellings: How often each spelling occurs; those that are verbs count 0.
        first: Number of tokens before its first occurrence.
        headline: Whether the headline has it.
        lead: Whether the first sentence of the body has it.
        noun: Balance of what its occurrences show of its last word, see ``Word.noun``.
    """

    key: Key
    name: bool
    first: int
    spans: list[Span] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    headline: bool = False
    lead: bool = False
    noun: int = 0

    @property
    def spelling(self) -> str:
        """The most frequent spelling, for all but names one without a sentence's capital."""
        ranked = [spelling for spelling, _ in self.spellings.most_common()]
        plain = [] if self.name else [spelling for spelling in ranked if spelling[0].islower()]
        return (plain or ranked)[0]

    @property
    def is_adjective(self) -> bool:
        """Whether it is an adjective of a place or people: "North Korean"."""
        return self.spelling.rpartition(" ")[2] in ADJECTIVES

    @property
    def is_place(self) -> bool:
        """Whether it names a well-known place; that is no short form of anything."""
        return any(spelling in PLACES for spelling in self.spellings)

    @property
    def is_subject(self) -> bool:
        """Whether an article may be about it: a name, or something that it uses as a noun."""
        if len(self.key) == 1 and any(spelling.lower() in NEWS_WORDS for spelling in self.spellings):
            return False
        return self.name or self.noun > 0

    def features(self) -> dict[str, float]:
        """Return what shows how much the article is about it, by the names of ``WEIGHTS``."""
        words = self.spelling.split()
        return {
            "count": log2(1 + len(self.spans)),
            "near": 1 / (1 + self.first / _HALF_WAY_TOKENS),
            "headline": float(self.headline),
            "lead": float(self.lead),
            "name": float(self.name and not self.is_adjective),
            "adjective": float(self.is_adjective),
            "person": float(self.name and words[0].lower() in GIVEN_NAMES),
            "long": float(len(self.key) > _SHORT),
        }

    def score(self, weights: Mapping[str, float] = WEIGHTS) -> float:
        """Return the chance that a reader finds the article to be about it.

        Args:
            weights: By the names of ``features``, and "bias"; a feature without a weight does not count.
        """
        found = self.features()
        total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
        return 1 / (1 + exp(-total))

    def absorb(self, part: Term) -> None:
        """Count the occurrences of a short form as its own; the spelling stays."""
        self.spans = sorted(self.spans + part.spans)
        self.first = min(self.first, part.first)
        self.headline |= part.headline
        self.lead |= part.lead
