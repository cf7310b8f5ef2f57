"""What people read: groups, counts, and words without their markup."""

from __future__ import annotations

from newscli.model import Article, Block, Span
from newscli.render.wording import body_words, by_speaker, further_aliases, name_groups, quote_notes, surest
from tests.support.port_ellery import reading, retold


def test_unknown_speakers_come_last() -> None:
    assert [quote.id for quote in by_speaker(reading())] == [1, 6, 2, 3, 4, 5]


def test_the_surest_quotes_stay_in_text_order() -> None:
    sure = surest(reading().quotes, 3)
    least = min(quote.confidence for quote in sure)
    assert [quote.id for quote in sure] == sorted(quote.id for quote in sure)
    assert all(quote.confidence <= least for quote in reading().quotes if quote not in sure)


def test_a_quote_is_noted_where_it_is_not_plainly_said_in_marks() -> None:
    direct, indirect, *_, believed = reading().quotes
    asked, denied = retold().quotes
    assert [quote_notes(quote) for quote in (direct, indirect, believed)] == [
        [],
        ["indirect"],
        ["indirect", "thought"],
    ]
    assert [quote_notes(quote) for quote in (asked, denied)] == [
        ["indirect", "asked"],
        ["indirect", "denied"],
    ]


def test_names_are_grouped_in_a_fixed_order_of_labels() -> None:
    groups = [(title, [entity.name for entity in group]) for title, group in name_groups(reading().entities)]
    assert groups == [
        ("People", ["Mara Voss", "Tomas Hale"]),
        ("Organisations", ["Harbour Board", "Lindqvist Institute", "Coastal Fund"]),
        ("Places", ["Port Ellery", "North Quay"]),
    ]


def test_the_name_in_capitals_is_no_further_alias() -> None:
    person, place, *_ = reading().entities
    assert further_aliases(person) == ["Mrs Voss"]
    assert further_aliases(place) == []


def test_words_are_counted_in_the_body_alone_and_without_markup() -> None:
    text, prose = "Headline\n\nOne [two](three) four", "Headline\n\nOne  two         four"
    article = Article(text, "a.md", (Block("headline", Span(0, 8)), Block("body", Span(10, 31))), prose)
    assert body_words(article) == 3
