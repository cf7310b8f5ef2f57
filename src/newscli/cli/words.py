"""What people type in place of a command, as the command that they mean."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress


def meant(args: Sequence[str], commands: Collection[str]) -> list[str]:
    """Return the words of a command line with a command in the first place, if it is clear which.

    ``help`` is ``--help``, ``help quotes`` is ``quotes --help``, ``version`` is ``--version``. A file,
    standard input (``-``) or an address in place of a command is read as a report.

    Args:
        args: The words, without the program's name.
        commands: The names of all commands.
    """
    first, *others = args or [""]
    if first in commands:
        return list(args)
    if first == "help":
        return [*others[:1], "--help"]
    if first == "version":
        return ["--version", *others]
    return ["report", *args] if first == "-" or _is_file(first) else list(args)


def _is_file(word: str) -> bool:
    """Return whether a word names what can be read, or looks as only the path of a file does."""
    if not word or word.startswith("-"):
        return False
    with suppress(OSError, ValueError):  # a NUL, a name that is too long
        if os.path.exists(word):  # noqa: PTH110 - Path would drop a slash at the end
            return True
    stem, dot, suffix = word.rpartition(".")
    return "/" in word or bool(stem and dot and suffix.isalnum())
