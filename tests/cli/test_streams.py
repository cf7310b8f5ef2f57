"""Pipes that close, disks that fill, signals, locales: what a shell sees of them."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest
from processes import STAND_IN, STORY, environment, run, shell

FORMATS = ("table", "plain", "json", "ndjson", "csv", "tsv", "markdown")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def long_story(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(STORY * 2_000, encoding="utf-8")
    return path


@pytest.mark.parametrize("format", FORMATS)
def test_a_reader_that_has_seen_enough_is_no_error(format: str, long_story: Path) -> None:
    done = shell('newscli quotes "$1" "$1" -f "$2" | head -n 1', long_story, format)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) == 1


def test_a_reader_that_reads_nothing_is_no_error(story: Path) -> None:
    for command in ('newscli quotes "$1" | true', "newscli --help | true", "newscli info | true"):
        done = shell(command, story)
        assert (done.code, done.err) == (0, ""), command


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command", ['newscli quotes "$1"', "newscli --help", "newscli --version", "newscli info"]
)
def test_a_full_disk_is_told_in_one_line(command: str, story: Path) -> None:
    done = shell(f"{command} > /dev/full", story)
    assert done.code == 5
    assert done.err == "newscli: cannot write the output: No space left on device\n"


def test_closed_streams_are_told_where_somebody_listens(story: Path) -> None:
    closed_out = shell('newscli quotes "$1" >&-', story)
    assert (closed_out.code, closed_out.err) == (5, "newscli: standard output is closed\n")
    closed_in = shell("newscli quotes <&-")
    assert closed_in.code == 3
    assert closed_in.err.startswith("newscli: standard input")
    closed_err = shell('newscli quotes missing "$1" 2>&-', story)
    assert closed_err.code == 3
    assert len(closed_err.out.splitlines()) == 2
    assert shell('newscli quotes missing "$1" >&- 2>&- <&-', story).code == 5


def test_a_file_written_while_streams_are_closed_holds_the_output_alone(story: Path, tmp_path: Path) -> None:
    shell('newscli quotes "$1" missing --output "$2" <&- >&- 2>&-', story, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == run("quotes", story, "missing").out


def start_sleeping(*args: str | Path) -> subprocess.Popen[bytes]:
    """Start newscli on articles of which some put it to sleep, and wait until the first does."""
    process = subprocess.Popen(
        [*STAND_IN, *map(str, args)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
        # What was started in the background of a shell has Ctrl-C ignored, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"asleep\n"
    return process


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_all_processes_at_once_without_a_word(jobs: str, story: Path, tmp_path: Path) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    output = tmp_path / "out.txt"
    process = start_sleeping("quotes", story, tmp_path / "sleep.txt", story, "-j", jobs, "-o", output)
    os.killpg(process.pid, signal.SIGINT)
    # Standard error ends only when no worker has it open any more.
    _, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (130, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sleep.txt", "story.txt"]


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_the_program(kind: signal.Signals, story: Path, tmp_path: Path) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    process = start_sleeping("quotes", tmp_path / "sleep.txt", story, "--jobs", "2")
    process.send_signal(kind)
    process.communicate(timeout=10)
    assert process.returncode == -kind


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C.UTF-8"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_the_same_bytes_come_out_under_every_locale(locale: dict[str, str], story: Path) -> None:
    here = run("report", story, "-f", "table")
    assert "“We are glad,”" in here.out
    assert run("report", story, "-f", "table", env=locale) == here


def test_the_same_bytes_come_out_under_every_hash_seed(story: Path) -> None:
    outputs = {run("report", story, "-f", "json", env={"PYTHONHASHSEED": seed}).out for seed in "0123"}
    assert len(outputs) == 1


def test_each_article_is_written_before_the_next_is_read(story: Path, tmp_path: Path) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    with start_sleeping("quotes", story, tmp_path / "sleep.txt") as process:
        assert process.stdout is not None
        assert "We are glad" in process.stdout.readline().decode()
        process.kill()
