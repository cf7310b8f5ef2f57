"""Confidence: how often quotes of the same evidence were statements, with the right words and meaning.

That the right speaker is named has a chance of its own, in ``speakers/confidence.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from newscli.analysis.calibrated import Knots, calibrated

# What shows that it is a quote, and whose: the reader alone, clearly or faintly (a word or two, a part of
# another quote without a cue), a source right behind the quotation, a cue before it, or the label of a turn.
Evidence = Literal["reader", "faint", "beside", "before", "turn"]
# Words of a content that may as well be what somebody did: "attacked the plan", "announced a move".
MAX_FAINT: Final = 2

# From what readers say of the quotes that newscli finds.
CALIBRATION: Final[Mapping[Evidence, Knots]] = {
    "reader": (
        (0.465, 0.401),
        (0.674, 0.56),
        (0.825, 0.606),
        (0.917, 0.775),
        (0.958, 0.851),
        (0.979, 0.891),
        (0.99, 0.924),
        (0.996, 0.97),
        (0.998, 0.98),
        (0.999, 0.998),
    ),
    "faint": ((0.697, 0.433),),
    "beside": (
        (0.0, 0.125),
        (0.978, 0.95),
        (0.999, 0.971),
    ),
    "before": (
        (0.0, 0.143),
        (0.97, 0.937),
    ),
    "turn": ((0.0, 0.844),),
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
