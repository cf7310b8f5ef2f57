from __future__ import annotations

from dataclasses import replace
from typing import get_args

from newscli.model import FURNITURE, HEADLINES, LABELS, RUNNING_TEXT, SHOWN_FROM, Quote, Role, Span


def test_every_role_but_the_dateline_is_either_running_text_or_furniture() -> None:
    assert sorted((*RUNNING_TEXT, *FURNITURE, "dateline")) == sorted(get_args(Role))


def test_headlines_are_running_text() -> None:
    assert set(HEADLINES) < set(RUNNING_TEXT)


def test_people_come_first_among_labels() -> None:
    assert LABELS == ("PER", "ORG", "LOC", "MISC")


def test_what_was_uttered_is_shown_and_what_was_thought_is_not() -> None:
    said = Quote(1, "indirect", (Span(0, 1),), (), None, "Ana Orel", "speech", 0.9, "denied", paragraph=1)
    assert said.shown
    assert not replace(said, act="thought").shown
    assert not replace(said, speaker=None).shown
    assert not replace(said, confidence=SHOWN_FROM - 0.01).shown
