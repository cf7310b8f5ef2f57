"""Whom the words of a source can mean."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.source import Source
from newscli.english.titles import Gender
from newscli.model import Entity, Label, Span

SHOWN: dict[str, Gender] = {"Ann Roe": "f"}
LIKELY: dict[str, Gender] = {"Otto Lind": "m"}


def entity(name: str, label: Label = "PER") -> Entity:
    return Entity(name, label, (Span(0, len(name)),), (), 0.5)


ROE, LIND, POE, BOARD = (
    entity("Ann Roe"),
    entity("Otto Lind"),
    entity("Kim Poe"),
    entity("Ferry Board", "ORG"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("she", [ROE, LIND, POE]),  # what is likely alone may be wrong of a pronoun, which the reader points
        ("he", [LIND, POE]),
        ("the woman", [ROE, POE]),
        ("the widow of a miner", [ROE, POE]),
        ("the mother-of-nine", [ROE, POE]),
        ("the captain", [ROE, LIND, POE, BOARD]),
        ("a spokeswoman", [BOARD]),
        ("the spokeswoman", [ROE, POE, BOARD]),
        ("the residents", [BOARD]),
        ("it", [BOARD]),
    ],
)
def test_a_source_agrees_in_gender_and_number(text: str, expected: list[Entity]) -> None:
    source = Source(text, SHOWN, LIKELY)
    assert [one for one in (ROE, LIND, POE, BOARD) if source.agrees(one)] == expected


def test_a_spokesperson_tells_for_whom_it_speaks() -> None:
    assert Source("a spokesman", {}, {}).served == frozenset()
    assert Source("the Bat spokeswoman", {}, {}).served_names == {"bat"}
    assert Source("a port spokeswoman", {}, {}).served_names == frozenset()
    assert Source("the singer's official spokesman", {}, {}).serves_person
    assert not Source("the port's spokesman", {}, {}).serves_person
    assert not Source("the singer's brother", {}, {}).serves_person


@pytest.mark.parametrize("text", ["the company", "the central bank", "The organisation", "the ministry"])
def test_a_company_is_no_country(text: str) -> None:
    assert not Source(text, {}, {}).agrees(entity("Mali", "LOC"))
    assert Source(text, {}, {}).agrees(entity("Ferry Board", "ORG"))
    # What is no well-known place may be a firm that was taken for one.
    assert Source(text, {}, {}).agrees(entity("Vellmar", "LOC"))


@pytest.mark.parametrize("text", ["the government", "the team", "the council", "the club"])
def test_a_team_goes_by_its_country(text: str) -> None:
    assert Source(text, {}, {}).agrees(entity("Mali", "LOC"))


def test_the_government_of_a_state_is_no_other_body() -> None:
    mali, board = entity("Mali", "LOC"), entity("Ferry Board", "ORG")
    assert Source("the Malian government", {}, {}).agrees(mali)
    assert not Source("the Malian government", {}, {}).agrees(board)
    assert not Source("the Roe administration", {}, {}).agrees(board)
    assert Source("the government in the 2022 budget", {}, {}).agrees(mali)
    assert Source("the Malian club", {}, {}).agrees(board)
