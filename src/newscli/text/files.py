"""A path, standard input or a stream to bytes.

In a hint, ``COMMAND`` stands for the command that the user has typed.
"""

from __future__ import annotations

import errno
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from newscli.errors import InputError, UsageError
from newscli.text.open_files import open_path, wait_to_read

STDIN: Final = "-"
# Of a folder, for a name that is nearly right; more of a longer name would be compared for nothing.
MAX_NAMES_COMPARED: Final = 1_000
MAX_NAME_CHARS: Final = 100
_URL: Final = re.compile(r"(?:https?|ftp)://\S", re.IGNORECASE)


class Readable(Protocol):
    """What bytes are read from; None is read where there are none yet."""

    def read(self, size: int, /) -> bytes | None:
        """Return up to so many bytes, none at the end."""


@contextmanager
def opened(source: str | os.PathLike[str] | BinaryIO) -> Iterator[tuple[BinaryIO, str]]:
    """Open a path, or ``-`` for standard input; give the stream and its name, ``-`` for one without.

    A stream that is given is not closed.

    Raises:
        InputError: If it cannot be opened.
        UsageError: If it is neither.
    """
    if not isinstance(source, (str, os.PathLike)):
        if not hasattr(source, "read") or isinstance(source, io.TextIOBase):
            raise UsageError(
                f"{type(source).__name__} is no path and no stream of bytes",
                'give a path, or a stream: open(path, "rb"), io.BytesIO(data); newscli.parse takes a string',
            )
        yield source, STDIN
        return
    path = os.fspath(source)
    if path == STDIN:
        if sys.stdin is None:  # Python's answer to one that was closed
            raise InputError("is closed", "name a file, or open it: newscli COMMAND < FILE")
        yield sys.stdin.buffer, STDIN
        return
    stream = _open(path)
    with stream:
        yield stream, path


def _open(path: str) -> BinaryIO:
    """Open a file, and say in one line what keeps it from being read."""
    try:
        if Path(path).is_dir():
            raise InputError(
                "is a directory", f"read all in it: newscli COMMAND --recursive {shlex.quote(path)}"
            )
        return open_path(Path(path))
    except FileNotFoundError:
        if _URL.match(path):
            raise InputError(
                "is an address, and newscli reads files", f"curl -sL {shlex.quote(path)} | newscli COMMAND"
            ) from None
        raise InputError("no such file", _near(path)) from None
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None


def _near(path: str) -> str:
    """Return which file of the same folder may be meant by the name of none, or where it was looked for."""
    from difflib import get_close_matches

    wanted = Path(path)
    with suppress(OSError, ValueError), os.scandir(wanted.parent) as entries:
        names = [entry.name for entry in islice(entries, MAX_NAMES_COMPARED)]
        if near := get_close_matches(wanted.name[:MAX_NAME_CHARS], names, n=1):
            return f"did you mean {shlex.quote(str(wanted.parent / near[0]))}?"
        return "check its name: ls shows what there is"
    return "check the folder in its path: there is none of that name"


def read_some(stream: Readable, size: int) -> bytes:
    """Return up to so many bytes, none at the end.

    Raises:
        InputError: If the stream cannot be read.
    """
    try:
        # Whoever shares standard input may have made it non-blocking: None is not the end.
        while (chunk := stream.read(size)) is None:
            wait_to_read(stream)
        return chunk
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None


def _unreadable(error: OSError | ValueError) -> InputError:
    """Say what an operating system's error means for the user."""
    if not isinstance(error, OSError):  # NUL in a path, a closed stream
        return InputError(f"cannot be read: {error}", "check its name")
    if error.errno == errno.EACCES:
        return InputError("permission denied", "check who may read it: ls -l")
    return InputError(
        f"cannot be read: {error.strerror or type(error).__name__}", "copy it elsewhere, and try that"
    )
