"""Learning in the eight bits of the file that ships: matrices and what they are given are rounded on the way.

What rounding loses is then a part of what is learnt from: the forward pass rounds as the exported file does,
the backward pass takes the rounding for nothing (Jacob et al., 2018, "Quantization and Training of Neural
Networks for Efficient Integer-Arithmetic-Only Inference"; Bengio et al., 2013, for the straight-through
gradient).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from training.reader.rounding import HIGHEST

_LEVELS: Final = 255
_LEAST_SCALE: Final = 1e-9


class EightBits(TorchFunctionMode):
    """While it is entered, matrices and their inputs are rounded as ONNX Runtime will have them."""

    def __torch_function__(
        self,
        func: Callable[..., object],
        types: Sequence[type],
        args: tuple[Tensor, ...] = (),
        kwargs: Mapping[str, object] | None = None,
    ) -> object:
        """Call a function of PyTorch, ``linear`` with rounded arguments."""
        if func is torch.nn.functional.linear:
            given, weight, *rest = args
            return func(rounded_input(given), rounded_matrix(weight), *rest, **(kwargs or {}))
        return func(*args, **(kwargs or {}))


def rounded_matrix(weight: Tensor) -> Tensor:
    """Return a matrix ``[outputs, inputs]`` in steps of a part of each row's largest weight."""
    scale = (weight.detach().abs().amax(dim=1, keepdim=True) / HIGHEST).clamp(min=_LEAST_SCALE)
    return weight + ((weight.detach() / scale).round() * scale - weight.detach())


def rounded_input(given: Tensor) -> Tensor:
    """Return what a matrix is given, ``[windows, pieces, inputs]``, in 256 steps from its least to its most.

    Zero is one of the steps; each window has steps of its own, for it is read alone.
    """
    known = given.detach().float()
    inner = tuple(range(1, known.dim()))
    least = known.amin(dim=inner, keepdim=True).clamp(max=0)
    most = known.amax(dim=inner, keepdim=True).clamp(min=0)
    scale = ((most - least) / _LEVELS).clamp(min=_LEAST_SCALE)
    zero = (-least / scale).round()
    steps = ((known / scale).round() + zero).clamp(0, _LEVELS) - zero
    return given + (steps * scale - known)
