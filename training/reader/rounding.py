"""Eight bits that change least: a weight is rounded so that the others of its row make up for it.

GPTQ (Frantar et al., 2023, "GPTQ: Accurate Post-Training Quantization for Generative Pre-trained
Transformers"): a matrix is rounded input by input; what rounding one adds to the outputs on real text is
taken off the weights that are still to be rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Seven of the eight bits: processors without VNNI overflow on sums of full products.
HIGHEST: Final = 64
# Of the mean square of an input: what keeps rare inputs from taking all that is made up for.
_DAMPING: Final = 0.01
_LEAST_SCALE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Rounded:
    """A matrix in eight bits.

    Attributes:
        whole: ``[outputs, inputs]``, from ``-HIGHEST`` to ``HIGHEST``.
        scale: ``[outputs]``, what one step of a row is.
    """

    whole: npt.NDArray[np.int8]
    scale: npt.NDArray[np.float32]


def round_matrix(weight: Floats, gram: Floats) -> Rounded:
    """Round a matrix.

    Args:
        weight: ``[outputs, inputs]``.
        gram: ``[inputs, inputs]``, the sums of the squares and products of its inputs on some text.

    Returns:
        It in steps of a part in ``HIGHEST`` of each row's largest weight.
    """
    scale = np.maximum(np.abs(weight).max(axis=1) / HIGHEST, _LEAST_SCALE)
    gram = gram + np.eye(len(gram)) * _DAMPING * gram.diagonal().mean()
    order = np.argsort(-gram.diagonal())
    left = weight[:, order].copy()
    inverse = np.linalg.inv(gram[np.ix_(order, order)])
    factor = np.linalg.cholesky(inverse).T
    whole = np.zeros_like(left)
    for at in range(left.shape[1]):
        whole[:, at] = np.clip(np.rint(left[:, at] / scale), -HIGHEST, HIGHEST)
        missing = (left[:, at] - whole[:, at] * scale) / factor[at, at]
        left[:, at + 1 :] -= np.outer(missing, factor[at, at + 1 :])
    found = np.empty(whole.shape, np.int8)
    found[:, order] = whole
    return Rounded(found, scale.astype(np.float32))
