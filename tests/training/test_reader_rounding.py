"""Rounding a matrix so that its outputs change least."""

from __future__ import annotations

import numpy as np

from training.reader.rounding import HIGHEST, round_matrix


def test_rounded_weights_make_up_for_one_another() -> None:
    chance = np.random.default_rng(1)
    # Inputs that say much of one another, as a network's do.
    inputs = chance.normal(size=(400, 6)) @ chance.normal(size=(6, 24)) + 0.1 * chance.normal(size=(400, 24))
    weight = chance.normal(size=(10, 24))
    found = round_matrix(weight, inputs.T @ inputs)
    assert found.whole.min() >= -HIGHEST
    assert found.whole.max() <= HIGHEST
    nearest = np.rint(weight / found.scale[:, None]) * found.scale[:, None]
    by_nearest = np.square(inputs @ (weight - nearest).T).mean()
    by_found = np.square(inputs @ (weight - found.whole * found.scale[:, None]).T).mean()
    assert by_found < by_nearest / 2


def test_what_needs_no_rounding_stays() -> None:
    weight = np.array([[64.0, -32.0, 1.0], [0.0, 0.0, 0.0]])
    found = round_matrix(weight, np.eye(3))
    assert found.whole.tolist() == [[64, -32, 1], [0, 0, 0]]
