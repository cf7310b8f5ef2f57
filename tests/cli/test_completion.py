"""Completion in the shells themselves, as far as they are installed: bash, zsh and fish."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tests.support.processes import environment

FILES = ("story-one.txt", "story-two.txt")
SHELLS = ("bash", "zsh", "fish")
every_shell = pytest.mark.parametrize("shell", SHELLS)

# What makes the shell's own completion ready, and says nothing.
_BEGIN = {
    "bash": "PS1=rea''dy; bind 'set enable-bracketed-paste off'; bind 'set show-all-if-ambiguous on'",
    # Typed ahead, as it is here, a tabulator would be one.
    "zsh": "PS1=rea''dy RPS1= PROMPT_EOL_MARK=; unsetopt zle_bracketed_paste; autoload -Uz compinit;"
    " compinit -u -D; zstyle ':completion:*' insert-tab false",
}
_START = {"bash": ("bash", "--norc", "--noprofile", "-i"), "zsh": ("zsh", "-f", "-i")}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with some files, a newscli to run, and the scripts of the shells."""
    for name in FILES:
        (tmp_path / name).touch()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "newscli"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newscli "$@"\n')
    program.chmod(0o755)
    return tmp_path


def variables(desk: Path) -> dict[str, str]:
    path = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return environment({"PATH": path, "TERM": "xterm", "HOME": str(desk), "COLUMNS": "200", "LINES": "100"})


def script(shell: str, desk: Path) -> Path:
    """Return the file that ``--show-completion`` prints."""
    if not which(shell):
        pytest.skip(f"{shell} is not installed")
    shown = subprocess.run(
        [desk / "bin" / "newscli", "--show-completion", shell],
        capture_output=True,
        check=True,
        env={**variables(desk), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
    )
    path = desk / f"complete.{shell}"
    path.write_bytes(shown.stdout)
    return path


def completed(shell: str, line: str, desk: Path) -> str:
    """Return what the shell offers if somebody types a line and then the tabulator."""
    path = script(shell, desk)
    if shell == "fish":
        words = f"source {path}; complete -C '{line}'"
        command = ["fish", "--no-config", "-c", words]
        done = subprocess.run(command, capture_output=True, check=True, cwd=desk, env=variables(desk))
        return done.stdout.decode()
    master, slave = pty.openpty()
    process = subprocess.Popen(
        _START[shell],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=desk,
        env=variables(desk),
        start_new_session=True,
    )
    os.close(slave)
    # What is typed is read in its order; the marks are spelt so that only their output looks like them.
    os.write(master, f"{_BEGIN[shell]}; source {path}; echo be''gun\n".encode())
    until(master, b"begun")
    until(master, b"ready")  # by now the shell edits lines itself
    os.write(master, f"{line}\t\t".encode() + b"\x15" + b"echo do''ne\n")
    shown = until(master, b"done\r\n")
    os.write(master, b"exit\n")
    process.wait()
    os.close(master)
    return shown.decode().partition("echo do")[0]


def until(terminal: int, mark: bytes) -> bytes:
    """Read until a mark and no further."""
    read = b""
    while not read.endswith(mark):
        read += os.read(terminal, 1)
    return read


@every_shell
def test_a_command_and_an_option_are_completed(shell: str, desk: Path) -> None:
    assert "summary" in completed(shell, "newscli summ", desk)
    assert "--min-confidence" in completed(shell, "newscli quotes --min-con", desk)


@every_shell
def test_the_words_of_a_choice_are_offered(shell: str, desk: Path) -> None:
    shown = completed(shell, "newscli quotes --format ", desk)
    assert all(word in shown for word in ("ndjson", "markdown", "xlsx"))
    assert FILES[0] not in shown


@every_shell
@pytest.mark.parametrize("option", ["--speaker", "--text-field", "--min-confidence"])
def test_no_files_are_offered_for_what_is_no_file(shell: str, option: str, desk: Path) -> None:
    assert "story" not in re.sub(r"--\S+", "", completed(shell, f"newscli quotes {option} ", desk))


@every_shell
@pytest.mark.parametrize("before", ["", "--output ", "--files-from "])
def test_files_are_offered_for_files(shell: str, before: str, desk: Path) -> None:
    path = "./st" if shell == "fish" else "st"
    line = f"newscli quotes {before}{path}"
    assert "story-" in completed(shell, line, desk)
