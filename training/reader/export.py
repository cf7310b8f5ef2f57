"""From a checkpoint to the file that ships: ONNX, 8-bit weights, the vocabulary inside."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import onnx
import onnxruntime as ort
import torch
from onnx import ModelProto, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from newscli.engines.reader.model import FEATURES
from training.reader.dequantise import matrices_of
from training.reader.lean import lean
from training.reader.model import Network, Outputs
from training.reader.rounding import Floats, Rounded, round_matrix
from training.reader.windows import Batch

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


def export(network: Network, vocabulary: Sequence[str], target: Path, texts: Iterable[Batch] | None) -> None:
    """Write the network as an ONNX file whose metadata hold the vocabulary and ``by_distance``.

    Args:
        network: In evaluation mode; its large embeddings are replaced if it is written in 8 bits.
        vocabulary: In the order of the numbers.
        target: The file to write.
        texts: What matrices are rounded by, to be stored as 8-bit integers, as the embeddings are; a
            thousand windows are enough. None keeps 32 bits.
    """
    eight_bits = texts is not None
    rounded = {} if texts is None else _round(network, texts)
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
    if eight_bits:
        _put(model, rounded)
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


def _round(network: Network, texts: Iterable[Batch]) -> Mapping[str, Rounded]:
    """Round the matrices of a network by what they are given on some texts; by their names."""
    matrices = {name: part for name, part in network.named_modules() if isinstance(part, nn.Linear)}
    grams: dict[str, Floats] = {}
    with torch.no_grad():
        for batch in texts:
            seen = batch.mask.reshape(-1)

            def hear(name: str, given: Tensor, seen: Tensor = seen) -> None:
                rows = given.reshape(len(seen), -1)[seen]
                grams[name] = grams.get(name, 0) + (rows.T @ rows).double().numpy()

            handles = [
                part.register_forward_pre_hook(lambda _, inputs, name=name: hear(name, inputs[0]))
                for name, part in matrices.items()
            ]
            network(batch.pieces, batch.features, batch.mask)
            for handle in handles:
                handle.remove()
    return {
        name: round_matrix(part.weight.detach().double().numpy(), grams[name])
        for name, part in matrices.items()
    }


def _put(model: ModelProto, rounded: Mapping[str, Rounded]) -> None:
    """Put rounded matrices in the place of those that ONNX Runtime rounded one weight at a time."""
    stored = {one.name: one for one in model.graph.initializer}
    for owner, stem in matrices_of(model).items():
        values = {"_quantized": rounded[owner].whole.T.copy(), "_scale": rounded[owner].scale}
        for end, value in values.items():
            stored[stem + end].CopyFrom(numpy_helper.from_array(value, stem + end))
