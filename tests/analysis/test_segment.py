from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.segment import segment
from newscli.limits import MAX_SENTENCE_TOKENS
from newscli.model import Article, Block, Role, Span


def article(text: str, role: Role = "body") -> Article:
    return Article(text, "story.txt", (Block(role, Span(0, len(text))),), text)


def sentences(text: str, role: Role = "body") -> list[str]:
    return [sentence.span.of(text) for sentence in segment(article(text, role))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Hale met Gov. Reyes.", "They spoke."],
        ["He lives in the U.S.", "He left it in May."],
        ["The U.S. Senate voted.", "It was late."],
        ["J. K. Marsh and W.R. Dale sold Dale & Co. to Ibex Inc.", "The price was low."],
        ["It came at 5 p.m. on Jan. 5.", "No. 10 said nothing."],
        ["“Is it over?” he asked.", "“No.”", "She shrugged."],
        ["“It is over!”", "Nobody laughed."],
        ["He waited... and waited.", "Then he left."],
        ["(The ship sank in 1911.)", "[It was raised later.]", "Divers found it."],
        ["Ibex rose 4.5% to $3.50.", "Dale fell."],
        ["He works for Dale & Co.", "“It pays,” he said."],
        ["iPhones sold well.", "eBay did not."],
        ["The case is Roe v. Hale.", "It was late."],
        ["He met Spc. Ida Foss and Msgr. Hale.", "They spoke."],
        ["She was born c. 1918 in St. Anne.", "She died there."],
        ["The band won the Ord! poll.", "The Who Wants a Ferry? host left."],
        ["they won!", "what a night!", "we saw Ann.", "she left"],
    ],
)
def test_sentences(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_the_space_that_scraping_lost_is_found_again() -> None:
    assert sentences("It ended on Monday.The council met again.") == [
        "It ended on Monday.",
        "The council met again.",
    ]


def test_an_address_on_the_web_is_no_such_place() -> None:
    text = "He wrote to Ferry.com and left."
    assert sentences(text) == [text]


def test_a_hard_wrapped_paragraph_is_read_over_its_line_ends() -> None:
    text = "The ferry left\nat noon. Nobody was\naboard."
    assert sentences(text) == ["The ferry left\nat noon.", "Nobody was\naboard."]


def test_a_headline_is_one_sentence_whatever_it_holds() -> None:
    assert sentences("Ferry sinks. Crew safe", role="headline") == ["Ferry sinks. Crew safe"]


def test_sentences_know_their_block_role_and_index() -> None:
    text = "Ferry sinks\n\nIt sank. It is gone."
    blocks = (Block("headline", Span(0, 11)), Block("body", Span(13, 33)))
    found = segment(Article(text, "story.txt", blocks, text))
    assert [(s.index, s.block, s.role) for s in found] == [(0, 0, "headline"), (1, 1, "body"), (2, 1, "body")]


def test_what_never_ends_is_cut() -> None:
    found = segment(article("word " * (2 * MAX_SENTENCE_TOKENS + 1)))
    assert [len(s.tokens) for s in found] == [MAX_SENTENCE_TOKENS, MAX_SENTENCE_TOKENS, 1]


@given(st.text(alphabet="aB1.,?!'\"“”’…-() \n\t", max_size=150))
def test_nothing_visible_is_lost(text: str) -> None:
    done = 0
    for sentence in segment(article(text)):
        assert sentence.span == Span(sentence.tokens[0].start, sentence.tokens[-1].end)
        for token in sentence.tokens:
            assert done <= token.start < token.end
            assert not text[done : token.start].strip()
            done = token.end
    assert not text[done:].strip()
