"""The standard streams: how they are set up, written to and given up.

``newscli --version`` imports this module and little else: it stays light.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO, cast

from newscli.errors import OutputError

# Windows reports EINVAL if a pipe's reader has gone.
_CLOSED_PIPE = (errno.EPIPE, errno.EINVAL)


def prepare_streams() -> None:
    """Make standard output and error write UTF-8 with bare line feeds, whatever the locale says.

    What UTF-8 cannot hold (half a surrogate pair of an undecodable file name) is written as an escape. A
    descriptor that is closed is opened on the null device: the next file would get its number
    otherwise, and receive what a library writes to standard error.
    """
    for descriptor in range(3):
        _open_if_closed(descriptor)
    if isinstance(sys.stdout, io.TextIOWrapper) and isinstance(sys.stdout.buffer, io.RawIOBase):
        # PYTHONUNBUFFERED: such a stream counts as written what a signal kept it from writing.
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(cast("io.RawIOBase", sys.stdout.detach())))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _open_if_closed(descriptor: int) -> None:
    try:
        os.fstat(descriptor)
    except OSError:
        os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is open and a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed by somebody after the start
        return False


def emit(write: Callable[[TextIO], object], out: TextIO | None) -> bool:
    """Run what writes to ``out``, and flush it here, because a failure can still be reported.

    Returns:
        Whether all was written; False if the reader closed the pipe, which is not an error.

    Raises:
        OutputError: If the stream is closed, the disk is full, or another write fails.
    """
    if out is None:
        raise OutputError("standard output is closed")
    try:
        write(out)
        out.flush()
    except OSError as error:
        silence(out)
        if error.errno in _CLOSED_PIPE:
            return False
        raise OutputError(f"cannot write the output: {error.strerror}") from error
    return True


def silence(out: TextIO | None) -> None:
    """Point a stream's descriptor at the null device, so that its flush at exit cannot fail again."""
    if out is None:
        return
    with suppress(OSError, ValueError):  # a stream without a descriptor has no flush at exit either
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, out.fileno())
        os.close(null)


def complain(text: str, end: str = "\n") -> None:
    """Write to standard error; if that is closed or full, nobody is left to read it."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text + end)
            sys.stderr.flush()
