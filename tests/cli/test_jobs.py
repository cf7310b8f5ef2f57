"""Several processes: the same output as with one, whatever happens to them."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from newscli.analysis.pipeline import Options
from newscli.cli.jobs import Failure, Task, perform
from newscli.errors import ExitCode
from tests.support.processes import STORY, run, shell


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number:02}.txt" for number in range(30)]
    for number, path in enumerate(paths):
        path.write_text(f"{STORY}\nThis is story {number}. " + STORY * (number % 7), encoding="utf-8")
    return paths


@pytest.mark.parametrize("jobs", ["2", "3", "auto", "0", "99"])
def test_any_number_of_processes_gives_the_same_output(jobs: str, stories: list[Path]) -> None:
    assert run("report", *stories, "-f", "json", "-j", jobs) == run("report", *stories, "-f", "json")


def test_failures_are_reported_in_the_order_of_the_inputs(stories: list[Path], tmp_path: Path) -> None:
    (tmp_path / "crash.txt").write_text("[crash]")
    (tmp_path / "odd.txt").write_text("It is [warn] odd.")
    inputs = [*stories[:3], tmp_path / "missing", *stories[3:6], tmp_path / "crash.txt", tmp_path / "odd.txt"]
    together = run("report", *inputs, "--jobs", "2")
    assert together == run("report", *inputs)
    assert together.code == 70
    assert len(together.err.splitlines()) == 5


def test_what_a_killed_worker_was_at_is_done_again(stories: list[Path], tmp_path: Path) -> None:
    once = tmp_path / "once.txt"
    once.write_text(f"[die once {tmp_path}/killed] “Still here,” said Ana Orel.", encoding="utf-8")
    inputs = [*stories[:5], once, *stories[5:]]
    assert run("quotes", *inputs, "--jobs", "2") == run("quotes", *inputs)
    assert (tmp_path / "killed").exists()


def test_an_article_that_kills_every_worker_is_reported_and_costs_no_other(
    stories: list[Path], tmp_path: Path
) -> None:
    deadly = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path in deadly:
        path.write_text("[die] “Still here,” said Ana Orel.", encoding="utf-8")
    done = run("quotes", deadly[0], *stories[:9], deadly[1], *stories[9:], "--jobs", "2")
    assert done.code == 3
    assert done.out == run("quotes", *stories).out
    told = [line for line in done.err.splitlines() if not line.startswith("  hint: ")]
    assert told == [f"newscli: {path}: the process that read it was killed, twice" for path in deadly]


def test_standard_input_keeps_its_place_among_the_files(stories: list[Path]) -> None:
    inputs: list[str | Path] = [*stories[:4], "-", *stories[4:8]]
    done = run("quotes", *inputs, "--jobs", "2", stdin=STORY.encode())
    assert done.code == 0
    assert done == run("quotes", *inputs, stdin=STORY.encode())


def test_a_broken_model_is_reported_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(20)]
    for path in paths:
        path.write_text("The [model] is broken.")
    done = run("quotes", *paths, "--jobs", "2")
    assert done.code == 4
    assert len(done.err.splitlines()) == 2


def test_an_unexpected_error_becomes_the_outcome_of_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("newscli.cli.jobs.read", fail)
    outcome = perform(Task("story.txt", None, ("quotes",), Options()))
    assert isinstance(outcome, Failure)
    assert outcome.code is ExitCode.BUG
    assert outcome.message == "internal error: RecursionError: too deep"
    assert "Traceback" in outcome.trace


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("[ONNXRuntimeError] : 1 : FAIL : std::bad_alloc"),
        ImportError("libgfortran.so.5: failed to map segment from shared object"),
        OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)),
        RuntimeError("can't start new thread"),
    ],
)
def test_too_little_memory_is_no_bug(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("newscli.cli.jobs.read", fail)
    outcome = perform(Task("story.txt", None, ("quotes",), Options()))
    assert isinstance(outcome, Failure)
    assert (outcome.code, outcome.message) == (ExitCode.INPUT, "needs more memory than there is")
    assert "ulimit -v" in outcome.hint


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of the address space")
def test_a_run_that_is_limited_to_too_little_memory_says_so(story: Path, tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("old")
    limited = f'ulimit -v 150000; exec "{sys.executable}" -m newscli quotes "$1" -o "$2"'
    done = shell(limited, story, tmp_path / "out.txt")
    first, *_ = done.err.splitlines()
    assert (done.code, first) == (3, f"newscli: {story}: needs more memory than there is")
    assert (tmp_path / "out.txt").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_ctrl_c_is_not_taken_for_an_error_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newscli.cli.jobs.read", interrupt)
    with pytest.raises(KeyboardInterrupt):
        perform(Task("story.txt", None, ("quotes",), Options()))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs the open files of a process")
def test_a_command_line_of_many_files_leaves_none_open(stories: list[Path]) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for path in stories:
        perform(Task(str(path), "no-such-encoding", ("quotes",), Options()))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
