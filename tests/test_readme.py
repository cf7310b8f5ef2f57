"""The README is short and shows what newscli does: each block in it is run and compared."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from newscli.errors import ExitCode
from newscli.render import FORMATS
from tests.support.processes import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE = "samples/agency-dispatch.txt"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def newscli(*args: str) -> str:
    command = [sys.executable, "-m", "newscli", *args]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=PATIENCE
    ).stdout


def test_the_screen_is_what_a_terminal_of_80_columns_shows_but_for_what_is_left_out() -> None:
    """What stands between two signs of an omission stands so on the screen, in this order."""
    screen = next(block for block in blocks("text") if block.startswith("$ newscli report"))
    command, _, rest = screen.partition("\n")
    shown = newscli("report", SAMPLE, "--format", "table", "--width", "80", "--color", "never")
    assert command == f"$ newscli report {SAMPLE}"
    first, *parts = rest.split("[…]\n")
    assert shown.startswith(first)
    assert shown.endswith(parts[-1])
    at = len(first)
    for part in parts:
        at = shown.find(f"\n{part}", at)
        assert at >= 0, f"not on the screen, or not in this order:\n{part}"


def test_the_readme_is_short_and_its_first_forty_lines_say_what_and_how() -> None:
    lines = README.splitlines()
    assert len(lines) <= 120
    first = "\n".join(lines[:40])
    for needed in (
        "who said what",
        "reads English",
        "python3 -m venv",
        "pipx install .",
        "uv tool install .",
    ):
        assert needed in first


def test_the_first_two_commands_install_and_test() -> None:
    install, test = blocks("sh")[:2]
    assert install.endswith(f"newscli report {SAMPLE}\n")
    assert "pytest" in test
    assert install.count("\n") == test.count("\n") == 1


def test_the_record_is_one_that_is_printed() -> None:
    (record,) = map(json.loads, blocks("json"))
    printed = map(json.loads, newscli("quotes", SAMPLE, "--format", "ndjson").splitlines())
    (same,) = (one for one in printed if one["text"] == record["text"])
    # Processors round the reader's sums in their own ways.
    assert same.pop("confidence") == pytest.approx(record.pop("confidence"), abs=0.02)
    assert same == record


def ticked(words: str) -> list[str]:
    return re.findall(r"`(\w+)`", words)


PASTED = next(block for block in blocks("text") if block.startswith("newscli summary")).splitlines()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files that the lines name, and newscli on its PATH."""
    folder = tmp_path_factory.mktemp("desk")
    story = (ROOT / SAMPLE).read_text(encoding="utf-8")
    (folder / "archive").mkdir()
    for name in ("story.txt", "draft.txt", "archive/one.txt", "archive/two.txt"):
        (folder / name).write_text(story, encoding="utf-8")
    rows = [{"id": number, "title": "Ferry late", "body": story} for number in (1, 2)]
    (folder / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "bare.txt").write_text("It rained.", encoding="utf-8")
    (folder / "bin").mkdir()
    (folder / "bin" / "newscli").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newscli "$@"\n')
    (folder / "bin" / "newscli").chmod(0o755)
    return folder


def paste(line: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell, in the folder of the desk."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        capture_output=True,
        text=True,
        cwd=desk,
        timeout=PATIENCE,
        check=False,
        env={
            **os.environ,
            "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "URL": (desk / "story.txt").as_uri(),
        },
    )


@pytest.mark.parametrize("line", PASTED)
def test_every_line_that_is_pasted_runs(line: str, desk: Path) -> None:
    if "| jq" in line and not which("jq"):
        pytest.skip("jq is not installed")
    done = paste(line, desk)
    assert done.returncode == 0, done.stderr
    written = re.search(r"(?:> |-o )(\S+)$", line)
    shown = (desk / written[1]).read_text(encoding="utf-8") if written else done.stdout
    assert shown.strip() or "Sergey Lavrov" in line
    assert "internal error" not in done.stderr


@pytest.mark.parametrize(("name", "told"), [("bare.txt", "no quotes"), ("missing.txt", "no such story")])
def test_the_line_of_exit_codes_tells_them_apart(name: str, told: str, desk: Path) -> None:
    line = next(line for line in PASTED if "$?" in line)
    assert paste(line.replace("story.txt", name), desk).stdout == f"{told}\n"


def test_what_the_readme_lists_is_what_there_is() -> None:
    """The commands, the formats, the extras, the exit codes and the Pythons."""
    (commands,) = re.findall(r"The commands are (.*)\.", README)
    assert all(f" {command} " in newscli("--help") for command in ticked(commands))
    (formats,) = re.findall(r"chooses (`table`.*?);", README, re.DOTALL)
    assert set(ticked(formats)) == {*FORMATS, "html"}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (extras,) = re.findall(r'"\.\[(.*)\]"`', README)
    assert set(extras.split(",")) <= set(re.findall(r"^(\w+) = \[", project, re.MULTILINE))
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)] == list(ExitCode)
    pythons = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', project)
    assert f"Python {pythons[0]} to {pythons[-1]};" in README


@pytest.mark.parametrize("line", [line for block in blocks("text") for line in block.splitlines()])
def test_every_option_that_is_pasted_exists(line: str) -> None:
    options = re.findall(r"(--[a-z-]+)", line.partition(" | jq")[0])
    command = re.search(r"newscli (report|summary|quotes|sources|entities|keywords|compare)\b", line)
    if command and options:
        known = newscli(command.group(1), "--help")
        assert all(option in known for option in options)
