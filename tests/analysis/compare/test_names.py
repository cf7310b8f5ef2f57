"""Names and sources that several articles have, or one alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.compare.find import compare_analyses
from newscli.model import Analysis, Label
from tests.support.statements_told import Said, telling

Name = tuple[str, Label]


def named(*articles: tuple[Name, ...]) -> list[tuple[str, tuple[int, ...]]]:
    found = compare_analyses([telling(entities=each) for each in articles]).named
    return [(group.name, group.articles) for group in found]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (("Ana Orel", "PER"), ("Ana Orel", "PER"), "Ana Orel"),
        (("Ana Orel", "PER"), ("Baker Ana Orel", "PER"), "Ana Orel"),
        (("Bob Hale", "PER"), ("Robert Hale", "PER"), "Bob Hale"),
        (("Health Ministry", "ORG"), ("Ministry of Health", "ORG"), "Ministry of Health"),
        (("Lomund", "LOC"), ("Lomund", "ORG"), "Lomund"),
        (("USA", "LOC"), ("United States", "LOC"), "United States"),
    ],
)
def test_two_forms_of_one_name_are_one(one: Name, other: Name, name: str) -> None:
    assert named((one,), (other,)) == [(name, (0, 1))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ana Orel", "PER"), ("Tom Orel", "PER")),
        (("Aldby", "LOC"), ("Aldby Council", "ORG")),
        (("Skarn Line", "ORG"), ("Skarn", "LOC")),
    ],
)
def test_two_names_stay_two(one: Name, other: Name) -> None:
    assert sorted(named((one,), (other,))) == sorted([(one[0], (0,)), (other[0], (1,))])


def test_a_surname_alone_is_that_of_an_alias() -> None:
    full, short = telling(entities=(("Ana Orel", "PER"),)), telling(entities=(("Orel", "PER"),))
    full = replace(full, entities=(replace(full.entities[0], aliases=("Orel",)),))
    (group,) = compare_analyses([full, short]).named
    assert (group.name, group.articles) == ("Ana Orel", (0, 1))


def cited(*articles: Analysis) -> list[tuple[str, tuple[int, ...]]]:
    return [(group.name, group.articles) for group in compare_analyses(articles).cited]


def test_sources_are_one_by_name() -> None:
    first = telling(Said("Ana Orel", "it rained"), Said("a senior official", "it snowed", "anonymous"))
    second = telling(Said("Tom Reeve", "tolls must rise"), Said("Ana Orel", "pilots were few"))
    assert cited(first, second) == [("Ana Orel", (0, 1)), ("Tom Reeve", (1,)), ("a senior official", (0,))]


def test_sources_that_may_be_one_are_if_they_share_a_statement() -> None:
    words = "the foghorn had been silent since Saturday"
    first = telling(Said("a harbour worker", words, "anonymous"))
    second = telling(Said("one dock worker", words, "anonymous"))
    assert cited(first, second) == [("a harbour worker", (0, 1))]
    other = telling(Said("one dock worker", "pilots were few", "anonymous"))
    assert cited(first, other) == [("a harbour worker", (0,)), ("one dock worker", (1,))]


def test_who_is_disputed_stays_two_sources() -> None:
    words = "“They hand the money to owners and the bill to us”"
    assert len(cited(telling(Said("Ana Orel", words)), telling(Said("Tom Reeve", words)))) == 2
