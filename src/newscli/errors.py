"""Errors that a user can meet, and the exit codes that a shell sees.

NewscliError                       70, a bug
├── UsageError                      2
├── InputError                      3
│   └── MissingExtraError
├── ModelError                      4
└── OutputError                     5
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

NO_MEMORY: Final = "needs more memory than there is"
NO_MEMORY_HINT: Final = "use fewer --jobs, or split it; ulimit -v shows whether memory is limited"
# How C++, the dynamic linker, Python and the libraries that newscli uses say that there is no memory.
_SIGNS_OF_NO_MEMORY: Final = (
    *("bad_alloc", "cannot allocate memory", "failed to map segment", "failed to allocate memory"),
    *("can't start new thread", "cannot create thread"),
)


# Of a name or an id that a message shows: a file may hold one as long as itself.
_MAX_SHOWN: Final = 60


def clipped(words: str) -> str:
    """Return words of a file as a message shows them, at most 60 characters."""
    return words if len(words) <= _MAX_SHOWN else f"{words[: _MAX_SHOWN - 1]}…"


class ExitCode(IntEnum):
    """The documented exit codes of every command."""

    OK = 0
    NOTHING_FOUND = 1  # only with --exit-status
    USAGE = 2
    INPUT = 3  # some inputs failed; the others were processed
    MODEL = 4
    OUTPUT = 5
    BUG = 70  # EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # 128 + SIGINT, as shells count


class NewscliError(Exception):
    """A problem that the user can understand and act upon.

    Attributes:
        message: What went wrong, one line, without the program's or the file's name.
        hint: What to do about it, one line, or empty.
        code: The exit code that it leads to.
    """

    code = ExitCode.BUG

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(NewscliError):
    """Options that contradict each other or make no sense."""

    code = ExitCode.USAGE


class InputError(NewscliError):
    """An input that cannot be read as an article; other inputs are not affected."""

    code = ExitCode.INPUT


class MissingExtraError(InputError):
    """An input that needs an optional dependency which is not installed."""


class ModelError(NewscliError):
    """A file of model parameters that is missing, altered or unreadable."""

    code = ExitCode.MODEL


class OutputError(NewscliError):
    """Output that could not be written."""

    code = ExitCode.OUTPUT


def internal_error(error: Exception) -> NewscliError:
    """Return what a user is to read of an exception that nobody expected: a bug of newscli, or no memory."""
    told = f"{error}".lower()
    if isinstance(error, MemoryError) or any(sign in told for sign in _SIGNS_OF_NO_MEMORY):
        return InputError(NO_MEMORY, NO_MEMORY_HINT)
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    return NewscliError(f"internal error: {what}", "this is a bug of newscli; --debug shows where")
