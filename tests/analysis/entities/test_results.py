"""Names in results and tables."""

from __future__ import annotations

from newscli.analysis.entities.labels import BODY
from newscli.analysis.entities.results import with_results
from tests.support.marked import read_marked, sightings_of


def found(marked: str) -> dict[str, bool]:
    """Return the names of an article that stay, and whether each is surely a body."""
    text, mentions, _ = read_marked(marked)
    sightings = sightings_of(mentions)
    return {one.span.of(text): one.chances == BODY for one in with_results(text, sightings)}


def test_both_sides_of_a_result_are_teams() -> None:
    assert found(
        "[Malmoe|LOC] 28 [Aarhus|PER] 25\n[Ord City|LOC] 2-1 [Aldby|LOC]\nIn [Turku|LOC] it rains."
    ) == {
        "Malmoe": True,
        "Aarhus": True,
        "Ord City": True,
        "Aldby": True,
        "Turku": False,
    }


def test_what_stands_behind_a_player_is_a_team_if_a_result_names_it() -> None:
    text = "[Ord|LOC] 28 [Aldby|ORG] 25\n1. [Mats Roe|PER] (Aldby) 9\n2. [Ida Holm|PER] (Turku) 8"
    marked = text.replace("(Aldby)", "([Aldby|PER])").replace("(Turku)", "([Turku|LOC])")
    told = found(marked)
    assert told["Aldby"]
    assert not told["Turku"]


def test_a_date_between_two_places_is_no_result() -> None:
    assert not any(found("From [Ord|LOC] 28 people came to [Aldby|LOC] 25 days late.").values())


def test_the_headings_of_a_table_are_no_names() -> None:
    marked = "| Party | [Leader|ORG] |\n|---|---|\n| Greens | [Ann Roe|PER] |\n\n| [Ord|LOC] |\nis no table."
    assert set(found(marked)) == {"Ann Roe", "Ord"}
