"""What a run says on standard error: failures, warnings, notes and progress."""

from __future__ import annotations

import sys
import time
from typing import Final
from unicodedata import east_asian_width

from newscli.cli.context import terminal_columns
from newscli.cli.streams import complain, is_terminal
from newscli.render.sanitize import safe

# The eye follows no faster, and each update costs a write.
_SECONDS_BETWEEN_UPDATES: Final = 0.1
# Of a file in the line of progress.
_NAME_CELLS: Final = 40
_LEAST_NAME_CELLS: Final = 12  # a name that is cut shorter says less than the pace
# So many inputs and seconds tell how fast the others will be read.
_SURE_INPUTS: Final = 3
_SURE_SECONDS: Final = 1.0
_FEW_SECONDS: Final = 10
_MINUTE: Final = 60
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


def duration(seconds: float) -> str:
    """Return a time as people say it: "0.4 s", "12 s", "5 min", "3 h 20 min"."""
    if seconds < _FEW_SECONDS:
        return f"{seconds:.1f} s"
    if seconds < 2 * _MINUTE:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


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
        self._begun = time.monotonic()
        self._done = 0
        self._first = 1

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
        room = terminal_columns(sys.stderr) - 1
        pace = self._pace()
        pace = pace if len(count) + len(pace) + _LEAST_NAME_CELLS <= room else ""
        cells = min(_NAME_CELLS, room - len(count) - len(pace))
        if cells > 0:
            complain(f"\r\x1b[K{count}{pace}{_end(name, cells)}", end="")
            self._progress_shown = True

    def done(self, number: int) -> None:
        """Note that all inputs up to this number are done."""
        self._done = max(self._done, number)

    def go_on(self, number: int) -> None:
        """Note that the inputs before this number were done by another run."""
        self._first, self._done = number, number - 1

    def hush(self) -> None:
        """Show no more progress: somebody else has the terminal."""
        self.close()
        self._watched = False

    def _pace(self) -> str:
        """Return how many inputs are done in a second, and how long the rest will take, if that is known."""
        seconds, done = self.seconds(), self._done - self._first + 1
        if done < _SURE_INPUTS or seconds < _SURE_SECONDS:
            return ""
        return f"{done / seconds:.1f}/s, {duration((self.total - self._done) * seconds / done)} left  "

    def seconds(self) -> float:
        """Return how long the run has taken."""
        return time.monotonic() - self._begun

    def sum_up(self, read: int, failed: int, empty: int) -> None:
        """Say what became of the inputs of a run, unless quiet."""
        if not self._quiet:
            self.close()
            told = f"{read} read, {failed} failed, {empty} empty"
            complain(f"newscli: {told}, in {duration(self.seconds())}")

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

    def say(self, message: str) -> None:
        """Say something about the run, unless quiet."""
        if not self._quiet:
            self.close()
            complain(f"newscli: {safe(message)}")

    def note(self, file: str, message: str) -> None:
        """Say something about the output to a person, not to a log."""
        if self._watched:
            self.warning(file, message)
