"""Whether the speakers of two articles are one."""

from __future__ import annotations

import pytest

from newscli.analysis.compare.speakers import Relation, relation, speaker_of
from newscli.model import SourceType
from tests.support.statements_told import Said, telling

OTHER, PERHAPS, SAME = Relation.OTHER, Relation.PERHAPS, Relation.SAME


def related(one: Said, other: Said) -> Relation:
    first, second = telling(one), telling(other)
    return relation(speaker_of(first, first.quotes[0]), speaker_of(second, second.quotes[0]))


def who(name: str, kind: SourceType = "person", description: str = "") -> Said:
    return Said(name, "it rained", kind, description)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Orel", "Ana Orel", SAME),
        ("Baker Owen Pask", "Owen Pask", SAME),
        ("Bob Hale", "Robert Hale", SAME),
        ("Orel", "Ana Orel", PERHAPS),
        ("Ana Orel", "Tom Orel", OTHER),
        ("Ana Orel", "Ana Reeve", OTHER),
        ("José Pérez", "Jose Perez", SAME),
    ],
)
def test_people(one: str, other: str, expected: Relation) -> None:
    assert related(who(one), who(other)) is expected
    assert related(who(other), who(one)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the Health Department", "Department of Health", SAME),
        ("General Ferry Union", "GFU", SAME),
        ("the bank", "Aldermoor Bank", PERHAPS),
        ("Skarn Line", "Marlow Council", OTHER),
    ],
)
def test_bodies(one: str, other: str, expected: Relation) -> None:
    assert related(who(one, "organisation"), who(other, "organisation")) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (who("the coastguard", "organisation"), who("Ruth Hale", "person", "a coastguard officer"), PERHAPS),
        (who("Skarn Line", "organisation"), who("Ruth Hale", "person", "a coastguard officer"), OTHER),
        (who("A harbour worker", "anonymous"), who("One dock worker", "anonymous"), PERHAPS),
        (who("A harbour worker", "anonymous"), who("A witness", "anonymous"), OTHER),
        (who("residents", "group"), who("the residents", "group"), SAME),
        (who("a teacher", "anonymous"), who("Martin Ekdal", "person", "a teacher"), PERHAPS),
    ],
)  # fmt: skip
def test_those_without_a_name(one: Said, other: Said, expected: Relation) -> None:
    assert related(one, other) is expected
    assert related(other, one) is expected
