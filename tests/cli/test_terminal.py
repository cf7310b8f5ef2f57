"""What changes on a terminal: the format, the colour, the width, progress and notes."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from newscli.cli.messages import Messages, duration
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
    path.write_text("“It sails,” said Ana Orel.", encoding="utf-8")
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


def test_the_line_of_progress_fits_on_a_terminal_of_few_columns(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 60 + ".txt")
    path.write_text("“It sails,” said Ana Orel.", encoding="utf-8")
    done = run_on_terminal("quotes", path, path, path, columns=12, stdout=False, stderr=True)
    assert max(map(cells, done.out.split("\r\x1b[K"))) < 12


def test_colour_that_is_always_wanted_is_a_table_in_a_pipe_too(story: Path) -> None:
    assert (
        run("quotes", story, "--color", "always").out
        == run("quotes", story, "-f", "table", "--color", "always").out
    )
    assert "\x1b[" not in run("quotes", story, "--color", "always", "-f", "csv").out


def test_a_run_of_many_inputs_ends_with_what_became_of_them(story: Path, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("It rained.")
    inputs = [*[story] * 8, tmp_path / "missing", tmp_path / "bare.txt"]
    assert run("quotes", *inputs).summed.startswith("newscli: 9 read, 1 failed, 1 empty, in ")
    assert run("quotes", story, story, "-j", "2").summed.startswith("newscli: 2 read, 0 failed, 0 empty, in ")
    assert run("quotes", story, story).summed == run("quotes", *inputs, "-q").summed == ""


def test_what_finds_nothing_says_so_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("It rained.")
    for format in ("plain", "csv", "ndjson"):
        done = run("entities", tmp_path / "bare.txt", "-f", format)
        assert (done.code, done.err) == (0, "newscli: no names found\n")
    assert run("entities", tmp_path / "bare.txt", "-q").err == ""
    (tmp_path / "thought.txt").write_text("It was ‘too late for us’.", encoding="utf-8")
    assert "hint: --all shows" in run("quotes", tmp_path / "thought.txt").err


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (12, "12 s"), (119, "119 s"), (300, "5 min"), (12_000, "3 h 20 min")],
)
def test_a_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_progress_says_how_fast_and_how_long_once_that_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = Terminal(), iter([0.0, 0.5, 0.5, 100.0, 100.0, 100.0])
    monkeypatch.setattr("newscli.cli.messages.sys.stderr", terminal)
    monkeypatch.setattr("newscli.cli.messages.time.monotonic", lambda: next(clock))
    messages = Messages(400, quiet=False)
    messages.progress(2, "a.txt")
    messages.done(100)
    messages.progress(101, "b.txt")
    assert terminal.getvalue() == "\r\x1b[K2/400 a.txt\r\x1b[K101/400 1.0/s, 5 min left  b.txt"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True
