"""What changes on a terminal: the format, the colour, the width, progress and notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.port_ellery import cells
from tests.support.processes import run, run_on_terminal


@pytest.mark.parametrize(
    ("words", "variables", "on_terminal", "in_pipe"),
    [
        ((), {}, True, False),
        ((), {"NO_COLOR": "1"}, False, False),
        ((), {"NO_COLOR": ""}, True, False),
        ((), {"FORCE_COLOR": "1"}, True, True),
        ((), {"FORCE_COLOR": "0"}, True, False),
        ((), {"CLICOLOR_FORCE": "1"}, True, True),
        ((), {"CLICOLOR": "0"}, False, False),
        ((), {"TERM": "dumb"}, False, False),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        (("--color", "always"), {"NO_COLOR": "1", "TERM": "dumb"}, True, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colour_is_as_the_user_and_the_terminal_want_it(
    words: tuple[str, ...], variables: dict[str, str], on_terminal: bool, in_pipe: bool, story: Path
) -> None:
    args = ("report", str(story), "--format", "table", *words)
    assert ("\x1b[" in run_on_terminal(*args, env=variables).out) is on_terminal
    assert ("\x1b[" in run(*args, env=variables).out) is in_pipe


def test_a_terminal_gets_a_table_and_a_pipe_gets_lines(story: Path) -> None:
    assert "QUOTES" in run_on_terminal("report", story).out
    assert "\tquote\t" not in run_on_terminal("report", story).out
    assert all("\t" in line for line in run("report", story).out.splitlines())


def test_a_file_is_no_terminal(story: Path, tmp_path: Path) -> None:
    run_on_terminal("report", story, "--output", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == run("report", story).out


def test_dev_tty_as_a_file_is_a_terminal(story: Path) -> None:
    assert "QUOTES" in run_on_terminal("report", story, "--output", "/dev/stdout").out


@pytest.mark.parametrize("columns", [20, 40, 80, 200, 1000])
def test_no_line_is_wider_than_the_terminal(columns: int, story: Path) -> None:
    done = run_on_terminal("report", story, columns=columns, env={"NO_COLOR": "1"})
    assert max(map(len, done.out.splitlines())) <= min(columns, 200)


@pytest.mark.parametrize(
    ("words", "variables", "widest"),
    [
        ((), {}, 80),
        ((), {"COLUMNS": "50"}, 50),
        (("--width", "30"), {"COLUMNS": "50"}, 30),
        ((), {"COLUMNS": "x"}, 80),
    ],
)
def test_a_table_in_a_pipe_has_a_width_too(
    words: tuple[str, ...], variables: dict[str, str], widest: int, story: Path
) -> None:
    done = run("summary", story, "--format", "table", *words, env=variables)
    assert max(map(len, done.out.splitlines())) <= widest
    assert "…" not in done.out


def test_progress_is_shown_on_a_terminal_and_erased(story: Path) -> None:
    done = run_on_terminal("quotes", story, story, story, stdout=False, stderr=True)
    assert "1/3 " in done.out
    assert done.out.endswith("\r\x1b[K")


@pytest.mark.parametrize("columns", [20, 30, 80])
@pytest.mark.parametrize("letter", ["a", "馬", "é"])
def test_the_line_of_progress_fits_on_one_line(columns: int, letter: str, tmp_path: Path) -> None:
    path = tmp_path / (letter * 60 + ".txt")
    path.write_text("Ana Orel waits.", encoding="utf-8")
    done = run_on_terminal("quotes", path, path, path, columns=columns, stdout=False, stderr=True)
    lines = done.out.split("\r\x1b[K")
    assert any(line.startswith("1/3 …") and line.endswith(f"{letter}.txt") for line in lines)
    assert max(map(cells, lines)) < columns


def test_progress_is_silent_for_one_input_in_a_pipe_and_on_request(story: Path) -> None:
    assert run_on_terminal("quotes", story, stdout=False, stderr=True).out == ""
    assert run_on_terminal("quotes", story, story, "--quiet", stdout=False, stderr=True).out == ""
    assert run("quotes", story, story).err == ""


def test_a_message_does_not_end_up_in_the_line_of_progress(story: Path) -> None:
    done = run_on_terminal("quotes", story, "missing.txt", stdout=False, stderr=True)
    line = next(line for line in done.out.splitlines() if "newscli: missing.txt" in line)
    assert line.rpartition("\x1b[K")[2].startswith("newscli: missing.txt: ")


def test_a_limit_says_on_a_terminal_what_it_hides(story: Path) -> None:
    watched = run_on_terminal("entities", story, "--limit", "1", stdout=False, stderr=True)
    assert watched.out == f"newscli: {story}: 3 more not shown (--limit 0 shows all)\n"
    piped = run("entities", story, "--limit", "1")
    assert (len(piped.out.splitlines()), piped.err) == (1, "")
