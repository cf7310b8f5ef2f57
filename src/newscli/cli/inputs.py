"""What a run reads: the files that were named, listed and found in folders, and the articles in them."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from newscli.analysis.pipeline import Options, Part
from newscli.cli.jobs import Task, is_regular
from newscli.cli.messages import Messages
from newscli.cli.options import Shared
from newscli.errors import InputError, NewscliError, UsageError, internal_error
from newscli.limits import MAX_LIST_BYTES
from newscli.text.containers import Container
from newscli.text.containers.kinds import COLLECTION_SUFFIXES, READABLE_SUFFIXES, suffix_of
from newscli.text.containers.pieces import Fields, Piece
from newscli.text.files import STDIN, opened

# What holds one article is read where it is analysed, if any process can open it.
_READ_BY_WORKERS: Final = frozenset({"article", "mail", "captions"})
_SHOWN_SUFFIXES: Final = 5


def all_files(shared: Shared, messages: Messages) -> list[str]:
    """Return the inputs in their order: those named, then those listed; a folder as the files in it.

    Raises:
        UsageError: If there is no input, the list cannot be read, or standard input is asked for twice.
    """
    listed = [name for path in shared.files_from or () for name in _listed(path)]
    named = [*shared.files, *listed]
    if [*shared.files, *(shared.files_from or ())].count(STDIN) > 1:
        raise UsageError("standard input can be read only once", "write - at most once")
    if not shared.recursive:
        return named
    return [file for name in named for file in (_within(name, messages) if _is_folder(name) else (name,))]


def _listed(path: str) -> list[str]:
    """Return the paths that a file lists: one a line, or as ``find -print0`` writes them."""
    try:
        with opened(path) as (stream, _):
            data = stream.read(MAX_LIST_BYTES + 1)
    except InputError as error:
        raise UsageError(
            f"--files-from: {path}: {error.message}", error.hint.replace("COMMAND", "")
        ) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"--files-from: {path}: cannot be read: {error}", "name a list of paths") from None
    if len(data) > MAX_LIST_BYTES:
        raise UsageError(
            f"--files-from: {path}: is larger than {MAX_LIST_BYTES // 1024**2} MB",
            "split it: --files-from may be given several times",
        )
    border = b"\0" if b"\0" in data else b"\n"
    lines = (
        os.fsdecode(line.removesuffix(b"\r") if border == b"\n" else line) for line in data.split(border)
    )
    found = [line for line in lines if line.strip()]
    if not found:
        raise UsageError(f"--files-from: {path}: lists no file", "one path a line, or as find -print0 writes")
    return found


def _is_folder(name: str) -> bool:
    with suppress(OSError, ValueError):
        return name != STDIN and stat.S_ISDIR(os.stat(name).st_mode)  # noqa: PTH116 - a name may be too long
    return False


def _within(folder: str, messages: Messages) -> Iterator[str]:
    """Yield the files below a folder whose names newscli knows, sorted; no link to a folder is followed."""
    passed: dict[str, int] = {}
    found = False
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            if suffix_of(name) in READABLE_SUFFIXES:
                found = True
                yield str(Path(path) / name)
            else:
                suffix = suffix_of(name) or "no suffix"
                passed[suffix] = passed.get(suffix, 0) + 1
    if passed:
        usual = sorted(passed, key=lambda suffix: (-passed[suffix], suffix))[:_SHOWN_SUFFIXES]
        count = sum(passed.values())
        files_ = "1 file" if count == 1 else f"{count} files"
        messages.warning(
            folder, f"{files_} passed over, whose names newscli does not know: {', '.join(usual)}"
        )
    if not found:
        yield folder


class Articles:
    """The articles of the inputs as tasks, and what is to be told of an input that was read.

    Args:
        files: The inputs.
        shared: The options of all commands.
        want: The parts of the analysis.
        options: How to analyse.
        messages: Takes what is to be told.
        opening: Opens an input.

    Attributes:
        several: Whether an input was met that may hold several articles.
    """

    def __init__(
        self,
        files: Sequence[str],
        shared: Shared,
        want: tuple[Part, ...],
        options: Options,
        messages: Messages,
        opening: Callable[[str], AbstractContextManager[tuple[BinaryIO, str]]] = opened,
    ) -> None:
        self._opening = opening
        self._files = files
        self._messages = messages
        fields = Fields(shared.text_field, shared.id_field, shared.title_field, shared.date_field)
        self.several = False
        self._tasks = self._all()
        self._stream: BinaryIO | None = None
        self._task = Task("", shared.encoding, want, options, shared.repair, fields)

    @property
    def numbered(self) -> bool:
        """Whether a file may hold several articles: the head of a single file decides, else the names."""
        if len(self._files) > 1:
            return any(suffix_of(name) in COLLECTION_SUFFIXES for name in self._files)
        first = next(self._tasks, None)
        if first is None:
            return False
        self._tasks = _put_back(first, self._tasks)
        if isinstance(first.piece, Piece):
            return first.piece.id is not None
        return first.piece is not None and suffix_of(first.file) in COLLECTION_SUFFIXES

    @property
    def position(self) -> int:
        """How many bytes of the input were read that articles are being cut out of, 0 if there is none."""
        with suppress(OSError, ValueError):  # a pipe, or closed
            return self._stream.tell() if self._stream else 0
        return 0

    def tasks(self) -> Generator[Task, None, None]:
        """Yield a task for each article, in order; what cannot be read is a task that fails.

        A file that holds several articles is cut as it is read.
        """
        return self._tasks

    def _all(self) -> Generator[Task, None, None]:
        for number, file in enumerate(self._files, 1):
            self._messages.progress(number, file)
            task = replace(self._task, file=file, number=number)
            # A pipe is opened when its turn has come; if nothing follows it, its articles can be shared.
            if number < len(self._files) and not is_regular(file):
                yield task
            else:
                yield from self.cut(task)

    def cut(self, task: Task) -> Iterator[Task]:
        """Yield the tasks of an input, one that fails if it cannot be read."""
        if task.piece is not None:
            yield task
            return
        try:
            yield from self._of(task)
        except NewscliError as error:
            yield replace(task, piece=error)
        except Exception as error:  # noqa: BLE001 - a bug in one input costs no other
            bug = internal_error(error)
            bug.__cause__ = error
            yield replace(task, piece=bug)

    def _of(self, task: Task) -> Iterator[Task]:
        with self._opening(task.file) as (stream, name):
            self._stream = stream
            container = Container(stream, name, task.fields, task.encoding)
            if container.kind in _READ_BY_WORKERS and is_regular(task.file):
                yield task
                return
            self.several = self.several or container.several
            told = 0
            for piece in container.pieces():
                for note in container.notes[told:]:
                    self._messages.warning(task.file, note)
                    told += 1
                yield replace(task, piece=piece)


def _put_back(first: Task, others: Generator[Task, None, None]) -> Generator[Task, None, None]:
    """Yield a task that was taken already, then the others; closing this closes them."""
    with closing(others):
        yield first
        yield from others
