"""One browser, and one set of pages, for all tests of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import started
from tests.support.processes import NEWSCLI, run

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser."""
    with started() as one:
        yield one


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the page of each sample, with all that was found in it; their index is beside them."""
    folder = tmp_path_factory.mktemp("pages")
    done = run("report", "--all", "-q", *SAMPLES, "-f", "html", "-o", folder, program=NEWSCLI)
    assert done.code == 0, done.err
    return sorted(folder.glob("0*.html"))
