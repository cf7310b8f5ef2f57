"""The ambient facts of a run: streams, terminals, environment variables, and what follows from them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TextIO

# Below 20 columns no table can be read; past 200 the eye no longer finds the next line.
MIN_WIDTH: Final = 20
MAX_WIDTH: Final = 200
_DEFAULT_WIDTH: Final = 80
# Of COLUMNS; what is longer is no width, and int() refuses thousands of digits.
_MAX_DIGITS: Final = 9


@dataclass(frozen=True, slots=True)
class Environment:
    """What a run finds around it, taken once.

    Attributes:
        stdout: Standard output, None if it is closed.
        variables: The environment variables.
    """

    stdout: TextIO | None
    variables: Mapping[str, str]

    @classmethod
    def of_process(cls) -> Environment:
        """Take the facts of this process."""
        return cls(sys.stdout, os.environ)


def decide_color(choice: str, variables: Mapping[str, str], *, on_terminal: bool) -> bool:
    """Decide whether to colour a stream.

    The first of these that says something wins: ``choice`` (``always`` or ``never``), ``NO_COLOR``
    (https://no-color.org), ``FORCE_COLOR`` and ``CLICOLOR_FORCE``, ``CLICOLOR=0``, ``TERM=dumb``, and
    whether the stream is a terminal.
    """
    if choice != "auto":
        return choice == "always"
    if variables.get("NO_COLOR"):
        return False
    if any(variables.get(name, "") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if variables.get("CLICOLOR") == "0" or variables.get("TERM") == "dumb":
        return False
    return on_terminal


def decide_width(asked: int | None, variables: Mapping[str, str], target: TextIO | None) -> int:
    """Decide how many columns a table may have: as asked, else ``COLUMNS``, the terminal's, or 80."""
    return asked or max(MIN_WIDTH, min(_columns(variables, target), MAX_WIDTH))


def terminal_columns(target: TextIO | None) -> int:
    """Return how many columns a terminal really has, 80 if that is not known."""
    return _columns({}, target)


def _columns(variables: Mapping[str, str], target: TextIO | None) -> int:
    named = variables.get("COLUMNS", "")
    if named.isascii() and named.isdigit() and len(named) <= _MAX_DIGITS and int(named):
        return int(named)
    try:
        return (os.get_terminal_size(target.fileno()).columns if target else 0) or _DEFAULT_WIDTH
    except (OSError, ValueError):  # no terminal, or a stream without a descriptor
        return _DEFAULT_WIDTH
