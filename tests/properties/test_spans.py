"""Whatever the text, what is read in it is a part of it, once."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given

from newscli.model import Quote, Span
from tests.support.strategies import reading, texts


def in_order(spans: tuple[Span, ...], text: str) -> bool:
    """Tell whether spans are stretches of the text, none empty, in order, without overlaps."""
    bounds = [0, *(bound for span in spans for bound in (span.start, span.end)), len(text)]
    return bounds == sorted(bounds) and all(span.start < span.end for span in spans)


def characters(quote: Quote) -> set[int]:
    return {at for span in quote.spans for at in range(span.start, span.end)}


@given(texts)
def test_blocks_sentences_and_tokens_follow_one_another_and_leave_out_no_word(text: str) -> None:
    analysis = reading(text)
    article = analysis.article
    assert in_order(tuple(block.span for block in article.blocks), article.text)
    assert in_order(tuple(sentence.span for sentence in analysis.sentences), article.text)
    assert [sentence.index for sentence in analysis.sentences] == list(range(len(analysis.sentences)))
    covered: set[int] = set()
    for sentence in analysis.sentences:
        assert article.blocks[sentence.block].span.holds(sentence.span)
        assert in_order(sentence.tokens, article.text)
        assert (sentence.tokens[0].start, sentence.tokens[-1].end) == (sentence.span.start, sentence.span.end)
        covered.update(at for token in sentence.tokens for at in range(token.start, token.end))
    written = {
        at
        for block in article.blocks
        for at in range(block.span.start, block.span.end)
        if not article.prose[at].isspace()
    }
    assert written <= covered


@given(texts)
def test_what_is_found_lies_in_the_text(text: str) -> None:
    analysis = reading(text)
    article = analysis.article
    for quote in analysis.quotes:
        assert in_order(quote.spans, article.text)
        assert in_order(quote.cue, article.text)
        assert quote.mention is None or in_order((quote.mention,), article.text)
    for mentions in (*(e.mentions for e in analysis.entities), *(k.mentions for k in analysis.keywords)):
        assert in_order(mentions, article.text)
    assert in_order(tuple(chosen.span for chosen in analysis.summary), article.text)


@given(texts)
def test_quotes_hold_one_another_or_stand_apart(text: str) -> None:
    quotes = reading(text).quotes
    assert [quote.id for quote in quotes] == list(range(1, len(quotes) + 1))
    assert all(first.spans[0].start <= second.spans[0].start for first, second in pairwise(quotes))
    for first, second in combinations(quotes, 2):
        one, other = characters(first), characters(second)
        assert one.isdisjoint(other) or one < other or other < one


@given(texts)
def test_a_name_counts_its_mentions_and_no_mention_counts_twice(text: str) -> None:
    analysis = reading(text)
    mentions = sorted(span for entity in analysis.entities for span in entity.mentions)
    assert in_order(tuple(mentions), analysis.article.text)
    for entity in analysis.entities:
        assert entity.count == len(entity.mentions) == len(set(entity.mentions))
        assert entity.name not in entity.aliases
        assert len(entity.aliases) == len(set(entity.aliases)) < entity.count
