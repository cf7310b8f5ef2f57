"""Signals that end the program: heeded between records, and in the middle of one only if it takes long.

By default, Python dies on the spot of some signals, and raises KeyboardInterrupt on Ctrl-C wherever it is:
half-way through a line of output, in a ``__del__``, which prints it and goes on, in the import of a C
module, which makes another error of it. Here a signal is noted when it comes. ``heed`` raises it when
the program is between two things. If that takes long, a timer does, but not in an import or a ``__del__``.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Final

from newscli.errors import ExitCode

# The keys that end a program; a terminal sends them to all processes of it.
_KEYS: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name))
# What asks a program to end: batch systems send the last three before they kill. Windows has fewer.
_ENDING: Final = _KEYS + tuple(
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP", "SIGXCPU", "SIGUSR1", "SIGUSR2")
    if hasattr(signal, name)
)
# Our own timer's, once a signal is noted; until then it is the time limit of whoever started the program.
_ALARM: Final = getattr(signal, "SIGALRM", None)
# No eye sees the delay, and most articles are done in less.
_GRACE_SECONDS: Final = 0.2
# To write a record takes milliseconds, unless its reader is busy; for ever, if that has stopped reading.
_PATIENCE_SECONDS: Final = 2.0
_TICK_SECONDS: Final = 0.1


class Stopped(KeyboardInterrupt):
    """The program was asked to end.

    Attributes:
        number: The signal that asked.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@dataclass(slots=True)
class _State:
    """What this process knows of signals.

    Attributes:
        noted: The first that has come, until it is heeded.
        since: When it came, by the monotonic clock.
        held: How many blocks that should not be interrupted are being run.
        stopped: Whether one has been heeded, after which an alarm is a late tick of our timer.
    """

    noted: int | None = None
    since: float = 0.0
    held: int = 0
    stopped: bool = False


_state = _State()


def watch() -> None:
    """Note the signals that come from now on; what the program was started to ignore, it does."""
    for number in (*_ENDING, _ALARM):
        if number is not None and signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, _note)


def heed() -> None:
    """Raise ``Stopped`` if a signal has come; to be called wherever nothing is half done."""
    if _state.noted is not None:
        _stop(_state.noted)


@contextmanager
def held() -> Iterator[None]:
    """Wait longer for the end of the block before a signal is heeded inside: a record, a clean-up."""
    _state.held += 1
    try:
        yield
    finally:
        _state.held -= 1


@contextmanager
def released() -> Iterator[None]:
    """Let signals be heeded soon inside a held block: while an input is read, nothing is half written."""
    around = _state.held
    _state.held -= around
    try:
        yield
    finally:
        _state.held += around


def postpone(stop: Stopped) -> None:
    """Note again a signal that was heeded, so that what has been begun is first brought to its end.

    The next ``heed`` raises it, or the timer, if that end takes too long.
    """
    _state.noted, _state.since = stop.number, time.monotonic()
    _set_timer(_TICK_SECONDS)


@contextmanager
def blocked() -> Iterator[None]:
    """Keep signals away, also from a process that the block starts until it calls ``leave_to_parent``."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_to_parent() -> None:
    """Ignore keys in this process, which another one started and ends, and die at once of other signals.

    What the program was started to ignore stays ignored.
    """
    for number in (*_ENDING, _ALARM):
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.SIG_IGN if number in _KEYS else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def ignore() -> None:
    """Ignore signals, when all is written: while Python takes itself down they would print a traceback."""
    _set_timer(0)
    for number in (*_ENDING, _ALARM):
        if number is not None:
            signal.signal(number, signal.SIG_IGN)


def end_by(stop: KeyboardInterrupt) -> ExitCode:
    """Return the exit code after Ctrl-C; die of any other signal, so that whoever sent it sees that."""
    number = stop.number if isinstance(stop, Stopped) else signal.SIGINT
    if number != signal.SIGINT:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    return ExitCode.INTERRUPTED


def _note(number: int, frame: FrameType | None) -> None:
    """Note a signal, or find by the timer's that the one noted has waited long enough."""
    if _state.noted is None and not (number == _ALARM and _state.stopped):
        _state.noted, _state.since = number, time.monotonic()
        _set_timer(_TICK_SECONDS)
    patience = _PATIENCE_SECONDS if _state.held else _GRACE_SECONDS
    waited = time.monotonic() - _state.since
    if _state.noted is not None and (waited >= patience or _ALARM is None) and _may_raise(frame):
        _stop(_state.noted)


def _may_raise(frame: FrameType | None) -> bool:
    while frame is not None:
        code = frame.f_code
        if code.co_name == "__del__" or code.co_filename.startswith("<frozen importlib"):
            return False
        frame = frame.f_back
    return True


def _stop(number: int) -> None:
    # What follows is clean-up, which an impatient second Ctrl-C should not cut short.
    _set_timer(0)
    _state.noted, _state.held, _state.stopped = None, _state.held + 1, True
    raise Stopped(number)


def _set_timer(seconds: float) -> None:
    if _ALARM is not None:
        if seconds:
            signal.signal(_ALARM, _note)  # whoever started the program may have had it ignored
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
