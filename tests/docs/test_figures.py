"""The page of figures is the one that the floors give."""

from __future__ import annotations

from tests.eval.figures_page import PAGE, ROWS, page
from tests.eval.floors import load


def test_the_page_of_figures_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m tests.eval.figures_page"


def test_every_floor_is_on_the_page_once() -> None:
    shown = [name for row in ROWS for name in row.floors]
    assert sorted(shown) == sorted(load()["floors"])
