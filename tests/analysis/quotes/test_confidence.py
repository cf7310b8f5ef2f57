from __future__ import annotations

from itertools import pairwise

import pytest

from newscli.analysis.quotes.confidence import CALIBRATION, Evidence, Knots, confidence

TABLE: dict[Evidence, Knots] = {"reader": ((0.2, 0.3), (0.8, 0.9)), "turn": ((0.5, 0.7),)}


@pytest.mark.parametrize(("sureness", "share"), [(0.0, 0.3), (0.2, 0.3), (0.5, 0.6), (0.8, 0.9), (1.0, 0.9)])
def test_confidence_lies_on_the_line_between_two_knots(sureness: float, share: float) -> None:
    assert confidence("reader", sureness, TABLE) == pytest.approx(share)


def test_one_knot_stands_for_all() -> None:
    assert confidence("turn", 0.0, TABLE) == confidence("turn", 1.0, TABLE) == 0.7


@pytest.mark.parametrize("evidence", list(CALIBRATION))
def test_the_table_rises_and_never_tells_of_certainty(evidence: Evidence) -> None:
    knots = CALIBRATION[evidence]
    assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(knots))
    assert all(0 < share < 1 for _, share in knots)
