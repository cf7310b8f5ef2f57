"""Numbers in words, and what stands beside numbers in figures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from newscli.english.words import word_set

NUMBER_WORDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "eight": 8,
        "eighteen": 18,
        "eighty": 80,
        "eleven": 11,
        "fifteen": 15,
        "fifty": 50,
        "five": 5,
        "forty": 40,
        "four": 4,
        "fourteen": 14,
        "nine": 9,
        "nineteen": 19,
        "ninety": 90,
        "one": 1,
        "seven": 7,
        "seventeen": 17,
        "seventy": 70,
        "six": 6,
        "sixteen": 16,
        "sixty": 60,
        "ten": 10,
        "thirteen": 13,
        "thirty": 30,
        "three": 3,
        "twelve": 12,
        "twenty": 20,
        "two": 2,
    }
)
"""The words that add up to a number; no ordinal."""

MAGNITUDES: Final[Mapping[str, int]] = MappingProxyType(
    {
        "billion": 10**9,
        "bn": 10**9,
        "dozen": 12,
        "hundred": 100,
        "k": 1_000,
        "m": 10**6,
        "million": 10**6,
        "mn": 10**6,
        "thousand": 1_000,
        "tn": 10**12,
        "trillion": 10**12,
    }
)
"""The words and letters that multiply the number before them; "scores" and "dozens" say no number."""

CURRENCIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "$": "dollar",
        "£": "pound",
        "¥": "yen",
        "€": "euro",
        "₹": "rupee",
    }
)
"""The signs of money, each with the noun of what it counts."""

MONTHS_AND_CLOCK: Final = word_set(
    """
    a.m am april august
    december
    february
    january july june
    march may
    november
    o'clock october
    p.m pm
    september
    """
)
"""A number beside one of these is a day or an hour, and counts nothing."""

DURATIONS: Final[Mapping[str, tuple[str, float]]] = MappingProxyType(
    {
        "day": ("days", 1.0),
        "days": ("days", 1.0),
        "decade": ("months", 120.0),
        "decades": ("months", 120.0),
        "fortnight": ("days", 14.0),
        "fortnights": ("days", 14.0),
        "hour": ("hours", 1.0),
        "hours": ("hours", 1.0),
        "minute": ("hours", 1 / 60),
        "minutes": ("hours", 1 / 60),
        "month": ("months", 1.0),
        "months": ("months", 1.0),
        "week": ("days", 7.0),
        "weeks": ("days", 7.0),
        "year": ("months", 12.0),
        "years": ("months", 12.0),
    }
)
"""Lengths of time, each with what it is measured in and how much of that it is: "two weeks" are 14 days."""
