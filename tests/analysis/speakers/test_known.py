"""What the article says of those whom it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.known import Known
from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.source import Source
from newscli.model import Entity, Label, Span
from tests.support.annotations import places
from tests.support.articles import article_of, titles_of, words_of

TEXT = (
    "Gov. Ann Roe met the captain Tom Ash at the Aldby Council. The Ferry Board's report came in May. "
    "The Port Police waited."
)


def entity(name: str, label: Label) -> Entity:
    return Entity(name, label, tuple(places(TEXT, name)), (), 0.5)


ROE, ASH = entity("Ann Roe", "PER"), entity("Tom Ash", "PER")
COUNCIL, BOARD, POLICE = (entity(name, "ORG") for name in ("Aldby Council", "Ferry Board", "Port Police"))


def known() -> Known:
    article = article_of(TEXT)
    words, named = words_of(article), name_at([ROE, ASH, COUNCIL, BOARD, POLICE])
    return Known(article.prose, words, (), named, Descriptions(words, named, titles_of(article)))


def features(source: str, of: Entity) -> dict[str, float]:
    found = known().features(of, Source(source, {}, {}), is_inside=False)
    return {name: value for name, value in found if value}


def may_speak(source: str, entity: Entity) -> bool:
    """Return whether a spokesperson behind the text may be the voice of one of those in it."""
    return known().may_speak(entity, Source(source, {}, {}), Span(len(TEXT), len(TEXT) + len(source)))


def test_a_title_that_is_cut_short_calls_by_the_whole_noun() -> None:
    assert features("governor", ROE)["called"] == 1
    assert features("governor", ASH)["called otherwise"] == 1
    assert features("governor", ASH)["another is called so"] == 1


def test_who_alone_is_called_so_is_meant() -> None:
    assert features("the captain", ASH)["alone called so"] == 1
    assert features("the captain", ROE)["another alone is called so"] == 1
    assert "alone called so" not in features("a captain", ASH)


def test_a_spokesperson_speaks_for_the_body_of_these_words() -> None:
    assert features("a spokeswoman for the ferry company's board", BOARD)["it is served"] == 1
    assert features("a council spokesman", COUNCIL)["it is served"] == 1
    assert features("a council spokesman", BOARD)["another is served"] == 1
    assert features("a spokesman", BOARD)["anybody is served"] == 1


def test_a_spokesperson_speaks_for_no_other_kind_of_body_and_is_nobody_else() -> None:
    assert may_speak("a spokesman for the council", COUNCIL)
    assert not may_speak("a spokesman for the council", POLICE)
    assert not may_speak("a spokesman for the council", ASH)


def test_a_spokesperson_of_a_person_speaks_for_no_body() -> None:
    assert not may_speak("the singer's spokesman", BOARD)
    assert may_speak("the ferry's spokesman", BOARD)


def test_a_spokesperson_of_a_name_speaks_for_a_body_that_may_be_called_so() -> None:
    assert not may_speak("the Bat spokeswoman", BOARD)
    assert may_speak("a Council spokeswoman", COUNCIL)


def test_a_document_whose_maker_it_names_is_of_no_other() -> None:
    assert may_speak("the letter", BOARD)
    article = article_of(TEXT.replace("Gov.", "A letter by"))
    words, named = words_of(article), name_at([replace(ROE, mentions=(Span(12, 19),)), BOARD])
    told = Known(article.prose, words, (), named, Descriptions(words, named, titles_of(article)))
    assert not told.may_speak(BOARD, Source("A letter by Ann Roe", {}, {}), Span(0, 19))


def test_a_pronoun_calls_nobody() -> None:
    assert "called otherwise" not in features("he", ASH)


def test_a_council_is_no_police() -> None:
    assert features("the council", POLICE)["another kind of body"] == 1
    assert "another kind of body" not in features("the council", COUNCIL)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the school", "Aldby Lane Academy"),
        ("the union", "Dockers' Federation"),
        ("the force", "Aldby Police"),
    ],
)
def test_a_body_may_be_named_by_another_noun_of_its_kind(source: str, name: str) -> None:
    body = Entity(name, "ORG", (Span(0, len(name)),), (), 0.5)
    assert Source(source, {}, {}).is_named_in(body)
    assert "another kind of body" not in features(source, body)
    assert features("the council", body)["another kind of body"] == 1


def test_a_source_may_mean_makers_and_bodies_wherever_they_are_named() -> None:
    assert known().meant_by(Source("the report", {}, {})) == (BOARD,)
    assert COUNCIL in known().meant_by(Source("the council", {}, {}))
    assert not known().meant_by(Source("a council", {}, {}))
