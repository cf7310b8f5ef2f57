"""A page holds the article to the character, whatever stands in it and however its marks overlap."""

from __future__ import annotations

from io import StringIO
from xml.etree.ElementTree import Element

import html5lib

from newscli.model import Analysis
from newscli.render import Looks, render
from tests.support.port_ellery import nothing_found, reading, retold


def page(*analyses: Analysis) -> str:
    out = StringIO(newline="")
    render("report", "html", iter(analyses), Looks(), out)
    return out.getvalue()


def parsed(markup: str) -> Element:
    """Return a page as a browser reads it; what is no HTML fails."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(markup)
    return tree


def articles(tree: Element) -> list[str]:
    return ["".join(article.itertext()) for article in tree.iter("article")]


def test_an_article_on_a_page_is_its_prose() -> None:
    for analysis in (reading(), retold(), nothing_found()):
        assert articles(parsed(page(analysis))) == [analysis.article.prose]


def test_several_articles_stand_behind_an_index() -> None:
    tree = parsed(page(reading(), nothing_found(), retold()))
    assert articles(tree) == [one.article.prose for one in (reading(), nothing_found(), retold())]
    (nav,) = tree.iter("nav")
    links = [str(link.get("href")) for link in nav.iter("a")]
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert links == ["#a1-story", "#a2-story", "#a3-story"]
    assert {link.removeprefix("#") for link in links} <= set(ids)
