"""Names that the reader missed although the article has them elsewhere."""

from __future__ import annotations

import re

from newscli.analysis.entities.labels import Sighting
from newscli.analysis.entities.repeats import with_repeats
from newscli.model import Article, Block, Span
from tests.support.articles import words_of


def found(marked: str) -> list[str]:
    """Return the names of an article, of which "[Brim]" is marked, with the word after each."""
    text, sightings, done = "", [], 0
    for match in re.finditer(r"\[([^\]]+)\]", marked):
        text += marked[done : match.start()]
        sightings.append(Sighting(Span(len(text), len(text) + len(match[1]))))
        text += match[1]
        done = match.end()
    text += marked[done:]
    lines = [Span(line.start(), line.end()) for line in re.finditer(r"[^\n]+", text)]
    article = Article(text, "story.txt", tuple(Block("body", span) for span in lines), text)
    names = with_repeats(words_of(article), sightings)
    return [f"{name.span.of(text)}|{' '.join(text[name.span.end :].split()[:1])}" for name in names]


def test_a_name_is_found_again_without_a_mark() -> None:
    assert found("Then [Brim] fell. Brim paid. All of Harrow Bay slept. [Harrow Bay] sang.") == [
        "Brim|fell.",
        "Brim|paid.",
        "Harrow Bay|slept.",
        "Harrow Bay|sang.",
    ]


def test_a_marked_part_of_a_name_is_marked_whole() -> None:
    assert found("Then [Harrow Bay] sang. It left Harrow [Bay] at noon.") == [
        "Harrow Bay|sang.",
        "Harrow Bay|at",
    ]


def test_two_names_beside_each_other_stay_two() -> None:
    names = found("Then [Harrow Bay] sang. It left [Harrow] [Bay] at noon.")
    assert names == ["Harrow Bay|sang.", "Harrow|Bay", "Bay|at"]


def test_what_stands_unmarked_more_often_than_not_is_no_name() -> None:
    assert found("The [Brim] fell. A Brim rose. The Brim sank.") == ["Brim|fell."]


def test_a_word_that_the_article_also_writes_small_is_not_found_again() -> None:
    assert found("The off-spinner [Such] bowled. Such days are rare, and such nights.") == ["Such|bowled."]


def test_an_acronym_is_found_again_although_it_is_also_a_word() -> None:
    names = found("Those who ask the [WHO] for help wait. WHO doctors came.")
    assert names == ["WHO|for", "WHO|doctors"]


def test_a_headline_that_asks_who_does_not_name_the_acronym() -> None:
    assert found("Who Will Pay Brim?\nThose who ask the [WHO] for help wait.") == ["WHO|for"]


def test_a_part_of_a_longer_name_is_not_found() -> None:
    assert found("Then [Brim] fell. The Brim Island ferry sank. Old Mary Brim paid.") == ["Brim|fell."]


def test_a_name_that_ends_the_text_is_no_beginning_of_a_longer_one() -> None:
    first = "The old [Harrow Bay Ferry] sank in a storm at noon, when it was not far off [Harrow Bay] itself."
    assert found(f"{first}\nIt left Harrow Bay") == [
        "Harrow Bay Ferry|sank",
        "Harrow Bay|itself.",
        "Harrow Bay|",
    ]


def test_a_headline_in_capitals_has_the_names_of_the_body() -> None:
    text = "BRIM FERRY SINKS OFF HARROW BAY\nThe ferry of [Brim] sank. It had left [Harrow Bay] at noon."
    assert found(text) == ["BRIM|FERRY", "HARROW BAY|The", "Brim|sank.", "Harrow Bay|at"]


def test_a_word_of_the_headline_that_the_body_writes_small_is_no_name() -> None:
    text = "[Ferry] Sinks Off [Brim] In [Storm]\nThe ferry sank near [Brim] in a storm."
    assert found(text) == ["Brim|In", "Brim|in"]


def test_an_article_without_marks_has_no_names() -> None:
    assert found("It rained all day.") == []
