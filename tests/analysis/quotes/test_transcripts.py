from __future__ import annotations

import pytest

from newscli.analysis.pipeline import analyse
from newscli.model import Article, Block, Span

TALK = (
    "Ann Roe, who runs the ferry, met Pia Lund of the harbour board on Friday.",
    "ROE: We waited for you the whole night.",
    "LUND: Nobody told us.",
)


def turns(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return (label, content) of what has a label for its source."""
    text, blocks = "\n\n".join(paragraphs), []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block("body", Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    quotes = analyse(Article(text, "story.txt", tuple(blocks), text), {"quotes"}).quotes
    labels = {quote.mention for quote in quotes if quote.mention and text[quote.mention.end] in ":."}
    return [
        (quote.mention.of(text), tuple(span.of(text) for span in quote.spans))
        for quote in quotes
        if quote.mention in labels and quote.cue is None and quote.kind == "direct"
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
    assert [label for label, _ in turns(lead, f'"{roe}', f'"{lund}')] == ["ROE", "LUND"]


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
def test_labels_of_other_things_are_not(paragraphs: tuple[str, ...]) -> None:
    assert turns(*paragraphs) == []
