"""Offices that the reader took for bodies."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.offices import without_offices
from tests.support.articles import article_of, words_of
from tests.support.marked import read_marked, sightings_of


def names(marked: str) -> list[str]:
    text, mentions, _ = read_marked(marked)
    sightings = sightings_of(mentions)
    return [one.span.of(text) for one in without_offices(text, words_of(article_of(text)), sightings)]


@pytest.mark.parametrize(
    "marked",
    [
        "Town Chief Executive ([TCE|ORG]) [Ann Roe|PER] rose. The [TCE|ORG] sat down.",
        "The [Town Chief Executive|ORG] [Ann Roe|PER] rose. The [Town Chief Executive|ORG] sat down.",
    ],
)
def test_an_office_is_no_name_wherever_it_stands(marked: str) -> None:
    assert names(marked) == ["Ann Roe"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The Ferry Safety Executive ([FSE|ORG]) met.", ["FSE"]),
        ("The Office of the Special Prosecutor ([OSP|ORG]) met.", ["OSP"]),
        ("The Town Chief Executive ([ABC|ORG]) met.", ["ABC"]),
        ("The [National Executive|ORG] met.", ["National Executive"]),
        ("The [Ferry Board|ORG] [Ann Roe|PER] leads met.", ["Ferry Board", "Ann Roe"]),
    ],
)
def test_a_body_stays(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected
