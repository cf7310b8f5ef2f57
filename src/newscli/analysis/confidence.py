"""Confidence: how often quotes of the same evidence were right, content and source both.

``python benchmarks/calibration.py --fit`` measures the table anew and prints it in this form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal

# What tells of a quote: the reader alone, a source right behind the quotation, a cue before it, or a label.
Evidence = Literal["reader", "beside", "before", "turn"]
# How sure the reader is, and how many quotes of that were right; both rise, the first strictly.
Knots = Sequence[tuple[float, float]]

# From PolNeAR's development articles.
CALIBRATION: Final[Mapping[Evidence, Knots]] = {
    "reader": (
        (0.355, 0.272),
        (0.475, 0.363),
        (0.53, 0.431),
        (0.585, 0.52),
        (0.629, 0.569),
        (0.7, 0.649),
        (0.782, 0.708),
        (0.844, 0.812),
        (0.885, 0.873),
        (0.939, 0.898),
        (0.987, 0.946),
    ),
    "beside": ((0.789, 0.892), (0.982, 0.951), (0.996, 0.966)),
    "before": ((0.873, 0.909),),
    "turn": ((0.0, 0.917),),
}


def confidence(evidence: Evidence, sureness: float, table: Mapping[Evidence, Knots] = CALIBRATION) -> float:
    """Return how often quotes of this evidence were right, by straight lines between the knots.

    Args:
        evidence: What tells of the quote.
        sureness: The product of the reader's probabilities of content and source, 0 to 1; 0 where the
            reader sees no content in a quotation.
        table: The knots of each kind of evidence, at least one.

    Returns:
        0 to 1. Below the first knot and above the last one it is theirs.
    """
    knots = table[evidence]
    for (low, least), (high, most) in pairwise(knots):
        if low <= sureness <= high:
            return least + (most - least) * (sureness - low) / (high - low)
    return knots[0][1] if sureness < knots[0][0] else knots[-1][1]
