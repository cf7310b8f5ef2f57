"""What the methods of summary make of a story."""

from __future__ import annotations

import pytest

from newscli.analysis.summary import rankers
from newscli.analysis.summary.candidates import Story, read_story
from newscli.text.load import parse
from tests.support.articles import words_of

FLOOD = """Rain has flooded the market of Osk. Traders said that they lost stalls in the market to the rain.
A choir sang in Alm. The mayor of Osk said that the traders would get new stalls."""
CHOIR = 2


def story_of(text: str) -> Story:
    article = parse(text)
    return read_story(article, words_of(article))


def test_lead_falls_from_sentence_to_sentence() -> None:
    ranking = rankers.lead(story_of(FLOOD))
    assert ranking.scores == [1.0, 0.75, 0.5, 0.25]
    assert ranking.reasons(1) == ("sentence 2 of 4",)


@pytest.mark.parametrize("method", [rankers.textrank, rankers.lexrank])
def test_a_sentence_that_shares_no_word_is_recommended_by_none(method: rankers.Method) -> None:
    ranking = method(story_of(FLOOD))
    assert min(ranking.scores) == ranking.scores[CHOIR] == pytest.approx(0.15)


def test_lexrank_weighs_a_rare_word_more_than_a_frequent_one() -> None:
    story = story_of("Osk gull. Gull ferry. Osk mill. Osk lamp. Osk door. Osk rope.")
    by_lexrank, by_textrank = rankers.lexrank(story).scores, rankers.textrank(story).scores
    assert by_lexrank[1] / by_lexrank[5] > by_textrank[1] / by_textrank[5]


def test_centroid_adds_place_and_overlap_with_the_opening() -> None:
    same = "Rain fell on Osk. Gulls slept. Rain fell on Osk."
    first, _, last = rankers.centroid(story_of(same)).scores
    assert first - last == pytest.approx(2 / 3)


def test_the_words_that_a_sentence_shares_are_its_reasons() -> None:
    assert rankers.textrank(story_of(FLOOD)).reasons(0) == (
        "“Rain” in 2 sentences",
        "“market” in 2 sentences",
    )
    assert rankers.textrank(story_of(FLOOD)).reasons(CHOIR) == ()


def test_said_is_no_reason() -> None:
    assert rankers.textrank(story_of(FLOOD)).reasons(3) == (
        "“Osk” in 2 sentences",
        "“traders” in 2 sentences",
    )


def test_scores_are_scaled_to_the_best() -> None:
    assert rankers.scaled([2.0, -1.0, 4.0]) == [0.5, 0.0, 1.0]
    assert rankers.scaled([0.0, -1.0]) == [1.0, 1.0]
    assert rankers.scaled([]) == []
