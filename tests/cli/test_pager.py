"""A report that is higher than the screen is shown by the pager, as git does."""

from __future__ import annotations

from pathlib import Path
from shutil import which

import pytest

from newscli.cli.pager import pager_command
from tests.support.processes import STORY, run, run_on_terminal

MARK = "sed 's/^/>/'"


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Return an article whose report is higher than the 24 lines of the terminal."""
    path = tmp_path / "long.txt"
    winters = "\n\n".join(f"“It was winter {n},” said Ana Orel." for n in range(30))
    path.write_text(f"{STORY}\n{winters}", encoding="utf-8")
    return path


def test_what_is_higher_than_the_screen_is_paged_whole(long: Path) -> None:
    paged = run_on_terminal("report", long, env={"PAGER": MARK})
    plain = run_on_terminal("report", long, "--no-pager", env={"PAGER": MARK})
    assert paged.code == plain.code == 0
    assert paged.out == "".join(f">{line}" for line in plain.out.splitlines(keepends=True))
    assert "\x1b[" in paged.out


def test_what_fits_is_not(story: Path) -> None:
    assert ">" not in run_on_terminal("report", story, env={"PAGER": MARK}).out


def test_neither_a_pipe_nor_a_file_nor_a_list_is_paged(long: Path, tmp_path: Path) -> None:
    variables = {"PAGER": MARK}
    assert ">" not in run("report", long, "-f", "table", env=variables).out
    assert ">" not in run_on_terminal("quotes", long, env=variables).out
    run_on_terminal("report", long, "-o", tmp_path / "out.txt", env=variables)
    assert ">" not in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_a_pager_that_is_left_ends_all_quietly(long: Path) -> None:
    done = run_on_terminal("report", *[long] * 40, env={"PAGER": "head -n 3"}, stderr=True)
    assert done.code == 0
    assert "Error" not in done.out


def test_a_pager_that_is_none_is_told_by_the_shell(long: Path) -> None:
    done = run_on_terminal("report", long, env={"PAGER": "no-such-pager"}, stderr=True)
    assert "no-such-pager" in done.out


@pytest.mark.skipif(not which("less"), reason="less is not installed")
def test_less_keeps_the_colours(long: Path) -> None:
    shown = run_on_terminal("report", long, env={"PAGER": "less -E", "LESS": "FRX"}, columns=80)
    assert "\x1b[1;36mSUMMARY" in shown.out


@pytest.mark.parametrize(
    ("variables", "command"),
    [
        ({"TERM": "xterm", "PAGER": "most"}, "most"),
        ({"TERM": "xterm", "PAGER": ""}, None),
        ({"TERM": "xterm", "PAGER": "cat"}, None),
        ({"TERM": "dumb", "PAGER": "most"}, None),
        ({"PAGER": "most"}, None),
        ({"TERM": "xterm"}, "less" if which("less") else None),
    ],
)
def test_the_pager_is_the_user_s(variables: dict[str, str], command: str | None) -> None:
    assert pager_command(variables) == command
