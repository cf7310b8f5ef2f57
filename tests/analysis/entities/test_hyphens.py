"""Names that a hyphen or a slash joins."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.hyphens import apart, with_pairs_parted
from tests.support.marked import read_marked, sightings_of


def names(marked: str) -> list[str]:
    text, mentions, _ = read_marked(marked)
    sightings = sightings_of(mentions)
    return [one.span.of(text) for one in with_pairs_parted(text, sightings)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Ann Roe|PER] and [Tom Moss|PER] lost the [Roe-Moss|PER] case.", ["Roe", "Moss"]),
        ("[Halden|ORG] and [GFC|ORG] signed the [Halden-GFC|ORG] deal.", ["Halden", "GFC"]),
        ("An [Ord News/Aldby Post|ORG] poll found so.", ["Ord News", "Aldby Post"]),
        ("An [ORD/Aldby Post|ORG] poll found so.", ["ORD", "Aldby Post"]),
    ],
)
def test_two_that_are_joined_are_two(marked: str, expected: list[str]) -> None:
    assert names(marked)[-2:] == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[Ann Roe|PER] met [Ida Roe-Moss|PER] and [Tom Moss|PER]; [Roe-Moss|PER] left.",
        "[Halden|ORG] signed with [Halden-GFC|ORG].",
        "They heard [AC/DC|ORG] play.",
    ],
)
def test_one_that_is_joined_stays_one(marked: str) -> None:
    text, mentions, _ = read_marked(marked)
    assert names(marked) == [mention.span.of(text) for mention in mentions]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The [Iran-Lausanne-Yemen|LOC] axis ends.", ["Iran", "Lausanne", "Yemen"]),
        ("The [Paris–Berlin–Moscow|MISC] talks ended.", ["Paris", "Berlin", "Moscow"]),
        ("The [Costa Rican-North American Centre|ORG] met.", ["Costa Rican-North American Centre"]),
        ("They live in [Stratford-upon-Avon|LOC].", ["Stratford-upon-Avon"]),
        ("It is [Jean-Paul-Marie|PER].", ["Jean-Paul-Marie"]),
    ],
)
def test_a_chain_of_places_is_parted(marked: str, expected: list[str]) -> None:
    text, (mention,), _ = read_marked(marked)
    found = apart(text, sightings_of([mention])[0])
    assert [one.span.of(text) for one in found] == expected
