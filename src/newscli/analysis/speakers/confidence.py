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
        (0.591, 0.824),
        (0.939, 0.955),
        (0.99, 0.971),
        (0.998, 0.99),
    ),
    "pronoun": ((0.873, 0.806),),
    "first": ((0.645, 0.636),),
    "description": (
        (0.516, 0.422),
        (0.791, 0.686),
        (0.927, 0.831),
    ),
    "none": ((0.654, 0.659),),
}


def confidence(form: Form, sureness: float, table: Mapping[Form, Knots] = CALIBRATION) -> float:
    """Return how often speakers of such sources were right, 0 to 1.

    Args:
        form: Of the source.
        sureness: The chance that the reader's pointers give the speaker, 0 to 1.
        table: The knots of each form, at least one.
    """
    return calibrated(table[form], sureness)
