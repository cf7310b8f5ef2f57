"""Whom a noun phrase names."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.noun_phrases import has_no_case, head, is_anyone, named_by, without_clause
from newscli.analysis.speakers.spellings import Spellings
from newscli.model import Entity, Label, Span

LABELS: dict[str, Label] = {
    "Ana Reyes": "PER",
    "Peter Hale": "PER",
    "Harbour Board": "ORG",
    "Lisbon": "LOC",
    "Bank of Aldby": "ORG",
    "Liberals": "MISC",
    "crofter": "PER",
}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Ana Reyes", "Ana Reyes"),
        ("Ana Reyes herself", "Ana Reyes"),
        ("Ana Reyes [13, 14]", "Ana Reyes"),
        ("Ana Reyes of the Harbour Board", "Ana Reyes"),
        ("Ana Reyes, a lawyer for Peter Hale", "Ana Reyes"),
        ("the board's chair, Ana Reyes, QC", "Ana Reyes"),
        ("Secretary of State Ana Reyes", "Ana Reyes"),
        ("the Lisbon economist Ana Reyes", "Ana Reyes"),
        ("Bank of Aldby governor Ana Reyes", "Ana Reyes"),
        ("a friend of Bank of Aldby governor Ana Reyes", None),
        ("clerk of the court Ana Reyes", "Ana Reyes"),
        ("a friend of the judge Ana Reyes", None),
        ("the Harbour Board (HB) chairwoman Ana Reyes", "Ana Reyes"),
        ("the Harbour Board (HB)", "Harbour Board"),
        ("Ana Reyes Jr.", "Ana Reyes"),
        ("the Harbour Board in Lisbon", "Harbour Board"),
        ("Ana Reyes's lawyer", None),
        ("a spokesman for Ana Reyes", None),
        ("Ana Reyes and Peter Hale", None),
        ("Ana Reyes, and Captain Peter Hale", None),
        ("Ana Reyes and her sons", None),
        ("critics, including Ana Reyes", None),
        ("experts in Lisbon", None),
        ("Liberals", "Liberals"),
        ("some Liberals", None),
        ("the crofter", None),
        ("somebody", None),
    ],
)
def test_a_phrase_names_its_chief_word(phrase: str, expected: str | None) -> None:
    entities = [
        Entity(name, label, (Span(at, at + len(name)),), (), 0.5)
        for name, label in LABELS.items()
        if (at := phrase.find(name)) >= 0
    ]
    found = named_by(phrase, Span(0, len(phrase)), name_at(entities))
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Mr. Hale", "Peter Hale"),
        ("Former Lisbon Gov. Peter Hale, who resigned", "Peter Hale"),
        ("radio host Ana Reyes", "Ana Reyes"),
        ("Mr Reyes", None),
        ("Tom Hale", None),
        ("Mr. Hale and Mr. Reyes", None),
        ("World Health Board", "World Health Board"),
        ("WHB", "World Health Board"),
        ("W.H.B.", "World Health Board"),
        ("many Hales", None),
        ("Moss", None),
        ("", None),
    ],
)
def test_a_name_is_known_by_its_letters(phrase: str, expected: str | None) -> None:
    entities = [
        Entity("Ana Reyes", "PER", (Span(0, 1),), (), 0.5),
        Entity("Peter Hale", "PER", (Span(2, 3),), (), 0.5),
        Entity("World Health Board", "ORG", (Span(4, 5),), (), 0.5),
    ]
    found = Spellings(entities, {"Ana Reyes": "f", "Peter Hale": "m"}).of(phrase)
    assert (found.name if found else None) == expected


def test_the_head_of_a_phrase_ends_at_its_comma() -> None:
    assert head("the judge, who spoke") == ["the", "judge"]
    assert head(", who spoke") == []


@pytest.mark.parametrize(("phrase", "expected"), [("王小明", True), ("the guard", False), ("2020", False)])
def test_letters_without_capitals_are_known(phrase: str, *, expected: bool) -> None:
    assert has_no_case(phrase) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("anyone", True),
        ("anyone who", True),
        ("those who", True),
        ("someone who", True),
        ("those", False),
        ("people", False),
        ("residents who", False),
        ("someone who was there", False),
    ],
)
def test_a_class_of_people_is_nobody_who_speaks(words: str, expected: bool) -> None:
    assert is_anyone(words) is expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("unionists some of whom", "unionists"),
        ("unionists, many of whom", "unionists"),
        ("Republicans who", "Republicans"),
        ("A diplomat, who was there", "A diplomat"),
        ("those who", "those who"),
    ],
)
def test_who_speaks_is_told_without_the_clause_behind_it(phrase: str, expected: str) -> None:
    assert without_clause(phrase) == expected
