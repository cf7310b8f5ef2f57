"""Pages of sources and of comparisons: valid, inert, and whole."""

from __future__ import annotations

from io import StringIO
from xml.etree.ElementTree import Element

import html5lib
import pytest

from newscli.analysis.sources import merge_sources
from newscli.model import Analysis
from newscli.render import Looks, View, render
from tests.support.compared import accounts, comparison, comparison_saying
from tests.support.payloads import NAMED, dangers
from tests.support.port_ellery import nothing_found, reading, saying


def page(view: View, *analyses: Analysis) -> str:
    out = StringIO(newline="")
    render(view, "html", iter(analyses), Looks(), out)
    return out.getvalue()


def parsed(markup: str) -> Element:
    """Return a page as a browser reads it; what is no HTML fails."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(markup)
    return tree


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def having(tree: Element, tag: str, name: str) -> list[Element]:
    found = (one for one in tree.iter() if one.tag in {tag, f"{{http://www.w3.org/2000/svg}}{tag}"})
    return [one for one in found if name in str(one.get("class")).split()]


def test_articles_stand_in_columns_and_what_differs_is_marked() -> None:
    tree = parsed(page("compare", comparison()))
    first, *_ = having(tree, "div", "sides")
    assert [words(side) for side in having(first, "div", "side")] == [
        "A “We will sail on Monday, come what may” ¶1 · direct",
        "B “We will sail on Tuesday, come what may” ¶1 · direct",
    ]
    assert [words(mark) for mark in first.iter("mark")] == ["Monday", "Tuesday"]


@pytest.mark.parametrize("several", [2, 3])
def test_a_page_tells_all_there_is(several: int) -> None:
    tree = parsed(page("compare", comparison(several)))
    titles = [words(title) for title in tree.iter("h2")]
    both = "In both 2 statements" if several == 2 else "In 3 articles 2 statements"
    assert titles[:2] == [both, "Numbers that differ"]
    assert titles[2 : 2 + several] == [f"{letter} Only in {letter}" for letter in "ABC"[:several]]
    assert titles[2 + several :] == ["Sources", "Names in several articles"]
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


def test_sources_have_a_bar_each_and_the_share_of_the_anonymous() -> None:
    tree = parsed(page("sources", saying("a word")))
    (stack,) = having(tree, "svg", "stack")
    assert stack.get("aria-label") == "Words by kind of source: person 50%, anonymous 50%"
    (table,) = tree.iter("table")
    assert len(having(table, "svg", "bar")) == 2
    assert "Anonymous sources have 50% of the quoted words." in words(tree)


def test_sources_of_several_articles_are_counted_together_or_each_by_itself() -> None:
    together = parsed(page("sources", merge_sources(accounts())))
    assert [words(title) for title in together.iter("h1")] == ["2 articles"]
    each = parsed(page("sources", *accounts()))
    assert [words(title) for title in each.iter("h1")] == ["0.txt"]
    assert [words(title) for title in each.iter("h2")] == ["1.txt"]


def test_an_article_without_sources_says_so() -> None:
    assert "No sources found." in words(parsed(page("sources", nothing_found())))


def test_a_headline_is_the_title() -> None:
    (title,) = parsed(page("sources", reading())).iter("h1")
    assert words(title) == "Port Ellery votes to raise its sea wall"


@pytest.mark.parametrize("payload", NAMED.values(), ids=NAMED)
def test_a_payload_is_shown_as_text(payload: str) -> None:
    told = f"a {payload} b <script>alert(1)</script> <img src=x onerror=alert(1)>"
    for markup in (page("compare", comparison_saying(told)), page("sources", saying(told))):
        tree = parsed(markup)
        assert len(list(tree.iter("script"))) == 1
        assert not list(tree.iter("img"))
        assert not dangers(markup, allowed="\n", palette=False)
