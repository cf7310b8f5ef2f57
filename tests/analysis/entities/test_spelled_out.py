"""Long names that the acronym behind them explains."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.spelled_out import with_spelled_out
from tests.support.articles import article_of, words_of
from tests.support.marked import read_marked, sightings_of


def names(marked: str) -> list[str]:
    text, mentions, _ = read_marked(marked)
    sightings = sightings_of(mentions)
    return [one.span.of(text) for one in with_spelled_out(words_of(article_of(text)), sightings)]


@pytest.mark.parametrize(
    ("marked", "long"),
    [
        ("It said Northern Ferry Company ([NFC|ORG]) was sold.", "Northern Ferry Company"),
        ("The [Northern Ferry|ORG] Company ([NFC|ORG]) was sold.", "Northern Ferry Company"),
        ("The [Ord|LOC] community forum ([CF|ORG]) met.", "Ord community forum"),
        ("Ord Lane community forum ([CF|ORG]) met.", "Ord Lane community forum"),
        ("The Board of Ports and Canals ([BPC|ORG]) met.", "Board of Ports and Canals"),
    ],
)
def test_the_words_whose_initials_stand_behind_them_are_one_name(marked: str, long: str) -> None:
    assert names(marked)[0] == long
    assert len(names(marked)) == 2


@pytest.mark.parametrize(
    "marked",
    [
        "The gross national income ([GNI|ORG]) rose.",
        "The Northern Ferry Company ([FNC|ORG]) was sold.",
        "The [Northern Ferry Company|ORG] (it has three ships) was sold.",
        "Ann Orr ([AO|PER]) came.",
    ],
)
def test_other_brackets_explain_no_organisation(marked: str) -> None:
    text, mentions, _ = read_marked(marked)
    assert names(marked) == [mention.span.of(text) for mention in mentions]
