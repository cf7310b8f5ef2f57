"""Stems and collocations of words, by NLTK."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from newscli.engines.nltk_import import nltk_module
from newscli.engines.nltk_types import CollocationFinder, Stemmer


@cache
def _stemmer() -> Stemmer:
    stemmer: Stemmer = nltk_module("nltk.stem.snowball").EnglishStemmer()
    return stemmer


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball (Porter 2) stem of a word, lower-cased."""
    return _stemmer().stem(word.replace("’", "'"))


def rank_bigrams(words: Sequence[str], min_count: int = 2) -> list[tuple[tuple[str, str], float]]:
    """Rank the pairs of neighbouring words by how much more often than by chance they meet.

    NLTK's ``BigramCollocationFinder`` with the likelihood ratio (Dunning 1993).

    Args:
        words: InputWords in text order; an empty string separates, so that no pair crosses it.
        min_count: Pairs seen less often are left out.

    Returns:
        ``((first, second), ratio)``, best first; pairs of equal ratio in alphabetical order.
    """
    collocations = nltk_module("nltk.collocations")
    # ``from_words`` counts the same, but by ``nltk.util``, which loads half of the standard library.
    counts = (collocations.FreqDist(words), collocations.FreqDist(pairwise(words)))
    finder: CollocationFinder = collocations.BigramCollocationFinder(*counts)
    finder.apply_word_filter(lambda word: not word)
    finder.apply_freq_filter(min_count)
    scored = finder.score_ngrams(collocations.BigramAssocMeasures.likelihood_ratio)
    return sorted(((pair, float(ratio)) for pair, ratio in scored), key=lambda r: (-r[1], r[0]))
