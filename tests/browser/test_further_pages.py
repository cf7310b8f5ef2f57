"""Pages of sources and of comparisons in a browser: nobody is shut out, and nothing of an article runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from newscli.analysis.sources import merge_sources
from newscli.model import Analysis
from newscli.render import Looks, View, render
from tests.browser.test_hostile_pages import OBEYED
from tests.browser.test_valid import complaints
from tests.support.browser import watched
from tests.support.compared import accounts, comparison, comparison_saying
from tests.support.port_ellery import nothing_found, reading, saying


def written(view: View, path: Path, *analyses: Analysis) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        render(view, "html", iter(analyses), Looks(), out)
    return path


@pytest.fixture
def further(tmp_path: Path) -> list[Path]:
    """Return pages of two articles and of three side by side, of sources together and of each article."""
    return [
        written("compare", tmp_path / "two.html", comparison()),
        written("compare", tmp_path / "three.html", comparison(3)),
        written("sources", tmp_path / "together.html", merge_sources(accounts())),
        written("sources", tmp_path / "each.html", reading(), nothing_found(), *accounts()),
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1_600, "light"), (900, "dark"), (390, "light")])
def test_axe_finds_nothing(browser: Browser, further: list[Path], width: int, scheme: str) -> None:
    with watched(browser, width, scheme=scheme, lax=True) as seen:
        for path in further:
            page = seen.go(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            found = Axe().run(page).response["violations"]
            assert not [(one["id"], one["nodes"][0]["html"]) for one in found], path


def test_a_payload_is_words(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        for number, words in enumerate(OBEYED):
            pages = (
                written("compare", tmp_path / f"c{number}.html", comparison_saying(words)),
                written("sources", tmp_path / f"s{number}.html", saying(words)),
            )
            for path in pages:
                page = seen.go(path)
                assert page.evaluate("window.owned") is None, words
        assert not seen.wrongs


def test_the_filter_keeps_what_holds_the_words(browser: Browser, further: list[Path]) -> None:
    with watched(browser) as seen:
        page = seen.go(further[0])
        page.keyboard.press("/")
        page.keyboard.type("Monday")
        assert page.locator(".pairs > li[data-item]:visible").count() == 1
        page.keyboard.press("Escape")
        assert page.locator(".pairs > li[data-item]:visible").count() == 2
        assert not seen.wrongs


def test_the_pages_are_valid(further: list[Path], tmp_path: Path) -> None:
    hostile = written("compare", tmp_path / "hostile.html", comparison_saying(" ".join(OBEYED)))
    assert complaints(*further, hostile) == []
