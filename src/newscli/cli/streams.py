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
from typing import Any, TextIO

from newscli.errors import OutputError

# Windows alone reports EINVAL if a pipe's reader has gone; elsewhere it is a failure like any other.
_CLOSED_PIPE = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)


def prepare_streams() -> None:
    """Make standard output and error write as ``text_stream`` says, whatever the locale and who shares them.

    A descriptor that is closed is opened on the null device: the next file would get its number
    otherwise, and receive what a library writes to standard error.
    """
    for descriptor in range(3):
        _open_if_closed(descriptor)
    sys.stdout, sys.stderr = _prepared(sys.stdout), _prepared(sys.stderr)


class PatientFile(io.FileIO):
    """A descriptor to write to that takes all it is given, if need be as slowly as its reader reads.

    Whoever shares a pipe or a terminal with newscli may have made it non-blocking. Its writes then fail
    while it is full, in the midst of a record.
    """

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - any buffer, for which Python 3.10 has no name
        """Write bytes, and return how many have been taken."""
        while (written := super().write(data)) is None:
            wait_for(self.fileno())
        return written


def wait_for(descriptor: int) -> None:
    """Wait until a descriptor takes more."""
    from selectors import EVENT_WRITE, DefaultSelector

    with DefaultSelector() as selector:
        selector.register(descriptor, EVENT_WRITE)
        selector.select()


def text_stream(descriptor: int, *, closefd: bool = True, line_buffering: bool = False) -> TextIO:
    """Return a stream that writes UTF-8 with bare line feeds to a descriptor.

    What UTF-8 cannot hold (half a surrogate pair of an undecodable file name) is written as an escape.
    """
    buffer = io.BufferedWriter(PatientFile(descriptor, "w", closefd=closefd))
    return io.TextIOWrapper(
        buffer, encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=line_buffering
    )


def _prepared(stream: TextIO) -> TextIO:
    """Return a standard stream as ``text_stream`` makes them; what stands in for one is set up alike.

    A new one, because the old one counts as written, under PYTHONUNBUFFERED, what a signal kept it from
    writing.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    raw = getattr(stream.buffer, "raw", stream.buffer)
    if isinstance(raw, io.FileIO):
        return text_stream(raw.fileno(), closefd=False, line_buffering=stream.line_buffering)
    stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


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
        raise OutputError("standard output is closed", "write to a file: --output FILE")
    try:
        write(out)
        out.flush()
    except OSError as error:
        silence(out)
        if error.errno in _CLOSED_PIPE:
            return False
        raise OutputError(
            f"cannot write the output: {error.strerror}", "write elsewhere: --output FILE"
        ) from error
    return True


def silence(out: TextIO | None) -> None:
    """Point a stream's descriptor at the null device, so that its flush at exit cannot fail again."""
    if out is None:
        return
    with suppress(OSError, ValueError):  # a stream without a descriptor has no flush at exit either
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, out.fileno())
        os.close(null)


def give_up_messages() -> None:
    """See to it that what nobody could read on standard error does not fail once more at exit."""
    if sys.stderr is not None:
        try:
            sys.stderr.flush()
        except (OSError, ValueError):
            silence(sys.stderr)


def complain(text: str, end: str = "\n") -> None:
    """Write to standard error; if that is closed or full, nobody is left to read it."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text + end)
            sys.stderr.flush()
