"""The manual page in the repository is the one that the commands give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MAN = Path(__file__).parents[2] / "man"


def test_the_manual_page_is_current() -> None:
    done = subprocess.run([sys.executable, str(MAN / "generate.py")], capture_output=True, check=True)
    assert done.stdout.decode() == (MAN / "newscli.1").read_text(encoding="utf-8"), (
        "write it anew: python man/generate.py > man/newscli.1"
    )


def test_the_manual_page_names_every_option_once_or_more() -> None:
    page = (MAN / "newscli.1").read_text(encoding="utf-8")
    for option in ("format", "output", "jobs", "min\\-confidence", "everywhere", "exit\\-status", "version"):
        assert f"\\-\\-{option}" in page
