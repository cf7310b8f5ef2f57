"""How much a piece of work is, counted: the same on every machine, however busy it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TypeAlias

import newscli

Tracer: TypeAlias = "Callable[[FrameType, str, object], Tracer | None]"

ROOT = str(Path(newscli.__file__).parent)
# Work grows by so much over eight times the text, if it is linear, give or take what every text costs;
# quadratic work grows by 64.
TIMES = 8
MAX_GROWTH = 10


def operations(work: Callable[[], object]) -> int:
    """Return how many lines of newscli a piece of work runs, each turn of a loop anew, and calls of others.

    What happens inside a call of C, a regular expression or a search in a string, counts as one.
    """
    count = 0

    def line(frame: FrameType, event: str, _: object) -> Tracer | None:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, _: object) -> Tracer | None:
        nonlocal count
        count += 1
        return line if frame.f_code.co_filename.startswith(ROOT) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
