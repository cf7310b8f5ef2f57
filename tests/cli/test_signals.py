"""Ctrl-C and its like: whenever they come, what was written is whole and nothing is left behind."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.processes import NEWSCLI, STAND_IN, STORY, Ended, feed, finish, opened_by, run, start

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


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


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP])
def test_what_was_there_stays_where_a_signal_ends_the_run(
    kind: signal.Signals, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "sleep.txt").write_text("[sleep]")
    (tmp_path / "out.txt").write_text("old")
    process = start_sleeping("quotes", story, tmp_path / "sleep.txt", "-o", tmp_path / "out.txt")
    process.send_signal(kind)
    assert finish(process) == Ended(-kind, "")
    assert (tmp_path / "out.txt").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 3


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
        process.send_signal(signal.SIGHUP)
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
        assert process.wait(timeout=60) == 130


def test_no_signal_is_heeded_where_python_would_lose_it(tmp_path: Path) -> None:
    interrupt = "os.kill(os.getpid(), signal.SIGINT)\nfor _ in range(50):\n    time.sleep(0.01)"
    (tmp_path / "slow.py").write_text(f"import os, signal, time\n{interrupt}\n")
    program = (
        "import sys, time\nfrom newscli.cli import signals\nsignals.watch()\n"
        "try:\n    import slow\n    print('imported', flush=True)\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    print('stopped')\n"
    )
    done = run("-c", program, program=(sys.executable,), cwd=tmp_path)
    assert done == Ended(0, "imported\nstopped\n")


def check_interruption(seed: int, fifo: Path) -> None:
    """Interrupt a batch at a random moment and look at what there is then.

    The first input is a FIFO, so that the moment is one at which newscli is up: what Ctrl-C does to a Python
    that has not come to newscli yet is Python's affair.
    """
    rng = random.Random(seed)
    kind = rng.choice([signal.SIGINT, signal.SIGTERM])
    jobs = rng.choice(["1", "2"])
    output = fifo.with_name("out.ndjson") if rng.random() < 0.4 else None
    files = [fifo, *rng.sample(SAMPLES, 5)]
    process = start(*("report", *files, "-f", "ndjson", "--jobs", jobs, "-o", output or "-"), program=NEWSCLI)
    feed(process, fifo, STORY)
    assert process.stdout is not None
    lines = 0 if output else rng.randrange(len(files))
    begin = b"".join(process.stdout.readline() for _ in range(lines)).decode()
    time.sleep(rng.uniform(0, 2) if output else rng.uniform(0, 0.5))
    os.killpg(process.pid, kind)
    done = finish(process)

    told = f"seed {seed}, {kind.name}, {jobs} jobs"
    ended_by = 130 if kind is signal.SIGINT else -kind
    assert done.code in {0, ended_by}, told
    assert done.err == "", told
    written = begin + done.out
    if output:
        assert written == "", told
        left = {path.name for path in fifo.parent.iterdir()}
        assert left <= {"fifo", "out.ndjson"}, told
        written = output.read_text(encoding="utf-8") if output.exists() else ""
    assert written == "" or written.endswith("\n"), told
    found = [json.loads(line)["file"] for line in written.splitlines()]
    assert found == [str(file) for file in files[: len(found)]], told
    if done.code == 0 or (output and output.exists()):
        assert len(found) == len(files), told


@pytest.mark.parametrize("seed", range(6))
def test_what_a_batch_has_written_is_whole_whenever_a_signal_comes(seed: int, fifo: Path) -> None:
    check_interruption(seed, fifo)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 200))
def test_what_a_batch_has_written_is_whole_in_a_hundred_trials(seed: int, fifo: Path) -> None:
    check_interruption(seed, fifo)
