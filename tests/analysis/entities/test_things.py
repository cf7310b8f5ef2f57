"""Storms and ships with the names of people."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.things import is_thing
from newscli.model import Article, Block, Span
from tests.support.articles import titles_of
from tests.support.marked import read_marked


def thing(marked: str) -> bool:
    text, (name,), _ = read_marked(marked)
    article = Article(text, "story.txt", (Block("body", Span(0, len(text))),), text)
    return is_thing(text, titles_of(article), name.span)


@pytest.mark.parametrize(
    "marked",
    [
        "Hurricane [Ottilie|PER] turned north.",
        "[Hurricane Ottilie|PER] turned north.",
        "[Tropical Cyclone Ottilie|PER] turned north.",
        "The HMS [Norland|PER] sank.",
        "The [SS Norland|LOC] sank.",
        "[Ellen|PER], a small ferry, left at noon.",
        "He saw [Ellen|PER], an old fishing boat that had no crew.",
    ],
)
def test_a_storm_or_a_ship_is_a_thing(marked: str) -> None:
    assert thing(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "After the storm [Brim|PER] left.",
        "[Ellen|PER], a ferry captain, left.",
        "[Ellen Orr|PER], a small woman, left.",
        "The captain of the ferry, [Ellen Orr|PER], left.",
    ],
)
def test_a_person_near_one_is_none(marked: str) -> None:
    assert not thing(marked)
