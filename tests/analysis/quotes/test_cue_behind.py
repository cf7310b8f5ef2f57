from __future__ import annotations

import pytest

from newscli.analysis.quotes.cue_behind import attribute_behind
from newscli.model import Label
from tests.support.quotes import surroundings_of, words_of_attribution

NAMES: dict[str, Label] = {"Ana Reyes": "PER", "Hale": "PER", "Roe": "PER"}


def behind(text: str) -> tuple[str | None, str | None] | None:
    """Return (cue, source) behind the first quotation of a text."""
    names = {name: label for name, label in NAMES.items() if name in text}
    return words_of_attribution(text, attribute_behind(surroundings_of(text, names)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is safe,” he said.", ("said", "he")),
        ("“It is safe,” said the minister.", ("said", "the minister")),
        ("“It is safe,” the harbour board has repeatedly said.", ("said", "the harbour board")),
        ("“It is safe” — he said.", ("said", "he")),
        ("“Is it safe?” Roe asked on Friday.", ("asked", "Roe")),
        ("“It is safe,” the Rovers manager, Ana Reyes, said.", ("said", "Ana Reyes")),
    ],
)
def test_a_cue_behind_a_quotation_has_its_subject_for_a_source(text: str, expected: tuple[str, str]) -> None:
    assert behind(text) == expected


def test_according_to_names_the_source_behind_it() -> None:
    assert behind("“It is safe,” according to the harbour board.") == ("according", "the harbour board")


def test_a_sentence_of_its_own_behind_a_full_stop_may_be_an_attribution() -> None:
    assert behind("“We never slept.” Mr Hale said.") == ("said", "Mr Hale")


@pytest.mark.parametrize(
    "text",
    [
        "“We never slept.” Mr Hale said the ferry had been late.",
        "Hale said: “It is safe.” Roe agreed.",
        "“It is safe,” when Roe said so in the hall.",
        "“It is safe,” adding that nobody was hurt.",
        "“It is safe”; Roe said more.",
        "“It is safe,” the board; Roe said more.",
        "“It is safe,” the mayor was told.",
        "Roe told us “it is safe,” Hale said.",
        "“It is safe.”",
    ],
)
def test_words_that_go_on_with_something_else_attribute_nothing(text: str) -> None:
    assert behind(text) is None


def test_a_name_and_a_verb_that_is_no_cue_attribute_a_quotation_that_ends_with_a_comma() -> None:
    assert behind("“It is safe,” Roe shot back.") == ("shot", "Roe")
    assert behind("“It is safe,” she shot back.") == ("shot", "she")
    assert behind("“It is safe” Roe shot back.") is None


def test_a_name_behind_a_dash_is_a_signature() -> None:
    assert behind("“It is safe.” — Ana Reyes, mayor of Exwick") == (None, "Ana Reyes")
