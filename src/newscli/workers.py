"""Processes that perform tasks for this one, each at the end of a pipe of its own.

The standard library's pool does not know which task a killed process was at. It gives up all others with it,
and waits for ever if the process was killed while it wrote a result. Here the end of a pipe says which
process died, and the first of the tasks that it held is the one that it was at.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Final, Generic, TypeVar

from newscli.signals import blocked, heed, held, leave_to_parent

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

# What a process holds: the task that it is at, and the next one, so that it need not wait for this process.
_IN_HAND: Final = 2
# One process that is killed may be bad luck; if the next is killed too, it is the task's doing.
_ATTEMPTS: Final = 2
# Fork on Linux, because it is safe and quick there; on other systems start afresh.
_CONTEXT: Final = get_context("fork") if sys.platform == "linux" else get_context("spawn")


@dataclass(frozen=True, slots=True)
class _Worker(Generic[Task]):
    process: BaseProcess
    pipe: Connection
    tasks: deque[tuple[int, Task]] = field(default_factory=deque)

    def take(self, task: tuple[int, Task]) -> bool:
        """Hand over a task, unless the process has died."""
        try:
            self.pipe.send(task[1])
        except OSError:
            return False
        self.tasks.append(task)
        return True

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Workers(Generic[Task, Outcome]):
    """Several processes that perform numbered tasks.

    They are started when there is work, and replaced when they die. If none can be started, this process
    performs the tasks itself.

    Args:
        perform: What a process does with a task; it raises nothing.
        count: The most processes at a time.
    """

    def __init__(self, perform: Callable[[Task], Outcome], count: int) -> None:
        self._perform = perform
        self._count = count
        self._workers: list[_Worker[Task]] = []
        self._queue: deque[tuple[int, Task]] = deque()
        self._deaths: Counter[int] = Counter()

    def submit(self, number: int, task: Task) -> None:
        """Have a task performed; those submitted first are begun first."""
        self._queue.append((number, task))
        self._hand_out()

    def collect(self) -> list[tuple[int, Outcome | None]]:
        """Wait until a submitted task is done.

        Returns:
            The numbers and outcomes of one or more tasks, in no order. None stands for the outcome of a task
            that has killed the process that performed it, and then another.
        """
        done: list[tuple[int, Outcome | None]] = []
        while not done:
            if not self._workers:
                number, task = self._queue.popleft()
                return [(number, self._perform(task))]
            ready = wait([worker.pipe for worker in self._workers])
            for worker in [worker for worker in self._workers if worker.pipe in ready]:
                done += self._receive(worker)
            self._hand_out()
        return done

    def close(self) -> None:
        """End all processes, whatever they are at."""
        with held():
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def _hand_out(self) -> None:
        while self._queue:
            worker = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
            if (worker is None or worker.tasks) and len(self._workers) < self._count:
                self._start()
            elif worker is not None and len(worker.tasks) < _IN_HAND:
                if not worker.take(self._queue[0]):
                    return  # it has died, as the end of its pipe will show
                self._queue.popleft()
            else:
                return

    def _start(self) -> None:
        """Start a process; if there can be no more, be content with those there are."""
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(self._perform, theirs), daemon=True)
        try:
            with blocked():
                process.start()
                self._workers.append(_Worker(process, ours))
        except OSError:
            self._count = len(self._workers)
        finally:
            theirs.close()

    def _receive(self, worker: _Worker[Task]) -> list[tuple[int, Outcome | None]]:
        """Take what a process has to say: an outcome, or by its end that it has died."""
        try:
            outcome = worker.pipe.recv()
        except (EOFError, OSError):
            return [(number, None) for number in self._bury(worker)]
        return [(worker.tasks.popleft()[0], outcome)]

    def _bury(self, worker: _Worker[Task]) -> list[int]:
        """Take back what a dead process held, and return the task that is given up, if there is one."""
        heed()  # what killed it may have come to all processes
        worker.end()
        self._workers.remove(worker)
        given_up = []
        if worker.tasks:
            suspect = worker.tasks[0][0]
            self._deaths[suspect] += 1
            if self._deaths[suspect] == _ATTEMPTS:
                worker.tasks.popleft()
                given_up.append(suspect)
        self._queue.extendleft(reversed(worker.tasks))
        return given_up


def _serve(perform: Callable[[Task], Outcome], pipe: Connection) -> None:
    """Perform tasks until the parent ends this process or is gone itself."""
    leave_to_parent()
    Thread(target=_follow_parent, daemon=True).start()
    with suppress(EOFError, OSError, MemoryError):  # of the last, the parent sees that this process is gone
        while True:
            pipe.send(perform(pipe.recv()))
    os._exit(1)


def _follow_parent() -> None:
    """Die when the parent does: its end of the pipe may live on in processes that it has started since."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
