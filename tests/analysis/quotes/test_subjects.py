from __future__ import annotations

import pytest

from newscli.analysis.quotes.running_text import QuotedWords
from newscli.analysis.quotes.subjects import (
    is_passive,
    is_verb_of_speaking,
    main_subject,
    subject_after,
    subject_before,
    told_before,
    verb_group_start,
)
from newscli.model import Label
from tests.support.quotes import running_text_of

NAMES: dict[str, Label] = {"Ann Roe": "PER", "Dana Orel": "PER", "Jane Roe": "PER", "John Doe": "PER"}


def sentence(text: str) -> QuotedWords:
    """Return the words of a text of one sentence."""
    (words,) = running_text_of(text, {name: label for name, label in NAMES.items() if name in text}).words
    return words


def shown(words: QuotedWords, found: tuple[int, int] | None) -> str | None:
    return " ".join(words.texts[found[0] : found[1] + 1]) if found else None


def before(text: str, cue: str) -> str | None:
    """Return the subject before a cue."""
    words = sentence(text)
    return shown(words, subject_before(words, words.lower.index(cue), 0))


def after(text: str, cue: str) -> str | None:
    """Return the subject behind a cue."""
    words = sentence(text)
    return shown(words, subject_after(words, words.lower.index(cue), len(words.lower)))


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The union said it would strike.", "The union"),
        ("The union has repeatedly said it would strike.", "The union"),
        ("The union on Friday said it would strike.", "The union"),
        ("In the old hall the union said it would strike.", "the union"),
        ("It rained, but the union said it would strike.", "the union"),
        ("When it rained she said it would strike.", "she"),
        ("Ann Roe, who said it would strike.", "who"),
        ("Roe (Exwick North) said it would strike.", "Roe"),
    ],
)
def test_a_subject_runs_from_the_start_of_its_clause_to_the_verb(text: str, subject: str) -> None:
    assert before(text, "said") == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Dana Orel, the port's director, said it would strike.", "Dana Orel"),
        ("Ann Roe, head of the union, which speaks for drivers, said it would strike.", "Ann Roe"),
        ("His daughter, Ann Roe, said it would strike.", "Ann Roe"),
        ("Ann Roe, said it would strike.", "Ann Roe"),
    ],
)
def test_what_commas_hold_between_subject_and_verb_is_stepped_over(text: str, subject: str) -> None:
    assert before(text, "said") == subject


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("To say it would strike is wrong.", "say"),
        ("The union met and said it would strike.", "said"),
        ("The hall was cold, said she.", "said"),
        ("Ann Roe, saying it would strike.", "saying"),
        (", the union, said it would strike.", "said"),
    ],
)
def test_a_verb_without_a_subject_right_before_it_has_none_there(text: str, cue: str) -> None:
    assert before(text, cue) is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On Monday Dana Orel, Jane Roe and John Doe said so.", "Dana Orel , Jane Roe and John Doe"),
        ("Like Dana Orel, Jane Roe and John Doe said so.", "Jane Roe and John Doe"),
        ("With Dana Orel, Jane Roe and John Doe said so.", "Jane Roe and John Doe"),
    ],
)
def test_a_list_of_names_is_one_subject(text: str, subject: str) -> None:
    assert before(text, "said") == subject


def test_of_a_long_subject_that_ends_with_a_name_the_name_alone_is_the_source() -> None:
    text = "The former chief of the old harbour board of Exwick Ann Roe said it would strike."
    assert before(text, "said") == "Ann Roe"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("So said the minister on Friday.", "the minister"),
        ("So said she.", "she"),
        ("So said Jane Roe and John Doe.", "Jane Roe and John Doe"),
        ("So said Jane Roe and left.", "Jane Roe"),
        ("So said Jane Roe, the mayor.", "Jane Roe"),
        ("So said Jane Roe Friday.", "Jane Roe"),
    ],
)
def test_a_subject_behind_its_verb_ends_with_the_next_clause_or_time(text: str, subject: str) -> None:
    assert after(text, "said") == subject


@pytest.mark.parametrize(
    "text", ["So said in a hall.", "So said repeatedly the mayor.", "So said", "So said “no”."]
)
def test_a_verb_without_a_subject_right_behind_it_has_none_there(text: str) -> None:
    assert after(text, "said") is None


def test_a_participle_hangs_on_the_first_finite_verb_of_its_sentence() -> None:
    words = sentence("The councils have rejected those demands, saying they were empty.")
    assert shown(words, main_subject(words, words.lower.index("saying"))) == "The councils"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry was late, a Calder official said, adding that it rained.", "a Calder official"),
        ("The ferry was late, said Ann Roe, adding that it rained.", "Ann Roe"),
        ("“It was late,” said Ann Roe, adding that it rained.", "Ann Roe"),
        ("The ferry was late, Ann Roe told reporters, adding that it rained.", "Ann Roe"),
        ("Ann Roe rejected the plan, adding that it rained.", None),
        ("Ann Roe backed the post, adding that it rained.", None),
    ],
)
def test_a_participle_shares_the_source_of_the_words_before_its_comma(
    text: str, expected: str | None
) -> None:
    words = sentence(text)
    found = told_before(words, words.lower.index("adding") - 1)
    assert shown(words, found) == expected


def test_a_participle_shares_the_source_of_the_verb_right_before_it() -> None:
    words = sentence("The ferry was late, Ann Roe said adding that it rained.")
    assert shown(words, told_before(words, words.lower.index("adding"))) == "Ann Roe"


def test_a_sentence_without_a_finite_verb_has_no_main_subject() -> None:
    words = sentence("The councils, saying they were empty.")
    assert main_subject(words, words.lower.index("saying")) is None


@pytest.mark.parametrize(
    ("text", "passive"),
    [("Roe was told.", True), ("Roe was later told.", True), ("Roe told.", False), ("Roe has told.", False)],
)
def test_a_participle_behind_a_form_of_be_is_passive(text: str, passive: bool) -> None:
    words = sentence(text)
    assert is_passive(words, words.lower.index("told"), 0) is passive


def test_a_verb_group_begins_with_its_auxiliaries_and_adverbs() -> None:
    words = sentence("The union has also repeatedly said so.")
    assert words.lower[verb_group_start(words, words.lower.index("said"), 0)] == "has"


@pytest.mark.parametrize(
    ("word", "is_verb"), [("said", True), ("told", True), ("report", False), ("ran", False)]
)
def test_a_verb_of_speaking_is_a_cue_that_is_no_noun(word: str, is_verb: bool) -> None:
    assert is_verb_of_speaking(word) is is_verb


def test_what_stands_behind_a_pronoun_is_no_subject() -> None:
    words = sentence("Every day she looks at the pile placed on the desk, hoping it shrinks.")
    assert shown(words, main_subject(words, words.lower.index("hoping"))) == "she"
