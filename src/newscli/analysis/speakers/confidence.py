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
        (0.0, 0.387),
        (0.794, 0.844),
        (0.986, 0.967),
        (0.995, 0.977),
        (0.998, 0.983),
        (1.0, 0.99),
    ),
    "pronoun": (
        (0.747, 0.649),
        (0.981, 0.93),
        (0.997, 0.989),
    ),
    "first": ((0.749, 0.767),),
    "description": (
        (0.632, 0.583),
        (0.89, 0.861),
        (0.972, 0.91),
    ),
    "none": ((0.801, 0.769),),
}


def confidence(form: Form, sureness: float, table: Mapping[Form, Knots] = CALIBRATION) -> float:
    """Return how often speakers of such sources were right, 0 to 1.

    Args:
        form: Of the source.
        sureness: The chance that the reader's pointers give the speaker, 0 to 1.
        table: The knots of each form, at least one.
    """
    return calibrated(table[form], sureness)
