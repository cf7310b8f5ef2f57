"""What is open already: descriptors that have a path, and streams that others have made non-blocking."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

# The open files of a process as files: those of this one, and on Linux those of each by its number.
_OPEN_FILES: Final = re.compile(r"/dev/fd|(/proc/[0-9]+)(?:/task/[0-9]+)?/fd")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_MAX_LINKS: Final = 40  # as many as Linux follows


class OpenFile(NamedTuple):
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


def open_path(path: Path) -> BinaryIO:
    """Open a file; what is open already and cannot be opened by its path, a socket, is read as it is.

    Raises:
        OSError: If there is no such file, or it cannot be opened.
        ValueError: If no file can have the name.
    """
    try:
        return path.open("rb")
    except OSError as error:
        open_file = descriptor_behind(str(path)) if error.errno == errno.ENXIO else None
        if open_file is None or not open_file.is_own:
            raise
        return os.fdopen(os.dup(open_file.number), "rb")


def wait_to_read(stream: object) -> None:
    """Wait until there is more to read in a stream that does not block.

    Raises:
        OSError: If it cannot be waited for.
    """
    from selectors import EVENT_READ, DefaultSelector

    try:
        descriptor = stream.fileno()  # type: ignore[attr-defined]
    except (AttributeError, OSError):
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from None
    with DefaultSelector() as selector:
        selector.register(descriptor, EVENT_READ)
        selector.select()
