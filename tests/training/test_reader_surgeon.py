"""Inputs that go, and what the others take over."""

from __future__ import annotations

import numpy as np
import pytest

from training.reader.surgeon import Floats, fewest


def given(inputs: int, known: int) -> Floats:
    """Return inputs that are sums of a few others, and at last the constant, ``[rows, inputs + 1]``."""
    chance = np.random.default_rng(1)
    few = chance.normal(size=(500, known))
    mixed = np.hstack([few, few @ chance.normal(size=(known, inputs - known))])
    return np.hstack([mixed + 3.0, np.ones((500, 1))])


@pytest.mark.parametrize("size", [1, 2])
def test_what_others_say_too_can_go_and_nothing_is_lost(size: int) -> None:
    rows = given(inputs=12, known=4)
    weights = np.random.default_rng(2).normal(size=(13, 5))
    kept, changed = fewest(weights, rows.T @ rows, size, 8 // size)
    assert len(kept) == 8
    assert changed.shape == (9, 5)
    before, after = rows @ weights, rows[:, [*kept, 12]] @ changed
    assert np.abs(after - before).mean() < 0.02 * np.abs(before).mean()


def test_groups_go_whole() -> None:
    rows = given(inputs=12, known=8)
    kept, _ = fewest(np.random.default_rng(2).normal(size=(13, 5)), rows.T @ rows, 3, 2)
    assert [unit // 3 for unit in kept[::3]] == sorted({unit // 3 for unit in kept})
    assert len({unit // 3 for unit in kept}) == 2


def test_what_weighs_nothing_goes_first_and_the_constant_stays() -> None:
    rows = np.hstack([np.random.default_rng(1).normal(size=(500, 3)), np.ones((500, 1))])
    weights = np.array([[2.0], [0.0], [-1.0], [5.0]])
    kept, changed = fewest(weights, rows.T @ rows, 1, 2)
    assert kept.tolist() == [0, 2]
    assert np.allclose(changed, [[2.0], [-1.0], [5.0]], atol=0.01)


def test_what_is_always_the_same_is_made_up_for_by_the_constant() -> None:
    chance = np.random.default_rng(1).normal(size=(500, 2))
    rows = np.hstack([chance, np.full((500, 1), 4.0), np.ones((500, 1))])
    kept, changed = fewest(np.array([[1.0], [1.0], [0.5], [0.0]]), rows.T @ rows, 1, 2)
    assert kept.tolist() == [0, 1]
    assert changed[-1] == pytest.approx(2.0, abs=0.05)
