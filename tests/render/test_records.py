from __future__ import annotations

import pytest
from port_ellery import reading, spot

from newscli.model import Analysis, Article, Block, Entity, Span
from newscli.render import VIEWS, Style, View
from newscli.render.records import (
    CONTEXT_CHARS,
    Passage,
    Places,
    body_words,
    by_speaker,
    cell,
    count,
    layout,
    name_groups,
    occurrences,
    telling_aliases,
)


def mentioned(text: str, *spans: Span, blocks: tuple[Block, ...] = ()) -> Analysis:
    return Analysis(Article(text, "a.txt", blocks, text), entities=(Entity("X", "PER", spans, (), 1.0),))


@pytest.mark.parametrize("style", [Style(), Style(scores=True, mentions=True, by_speaker=True, several=True)])
@pytest.mark.parametrize("view", VIEWS)
def test_what_is_shown_is_declared(view: View, style: Style) -> None:
    table = layout(view, style)
    names = [column.name for column in table.columns]
    assert names[0] == "file"
    assert len(set(names)) == len(names)
    assert set(table.shown) <= set(names)
    assert len(table.headings()) == len(table.shown)


@pytest.mark.parametrize("view", VIEWS)
def test_every_record_has_every_column(view: View) -> None:
    table = layout(view, Style())
    found = list(table.records(reading()))
    assert len(found) == count(view, reading())
    assert all(list(record) == [column.name for column in table.columns] for record in found)


def test_unknown_speakers_come_last() -> None:
    assert [quote.id for quote in by_speaker(reading())] == [1, 6, 2, 3, 4, 5]


def test_places_are_roles_and_paragraphs() -> None:
    places = Places(reading().article)
    assert places.name(spot("votes").start) == "headline"
    assert places.name(spot("PORT").start) == "dateline"
    assert places.name(spot("The council").start) == "¶ 1"
    assert places.name(spot("Coastal Fund").start) == "¶ 5"
    assert places.name(spot("Editing").start) == "credits"


def test_an_offset_before_all_layout_has_no_place() -> None:
    article = Article("  wall", "a.txt", (Block("body", Span(2, 6)),), "  wall")
    assert Places(article).name(0) == ""
    assert Places(article).bounds(0) == Span(0, 6)


def test_words_around_a_mention_stay_in_its_paragraph() -> None:
    found = {mention.span: mention for mention in occurrences(reading())}
    headline = found[spot("Port Ellery")]
    assert (headline.left, headline.right) == ("", "votes to raise its sea wall")


def test_words_around_a_mention_are_whole_ones() -> None:
    text = "abcdefg " * 20 + "Ana" + " hijklmn" * 20
    (mention,) = occurrences(mentioned(text, Span(160, 163)))
    assert set(mention.left.split()) == {"abcdefg"}
    assert set(mention.right.split()) == {"hijklmn"}
    assert CONTEXT_CHARS - 8 <= len(mention.left) <= CONTEXT_CHARS


def test_a_script_without_spaces_has_words_around_it_too() -> None:
    text = "港" * 200
    (mention,) = occurrences(mentioned(text, Span(100, 102)))
    assert len(mention.left) == len(mention.right) == CONTEXT_CHARS


def test_words_around_a_mention_stand_on_one_line() -> None:
    (mention,) = occurrences(mentioned("the\r\n  wall of\tAna\nand Bo", Span(15, 18)))
    assert (mention.left, mention.right) == ("the wall of", "and Bo")


def test_names_are_grouped_in_a_fixed_order_of_labels() -> None:
    groups = [(title, [entity.name for entity in group]) for title, group in name_groups(reading().entities)]
    assert groups == [
        ("People", ["Mara Voss", "Tomas Hale"]),
        ("Organisations", ["Harbour Board", "Lindqvist Institute", "Coastal Fund"]),
        ("Places", ["Port Ellery", "North Quay"]),
    ]


def test_the_name_in_capitals_is_no_telling_alias() -> None:
    person, place, *_ = reading().entities
    assert telling_aliases(person) == ["Mrs Voss"]
    assert telling_aliases(place) == []


def test_words_are_counted_in_the_body_alone_and_without_markup() -> None:
    text, prose = "Headline\n\nOne [two](three) four", "Headline\n\nOne  two         four"
    article = Article(text, "a.md", (Block("headline", Span(0, 8)), Block("body", Span(10, 31))), prose)
    assert body_words(article) == 3


def test_a_cell_is_words() -> None:
    assert cell(None) == ""
    assert cell(("Ana", "Bo")) == "Ana; Bo"
    assert cell(0.123456) == "0.1235"
    assert cell(7) == "7"
    assert cell(Passage("said", Span(3, 7))) == "said"
