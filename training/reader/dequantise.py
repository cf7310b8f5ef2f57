"""The shipped file as a network again: what a further round of training begins with.

Eight bits keep a weight to a part in some 250 of its column's largest; a round of training begun so loses
nothing that it doesn't learn again in its first steps.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, numpy_helper
from torch import Tensor

from training.reader.model import Network, network_of

_ROWS: Final = (".rows", ".scale")
_HEAD: Final = "network."
_WHOLE: Final = "_quantized"


def read_network(path: Path) -> Network:
    """Return the network of a file that ``export`` wrote in 8 bits."""
    model = onnx.load(path)
    stored = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    weights: dict[str, Tensor] = {}
    for name, value in stored.items():
        if name.startswith(_HEAD) and name.endswith((".weight", ".bias")):
            weights[name.removeprefix(_HEAD)] = torch.from_numpy(value.copy())
    for name in ("pieces", "positions"):
        rows, scale = (stored[f"{_HEAD}{name}{part}"] for part in _ROWS)
        weights[f"{name}.weight"] = torch.from_numpy(rows.astype(np.float32) * scale)
    for owner, stem in matrices_of(model).items():
        weights[f"{owner}.weight"] = torch.from_numpy(_matrix(stored, stem).T.copy())
    metadata = {prop.key: prop.value for prop in model.metadata_props}
    weights["by_distance"] = torch.tensor(json.loads(metadata["by_distance"]))
    return network_of(weights).eval()


def matrices_of(model: ModelProto) -> dict[str, str]:
    """Return by the names of a network's matrices those that begin the names of their parts in a file."""
    stored = {one.name for one in model.graph.initializer}
    found: dict[str, str] = {}
    for node in model.graph.node:
        matrix = next((name for name in node.input if name in stored and name.endswith(_WHOLE)), None)
        bias = next((name for name in node.input if name.endswith(".bias") and "norm" not in name), None)
        if matrix and bias:
            found[bias.removeprefix(_HEAD).removesuffix(".bias")] = matrix.removesuffix(_WHOLE)
    return found


def _matrix(stored: dict[str, NDArray[np.generic]], stem: str) -> NDArray[np.float32]:
    """Return a matrix ``[inputs, outputs]``, scaled column by column."""
    whole, zero, scale = (stored[stem + end].astype(np.float32) for end in (_WHOLE, "_zero_point", "_scale"))
    return np.asarray((whole - zero) * scale, dtype=np.float32)
