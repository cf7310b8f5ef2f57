"""The default method: what it sees in a sentence, and how it weighs that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.summary.candidates import Story, read_story
from newscli.analysis.summary.news_model import REASONS, describe, fast, length_shift, news, rank
from newscli.analysis.summary.news_weights import BY_SENTENCES, BY_WORDS, FAST_BY_SENTENCES
from newscli.text.load import parse
from tests.support.articles import words_of


def story_of(text: str) -> Story:
    article = parse(text)
    return read_story(article, words_of(article))


TEXT = "Osk lost its 3 mills to a storm. “We saw it come,” Bo Ahl said. Will the mills of Osk grind again?"


def test_every_feature_has_weights_and_a_reason() -> None:
    names = set(describe(story_of(TEXT))[0])
    assert names == set(BY_SENTENCES) > set(FAST_BY_SENTENCES) == set(BY_WORDS)
    assert sorted([*names, "worth"]) == sorted(name for group in REASONS.values() for name in group)


def test_a_sentence_is_described_by_what_it_is() -> None:
    first, second, third = describe(story_of(TEXT))
    assert first["figures"] > 0 == second["figures"]
    assert (first["quotation"], second["quotation"], third["quotation"]) == (0.0, 1.0, 0.0)
    assert (first["addressing"], second["addressing"]) == (0.0, 1.0)
    assert first["early"] == 1.0 > second["early"] > third["early"]
    assert second["capitals"] > first["capitals"] == 0.0


def test_the_headline_counts_where_there_is_one() -> None:
    assert [row["headline"] for row in describe(story_of(TEXT))] == [0.0, 0.0, 0.0]
    rows = describe(story_of(f"# Mills lost to a storm\n\n{TEXT}"))
    assert rows[0]["headline"] == 1.0 > rows[2]["headline"] > rows[1]["headline"] == 0.0


@pytest.mark.parametrize("joint", [" ", "\n\n"])
def test_line_breaks_change_nothing(joint: str) -> None:
    text = TEXT.replace(". ", f".{joint}").replace("said.", f"said.{joint}")
    assert news(story_of(text)).scores == news(story_of(TEXT)).scores


def test_the_shift_grows_with_length_within_bounds() -> None:
    story = story_of(TEXT)
    shifts = [length_shift(replace(story, words=words)) for words in (1, 200, 420, 900, 10**6)]
    assert shifts == sorted(shifts)
    assert (shifts[0], shifts[2], shifts[4]) == (-1.0, 0.0, 1.0)


def test_what_the_reader_makes_of_a_sentence_is_added_to_its_score_and_named() -> None:
    story = replace(story_of(TEXT), worths=(0.0, 50.0, 0.0))
    ranking = news(story)
    assert max(ranking.scores) == ranking.scores[1]
    assert ranking.reasons(1)[0] == "reads like the news"
    assert news(replace(story, worths=())).scores == fast(story).scores
    assert news(replace(story, room=60)).scores == fast(replace(story, room=60)).scores


def test_the_worst_scores_zero_and_reasons_name_what_stands_out() -> None:
    weights = dict.fromkeys(BY_SENTENCES, (0.0, 0.0)) | {"figures": (2.0, 0.0), "addressing": (-1.0, 0.0)}
    ranking = rank(story_of(TEXT), weights)
    assert min(ranking.scores) == ranking.scores[1] == 0.0
    assert ranking.reasons(0) == ("figures", "told, not quoted")
    assert ranking.reasons(1) == ()
