"""How newscli writes its lists of words."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that are separated by white space."""
    return frozenset(text.split())


def with_both_apostrophes(*groups: str) -> frozenset[str]:
    """Return the words of texts, those with an apostrophe in both of its spellings."""
    words = [word for group in groups for word in group.split()]
    return frozenset([*words, *(word.replace("'", "’") for word in words)])
