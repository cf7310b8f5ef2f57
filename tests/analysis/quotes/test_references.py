"""Titles in lists of references, which nobody says."""

from __future__ import annotations

import pytest

from tests.support.quotes import Told, told

LINES = [
    "Ana Reyes. “Parliament dissolved: what now?” — Aldby Post, March 25, 2026",
    "Tom Hale, “The ferry has to stop.” – Port Ellery Times, 3 May 2024",
    "“Voters reject the ferry” — Aldby Post, November 3, 2025",
]


@pytest.mark.parametrize("line", LINES)
def test_a_title_with_outlet_and_day_is_no_quote(line: str) -> None:
    names = {"Aldby Post": "ORG"} if "Aldby" in line else {"Port Ellery Times": "ORG"}
    assert told(f"The council met.\n\n{line}", names=names) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "content", "source"),
    [
        ("“The ferry has to stop.” — Ana Reyes, March 25, 2026", "“The ferry has to stop.”", "Ana Reyes"),
        ("“The ferry has to stop!” — Ana Reyes, mayor of Aldby", "“The ferry has to stop!”", "Ana Reyes"),
    ],
)
def test_who_signs_a_sentence_says_it_whatever_the_day(line: str, content: str, source: str) -> None:
    found = told(f"The council met.\n\n{line}", names={"Ana Reyes": "PER"})
    assert found == [Told("direct", source, None, (content,))]
