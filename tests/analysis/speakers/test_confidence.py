from __future__ import annotations

from itertools import pairwise

import pytest

from newscli.analysis.calibrated import Knots
from newscli.analysis.speakers.confidence import CALIBRATION, Form, confidence


def test_each_form_of_a_source_has_knots_of_its_own() -> None:
    table: dict[Form, Knots] = {"name": ((0.2, 0.3), (0.8, 0.9)), "none": ((0.5, 0.4),)}
    assert confidence("name", 0.8, table) == pytest.approx(0.9)
    assert confidence("none", 0.8, table) == 0.4


@pytest.mark.parametrize("form", list(CALIBRATION))
def test_the_table_rises_and_is_never_certain(form: Form) -> None:
    knots = CALIBRATION[form]
    assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(knots))
    assert all(0 < share < 1 for _, share in knots)
