"""Reading many inputs, in this process or in several, always in the order given."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from traceback import format_exc
from typing import TYPE_CHECKING, Final

from newscli.analysis.pipeline import Options, Part, analyse
from newscli.errors import ExitCode, NewscliError
from newscli.limits import MAX_READER_THREADS
from newscli.model import Analysis
from newscli.text.load import read

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

# Inputs that are handed out ahead of the one that is printed, for each process: enough that none waits
# while a long article holds up the order, and few enough that memory stays flat.
_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class Task:
    """One input and what to do with it."""

    file: str
    encoding: str | None
    want: tuple[Part, ...]
    options: Options


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be analysed, in a form that passes between processes.

    Attributes:
        message: One line, as in ``NewscliError``.
        hint: One line or empty.
        code: The exit code that it leads to.
        trace: The traceback of an error that nobody expected, else empty.
    """

    message: str
    hint: str
    code: ExitCode
    trace: str = ""


Outcome = Analysis | Failure


def perform(task: Task) -> Outcome:
    """Read and analyse one input; whatever goes wrong with it is the result, and costs no other input."""
    try:
        article = read(task.file, encoding=task.encoding)
        return analyse(article, task.want, task.options)
    except NewscliError as error:
        return Failure(error.message, error.hint, error.code)
    except Exception as error:
        what = f"{type(error).__name__}: {error}".removesuffix(": ")
        hint = "this is a bug of newscli; --debug shows where"
        return Failure(f"internal error: {what}", hint, ExitCode.BUG, format_exc())


def perform_all(tasks: Sequence[Task], jobs: int) -> Generator[Outcome, None, None]:
    """Yield the outcome of each task, in order; closing the iterator ends all work.

    Args:
        tasks: What to do.
        jobs: How many processes to use, 0 for one on each core.
    """
    jobs = min(jobs or _cores(), len(tasks))
    if jobs > 1:
        yield from _in_processes(tasks, jobs)
    else:
        # One process may use the machine; several share it already.
        threads = min(_cores(), MAX_READER_THREADS)
        yield from (perform(replace(task, options=replace(task.options, threads=threads))) for task in tasks)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor

    context = _context()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_parent)
    try:
        # The first task, whatever it is, forks the workers: now, while this process has opened no model. They
        # inherit that Ctrl-C is ignored, so none of them dies of it with a traceback while it starts.
        heed = signal.signal(signal.SIGINT, signal.SIG_IGN)
        pool.submit(os.getpid)
        signal.signal(signal.SIGINT, heed)
        yield from _in_order(tasks, pool, jobs * _AHEAD)
    finally:
        # Not shutdown alone: it would wait for what nobody reads any more.
        for process in context.active_children():
            process.kill()
        pool.shutdown(cancel_futures=True)


def _in_order(tasks: Sequence[Task], pool: ProcessPoolExecutor, ahead: int) -> Iterator[Outcome]:
    """Keep ``ahead`` tasks handed out; what cannot be handed out or got lost is done here, at its turn."""
    from concurrent.futures.process import BrokenProcessPool

    window: deque[tuple[Task, Future[Outcome] | None]] = deque()

    def hand_out(task: Task) -> None:
        # A pipe, standard input too, can be read once and by this process alone.
        usable = task.file != "-" and os.path.isfile(task.file)  # noqa: PTH113 - Path's raises on a long name
        try:
            window.append((task, pool.submit(perform, task) if usable else None))
        except BrokenProcessPool:
            window.append((task, None))

    waiting = iter(tasks)
    for task in waiting:
        hand_out(task)
        if len(window) == ahead:
            break
    while window:
        task, future = window.popleft()
        try:
            outcome = future.result() if future else perform(task)
        except BrokenProcessPool:  # a worker was killed, for want of memory perhaps
            outcome = perform(task)
        yield outcome
        for task in waiting:
            hand_out(task)
            break


def _context() -> BaseContext:
    """Fork where that is safe and quick, which is on Linux; elsewhere start afresh."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _follow_parent() -> None:
    """Set up a worker: Ctrl-C is the parent's to handle, and when the parent dies so does the worker."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is None:
        return

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=follow, daemon=True).start()
