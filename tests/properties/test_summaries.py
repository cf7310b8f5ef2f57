"""A summary keeps to the text's order, to its budget, and to what a shorter one chose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.pipeline import Options, analyse
from newscli.analysis.summary.summarise import METHODS
from newscli.model import Analysis
from newscli.text.furniture import is_beside_story
from newscli.text.load import parse
from tests.support.strategies import texts

methods = st.sampled_from(sorted(METHODS))


def summary(text: str, options: Options) -> Analysis:
    return analyse(parse(text), {"summary"}, options)


def tells(analysis: Analysis) -> list[str]:
    """Return what the article tells: words of body and headlines that are no caption or link."""
    told = ("body", "headline", "subhead")
    found = [s.span.of(analysis.article.prose) for s in analysis.sentences if s.role in told]
    return [text for text in found if any(map(str.isalnum, text)) and not is_beside_story(text)]


@given(texts, methods, st.integers(1, 6))
def test_sentences_are_whole_in_order_and_no_more_than_asked_for(text: str, method: str, limit: int) -> None:
    analysis = summary(text, Options(sentences=limit, method=method))
    chosen = [sentence.index for sentence in analysis.summary]
    assert chosen == sorted(set(chosen))
    assert bool(tells(analysis)) <= len(chosen) <= limit
    for sentence in analysis.summary:
        assert sentence.span == analysis.sentences[sentence.index].span
        assert 0 <= sentence.score <= 1


@given(texts, methods, st.integers(1, 60))
def test_words_fit_the_budget_unless_the_best_sentence_alone_does_not(
    text: str, method: str, words: int
) -> None:
    analysis = summary(text, Options(words=words, method=method))
    used = [len(sentence.span.of(analysis.article.prose).split()) for sentence in analysis.summary]
    assert sum(used) <= words or len(used) == 1


@given(texts, methods, st.integers(1, 5))
def test_a_longer_summary_only_adds(text: str, method: str, limit: int) -> None:
    shorter = summary(text, Options(sentences=limit, method=method)).summary
    longer = summary(text, Options(sentences=limit + 1, method=method)).summary
    assert set(shorter) <= set(longer)
