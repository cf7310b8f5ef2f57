"""What is markup in Markdown, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.text.layout import lay_out
from newscli.text.load import parse
from newscli.text.markdown import NO_MARKUP, read_markdown

ARTICLE = """---
title: "Ferry strike enters third day"
author: jane-doe
---

*By Jane Doe*

The ferries of Northam stayed in port, **the union** said on
[its page](https://example.org/ferries_(north) "Ferries").

![A ferry at the quay](quay.jpg)

## What comes next

> “We will not move,” said _Ana Ruiz_, who leads
> the union.

- The first talks are on Monday and
  may take days
- The port has `snake_case` plans

Talks ***failed*** before,\\* [the mayor][1] wrote at <https://example.org>.

[1]: https://example.org/mayor
"""


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_markup_becomes_spaces_and_words_stay_where_they_are() -> None:
    prose, _ = read_markdown(ARTICLE)
    assert len(prose) == len(ARTICLE)
    assert all(here in {" ", there} for here, there in zip(prose, ARTICLE, strict=True))
    assert squeezed(prose) == (
        "Ferry strike enters third day By Jane Doe The ferries of Northam stayed in port, the union said on "
        "its page . What comes next “We will not move,” said Ana Ruiz , who leads the union. The first talks "
        "are on Monday and may take days The port has snake_case plans "
        "Talks failed before, * the mayor wrote at https://example.org ."
    )


def test_front_matter_gives_title_author_and_day() -> None:
    front = '---\ntitle: "Ferry stays in port"\nauthor: Milo Trent\ndate: 2024-02-11\ntags: [a]\n---\n'
    article = parse(
        f"{front}\nThe ferry of **Northam** stayed in port on Tuesday, the union said[^1].\n\n[^1]: Twice.\n"
    )
    assert [(block.role, block.span.of(article.text)) for block in article.blocks] == [
        ("headline", "Ferry stays in port"),
        ("byline", "Milo Trent"),
        ("body", "The ferry of Northam stayed in port on Tuesday, the union said."),
    ]
    assert article.date == "2024-02-11"


def test_headings_and_list_items_lay_the_article_out() -> None:
    prose, markup = read_markdown(ARTICLE)
    blocks = [(block.role, squeezed(block.span.of(prose))) for block in lay_out(prose, markup)]
    assert blocks[0] == ("headline", "Ferry strike enters third day")
    assert blocks[1] == ("byline", "By Jane Doe")
    assert blocks[3:7] == [
        ("subhead", "What comes next"),
        ("body", "“We will not move,” said Ana Ruiz , who leads the union."),
        ("body", "The first talks are on Monday and may take days"),
        ("body", "The port has snake_case plans"),
    ]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("# Mayor quits over bridge #\nShe had been warned, the council said.\n", "Mayor quits over bridge"),
        ("Mayor quits over bridge\n===\nShe had been warned, the council said.\n", "Mayor quits over bridge"),
        ("---\ntitle: A\n---\n# Mayor quits\n\nShe had been warned.\n", "Mayor quits"),
        ("+++\ntitle = 'Mayor's quits'\n+++\n\nShe had been warned.\n", "Mayor's quits"),
    ],
)
def test_the_first_heading_is_the_headline(text: str, headline: str) -> None:
    prose, markup = read_markdown(text)
    blocks = [(block.role, block.span.of(prose)) for block in lay_out(prose, markup)]
    assert blocks[0] == ("headline", headline)
    assert [role for role, _ in blocks[1:]] == ["body"]


@pytest.mark.parametrize(
    "text",
    [
        "Prices* rose by 5 * 3 percent, and snake_case_names too.\n\n* Names have been changed.",
        "The winners\n\n# 1 Northam\n",
        "He wrote: “#northam is *my* town.”",
        "Results\n-------- see below\n",
        "She replied > and left [1] it (2) at that.",
        "Follow @_the_mayor_ and @_the_council_ today.",
        "Rain fell.\n\n---\n\nIt stopped.",
        "> You wrote that it rained.\n\nIt did.",
        "",
    ],
)
def test_plain_text_comes_back_as_the_same_object(text: str) -> None:
    prose, markup = read_markdown(text)
    assert prose is text
    assert markup is NO_MARKUP


def test_emphasis_does_not_cross_paragraphs() -> None:
    prose, _ = read_markdown("# Title\n\nA *first paragraph.\n\nA second* paragraph.")
    assert "*first" in prose
    assert "second*" in prose


@given(st.text(st.sampled_from("aA .#*_`[]()<>!-=+~\\:'\"\n\r"), max_size=120))
def test_any_text_keeps_its_length_and_its_letters(text: str) -> None:
    prose, markup = read_markdown("# Title\n\n" + text)
    assert len(prose) == len(text) + 9
    assert prose[:9] == "  Title\n\n"
    assert markup.headings[0].of(prose) == "Title"
    assert all(0 <= heading.start < heading.end <= len(prose) for heading in markup.headings)
    lay_out(prose, markup)
