"""A run that has imported already what it needs is the one that has not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.processes import STORY, run, run_on_terminal

COLD = {"PYTHONHASHSEED": "0"}


@pytest.mark.parametrize(
    "words",
    [
        ("quotes", "-"),
        ("report", "-", "--format", "table", "--color", "always"),
        ("report", "-", "--format", "json", "--jobs", "2"),
        ("summary", "missing.txt"),
        ("quotes", "--nothing"),
        ("archive", "--help"),
        ("--version",),
    ],
)
def test_it_writes_and_returns_the_same(words: tuple[str, ...], tmp_path: Path) -> None:
    warm, cold = (run(*words, stdin=STORY.encode(), cwd=tmp_path, env=env) for env in ({}, COLD))
    assert warm == cold


def test_it_sees_the_same_terminal(story: Path) -> None:
    for words in (("report", story), ("report", story, "missing.txt")):
        warm, cold = (run_on_terminal(*words, stdin=True, stderr=True, env=env) for env in ({}, COLD))
        assert warm == cold


def test_it_has_its_own_variables_and_its_end_is_told(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import os, sys\nprint(os.environ.get('HARBOUR'), sys.argv, sys.stdin.read())\n"
        "sys.exit(7) if len(sys.argv) > 1 else os.kill(os.getpid(), 9)\n"
    )
    done = run("a b", stdin=b"c\r\n", env={"HARBOUR": "é"}, program=(sys.executable, str(program)))
    assert (done.code, done.out) == (7, f"é ['{program}', 'a b'] c\r\n\n")
    assert run(program=(sys.executable, str(program))).code == -9
