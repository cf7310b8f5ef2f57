"""The summary: which sentences are chosen, in what order, with what scores."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.summary.news_model import REASONS
from newscli.analysis.summary.summarise import METHODS, summarise
from newscli.errors import UsageError
from newscli.model import Article, Block, Span
from tests.support.articles import article_of, laid_out, words_of

BRIDGE = [
    "The town of Lindmere will close its harbour bridge for two years, the council decided on Monday.",
    "The weather was mild for the season.",
    "Engineers found cracks in the bridge last winter, and the council fears that the cracks are growing.",
    "A gull sat on the railing.",
    "Repairs of the bridge cost 40 million crowns, of which the council can pay only half.",
    "“We have waited far too long,” said one resident.",
    "Buses to the harbour will take the northern road while the bridge is closed.",
]


def summary_of(
    article: Article,
    limit: int = 3,
    words: int | None = None,
    ratio: float | None = None,
    method: str = "news",
) -> list[str]:
    chosen = summarise(article, words_of(article), limit=limit, words=words, ratio=ratio, method=method)
    return [sentence.span.of(article.text) for sentence in chosen]


def test_the_sentences_that_tell_the_story_are_chosen_in_text_order() -> None:
    chosen = summary_of(article_of(*BRIDGE))
    assert chosen[0] == BRIDGE[0]
    assert chosen == [sentence for sentence in BRIDGE if sentence in chosen]
    assert not {BRIDGE[1], BRIDGE[3]} & set(chosen)


@pytest.mark.parametrize("method", METHODS)
def test_the_best_sentence_scores_one_and_none_less_than_zero(method: str) -> None:
    article = article_of(*BRIDGE)
    scores = [found.score for found in summarise(article, words_of(article), limit=99, method=method)]
    assert len(scores) == len(BRIDGE)
    assert max(scores) == 1.0
    assert min(scores) >= 0.0


def test_indices_and_spans_are_those_of_the_sentences() -> None:
    article = laid_out(("headline", "Bridge closes"), *(("body", sentence) for sentence in BRIDGE))
    sentences = words_of(article)
    for found in summarise(article, sentences):
        assert sentences[found.index].sentence.span == found.span
        assert sentences[found.index].sentence.role == "body"


@pytest.mark.parametrize("joint", [" ", "\n", "\n\n"])
def test_line_breaks_do_not_matter(joint: str) -> None:
    text = joint.join(BRIDGE)
    assert summary_of(article_of(*text.split("\n\n"))) == summary_of(article_of(*BRIDGE))


def test_a_headline_draws_the_sentences_that_share_its_words() -> None:
    plain = [
        "The council of Lindmere met on Monday in the old school.",
        "A choir opened the evening with a song about the sea.",
        "Nurses at the clinic will strike from Friday.",
    ]
    guided = laid_out(("headline", "Clinic nurses strike"), *(("body", sentence) for sentence in plain))
    assert summary_of(article_of(*plain), limit=1) == [plain[0]]
    assert summary_of(guided, limit=1) == [plain[2]]


def test_what_says_the_same_is_not_said_twice() -> None:
    again = (
        "The council decided on Monday that the town of Lindmere will close its harbour bridge for two years."
    )
    chosen = summary_of(article_of(*BRIDGE[:5], again, *BRIDGE[5:]))
    assert len({BRIDGE[0], again} & set(chosen)) == 1


def test_reasons_tell_what_a_sentence_is_chosen_for() -> None:
    article = article_of(*BRIDGE)
    first, *_ = summarise(article, words_of(article))
    assert 1 <= len(first.reasons) <= 2
    assert set(first.reasons) <= set(REASONS)


def test_a_larger_limit_only_adds_sentences() -> None:
    article = article_of(*BRIDGE)
    smaller: set[str] = set()
    for limit in range(len(BRIDGE) + 1):
        larger = set(summary_of(article, limit=limit))
        assert len(larger) == limit
        assert smaller <= larger
        smaller = larger


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("words", range(0, 90, 7))
def test_a_budget_of_words_is_kept_and_no_sentence_is_cut(words: int, method: str) -> None:
    chosen = summary_of(article_of(*BRIDGE), words=words, method=method)
    assert sum(len(sentence.split()) for sentence in chosen) <= words
    assert set(chosen) <= set(BRIDGE)
    assert bool(chosen) == (words >= min(len(sentence.split()) for sentence in BRIDGE))


@pytest.mark.parametrize(("ratio", "most"), [(0.0, 0), (0.25, 21), (0.5, 43), (1.0, 86)])
def test_a_ratio_is_a_budget_of_the_storys_words(ratio: float, most: int) -> None:
    assert sum(len(sentence.split()) for sentence in BRIDGE) == 86
    found = sum(len(sentence.split()) for sentence in summary_of(article_of(*BRIDGE), ratio=ratio))
    assert most / 2 <= found <= most


def test_of_two_budgets_the_smaller_holds() -> None:
    article = article_of(*BRIDGE)
    assert summary_of(article, words=20, ratio=1.0) == summary_of(article, words=20)
    assert summary_of(article, words=86, ratio=0.25) == summary_of(article, words=21)


def test_lead_takes_the_opening_sentences() -> None:
    assert summary_of(article_of(*BRIDGE), method="lead") == BRIDGE[:3]


@pytest.mark.parametrize("method", ["textrank", "lexrank", "centroid"])
def test_a_method_of_shared_words_leaves_out_what_shares_none(method: str) -> None:
    chosen = summary_of(article_of(*BRIDGE), method=method)
    assert BRIDGE[0] in chosen
    assert not {BRIDGE[3]} & set(chosen)


def test_markup_is_read_in_prose_and_shown_as_in_the_text() -> None:
    text, prose = "The **ferry** to Osk stops.", "The   ferry   to Osk stops."
    article = Article(text, "-", (Block("body", Span(0, len(text))),), prose)
    assert summary_of(article) == [text]


def test_without_a_body_the_headline_is_all_there_is() -> None:
    assert summary_of(laid_out(("headline", "Ferry to Osk stops"), ("byline", "By Bo Ahl"))) == [
        "Ferry to Osk stops"
    ]


def test_without_words_there_is_no_summary() -> None:
    assert summary_of(article_of("* * *")) == []
    assert summary_of(laid_out(("credits", "Photo: Bo Ahl"))) == []


def test_an_unknown_method_is_named_with_those_that_exist() -> None:
    with pytest.raises(UsageError) as error:
        summary_of(article_of(*BRIDGE), method="magic")
    assert "magic" in error.value.message
    assert "news, fast, lead, textrank, lexrank, centroid" in error.value.hint


@given(st.text(max_size=200), st.integers(0, 5), st.sampled_from(sorted(METHODS)))
def test_any_text_gives_at_most_the_limit_in_text_order(text: str, limit: int, method: str) -> None:
    article = article_of(text)
    sentences = words_of(article)
    chosen = summarise(article, sentences, limit=limit, method=method)
    assert len(chosen) <= limit
    assert [found.index for found in chosen] == sorted({found.index for found in chosen})
    assert all(0.0 <= found.score <= 1.0 for found in chosen)
