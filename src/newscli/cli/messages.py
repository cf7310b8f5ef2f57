"""What a run says on standard error: failures, warnings, notes and progress."""

from __future__ import annotations

import sys
import time
from typing import Final
from unicodedata import east_asian_width

from newscli.cli.context import decide_width
from newscli.cli.streams import complain, is_terminal
from newscli.render.sanitize import safe

# The eye follows no faster, and each update costs a write.
_SECONDS_BETWEEN_UPDATES: Final = 0.1
# Of a file in the line of progress.
_NAME_CELLS: Final = 40
_WIDE: Final = frozenset("WF")  # East Asian widths that fill two columns of a terminal


def report_failure(message: str, hint: str = "", file: str | None = None) -> None:
    """Write one line that says what failed and where, and one with the hint if there is one."""
    where = f"{_name(file)}: " if file is not None else ""
    complain(f"newscli: {where}{safe(message)}")
    if hint:
        complain(f"  hint: {safe(hint)}")


def _name(file: str) -> str:
    return "standard input" if file == "-" else safe(file)


def _end(name: str, cells: int) -> str:
    """Return a name, or as much of its end behind "…" as fits into so many columns of a terminal."""
    shown: list[str] = []
    for char in reversed(name):
        cells -= 2 if east_asian_width(char) in _WIDE else 1
        if cells < (len(shown) < len(name) - 1):
            return "…" + "".join(reversed(shown))
        shown.append(char)
    return name


class Messages:
    """The voice of a run over several inputs.

    On a terminal a line shows which input is being read. It is erased before anything else is said.

    Args:
        total: The number of inputs, which may be set later; a single one needs no progress.
        quiet: Whether to keep to failures.
    """

    def __init__(self, total: int, *, quiet: bool) -> None:
        self.total = total
        self._quiet = quiet
        self._watched = is_terminal(sys.stderr)
        self._progress_shown = False
        self._next_update = 0.0

    @property
    def watched(self) -> bool:
        """Whether somebody sees the line of progress."""
        return self._watched and not self._quiet

    def progress(self, number: int, file: str) -> None:
        """Show that the input of this number, from 1, is being read."""
        if self.total > 1:
            self.status(f"{number}/{self.total} ", _name(file))

    def status(self, count: str, name: str) -> None:
        """Show on a terminal how far the run has come, and the end of the name of what it is at."""
        now = time.monotonic()
        if not self.watched or now < self._next_update:
            return
        self._next_update = now + _SECONDS_BETWEEN_UPDATES
        # A line that fills the terminal wraps, and then it cannot be erased.
        room = decide_width(None, {}, sys.stderr) - 1
        cells = min(_NAME_CELLS, max(room - len(count), 0))
        complain(f"\r\x1b[K{count[:room]}{_end(name, cells) if cells else ''}", end="")
        self._progress_shown = True

    def close(self) -> None:
        """Erase the line of progress, if there is one."""
        if self._progress_shown:
            complain("\r\x1b[K", end="")
            self._progress_shown = False

    def failure(self, file: str, message: str, hint: str, trace: str = "") -> None:
        """Report that an input failed, with the traceback if there is one to show."""
        self.close()
        if trace:
            complain(safe(trace, single_line=False, isolates=False), end="")
        report_failure(message, hint, file)

    def warning(self, file: str, message: str) -> None:
        """Say what is odd about an input, unless quiet."""
        if not self._quiet:
            self.close()
            complain(f"newscli: {_name(file)}: {safe(message)}")

    def note(self, file: str, message: str) -> None:
        """Say something about the output to a person, not to a log."""
        if self._watched:
            self.warning(file, message)
