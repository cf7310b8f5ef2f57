"""``newscli archive shard``: read a part of a large collection, here or on the workers of a cluster."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from newscli.analysis.pipeline import Options
from newscli.archive.cluster import deal_out
from newscli.archive.keys import model_version
from newscli.archive.parts import Counts, Rows, is_done, name_of, read_part, tally, write_part
from newscli.archive.places import fetch, holds, is_remote, opened_anywhere, sample, send, size_of
from newscli.archive.shards import Input, Slice, deal, usual_count
from newscli.cli.archive_build import PARTS, failure_row, keyed, read_rows
from newscli.cli.inputs import Articles, all_files
from newscli.cli.jobs import Failure, Task, failure_of, is_regular, work_through
from newscli.cli.messages import Messages, duration, report_failure
from newscli.cli.options import Shared
from newscli.errors import ExitCode, InputError, ModelError, NewscliError, OutputError, UsageError
from newscli.processors import cores
from newscli.text.decode import find_encoding
from newscli.text.files import STDIN

_SHARD = re.compile(r"(\d{1,9})/(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Job:
    """A shard that is to be read, as it goes to a worker.

    Attributes:
        number: Which it is, from 1.
        slices: Its articles.
        folder: Where its part is to be.
        key: What it is made of and how, as a hash.
        shared: How to read.
    """

    number: int
    slices: tuple[Slice, ...]
    folder: str
    key: str
    shared: Shared


def shard(
    shared: Shared, folder: str, *, of: str | None = None, dask: str | None = None, count: int | None = None
) -> ExitCode:
    """Read one shard of the inputs here, or all of them on a cluster.

    Args:
        shared: The inputs, and how to read them.
        folder: Where the parts are to be.
        of: Which shard of how many, "3/40".
        dask: The scheduler, instead; ``local`` for one of our own.
        count: How many shards a cluster is dealt.

    Raises:
        UsageError: If it is not said which shard, or the inputs can be read once.
        ModelError: If a model file is broken.
        OutputError: If the part cannot be written.
    """
    if shared.encoding is not None:
        find_encoding(shared.encoding)
    if (of is None) == (dask is None):
        raise UsageError("either --shard I/N or --dask is needed", "for example: --shard 1/4")
    number, total = _parsed(of) if of is not None else (0, 0)
    files = all_files(shared, Messages(1, quiet=shared.quiet))
    if STDIN in files or any(Path(file).is_fifo() for file in files if not is_remote(file)):
        raise UsageError("shards read their inputs again, and a pipe can be read once", "name files")
    if not is_remote(folder):
        _make(folder)
        folder = os.path.abspath(folder)  # noqa: PTH100 - as the user named it, links and all
    # Workers have working directories of their own.
    inputs = [Input(file, size_of(file)) for file in map(_absolute, files)]
    if of is not None:
        return _here(_job(number, deal(inputs, total)[number - 1], folder, shared))
    dealt = deal(inputs, count or usual_count(inputs))
    return _on_cluster([_job(at, slices, folder, shared) for at, slices in enumerate(dealt, 1)], str(dask))


def _absolute(file: str) -> str:
    return file if is_remote(file) else os.path.abspath(file)  # noqa: PTH100 - as for the folder


def _parsed(of: str) -> tuple[int, int]:
    found = _SHARD.fullmatch(of)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise UsageError(f"--shard: {of!r} is no shard", "I/N is the I-th of N, counted from 1: --shard 1/4")
    return int(found[1]), int(found[2])


def _make(folder: str) -> None:
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise OutputError(
            f"cannot make the folder {folder}: {reason}", "name one in a folder that you may write to"
        ) from error


def _job(number: int, slices: tuple[Slice, ...], folder: str, shared: Shared) -> Job:
    """Return a shard with the hash of its inputs and of how they are read."""
    alone = replace(shared, files=[], files_from=None, jobs=1, quiet=False, debug=False)
    found = sha256(repr((model_version(), number, alone)).encode("utf-8", "surrogateescape"))
    for one in slices:
        try:
            _, content = sample(one.file)
        except InputError as error:
            content = error.message
        found.update(repr((one, content)).encode("utf-8", "surrogateescape"))
    return Job(number, slices, folder, found.hexdigest(), replace(shared, files=[], files_from=None))


def _here(job: Job) -> ExitCode:
    messages = Messages(len(job.slices), quiet=job.shared.quiet)
    begun = time.monotonic()
    with closing(messages):
        counts = _part_of(job, messages)
    if counts is None:
        _tell(job.shared, f"{name_of(job.number)} is done already")
        return ExitCode.OK
    _tell(job.shared, f"{name_of(job.number)}: {_in_words(counts, time.monotonic() - begun)}")
    return ExitCode.INPUT if counts.failures else ExitCode.OK


def _part_of(job: Job, messages: Messages) -> Counts | None:
    """Write the part of a shard; None if it is there already."""
    name = name_of(job.number)
    if not is_remote(job.folder):
        place = Path(job.folder) / name
        return None if is_done(place, job.key) else write_part(place, job.key, _rows(job, messages))
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / name
        if holds(job.folder, name):
            fetch(job.folder, name, place)
        if is_done(place, job.key):
            return None
        counts = write_part(place, job.key, _rows(job, messages))
        send(place, job.folder)
    return counts


def _rows(job: Job, messages: Messages) -> Iterator[Rows]:
    """Read the articles of a shard and yield their rows, in order."""
    for number, one in enumerate(job.slices, 1):
        messages.progress(number, one.file)
        # Other shards are read beside this one, as many as there are cores.
        tasks = _tasks(one, job.shared, messages)
        outcomes = work_through(tasks, job.shared.jobs, lambda task: (task,), read_rows, threads=1)
        with closing(outcomes):
            for task, outcome in outcomes:
                if not isinstance(outcome, Failure):
                    yield outcome
                    continue
                if outcome.code is ExitCode.MODEL:
                    raise ModelError(outcome.message, outcome.hint)
                row = failure_row(task, outcome, "archive shard")
                messages.failure(task.file, row.message, row.hint, outcome.trace if job.shared.debug else "")
                yield row


def _tasks(one: Slice, shared: Shared, messages: Messages) -> Iterator[Task]:
    """Yield the articles of a slice; the others are cut out of the file and passed over."""
    articles = Articles([one.file], shared, PARTS, Options(), messages, opening=opened_anywhere)
    at = 0
    for task in articles.tasks():
        whole = task.piece is None and not is_regular(task.file)
        for each in articles.cut(task) if whole else (task,):
            if at % one.of == one.first:
                yield keyed(each)
            at += 1


def work(job: Job) -> Counts | Failure:
    """Write the part of a shard, in a worker; return what it holds, or what is wrong.

    If it is there, a worker wrote it that died before it could say so. What may go better another time is
    raised: the scheduler gives it to another worker.
    """
    try:
        counts = _part_of(replace(job, shared=replace(job.shared, jobs=1)), Messages(1, quiet=True))
        return counts or tally(read_part(f"{job.folder}/{name_of(job.number)}"))
    except NewscliError as error:
        return failure_of(error)


def _on_cluster(jobs: Sequence[Job], address: str) -> ExitCode:
    """Have all shards read by a cluster, and say how far that is."""
    shared = jobs[0].shared
    by_key = {f"newscli-{job.key}": job for job in jobs if not _is_there(job)}
    done, code, begun = Counts(0, 0, 0), ExitCode.OK, time.monotonic()
    before = len(jobs) - len(by_key)
    workers = shared.jobs if shared.jobs > 1 else cores()
    with (
        closing(Messages(len(jobs), quiet=shared.quiet)) as messages,
        closing(deal_out(by_key, work, address, workers)) as results,
    ):
        for number, (job, result) in enumerate(results, before + 1):
            if isinstance(result, Counts):
                done = Counts._make(map(sum, zip(done, result, strict=True)))
            else:
                code = max(code, why_failed(job, result, messages))
            messages.progress(number, f"{done.articles} articles, {name_of(job.number)}")
    _tidy(jobs)
    also = f", {before} of them before" if before else ""
    _tell(shared, f"{len(jobs)} parts{also}: {_in_words(done, time.monotonic() - begun)}")
    return max(code, ExitCode.INPUT) if done.failures else code


def _is_there(job: Job) -> bool:
    return not is_remote(job.folder) and is_done(Path(job.folder) / name_of(job.number), job.key)


def why_failed(job: Job, result: Failure | Exception, messages: Messages) -> ExitCode:
    """Say why a shard has no part; the others have theirs."""
    if isinstance(result, Failure):
        messages.failure(
            name_of(job.number), result.message, result.hint, result.trace if job.shared.debug else ""
        )
        return result.code
    killed = type(result).__name__ == "KilledWorker"
    what = (
        "all workers that read it died" if killed else str(result).partition("\n")[0] or type(result).__name__
    )
    hint = "it may need more memory than workers have: use more --shards" if killed else ""
    messages.failure(name_of(job.number), what, hint or "the same command tries it again", "")
    return ExitCode.INPUT


def _tidy(jobs: Sequence[Job]) -> None:
    """Remove what killed workers left in the folder, of parts that are done."""
    folder = jobs[0].folder
    if is_remote(folder):
        return
    for left in Path(folder).glob(".part-*.parquet.*.tmp"):
        with suppress(OSError):
            if (left.parent / f"{left.name.partition('.parquet')[0].removeprefix('.')}.parquet").exists():
                os.unlink(left)  # noqa: PTH108 - as it was found


def _in_words(counts: Counts, seconds: float) -> str:
    rate = f", {counts.articles / seconds:.1f} a second" if counts.articles and seconds else ""
    failed = f", {counts.failures} failed" if counts.failures else ""
    return f"{counts.articles} articles, {counts.quotes} quotes{failed}; {duration(seconds)}{rate}"


def _tell(shared: Shared, words: str) -> None:
    if not shared.quiet:
        report_failure(words)
