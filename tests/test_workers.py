"""Processes that perform tasks: what becomes of the tasks when a process dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newscli import workers
from newscli.workers import Workers

# A test may run beside threads of the test runner, of which newscli has none.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def double(task: int) -> int:
    return 2 * task


def kill_unless_there(task: Path) -> str:
    """Do the task if the file is there; else create it and die."""
    if not task.exists():
        task.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return task.name


def kill(task: int) -> int:
    if task == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def make_much(task: int) -> bytes:
    return bytes(task)


def collect_all(crew: Workers[int, int], count: int) -> Iterator[tuple[int, int | None]]:
    while count:
        found = crew.collect()
        count -= len(found)
        yield from found


def test_every_task_is_done_once() -> None:
    with closing(Workers(double, 3)) as crew:
        for number in range(20):
            crew.submit(number, number)
        assert sorted(collect_all(crew, 20)) == [(number, 2 * number) for number in range(20)]


def test_a_task_whose_process_died_is_done_again(tmp_path: Path) -> None:
    with closing(Workers(kill_unless_there, 1)) as crew:
        crew.submit(7, tmp_path / "seven")
        assert crew.collect() == [(7, "seven")]


def test_a_task_that_kills_two_processes_is_given_up_alone() -> None:
    with closing(Workers(kill, 2)) as crew:
        for number in range(4):
            crew.submit(number, number)
        assert dict(collect_all(crew, 4)) == {0: None, 1: 1, 2: 2, 3: 3}


def test_a_task_is_not_blamed_for_a_process_that_died_with_nothing_to_do() -> None:
    with closing(Workers(double, 1)) as crew:
        for number in range(3):
            crew.submit(number, number)
            assert crew.collect() == [(number, 2 * number)]
            (worker,) = crew._workers
            worker.process.kill()
            worker.process.join()


def test_a_process_killed_while_it_writes_an_outcome_holds_nobody_up() -> None:
    with closing(Workers(make_much, 1)) as crew:
        crew.submit(1, 10_000_000)
        (worker,) = crew._workers
        assert worker.pipe.poll(30)  # it writes, and waits for somebody to read the rest
        worker.process.kill()
        worker.process.join()
        assert crew.collect() == [(1, bytes(10_000_000))]


def test_a_process_ignores_what_the_program_was_started_to_ignore() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with closing(Workers(double, 1)) as crew:
            crew.submit(1, 1)
            assert crew.collect() == [(1, 2)]
            (worker,) = crew._workers
            for number in (2, 3):
                os.kill(worker.process.pid or 0, signal.SIGHUP)
                crew.submit(number, number)
                assert crew.collect() == [(number, 2 * number)]
            assert crew._workers == [worker]
    finally:
        signal.signal(signal.SIGHUP, before)


def test_where_no_process_can_be_started_this_one_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(workers._CONTEXT.Process, "start", refuse)
    with closing(Workers(double, 2)) as crew:
        crew.submit(1, 21)
        assert crew.collect() == [(1, 42)]


def test_closing_ends_processes_in_the_midst_of_their_work() -> None:
    crew = Workers(make_much, 2)
    crew.submit(1, 10_000_000)
    crew.submit(2, 10_000_000)
    processes = [worker.process for worker in crew._workers]
    crew.close()
    assert [process.exitcode for process in processes] == [-signal.SIGKILL] * 2
