"""Fields of exports as databases write them."""

from __future__ import annotations

import re
from typing import Final

from newscli.limits import MAX_FIELD_CHARS

_BY: Final = re.compile(r"^by\s+", re.IGNORECASE)
_GENERATION: Final = re.compile(r"^(?:jr|sr|i{2,3}|iv)\.?$", re.IGNORECASE)


def as_byline(text: str) -> str:
    """Return authors as a byline has them: "Mbeki, Thandi; Ortiz, Luis" is "Thandi Mbeki and Luis Ortiz".

    Semicolons part authors; a name with a comma in it is turned, unless a generation stands behind it.
    """
    names = [_turned(" ".join(_BY.sub("", name.strip()).split())) for name in text.split(";")]
    names = [name for name in names if name]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _turned(name: str) -> str:
    last, comma, first = name.partition(", ")
    first, behind, generation = first.partition(", ")
    if behind and _GENERATION.match(generation) and " " not in last:
        return f"{first} {last}, {generation}"
    first += behind + generation
    whole = comma and first and not _GENERATION.match(first)
    # "Ann Roe, Bob Ash" are two, and "Ann Roe, Staff Writer" one with a job.
    return f"{first} {last}" if whole and "," not in first and " " not in last.strip() else name


def continued(said: str, line: str) -> str:
    """Return what a field says with its next line, up to a bound."""
    return f"{said} {line.strip()}".strip() if len(said) < MAX_FIELD_CHARS else said
