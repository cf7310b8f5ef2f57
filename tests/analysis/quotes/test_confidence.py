from __future__ import annotations

from itertools import pairwise

import pytest

from newscli.analysis.calibrated import Knots
from newscli.analysis.quotes.confidence import CALIBRATION, Evidence, confidence


def test_each_evidence_has_knots_of_its_own() -> None:
    table: dict[Evidence, Knots] = {"reader": ((0.2, 0.3), (0.8, 0.9)), "turn": ((0.5, 0.7),)}
    assert confidence("reader", 0.8, table) == pytest.approx(0.9)
    assert confidence("turn", 0.8, table) == 0.7


@pytest.mark.parametrize("evidence", list(CALIBRATION))
def test_the_table_rises_and_is_never_certain(evidence: Evidence) -> None:
    knots = CALIBRATION[evidence]
    assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(knots))
    assert all(0 < share < 1 for _, share in knots)
