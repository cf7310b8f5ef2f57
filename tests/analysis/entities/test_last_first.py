"""Lists of people by surname."""

from __future__ import annotations

from newscli.analysis.entities.last_first import with_last_first
from tests.support.marked import read_marked, sightings_of


def names(marked: str) -> list[str]:
    text, mentions, _ = read_marked(marked)
    sightings = sightings_of(mentions)
    return [one.span.of(text) for one in with_last_first(text, sightings)]


def test_people_listed_by_surname_are_one_each() -> None:
    marked = (
        "Present: [Roe|PER], [Ann|PER]; [Holm|PER], [Lars|PER]; and [Moss|PER], [Ida|PER]. [Ann|PER] left."
    )
    assert names(marked) == ["Roe, Ann", "Holm, Lars", "Moss, Ida", "Ann"]


def test_people_in_other_lists_stay_apart() -> None:
    assert names("They met [Roe|PER], [Holm|PER]; nobody slept.") == ["Roe", "Holm"]
    assert names("They met [Roe|PER], [Holm|PER], [Moss|PER].") == ["Roe", "Holm", "Moss"]
    assert names("In [Ord|LOC], [Ann|PER]; in [Aldby|LOC], [Lars|PER].") == ["Ord", "Ann", "Aldby", "Lars"]
