"""A page holds the article to the character, whatever stands in it and however its marks overlap."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from io import StringIO
from typing import get_args
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.model import (
    ACTS,
    KINDS,
    LABELS,
    STATUSES,
    Analysis,
    Article,
    Block,
    Entity,
    Quote,
    Role,
    Span,
    SummarySentence,
)
from newscli.render import Looks, render
from newscli.text.mend import as_read
from tests.support.port_ellery import nothing_found, reading, retold
from tests.support.strategies import rough

ROLES: tuple[Role, ...] = get_args(Role)


def page(*analyses: Analysis, looks: Looks | None = None) -> str:
    out = StringIO(newline="")
    render("report", "html", iter(analyses), looks or Looks(), out)
    return out.getvalue()


def parsed(markup: str) -> Element:
    """Return a page as a browser reads it; what is no HTML fails."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(markup)
    return tree


def only_articles(analysis: Analysis) -> Element:
    """Return the articles of a page alone, which is sooner read; here may be what HTML calls an error."""
    (markup,) = re.findall("<article.*</article>", page(analysis), re.DOTALL)
    tree: Element = html5lib.HTMLParser(namespaceHTMLElements=False).parse(f"<!DOCTYPE html>{markup}")
    return tree


def articles(tree: Element) -> list[str]:
    return ["".join(article.itertext()) for article in tree.iter("article")]


def marked(tree: Element, of: str) -> str:
    """Return all that is marked as one statement, by the id of its details, or as names (``n``)."""
    if of == "n":
        return "".join("".join(one.itertext()) for one in tree.iter("span") if is_name(one))
    links = (one for one in tree.iter("a") if is_quote(one) and one.get("href") == f"#{of}")
    return "".join("".join(one.itertext()) for one in links)


def is_name(element: Element) -> bool:
    return str(element.get("class")).startswith("n ")


def is_quote(element: Element) -> bool:
    return str(element.get("class")).startswith("q ")


def ids(tree: Element) -> list[str]:
    return [str(element.get("id")) for element in tree.iter() if element.get("id")]


def test_an_article_on_a_page_is_its_prose() -> None:
    for analysis in (reading(), retold(), nothing_found()):
        assert articles(parsed(page(analysis))) == [analysis.article.prose]


def test_several_articles_stand_behind_an_index() -> None:
    tree = parsed(page(reading(), nothing_found(), retold()))
    assert articles(tree) == [one.article.prose for one in (reading(), nothing_found(), retold())]
    (nav,) = tree.iter("nav")
    assert [link.get("href") for link in nav.iter("a")] == ["#a1-story", "#a2-story", "#a3-story"]


def test_every_link_leads_somewhere_and_no_id_is_there_twice() -> None:
    tree = parsed(page(reading(), retold(), nothing_found()))
    assert [name for name, times in Counter(ids(tree)).items() if times > 1] == []
    targets = {str(link.get("href")) for link in tree.iter("a")}
    targets |= {f"#{link.get('aria-describedby')}" for link in tree.iter("a") if link.get("aria-describedby")}
    assert len(targets) > 30
    assert targets <= {f"#{name}" for name in ids(tree)}


def test_pieces_of_a_statement_are_marked_as_one() -> None:
    tree = parsed(page(reading()))
    text = reading().article.text
    for number, quote in enumerate(reading().quotes, 1):
        assert marked(tree, f"a1-d{number}") == "".join(span.of(text) for span in quote.spans)


def test_a_statement_inside_another_has_its_own_mark_and_says_whose_it_stands_in() -> None:
    tree = parsed(page(retold()))
    assert marked(tree, "a1-d2") == "the vote"
    assert marked(tree, "a1-d1") == "Mara Voss denied "
    (inner,) = [one for one in tree.iter("a") if is_quote(one) and one.get("href") == "#a1-d2"]
    assert str(inner.get("class")).split()[-2:] == ["within", "begins"]
    assert inner.get("data-mark") == "B denied"
    assert str(inner.get("data-v")).split() == ["a1-v2", "a1-v1"]


