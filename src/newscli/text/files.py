"""A path, standard input or a stream to bytes."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import BinaryIO, Final

from newscli.errors import InputError
from newscli.limits import MAX_INPUT_BYTES
from newscli.text.open_files import open_path, wait_to_read

STDIN: Final = "-"


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
        with open_path(path) as stream:
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
                wait_to_read(stream)
            else:
                chunks.append(chunk)
                left -= len(chunk)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    if left <= 0:
        raise InputError(f"is larger than {MAX_INPUT_BYTES // 1024**2} MB", "split it into single articles")
    return b"".join(chunks)


def _unreadable(error: OSError | ValueError) -> InputError:
    """Say what an operating system's error means for the user."""
    if not isinstance(error, OSError):  # NUL in a path, a closed stream
        return InputError(f"cannot be read: {error}")
    if error.errno == errno.ENOENT:
        return InputError("no such file")
    if error.errno == errno.EACCES:
        return InputError("permission denied", "check who may read it: ls -l")
    return InputError(f"cannot be read: {error.strerror or type(error).__name__}")
