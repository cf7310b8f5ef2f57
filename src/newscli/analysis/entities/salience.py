"""How much an article is about a name: where it stands, how often, and how far through the text."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from operator import mul
from typing import Final

from newscli.model import Article, Sentence, Span
from newscli.spans import SpanIndex

# One for each of `Salience.features`, the positive ones add up to 1: a logistic regression on pairs of names
# that readers of Wikinews judged to differ in salience (Trani et al., "SEL: A unified algorithm for salient
# entity linking", 2018), rounded. Made by training/fit_salience.py, measured by benchmarks/salience.py.
_WEIGHTS: Final = (0.2, 0.2, 0.2, 0.25, 0.15, -0.15)

# The body is cut into this many parts of equal length to see through how many of them a name runs.
_PARTS: Final = 5


class Salience:
    """Measures names against one article."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], most: int) -> None:
        """Prepare for an article whose most frequent name has ``most`` mentions."""
        self._headline = article.first("headline")
        body = [sentence for sentence in sentences if sentence.role == "body"]
        self._sentences = SpanIndex(sentence.span for sentence in body)
        self._most = most

    def of(self, mentions: Sequence[Span], *, adjective: bool = False) -> float:
        """Return how much the article is about the name with these mentions, 0 to 1.

        Args:
            mentions: In text order, at least one.
            adjective: Whether the name is an adjective or a people ("Russian", "Russians"), which is
                seldom what an article is about.
        """
        score: float = sum(map(mul, _WEIGHTS, self.features(mentions, adjective=adjective)))
        return round(min(max(score, 0.0), 1.0), 3)

    def features(self, mentions: Sequence[Span], *, adjective: bool) -> tuple[float, ...]:
        """Return the features of a name's salience, each 0 to 1.

        The features are: its count relative to the most frequent name; whether it is in the headline;
        through how many parts of the body it runs; how near it comes to the first sentence, by rank and by
        the share of the body before it; whether it is an adjective.
        """
        headline = self._headline
        in_headline = headline is not None and any(headline.holds(mention) for mention in mentions)
        before = (self._sentences.before(mention.start) for mention in mentions)
        numbers = [number for number in before if number is not None]
        length = max(len(self._sentences), 1)
        parts = {number * _PARTS // length for number in numbers}
        return (
            log1p(len(mentions)) / log1p(self._most),
            float(in_headline),
            len(parts) / min(_PARTS, length),
            1 / (1 + numbers[0]) if numbers else 0.0,
            1 - numbers[0] / length if numbers else 0.0,
            float(adjective),
        )
