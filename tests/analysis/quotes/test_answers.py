"""Nouns that attribute a quotation."""

from __future__ import annotations

import pytest

from newscli.analysis.quotes.cue_behind import attribute_behind
from newscli.model import Label
from tests.support.quotes import surroundings_of, words_of_attribution

NAMES: dict[str, Label] = {"Ana Reyes": "PER", "Per Hale": "PER"}


def behind(text: str) -> tuple[str | None, str | None] | None:
    names = {name: label for name, label in NAMES.items() if name in text}
    return words_of_attribution(text, attribute_behind(surroundings_of(text, names)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Too late,” is the verdict of Ana Reyes.", ("is the verdict", "Ana Reyes")),
        ("“No,” was the only reply from the board.", ("was the only reply", "the board")),
        ("“Because we must,” is Ana Reyes's answer.", ("is Ana Reyes's answer", "Ana Reyes")),
        ("“We shall pay in May,” was her answer.", ("was her answer", "her")),
        ("“Is it safe? I doubt it.” That was Per Hale's view.", ("That was Per Hale's view", "Per Hale")),
        ("“Ask me in May,” came the reply.", ("came the reply", None)),
    ],
)
def test_whose_answer_a_quotation_is_has_said_it(text: str, expected: tuple[str, str | None]) -> None:
    assert behind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“It is safe,” is a report that nobody read.",
        "“It is safe” was the title of the exhibition.",
        "“It is safe.” The answer came in May.",
    ],
)
def test_other_nouns_attribute_nothing(text: str) -> None:
    assert behind(text) is None
