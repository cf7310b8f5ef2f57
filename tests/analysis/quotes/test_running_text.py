from __future__ import annotations

import pytest

from newscli.analysis.quotes.running_text import RunningText
from newscli.model import Article, Block, Mention, Role, Span
from tests.support.annotations import quotations_of
from tests.support.articles import article_of, words_of
from tests.support.quotes import running_text_of, span_of


def test_headline_subheads_and_body_are_running_text() -> None:
    parts: list[tuple[Role, str]] = [
        ("section", "Harbour “news”"),
        ("headline", "“Safe”"),
        ("byline", "By “Roe”"),
        ("subhead", "A “vote”"),
        ("body", "It “rained”."),
        ("credits", "Editing by “Hale”"),
    ]
    text = "\n\n".join(words for _, words in parts)
    blocks = tuple(Block(role, span_of(text, words)) for role, words in parts)
    article = Article(text, "story.txt", blocks, text)
    running_text = RunningText.of(article, words_of(article), quotations_of(article), ())
    assert [sentence.role for sentence in running_text.sentences] == ["headline", "subhead", "body"]
    assert [quotation.inner.of(text) for quotation in running_text.quotations] == ["Safe", "vote", "rained"]
    assert running_text.holds(span_of(text, "vote"))
    assert not running_text.holds(span_of(text, "Editing"))


@pytest.mark.parametrize(
    ("text", "outermost"),
    [
        ("She said: “He told us ‘no’ twice.”", ["“He told us ‘no’ twice.”"]),
        ("She said “…” and “no”.", ["“no”"]),
        ('"The hall was cold. “No,” she said, “never.” It rained.', ["“No,”", "“never.”"]),
        (
            '"The hall was cold. ‘No,’ she said. It rained.',
            ['"The hall was cold. ‘No,’ she said. It rained.'],
        ),
    ],
)
def test_quotations_are_the_outermost_ones_with_a_word_and_those_of_an_extract(
    text: str, outermost: list[str]
) -> None:
    assert [quotation.span.of(text) for quotation in running_text_of(text).quotations] == outermost


def test_a_quotation_that_holds_the_label_of_a_line_is_left_out() -> None:
    text = '"ROE: We waited.\n\nShe said “no”.'
    article = article_of(*text.split("\n\n"))
    words, quotations = words_of(article), quotations_of(article)
    whole = RunningText.of(article, words, quotations, ())
    without = RunningText.of(article, words, quotations, (), [span_of(text, "ROE")])
    assert [quotation.span.of(text) for quotation in whole.quotations] == ['"ROE: We waited.', "“no”"]
    assert [quotation.span.of(text) for quotation in without.quotations] == ["“no”"]
    assert without.quotation_at(text.index("We")) is None


def test_a_place_in_the_text_has_its_sentence_and_its_quotation() -> None:
    text = "She said “no”. It rained."
    running_text = running_text_of(text)
    assert running_text.sentence_at(text.index("rained")) == 1
    assert running_text.sentence_at(text.index("said")) == 0
    quotation = running_text.quotation_at(text.index("no"))
    assert quotation is not None
    assert quotation.inner.of(text) == "no"
    assert running_text.quotation_at(text.index("said")) is None


def test_each_token_knows_marks_capital_and_name() -> None:
    text = "Ana Orel said “no”."
    article = article_of(text)
    names = [Mention(Span(0, 8), "PER")]
    (words,) = RunningText.of(article, words_of(article), quotations_of(article), names).words
    assert words.texts == ("Ana", "Orel", "said", "“", "no", "”", ".")
    assert words.quoted == (False, False, False, True, True, True, False)
    assert words.capital == (True, True, False, False, False, False, False)
    assert (words.name_ends, words.name_starts) == ({1: 0}, {0: 1})


def test_an_article_without_text_has_no_running_text() -> None:
    running_text = running_text_of("")
    assert running_text.words == ()
    assert running_text.sentence_at(0) == 0
    assert not running_text.holds(Span(0, 1))
