"""What a keyword may be: a term of an article, and how much the article is about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log2
from typing import Final

from newscli.english.newswriting import NEWS_WORDS
from newscli.english.places import ADJECTIVES
from newscli.model import Entity, Span

Key = tuple[str, ...]

# One for each of ``Term.features``: a logistic regression on terms of Wikinews articles that readers rated
# (Trani et al. 2018), and of articles of CNN and BBC whose highlights or titles have them. Printed by
# training/fit_keywords.py, which has what each adds; measured by benchmarks/keywords.py.
WEIGHTS: Final[Mapping[str, float]] = {
    "bias": -5.16,
    "count": 1.00,
    "near": 2.15,
    "lead": 0.06,
    "name": 0.43,
    "name in headline": 1.02,
    "name, once": 0.41,
    "adjective": 0.97,
    "person": -0.44,
    "long": 1.03,
    "salience": 1.60,
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
        first: Number of tokens before its first occurrence.
        entity: The entity that it names; None for common words.
        spans: Its occurrences in text order.
        spellings: How often each spelling of common words occurs; those that are verbs count 0.
        headline: Whether the headline has it, if it is an entity.
        lead: Whether the first sentence of the body has it.
        noun: Balance of what its occurrences show of its last word, see ``Word.noun``.
    """

    key: Key
    first: int
    entity: Entity | None = None
    spans: list[Span] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    headline: bool = False
    lead: bool = False
    noun: int = 0

    @property
    def spelling(self) -> str:
        """The entity's name, or the most frequent spelling, if there is one without a sentence's capital."""
        if self.entity is not None:
            return self.entity.name
        ranked = [spelling for spelling, _ in self.spellings.most_common()]
        return next((spelling for spelling in ranked if spelling[0].islower()), ranked[0])

    @property
    def is_adjective(self) -> bool:
        """Whether it is an adjective of a place or people: "North Korean"."""
        return self.spelling.rpartition(" ")[2] in ADJECTIVES

    @property
    def is_place(self) -> bool:
        """Whether it names a place; that is no short form of anything."""
        return self.entity is not None and self.entity.label == "LOC"

    @property
    def is_subject(self) -> bool:
        """Whether an article may be about it: a name, or something that it uses as a noun."""
        if self.entity is not None:
            return True
        is_any = len(self.key) == 1 and any(spelling.lower() in NEWS_WORDS for spelling in self.spellings)
        return not is_any and self.noun > 0

    def features(self) -> dict[str, float]:
        """Return what shows how much the article is about it, by the names of ``WEIGHTS``."""
        entity, is_name = self.entity, self.entity is not None and not self.is_adjective
        return {
            "count": log2(1 + len(self.spans)),
            "near": 1 / (1 + self.first / _HALF_WAY_TOKENS),
            "lead": float(self.lead),
            "name": float(is_name),
            "name in headline": float(is_name and self.headline),
            "name, once": float(is_name and len(self.spans) == 1),
            "adjective": float(self.is_adjective),
            "person": float(entity is not None and entity.label == "PER"),
            "long": float(len(self.key) > _SHORT),
            "salience": entity.salience if entity is not None else 0.0,
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
