from __future__ import annotations

from dataclasses import replace

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


def test_what_is_added_to_a_label_is_outside_it() -> None:
    found = turns(
        "ANN ROE, HOST: Good evening to all of you tonight.",
        "SEN. PIA LUND (R-WY): Thank you for having me here.",
        "ROE: Did you see the report about the harbour?",
        "LUND: I never saw that report at all.",
        "UNIDENTIFIED FEMALE: What truck?",
    )
    assert [label for label, _ in found] == ["ANN ROE", "SEN. PIA LUND", "ROE", "LUND", "UNIDENTIFIED FEMALE"]


def test_numbers_of_questions_bold_type_and_captions_arrows_are_no_part_of_a_label() -> None:
    first = ("Q45 Ann Roe: Why was the boat so late?", "**Pia Lund:** Nobody told the board about it.")
    again = (">> Ann Roe: Nobody at all?", "Q46 Pia Lund: Nobody I know of, no.")
    assert [label for label, _ in turns(*first, *again)] == ["Ann Roe", "Pia Lund"] * 2


def test_an_interview_without_labels_is_told_by_you_and_i() -> None:
    found = turns(
        "Ann Roe has run the ferry for thirty years.",
        "Why do you still sail?",
        "Because I like the sound of it.",
        "And your children?",
        "They moved to town. I see them on Sundays.",
        "You once sank the Ibis. You never told anybody.",
        "I am going to disappoint you. It sank by itself.",
        "Would you do it again?",
        "I would not.",
        "The ferry runs again on Monday.",
    )
    assert [content for _, (content,) in found] == [
        "Why do you still sail?",
        "Because I like the sound of it.",
        "And your children?",
        "They moved to town. I see them on Sundays.",
        "You once sank the Ibis. You never told anybody.",
        "I am going to disappoint you. It sank by itself.",
        "Would you do it again?",
        "I would not.",
    ]
    assert {label for label, _ in found} == {""}


def test_an_explainer_asks_nobody() -> None:
    assert (
        turns(
            "What is the new toll?",
            "It is a charge on every car that crosses the bridge.",
            "Who has to pay it?",
            "Everybody who crosses between six and nine.",
            "Why now?",
            "The board needs money for the ferry.",
        )
        == []
    )


def test_an_answer_that_lost_its_label_is_a_turn() -> None:
    lead, roe, lund = TALK
    assert turns(lead, roe, lund, "ROE: What now?", "I will build another.")[-1] == (
        "",
        ("I will build another.",),
    )


def test_a_turn_that_ends_with_a_question_is_asked() -> None:
    article = article_of("Q: How long did you wait?", "A: Until four.", "Q: And then?", "A: We went home.")
    assert [turn.status for turn in attribute_turns(article, ())] == ["asked", "said"] * 2


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


def voiced(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return (label, content) of each turn of captions that name their voices."""
    voices = ("speaker 1", "Pia Lund")
    article = replace(article_of(*paragraphs), voices=voices)
    return [
        (turn.mention.of(article.text) if turn.mention else "", tuple(s.of(article.text) for s in turn.spans))
        for turn in attribute_turns(article, ())
    ]


def test_captions_that_name_their_voices_are_believed_however_few_and_odd_these_are() -> None:
    assert voiced("speaker 1: We waited.", "And waited.") == [("speaker 1", ("We waited.", "And waited."))]
    assert voiced("Now this.", "Pia Lund: Nobody told us.", "speaker 1: He said: no.") == [
        ("Pia Lund", ("Nobody told us.",)),
        ("speaker 1", ("He said: no.",)),
    ]
    assert voiced("Note: nobody talks.") == []
