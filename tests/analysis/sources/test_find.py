"""The sources of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.sources import find_sources
from newscli.model import Article, Block, Quote, Source, Span
from tests.support.port_ellery import reading

TEXT = "he she they Ana Orel told Tom that the board said the sea wall had failed twice in a week"
ARTICLE = Article(TEXT, "a.txt", (Block("body", Span(0, len(TEXT))),), TEXT)


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(number: int, words: str, speaker: str | None, mention: str = "", **more: object) -> Quote:
    source = place(mention) if mention else None
    quote = Quote(number, "indirect", (place(words),), (), source, speaker, "speech", 0.9, paragraph=1)
    return replace(quote, **more)  # type: ignore[arg-type]


def test_a_source_has_its_statements_counted_by_their_marks() -> None:
    voss, hale = find_sources(reading().article, reading().quotes)
    assert (voss.name, voss.direct, voss.mixed, voss.indirect, voss.quotes) == ("Mara Voss", 1, 0, 0, 1)
    assert (hale.name, hale.direct, hale.mixed, hale.indirect, hale.quotes) == ("Tomas Hale", 0, 1, 1, 2)
    assert (voss.words, hale.words) == (19, 15)
    assert (voss.first_paragraph, hale.first_paragraph) == (2, 3)
    assert voss.share + hale.share == pytest.approx(1)


def test_what_no_list_shows_is_not_counted() -> None:
    quotes = [
        said(1, "that the board", "Ana Orel", act="thought"),
        said(2, "the sea wall", None),
        said(3, "had failed", "Ana Orel", confidence=0.4),
        said(4, "twice", "nobody"),
        said(5, "in a week", "No one"),
    ]
    assert find_sources(ARTICLE, quotes) == ()


def test_words_inside_another_statement_are_the_inner_speakers_alone() -> None:
    outer = said(1, "that the board said the sea wall had failed twice in a week", "Ana Orel")
    inner = said(2, "the sea wall had failed twice in a week", "the board", within=1)
    first, second = find_sources(ARTICLE, [outer, inner])
    assert (first.name, first.words) == ("the board", 9)
    assert (second.name, second.words) == ("Ana Orel", 4)
    assert sum(source.words for source in (first, second)) == 13


def test_the_words_of_nested_statements_are_taken_off_once() -> None:
    quotes = [
        said(1, "that the board said the sea wall had failed twice in a week", "Ana Orel"),
        said(2, "the board said the sea wall had failed twice in a week", "Tom", within=1),
        said(3, "the sea wall had failed twice in a week", "the board", within=2),
    ]
    assert {source.name: source.words for source in find_sources(ARTICLE, quotes)} == {
        "Ana Orel": 1,
        "Tom": 3,
        "the board": 9,
    }


def test_two_people_of_one_name_are_two_sources() -> None:
    quotes = [said(1, "the sea wall", "Kim Falk", entity=0), said(2, "had failed", "Kim Falk", entity=1)]
    assert [source.name for source in find_sources(ARTICLE, quotes)] == ["Kim Falk", "Kim Falk"]


def test_who_has_no_name_is_known_by_the_words() -> None:
    quotes = [said(1, "the sea wall", "A board member"), said(2, "had failed", "a board member")]
    (source,) = find_sources(ARTICLE, quotes)
    assert (source.name, source.quotes) == ("A board member", 2)


@pytest.mark.parametrize(
    ("mentions", "pronoun"),
    [(["she"], "she"), (["he", "they", "they"], "they"), (["Ana Orel"], None), ([""], None)],
)
def test_a_source_has_the_pronoun_that_the_article_uses_most(
    mentions: list[str], pronoun: str | None
) -> None:
    people = [
        said(n, "the sea wall", "Ana Orel", mention, source_type="person")
        for n, mention in enumerate(mentions, 1)
    ]
    (source,) = find_sources(ARTICLE, people)
    assert source.pronoun == pronoun
    (body,) = find_sources(ARTICLE, [replace(one, source_type="organisation") for one in people])
    assert body.pronoun is None


@pytest.mark.parametrize(
    ("speaker", "more", "named"),
    [
        ("Ana Orel", {"entity": 0, "source_type": "person"}, True),
        ("Harbour Board", {"entity": 0, "source_type": "organisation"}, True),
        ("Ilse Marren", {"source_type": "person"}, True),
        ("The witness", {"source_type": "person"}, False),
        ("a senior official", {"source_type": "anonymous"}, False),
        ("Residents", {"source_type": "group"}, False),
    ],
)
def test_a_source_is_named_if_it_has_a_name(speaker: str, more: dict[str, object], named: bool) -> None:
    (source,) = find_sources(ARTICLE, [replace(said(1, "the sea wall", speaker), **more)])  # type: ignore[arg-type]
    assert source.named == named


def test_sources_of_most_words_come_first_and_equal_ones_in_text_order() -> None:
    quotes = [
        said(1, "Ana", "one"),
        said(2, "the sea wall", "two"),
        said(3, "twice", "three"),
    ]
    found: tuple[Source, ...] = find_sources(ARTICLE, quotes)
    assert [source.name for source in found] == ["two", "one", "three"]
