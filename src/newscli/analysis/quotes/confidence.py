"""Confidence: how often quotes of the same evidence were right, content and source both.

``python -m benchmarks.calibration --fit`` measures the table anew and prints it in this form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal

# What shows that it is a quote, and whose: the reader alone, a source right behind the quotation, a cue
# before it, or the label of a turn.
Evidence = Literal["reader", "beside", "before", "turn"]
# How sure the reader is, and the share of such quotes that was right; both rise, the first strictly.
Knots = Sequence[tuple[float, float]]

# From PolNeAR's development articles.
CALIBRATION: Final[Mapping[Evidence, Knots]] = {
    "reader": (
        (0.347, 0.245),
        (0.506, 0.386),
        (0.611, 0.392),
        (0.68, 0.412),
        (0.737, 0.569),
        (0.78, 0.627),
        (0.826, 0.647),
        (0.871, 0.713),
        (0.906, 0.735),
        (0.927, 0.804),
        (0.942, 0.843),
        (0.967, 0.864),
        (0.99, 0.931),
        (0.997, 0.961),
    ),
    "beside": (
        (0.877, 0.912),
        (0.996, 0.931),
        (0.999, 0.966),
    ),
    "before": ((0.925, 0.909),),
    "turn": ((0.0, 0.917),),
}


def confidence(evidence: Evidence, sureness: float, table: Mapping[Evidence, Knots] = CALIBRATION) -> float:
    """Return how often quotes of this evidence were right, by straight lines between the knots.

    Args:
        evidence: What shows that it is a quote, and whose.
        sureness: The product of the reader's probabilities of content and source, 0 to 1; 0 if the
            reader sees no content in a quotation.
        table: The knots of each kind of evidence, at least one.

    Returns:
        0 to 1; below the first knot the share of the first, above the last knot that of the last.
    """
    knots = table[evidence]
    for (low, least), (high, most) in pairwise(knots):
        if low <= sureness <= high:
            return least + (most - least) * (sureness - low) / (high - low)
    return knots[0][1] if sureness < knots[0][0] else knots[-1][1]
