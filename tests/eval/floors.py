"""The floors under the figures, and the rule by which they rise."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final, TypedDict, cast

FILE: Final = Path(__file__).with_name("floors.json")

# Points of a percentage. Half of the last digit of the scorers that round to 0.1, so that what they print
# may not fall; for those that round to 0.01, three names of conll2003-dev or one summary of bbc-dev.
EPSILON: Final = 0.05


class Saved(TypedDict):
    """What ``floors.json`` holds: the floors by figure, and the SHA-256 of what each set was measured on."""

    floors: dict[str, float]
    data: dict[str, str]


def load() -> Saved:
    """Return what is saved."""
    return cast("Saved", json.loads(FILE.read_text(encoding="utf-8")))


def save(floors: Mapping[str, float], data: Mapping[str, str]) -> None:
    """Write floors and hashes, one a line, in the order given."""
    FILE.write_text(json.dumps({"floors": floors, "data": data}, indent=2) + "\n", encoding="utf-8")


def falls(floors: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """Return a line for each figure that is below its floor or is no longer measured."""
    return [
        f"{name} is {measured.get(name, 'not measured')}, its floor {floor}"
        for name, floor in floors.items()
        if name not in measured or measured[name] < floor - EPSILON
    ]


def misses(floors: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """Return a line for each figure that has fallen or has no floor yet."""
    new = [f"{name} is {value}, without a floor" for name, value in measured.items() if name not in floors]
    return falls(floors, measured) + new


def raised(
    floors: Mapping[str, float], measured: Mapping[str, float], may_fall: Collection[str] = ()
) -> dict[str, float]:
    """Return the floors raised to what is measured, in the order of the measured figures.

    Args:
        floors: The floors so far.
        measured: All figures as they are now; a new one gets its first floor.
        may_fall: The figures whose floor becomes what is measured, or goes with its figure, even if lower.

    Raises:
        ValueError: Other figures have fallen; the message has one line for each.
    """
    held = {name: floor for name, floor in floors.items() if name not in may_fall}
    if fallen := falls(held, measured):
        raise ValueError("\n".join(fallen))
    return {name: max(value, held.get(name, value)) for name, value in measured.items()}
