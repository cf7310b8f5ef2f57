"""Whom a source cannot mean."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.barred import Barred
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.pronouns import Antecedents
from newscli.model import Entity
from tests.support.annotations import places
from tests.support.articles import article_of, titles_of, words_of


def finder_in(text: str) -> Barred:
    people = [
        Entity(name, "PER", tuple(places(text, name)), (), 0.5) for name in ("Roe", "Ash") if name in text
    ]
    article = article_of(text)
    words, named = words_of(article), name_at(people)
    descriptions = Descriptions(words, named, titles_of(article))
    antecedents = Antecedents(words, named, descriptions, {}, ())
    return Barred(article, words, named, descriptions, antecedents)


def barred(text: str, *sources: str) -> list[str | None]:
    """Return whom each source, the first of these words behind the one before, cannot mean."""
    finder = finder_in(text)
    found, end = [], 0
    for source in sources:
        span = next(place for place in places(text, source) if place.start >= end)
        entity, end = finder.by(span), span.end
        found.append(entity.name if entity else None)
    return found


def test_who_asks_is_not_the_one_who_answers_until_he_is_named_again() -> None:
    text = "Questioned by Ash, he said no. He denied all of it. Ash nodded. He left."
    assert barred(text, "he", "He", "He") == ["Ash", "Ash", None]


@pytest.mark.parametrize("text", ["He said no.", "Ash asked, and he said no.", "Led by boys, he said no."])
def test_where_nobody_asks_nobody_is_barred(text: str) -> None:
    assert barred(text, text[text.lower().index("he ") :][:2]) == [None]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("An aide to the president", "Roe"),
        ("a senior official of the foreign minister", "Roe"),
        ("The aide to the president", None),
        ("A spokesman for the president", None),
        ("An aide to the family", None),
    ],
)
def test_who_serves_an_officeholder_is_not_the_one_named_behind(source: str, who: str | None) -> None:
    assert barred(f"{source}, Roe, said no.", source) == [who]


def test_his_lawyer_is_somebody_else() -> None:
    assert barred("Roe left. His lawyer said no.", "His lawyer") == ["Roe"]
    assert barred("Roe left. His statement said no.", "His statement") == [None]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The regulator is suing Roe, claiming it was late.", "The regulator", "Roe"),
        ("He had told Roe that it was late.", "He", "Roe"),
        ("The prime minister told Mr Roe it was late.", "The prime minister", "Roe"),
        ("The minister asked Dr. Roe to leave.", "The minister", "Roe"),
        ("The minister, Mr Roe, said no.", "The minister", None),
        ("The winner was Roe, who said no.", "The winner", None),
        ("The clerk named Roe said no.", "The clerk", None),
        ("The clerk, Roe, said no.", "The clerk", None),
        ("The clerk left.", "The clerk", None),
    ],
)
def test_a_source_is_not_whom_its_verb_is_about(text: str, source: str, expected: str | None) -> None:
    found = finder_in(text).object_of(places(text, source)[0])
    assert (found.name if found else None) == expected
