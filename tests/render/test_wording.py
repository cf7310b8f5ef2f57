"""What people read: groups, counts, and words without their markup."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.model import Article, Audit, Block, Quote, Referent, Span
from newscli.render.wording import (
    audit_line,
    body_words,
    by_speaker,
    further_aliases,
    name_groups,
    percent,
    quote_notes,
    quoted,
    readable_quote,
    resolved,
    surest,
)
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
    assert [quote_notes(quote) for quote in (direct, indirect, believed)] == [[], [], ["thought"]]
    assert [quote_notes(quote) for quote in (asked, denied)] == [["asked"], ["denied"]]
    assert quote_notes(replace(denied, status="unsaid")) == ["not said"]


def quote_of(text: str, *pieces: str) -> tuple[Article, Quote]:
    spans = tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    return Article(text, "a.txt", (), text), Quote(1, "indirect", spans, (), None, "Ana Orel", "speech", 0.9)


@pytest.mark.parametrize(
    ("text", "pieces", "words"),
    [
        ("“We go,” said Orel, “now.”", ("“We go,”", "“now.”"), "“We go,” … “now.”"),
        ("“We go.\n\n“We go now.”", ("“We go.", "“We go now.”"), "“We go.\nWe go now.”"),
        ("“We go.”\n\n“We go now.”", ("“We go.”", "“We go now.”"), "“We go.”\n“We go now.”"),
        ("It, (1) will go", ("It,", "will go"), "It, … will go"),
        ("It — will go", ("It", "will go"), "It will go"),
    ],
)
def test_a_quote_shows_where_the_article_tells_something_else(
    text: str, pieces: tuple[str, ...], words: str
) -> None:
    assert quoted(*quote_of(text, *pieces)) == words


@pytest.mark.parametrize(
    ("said", "pronoun", "shown"),
    [
        ("she had signed", "she", "[Mara Voss] had signed"),
        ("her wall had failed", "her", "[Mara Voss's] wall had failed"),
        ("they had seen her at work", "her", "they had seen [Mara Voss] at work"),
        ("the wall was hers", "hers", "the wall was [Mara Voss's]"),
    ],
)
def test_a_pronoun_becomes_a_name_in_brackets(said: str, pronoun: str, shown: str) -> None:
    article, quote = quote_of(f"Orel said {said}.", said)
    place = Span(article.text.index(pronoun, 10), article.text.index(pronoun, 10) + len(pronoun))
    told = replace(quote, referents=(Referent(place, "Mara Voss"),))
    assert (readable_quote(article, told), resolved(article, told)) == (shown, shown)
    assert readable_quote(article, told, raw=True) == quoted(article, told) == said
    own = replace(told, speaker="Mara Voss")
    assert (readable_quote(article, own), resolved(article, own)) == (said, shown)
    assert resolved(article, quote) is None


def test_lines_that_a_file_wraps_are_joined_for_people() -> None:
    article, quote = quote_of("Orel said the wall\nhad failed.", "the wall\nhad failed")
    assert (readable_quote(article, quote), quoted(article, quote)) == (
        "the wall had failed",
        "the wall\nhad failed",
    )


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1.0, "100%")]
)
def test_what_is_not_all_or_nothing_never_reads_so(share: float, words: str) -> None:
    assert percent(share) == words


def test_an_article_is_audited_in_one_line() -> None:
    two = reading().sources
    assert audit_line(Audit(two)) == "2 sources, 2 named · largest 65% · anonymous 0%"
    alone = replace(two[0], named=False, source_type="anonymous", share=1.0)
    assert (
        audit_line(Audit((alone,))) == "1 source, 0 named · largest 100% · anonymous 100% · one-source story"
    )
    assert audit_line(Audit(())) == "No sources found."


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