def test_what_no_list_shows_is_faint() -> None:
    faint = {
        one.get("href") for one in parsed(page(reading())).iter("a") if " faint" in str(one.get("class"))
    }
    assert faint == {f"#a1-d{number}" for number, quote in enumerate(reading().quotes, 1) if not quote.shown}
    assert faint == {"#a1-d4", "#a1-d5", "#a1-d6"}


def test_what_hides_or_reorders_is_shown_with_its_name() -> None:
    article = replace(
        nothing_found().article, text="a\u202eb", prose="a\u202eb", blocks=(Block("body", Span(0, 3)),)
    )
    tree = parsed(page(Analysis(article)))
    (hides,) = [one for one in tree.iter("span") if one.get("class") == "hides"]
    assert (hides.get("data-mark"), hides.text) == ("U+202E", "\u202e")
    assert articles(tree) == ["a\u202eb"]


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, min(length, start + 30))))


@st.composite
def layouts(draw: st.DrawFn, length: int) -> tuple[Block, ...]:
    """Return blocks of any roles, in order and without overlaps, with text between them or none."""
    ends = sorted(draw(st.sets(st.integers(0, length), max_size=10)))
    return tuple(
        Block(draw(st.sampled_from(ROLES)), Span(*pair)) for pair in zip(ends[::2], ends[1::2], strict=False)
    )


@st.composite
def analyses(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Analysis:
    """Return an article with marks anywhere: they overlap, stand inside each other, and are empty."""
    text = draw(texts)
    prose = as_read(text)
    some = st.lists(spans(len(prose)), min_size=1, max_size=3).map(sorted)
    names = [
        Entity(f"n{at}", draw(st.sampled_from(LABELS)), tuple(draw(some)), (), 0.5)
        for at in range(draw(st.integers(0, 3)))
    ]
    quotes = [
        Quote(
            number,
            draw(st.sampled_from(KINDS)),
            tuple(draw(some)),
            tuple(draw(some)),
            None,
            draw(st.sampled_from((None, "Ana", "Tom"))),
            draw(st.sampled_from(ACTS)),
            draw(st.sampled_from((0.2, 0.9))),
            draw(st.sampled_from(STATUSES)),
            within=draw(st.sampled_from((None, *range(1, number + 1)))),
            paragraph=draw(st.sampled_from((None, 1))),
        )
        for number in range(1, draw(st.integers(0, 5)) + 1)
    ]
    summary = tuple(SummarySentence(0, span, 0.5) for span in (draw(some) if prose else ()))
    return Analysis(
        Article(prose, "x", draw(layouts(len(prose))), prose), (), tuple(quotes), tuple(names), summary
    )


@given(analyses(st.one_of(st.text(max_size=120), rough)))
def test_the_text_of_any_article_is_its_prose(analysis: Analysis) -> None:
    # No reference and no character of a page can be half of a pair.
    held = re.sub("[\ud800-\udfff]", "\ufffd", analysis.article.prose)
    tree = only_articles(analysis)
    assert articles(tree) == [held]
    assert len(ids(tree)) == len(set(ids(tree)))


@settings(max_examples=100)
@given(analyses(st.text("ab .“”", max_size=60)))
def test_every_character_in_a_block_wears_its_marks(analysis: Analysis) -> None:
    prose = analysis.article.prose
    blocks = (Block("body", Span(0, len(prose))),)
    tree = only_articles(replace(analysis, article=replace(analysis.article, blocks=blocks)))
    quoted = {at for quote in analysis.quotes for span in quote.spans for at in range(span.start, span.end)}
    named = {at for one in analysis.entities for span in one.mentions for at in range(span.start, span.end)}
    links = "".join("".join(one.itertext()) for one in tree.iter("a") if is_quote(one))
    assert links == "".join(prose[at] for at in sorted(quoted))
    assert marked(tree, "n") == "".join(prose[at] for at in sorted(named))
