"""Quotations in marks: which of them are pieces of one quote, and who says those that no cue is beside."""

from __future__ import annotations

import pytest

from newscli.analysis.quotes.direct import attribute_quotations
from newscli.model import Label
from tests.support.quotes import running_text_of

NAMES: dict[str, Label] = {"Ana Reyes": "PER", "Tom Hale": "PER", "Roe": "PER", "Reyes": "PER"}

Quote = tuple[str | None, tuple[str, ...]]


def attributed(text: str) -> list[Quote]:
    """Return (source, pieces) of each quotation of a text."""
    names = {name: label for name, label in NAMES.items() if name in text}
    return [
        (draft.mention.of(text) if draft.mention else None, tuple(span.of(text) for span in draft.spans))
        for draft in attribute_quotations(running_text_of(text, names))
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“We waited,” she said, “and nobody came.” Then it rained.", ("“We waited,”", "“and nobody came.”")),
        ("“We waited,” she said. “Nobody came. It rained.”", ("“We waited,”", "“Nobody came. It rained.”")),
        ("“We waited?” she asked. “Nobody came.”", ("“We waited?”", "“Nobody came.”")),
        # Paragraphs that lost the breaks between them.
        (
            "“We waited,” she said. “It rained. “Nobody came.”",
            ("“We waited,”", "“It rained.", "“Nobody came.”"),
        ),
    ],
)
def test_quotations_with_nothing_but_a_cue_and_its_source_between_are_one_quote(
    text: str, pieces: tuple[str, ...]
) -> None:
    assert attributed(text) == [("she", pieces)]


def test_a_second_cue_makes_a_second_quote_of_the_same_source() -> None:
    assert attributed("“It is over,” he told reporters, adding: “We will go home now.”") == [
        ("he", ("“It is over,”",)),
        ("he", ("“We will go home now.”",)),
    ]


def test_a_verb_of_speaking_before_a_quotation_makes_it_a_quote_of_its_own() -> None:
    assert attributed("“We won,” Roe said, and went on to tell the hall: “You did this.”") == [
        ("Roe", ("“We won,”",)),
        ("Roe", ("“You did this.”",)),
    ]


def test_a_sentence_that_says_something_else_parts_two_quotes() -> None:
    found = attributed("“We waited,” she said. Then it rained for hours. “Nobody came to see us there.”")
    assert [pieces for _, pieces in found] == [("“We waited,”",), ("“Nobody came to see us there.”",)]


def test_a_quotation_that_its_paragraph_leaves_open_goes_on_in_the_next_one() -> None:
    text = "“We saw the first of them.\n\n“They came back twice.\n\n“And then they left.”"
    assert attributed(text) == [
        (None, ("“We saw the first of them.", "“They came back twice.", "“And then they left.”"))
    ]


def test_the_cue_of_the_last_paragraph_names_the_source_of_all() -> None:
    text = "“We saw the first of them.\n\n“They never came back,” said Ana Reyes."
    assert attributed(text) == [("Ana Reyes", ("“We saw the first of them.", "“They never came back,”"))]


def test_a_closed_quotation_does_not_go_on_in_the_next_paragraph() -> None:
    text = "“We waited the whole night,” she said.\n\n“We saw the first of them.”"
    assert [pieces for _, pieces in attributed(text)] == [
        ("“We waited the whole night,”",),
        ("“We saw the first of them.”",),
    ]


def test_each_paragraph_with_a_cue_of_its_own_has_its_own_source() -> None:
    text = "“It was close,” said Ana Reyes.\n\n“We counted twice,” Tom Hale said."
    assert [source for source, _ in attributed(text)] == ["Ana Reyes", "Tom Hale"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("But Roe shook her head. “Nobody asked us about it.”", "Roe"),
        ("She shook her head. “Nobody asked us about it.”", "She"),
        ("The hall was cold. “Nobody asked us about it.”", None),
        ("Roe shook her head.\n\n“Nobody asked us about it.”", None),
    ],
)
def test_the_name_or_pronoun_that_opens_the_sentence_before_may_be_the_source(
    text: str, source: str | None
) -> None:
    assert attributed(text) == [(source, ("“Nobody asked us about it.”",))]


@pytest.mark.parametrize(
    "text", ["The “Blue Heron” left at noon.", "He is “a friend of the harbour” to many of them."]
)
def test_quoted_words_that_are_no_sentence_are_left_to_the_reader(text: str) -> None:
    assert attributed(text) == []


def test_a_mark_that_opens_an_extract_leaves_its_quotations_their_sources() -> None:
    text = 'The Herald wrote:\n\n"The hall was cold. “Nobody came to hear us,” Ana Reyes said. It rained.'
    assert attributed(text) == [("Ana Reyes", ("“Nobody came to hear us,”",))]


def test_a_clause_behind_a_quotation_does_not_say_who_speaks() -> None:
    text = "He was seen saying, “That makes me smart,” when Reyes blasted him in the hall."
    (draft,) = attribute_quotations(running_text_of(text, {"Reyes": "PER"}))
    assert draft.cue is not None
    assert draft.cue.of(text) == "saying"


@pytest.mark.parametrize(
    ("text", "bounded"),
    [
        ("“The work begins in March,” Roe said.", True),
        ("The work is “due to begin in March,” Roe said.", False),
    ],
)
def test_a_sentence_with_its_source_beside_it_is_bounded(text: str, bounded: bool) -> None:
    (draft,) = attribute_quotations(running_text_of(text, {"Roe": "PER"}))
    assert draft.bounded is bounded


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Roe trustee had read out a note. “We waited for an hour there.”", "The Roe trustee"),
        ("Across the road, barber Tom Hale had closed. “We waited for an hour there.”", "barber Tom Hale"),
        ("The old tram had closed. “We waited for an hour there.”", None),
    ],
)
def test_who_does_something_in_the_sentence_before_says_a_bare_quotation(
    text: str, source: str | None
) -> None:
    assert attributed(text) == [(source, ("“We waited for an hour there.”",))]
