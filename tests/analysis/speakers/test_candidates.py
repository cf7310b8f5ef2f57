"""Candidates for a speaker, from names and pointers made by hand."""

from __future__ import annotations

import pytest

from newscli.analysis.segment import segment
from newscli.analysis.speakers.candidates import Candidate, Candidates, Heard, chances_of
from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.pointed import Pointed
from newscli.engines.reader.annotations import Annotations
from newscli.english.titles import Gender
from newscli.model import Entity, Label, Quote
from newscli.spans import SpanIndex
from tests.support.annotations import places
from tests.support.articles import article_of

TEXT = "Ann Roe met Bob Ash at the Ministry of Ports. The ministry thanked Roe. She said it was a start."


def entity(name: str, label: Label, *further: str) -> Entity:
    spans = sorted({place for form in (name, *further) for place in places(TEXT, form)})
    kept = tuple(one for one in spans if not any(other != one and other.holds(one) for other in spans))
    return Entity(name, label, kept, (), 0.5)


ROE, ASH, PORTS = (
    entity("Ann Roe", "PER", "Roe"),
    entity("Bob Ash", "PER"),
    entity("Ministry of Ports", "ORG"),
)


def candidates(
    source: str | None, before: Heard | None = None, genders: dict[str, Gender] | None = None
) -> dict[str, Candidate]:
    """Return the candidates for the source of a quote, by name; nobody is ""."""
    article = article_of(TEXT)
    content = places(TEXT, "it was a start")[0]
    mention = places(TEXT, source)[0] if source else None
    quote = Quote(1, "indirect", (content,), (), mention, None, "speech", 0.9)
    named = name_at((ROE, ASH, PORTS))
    sentences = SpanIndex(sentence.span for sentence in segment(article))
    finder = Candidates(article, sentences, [quote], named, Pointed(Annotations(), named), genders or {})
    found = finder.of(quote, None, before, None, None)
    return {one.entity.name if one.entity else "": one for one in found}


def test_those_who_are_named_near_are_candidates_and_so_is_nobody() -> None:
    assert set(candidates(None)) == {"", "Ann Roe", "Bob Ash", "Ministry of Ports"}


def test_a_pronoun_of_a_person_means_persons_of_its_gender() -> None:
    assert set(candidates("She", genders={"Bob Ash": "m"})) == {"", "Ann Roe"}


def test_a_body_is_no_person() -> None:
    found = candidates("The ministry")
    assert set(found) == {"", "Ministry of Ports"}
    assert found["Ministry of Ports"].features["noun in name"] == 1


def test_who_was_named_nearer_is_nearer() -> None:
    found = candidates("She")
    assert found["Ann Roe"].features["near"] == 0.5
    assert found["Bob Ash"].features["near"] == pytest.approx(1 / 3)
    assert "opens sentence" not in found["Bob Ash"].features


def test_who_spoke_before_in_the_same_paragraph_is_known() -> None:
    found = candidates("She", before=Heard(0, 0, ROE))
    assert found["Ann Roe"].features["spoke before, same paragraph"] == 1
    assert "spoke before, same paragraph" not in found["Bob Ash"].features


def test_the_chances_of_all_candidates_are_one_together() -> None:
    chances = chances_of("pronoun", list(candidates("She").values()))
    assert sum(chances) == pytest.approx(1)
    assert all(0 < chance < 1 for chance in chances)
