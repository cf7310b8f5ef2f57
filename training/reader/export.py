"""From a checkpoint to the file that ships: ONNX, 8-bit weights, the vocabulary inside."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from newscli.engines.reader.model import FEATURES
from training.reader.lean import lean
from training.reader.model import Network, Outputs

_OPSET: Final = 17
# A window of this length is traced; the graph then takes any.
_LENGTH: Final = 32
_LEAST_SCALE: Final = 1e-9


class _EightBitRows(nn.Module):
    """An embedding in 8 bits with a scale for each row.

    One scale for all rows, which the quantiser of ONNX Runtime uses, costs a point of what is found.
    """

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=_LEAST_SCALE) / 127
        self.rows: Tensor
        self.scale: Tensor
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, numbers: Tensor) -> Tensor:
        """Return the rows of these numbers."""
        return self.rows[numbers].float() * self.scale[numbers]


class OneWindow(nn.Module):
    """The network as ``engines.reader`` runs it: a single window without padding, heads on words alone."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor, words: Tensor) -> Outputs:
        """Read the words whose first pieces stand at ``words``."""
        return self.network.heads(self.network.encode(pieces, features)[0, words])


def export(network: Network, vocabulary: Sequence[str], target: Path, *, eight_bits: bool = True) -> None:
    """Write the network as an ONNX file whose metadata hold the vocabulary and ``by_distance``.

    Args:
        network: In evaluation mode; its large embeddings are replaced if it is written in 8 bits.
        vocabulary: In the order of the numbers.
        target: The file to write.
        eight_bits: Whether matrices and embeddings are stored as 8-bit integers.
    """
    if eight_bits:
        for name in ("pieces", "positions"):
            setattr(network, name, _EightBitRows(getattr(network, name)))
    pieces = torch.zeros(1, _LENGTH, dtype=torch.long)
    example = (pieces, torch.zeros(1, _LENGTH, FEATURES, dtype=torch.long), torch.arange(_LENGTH // 2))
    with TemporaryDirectory() as folder:
        traced, small = Path(folder, "traced.onnx"), Path(folder, "small.onnx")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                OneWindow(network),
                example,
                traced,
                input_names=["pieces", "features", "words"],
                output_names=["tags", "links", "told"],
                dynamic_axes={"pieces": {1: "length"}, "features": {1: "length"}, "words": {0: "count"}},
                opset_version=_OPSET,
                dynamo=False,
            )
        if eight_bits:
            # Seven of the eight bits: processors without VNNI overflow on sums of full products.
            quantize_dynamic(
                traced,
                small,
                op_types_to_quantize=["MatMul", "Gemm"],
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
            )
        _optimise(small if eight_bits else traced, target)
    model = onnx.load(target)
    lean(model)
    distances = [[round(value, 4) for value in row] for row in network.by_distance.tolist()]
    metadata = {"vocabulary": "\n".join(vocabulary), "by_distance": json.dumps(distances)}
    onnx.helper.set_model_props(model, metadata)
    onnx.save(model, target)


def _optimise(source: Path, target: Path) -> None:
    """Fold constants and fuse operators, as every processor can run them."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    ort.InferenceSession(source, options, providers=["CPUExecutionProvider"])
