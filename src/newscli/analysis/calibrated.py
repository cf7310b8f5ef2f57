"""Calibrated chances: how often what was found with some sureness was right.

``python -m benchmarks.calibration --fit`` measures the tables anew and prints them in their form.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# How sure a model is, and the share of such findings that was right; both rise, the first strictly.
Knots = Sequence[tuple[float, float]]


def calibrated(knots: Knots, sureness: float) -> float:
    """Return how often findings of this sureness were right, by straight lines between the knots.

    Args:
        knots: At least one.
        sureness: 0 to 1.

    Returns:
        0 to 1; below the first knot the share of the first, above the last knot that of the last.
    """
    for (low, least), (high, most) in pairwise(knots):
        if low <= sureness <= high:
            return least + (most - least) * (sureness - low) / (high - low)
    return knots[0][1] if sureness < knots[0][0] else knots[-1][1]
