from __future__ import annotations

from typing import get_args

from newscli.model import FURNITURE, HEADLINES, LABELS, RUNNING_TEXT, Role


def test_every_role_but_the_dateline_is_either_running_text_or_furniture() -> None:
    assert sorted((*RUNNING_TEXT, *FURNITURE, "dateline")) == sorted(get_args(Role))


def test_headlines_are_running_text() -> None:
    assert set(HEADLINES) < set(RUNNING_TEXT)


def test_people_come_first_among_labels() -> None:
    assert LABELS == ("PER", "ORG", "LOC", "MISC")
