"""Confidence: how often the named speaker is right, by the form of the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from newscli.analysis.calibrated import Knots, calibrated

# What a source is in the text: "first" is "I" or "we"; "none" if a quote has none.
Form = Literal["name", "pronoun", "first", "description", "none"]

# From what readers say of the quotes that newscli finds.
CALIBRATION: Final[Mapping[Form, Knots]] = {
    "name": (
        (0.662, 0.824),
        (0.972, 0.975),
        (0.998, 0.983),
    ),
    "pronoun": ((0.87, 0.808),),
    "first": ((0.773, 0.804),),
    "description": (
        (0.563, 0.539),
        (0.819, 0.647),
        (0.938, 0.884),
    ),
    "none": ((0.669, 0.629),),
}


def confidence(form: Form, sureness: float, table: Mapping[Form, Knots] = CALIBRATION) -> float:
    """Return how often speakers of such sources were right, 0 to 1.

    Args:
        form: Of the source.
        sureness: The chance that the reader's pointers give the speaker, 0 to 1.
        table: The knots of each form, at least one.
    """
    return calibrated(table[form], sureness)
