"""Confidence: how often quotes of the same evidence were statements, with the right words and meaning.

That the right speaker is named has a chance of its own, in ``speakers/confidence.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from newscli.analysis.calibrated import Knots, calibrated

# What shows that it is a quote, and whose: the reader alone, a source right behind the quotation, a cue
# before it, or the label of a turn.
Evidence = Literal["reader", "beside", "before", "turn"]

# From what readers say of the quotes that newscli finds.
CALIBRATION: Final[Mapping[Evidence, Knots]] = {
    "reader": (
        (0.471, 0.49),
        (0.708, 0.627),
        (0.855, 0.676),
        (0.964, 0.841),
        (0.992, 0.951),
        (0.996, 0.97),
        (0.999, 0.98),
        (1.0, 0.987),
    ),
    "beside": ((0.989, 0.972),),
    "before": ((0.966, 0.922),),
    "turn": ((0.0, 0.875),),
}


def confidence(evidence: Evidence, sureness: float, table: Mapping[Evidence, Knots] = CALIBRATION) -> float:
    """Return how often quotes of this evidence were right, 0 to 1.

    Args:
        evidence: What shows that it is a quote, and whose.
        sureness: The product of the reader's probabilities of the content and how it is told, 0 to 1; 0 if
            the reader sees no content in a quotation.
        table: The knots of each kind of evidence, at least one.
    """
    return calibrated(table[evidence], sureness)
