"""Reading many inputs, in this process or in several, always in the order given."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from traceback import format_exc
from typing import Final

from newscli.analysis.pipeline import Options, Part, analyse
from newscli.errors import ExitCode, NewscliError, internal_error
from newscli.model import Analysis
from newscli.text.load import read

# Inputs that are handed out ahead of the one that is printed, for each process: enough that none waits
# while a long article holds up the order, and few enough that memory stays flat.
_AHEAD: Final = 4
# A window of the reader is too little work for more threads than this.
_MAX_THREADS: Final = 4


@dataclass(frozen=True, slots=True)
class Task:
    """One input and what to do with it."""

    file: str
    encoding: str | None
    want: tuple[Part, ...]
    options: Options
    repair: bool = False


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

_KILLED: Final = Failure(
    "the process that read it was killed, twice",
    "it may need more memory than there is; split it, or use fewer --jobs",
    ExitCode.INPUT,
)


def perform(task: Task) -> Outcome:
    """Read and analyse one input; whatever goes wrong with it is the result, and costs no other input."""
    try:
        article = read(task.file, encoding=task.encoding, repair=task.repair)
        return analyse(article, task.want, task.options)
    except NewscliError as error:
        return Failure(error.message, error.hint, error.code)
    except Exception as error:  # noqa: BLE001 - a bug in one input costs no other
        told = internal_error(error)
        trace = format_exc() if told.code is ExitCode.BUG else ""
        return Failure(told.message, told.hint, told.code, trace)


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
        threads = min(_cores(), _MAX_THREADS)
        yield from (perform(replace(task, options=replace(task.options, threads=threads))) for task in tasks)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    from newscli.cli.workers import Workers

    with closing(Workers(perform, jobs)) as workers:
        shared: set[int] = set()
        done: dict[int, Outcome | None] = {}
        handed_out = 0
        for turn, task in enumerate(tasks):
            while handed_out < min(turn + jobs * _AHEAD, len(tasks)):
                if _can_share(tasks[handed_out]):
                    workers.submit(handed_out, tasks[handed_out])
                    shared.add(handed_out)
                handed_out += 1
            while turn in shared and turn not in done:
                done.update(workers.collect())
            yield (done.pop(turn) or _KILLED) if turn in shared else perform(task)
            shared.discard(turn)


def _can_share(task: Task) -> bool:
    """Return whether any process can read the input: a pipe can be read once, and by this process alone."""
    return task.file != "-" and os.path.isfile(task.file)  # noqa: PTH113 - Path's raises on a long name
