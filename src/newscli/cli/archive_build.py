"""``newscli archive build``: read the articles that an archive does not have yet, and write what they say."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from newscli.analysis.pipeline import Options, Part
from newscli.archive.database import building
from newscli.archive.datasette import check_metadata, write_metadata
from newscli.archive.keys import content_key, model_version
from newscli.archive.parts import is_part, read_part
from newscli.archive.rows import ArticleRows, FailureRow, clean, rows_of
from newscli.archive.speakers import merge_speakers, read_chosen
from newscli.archive.writer import Writer
from newscli.cli.archive_progress import BuildMessages, Log
from newscli.cli.inputs import Articles, all_files
from newscli.cli.jobs import Failure, Task, failure_of, is_regular, perform, work_through
from newscli.cli.messages import duration, report_failure
from newscli.cli.options import Shared
from newscli.errors import ExitCode, ModelError, NewscliError, UsageError
from newscli.limits import MAX_INPUT_BYTES
from newscli.signals import Stopped, heed, held, postpone, released
from newscli.text.containers.pieces import Piece
from newscli.text.decode import find_encoding
from newscli.text.files import opened, read_some

# What an archive has of an article.
PARTS: Final[tuple[Part, ...]] = ("quotes", "entities", "sources")


def build(
    path: str,
    shared: Shared,
    *,
    log: str | None = None,
    datasette: bool = False,
    aliases: str | None = None,
) -> ExitCode:
    """Add to an archive what the inputs hold that it does not have.

    Args:
        path: The archive, which is made if there is none.
        shared: The inputs, and how to read them.
        log: A file to which events are appended.
        datasette: Write what Datasette shows of the archive beside it.
        aliases: A file in which the user says who is who.

    Raises:
        UsageError: If the archive is one of the inputs, ``aliases`` cannot be read, or another run builds it.
        InputError: If what is there is no archive, or one of another schema.
        ModelError: If a model file is broken.
        OutputError: If the archive or the log cannot be written.
    """
    if shared.encoding is not None:
        find_encoding(shared.encoding)
    if datasette:
        check_metadata(path)
    chosen = None if aliases is None else read_chosen(aliases)
    messages = BuildMessages(quiet=shared.quiet)
    files = all_files(shared, messages)
    _refuse_itself(path, files)
    parts = {file: None for file in files if is_part(file)}
    others = [file for file in files if file not in parts]
    articles = Articles(others, shared, PARTS, Options(), messages)
    messages.follow(others, articles)
    with held(), closing(Log(log)) as record:
        with building(path) as connection:
            work = _Build(path, shared, articles, messages, Writer(connection), record, tuple(parts))
            record.note("start", path, f"{len(files)} inputs, {model_version()}")
            work.run()
            if work.ended:
                for name in merge_speakers(connection, chosen):
                    messages.warning(str(aliases), f"no article has a speaker called {name}")
        if datasette:
            write_metadata(path)
        work.sum_up()
        heed()  # a signal ends the run here, when all that was read is written
        if work.broken_model:
            raise work.broken_model
    return work.code


def _refuse_itself(path: str, files: Iterable[str]) -> None:
    """Refuse an archive that is one of the inputs: an article would be written over."""
    for file in files:
        if is_regular(file) and Path(path).exists() and Path(path).samefile(file):
            raise UsageError(
                f"the archive {path} is one of the inputs",
                "the archive comes first: newscli archive build DB FILE...",
            )


@dataclass(slots=True)
class _Build:
    """The articles on their way into an archive, and what was met on the way.

    Attributes:
        known: How many articles the archive had already.
        added: How many were read.
        failed: How many could not be read.
        in_hand: The hashes of those that are being read: if one comes twice, the first is read.
    """

    path: str
    shared: Shared
    articles: Articles
    messages: BuildMessages
    writer: Writer
    log: Log
    parts: Sequence[str] = ()
    known: int = 0
    added: int = 0
    failed: int = 0
    code: ExitCode = ExitCode.OK
    ended: bool = False
    broken_model: ModelError | None = None
    in_hand: set[str] = field(default_factory=set)
    file: int = 0
    begun: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        """Read all that is new, and commit it, also if a signal ends the run."""
        tasks = self.articles.tasks()
        outcomes = self._outcomes(tasks)
        with closing(self.messages), closing(tasks), closing(outcomes):
            while not self.broken_model:
                try:
                    with released():
                        heed()
                        found = next(outcomes, None)
                except Stopped as stop:
                    postpone(stop)
                    break
                if found is None:
                    self.ended = True
                    break
                self._take(*found)
            self.writer.finish()

    def _outcomes(self, tasks: Iterable[Task]) -> Generator[tuple[Task, ArticleRows | Failure], None, None]:
        """Yield what parts hold that the archive does not have, and then what the articles say."""
        for path in self.parts:
            self.writer.forget_failures(clean(path))
            part = Task(path, None, PARTS, Options())
            try:
                for rows in read_part(path):
                    if isinstance(rows, FailureRow):
                        self._note(rows, "")
                    elif self.writer.reads_as(rows.article.content) in {rows.article.model, model_version()}:
                        self.known += 1
                    else:
                        yield part, rows
            except NewscliError as error:
                yield part, failure_of(error)
        with closing(work_through(self.new(tasks), self.shared.jobs, self._cut, read_rows)) as outcomes:
            yield from outcomes

    def new(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Yield the tasks that are to be done, each with its key."""
        for task in tasks:
            if task.number != self.file:
                self.file = task.number
                self.writer.forget_failures(clean(task.file))
            known = keyed(task)
            if known.key in self.in_hand or (
                known.key and self.writer.reads_as(known.key) == model_version()
            ):
                self.known += 1
                self.messages.advance(self.added, self.known)
                continue
            if known.key:
                self.in_hand.add(known.key)
            yield known

    def _cut(self, task: Task) -> Iterator[Task]:
        return self.new(self.articles.cut(task))

    def _take(self, task: Task, outcome: ArticleRows | Failure) -> None:
        if isinstance(outcome, Failure):
            self._fail(task, outcome)
        else:
            self.writer.add(outcome)
            self.added += 1
        self.in_hand.discard(task.key)
        self.messages.advance(self.added, self.known)
        self.log.progress(self.path, self.added, self.known, self.failed)

    def _fail(self, task: Task, failure: Failure) -> None:
        if failure.code is ExitCode.MODEL:
            self.broken_model = ModelError(failure.message, failure.hint)
            return
        row = failure_row(task, failure, "archive build DB")
        self._note(row, failure.trace if self.shared.debug else "")

    def _note(self, row: FailureRow, trace: str) -> None:
        self.writer.fail(row)
        self.failed += 1
        self.code = max(self.code, ExitCode(row.code))
        self.messages.failure(row.file, row.message, row.hint, trace)
        self.log.note("failed", row.file, row.message)

    def sum_up(self) -> None:
        """Say how many articles the run has met, and how far it came if it did not come to the end."""
        seconds = time.monotonic() - self.begun
        rate = f", {self.added / seconds:.1f} a second" if self.added else ""
        replaced = f" ({self.writer.replaced} read by another version before)" if self.writer.replaced else ""
        told = (
            f"{self.added} articles read{replaced}, {self.known} known already, {self.failed} failed;"
            f" {duration(seconds)}{rate}"
        )
        self.log.note("end" if self.ended else "stopped", self.path, told)
        if not self.shared.quiet:
            report_failure(told, file=self.path)
        if not self.ended and not self.broken_model:
            report_failure("stopped before the end", "the same command goes on from there")


