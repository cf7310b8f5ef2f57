"""Many articles for a Python program, in its process or in several, in the order given."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from newscli.analysis.pipeline import Options, Part
from newscli.errors import InputError, NewscliError, UsageError, internal_error
from newscli.library import Analysis, Source, check_options, check_parts, perform
from newscli.processors import cores

# Texts that are handed out ahead of the one that is yielded, for each process.
_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class _Task:
    source: Source
    want: tuple[Part, ...]
    options: Options


def check(texts: object, jobs: object, want: object, options: object) -> None:
    """Refuse arguments that make no sense, before anything is read.

    Raises:
        UsageError: If one does.
    """
    if isinstance(texts, (str, bytes)) or not isinstance(texts, Iterable):
        raise UsageError("texts are not several articles", "give a list of them, or use newscli.analyse")
    if not isinstance(jobs, int) or jobs < 0:
        raise UsageError(f"jobs is {jobs!r}, not a number of processes", "0 is one on each core")
    check_options(options)
    check_parts(want)


def in_order(
    texts: Iterable[Source], jobs: int, want: Collection[Part], options: Options | None
) -> Iterator[Analysis | NewscliError]:
    """Yield what becomes of each text; closing the iterator ends all processes."""
    tasks = (_Task(text, tuple(want), options or Options()) for text in texts)
    jobs = jobs or cores()
    if jobs == 1:
        yield from map(_perform, tasks)
        return
    from newscli.workers import Workers

    numbered = enumerate(tasks)
    waiting: deque[int] = deque()
    done: dict[int, Analysis | NewscliError | None] = {}
    with closing(Workers(_perform, jobs)) as workers:
        while True:
            for number, task in islice(numbered, jobs * _AHEAD - len(waiting)):
                workers.submit(number, replace(task, options=replace(task.options, threads=1)))
                waiting.append(number)
            if not waiting:
                return
            turn = waiting.popleft()
            while turn not in done:
                done.update(workers.collect())
            yield done.pop(turn) or InputError(
                "the process that read it was killed, twice",
                "it may need more memory than there is",
            )


def _perform(task: _Task) -> Analysis | NewscliError:
    """Analyse one text; whatever goes wrong with it is the result, and costs no other text."""
    try:
        return perform(task.source, task.want, task.options)
    except NewscliError as error:
        return error.with_traceback(None)
    except Exception as error:  # noqa: BLE001 - a bug in one text costs no other
        return internal_error(error)
