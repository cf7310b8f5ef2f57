"""An article as candidate sentences."""

from __future__ import annotations

from newscli.analysis.summary.candidates import Story, read_story
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from tests.support.articles import words_of


def story_of(text: str) -> Story:
    article = parse(text)
    return read_story(article, words_of(article))


def test_what_stands_wholly_in_quotation_marks_leans_as_does_what_opens_with_a_pronoun() -> None:
    text = "“We saw it,” Bo Ahl said. “Gulls ate the rye. Rye fed Osk.”\n\nHe sold the mill. Ahl left Osk."
    article = parse(text)
    quotations, _ = pair_marks(article.prose, article.blocks)
    story = read_story(article, words_of(article), [quotation.span for quotation in quotations])
    assert [candidate.leaning for candidate in story.candidates] == [False, True, True, True, False]


def test_what_the_reader_makes_of_sentences_goes_to_the_candidates() -> None:
    article = parse("The mill burned. Read more: Mills of the north. Mills burned in Osk.")
    worths = [0.5, 1.0, 1.5]
    assert read_story(article, words_of(article), (), worths).worths == (worths[0], worths[2])


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
