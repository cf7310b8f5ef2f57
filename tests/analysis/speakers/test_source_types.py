"""What sources are."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.source_types import source_type
from newscli.model import Entity, Label, SourceType, Span


@pytest.mark.parametrize(
    ("label", "name", "mention", "expected"),
    [
        ("PER", "Ann Roe", "she", "person"),
        ("ORG", "Ferry Board", "a spokesman for the board", "organisation"),
        ("ORG", "Ferry Board", "the report", "document"),
        ("LOC", "Oslo", "Oslo", "organisation"),
        ("MISC", "Democrats", "Democrats", "group"),
        ("MISC", "Harbour Act", "the Harbour Act", "document"),
    ],
)
def test_an_entity_is_what_its_label_says(
    label: Label, name: str, mention: str, expected: SourceType
) -> None:
    assert source_type(name, Entity(name, label, (Span(0, 1),), (), 0.5), mention) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a senior official", "anonymous"),
        ("two sources close to the talks", "anonymous"),
        ("people familiar with the matter", "anonymous"),
        ("a police officer at the scene", "anonymous"),
        ("residents", "group"),
        ("Some teachers", "group"),
        ("They", "group"),
        ("the survey", "document"),
        ("the ministry", "organisation"),
        ("Ann Roe and Bob Ash", "group"),
        ("Bob Ash", "person"),
        ("Jan van der Berg", "person"),
        ("Residents of Lower Fennick", "group"),
        ("A critic for the Thistle Courier", "anonymous"),
        ("The results of the National Harbour Study", "document"),
        ("Photos released of the scene", "document"),
        ("A new study documenting the health of schoolchildren", "document"),
        ("a message", "document"),
        ("a new analysis of the harbour", "document"),
        ("a leaked letter seen by the Harbour Gazette", "document"),
        ("Figures to be published today", "document"),
        ("Local municipalities in the north", "group"),
        ("the media", "group"),
    ],
)
def test_who_has_no_entity_is_what_the_words_say(words: str, expected: SourceType) -> None:
    assert source_type(words, None, words) == expected


def test_where_nobody_is_told_there_is_no_type() -> None:
    assert source_type(None, None, "") is None
