"""Who goes on with a source that has no name."""

from __future__ import annotations

from newscli.analysis.speakers.speaker import Speaker
from newscli.analysis.speakers.unnamed_source import UnnamedSource
from newscli.model import Entity, Span

BOARD = Entity("Ferry Board", "ORG", (Span(0, 11),), (), 0.5)
ROE = Entity("Ann Roe", "PER", (Span(20, 27),), (), 0.5)
OF_BOARD = Speaker("Ferry Board", BOARD, "description")


def test_a_pronoun_goes_on_with_whom_an_unnamed_spokesman_speaks_for() -> None:
    source = UnnamedSource()
    source.heard("A spokesman", 3, OF_BOARD)
    found = source.body("he", 4)
    assert found is not None
    assert (found.entity, found.form) == (BOARD, "pronoun")
    assert source.body("she", 4) is None
    assert source.body("he", 6) is None


def test_the_spokesman_is_the_one_of_whom_the_article_has_told() -> None:
    source = UnnamedSource()
    source.heard("A Ferry Board spokesman", 3, OF_BOARD)
    source.heard("Ann Roe", 4, Speaker("Ann Roe", ROE, "name"))
    assert source.again("The spokesman") == OF_BOARD
    assert source.again("The spokeswoman") is None
    assert source.again("The board's spokesman") is None


def test_the_manager_is_the_one_whom_the_article_has_introduced() -> None:
    source = UnnamedSource()
    source.heard("a site manager", 3, Speaker("a site manager", form="description"))
    source.heard("Ann Roe", 4, Speaker("Ann Roe", ROE, "name"))
    found = source.again("the manager")
    assert found is not None
    assert (found.name, found.entity) == ("the manager", None)
    assert source.again("the area manager") is None
    assert source.again("the director") is None


def test_the_minister_who_is_not_introduced_may_have_a_name() -> None:
    source = UnnamedSource()
    source.heard("the minister", 3, Speaker("the minister", form="description"))
    source.heard("a study", 4, Speaker("a study", form="description"))
    assert source.again("the minister") is None
    assert source.again("the study") is None


def test_a_named_spokeswoman_speaks_for_herself() -> None:
    source = UnnamedSource()
    source.heard("the spokeswoman", 3, Speaker("Ann Roe", ROE, "description"))
    assert source.again("The spokeswoman") is None
    assert not source.is_meant_by("she", 4)


def test_several_go_on_as_they_and_one_who_is_introduced_as_she() -> None:
    source = UnnamedSource()
    source.heard("Residents", 1, Speaker("Residents", form="description"))
    assert source.is_meant_by("they", 2)
    assert not source.is_meant_by("she", 2)
    source.heard("a nurse", 2, Speaker("a nurse", form="description"))
    assert source.is_meant_by("she", 3)


def test_an_unnamed_person_speaks_for_himself_and_a_spokesman_of_a_body_does_not() -> None:
    source = UnnamedSource()
    source.heard("A cousin of Roe", 1, Speaker("A cousin of Roe", form="description"), 15)
    found = source.person("he")
    assert found is not None
    assert found.name == "A cousin of Roe"
    assert source.person("they") is None
    source.heard("A spokesman", 2, OF_BOARD, 40)
    assert source.person("he") is None
    source.heard("The singer's spokesman", 3, Speaker("The singer's spokesman", form="description"), 60)
    assert source.is_meant_by("he", 4)
    found = source.person("he")
    assert found is not None
    assert found.name == "The singer's spokesman"


def test_a_chain_of_pronouns_begins_where_the_unnamed_source_opens_its_sentence() -> None:
    source = UnnamedSource()
    source.heard("a nurse", 1, Speaker("a nurse", form="description"), 20)
    source.go_on(2, 30)
    assert (source.sentence, source.end) == (2, 30)
    source.heard("a nurse", 3, Speaker("a nurse", form="description"))
    source.go_on(4, 50)
    assert (source.sentence, source.end) == (4, -1)
