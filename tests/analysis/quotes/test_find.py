"""Quotes of a text, from all finders together, as ``find_quotes`` gives them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.quotes import find_quotes
from newscli.model import SHOWN_FROM, Label
from newscli.text.load import parse
from tests.support.annotations import Content, annotated, places, quotations_of
from tests.support.articles import laid_out, words_of
from tests.support.quotes import Told, quotes_by, quotes_of, span_of, told, told_by

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
    (
        "But Mr Hale has repeatedly insisted that he was asleep.",
        "Mr Hale",
        "has repeatedly insisted",
        "he was asleep",
    ),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), INDIRECT)
def test_a_content_without_marks_is_an_indirect_quote(
    text: str, mention: str, cue: str, content: str
) -> None:
    assert told(text, (content, cue, mention)) == [Told("indirect", mention, cue, (content,))]


def test_a_word_or_two_without_marks_are_less_sure_than_a_clause() -> None:
    text = "The union attacked the plan. The board attacked the plan of the union."
    brief, clause = quotes_of(
        text, ("the plan", "attacked", "The union"), ("the plan of the union", "attacked", "The board")
    )
    assert brief.confidence < clause.confidence
    (quoted,) = quotes_of("The union attacked “the plan”.", ("“the plan”", "attacked", "The union"))
    assert quoted.confidence == clause.confidence


def test_a_part_of_a_quote_without_a_cue_of_its_own_is_less_sure() -> None:
    text = "“I was not told by Roe of a leak,” Hale said."
    content = "I was not told by Roe of a leak"
    for cue, is_sure in ((None, False), ("told", True)):
        seen = annotated(text, (content, "said", "Hale"), inner=[("of a leak", cue, "Roe")])
        _, part = quotes_by(text, seen)
        assert (part.confidence > SHOWN_FROM) == is_sure


def test_two_contents_that_their_cue_parts_are_one_quote() -> None:
    text = "That, analysts have noted, could delay the ferry for days."
    parts = [("That", "have noted", "analysts"), ("could delay the ferry for days", "have noted", "analysts")]
    assert told(text, *parts) == [
        Told("indirect", "analysts", "have noted", ("That", "could delay the ferry for days"))
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
    assert (quote.mention, quote.cue) == (None, ())
    assert quote.spans == (span_of(article.text, "‘It came out of nowhere’"),)


def test_a_headline_has_no_source_in_the_story() -> None:
    article = parse("Harbour to close\n\nBy Ann Roe\n\nThe harbour will close in June, Ana Orel said.\n")
    annotations = annotated(
        article.prose,
        ("Harbour to close", "said", "Ana Orel"),
        ("The harbour will close in June", "said", "Ana Orel"),
    )
    headline, story = find_quotes(article, words_of(article), quotations_of(article), annotations, ())
    assert (headline.mention, headline.cue, headline.paragraph) == (None, (), None)
    assert (story.mention, story.paragraph) == (span_of(article.text, "Ana Orel"), 1)


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


def test_a_quote_has_the_act_and_the_status_that_the_reader_sees() -> None:
    text = "Hale would not say it was over. Reyes hopes it is not over."
    contents = [("it was over", "would not say", "Hale"), ("it is not over", "hopes", "Reyes")]
    seen = annotated(text, *contents, statuses={"it was over": "unsaid"}, acts={"it is not over": "thought"})
    assert [(quote.act, quote.status) for quote in quotes_by(text, seen)] == [
        ("speech", "unsaid"),
        ("thought", "said"),
    ]


def test_a_quotation_takes_the_status_of_its_content_but_is_speech_whatever_the_act() -> None:
    text = "“Is it over?” Reyes wondered."
    content = "Is it over?"
    seen = annotated(
        text, (content, "wondered", "Reyes"), statuses={content: "asked"}, acts={content: "thought"}
    )
    (quote,) = quotes_by(text, seen)
    assert (quote.kind, quote.act, quote.status) == ("direct", "speech", "asked")


def test_a_deed_is_no_quote() -> None:
    text = "Hale signed the treaty. Reyes said it was over."
    contents = [("the treaty", "signed", "Hale"), ("it was over", "said", "Reyes")]
    seen = annotated(text, *contents, acts={"the treaty": "none"})
    assert [quote.content for quote in told_by(text, seen)] == [("it was over",)]


def test_what_is_told_inside_a_quote_is_a_quote_within_it() -> None:
    text = "Ms Roe said Mr Otis had told her the mayor lied. Hale said it was over."
    outer = [
        ("Mr Otis had told her the mayor lied", "said", "Ms Roe"),
        ("it was over", "said", "Hale"),
    ]
    seen = annotated(text, *outer, inner=[("the mayor lied", "had told", "Mr Otis")])
    assert told_by(text, seen) == [
        Told("indirect", "Ms Roe", "said", ("Mr Otis had told her the mayor lied",)),
        Told("indirect", "Mr Otis", "had told", ("the mayor lied",)),
        Told("indirect", "Hale", "said", ("it was over",)),
    ]
    assert [(quote.id, quote.within) for quote in quotes_by(text, seen)] == [(1, None), (2, 1), (3, None)]


def test_a_quotation_in_a_quote_with_another_source_is_a_quote_within_it() -> None:
    text = "Roe said that Otis had told her “the mayor lied to all of us”."
    outer, inner = "Otis had told her “the mayor lied to all of us”", "“the mayor lied to all of us”"
    seen = annotated(text, (outer, "said", "Roe"), inner=[(inner, "had told", "Otis")])
    assert told_by(text, seen) == [
        Told("mixed", "Roe", "said", (outer,)),
        Told("direct", "Otis", "had told", (inner,)),
    ]
    assert [quote.within for quote in quotes_by(text, seen)] == [None, 1]


def test_what_is_told_inside_a_quotation_need_not_be_speech() -> None:
    text = "“I hope it is over,” said Reyes."
    seen = annotated(
        text,
        ("“I hope it is over,”", "said", "Reyes"),
        inner=[("it is over", "hope", "I")],
        acts={"it is over": "thought"},
    )
    assert [(quote.kind, quote.act, quote.within) for quote in quotes_by(text, seen)] == [
        ("direct", "speech", None),
        ("direct", "thought", 1),
    ]


def test_a_parted_content_within_another_one_that_begins_and_ends_with_it_comes_behind_it() -> None:
    text = "It had rained, Otis told her, all night, Roe said."
    outer = ("It had rained, Otis told her, all night", "said", "Roe")
    inner = [("It had rained", "told", "Otis"), ("all night", "told", "Otis")]
    first, second = quotes_by(text, annotated(text, outer, inner=inner))
    assert [len(quote.spans) for quote in (first, second)] == [1, 2]
    assert (first.within, second.within) == (None, first.id)


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


arrangements = st.lists(st.sampled_from([*PIECES, "\n\n"]), max_size=40).map("".join)


def content_of(text: str, words: str) -> Content:
    """Return a content with a cue and a source if the text has them."""
    known = text.split()
    return words, "said" if "said" in known else None, "Hale" if "Hale" in known else None


@given(arrangements, st.integers(0, 20))
def test_any_arrangement_gives_quotes_inside_the_text(text: str, start: int) -> None:
    for quote in quotes_of(text, *(content_of(text, word) for word in text.split()[start : start + 1])):
        assert quote.spans
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert list(quote.spans) == sorted(quote.spans)
        assert not any(one.meets(other) for one, other in pairwise(quote.spans))
        assert 0 <= quote.confidence <= 1


@given(arrangements, st.integers(0, 10), st.integers(2, 8), st.integers(0, 3), st.integers(1, 3))
def test_a_quote_stands_within_the_smallest_one_that_holds_it(
    text: str, start: int, length: int, inner_start: int, inner_length: int
) -> None:
    words = [match.span() for match in re.finditer(r"\w+", text)][start : start + length]
    inside = words[inner_start : inner_start + inner_length]
    if not inside or "\n" in text[words[0][0] : words[-1][1]]:
        return
    outer, inner = (content_of(text, text[part[0][0] : part[-1][1]]) for part in (words, inside))
    first = places(text, outer[0])[0]
    if not any(first.holds(place) for place in places(text, inner[0])[:1]):
        return
    quotes = quotes_by(text, annotated(text, outer, inner=[inner]))
    for quote in quotes:
        holders = [
            other
            for other in quotes
            if other.spans != quote.spans
            and all(any(span.holds(one) for span in other.spans) for one in quote.spans)
        ]
        smallest = min(
            holders, key=lambda one: sum(span.end - span.start for span in one.spans), default=None
        )
        assert quote.within == (smallest.id if smallest else None)


@pytest.mark.parametrize("opening", ["as", "after", "while"])
def test_the_side_clause_of_a_headline_is_nobodys_statement(opening: str) -> None:
    headline = f"Reyes Ferries lifts its forecast {opening} prices fall"
    article = laid_out(("headline", headline), ("body", "Reyes Ferries met its bankers."))
    annotations = annotated(article.prose, (f"{opening} prices fall", None, "Reyes Ferries"))
    assert find_quotes(article, words_of(article), (), annotations, ()) == ()
