"""The filters of ``quotes`` and ``entities``."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.filters import as_typed, filter_entities, filter_quotes, keep_top, nearest_names
from newscli.model import Act, Analysis, Article, Entity, Kind, Label, Quote, Span, Status

ARTICLE = Article("x" * 100, "story.txt", (), "x" * 100)


def quote(
    number: int,
    speaker: str | None,
    kind: Kind,
    act: Act,
    confidence: float,
    *,
    status: Status = "said",
    entity: int | None = None,
    paragraph: int | None = 1,
) -> Quote:
    content = (Span(number, number + 1),)
    said = Quote(number, kind, content, (), None, speaker, act, confidence, status, entity=entity)
    return replace(said, paragraph=paragraph)


def entity(name: str, label: Label, count: int) -> Entity:
    return Entity(name, label, tuple(Span(n, n + 1) for n in range(count)), (), 0.5)


QUOTES = Analysis(
    ARTICLE,
    quotes=(
        quote(1, "Renée O’Dell", "direct", "speech", 0.9),
        quote(2, "Sergey Lavrov", "mixed", "speech", 0.6, status="denied"),
        quote(3, None, "indirect", "thought", 0.3),
    ),
)
ENTITIES = Analysis(
    ARTICLE,
    entities=(entity("Ana Orel", "PER", 3), entity("Port Ellery", "LOC", 2), entity("Tom Bask", "PER", 1)),
)


@pytest.mark.parametrize(
    ("speakers", "kept"),
    [
        ([], [1, 2]),
        (["lavrov"], [2]),
        (["LAVROV"], [2]),
        (["renee o'dell"], [1]),
        (["Re\u0301ne"], [1]),
        (["Rene\u0301e"], [1]),
        (["renee", "sergey"], [1, 2]),
        (["vrov"], []),
        (["dell"], [1]),
        (["nobody"], []),
        (["Mr Lavrov"], [2]),
        (["president dr. o'dell"], [1]),
        (["Mr"], []),
    ],
)
def test_a_speaker_is_named_as_a_person_types(speakers: list[str], kept: list[int]) -> None:
    assert [quote.id for quote in filter_quotes(QUOTES, speakers=speakers).quotes] == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("NFB", [1]), ("ferry board", [1]), ("Søren", [2]), ("soren", [2]), ("Skov", [2]), ("he", [])],
)
def test_a_speaker_is_found_by_every_name_that_the_article_has_for_him(typed: str, kept: list[int]) -> None:
    board = Entity("North Ferry Board", "ORG", (Span(0, 1),), ("NFB",), 0.5)
    skov = Entity("Søren Skov", "PER", (Span(2, 3),), ("Skov",), 0.4)
    said = Analysis(
        ARTICLE,
        quotes=(
            quote(1, "North Ferry Board", "direct", "speech", 0.9, entity=0),
            quote(2, "Søren Skov", "direct", "speech", 0.9, entity=1),
        ),
        entities=(board, skov),
    )
    assert [quote.id for quote in filter_quotes(said, speakers=[typed]).quotes] == kept


def test_two_speakers_of_one_name_are_told_apart_by_their_other_names() -> None:
    elder = Entity("Kim Falk", "PER", (Span(0, 1), Span(2, 3)), ("Captain Falk",), 0.5)
    younger = Entity("Kim Falk", "PER", (Span(4, 5), Span(6, 7)), ("Kimmy",), 0.4)
    said = Analysis(
        ARTICLE,
        quotes=(
            quote(1, "Kim Falk", "direct", "speech", 0.9, entity=0),
            quote(2, "Kim Falk", "direct", "speech", 0.9, entity=1),
        ),
        entities=(elder, younger),
    )
    assert [quote.id for quote in filter_quotes(said, speakers=["Captain"]).quotes] == [1]
    assert [quote.id for quote in filter_quotes(said, speakers=["Kimmy"]).quotes] == [2]


def test_a_quote_refers_to_its_speaker_among_the_entities_that_are_kept() -> None:
    said = replace(
        ENTITIES,
        quotes=(
            quote(1, "Ana Orel", "direct", "speech", 0.9, entity=0),
            quote(2, "Port Ellery", "direct", "speech", 0.9, entity=1),
            quote(3, "Tom Bask", "direct", "speech", 0.9, entity=2),
            quote(4, "a crowd", "direct", "speech", 0.9),
        ),
    )
    people = filter_entities(said, labels=["PER"])
    assert [quote.entity for quote in people.quotes] == [0, None, 1, None]
    assert [quote.entity for quote in keep_top(said, 1).quotes] == [0, None, None, None]
    assert [quote.speaker for quote in people.quotes] == [quote.speaker for quote in said.quotes]


def test_quotes_are_kept_by_kind_act_and_confidence() -> None:
    assert [q.id for q in filter_quotes(QUOTES, kinds=["direct", "indirect"]).quotes] == [1]
    assert [q.id for q in filter_quotes(QUOTES, acts=["speech"]).quotes] == [1, 2]
    assert [q.id for q in filter_quotes(QUOTES, min_confidence=0.7).quotes] == [1]
    assert [q.id for q in filter_quotes(QUOTES, kinds=["mixed"], acts=["thought"]).quotes] == []


def test_what_is_no_statement_is_kept_only_where_it_is_asked_for() -> None:
    assert [q.id for q in filter_quotes(QUOTES).quotes] == [1, 2]
    assert [q.id for q in filter_quotes(QUOTES, everything=True).quotes] == [1, 2, 3]
    assert [q.id for q in filter_quotes(QUOTES, acts=["thought"]).quotes] == []
    believed = replace(QUOTES, quotes=(quote(4, "Ana Orel", "indirect", "thought", 0.8),))
    assert [q.id for q in filter_quotes(believed).quotes] == []
    assert [q.id for q in filter_quotes(believed, acts=["thought"]).quotes] == [4]
    assert [q.id for q in filter_quotes(QUOTES, acts=["speech"], everything=True).quotes] == [1, 2]


def test_quotes_are_kept_by_what_became_of_them() -> None:
    assert [q.id for q in filter_quotes(QUOTES, statuses=["denied", "asked"]).quotes] == [2]
    assert [q.id for q in filter_quotes(QUOTES, statuses=["said"]).quotes] == [1]
    assert [q.id for q in filter_quotes(QUOTES, statuses=["said"], everything=True).quotes] == [1, 3]


def test_what_is_unsure_is_kept_only_where_it_is_asked_for() -> None:
    unsure = replace(QUOTES, quotes=(quote(1, "Ana Orel", "direct", "speech", 0.45),))
    assert filter_quotes(unsure).quotes == ()
    assert filter_quotes(unsure, everything=True).quotes == unsure.quotes
    assert filter_quotes(unsure, min_confidence=0.4).quotes == unsure.quotes
    assert filter_quotes(unsure, everything=True, min_confidence=0.5).quotes == ()


def test_a_headline_is_kept_only_if_it_quotes_or_says_who_says() -> None:
    bare = quote(1, "Ana Orel", "indirect", "speech", 0.9, paragraph=None)
    assert [q.shown for q in (bare, replace(bare, kind="mixed"), replace(bare, mention=Span(0, 1)))] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("lavrof", ["Sergey Lavrov"]),
        ("Mr Lavrow", ["Sergey Lavrov"]),
        ("odell", ["Renée O’Dell"]),
        ("xyz", []),
    ],
)
def test_the_names_nearest_to_a_misspelt_one(typed: str, near: list[str]) -> None:
    assert nearest_names(typed, ["Renée O’Dell", "Sergey Lavrov", "Lavrov"]) == near


def test_entities_are_kept_by_label_and_count() -> None:
    assert [e.name for e in filter_entities(ENTITIES, labels=["PER"]).entities] == ["Ana Orel", "Tom Bask"]
    assert [e.name for e in filter_entities(ENTITIES, min_count=2).entities] == ["Ana Orel", "Port Ellery"]
    assert filter_entities(ENTITIES) == ENTITIES


def test_the_most_salient_entities_are_kept() -> None:
    assert [e.name for e in keep_top(ENTITIES, 2).entities] == ["Ana Orel", "Port Ellery"]
    assert keep_top(ENTITIES, 0) == ENTITIES


def test_a_name_as_a_person_types_it_stays_as_it_is() -> None:
    assert as_typed("ŁÓDŹ’s Straße") == as_typed(as_typed("ŁÓDŹ’s Straße")) == "lodz's strasse"
