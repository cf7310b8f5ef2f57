"""The words of a statement as they are compared."""

from __future__ import annotations

import pytest

from newscli.analysis.compare.words import words_of
from newscli.model import Span


def keys(text: str) -> list[str]:
    return [word.key for word in words_of(text, [Span(0, len(text))])]


def values(text: str) -> list[float]:
    return [word.value for word in words_of(text, [Span(0, len(text))]) if word.value is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 people", [12]),
        ("twelve people", [12]),
        ("1,200 or 1.2 thousand", [1200, 1200]),
        ("€612m and 612 million euros", [612e6, 612e6]),
        ("$3.4 billion, $3.4bn", [3.4e9, 3.4e9]),
        ("two dozen, a dozen", [24, 12]),
        ("twenty-four thousand", [24_000]),
        ("two hundred", [200]),
        ("two hundred and six", [206]),
        ("seven to two", [7, 2]),
        ("one of them", []),
        ("on 2.1.2026", []),
        ("17% or 17 per cent", [17, 17]),
        ("9" * 400, []),
    ],
)
def test_a_number_is_one_word_whatever_it_is_written_with(text: str, found: list[float]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("I'm not", "I am not"),
        ("it won’t", "it will not"),
        ("they've had", "they have had"),
        ("she can't", "she cannot"),
        ("that's it", "that is it"),
        ("40 per cent", "40%"),
        ("Forty minutes", "40 minutes"),
        ("“No,”", "no"),
    ],
)
def test_spellings_of_the_same_words_are_alike(text: str, same: str) -> None:
    assert keys(text) == keys(same)


def test_a_possessive_is_the_name_and_no_shortened_verb() -> None:
    assert keys("Orel's ferry") == ["orel", "ferry"]


def test_spans_are_those_of_the_article() -> None:
    text = "She said two dozen won't go"
    words = words_of(text, [Span(9, len(text))])
    assert [word.span.of(text) for word in words] == ["two dozen", "won't", "won't", "go"]


def test_the_month_of_may_counts_and_the_verb_does_not() -> None:
    words = words_of("May opened in May", [Span(0, 17)])
    assert [word.stem for word in words] == [None, "open", None, "may"]
