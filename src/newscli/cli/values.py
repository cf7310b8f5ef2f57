"""The values of options: how each kind of word is parsed, and what is said of one that makes no sense."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeVar

import typer

Number = TypeVar("Number", int, float)


def suggestion(word: str, known: Sequence[str]) -> str:
    """Return "did you mean 'json'?" for a misspelt word, or an empty string if nothing is near."""
    near = get_close_matches(word, known, n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def one_of(*choices: str, aliases: Mapping[str, str] = MappingProxyType({})) -> Callable[[str], str]:
    """Return a parser that accepts these words, and others that stand for them, in upper or lower case."""
    canonical = {**{choice.casefold(): choice for choice in choices}, **aliases}

    def word(value: str) -> str:
        if value.casefold() in canonical:
            return canonical[value.casefold()]
        near = suggestion(value.casefold(), choices)
        known = f"none of {', '.join(choices)}" if len(choices) > 1 else f"not {choices[0]!r}"
        raise typer.BadParameter(f"{value!r} is {known}{near and f'; {near}'}")

    return word


def number(
    convert: Callable[[str], Number], least: Number, most: Number | None = None
) -> Callable[[str], Number]:
    """Return a parser of numbers from ``least`` to ``most``, whole ones if ``convert`` is ``int``."""
    kind = "a whole number" if convert is int else "a number"
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"

    def in_bounds(value: str) -> Number:
        try:
            result = convert(value)
        except ValueError:
            result = None
        # A NaN compares with nothing, so it is refused too.
        if result is None or not (least <= result and (most is None or result <= most)):
            raise typer.BadParameter(f"{value!r} is not {kind} {bounds}")
        return result

    return in_bounds


def share(value: str) -> float:
    """Parse a share from 0 to 1: ``0.2``, or ``20%``."""
    try:
        found = float(value[:-1]) / 100 if value.endswith("%") else float(value)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:  # a NaN is refused too
        raise typer.BadParameter(f"{value!r} is not a number from 0 to 1, or of per cent")
    return found


def a_name(value: str) -> str:
    """Parse a name, which holds a letter or a figure: an empty one would mean everybody."""
    if not any(char.isalnum() for char in value):
        raise typer.BadParameter(f"{value!r} is no name")
    return value


def job_count(value: str) -> int:
    """Parse a number of processes; ``auto`` is 0, which stands for one on each core."""
    return 0 if value == "auto" else number(int, 0)(value)
