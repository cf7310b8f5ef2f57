"""Words that open sentences and are taken for people."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.openers import without_openers
from tests.support.articles import article_of, words_of
from tests.support.marked import read_marked, sightings_of


def names(marked: str) -> list[str]:
    """Return the names of an article that are left of those that are marked: "[Ord|LOC]"."""
    text, mentions, _ = read_marked(marked)
    sightings = sightings_of(mentions)
    return [one.span.of(text) for one in without_openers(text, words_of(article_of(text)), sightings)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Singer Ann Roe|PER] left.", ["Ann Roe"]),
        ("Nobody saw [Ann Roe|PER]. [Comic Roe|PER] left.", ["Ann Roe", "Roe"]),
        ("“[So|PER] looks like rain.” Nobody slept.", []),
        ("They sell brands. [Brands|PER] need names.", []),
        ("They sold broadband. [Broadband|ORG] is cheap.", []),
        ("[Councillor|PER] loses seat.", []),
        ("'I feared for my life': [Nurse|PER] tells of it.", []),
        ("[Nurse|PER] Tells Of Fire At Ord\n\nIt burned.", []),
        ("The jurors slept. [Jurors|PER] saw [Ann Roe|PER].", ["Ann Roe"]),
    ],
)
def test_what_opens_a_sentence_is_no_part_of_a_name(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[Comic Roe|PER] left.",
        "[Debbie Wasserman Roe|PER] left. [Wasserman Roe|PER] slept. [Tom Roe|PER] did not.",
        "It was brown. [Gordon Brown|PER] left. [Brown|PER] slept.",
        "It was brown. [Brown|PER] slept, and so did Brown.",
        "[May|PER] left in May. It may rain.",
        "The singer [Baker|PER] left.",
        "[Major|PER] loses seat. [John Major|PER] slept.",
        "[Nurse|PER] Tells Of Fire At Ord\n\nThey met [Ann Nurse|PER].",
        "They picked an apple. [Apple|ORG] sued, and so did Apple.",
        "[Ord|LOC] slept. An ord is none.",
    ],
)
def test_a_name_that_opens_a_sentence_stays(marked: str) -> None:
    text, mentions, _ = read_marked(marked)
    assert names(marked) == [mention.span.of(text) for mention in mentions]
