from __future__ import annotations

import pytest

from newscli.analysis.quotes.cue_before import attribute_before, attribute_by_colon
from newscli.model import Label
from tests.support.quotes import surroundings_of, words_of_attribution

NAMES: dict[str, Label] = {"Ana Reyes": "PER", "Roe": "PER"}

Found = tuple[str | None, str | None] | None


def before(text: str, number: int = 0, used: frozenset[int] = frozenset()) -> Found:
    """Return (cue, source) before a quotation of a text."""
    names = {name: label for name, label in NAMES.items() if name in text}
    return words_of_attribution(text, attribute_before(surroundings_of(text, names, number), used))


def by_colon(text: str) -> Found:
    """Return (cue, source) of a colon before the first quotation of a text."""
    names = {name: label for name, label in NAMES.items() if name in text}
    return words_of_attribution(text, attribute_by_colon(surroundings_of(text, names)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe said: “It is safe.”", ("said", "Roe")),
        ("He told reporters on Friday, “It is safe.”", ("told", "He")),
        ("The board said “it is safe.”", ("said", "The board")),
        ("The board said that “it is safe.”", ("said", "The board")),
        ("According to Ana Reyes, “it is safe.”", ("According", "Ana Reyes")),
        ("In the words of a tram driver, “it is safe.”", ("In the words of", "a tram driver")),
    ],
)
def test_a_cue_before_a_quotation_has_its_subject_for_a_source(text: str, expected: tuple[str, str]) -> None:
    assert before(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board closed the pier, adding: “It is not safe.”", ("adding", "The board")),
        ("The pier would close, Ann Roe said adding: “It is not safe.”", ("adding", "Ann Roe")),
        ("The pier would close, Ann Roe told us adding: “It is not safe.”", ("adding", "Ann Roe")),
        ("Roe told the hall it was over and said: “Go home.”", ("said", "Roe")),
    ],
)
def test_a_participle_or_second_verb_has_the_subject_of_its_sentence(
    text: str, expected: tuple[str, str]
) -> None:
    assert before(text) == expected


def test_a_cue_that_another_quotation_has_leads_nothing_in() -> None:
    text = "“We waited,” she said, “and nobody came.”"
    assert before(text, number=1) == ("said", "she")
    assert before(text, number=1, used=frozenset({text.index("said")})) is None


@pytest.mark.parametrize(
    "text",
    [
        "Roe said “safe” was the word for it.",
        "Roe said in the hall “it is safe.”",
        "Roe left. “It is safe.”",
        "Roe said, after all the meetings that were held in the cold old hall at Exwick, “it is safe.”",
    ],
)
def test_a_cue_that_leads_to_something_else_attributes_nothing(text: str) -> None:
    assert before(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Reyes: “It is safe.”", (None, "Ana Reyes")),
        ("Roe was in no doubt: “It is safe.”", (None, "Roe")),
        ("The captain told the court:\n\n“It is safe.”", ("told", "The captain")),
        ("Roe was quite sure:\n\n“It is safe.”", (None, "Roe")),
    ],
)
def test_a_colon_names_the_source_before_it(text: str, expected: Found) -> None:
    assert by_colon(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He waited.\n\n“It is safe.”",
        "one thing was clear: “It is safe.”",
        "Ana Reyes “It is safe.”",
        "Then: “It is safe.”",
    ],
)
def test_without_a_colon_behind_a_source_nothing_is_led_in(text: str) -> None:
    assert by_colon(text) is None
