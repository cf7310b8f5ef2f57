"""Finding names and labelling them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.entities import find_mentions
from newscli.analysis.segment import segment
from newscli.model import Article, Block, Label, Role, Span


def find(text: str, *, first: Role = "body") -> list[tuple[str, Label]]:
    """Return the names of a text with their labels; its paragraphs are its lines."""
    lines = [Span(line.start(), line.end()) for line in re.finditer(r"[^\n]*\S", text)]
    blocks = tuple(Block(first if i == 0 else "body", span) for i, span in enumerate(lines))
    article = Article(text, "story.txt", blocks, text)
    return [(m.span.of(text), m.label) for m in find_mentions(article, segment(article))]


def names(text: str, *, first: Role = "body") -> list[str]:
    return [name for name, _ in find(text, first=first)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The farm of Mr Quill burned.", [("Quill", "PER")]),
        ("Later Mrs. Ana Flores-Roth left.", [("Ana Flores-Roth", "PER")]),
        ("It was Prime Minister Ana Flores who left.", [("Ana Flores", "PER")]),
        ("The US Secretary of State Ana Flores left.", [("US", "LOC"), ("Ana Flores", "PER")]),
        ("The Norwegian Foreign Minister Ana Flores left.", [("Ana Flores", "PER")]),
        ("They met at the Bank of Fennick.", [("Bank of Fennick", "ORG")]),
        ("She teaches at the University of Oslo.", [("University of Oslo", "ORG")]),
        ("They sued Brightwater Inc over it.", [("Brightwater Inc", "ORG")]),
        ("They sued Brightwater plc over it.", [("Brightwater plc", "ORG")]),
        ("They sued the Ministry of Tides and Fisheries.", [("Ministry of Tides and Fisheries", "ORG")]),
        ("A boat sank near Ellery on Monday.", [("Ellery", "LOC")]),
        ("A boat sank in the Brannoch Strait.", [("Brannoch Strait", "LOC")]),
        ("She flew from Oslo to the United States.", [("Oslo", "LOC"), ("United States", "LOC")]),
        ("They signed the Ellery Treaty in May.", [("Ellery Treaty", "MISC")]),
        ("Later the Norwegians left.", [("Norwegians", "MISC")]),
        ("He asked the FHA about it.", [("FHA", "ORG")]),
        ("They sat in the FHA. He ran from the FHA in June.", [("FHA", "ORG"), ("FHA", "ORG")]),
        ("He asked the Commission on Tidal Research.", [("Commission on Tidal Research", "ORG")]),
        ("She was Speaker of the House Ida Moss then.", [("Ida Moss", "PER")]),
        ("It was Piet van der Berg who left.", [("Piet van der Berg", "PER")]),
        ("Brightwater's boats sank, and Brightwater fell.", [("Brightwater", "ORG"), ("Brightwater", "ORG")]),
    ],
)
def test_names_in_running_text(text: str, found: list[tuple[str, Label]]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Armed police came on Friday. Nobody was hurt.",
        "Then the Norwegian envoy left in June.",
        "Later the Prime Minister and the Secretary of State for Foreign Affairs left.",
        "Officials said it rained. Fishermen said it snowed.",
        "“Thieves took it,” I said. “Everything is gone.”",
        "all of it was written by ana flores in oslo.",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == []


def test_a_name_at_the_start_of_a_sentence_needs_evidence() -> None:
    assert names("Quill wept. Then the judge asked Quill to leave.") == ["Quill", "Quill"]
    assert names("Silence fell. Then the silence broke.") == []
    assert names("Colm Hart, 58, left. “Colm never wept,” she said.") == ["Colm Hart", "Colm"]


def test_a_surname_is_a_person_where_the_full_name_is() -> None:
    text = "The mayor met Ana Flores there. Near Flores stood a dog."
    assert find(text) == [("Ana Flores", "PER"), ("Flores", "PER")]


def test_a_month_goes_on_with_a_name_but_begins_none() -> None:
    assert names("It was Mrs Ida May who left in May.") == ["Ida May"]


def test_a_headline_in_title_case_names_what_the_text_names() -> None:
    text = "Angry Flores Leaves Empty Harbour Behind\nThe mayor, Ana Flores, left the harbour."
    assert names(text, first="headline") == ["Flores", "Ana Flores"]


def test_a_headline_in_ordinary_case_is_read_like_text() -> None:
    text = "Harbour row: Mr Quill and Oslo agree on a plan\nThe row is over."
    assert find(text, first="headline") == [("Quill", "PER"), ("Oslo", "LOC")]


def test_a_line_in_capitals_names_what_the_text_names() -> None:
    assert names("FLORES LEAVES THE HARBOUR\nThe mayor, Ana Flores, left.") == ["FLORES", "Ana Flores"]
    assert names("ALL OF THIS IS SHOUTED ABOUT NORWAY") == ["NORWAY"]


def test_every_role_is_read() -> None:
    assert find("By Ana Flores\nIt rained.", first="byline") == [("Ana Flores", "PER")]


@given(st.text(alphabet="ABCabc Mr.US’s'“”-&,of the\n", max_size=80))
def test_mentions_are_ordered_and_apart(text: str) -> None:
    lines = [Span(line.start(), line.end()) for line in re.finditer(r"\S[^\n]*", text)]
    article = Article(text, "story.txt", tuple(Block("body", span) for span in lines), text)
    spans = [mention.span for mention in find_mentions(article, segment(article))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
