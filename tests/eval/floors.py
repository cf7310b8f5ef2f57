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
# A processor with other instructions rounds sums otherwise, most of all one that multiplies 8-bit numbers in
# another way (VNNI), and some of the quotes and names near the border fall to the other side.
OTHER_PROCESSOR: Final = 1.5
# The like for shares of fewer than a hundred, in which one is several points.
OF_FEW: Final = 6.5
_FEW: Final = ("status other than said", "not turned", "third accuracy", "nested found", "within", "wishes")


class Saved(TypedDict):
    """What ``floors.json`` holds: the floors by figure, the SHA-256 of each set, and ``processor()``."""

    floors: dict[str, float]
    data: dict[str, str]
    processor: str


def load() -> Saved:
    """Return what is saved."""
    return cast("Saved", json.loads(FILE.read_text(encoding="utf-8")))


def processor() -> str:
    """Return the kind of this machine's processor, by whose instructions sums are rounded; "" if unknown."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    about = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    kind = [about.get(name, "") for name in ("vendor_id", "cpu family", "model")]
    return " ".join([*kind, "vnni" if "vnni" in about.get("flags", "") else ""]).strip()


def save(floors: Mapping[str, float], data: Mapping[str, str]) -> None:
    """Write floors and hashes, one a line, in the order given."""
    saved = {"floors": floors, "data": data, "processor": processor()}
    FILE.write_text(json.dumps(saved, indent=2) + "\n", encoding="utf-8")


def may_fall_by(name: str, *, same_processor: bool) -> float:
    """Return by how many points a figure may be below its floor."""
    if same_processor:
        return EPSILON
    return OF_FEW if name.endswith(_FEW) else OTHER_PROCESSOR


def falls(
    floors: Mapping[str, float], measured: Mapping[str, float], *, same_processor: bool = True
) -> list[str]:
    """Return a line for each figure that is below its floor or is no longer measured."""
    return [
        f"{name} is {measured.get(name, 'not measured')}, its floor {floor}"
        for name, floor in floors.items()
        if name not in measured or measured[name] < floor - may_fall_by(name, same_processor=same_processor)
    ]


def misses(
    floors: Mapping[str, float], measured: Mapping[str, float], *, same_processor: bool = True
) -> list[str]:
    """Return a line for each figure that has fallen or has no floor yet."""
    new = [f"{name} is {value}, without a floor" for name, value in measured.items() if name not in floors]
    return falls(floors, measured, same_processor=same_processor) + new


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
