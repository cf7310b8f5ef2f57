"""How much an article is about a name: where it stands, how often, and how far through the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import log1p
from typing import Final

from newscli.model import Article, Sentence, Span

# The weights add up to 1: a logistic regression on pairs of names that readers of Wikinews judged to differ
# in salience (Trani et al., "SEL: A unified algorithm for salient entity linking", 2018), rounded.
# benchmarks/salience.py measures them.
_COUNT: Final = 0.25
_HEADLINE: Final = 0.2
_LEAD: Final = 0.2
_FIRST: Final = 0.15
_SPREAD: Final = 0.2
# "Russian" is seldom what an article is about, however often it stands there.
_ADJECTIVE: Final = 0.1

# The body is cut into this many parts of equal length to see through how many of them a name runs.
_PARTS: Final = 5


class Salience:
    """Measures names against one article."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], most: int) -> None:
        """Prepare for an article whose most frequent name has ``most`` mentions."""
        self._headline = article.first("headline")
        body = [sentence for sentence in sentences if sentence.role == "body"]
        self._starts = [sentence.span.start for sentence in body]
        self._most = most

    def of(self, mentions: Sequence[Span], *, adjective: bool = False) -> float:
        """Return how much the article is about the name with these mentions, 0 to 1.

        Args:
            mentions: In text order, at least one.
            adjective: Whether the name is an adjective or a people ("Russian", "Russians").
        """
        headline = self._headline
        in_headline = headline is not None and any(headline.holds(mention) for mention in mentions)
        places = [
            place for mention in mentions if (place := bisect_right(self._starts, mention.start) - 1) >= 0
        ]
        length = max(len(self._starts), 1)
        parts = {place * _PARTS // length for place in places}
        score = (
            _COUNT * log1p(len(mentions)) / log1p(self._most)
            + _HEADLINE * in_headline
            + _SPREAD * len(parts) / min(_PARTS, length)
            - _ADJECTIVE * adjective
        )
        if places:
            score += _LEAD / (1 + places[0]) + _FIRST * (1 - places[0] / length)
        return round(min(max(score, 0.0), 1.0), 3)
