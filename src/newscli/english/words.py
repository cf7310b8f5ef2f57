"""How newscli writes its lists of words."""

from __future__ import annotations

from newscli.english.punctuation import APOSTROPHES


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, which white space separates.

    A word with a straight apostrophe stands for all of its spellings: "n't" is "n’t", too.
    """
    return frozenset(word for mark in APOSTROPHES for word in text.replace("'", mark).split())


def phrase_set(text: str) -> frozenset[str]:
    """Return the entries of a text, which semicolons separate, with single spaces between their words."""
    return frozenset(" ".join(entry.split()) for entry in text.split(";"))
