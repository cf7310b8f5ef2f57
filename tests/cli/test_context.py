"""What follows from the streams and the environment variables."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from newscli.cli.context import Environment, decide_color, decide_width
from newscli.cli.main import expand_patterns
from newscli.cli.options import METHODS
from newscli.cli.streams import is_terminal


@pytest.mark.parametrize(
    ("variables", "on_terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1", "CLICOLOR": "0"}, False, True),
        ({"CLICOLOR_FORCE": "0", "CLICOLOR": "1"}, False, False),
        ({"CLICOLOR": "0"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_the_first_variable_that_speaks_decides_the_colour(
    variables: dict[str, str], on_terminal: bool, expected: bool
) -> None:
    assert decide_color("auto", variables, on_terminal=on_terminal) is expected
    assert decide_color("always", variables, on_terminal=on_terminal) is True
    assert decide_color("never", variables, on_terminal=on_terminal) is False


@pytest.mark.parametrize(
    ("columns", "width"),
    [("100", 100), ("7", 20), ("9999", 200), ("0", 80), ("-5", 80), ("², ", 80), ("9" * 5_000, 80), ("", 80)],
)
def test_a_width_from_the_environment_is_kept_within_reason(columns: str, width: int) -> None:
    assert decide_width(None, {"COLUMNS": columns}, io.StringIO()) == width
    assert decide_width(33, {"COLUMNS": columns}, io.StringIO()) == 33


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert not is_terminal(stream)
    assert not is_terminal(None)


def test_the_environment_is_that_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    environment = Environment.of_process()
    assert environment.stdout is None
    assert "PATH" in environment.variables


def test_wildcards_are_expanded_where_the_shell_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "c.md"):
        Path(name).touch()
    assert expand_patterns(["quotes", "*.txt", "*.html", "-q"]) == [
        "quotes",
        "a.txt",
        "b.txt",
        "*.html",
        "-q",
    ]


def test_the_methods_offered_are_the_methods_there_are() -> None:
    from newscli.analysis.summary.summarise import METHODS as THERE

    assert sorted(METHODS) == sorted(THERE)
