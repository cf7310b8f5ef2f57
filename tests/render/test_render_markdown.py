from __future__ import annotations

from html import unescape
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.markdown import escape, write
from newscli.render.sanitize import fold_space, safe
from tests.support.port_ellery import VIEWS, nothing_found, reading, saying

# A reader that rich brings along.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

MARKUP = [
    "*not* _emphasis_",
    "`no code`",
    "[no link](http://example.org)",
    "![no image](x)",
    "<script>alert(1)</script>",
    "<!-- no comment -->",
    "&lt;b&gt; &copy;",
    "# no heading",
    "no heading #",
    "> no quotation",
    "- no list",
    "+ no list",
    "1. no list",
    "23) no list",
    "---",
    "===",
    "~~not struck~~",
    "a | b",
    "\\*",
    "back\\slash",
    "http://example.org",
    "[x]: http://example.org",
    "```",
]


def markdown(view: View, *analyses: Analysis, looks: Looks | None = None) -> str:
    out = StringIO()
    write(view, analyses, looks or Looks(), out)
    return out.getvalue()


def test_a_report_has_a_heading_for_each_part() -> None:
    headings = [line for line in markdown("report", reading()).splitlines() if line.startswith("#")]
    assert headings == [
        "# Port Ellery votes to raise its sea wall",
        "## Summary",
        "## Quotes",
        "## Names",
        "## Keywords",
    ]


def test_a_summary_is_a_list_and_with_scores_a_table() -> None:
    assert "\n- The council of Port Ellery voted" in markdown("summary", reading())
    table = markdown("summary", reading(), looks=Looks(scores=True))
    assert "\n| Score | Sentence | Reasons |\n| --- | --- | --- |\n| 0.9312 | The" in table
    assert " | early in the article; names |\n" in table


def test_quotes_are_a_table() -> None:
    row = "| Tomas Hale | 3 | indirect | said | said | The work will cost 40 million crowns |"
    assert row in markdown("quotes", reading())


def test_mentions_are_a_table_with_their_words() -> None:
    found = markdown("entities", reading(), looks=Looks(mentions=True))
    assert "| Name | Label | Before | Mention | After |" in found
    assert (
        "| Mara Voss | PER |  | Mrs Voss | believes that building can begin in March. Engineers from |"
        in found
    )


def test_several_articles_are_named() -> None:
    found = markdown("keywords", reading("one.txt"), nothing_found("two.txt"), looks=Looks(several=True))
    assert "File: one.txt" in found
    assert "# two.txt\n\n## Keywords\n\nNo keywords found." in found


def test_warnings_stand_at_the_foot() -> None:
    assert markdown("quotes", reading()).endswith(
        "\n\nNote: a quotation mark in paragraph 4 has no partner\n"
    )


@pytest.mark.parametrize("words", MARKUP)
def test_words_of_an_article_are_no_markup(words: str) -> None:
    for template in ("{}", "- {}", "# {}", "| a |\n| --- |\n| {} |"):
        plain = READER.render(template.format("x"))
        assert unescape(READER.render(template.format(escape(words)))) == plain.replace("x", words)


@pytest.mark.parametrize("words", MARKUP)
def test_words_of_an_article_are_no_html_when_pasted(words: str) -> None:
    assert "<" not in escape(words)


@given(st.text(st.sampled_from("ab 12*_`[]()<>#+-.!|~&\\:/@$=\"'\n\t\x1b")))
def test_escaped_words_read_as_they_were(words: str) -> None:
    assert unescape(READER.renderInline(escape(words))) == safe(fold_space(words))


@pytest.mark.parametrize("words", MARKUP)
@pytest.mark.parametrize("view", VIEWS)
def test_words_of_an_article_add_no_column(view: View, words: str) -> None:
    looks = Looks(scores=True, mentions=True)
    honest = [line.count("|") for line in markdown(view, saying("x"), looks=looks).splitlines()]
    hostile = markdown(view, saying(words), looks=looks).replace("\\|", "")
    assert [line.count("|") for line in hostile.splitlines()] == honest
