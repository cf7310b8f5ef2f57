"""What the opening of a sentence says of its worth, by the shipped weights."""

from __future__ import annotations

import numpy as np
import pytest

from newscli.engines.reader.model import OUTPUTS
from newscli.engines.reader.worth import weigh


def test_there_is_a_weight_for_each_output_of_the_network_and_worths_add_up() -> None:
    openings = np.eye(OUTPUTS, dtype=np.float32)
    by_output = weigh(openings)
    assert len(by_output) == OUTPUTS
    assert any(by_output)
    assert weigh(openings.sum(0, keepdims=True))[0] == pytest.approx(sum(by_output), abs=1e-3)
    assert weigh(openings[:0]) == ()
