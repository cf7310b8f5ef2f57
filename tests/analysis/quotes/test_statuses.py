"""What became of a content by the words of its cue."""

from __future__ import annotations

import pytest

from newscli.analysis.quotes.statuses import status_of, told_by_others


@pytest.mark.parametrize(
    "cue",
    [
        "was due to say",
        "is also set to  call",
        "are expected to ask",
        "will tell",
        "may argue",
        "’s going to say",
    ],
)
def test_what_is_still_to_be_said_is_possible(cue: str) -> None:
    assert status_of(cue, "said") == "possible"


@pytest.mark.parametrize(
    "cue",
    ["said", "falsely claimed", "shared the will", "set to work", "has willed", "expected", "may not say"],
)
def test_what_was_said_stays_so(cue: str) -> None:
    assert status_of(cue, "said") == "said"


@pytest.mark.parametrize(
    "cue",
    ["hardly said", "has scarcely mentioned", "was misquoted as saying", "was falsely quoted as  saying"],
)
def test_what_was_hardly_said_or_misquoted_is_unsaid(cue: str) -> None:
    assert status_of(cue, "said") == "unsaid"


def test_what_the_reader_sees_otherwise_stays_as_it_sees_it() -> None:
    assert status_of("will not say", "unsaid") == "unsaid"


@pytest.mark.parametrize(
    ("cue", "behind", "expected"),
    [
        ("rejected statements by", " ", "statements by"),
        ("has dismissed claims", " by ", "claims"),
        ("denied", " claims by ", "denied"),
        ("claims by", " ", "claims by"),
        ("denied", " ", "denied"),
    ],
)
def test_what_one_rejects_others_told(cue: str, behind: str, expected: str) -> None:
    assert cue[told_by_others(cue, behind) :] == expected
