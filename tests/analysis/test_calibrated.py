from __future__ import annotations

import pytest

from newscli.analysis.calibrated import calibrated

KNOTS = ((0.2, 0.3), (0.8, 0.9))


@pytest.mark.parametrize(("sureness", "share"), [(0.0, 0.3), (0.2, 0.3), (0.5, 0.6), (0.8, 0.9), (1.0, 0.9)])
def test_a_chance_lies_on_the_line_between_two_knots(sureness: float, share: float) -> None:
    assert calibrated(KNOTS, sureness) == pytest.approx(share)


def test_one_knot_stands_for_all() -> None:
    assert calibrated(((0.5, 0.7),), 0.0) == calibrated(((0.5, 0.7),), 1.0) == 0.7
