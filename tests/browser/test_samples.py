"""The pages of all samples in a browser: they say what the article says, and do nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

import newscli
from tests.browser.conftest import SAMPLES
from tests.support.browser import watched


def test_the_article_of_each_page_is_the_prose_of_its_sample(browser: Browser, pages: list[Path]) -> None:
    assert len(pages) == len(SAMPLES)
    with watched(browser) as seen:
        for sample, path in zip(SAMPLES, pages, strict=True):
            text = seen.go(path).locator("article").evaluate("article => article.textContent")
            assert text == newscli.read(str(sample)).prose, path
        assert not seen.wrongs


def test_nothing_sticks_out_of_a_small_screen(browser: Browser, pages: list[Path]) -> None:
    with watched(browser, 390) as seen:
        for path in (*pages, pages[0].with_name("index.html")):
            assert seen.go(path).evaluate("document.documentElement.scrollWidth") <= 390, path
        assert not seen.wrongs


@pytest.mark.parametrize(("width", "scheme"), [(1_600, "light"), (900, "dark"), (390, "light")])
def test_axe_finds_nothing(browser: Browser, pages: list[Path], width: int, scheme: str) -> None:
    named = {path.name.partition("-")[2]: path for path in pages}
    chosen = [named["nested-quotes.html"], named["agency-dispatch.html"], pages[0].with_name("index.html")]
    with watched(browser, width, scheme=scheme, lax=True) as seen:
        for path in chosen:
            found = Axe().run(seen.go(path)).response["violations"]
            assert not [(one["id"], one["nodes"][0]["html"]) for one in found], path
