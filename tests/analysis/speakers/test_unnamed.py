"""People who are introduced without a name."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.unnamed import UnnamedPeople
from newscli.english.titles import Gender
from newscli.model import Entity
from tests.support.annotations import places
from tests.support.articles import article_of, words_of


@pytest.mark.parametrize(
    ("text", "gender", "noun"),
    [
        ("Roe met a nurse.", None, "nurse"),
        ("Roe met a retired police officer.", "f", "officer"),
        ("Roe met his daughter.", "f", "daughter"),
        ("My mother came.", "f", "mother"),
        ("Roe met his daughter.", "m", None),
        ("Roe met an actress, Ann Roe.", None, None),
        ("Roe met the nurse Ann Roe.", None, None),
        ("Roe made an offer after a number of talks.", None, None),
    ],
)
def test_somebody_is_introduced_by_a_noun_of_people(
    text: str, gender: Gender | None, noun: str | None
) -> None:
    named = name_at(
        [Entity("Ann Roe", "PER", tuple(places(text, "Ann Roe")) if "Ann Roe" in text else (), (), 0.5)]
    )
    found = UnnamedPeople(words_of(article_of(text)), named).before(len(text), gender)
    assert (found.of(text) if found else None) == noun


def test_a_noun_is_known_once_somebody_was_introduced_by_it() -> None:
    text = "A spokesman came. The spokesman left."
    people = UnnamedPeople(words_of(article_of(text)), name_at([]))
    assert people.is_known("spokesman", text.index("The"))
    assert not people.is_known("spokesman", 0)
    assert not people.is_known("judge", len(text))
