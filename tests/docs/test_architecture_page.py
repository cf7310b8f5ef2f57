"""The table of imports in the page of the architecture is the one that the code is held to."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.test_imports import ALLOWED, BASE, THIRD_PARTIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"
# These run the command line, which may import everything.
ENTRIES = {"newscli", "newscli.__main__", "newscli.cli"}


def rows(heading: str) -> dict[str, str]:
    """Return the table below a line: its last cells by its first ones, of which one row may have several."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition(heading)
    table = re.search(r"\n\|---\|.*\n((?:\|.*\n)+)", below)
    assert table
    cells = (line.strip("|").split("|") for line in table[1].splitlines())
    return {name: last for first, last in cells for name in re.findall(r"`([^`]+)`", first)}


def test_the_page_allows_what_the_test_of_imports_allows() -> None:
    shown = {
        f"newscli.{part}": {
            *(f"newscli.{name}" for name in re.findall(r"`([^`]+)`", allowed)),
            *(BASE if "base" in allowed else ()),
        }
        for part, allowed in rows("## Who may import whom").items()
        if part != "cli"
    }
    assert shown == {part: set(allowed) for part, allowed in ALLOWED.items() if part not in ENTRIES}


def test_the_page_names_the_place_of_each_third_party() -> None:
    shown = {
        package: {place.strip("/").removesuffix(".py") for place in re.findall(r"`([^`]+)`", places)}
        for package, places in rows("Third parties have a place each.").items()
    }
    held = {
        package: {place.removeprefix("newscli.").replace(".", "/") for place in places}
        for package, places in THIRD_PARTIES.items()
    }
    assert shown == held
