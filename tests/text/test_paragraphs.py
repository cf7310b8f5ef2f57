"""Where paragraphs begin and end."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.text.paragraphs import paragraphs

LEAD = (
    "The council of Northam voted on Tuesday to close the old bridge over the river Alm, after engineers "
    "found cracks in two of its piers. Traffic will be sent over the ring road until the spring."
)
QUOTE = (
    "“We had no choice,” said Ana Ruiz, who leads the council. “A bridge that may fall is no bridge.” "
    "She said that repairs would take a year and cost some four million crowns."
)
END = "Shopkeepers in the old town were angry, as many of them live on those who cross the bridge on foot."


def found(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in paragraphs(text)]


@pytest.mark.parametrize(
    "ending",
    ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\n\n", "\r\n \t\r\n", "\n\xa0\n", "\n\u200b\n"],
)
def test_each_long_line_is_a_paragraph(ending: str) -> None:
    assert found(ending.join([LEAD, QUOTE, END])) == [LEAD, QUOTE, END]


@pytest.mark.parametrize("width", [38, 60, 72, 79, 110])
def test_hard_wrapped_lines_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (LEAD, QUOTE, END))
    assert found(text) == [LEAD, QUOTE, END]


def test_first_line_indents_separate_hard_wrapped_paragraphs() -> None:
    text = "\n".join(textwrap.fill(paragraph, 72, initial_indent="   ") for paragraph in (LEAD, QUOTE, END))
    assert found(text) == [LEAD, QUOTE, END]


def test_without_blank_lines_a_short_line_ends_a_wrapped_paragraph() -> None:
    text = "\n".join(textwrap.fill(paragraph, 60) for paragraph in (LEAD, QUOTE))
    assert found(text) == [LEAD, QUOTE]


def test_a_headline_in_two_lines_is_one_paragraph() -> None:
    text = f"Northam closes its old bridge over\nthe river Alm\n\n{LEAD}"
    assert found(text) == ["Northam closes its old bridge over the river Alm", LEAD]


def test_lines_that_end_on_purpose_stay_apart() -> None:
    scores = [
        "Northam 2 Alm United 1",
        "Harbour City 0 Westport 0",
        "Eastvale 3 Old Town 3",
        "Northam lead the table",
    ]
    assert found("\n".join(scores)) == scores


def test_list_marks_begin_paragraphs_and_are_outside_of_them() -> None:
    text = "The council will:\n• close the bridge\n- open the ring\n  road\n* pay"
    assert found(text) == ["The council will:", "close the bridge", "open the ring road", "pay"]


def test_rules_are_no_paragraphs() -> None:
    assert found("Northam closes its bridge\n=====\n\nRain fell.\n* * *\nIt stopped.\n___\n") == [
        "Northam closes its bridge",
        "Rain fell.",
        "It stopped.",
    ]


@given(st.text(st.sampled_from("aB .“”-*•=\n\r\t\xa0\u2028\u2029\u200b\x85\x1c\x0c"), max_size=200))
def test_every_letter_is_in_one_paragraph(text: str) -> None:
    spans = list(paragraphs(text))
    assert all(span.start < span.end for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    inside = [char for span in spans for char in span.of(text) if char.isalnum()]
    assert inside == [char for char in text if char.isalnum()]
