"""The types of the four objects of NLTK that newscli uses; NLTK itself is untyped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

Pair = tuple[str, str]
Association = Callable[..., float]


class SentenceTokenizer(Protocol):
    """``nltk.tokenize.punkt.PunktSentenceTokenizer``."""

    text_contains_sentbreak: Callable[[str], bool]

    def span_tokenize(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the offsets of the sentences."""


class WordTokenizer(Protocol):
    """``nltk.tokenize.destructive.NLTKWordTokenizer``."""

    def tokenize(self, text: str) -> list[str]:
        """Return the words and punctuation marks."""


class Stemmer(Protocol):
    """``nltk.stem.snowball.EnglishStemmer``."""

    def stem(self, word: str) -> str:
        """Return the stem of a word."""


class CollocationFinder(Protocol):
    """``nltk.collocations.BigramCollocationFinder``."""

    def apply_word_filter(self, fn: Callable[[str], bool]) -> None:
        """Remove the pairs with a word for which the function is true."""

    def apply_freq_filter(self, min_freq: int) -> None:
        """Remove the pairs that are seen less often."""

    def score_ngrams(self, score_fn: Association) -> Iterable[tuple[Pair, float]]:
        """Return the pairs with their scores."""
