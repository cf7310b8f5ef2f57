"""Learning in eight bits; PyTorch, which only training needs, is no requirement of the tests."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is for training alone")

from training.reader.eight_bits import EightBits, rounded_input, rounded_matrix  # noqa: E402
from training.reader.rounding import HIGHEST  # noqa: E402


def test_a_matrix_has_so_many_steps_in_each_row() -> None:
    weight = torch.tensor([[1.0, -0.5, 0.004], [100.0, 50.2, 0.0]])
    steps = rounded_matrix(weight) / (weight.abs().amax(dim=1, keepdim=True) / HIGHEST)
    assert torch.allclose(steps, steps.round(), atol=1e-4)
    assert torch.allclose(steps[:, 0], torch.tensor([float(HIGHEST)] * 2))


def test_each_window_has_its_own_steps_and_zero_is_one_of_them() -> None:
    given = torch.tensor([[[-1.0, 0.0, 2.0]], [[0.0, 0.001, 0.002]]])
    rounded = rounded_input(given)
    assert torch.allclose(rounded, given, atol=3 / 255)
    assert torch.allclose(rounded[1], given[1], atol=0.002 / 255)
    assert rounded[0, 0, 1] == 0


def test_what_is_learnt_passes_through_the_rounding() -> None:
    layer = torch.nn.Linear(4, 2)
    given = torch.randn(1, 3, 4, requires_grad=True)
    plain = layer(given)
    with EightBits():
        rounded = layer(given)
    assert not torch.equal(plain, rounded)
    assert torch.allclose(plain, rounded, atol=0.1)
    rounded.sum().backward()
    assert layer.weight.grad is not None
    assert torch.equal(given.grad, rounded_matrix(layer.weight).detach().sum(0).expand(1, 3, 4))
