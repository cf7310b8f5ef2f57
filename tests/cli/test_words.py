"""Words that people try work, or the error names what does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.cli.words import meant
from tests.support.processes import NEWSCLI, run

COMMANDS = {"report", "quotes", "info"}


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("help", "--help"),
        ("help quotes", "quotes --help"),
        ("help nothing", "nothing --help"),
        ("version", "--version"),
        ("quotes help", "quotes help"),
        ("-", "report -"),
        ("story.txt", "report story.txt"),
        ("archive/", "report archive/"),
        ("https://a.example/story", "report https://a.example/story"),
        ("story.txt -f csv", "report story.txt -f csv"),
        ("quotse", "quotse"),
        ("-q story.txt", "-q story.txt"),
        ("--", "--"),
        ("...", "..."),
    ],
)
def test_what_stands_in_place_of_a_command(typed: str, means: str) -> None:
    assert meant(typed.split(), COMMANDS) == means.split()


@given(st.lists(st.text()))
def test_no_words_are_lost(words: list[str]) -> None:
    assert set(words) - {"help", "version"} <= set(meant(words, COMMANDS))


def test_a_file_of_any_name_is_read_unless_a_command_has_it(tmp_path: Path, story: Path) -> None:
    (tmp_path / "story").write_bytes(story.read_bytes())
    (tmp_path / "quotes").write_bytes(story.read_bytes())
    assert run("story", cwd=tmp_path) == run("report", "story", cwd=tmp_path)
    assert run("quotes", cwd=tmp_path).out == ""
    assert run("-", stdin=story.read_bytes()) == run("report", stdin=story.read_bytes())


def test_help_and_version_are_what_the_options_show() -> None:
    assert run("help", program=NEWSCLI) == run("--help", program=NEWSCLI)
    assert run("help", "quotes") == run("quotes", "--help")
    assert run("version", program=NEWSCLI) == run("--version", program=NEWSCLI)


def test_a_file_that_is_missing_is_told_as_one(story: Path) -> None:
    done = run("storry.txt", cwd=story.parent)
    assert (done.code, done.err) == (
        3,
        "newscli: storry.txt: no such file\n  hint: did you mean story.txt?\n",
    )


def test_json_is_the_format(story: Path) -> None:
    assert run("quotes", story, "--json") == run("quotes", story, "--format", "json")
    assert json.loads(run("info", "--json", program=NEWSCLI).out)["newscli"] == "0.1.0"
    done = run("quotes", story, "--json", "-f", "csv")
    assert (done.code, done.err.splitlines()[0]) == (2, "newscli: --json contradicts --format csv")


@pytest.mark.parametrize("option", ["-n", "--limit"])
@pytest.mark.parametrize("command", ["summary", "quotes", "sources", "entities", "keywords"])
def test_every_list_takes_a_number(command: str, option: str, story: Path) -> None:
    rows = run(command, story, "-f", "ndjson").out.splitlines()
    assert run(command, story, "-f", "ndjson", option, "1").out.splitlines() == rows[:1] != []


def test_a_table_of_some_sources_has_the_figures_of_all(tmp_path: Path) -> None:
    text = "“We wait,” said Ana Orel. “‘No,’ she thought. We left,” she said."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    every, one = (run("sources", tmp_path / "a.txt", "-f", "table", "-n", n).out for n in ("0", "1"))
    assert every.splitlines()[0] == one.splitlines()[0]


@pytest.mark.parametrize(
    ("label", "means"),
    [
        *(("PERSON", "PER"), ("people", "PER"), ("ORGANIZATION", "ORG"), ("Organisation", "ORG")),
        *(("LOCATION", "LOC"), ("GPE", "LOC"), ("place", "LOC"), ("other", "MISC")),
    ],
)
def test_labels_of_other_programs_are_understood(label: str, means: str, story: Path) -> None:
    assert run("entities", story, "--label", label) == run("entities", story, "--label", means)


@pytest.mark.parametrize("share", ["50%", "50.0%", "0.5", ".5"])
def test_a_share_may_be_per_cent(share: str, story: Path) -> None:
    half = run("quotes", story, "--min-confidence", "0.5")
    assert half.out
    assert run("quotes", story, "--min-confidence", share) == half
    assert run("summary", story, "--ratio", share).code == 0


@pytest.mark.parametrize("share", ["%", "101%", "-1%", "nan%", "20 %%", "2"])
def test_what_is_no_share_is_told(share: str, story: Path) -> None:
    done = run("summary", story, "--ratio", share)
    assert (done.code, done.out) == (2, "")
    assert "is not a number from 0 to 1, or of per cent" in done.err
