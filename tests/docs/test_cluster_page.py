"""Every command on the page about clusters that needs this machine alone runs, and gives the same parts."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from benchmarks.made_up_articles import make
from tests.support.processes import NEWSCLI, PATIENCE, environment

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "cluster.md").read_text(encoding="utf-8")

pytest.importorskip("distributed")


def write_articles(folder: Path) -> None:
    """Write two files of a few articles each."""
    folder.mkdir()
    for name in ("a", "b"):
        rows = [{"id": f"{name}{n}", "text": make(n + ord(name), 60)} for n in range(4)]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")


@pytest.mark.long
def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles")
    blocks = re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines()]
    assert len(commands) > 5
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", f'newscli() {{ {" ".join(NEWSCLI)} "$@"; }}; {command}'],
            cwd=tmp_path,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr)
    parts, dealt = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("parts", "dealt")
    )
    assert parts == dealt
    assert len(parts) == 4
