"""Titles before names."""

from __future__ import annotations

import pytest

from newscli.analysis.names.titles import gender
from newscli.engines.given_names import genders_of_given_names
from newscli.english.given_names import NICKNAMES
from newscli.model import Span
from tests.support.articles import article_of, titles_of


def titles_before(name: str, text: str) -> tuple[str, ...]:
    article = article_of(text)
    start = text.rindex(name)
    return titles_of(article).before(Span(start, start + len(name)))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Then Mr. Flores spoke.", ("mr",)),
        ("Then Mr and Mrs Flores spoke.", ("mr", "mrs")),
        ("Then Secretary of State Flores spoke.", ("secretary", "state")),
        ("She met her husband Flores there.", ("husband",)),
        ("She met the queen, Flores, there.", ()),
        ("They cheered the king. Flores did not.", ()),
        ("Prime time for Flores.", ()),
        ("She is a spokeswoman for the Flores family.", ()),
        ("Then Secretary of the Treasury Flores spoke.", ("secretary", "treasury")),
        ("Flores spoke.", ()),
    ],
)
def test_only_what_stands_right_before_a_name_is_its_title(text: str, titles: tuple[str, ...]) -> None:
    assert titles_before("Flores", text) == titles


def test_a_short_name_and_its_full_form_have_one_gender() -> None:
    known = genders_of_given_names()
    genders = [(known.get(short), known.get(full)) for short, full in NICKNAMES.items()]
    assert all(short == full for short, full in genders if short and full)


@pytest.mark.parametrize(
    ("name", "expected"), [("Andy Moss", "m"), ("Sue Moss", "f"), ("Chris Moss", None), ("Xaver Moss", None)]
)
def test_a_short_given_name_tells_the_gender_unless_both_bear_it(name: str, expected: str | None) -> None:
    assert gender(name) == expected
