"""Ctrl-C and its like: whenever they come, what was written is whole and nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.processes import PATIENCE, STAND_IN, STORY, Ended, feed, finish, opened_by, run, start


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    return path


@pytest.fixture(autouse=True, scope="module")
def _heeding_signals() -> Iterator[None]:
    """Let the programs heed what they would inherit as ignored behind "&" or under nohup."""
    interrupt = signal.signal(signal.SIGINT, signal.default_int_handler)
    hangup = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGHUP, hangup)


def start_sleeping(*args: str | Path) -> subprocess.Popen[bytes]:
    """Start newscli on articles of which some put it to sleep, and wait until the first does."""
    process = start(*args)
    assert process.stderr is not None
    assert process.stderr.readline() == b"asleep\n"
    return process


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_all_processes_at_once_without_a_word(jobs: str, story: Path, tmp_path: Path) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    output = tmp_path / "out.txt"
    process = start_sleeping("quotes", story, tmp_path / "sleep.txt", story, "-j", jobs, "-o", output)
    os.killpg(process.pid, signal.SIGINT)
    assert finish(process) == Ended(130, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sleep.txt", "story.txt"]


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_workers_do_not_outlive_the_program(kind: signal.Signals, story: Path, tmp_path: Path) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    process = start_sleeping("quotes", tmp_path / "sleep.txt", story, "--jobs", "2")
    process.send_signal(kind)
    assert finish(process).code == -kind


# What a terminal, a batch system and a parent's time limit (SIGALRM) send.
KINDS = (
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGXCPU, signal.SIGUSR1, signal.SIGUSR2),
    signal.SIGALRM,
)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_there_stays_and_nothing_is_left_if_a_signal_ends_the_run(
    kind: signal.Signals, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    (tmp_path / "out.txt").write_text("old")
    process = start_sleeping("quotes", story, tmp_path / "sleep.txt", "-o", tmp_path / "out.txt")
    process.send_signal(kind)
    assert finish(process) == Ended(-kind, "")
    assert (tmp_path / "out.txt").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="needs files without a name")
def test_a_program_that_is_killed_leaves_nothing(story: Path, tmp_path: Path) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    process = start_sleeping("quotes", story, tmp_path / "sleep.txt", "-o", tmp_path / "out.txt")
    process.kill()
    finish(process)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sleep.txt", "story.txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_document_that_a_signal_ends_is_whole(
    kind: signal.Signals, jobs: str, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    process = start("report", story, tmp_path / "sleep.txt", "--format", "json", "--jobs", jobs)
    assert process.stdout is not None
    assert process.stderr is not None
    begin = process.stdout.readline()  # written with the first article
    assert process.stderr.readline() == b"asleep\n"
    os.killpg(process.pid, kind)
    done = finish(process)
    assert (done.code, done.err) == (130 if kind is signal.SIGINT else -kind, "")
    assert [article["file"] for article in json.loads(begin.decode() + done.out)["articles"]] == [str(story)]


def test_a_worker_that_outlives_the_program_is_told_not_waited_for() -> None:
    process = start("-c", "sleep 60 & exec true", program=("sh",))
    with pytest.raises(AssertionError, match="outlived"):
        finish(process, patience=0.5)


def test_each_article_is_written_before_the_next_is_read(story: Path, tmp_path: Path) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    process = start_sleeping("quotes", story, tmp_path / "sleep.txt")
    assert process.stdout is not None
    assert "We are glad" in process.stdout.readline().decode()
    process.kill()
    finish(process)


def test_a_signal_the_program_was_started_to_ignore_is_ignored(fifo: Path) -> None:
    process = start("quotes", fifo, program=("nohup", *STAND_IN))
    with opened_by(process, fifo) as stream:
        os.killpg(process.pid, signal.SIGHUP)
        stream.write(STORY)
    done = finish(process)
    assert done.code == 0
    assert "We are glad" in done.out


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_record_that_is_being_written_is_written_to_its_end(
    kind: signal.Signals, unbuffered: str, fifo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    process = start("report", fifo, fifo, "--format", "ndjson")
    feed(process, fifo, STORY * 1_000)  # its record is many times what a pipe holds
    assert process.stdout is not None
    begin = process.stdout.read(1).decode()
    process.send_signal(kind)
    done = finish(process)
    assert (done.code, done.err) == (130 if kind is signal.SIGINT else -kind, "")
    assert done.out.endswith("\n")
    assert json.loads(begin + done.out)["file"] == str(fifo)


def test_ctrl_c_ends_even_where_nobody_reads_the_output(fifo: Path) -> None:
    process = start("report", fifo, fifo, "--format", "ndjson")
    feed(process, fifo, STORY * 1_000)
    assert process.stdout is not None
    process.stdout.read(1)
    process.send_signal(signal.SIGINT)
    with process:
        assert process.wait(timeout=PATIENCE) == 130


def test_no_signal_is_heeded_where_python_would_lose_it(tmp_path: Path) -> None:
    interrupt = "os.kill(os.getpid(), signal.SIGINT)\nfor _ in range(50):\n    time.sleep(0.01)"
    (tmp_path / "slow.py").write_text(f"import os, signal, time\n{interrupt}\n")
    program = (
        "import sys, time\nfrom newscli import signals\nsignals.watch()\n"
        "try:\n    import slow\n    print('imported', flush=True)\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    print('stopped')\n"
    )
    done = run("-c", program, program=(sys.executable,), cwd=tmp_path)
    assert done == Ended(0, "imported\nstopped\n")
