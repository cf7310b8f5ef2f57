"""What a user sees who types too little, mistypes, or asks for help."""

from __future__ import annotations

import errno
import io
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.cli.main import run_command_line
from newscli.errors import ExitCode
from tests.support.processes import NEWSCLI, run, run_on_terminal

COMMANDS = ("report", "summary", "quotes", "entities", "keywords", "info")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_explains_itself_with_examples(command: str, flag: str) -> None:
    done = run(command, flag, program=NEWSCLI)
    assert done.code == 0
    assert done.out.startswith(f"Usage: newscli {command} [OPTIONS]")
    assert f"    newscli {command}" in done.out
    assert done.err == ""


def test_the_help_names_every_command() -> None:
    done = run("--help")
    assert all(f"\n  {command} " in done.out for command in COMMANDS)
    assert max(map(len, done.out.splitlines())) <= 88


def test_help_is_plain_in_a_pipe_and_has_bold_headings_on_a_terminal() -> None:
    assert "\x1b" not in run("quotes", "--help").out
    assert "\x1b[1mOptions:\x1b[0m" in run_on_terminal("quotes", "--help").out
    assert "\x1b" not in run_on_terminal("quotes", "--help", env={"NO_COLOR": "1"}).out


def test_help_keeps_to_a_narrow_terminal() -> None:
    done = run_on_terminal("summary", "--help", columns=60, env={"NO_COLOR": "1"})
    options = done.out.partition("Options:")[2]
    assert max(map(len, options.splitlines())) <= 60


def test_no_command_shows_the_short_help_and_fails() -> None:
    done = run(program=NEWSCLI)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: newscli")
    assert done.err.count("\n    ") == 3


def test_a_command_without_input_does_not_wait_for_typing() -> None:
    done = run_on_terminal("quotes", stdin=True, stdout=False, stderr=True)
    assert done.code == 2
    assert "Usage: newscli quotes" in done.out
    assert "newscli quotes --help tells more." in done.out


@pytest.mark.parametrize("words", [("--version",), ("-V",), ("-V", "quotes"), ("--version", "--help")])
def test_the_version_is_one_line(words: tuple[str, ...]) -> None:
    assert run(*words, program=NEWSCLI).out == "newscli 0.1.0\n"


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("quotse", "x"), "no such command 'quotse'", "did you mean 'quotes'?"),
        (("quotes", "--frmat", "csv"), "no such option: --frmat", "did you mean '--format'?"),
        (("quotes", "--zzz"), "no such option: --zzz", "newscli quotes --help"),
        (
            ("quotes", "--format", "jsn"),
            "csv, tsv, markdown, parquet, xlsx, html; did you mean 'json'?",
            "--help",
        ),
        (("quotes", "--format", "pdf"), "--format: 'pdf' is none of auto, table,", "--help"),
        (("quotes", "--color", "red"), "--color: 'red' is none of auto, always, never", "--help"),
        (("quotes", "--kind", "said"), "--kind: 'said' is none of direct, mixed, indirect", "--help"),
        (("quotes", "--act", "stance"), "--act: 'stance' is none of speech, thought", "--help"),
        (("quotes", "--status", "deny"), "of said, unsaid, denied, asked, possible; did you mean", "--help"),
        (("quotes", "--by", "file"), "--by: 'file' is not 'speaker'", "--help"),
        (("quotes", "--min-confidence", "3"), "--min-confidence: '3' is not a number from 0 to 1", "--help"),
        (("quotes", "--min-confidence", "nan"), "--min-confidence: 'nan'", "--help"),
        (("quotes", "--width", "5"), "--width: '5' is not a whole number from 20 to 200", "--help"),
        (("quotes", "--jobs", "-1"), "--jobs: '-1' is not a whole number of at least 0", "--help"),
        (("quotes", "--jobs", "many"), "--jobs: 'many'", "--help"),
        (("quotes", "--output"), "option '--output' requires an argument", "--help"),
        (("summary", "--sentences", "0"), "--sentences: '0' is not a whole number of at least 1", "--help"),
        (("summary", "--words", "1.5"), "--words: '1.5' is not a whole number", "--help"),
        (("summary", "--method", "textrnk"), "did you mean 'textrank'?", "--help"),
        (
            ("entities", "--label", "EVENT"),
            "--label: 'EVENT' is none of PER, ORG, LOC, MISC",
            "--help",
        ),
        (("entities", "--min-count", "x"), "--min-count: 'x'", "--help"),
        (("info", "story.txt"), "got unexpected extra argument", "newscli info --help"),
        (("-q", "quotes"), "no such option: -q", "newscli --help"),
        (("-v",), "no such option: -v", "newscli --help"),
        (("-x",), "no such option: -x", "newscli --help"),
        (("--debug",), "no such option: --debug", "newscli --help"),
        (("--",), "missing command", "newscli --help"),
        (("",), "no such command ''", "newscli --help"),
        (("quotes", "-", "-"), "standard input can be read only once", "write - at most once"),
    ],
)
def test_a_usage_error_is_one_line_and_a_hint(words: tuple[str, ...], message: str, hint: str) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first.startswith("newscli: ")
    assert message in first
    assert second.startswith("  hint: ")
    assert hint in second


@pytest.mark.parametrize("name", ["no-such-encoding", "rot13", "zlib", "idna", ""])
def test_an_unknown_encoding_is_found_before_any_input_is_read(name: str) -> None:
    done = run("quotes", "--encoding", name, "missing.txt")
    assert (done.code, done.out) == (2, "")
    assert "unknown encoding" in done.err
    assert "missing.txt" not in done.err


def test_a_command_line_with_terminal_controls_is_shown_inert() -> None:
    done = run("quotes", "--\x1b]0;owned\x07")
    assert done.code == 2
    assert "\x1b" not in done.err
    assert "\x07" not in done.err


def test_a_bug_is_one_line_and_a_traceback_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a \x1b[31mbug")

    monkeypatch.setattr("newscli.cli.info.show", fail)
    assert run_command_line(["info"]) == 70
    assert capsys.readouterr().err == (
        "newscli: internal error: ValueError: a \\x1b[31mbug\n"
        "  hint: this is a bug of newscli; --debug shows where\n"
    )
    assert run_command_line(["info", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


WORDS = (
    *("", "-", "--", "-V", "-v", "-x", "-h", "-n", "--help", "--debug", "--version", "--=", "--output"),
    *("-o", "quotes", "info", "quote", "--format", "json", "--limit", "-1", "=", "no-such-file", "\udc80"),
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
def test_no_row_of_words_is_a_bug(words: list[str]) -> None:
    told = io.StringIO()
    with (
        patch.multiple("sys", stdin=None, stdout=io.StringIO(), stderr=told),
        patch("newscli.cli.info.show", return_value=ExitCode.OK),
        patch("newscli.cli.output.WholeFile", side_effect=PermissionError(errno.EACCES, "no")),
    ):
        assert run_command_line(words) in {0, 2, 3, 5}, told.getvalue()


def test_choices_are_accepted_in_any_case(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Orel waits.")
    done = run("entities", tmp_path / "a.txt", "--label", "per", "--format", "CSV")
    assert done.code == 0
    assert "Ana Orel" in done.out
