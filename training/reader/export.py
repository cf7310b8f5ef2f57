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

from training.reader.model import Network

_OPSET: Final = 17
# A window of this length is traced; the graph then takes any.
_LENGTH: Final = 32


class OneWindow(nn.Module):
    """The network as ``engines.reader`` runs it: a single window without padding, heads on words alone."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """Score the words whose first pieces stand at ``words``."""
        x = self.network.encode(pieces, features)[0, words]
        return self.network.tag_head(x), self.network.link_head(x)


def export(network: Network, vocabulary: Sequence[str], target: Path, *, eight_bits: bool = True) -> None:
    """Write the network as an ONNX file whose metadata hold the vocabulary and ``by_distance``.

    Args:
        network: In evaluation mode.
        vocabulary: In the order of the numbers.
        target: The file to write.
        eight_bits: Whether matrices and embeddings are stored as 8-bit integers.
    """
    pieces = torch.zeros(1, _LENGTH, dtype=torch.long)
    example = (pieces, torch.zeros(1, _LENGTH, 3, dtype=torch.long), torch.arange(_LENGTH // 2))
    with TemporaryDirectory() as folder:
        traced, small = Path(folder, "traced.onnx"), Path(folder, "small.onnx")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                OneWindow(network),
                example,
                traced,
                input_names=["pieces", "features", "words"],
                output_names=["tags", "links"],
                dynamic_axes={"pieces": {1: "length"}, "features": {1: "length"}, "words": {0: "count"}},
                opset_version=_OPSET,
                dynamo=False,
            )
        if eight_bits:
            # Seven of the eight bits: processors without VNNI overflow on sums of full products.
            quantize_dynamic(traced, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        _optimise(small if eight_bits else traced, target)
    model = onnx.load(target)
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