def read_rows(task: Task) -> ArticleRows | Failure:
    """Read an article and return its rows; whatever goes wrong with it is the result."""
    outcome = perform(task)
    if isinstance(outcome, Failure):
        return outcome
    try:
        return rows_of(outcome, task.key, model_version())
    except Exception as error:  # noqa: BLE001 - a bug in one article costs no other
        return failure_of(error)


def failure_row(task: Task, failure: Failure, command: str) -> FailureRow:
    """Return the row of an article, or an input, that could not be read."""
    article = "" if not isinstance(task.piece, Piece) or task.piece.id is None else str(task.piece.id)
    hint = clean(failure.hint.replace("COMMAND", command))
    return FailureRow(clean(task.file), clean(article), clean(failure.message), hint, failure.code)


def keyed(task: Task) -> Task:
    """Return a task with the hash of its article; one that cannot be had yet, or at all, has none."""
    piece = task.piece
    if piece is None and is_regular(task.file):
        try:
            piece = Piece(_bytes_of(task.file), original=True)
        except NewscliError as error:
            return replace(task, piece=error)
    if not isinstance(piece, Piece):
        return task
    return replace(task, key=content_key(piece, encoding=task.encoding, repair=task.repair))


def _bytes_of(file: str) -> bytes:
    """Return what a file holds, or one byte more than an article may have."""
    with opened(file) as (stream, _):
        return read_some(stream, MAX_INPUT_BYTES + 1)
