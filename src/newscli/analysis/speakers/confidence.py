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
        (0.0, 0.323),
        (0.812, 0.858),
        (0.988, 0.974),
        (0.995, 0.977),
        (0.999, 0.985),
    ),
    "pronoun": (
        (0.748, 0.752),
        (0.973, 0.901),
        (0.995, 0.981),
    ),
    "first": ((0.743, 0.707),),
    "description": (
        (0.64, 0.619),
        (0.921, 0.884),
        (0.987, 0.933),
    ),
    "none": ((0.806, 0.718),),
}


def confidence(form: Form, sureness: float, table: Mapping[Form, Knots] = CALIBRATION) -> float:
    """Return how often speakers of such sources were right, 0 to 1.

    Args:
        form: Of the source.
        sureness: The chance that the reader's pointers give the speaker, 0 to 1.
        table: The knots of each form, at least one.
    """
    return calibrated(table[form], sureness)
