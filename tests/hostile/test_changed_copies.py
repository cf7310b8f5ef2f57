"""Letters that become longer in another case put no offset out of step: none is found in a changed copy."""

from __future__ import annotations

import sys
from unicodedata import category
from unittest.mock import patch

import pytest

from newscli.analysis.pipeline import analyse
from newscli.engines.reader import model
from newscli.model import Analysis
from newscli.text.load import parse
from tests.hostile.test_linear_work import mark_freely

ARTICLE = """Ferry “#late” again, A#bin says

By Ana O#rel

PORT #LLERY (AP) — The fe#rry was late again on Monday. “We a#re glad,” said Ana O#rel, who runs the
ha#rbour. 'It was a long winte#r,' she added, and Mr. Ta#r said the Nationa#l Board (N#B) had "no # plans".

# What A#bin said

Image: Ana O#rel/AP

MS O#REL: We a#re *not* [su#re](https://example.org/#) about it. # #### said.
"""
CASES = (str.lower, str.upper, str.title, str.casefold)
LONGER = [
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if char.isalpha() and any(len(case(char)) > 1 for case in CASES)
]


def growth(letter: str) -> tuple[object, ...]:
    """Return by how much a letter grows in each case, and what kind of letter it is."""
    return category(letter), *(len(case(letter)) for case in CASES)


# One letter of each growth is tried each time, and "İ", with which it began; the others take long.
FIRST = {"İ", *{growth(letter): letter for letter in reversed(LONGER)}.values()}


def read(letter: str) -> Analysis:
    with patch.object(model, "annotate", mark_freely):
        return analyse(parse(ARTICLE.replace("#", letter)))


def places(analysis: Analysis) -> list[object]:
    """Return where everything stands that is found, in order."""
    found: list[object] = [(block.role, block.span) for block in analysis.article.blocks]
    found += [(sentence.span, sentence.tokens) for sentence in analysis.sentences]
    found += [(quote.spans, quote.cue, quote.mention, quote.kind) for quote in analysis.quotes]
    found += [(entity.mentions, entity.description) for entity in analysis.entities]
    return [*found, [one.span for one in analysis.summary]]


@pytest.fixture(scope="module")
def plain() -> dict[str, Analysis]:
    """Return by category the readings with a letter that never grows: small, capital, title case."""
    return {category(letter): read(letter) for letter in "qQǅ"}


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(letter, id=f"U+{ord(letter):04X}", marks=() if letter in FIRST else pytest.mark.long)
        for letter in LONGER
    ],
)
def test_a_letter_that_grows_in_another_case_moves_nothing(letter: str, plain: dict[str, Analysis]) -> None:
    analysis = read(letter)
    assert places(analysis) == places(plain[category(letter)])
