"""Reading many inputs, in this process or in several, always in the order given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from traceback import format_exc, format_exception
from typing import Final, NamedTuple, TypeVar

from newscli.analysis.pipeline import Options, Part, analyse
from newscli.errors import ExitCode, NewscliError, internal_error
from newscli.model import Analysis
from newscli.processors import cores
from newscli.text.containers.pieces import GUESSED, Fields, Piece
from newscli.text.load import lay_out_piece, read

# Inputs that are handed out ahead of the one that is printed, for each process: enough that none waits
# while a long article holds up the order, and few enough that memory stays flat.
_AHEAD: Final = 4
# A window of the reader is too little work for more threads than this.
_MAX_THREADS: Final = 4


@dataclass(frozen=True, slots=True)
class Task:
    """One article and what to do with it.

    Attributes:
        file: The input that it is read from.
        encoding: The encoding of the input, None to find out.
        want: The parts of the analysis.
        options: How to analyse.
        fields: The fields of rows that hold an article's parts.
        piece: The article, if it was cut out of the input already; or what is wrong with it.
        number: Which of the inputs it is, from 1.
        key: The hash by which an archive knows the article; empty if no archive is built.
    """

    file: str
    encoding: str | None
    want: tuple[Part, ...]
    options: Options
    repair: bool = False
    fields: Fields = GUESSED
    piece: Piece | NewscliError | None = None
    number: int = 1
    key: str = ""


class Failure(NamedTuple):
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
Result = TypeVar("Result")

_KILLED: Final = Failure(
    "the process that read it was killed, twice",
    "it may need more memory than there is; split it, or use fewer --jobs",
    ExitCode.INPUT,
)


def perform(task: Task) -> Outcome:
    """Read and analyse one input; whatever goes wrong with it is the result, and costs no other input."""
    try:
        if isinstance(task.piece, NewscliError):
            raise task.piece
        if task.piece is None:
            article = read(task.file, encoding=task.encoding, fields=task.fields, repair=task.repair)
        else:
            article = lay_out_piece(task.piece, task.file, task.encoding, repair=task.repair)
        return analyse(article, task.want, task.options)
    except Exception as error:  # noqa: BLE001 - a bug in one input costs no other
        return failure_of(error)


def failure_of(error: Exception) -> Failure:
    """Return what an error that was just caught makes of an input; one that nobody expected is a bug."""
    if isinstance(error, NewscliError):
        is_bug = error.code is ExitCode.BUG and error.__cause__ is not None
        trace = "".join(format_exception(error.__cause__)) if is_bug else ""
        return Failure(error.message, error.hint, error.code, trace)
    told = internal_error(error)
    trace = format_exc() if told.code is ExitCode.BUG else ""
    return Failure(told.message, told.hint, told.code, trace)


def perform_all(
    tasks: Iterable[Task], jobs: int, cut: Callable[[Task], Iterable[Task]] = lambda task: (task,)
) -> Generator[tuple[Task, Outcome], None, None]:
    """Yield each task with its outcome, in order; see ``work_through``."""
    return work_through(tasks, jobs, cut, perform)


def work_through(
    tasks: Iterable[Task],
    jobs: int,
    cut: Callable[[Task], Iterable[Task]],
    work: Callable[[Task], Result | Failure],
    *,
    threads: int | None = None,
) -> Generator[tuple[Task, Result | Failure], None, None]:
    """Yield each task with what a process made of it, in order; closing the iterator ends all work.

    Args:
        tasks: What to do; few of them are taken ahead of the one that is yielded.
        jobs: How many processes to use, 0 for one on each core.
        cut: Makes the tasks of an input that can be opened once, a pipe, when its turn has come.
        work: Does a task; it raises nothing.
        threads: How many the reader may use where one process does all; None for as many as are of use.
    """
    jobs = jobs or cores()
    if jobs > 1:
        yield from _in_processes(tasks, jobs, cut, work)
    else:
        # One process may use the machine; several share it already.
        threads = threads or min(cores(), _MAX_THREADS)
        whole = (each for task in tasks for each in ((task,) if _can_share(task) else cut(task)))
        for task in whole:
            yield task, work(replace(task, options=replace(task.options, threads=threads)))


def _in_processes(
    tasks: Iterable[Task],
    jobs: int,
    cut: Callable[[Task], Iterable[Task]],
    work: Callable[[Task], Result | Failure],
) -> Iterator[tuple[Task, Result | Failure]]:
    from newscli.workers import Workers

    numbered = enumerate(tasks)
    with closing(Workers(work, jobs)) as workers:
        waiting: deque[tuple[int, Task]] = deque()
        shared: set[int] = set()
        done: dict[int, Result | Failure | None] = {}
        while True:
            for turn, task in islice(numbered, jobs * _AHEAD - len(waiting)):
                waiting.append((turn, task))
                if _can_share(task):
                    workers.submit(turn, task)
                    shared.add(turn)
            if not waiting:
                return
            turn, task = waiting.popleft()
            if turn not in shared:
                yield from ((each, work(each)) for each in cut(task))
                continue
            while turn not in done:
                done.update(workers.collect())
            shared.discard(turn)
            yield task, done.pop(turn) or _KILLED


def _can_share(task: Task) -> bool:
    """Return whether any process can do it: a pipe can be read once, and by this process alone."""
    if task.piece is not None:
        return isinstance(task.piece, Piece)
    return is_regular(task.file)


def is_regular(file: str) -> bool:
    """Return whether an input is a regular file, which can be opened again and by any process."""
    return file != "-" and os.path.isfile(file)  # noqa: PTH113 - Path's raises on a long name
