"""Inputs good and bad: each bad one costs a line and the exit code, never the other inputs."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.support.processes import STORY, Ended, run, shell


def files_of(done: Ended) -> list[str]:
    return [Path(json.loads(line)["file"]).name for line in done.out.splitlines()]


@pytest.mark.parametrize("words", [(), ("-",)])
def test_standard_input_is_read_where_no_file_is_named(words: tuple[str, ...]) -> None:
    done = run("quotes", *words, stdin=STORY.encode())
    assert done.code == 0
    assert [line.split("\t")[-1] for line in done.out.splitlines()] == [
        "“We are glad,”",
        "“It was a long winter,”",
    ]


def test_inputs_are_shown_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    done = run("report", "b.txt", "-", "a.txt", "c.txt", "-f", "ndjson", stdin=STORY.encode(), cwd=tmp_path)
    assert files_of(done) == ["b.txt", "-", "a.txt", "c.txt"]


def test_a_bad_input_is_reported_in_one_line_and_the_others_are_shown(story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 16)
    bad = [tmp_path / name for name in ("missing.txt", "empty.txt", "binary")] + [tmp_path]
    done = run("report", bad[0], story, *bad[1:], story, "-f", "ndjson")
    assert done.code == 3
    assert files_of(done) == ["story.txt", "story.txt"]
    told = [line for line in done.err.splitlines() if not line.startswith("  hint: ")]
    assert [line.split(": ")[:2] for line in told] == [["newscli", str(path)] for path in bad]


def test_json_is_one_valid_envelope_even_where_every_input_failed(tmp_path: Path) -> None:
    done = run("report", tmp_path / "missing.txt", "--format", "json")
    assert done.code == 3
    assert json.loads(done.out) == {"schema": "newscli/2", "articles": []}


def test_a_bug_in_one_article_costs_only_that_article(story: Path, tmp_path: Path) -> None:
    (tmp_path / "crash.txt").write_text("Something [crash] happened.")
    done = run("report", story, tmp_path / "crash.txt", story, tmp_path / "missing.txt", "-f", "ndjson")
    assert done.code == 70
    assert files_of(done) == ["story.txt", "story.txt"]
    assert f"newscli: {tmp_path}/crash.txt: internal error: KeyError" in done.err
    assert "Traceback" not in done.err
    assert "Traceback" in run("report", tmp_path / "crash.txt", "--debug").err


def test_a_broken_model_ends_the_run_with_the_output_well_formed(story: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_text("A [model] is broken.")
    done = run("report", story, tmp_path / "broken.txt", story, "-f", "json")
    assert done.code == 4
    assert len(json.loads(done.out)["articles"]) == 1
    assert done.err == (
        "newscli: the model file punkt.json is not the one that was shipped\n  hint: reinstall newscli\n"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_reported(story: Path) -> None:
    story.chmod(0)
    done = run("quotes", story)
    assert done.code == 3
    assert "ermission denied" in done.err


def test_a_file_of_endless_bytes_is_refused() -> None:
    done = run("quotes", "/dev/zero")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("newscli: /dev/zero: ")


def test_a_fifo_is_read_once_with_one_process_or_more(story: Path) -> None:
    for jobs in ("1", "2"):
        done = shell('newscli report <(cat "$1") "$1" <(cat "$1") -f ndjson -j "$2"', story, jobs)
        assert done.code == 0
        assert len(done.out.splitlines()) == 3


def test_a_name_that_no_file_can_have_is_reported_with_one_process_or_more(story: Path) -> None:
    for jobs in ("1", "2"):
        done = run("report", "x" * 5_000, story, "-f", "ndjson", "-j", jobs)
        assert done.code == 3
        assert files_of(done) == ["story.txt"]
    assert run("x" * 5_000).code == 2


def test_text_that_does_not_decode_as_named_fails_alone(story: Path, tmp_path: Path) -> None:
    (tmp_path / "western.txt").write_bytes("Café Orel reopened on Monday.".encode("windows-1252"))
    assert run("quotes", tmp_path / "western.txt").code == 0
    done = run("report", story, tmp_path / "western.txt", "--encoding", "utf-8", "-f", "ndjson")
    assert done.code == 3
    assert files_of(done) == ["story.txt"]


def test_a_file_whose_name_is_an_option_or_a_dash_can_be_read(tmp_path: Path) -> None:
    for name in ("-x", "--help", "-"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    done = run("report", "-f", "ndjson", "--", "-x", "--help", "./-", cwd=tmp_path)
    assert done.code == 0
    assert files_of(done) == ["-x", "--help", "-"]


@pytest.mark.parametrize(
    "name", ["a\x1b[2J.txt", "a\nb.txt", "a\u202eb.txt", "a\u009bb.txt", b"a\xff.txt", "[b].txt"]
)
@pytest.mark.parametrize("format", ["plain", "table", "markdown"])
def test_a_hostile_file_name_cannot_reach_the_terminal(
    name: str | bytes, format: str, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_text(STORY, encoding="utf-8")
    done = run("quotes", path, f"{path}-missing", "-f", format)
    assert done.code == 3
    assert "We are glad" in done.out
    for char in "\x1b\u202e\u009b\udcff":
        assert char not in done.out + done.err
    assert len(done.err.splitlines()) <= 2


def test_warnings_are_reported_unless_quiet_or_part_of_the_output(tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("Something [warn] happened. “Yes,” said Ana Orel.", encoding="utf-8")
    for format in ("plain", "csv", "tsv", "ndjson"):
        assert run("quotes", odd, "-f", format).err == f"newscli: {odd}: the stand-in is worried\n"
    assert run("quotes", odd, "--quiet").err == ""
    for view, format in (
        ("quotes", "json"),
        ("quotes", "table"),
        ("quotes", "markdown"),
        ("report", "ndjson"),
    ):
        done = run(view, odd, "-f", format)
        assert "the stand-in is worried" in done.out
        assert done.err == ""


@pytest.mark.parametrize("view", ["report", "quotes", "entities"])
def test_the_exit_status_says_on_request_that_nothing_was_found(
    view: str, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "dull.txt").write_text("nothing here.")
    assert run(view, tmp_path / "dull.txt").code == 0
    assert run(view, tmp_path / "dull.txt", "--exit-status").code == 1
    assert run(view, tmp_path / "dull.txt", story, "--exit-status").code == 0
    assert run(view, tmp_path / "dull.txt", tmp_path / "missing", "--exit-status").code == 3


@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_what_was_found_does_not_depend_on_the_format(format: str, story: Path, tmp_path: Path) -> None:
    (tmp_path / "dull.txt").write_text("nothing here.")
    assert run("report", tmp_path / "dull.txt", "--exit-status", "-f", format).code == 1
    assert run("report", story, "--exit-status", "-f", format).code == 0


def test_filters_count_for_the_exit_status(story: Path) -> None:
    assert run("quotes", story, "--speaker", "OREL", "--exit-status").code == 0
    assert run("quotes", story, "--speaker", "bask", "--exit-status").code == 1
