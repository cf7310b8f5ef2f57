"""An article as candidate sentences."""

from __future__ import annotations

import pytest

from newscli.analysis.summary.candidates import Story, leans, read_story
from newscli.text.load import parse
from tests.support.articles import words_of


def story_of(text: str) -> Story:
    article = parse(text)
    return read_story(article, words_of(article))


@pytest.mark.parametrize(
    "sentence",
    [
        "He wants to sell the mill",
        "But she has not paid",
        "And yet it moves",
        "Their ship left",
        "This surprised nobody",
        "However they sailed",
        "Those left at noon",
    ],
)
def test_an_opening_pronoun_leans_on_the_sentence_before(sentence: str) -> None:
    words = sentence.split()
    assert leans(words if words[:2] != ["And", "yet"] else words[1:])


@pytest.mark.parametrize(
    "sentence", ["Ahl wants to sell", "But Ahl paid", "This year was dry", "Those who left", "We left", "But"]
)
def test_what_names_its_subject_does_not(sentence: str) -> None:
    assert not leans(sentence.split())


def test_words_before_and_terms_are_those_of_the_candidates() -> None:
    story = story_of("The mill burned. Read more: Mills of the north. Mills burned in Osk.")
    first, second = story.candidates
    assert (first.before, second.before, story.words) == (0, 3, 7)
    assert first.terms == ("mill", "burn")
    assert story.spread == {"mill": 2, "burn": 2, "osk": 1}


def test_a_line_without_a_content_word_is_no_candidate_unless_it_is_all() -> None:
    assert [c.text for c in story_of("18:05\n\nDivers found the bell.").candidates] == [
        "Divers found the bell."
    ]
    assert [c.text for c in story_of("It is what it is.").candidates] == ["It is what it is."]
