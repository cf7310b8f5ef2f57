"""What the output goes to: standard output, a device or open file, or a file that appears whole."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Protocol, TextIO

from newscli.cli.part_file import PartFile, Progress
from newscli.cli.streams import text_stream
from newscli.cli.whole_file import WholeFile
from newscli.errors import OutputError, UsageError
from newscli.model import Analysis
from newscli.signals import held
from newscli.text.open_files import descriptor_behind


class PageFolder(Protocol):
    """A folder that takes pages."""

    def page(self, name: str) -> AbstractContextManager[TextIO]:
        """Open a page of this name, which is there whole or not at all."""


class EachFileOf(Protocol):
    """Files for inputs."""

    def write(
        self,
        analyses: Iterator[Analysis],
        write: Callable[[Iterator[Analysis], Analysis, Target], object],
        is_cut: Callable[[], bool],
    ) -> bool:
        """Write the analyses of each input into its file."""


@dataclass(slots=True)
class Target:
    """What the output goes to.

    Attributes:
        stream: Takes the output; None if standard output is closed.
        file: The path of a file that appears at the end; None for what is written as the output comes.
        part: That file, if its making can be gone on with.
        folder: The folder of pages that takes the output in place of a stream.
        each: Likewise, the files for each input.
        dropped: Whether that file is not to appear, and what is there is to stay.
    """

    stream: TextIO | None
    file: str | None = None
    part: PartFile | None = None
    folder: PageFolder | None = None
    each: EachFileOf | None = None
    dropped: bool = False

    def drop(self) -> None:
        """Leave what is there as it is; nothing is gone on with either."""
        self.dropped = True
        if self.part:
            self.part.progress = Progress()


@contextmanager
def open_target(
    path: str | None, inputs: Iterable[str], stdout: TextIO | None, run: str = ""
) -> Iterator[Target]:
    """Open the target: ``stdout`` for no path or ``-``, else the file.

    A regular file is there whole or not at all: if the block raises, or drops the target, what was there
    before stays. Devices, FIFOs and all open files of a process (``/dev/stdout``, ``/dev/fd/3``) are written
    as they are and never replaced: whoever holds them would write on into a file that nobody finds.

    Args:
        path: As the user gave it.
        inputs: Likewise; none of them is written.
        stdout: Standard output, None if it is closed.
        run: What makes this run, if a file's making is to be gone on with; see ``PartFile``.

    Raises:
        UsageError: If the file is one of the inputs, or what there is of it is another run's.
        OutputError: If the file cannot be created or put into its place.
    """
    if path is None or path == "-" or _is_same(path, stdout):
        yield Target(stdout)
        return
    with as_output_error(path):
        _refuse_inputs(path, inputs)
        special = _open_special(path)
    if special is not None:
        with special:
            yield Target(special)
        return
    with _whole(path, run) as target:
        yield target


@contextmanager
def _whole(path: str, run: str) -> Iterator[Target]:
    """Open a file that is put into its place unless the block raises or drops it."""
    with held(), as_output_error(path):
        part = PartFile(_place(path), run) if run else None
        file = part or WholeFile(_place(path))
    try:
        target = Target(file.stream, path, part)
        yield target
        if not target.dropped:
            with held(), as_output_error(path):
                file.put()
    finally:
        with held():
            file.clear()


@contextmanager
def as_output_error(path: str) -> Iterator[None]:
    """Turn what the operating system refuses into an error that names the file."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}", _way_out(error)) from error


def _way_out(error: OSError) -> str:
    """Return what a user can do about a file that cannot be written."""
    if isinstance(error, IsADirectoryError):
        return "to write a file for each input into a folder, end its name with /"
    if isinstance(error, FileNotFoundError):
        return "make its folder first: mkdir -p"
    if isinstance(error, PermissionError):
        return "write where you may: --output with another name"
    return "give --output another name, or free some room: df -h"


def _open_special(path: str) -> TextIO | None:
    """Open what is no file of its own, or an open file of a process; return None for a regular file.

    An open file of this process is written from where it is now, one of another process at its end.
    """
    open_file = descriptor_behind(path)
    if open_file is not None and open_file.is_own:
        return _duplicate(open_file.number)
    if _is_same(path, sys.stderr):
        return _duplicate(sys.stderr.fileno())
    mode = _mode(path)
    if open_file is None and (mode is None or S_ISREG(mode) or S_ISDIR(mode)):
        return None
    return text_stream(os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOCTTY", 0)))


def _duplicate(descriptor: int) -> TextIO:
    os.write(descriptor, b"")  # raises now if it is open for reading alone
    return text_stream(os.dup(descriptor))


def _mode(path: str) -> int | None:
    """Return the type and permissions of what is there, None if nothing is."""
    try:
        return os.stat(path).st_mode  # noqa: PTH116 - Path would drop a slash at the end
    except FileNotFoundError:
        return None


def _place(path: str) -> Path:
    """Return where a regular file is or will be, past all links."""
    if not path or path.endswith((os.sep, os.altsep or os.sep)):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return Path(os.path.realpath(path))


def _is_same(path: str, stream: TextIO | None) -> bool:
    """Return whether a path leads to what a stream is open on."""
    if stream is None:
        return False
    with suppress(OSError, ValueError):
        return os.path.samestat(Path(path).stat(), os.fstat(stream.fileno()))
    return False


def _refuse_inputs(path: str, inputs: Iterable[str]) -> None:
    target = Path(path)
    if not target.is_file():
        return
    for source in inputs:
        with suppress(OSError, ValueError):
            found = os.fstat(0) if source == "-" else Path(source).stat()
            if os.path.samestat(found, target.stat()):
                raise UsageError(f"the output {target} is one of the inputs", "give --output another name")
