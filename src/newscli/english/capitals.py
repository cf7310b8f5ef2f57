"""The pattern of capitals of a word, and how a sentence uses them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final


class Shape(IntEnum):
    """The pattern of a word's capitals."""

    OTHER = 0  # punctuation, scripts without case
    LOWER = 1
    TITLE = 2
    CAPITAL = 3  # one letter, "A", "J."
    CAPITALS = 4
    INITIALS = 5  # "U.S.", "J.R."
    MIXED = 6  # "McNally", "iPhone"
    NUMBER = 7
    HANDLE = 8  # "@port", "#harbour", an address


class Style(IntEnum):
    """How a sentence uses capitals: what a capital means depends on it."""

    PLAIN = 0
    HEADLINE = 1  # most words have them
    BARE = 2  # none has


@lru_cache(maxsize=5_000)
def shape(word: str) -> Shape:
    """Return the pattern of a word's capitals."""
    if word[0] in "@#" or "://" in word:
        return Shape.HANDLE
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return Shape.NUMBER if any(char.isdigit() for char in word) else Shape.OTHER
    upper = sum(char.isupper() for char in letters)
    if not upper:
        return Shape.LOWER if any(char.islower() for char in letters) else Shape.OTHER
    if upper == len(letters):
        if "." in word and len(letters) > 1:
            return Shape.INITIALS
        return Shape.CAPITALS if len(letters) > 1 else Shape.CAPITAL
    return Shape.TITLE if upper == 1 and letters[0].isupper() else Shape.MIXED


def style(shapes: Sequence[Shape]) -> Style:
    """Return how a sentence uses capitals, from the shapes of its words."""
    lower = shapes.count(Shape.LOWER)
    upper = sum(map(shapes.count, _UPPER))
    if not upper:
        return Style.BARE
    # Headlines in title case keep "of", "in", "to" small; running text has three small words in four.
    return Style.HEADLINE if upper >= _MIN_CAPITALS and upper >= _CAPITALS_TO_SMALL * lower else Style.PLAIN


# Fewer capitals are a name; by hand, on headlines and sentences of PolNeAR's development articles.
_MIN_CAPITALS: Final = 4
_CAPITALS_TO_SMALL: Final = 1.5
_UPPER: Final = (Shape.TITLE, Shape.CAPITAL, Shape.CAPITALS, Shape.INITIALS, Shape.MIXED)
