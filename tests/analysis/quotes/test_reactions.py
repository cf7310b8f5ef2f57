"""Reactions, whose subject is not the one who speaks."""

from __future__ import annotations

import pytest

from newscli.analysis.quotes.reactions import is_example, is_name, is_reaction, is_taking
from tests.support.quotes import draft_of, told


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Roe drew praise for helping the girls.", "drew praise for", "helping the girls"),
        ("Roe has drawn both praise for helping.", "has drawn both praise for", "helping"),
        ("Roe is facing criticism for his ban.", "is facing criticism for", "his ban"),
        ("The ban won applause for its brevity.", "won applause for", "its brevity"),
    ],
)
def test_who_meets_with_words_does_not_speak(text: str, cue: str, content: str) -> None:
    assert told(text, (content, cue, text.split(f" {cue}", maxsplit=1)[0])) == []


@pytest.mark.parametrize(
    ("text", "cue", "mention"),
    [
        ("The ban drew criticism from Roe.", "drew criticism from", "Roe"),
        ("Roe voiced criticism of the ban.", "voiced criticism of", "Roe"),
        ("Roe drew a line under the ban.", "drew a line", "Roe"),
    ],
)
def test_who_speaks_is_no_reaction(text: str, cue: str, mention: str) -> None:
    assert not is_reaction(text, draft_of(text, "ban", cue=cue, mention=mention))


def test_say_between_commas_is_for_example() -> None:
    text = "Reading is harder to sell than, say, heroin."
    assert is_example(text, draft_of(text, "Reading is harder to sell", cue="say", mention="Reading"))
    assert told(text, ("Reading is harder to sell than", "say", "Reading")) == []
    text = "Reading is harder to sell, experts say, than heroin."
    assert not is_example(text, draft_of(text, "Reading is harder", cue="say", mention="experts"))


def test_said_is_a_surname_too() -> None:
    text = "Then Otto Said managed the land."
    assert is_name(text, draft_of(text, "managed the land", cue="Said", mention="Otto"))
    text = "Then Otto said wheat was dear."
    assert not is_name(text, draft_of(text, "wheat was dear", cue="said", mention="Otto"))
    text = "Otto Said The Land Was His"  # a headline in title case
    assert not is_name(text, draft_of(text, "The Land Was His", cue="Said", mention="Otto"))
    text = "Said Otto: the land is his."
    assert not is_name(text, draft_of(text, "the land is his", cue="Said", mention="Otto"))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("The flood claimed four lives.", "four lives", True),
        ("The plan claimed its most high-profile victim.", "its most high-profile victim", True),
        ("Unrest claimed Aldby as one of its latest victims.", "Aldby as one of its latest victims", True),
        ("Roe claimed gold in the final race on Sunday.", "gold in the final race on Sunday", True),
        ("Roe claimed four lives were lost.", "four lives were lost", False),
        ("Roe claimed it saved lives.", "it saved lives", False),
        ("Roe claimed the ban saved lives.", "the ban saved lives", False),
        ("Roe claimed victory.", "victory", False),
        ("Roe claimed 14 hours of battery life.", "14 hours of battery life", False),
        ("Roe claimed the lives of others did not matter.", "the lives of others did not matter", False),
    ],
)
def test_lives_and_medals_are_claimed_without_a_word(text: str, content: str, *, expected: bool) -> None:
    draft = draft_of(text, content, cue="claimed", mention=text.split(" claimed", maxsplit=1)[0])
    assert is_taking(text, draft) is expected
