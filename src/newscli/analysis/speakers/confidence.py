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
        (0.679, 0.863),
        (0.973, 0.975),
        (0.997, 0.98),
        (1.0, 0.985),
    ),
    "pronoun": ((0.884, 0.845),),
    "first": ((0.719, 0.804),),
    "description": (
        (0.588, 0.569),
        (0.848, 0.735),
        (0.95, 0.893),
    ),
    "none": ((0.673, 0.656),),
}


def confidence(form: Form, sureness: float, table: Mapping[Form, Knots] = CALIBRATION) -> float:
    """Return how often speakers of such sources were right, 0 to 1.

    Args:
        form: Of the source.
        sureness: The chance that the reader's pointers give the speaker, 0 to 1.
        table: The knots of each form, at least one.
    """
    return calibrated(table[form], sureness)
