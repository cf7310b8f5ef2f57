"""A path, standard input or a stream to bytes."""

from __future__ import annotations

import errno
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from newscli.errors import InputError
from newscli.limits import MAX_INPUT_BYTES

STDIN: Final = "-"

# The open files of a process as files: those of this one, and on Linux those of each by its number.
_OPEN_FILES: Final = re.compile(r"/dev/fd|(/proc/[0-9]+)(?:/task/[0-9]+)?/fd")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_MAX_LINKS: Final = 40  # as many as Linux follows


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open file of a process.

    Attributes:
        number: Its descriptor.
        is_own: Whether it is one of this process.
    """

    number: int
    is_own: bool


def descriptor_behind(path: str) -> OpenFile | None:
    """Return the open file that a path stands for (``/dev/stdout``, ``/dev/fd/3``), None for any other path.

    The links on the way are followed one by one: the last leads past the descriptor to what it is open on.
    """
    for _ in range(_MAX_LINKS):
        folder, name = os.path.split(path)
        folder = os.path.realpath(folder)
        found = _OPEN_FILES.fullmatch(folder)
        if found and _NUMBER.fullmatch(name):
            return OpenFile(int(name), not found[1] or found[1] == os.path.realpath("/proc/self"))
        try:
            path = os.path.join(folder, os.readlink(os.path.join(folder, name)))  # noqa: PTH115, PTH118
        except (OSError, ValueError):
            return None
    return None


def read_stdin() -> bytes:
    """Read standard input, which Python sets to None if it was closed."""
    if sys.stdin is None:
        raise InputError("is closed")
    return read_stream(sys.stdin.buffer)


def read_path(path: Path) -> bytes:
    """Read a file, and say in one line what keeps it from being read."""
    try:
        if path.is_dir():
            files = path / "*.txt"
            raise InputError("is a directory", f"name its files, for example: newscli quotes {files}")
        with _opened(path) as stream:
            return read_stream(stream)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None


def read_stream(stream: BinaryIO) -> bytes:
    """Read a stream to its end, or to the limit; wait where it has nothing yet."""
    chunks: list[bytes] = []
    left = MAX_INPUT_BYTES + 1
    try:
        # A raw stream may return less than asked for.
        while left > 0 and (chunk := stream.read(left)) != b"":
            # Whoever shares standard input may have made it non-blocking: None is not the end.
            if chunk is None:
                _wait_for(stream)
            else:
                chunks.append(chunk)
                left -= len(chunk)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    if left <= 0:
        raise InputError(f"is larger than {MAX_INPUT_BYTES // 1024**2} MB", "split it into single articles")
    return b"".join(chunks)


def _opened(path: Path) -> BinaryIO:
    """Open a file; what is open already and cannot be opened by its path, a socket, is read as it is."""
    try:
        return path.open("rb")
    except OSError as error:
        open_file = descriptor_behind(str(path)) if error.errno == errno.ENXIO else None
        if open_file is None or not open_file.is_own:
            raise
        return os.fdopen(os.dup(open_file.number), "rb")


def _wait_for(stream: BinaryIO) -> None:
    """Wait until there is more to read."""
    from selectors import EVENT_READ, DefaultSelector

    try:
        descriptor = stream.fileno()
    except OSError:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from None
    with DefaultSelector() as selector:
        selector.register(descriptor, EVENT_READ)
        selector.select()


def _unreadable(error: OSError | ValueError) -> InputError:
    """Say what an operating system's error means for the user."""
    if not isinstance(error, OSError):  # NUL in a path, a closed stream
        return InputError(f"cannot be read: {error}")
    if error.errno == errno.ENOENT:
        return InputError("no such file")
    if error.errno == errno.EACCES:
        return InputError("permission denied", "check who may read it: ls -l")
    return InputError(f"cannot be read: {error.strerror or type(error).__name__}")
