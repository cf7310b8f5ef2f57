"""A real browser for the tests of pages: Chromium without a screen, which loads nothing from anywhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Milliseconds, on a machine that is busy with others too.
_PATIENCE = 300_000


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser of the system; without one the test is skipped."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_SWITCHES], timeout=_PATIENCE)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page, and what it did that a page must not do.

    Attributes:
        page: The page.
        wrongs: Messages of the console, errors, dialogs, and requests for anything but the page itself.
    """

    page: Page
    wrongs: list[str] = field(default_factory=list)

    def go(self, path: Path, place: str = "") -> Page:
        """Open a file."""
        self.page.goto(f"{path.as_uri()}{place}")
        return self.page


@contextmanager
def watched(
    browser: Browser, width: int = 1_600, *, scheme: str = "light", script: bool = True, lax: bool = False
) -> Iterator[Watched]:
    """Open an empty page and watch it.

    Args:
        browser: Which one.
        width: Of the window, in CSS pixels.
        scheme: ``light`` or ``dark``.
        script: Whether the browser runs scripts.
        lax: Whether what a test puts into the page may run.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
        bypass_csp=lax,
        has_touch=width < 800,
    )
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    found = Watched(page)
    page.on("console", lambda message: found.wrongs.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.wrongs.append(f"error: {error}"))
    page.on("popup", lambda popup: found.wrongs.append(f"popup: {popup.url}"))
    page.on(
        "request",
        lambda request: None if request.is_navigation_request() else found.wrongs.append(request.url),
    )
    yield found
    context.close()
