"""Statements of which the reader marked a side clause or a subject alone."""

from __future__ import annotations

import pytest

from tests.support.quotes import told


@pytest.mark.parametrize(
    ("text", "side", "main"),
    [
        (
            "When the pump failed, Mr Hale said, the farmer called nobody.",
            "When the pump failed",
            "the farmer called nobody",
        ),
        (
            "If it rains, according to Mr Hale, the ferry will stop for good.",
            "If it rains",
            "the ferry will stop for good",
        ),
    ],
)
def test_the_main_clause_behind_the_cue_belongs_to_it(text: str, side: str, main: str) -> None:
    cue = "according to" if "according" in text else "said"
    (found,) = told(text, (side, cue, "Mr Hale"))
    assert found.content == (side, main)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The pump failed, Mr Hale said, and nobody came.", "The pump failed"),
        ("Mr Hale said when the pump failed, and the farmer left, nobody came.", "when the pump failed"),
        ("When the pump failed, Mr Hale said.", "When the pump failed"),
        ("When the pump failed, Mr Hale said, “nobody” came.", "When the pump failed"),
    ],
)
def test_other_statements_stay_as_they_are(text: str, content: str) -> None:
    found = told(text, (content, "said", "Mr Hale"))
    assert content in [" ".join(one.content) for one in found]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("Mr Hale said the claim was “simply untrue”.", "the claim", "the claim was “simply untrue”"),
        ("Mr Hale said the figures are wrong.", "the figures", "the figures are wrong"),
        ("Mr Hale said nothing.", "nothing", "nothing"),
        ("Mr Hale denied the claim was true.", "the claim", "the claim"),
        ("Mr Hale said the claim was untrue, and left.", "the claim", "the claim"),
    ],
)
def test_nobody_says_a_subject_without_what_is_said_of_it(text: str, content: str, whole: str) -> None:
    (found,) = told(text, (content, "denied" if "denied" in text else "said", "Mr Hale"))
    assert found.content == (whole,)
