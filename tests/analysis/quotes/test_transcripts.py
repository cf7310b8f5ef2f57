from __future__ import annotations

import pytest

from newscli.analysis.quotes.transcripts import attribute_turns
from newscli.model import Label
from tests.support.annotations import annotated, mentions_of
from tests.support.articles import article_of
from tests.support.quotes import told

TALK = (
    "Ann Roe, who runs the ferry, met Pia Lund of the harbour board on Friday.",
    "ROE: We waited for you the whole night.",
    "LUND: Nobody told us.",
)


NAMES: dict[str, Label] = {"Ann Roe": "PER", "Pia Lund": "PER"}


def turns(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return (label, content) of each turn."""
    article = article_of(*paragraphs)
    names = {name: label for name, label in NAMES.items() if name in article.text}
    mentions = mentions_of(annotated(article.text, names=names))
    return [
        (turn.mention.of(article.text) if turn.mention else "", tuple(s.of(article.text) for s in turn.spans))
        for turn in attribute_turns(article, mentions)
    ]


def test_a_label_in_capitals_that_the_article_explains_is_who_talks() -> None:
    assert turns(*TALK) == [
        ("ROE", ("We waited for you the whole night.",)),
        ("LUND", ("Nobody told us.",)),
    ]


def test_questions_and_answers_are_turns() -> None:
    found = turns(
        "Q: How long did you wait?", "A: Until four.", "Q. And then?", "A. Then we went home, all of us."
    )
    assert [label for label, _ in found] == ["Q", "A", "Q", "A"]


def test_what_stands_between_two_turns_goes_on_with_the_first() -> None:
    lead, roe, lund = TALK
    found = turns(lead, roe, "The boat was late again.", "(Laughter.)", lund)
    assert found[0] == ("ROE", ("We waited for you the whole night.", "The boat was late again."))


def test_the_last_turn_ends_with_its_paragraph() -> None:
    assert turns(*TALK, "The ferry runs again on Monday.")[-1] == ("LUND", ("Nobody told us.",))


def test_marks_that_open_each_line_and_never_close_do_not_hide_the_turns() -> None:
    lead, roe, lund = TALK
    quotes = told("\n\n".join([lead, f'"{roe}', f'"{lund}']), names=NAMES)
    assert [(quote.kind, quote.mention, quote.content) for quote in quotes] == [
        ("direct", "ROE", ("We waited for you the whole night.",)),
        ("direct", "LUND", ("Nobody told us.",)),
    ]


def test_names_in_small_letters_are_turns_where_two_recur() -> None:
    first = ("Ann Roe: We waited for you the whole night.", "Pia Lund: Nobody told the board about it.")
    again = ("Ann Roe: You knew.", "Pia Lund: No.")
    assert turns(*first) == []
    assert [label for label, _ in turns(*first, *again)] == ["Ann Roe", "Pia Lund"] * 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("UPDATE: The ferry is back.", "PICTURES: The storm in Exwick."),
        ("Roe: 1,204", "Lund: 988", "Roe: 1,310", "Lund: 1,002"),
        ("When the boat came, one thing was clear: It was late.", "There was one question: Who knew?"),
    ],
)
def test_labels_of_other_things_than_people_lead_no_turns_in(paragraphs: tuple[str, ...]) -> None:
    assert turns(*paragraphs) == []
