"""Surnames that differ by a slip of the pen: "Wimes" and "Wines", "Nemtsov" and "Nemstov"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from newscli.english.given_names import GIVEN_NAMES

# Shorter names are often others: "Fang" and "Wang", "Horan" and "Horgan".
_LEAST_WITH_ANOTHER: Final = 5
_LEAST_WITHOUT_ONE: Final = 6
# "The Roes" are the family, "Putina" is Putin's wife.
_INFLECTED: Final = ("s", "es", "a")


def is_slip(one: str, other: str) -> bool:
    """Return whether of two surnames in lower case one may be the other with a letter wrong.

    A letter is another, too many or missing, or two have changed places (Damerau 1964, who found that four
    of five misspellings are one of these); the first letter is seldom wrong (Pollock and Zamora 1984).
    """
    short, long = sorted((one, other), key=len)
    if short == long or short[:1] != long[:1] or not GIVEN_NAMES.isdisjoint((short, long)):
        return False
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(short, long, strict=False)))
    rest, other_rest = short[same:], long[same:]
    if len(short) < len(long):
        is_inflected = any(long == short + ending for ending in _INFLECTED)
        return len(short) >= _LEAST_WITHOUT_ONE and rest == other_rest[1:] and not is_inflected
    is_swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return len(short) >= _LEAST_WITH_ANOTHER and (rest[1:] == other_rest[1:] or is_swapped)


def slips(surname: str) -> Iterator[str]:
    """Yield keys of which two surnames share one if they differ by a slip: the surname, each letter out."""
    if len(surname) >= _LEAST_WITH_ANOTHER:
        yield surname
        yield from (surname[:at] + surname[at + 1 :] for at in range(1, len(surname)))
