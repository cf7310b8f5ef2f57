from __future__ import annotations

import pytest

from newscli.model import Article, Block, Span
from newscli.render import Looks, View
from newscli.render.columns import Passage, cell, count, view_table
from newscli.render.wording import body_words, by_speaker, name_groups, surest, telling_aliases
from tests.support.port_ellery import VIEWS, reading


@pytest.mark.parametrize("looks", [Looks(), Looks(scores=True, mentions=True, by_speaker=True, several=True)])
@pytest.mark.parametrize("view", VIEWS)
def test_what_is_shown_is_declared(view: View, looks: Looks) -> None:
    table = view_table(view, looks)
    names = [column.name for column in table.columns]
    assert names[0] == "file"
    assert len(set(names)) == len(names)
    assert set(table.shown) <= set(names)
    assert len(table.headings()) == len(table.shown)


@pytest.mark.parametrize("view", VIEWS)
def test_every_record_has_every_column(view: View) -> None:
    table = view_table(view, Looks())
    found = list(table.records(reading()))
    assert len(found) == count(view, reading())
    assert all(list(record) == [column.name for column in table.columns] for record in found)


def test_unknown_speakers_come_last() -> None:
    assert [quote.id for quote in by_speaker(reading())] == [1, 6, 2, 3, 4, 5]


def test_the_surest_quotes_stay_in_text_order() -> None:
    sure = surest(reading().quotes, 3)
    least = min(quote.confidence for quote in sure)
    assert [quote.id for quote in sure] == sorted(quote.id for quote in sure)
    assert all(quote.confidence <= least for quote in reading().quotes if quote not in sure)


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
