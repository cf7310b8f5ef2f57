"""Quotes of a text, from all finders together, as ``find_quotes`` gives them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.quotes import find_quotes
from newscli.model import Label
from newscli.text.load import parse
from tests.support.annotations import annotated, quotations_of
from tests.support.articles import laid_out, words_of
from tests.support.quotes import Told, quotes_of, span_of, told

REYES: dict[str, Label] = {"Reyes": "PER"}
ANA_REYES: dict[str, Label] = {"Ana Reyes": "PER"}

DIRECT = [
    ("“The ferry is safe,” Mr Hale said on Friday.", "Mr Hale", "said", "“The ferry is safe,”"),
    ("“The ferry is safe,” said Mr Hale, the captain.", "Mr Hale", "said", "“The ferry is safe,”"),
    ("“Is the ferry safe?” Mr Hale asked.", "Mr Hale", "asked", "“Is the ferry safe?”"),
    ("“We never slept.” Mr Hale said.", "Mr Hale", "said", "“We never slept.”"),
    ('Mr Hale said: "The ferry is safe."', "Mr Hale", "said", '"The ferry is safe."'),
    ("He told reporters on Friday: “The ferry is safe.”", "He", "told", "“The ferry is safe.”"),
    ("According to Ana Reyes, “the ferry is safe.”", "Ana Reyes", "According", "“the ferry is safe.”"),
    ("“The ferry is safe,” according to Ana Reyes.", "Ana Reyes", "according", "“The ferry is safe,”"),
    ("‘The ferry is safe,’ Mrs Orbach said.", "Mrs Orbach", "said", "‘The ferry is safe,’"),
    (
        "“The ferry is safe,” Dana Orel, the port's director, said.",
        "Dana Orel",
        "said",
        "“The ferry is safe,”",
    ),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), DIRECT)
def test_the_words_beside_a_quotation_say_whose_it_is(
    text: str, mention: str, cue: str, content: str
) -> None:
    assert told(text) == [Told("direct", mention, cue, (content,))]


def test_a_name_and_any_verb_behind_a_comma_in_marks_say_whose_it_is() -> None:
    text = "“The ferry is safe,” Reyes shot back."
    assert told(text, names=REYES) == [Told("direct", "Reyes", "shot", ("“The ferry is safe,”",))]


MIXED = [
    ("Mr Hale said the talks were “open and useful”.", "Mr Hale", "said", "the talks were “open and useful”"),
    ("They threatened “severe” measures.", "They", "threatened", "“severe” measures"),
    ("Hale called it a “grave error”.", "Hale", "called", "it a “grave error”"),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), MIXED)
def test_a_quotation_inside_a_longer_content_is_a_part_of_it(
    text: str, mention: str, cue: str, content: str
) -> None:
    assert told(text, (content, cue, mention)) == [Told("mixed", mention, cue, (content,))]


def test_the_words_before_a_quotation_that_make_one_clause_with_it_belong_to_it() -> None:
    assert told("The plan is “dead,” Ms Orbach said.") == [
        Told("mixed", "Ms Orbach", "said", ("The plan is “dead,”",))
    ]


INDIRECT = [
    ("Mr Hale said on Friday that the ferry was safe.", "Mr Hale", "said", "the ferry was safe"),
    ("The union denied it was planning a strike.", "The union", "denied", "it was planning a strike"),
    ("The wall held, according to the captain.", "the captain", "according to", "The wall held"),
    ("But Mr Hale has repeatedly insisted that he was asleep.", "Mr Hale", "insisted", "he was asleep"),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), INDIRECT)
def test_a_content_without_marks_is_an_indirect_quote(
    text: str, mention: str, cue: str, content: str
) -> None:
    assert told(text, (content, cue, mention)) == [Told("indirect", mention, cue, (content,))]


def test_two_contents_that_their_cue_parts_are_one_quote() -> None:
    text = "That, analysts have noted, could delay the ferry for days."
    parts = [("That", "have noted", "analysts"), ("could delay the ferry for days", "have noted", "analysts")]
    assert told(text, *parts) == [
        Told("indirect", "analysts", "noted", ("That", "could delay the ferry for days"))
    ]


def test_a_quotation_without_a_cue_is_a_quote_only_if_the_reader_sees_one() -> None:
    text = "“The ferry is safe,” said Ana Reyes.\n\n“Nobody should worry about it at all.”"
    assert len(told(text)) == 1
    assert told(text, ("Nobody should worry about it at all", None, "Ana Reyes"))[1] == Told(
        "direct", "Ana Reyes", None, ("“Nobody should worry about it at all.”",)
    )


def test_paragraphs_that_open_with_marks_and_do_not_close_them_are_one_quote() -> None:
    text = "“We waited the whole night,” she said.\n\n“We saw the first of them.\n\n“They never came back.”"
    first, second = told(text, ("We saw the first of them", None, "she"))
    assert first.content == ("“We waited the whole night,”",)
    assert second == Told("direct", "she", None, ("“We saw the first of them.", "“They never came back.”"))


def test_a_fragment_in_the_clause_of_a_source_does_not_part_a_quote_that_the_reader_sees() -> None:
    text = "“We won,” said Ana Reyes, who has a “first” on the wall. “It was time.”"
    parts = [("“We won,”", "said", "Ana Reyes"), ("“It was time.”", "said", "Ana Reyes")]
    direct = [quote.content for quote in told(text, *parts, names=ANA_REYES) if quote.kind == "direct"]
    assert "".join(direct[0]) == "“We won,”“It was time.”"


def test_a_quotation_belongs_to_the_quote_that_begins_with_it() -> None:
    text = (
        "“The ferry is late,” said Ana Orel. “We don’t know whose hand it was,” Bask said, “and we don’t "
        "know whose hand it was.” The ferry left Port Ellery on Monday."
    )
    parts = [
        ("“The ferry is late,”", "said", "Ana Orel"),
        ("“We don’t know whose hand it was,”", "said", "Ana Orel"),
        ("“and we don’t know whose hand it was.”", "said", "Bask"),
    ]
    found = told(text, *parts, names={"Ana Orel": "PER", "Bask": "PER"})
    assert [(quote.mention, len(quote.content)) for quote in found] == [("Ana Orel", 1), ("Bask", 2)]


def test_what_runs_into_a_quotation_with_a_source_of_its_own_ends_before_it() -> None:
    text = (
        "According to Ana Orel, nobody asked us. “The work begins in March,” Ana Orel said, “and the ferry "
        "is late.”"
    )
    parts = [
        ("nobody asked us. “The work begins in March,”", "According to", "Ana Orel"),
        ("“and the ferry is late.”", "said", "Ana Orel"),
    ]
    assert told(text, *parts, names={"Ana Orel": "PER"}) == [
        Told("indirect", "Ana Orel", "According to", ("nobody asked us",)),
        Told("direct", "Ana Orel", "said", ("“The work begins in March,”", "“and the ferry is late.”")),
    ]


@pytest.mark.parametrize("label", ["Video", "EXCLUSIVE", "Podcast", "Watch"])
def test_the_label_of_a_headline_is_no_source(label: str) -> None:
    article = parse(f"{label}: ‘It came out of nowhere’\n\nBy Ann Roe\n\nA wave hit the ferry on Monday.\n")
    annotations = annotated(article.prose, ("It came out of nowhere", ":", label))
    (quote,) = find_quotes(article, words_of(article), quotations_of(article), annotations, ())
    assert (quote.mention, quote.cue) == (None, None)
    assert quote.spans == (span_of(article.text, "‘It came out of nowhere’"),)


@pytest.mark.parametrize(
    "text",
    [
        "The “Blue Heron” left the harbour at noon with forty people aboard.",
        "The state of the road is bad and the report is late.",
        "It was a so-called “ghost ship” from the north.",
    ],
)
def test_a_mark_or_a_cue_alone_makes_no_quote(text: str) -> None:
    assert told(text) == []


def test_an_indirect_quote_has_the_act_of_its_cue() -> None:
    text = "Hale said it was over. Reyes hopes it is not over."
    speech, stance = quotes_of(text, ("it was over", "said", "Hale"), ("it is not over", "hopes", "Reyes"))
    assert (speech.act, stance.act) == ("speech", "stance")


def test_what_stands_in_marks_is_speech_whatever_the_cue() -> None:
    text = "Reyes considers the ferry “a floating scandal”."
    (quote,) = quotes_of(text, ("the ferry “a floating scandal”", "considers", "Reyes"))
    assert (quote.kind, quote.act) == ("mixed", "speech")


def test_quotes_are_numbered_in_text_order() -> None:
    text = "“One,” said Hale. Reyes said that two was more.\n\n“Three,” said Hale."
    found = quotes_of(text, ("two was more", "said", "Reyes"))
    assert [quote.id for quote in found] == [1, 2, 3]
    assert [quote.spans[0] for quote in found] == sorted(quote.spans[0] for quote in found)


def test_section_and_byline_hold_no_quotes() -> None:
    text = "“One,” said Hale."
    article = laid_out(("byline", text))
    annotations = annotated(text, ("One", "said", "Hale"))
    assert find_quotes(article, words_of(article), quotations_of(article), annotations, ()) == ()


PIECES = [
    *'“”"‘’',
    "said ",
    "Mr Hale ",
    "he ",
    "that ",
    "told ",
    ", ",
    ". ",
    ": ",
    "according to ",
    "it is so",
]


def contents_of(text: str, start: int) -> list[tuple[str, str | None, str | None]]:
    """Return a content that begins with a word, with a cue and a source if the text has them."""
    words = text.split()
    if start >= len(words):
        return []
    return [(words[start], "said" if "said" in words else None, "Hale" if "Hale" in words else None)]


@given(st.lists(st.sampled_from([*PIECES, "\n\n"]), max_size=40).map("".join), st.integers(0, 20))
def test_any_arrangement_gives_quotes_inside_the_text(text: str, start: int) -> None:
    for quote in quotes_of(text, *contents_of(text, start)):
        assert quote.spans
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert list(quote.spans) == sorted(quote.spans)
        assert not any(one.meets(other) for one, other in pairwise(quote.spans))
        assert 0 <= quote.confidence <= 1
