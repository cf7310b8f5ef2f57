"""Names that the reader left out, shown by what stands beside them."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.left_out import with_left_out
from tests.support.articles import article_of, words_of
from tests.support.marked import read_marked, sightings_of


def names(marked: str) -> list[str]:
    """Return all names of an article of which some are marked: "[Ord|LOC]"."""
    text, mentions, _ = read_marked(marked)
    sightings = sightings_of(mentions)
    return [one.span.of(text) for one in with_left_out(text, words_of(article_of(text)), sightings)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("THE CASE OF [ELIZA B.|PER] ORMEROD OPENS", ["ELIZA B. ORMEROD"]),
        ("Then [Ann Roe|PER] rose. Thank you, General Roe.", ["Ann Roe", "Roe"]),
        ("Then [Ann Roe|PER] rose. They thanked Sen. Roe.", ["Ann Roe", "Roe"]),
        ("[ALDBY|LOC], Miss. (UWS) - Nobody slept.", ["ALDBY", "Miss."]),
        ("“No,” [Roe|PER] wrote on X. Nobody slept.", ["Roe", "X"]),
        ("Its account on X, formerly Twitter, is closed.", ["X"]),
        ("In a post late at night on X, she denied it.", ["X"]),
    ],
)
def test_what_is_beside_shows_a_name(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "It lacks [Vitamin B.|MISC] Ormerod said so.",
        "Then [Ann B.|PER] left. [Ormerod|PER] slept.",
        "Then [Ann Roe|PER] rose. The roe of the fish is red.",
        "Then [Ann Roe|PER] rose. They crossed General Roe Street.",
        "Then [Roe|PER] rose. They thanked General Roe.",
        "Dear [Ann Roe|PER], Miss. is short for nothing.",
        "They posted it on X-ray film.",
        "She wrote of a man on X Road.",
        "The mark on X is red.",
    ],
)
def test_what_only_looks_like_it_is_none(marked: str) -> None:
    text, mentions, _ = read_marked(marked)
    assert names(marked) == [mention.span.of(text) for mention in mentions]
