"""Which inputs of a matrix can go, whole groups of them at a time, if the others make up for them.

The second moments of the inputs on real text say by how much the outputs change with a group gone and the
rest changed for the best (Hassibi and Stork, 1993, "Second order derivatives for network pruning: Optimal
Brain Surgeon"; for whole groups Kurtic, Frantar and Alistarh, 2023, "ZipLM").
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Of the mean second moment, added to each, so that what is hardly ever given does no harm.
_DAMPING: Final = 1e-3


def fewest(outgoing: Floats, moments: Floats, size: int, groups: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return which inputs stay, in order, and what they and the constant weigh then.

    Args:
        outgoing: What each input and, at last, the constant weigh for each output, ``[inputs + 1, outputs]``.
        moments: Their second moments, ``[inputs + 1, inputs + 1]``.
        size: How many inputs stay or go together.
        groups: How many such groups stay, beside the constant.
    """
    inputs = len(moments) - 1
    inverse = np.linalg.inv(moments + _DAMPING * np.trace(moments) / len(moments) * np.eye(len(moments)))
    weights = outgoing.copy()
    stay = np.ones(inputs // size, dtype=bool)
    for _ in range(len(stay) - groups):
        group = int(np.where(stay, _missed(weights, inverse, size), np.inf).argmin())
        gone = slice(group * size, (group + 1) * size)
        share = inverse[:, gone] @ np.linalg.inv(inverse[gone, gone])
        weights -= share @ weights[gone]
        inverse -= share @ inverse[gone]
        stay[group] = False
        weights[gone] = 0
        inverse[gone, gone] = np.eye(size)
    kept = np.flatnonzero(np.repeat(stay, size))
    return kept.astype(np.int64), weights[[*kept, inputs]]


def _missed(weights: Floats, inverse: Floats, size: int) -> Floats:
    """Return how much of the squared output each group of inputs is missed by, once others make up for it."""
    count = (len(weights) - 1) // size
    blocks = inverse[:-1, :-1].reshape(count, size, count, size)[range(count), :, range(count), :]
    own = weights[:-1].reshape(count, size, -1)
    return np.asarray(np.einsum("gio,gij,gjo->g", own, np.linalg.inv(blocks), own))
