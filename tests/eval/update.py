"""Measure all figures, raise their floors, and write the page that shows them.

python -m tests.eval.update [--allow-lower NAME]...

Prints the figures as a Markdown table. Where one has fallen, no floor is changed and the exit code is 1,
unless ``--allow-lower`` names each that has, as in ``--allow-lower "polnear-dev who F1"``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.eval import figures_page
from tests.eval.figures import MISSING, SETS, fingerprint, measure
from tests.eval.floors import load, raised, save


def main() -> None:
    """Measure, print, and write ``floors.json`` and ``docs/figures.md``."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--allow-lower", action="append", default=[], metavar="NAME", help="repeatable")
    may_fall: list[str] = parser.parse_args().allow_lower
    if MISSING:
        sys.exit(MISSING)
    floors = load()["floors"]
    if unknown := [name for name in may_fall if name not in floors]:
        parser.error(f"no floor is named {', '.join(unknown)}")
    measured: dict[str, float] = {}
    sys.stdout.write("| figure | measured | floor | difference |\n|---|--:|--:|--:|\n")
    for name in SETS:
        with tempfile.TemporaryDirectory() as folder:
            figures = measure(name, Path(folder))
        for figure, value in figures.items():
            floor = floors.get(figure)
            beside = "new |" if floor is None else f"{floor} | {value - floor:+.2f}"
            sys.stdout.write(f"| {figure} | {value} | {beside} |\n")
        sys.stdout.flush()
        measured |= figures
    try:
        save(raised(floors, measured, may_fall), {name: fingerprint(name) for name in SETS})
    except ValueError as error:
        sys.exit(f"{error}\nNo floor is changed.")
    figures_page.main()


if __name__ == "__main__":
    main()
