"""Words broken at line ends, and the heads of pages among the lines."""

from __future__ import annotations

import pytest

from newscli.model import Span
from newscli.text.load import parse

PAGED = """THE ALM COURIER        Page 3        12 May 2018

Bridge to close for a month,
council decides

The bridge over the Alm will close on Mon-
day, the council of Nort-
ham decided in a long night.

"We had no choice," said Ana Ruiz, who
leads it. "It may fall, and then we have lost

THE ALM COURIER        Page 4        12 May 2018

more than a bridge."

Her well-
known rival, Bo Ek, walked out.
"""


def paragraphs(text: str) -> list[str]:
    article = parse(text)
    return [" ".join(span.of(article.text).split()) for span in article.spans("body")]


def test_a_printed_page_reads_as_it_was_written() -> None:
    article = parse(PAGED)
    headline = article.first("headline")
    assert headline is not None
    assert headline.of(article.text).split("\n") == ["Bridge to close for a month,", "council decides"]
    assert paragraphs(PAGED) == [
        "The bridge over the Alm will close on Monday, the council of Northam decided in a long night.",
        (
            '"We had no choice," said Ana Ruiz, who leads it. '
            '"It may fall, and then we have lost more than a bridge."'
        ),
        "Her well-known rival, Bo Ek, walked out.",
    ]


def test_a_quotation_over_the_head_of_a_page_has_two_places() -> None:
    article = parse(PAGED)
    start, end = article.text.index('"It may fall'), article.text.index('bridge."') + len('bridge."')
    before, behind = (place.of(PAGED) for place in article.in_file(Span(start, end)))
    assert before == '"It may fall, and then we have lost'
    assert behind == 'more than a bridge."'


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The re-\nport is late.", "The report is late."),
        ("The North-\nWest Water Board met.", "The North-West Water Board met."),
        ("It was a well-\nknown fact.", "It was a well-known fact."),
        ("THE EARTH-\nQUAKE CAME AT NOON.", "THE EARTHQUAKE CAME AT NOON."),
        ("Pre- and post-\nwar flats; the postwar years.", "Pre- and postwar flats; the postwar years."),
        ("A river-\nside walk. The river-side is wet.", "A river-side walk. The river-side is wet."),
        ("He waited long-\ner than most.", "He waited longer than most."),
        ("pre-\nand post-war", "pre- and post-war"),
    ],
)
def test_a_word_that_a_line_end_broke_is_one(broken: str, whole: str) -> None:
    assert " ".join(parse(broken).text.split()) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Day 1\n\nRain fell on the town.\n\nDay 2\n\nIt went on falling on the town.",
        "Round 1\n\nOrel won it.\n\nRound 2\n\nEk won it.",
        "14.32\n\nThe bridge is shut.\n\n14.40\n\nThe bridge is open.",
    ],
)
def test_headings_that_count_are_no_heads_of_pages(text: str) -> None:
    assert parse(text).origin is None
