"""What newscli scores does not fall: each figure of each set against its floor in ``floors.json``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.eval.figures import MISSING, SETS, fingerprint, measure
from tests.eval.floors import load, misses, processor, raised


def of_set(name: str) -> dict[str, float]:
    """Return the floors of one set."""
    return {figure: floor for figure, floor in load()["floors"].items() if figure.startswith(f"{name} ")}


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
@pytest.mark.parametrize("name", SETS)
def test_no_figure_is_below_its_floor(name: str, tmp_path: Path) -> None:
    assert fingerprint(name) == load()["data"][name], (
        "the set is not the one that the floors were measured on"
    )
    same = load()["processor"] == processor()
    missed = misses(of_set(name), measure(name, tmp_path), same_processor=same)
    assert not missed, "\n".join(missed)


def test_every_floor_belongs_to_a_set_and_every_set_has_floors() -> None:
    owned = {name: of_set(name) for name in SETS}
    assert all(owned.values())
    assert {figure for floors in owned.values() for figure in floors} == set(load()["floors"])
    assert set(load()["data"]) == set(SETS)


def test_a_figure_may_fall_by_less_than_the_printed_digit() -> None:
    assert misses({"news F1": 80.1}, {"news F1": 80.06}) == []
    assert misses({"news F1": 80.1}, {"news F1": 80.0}) == ["news F1 is 80.0, its floor 80.1"]


def test_on_another_processor_a_figure_may_fall_a_little_further() -> None:
    floors = {"news F1": 80.0, "news third accuracy": 80.0}
    assert misses(floors, {"news F1": 78.6, "news third accuracy": 74.0}, same_processor=False) == []
    assert misses(floors, {"news F1": 78.4, "news third accuracy": 73.0}, same_processor=False) == [
        "news F1 is 78.4, its floor 80.0",
        "news third accuracy is 73.0, its floor 80.0",
    ]


def test_a_figure_without_a_floor_and_a_floor_without_a_figure_are_misses() -> None:
    assert misses({"old": 70.0}, {"new": 71.0}) == [
        "old is not measured, its floor 70.0",
        "new is 71.0, without a floor",
    ]


def test_floors_rise_and_do_not_sink_by_small_steps() -> None:
    floors = raised({"up": 70.0, "down a little": 60.0}, {"up": 70.3, "down a little": 59.97, "new": 5.0})
    assert floors == {"up": 70.3, "down a little": 60.0, "new": 5.0}


def test_a_fall_must_be_allowed_by_name() -> None:
    floors, measured = {"recall": 70.0, "precision": 80.0, "gone": 9.0}, {"recall": 60.0, "precision": 79.0}
    with pytest.raises(ValueError, match=r"\Arecall is 60.0, its floor 70.0\Z"):
        raised(floors, measured, ["gone", "precision"])
    assert raised(floors, measured, ["gone", "recall", "precision"]) == measured
