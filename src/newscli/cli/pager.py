"""A long report page by page, as git shows what is higher than the screen."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from shutil import which
from typing import Final, TextIO, cast

from newscli.cli.streams import text_stream
from newscli.signals import held

# Keep colours, and leave the screen as it was left by others; git's own.
_OF_LESS: Final = {"LESS": "FRX", "LV": "-c"}
_WITHOUT: Final = frozenset({"", "cat"})


def pager_command(variables: Mapping[str, str]) -> str | None:
    """Return the command that shows text page by page: ``$PAGER``, else less; None for none."""
    if variables.get("TERM", "dumb") == "dumb":
        return None
    if "PAGER" in variables:
        command = variables["PAGER"].strip()
        return None if command in _WITHOUT else command
    return "less" if which("less") else None


class _Paged(io.TextIOBase):
    """Holds what fits on the screen, and starts the pager as soon as there is more."""

    def __init__(self, out: TextIO, command: str, begin: Callable[[], None]) -> None:
        super().__init__()
        self._out = out
        self._command = command
        self._begin = begin
        self._held: list[str] = []
        self._room = os.get_terminal_size(out.fileno()).lines - 1
        self._pager: subprocess.Popen[bytes] | None = None
        self._pipe: TextIO | None = None

    def fileno(self) -> int:
        """Return the descriptor that is written."""
        return (self._pipe or self._out).fileno()

    def isatty(self) -> bool:
        """Return that a person reads it."""
        return True

    def write(self, text: str, /) -> int:
        """Write, or hold what may yet fit on the screen."""
        if self._pipe is not None:
            return self._pipe.write(text)
        self._held.append(text)
        self._room -= text.count("\n")
        if self._room < 0:
            self._start()
        return len(text)

    def flush(self) -> None:
        """Pass on what the pager shall show; what is held waits."""
        if (
            self._pipe is not None and not self._pipe.closed
        ):  # Python 3.14 flushes what it finalizes, and tells
            self._pipe.flush()

    def end(self) -> None:
        """Write what was held, or wait until the reader leaves the pager."""
        if self._pager is None:
            self._out.write("".join(self._held))
            self._out.flush()
            return
        if self._pipe is not None:
            with suppress(OSError):  # the reader has left
                self._pipe.close()
        while True:
            with suppress(KeyboardInterrupt):  # it is the pager's as long as that is there
                self._pager.wait()
                return

    def _start(self) -> None:
        self._begin()
        self._pager = subprocess.Popen(  # noqa: S602 - the user's own command, run by a shell as git does
            self._command,
            shell=True,
            stdin=subprocess.PIPE,
            stdout=self._out.fileno(),
            env={**_OF_LESS, **os.environ},
        )
        if self._pager.stdin is not None:
            self._pipe = text_stream(os.dup(self._pager.stdin.fileno()))
            self._pager.stdin.close()
            self._pipe.write("".join(self._held))


@contextmanager
def paged(out: TextIO | None, *, wanted: bool, begin: Callable[[], None]) -> Iterator[TextIO | None]:
    """Give a stream whose text a pager shows if it is higher than the screen.

    Args:
        out: A terminal.
        wanted: Whether a pager may be used; if not, the stream is given itself.
        begin: Called before the pager takes the screen.
    """
    command = pager_command(os.environ) if wanted and sys.platform != "win32" else None
    if out is None or command is None:
        yield out
        return
    stream = _Paged(out, command, begin)
    try:
        yield cast("TextIO", stream)
    finally:
        with held():
            stream.end()
