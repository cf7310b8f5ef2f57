"""Whom the labels of turns name, from quotes and entities made by hand."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.labels import Labels
from newscli.analysis.speakers.spellings import Spellings
from newscli.model import Entity, Quote, Span
from tests.support.annotations import places
from tests.support.articles import laid_out

LEAD = (
    "Five questions for Beatrix Oam. The curator of the Fellmere Museum met Theo Rask. Interview by Theo Rask"
)


def speakers(
    *turns: str, lead: str = LEAD, people: tuple[str, ...] = ("Beatrix Oam", "Theo Rask")
) -> list[str]:
    """Return who has each turn; a turn is "LABEL: words", or words without a label."""
    article = laid_out(("headline", lead), *(("body", turn) for turn in turns))
    quotes = []
    for number, block in enumerate(article.blocks[1:], start=1):
        label, colon, _ = block.span.of(article.prose).partition(": ")
        role = label.partition(" (")[0]
        mention = Span(block.span.start, block.span.start + len(role)) if colon else None
        start = block.span.start + (len(label) + 2 if colon else 0)
        content = (Span(start, block.span.end),)
        quotes.append(Quote(number, "direct", content, (), mention, None, "speech", 0.9))
    entities = [
        Entity(name, "PER", tuple(places(article.prose, name)), (), 0.5 / (1 + n))
        for n, name in enumerate(people)
    ]
    labels = Labels(article, quotes, entities, Spellings(entities, {}))
    return [speaker.name or "" if (speaker := labels.of(quote)) else "no turn" for quote in quotes]


def test_a_question_is_the_interviewer_s_and_an_answer_that_of_whom_the_opening_names() -> None:
    assert speakers("Q: Why now?", "A: They asked.") == ["Theo Rask", "Beatrix Oam"]
    assert speakers("Question: Why now?", "Answer: They asked.") == ["Theo Rask", "Beatrix Oam"]


def test_initials_are_those_of_the_people_named() -> None:
    assert speakers("TR: Why now?", "BO: They asked.") == ["Theo Rask", "Beatrix Oam"]


def test_titles_and_capitals_do_not_hide_a_name() -> None:
    assert speakers("DR. BEATRIX OAM: They asked.", "RASK: Why?") == ["Beatrix Oam", "Theo Rask"]


def test_a_label_that_nothing_explains_stands_for_itself() -> None:
    assert speakers("THE WITNESS: They asked.", "RASK: Why?") == ["THE WITNESS", "Theo Rask"]


def test_a_bracket_tells_who_has_an_office_for_all_labels_of_it() -> None:
    turns = ("The Chair (Dr. Beatrix Oam): Order.", "RASK: I rise.", "The Chair: Sit.")
    assert speakers(*turns) == ["Beatrix Oam", "Theo Rask", "Beatrix Oam"]


def test_without_labels_question_and_answer_alternate() -> None:
    assert speakers("Why now?", "They asked.", "And then?", "They came.") == ["Theo Rask", "Beatrix Oam"] * 2


def test_an_answer_that_lost_its_label_is_the_other_s() -> None:
    assert speakers("BO: I did.", "TR: What next?", "I will sleep.")[-1] == "Beatrix Oam"


def test_where_nobody_is_named_question_and_answer_stand_for_themselves() -> None:
    assert speakers("Q: Why now?", "A: They asked.", lead="The goat", people=()) == ["Q", "A"]


@pytest.mark.parametrize("text", ["“They asked,” she said.", '"They asked."'])
def test_words_in_marks_are_no_turn(text: str) -> None:
    assert speakers(text) == ["no turn"]
