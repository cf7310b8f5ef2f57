"""Sentences that are not understood without the one before them."""

from __future__ import annotations

import pytest

from newscli.english.openings import leans


@pytest.mark.parametrize(
    "sentence",
    [
        "He wants to sell the mill",
        "But she has not paid",
        "And yet it moves",
        "Their ship left",
        "This surprised nobody",
        "However they sailed",
        "Those left at noon",
        "It was sold in May",
        "It is the oldest mill of Osk",
        "As a result Ahl left",
        "On the other hand Ahl paid",
        "The two met in Osk",
        "Both men were jailed",
        "Another neighbour saw smoke",
        "Such mills are rare",
        "Moreover the mill is old",
        "But",
    ],
)
def test_a_joint_or_an_opening_pronoun_leans(sentence: str) -> None:
    assert leans(sentence.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "Ahl wants to sell",
        "This year was dry",
        "Those who left were paid",
        "We left",
        "So far nobody has paid",
        "Instead of a bridge the town built a ferry",
        "It is not clear who owns the mill",
        "It is feared that the mill will close",
        "The second mill burned",
        "As mayor Ahl sold the mill",
        "The",
    ],
)
def test_what_says_whom_it_is_about_does_not(sentence: str) -> None:
    assert not leans(sentence.split())
