"""The graph of a reader in fewer steps says what it said before."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from newscli.engines.reader.model import FEATURES, MODEL
from newscli.engines.store import DATA

if TYPE_CHECKING:
    from onnx import ModelProto

onnx = pytest.importorskip("onnx")
ort = pytest.importorskip("onnxruntime")
lean = pytest.importorskip("training.reader.lean").lean

LENGTH = 40
WORDS = [0, 1, 2, 4, 5, 9, 12, 13, 20, 30, 38]
# A step of 8 bits here and there: as far as this network's scores move if it is rounded in another order.
ROUNDING = 0.1


def shipped() -> ModelProto:
    """Return the graph that ships, as the exporter wrote it before it was made lean or after."""
    model: ModelProto = onnx.load(DATA / MODEL)
    return model


def outputs(model: ModelProto) -> list[np.ndarray[Any, Any]]:
    """Run a graph over a window of pieces that are drawn by lot."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    pieces = np.random.default_rng(0).integers(1_000, 20_000, (1, LENGTH))
    features = np.ones((1, LENGTH, FEATURES), dtype=np.int64)
    found: list[np.ndarray[Any, Any]] = session.run(
        None, {"pieces": pieces, "features": features, "words": np.array(WORDS)}
    )
    return found


def kinds(model: ModelProto) -> Counter[str]:
    return Counter(node.op_type for node in model.graph.node)


def test_scores_are_the_same_but_for_rounding() -> None:
    before, after = shipped(), shipped()
    lean(after)
    for old, new in zip(outputs(before), outputs(after), strict=True):
        assert new.shape == old.shape
        assert np.abs(new - old).mean() < ROUNDING


def test_no_operator_is_left_that_is_slower_than_its_parts() -> None:
    model = shipped()
    lean(model)
    assert kinds(model)["SkipLayerNormalization"] == 0
    assert kinds(model)["LayerNormalization"] == 13  # one of the input, two of each layer


def test_the_last_layer_asks_for_words_alone() -> None:
    model = shipped()
    lean(model)
    picked = [node for node in model.graph.node if "words" in node.input]
    assert [node.op_type for node in picked] == ["Gather", "Gather"]
    assert all(node.attribute[0].i == 1 for node in picked)  # along the window


def test_a_lean_graph_stays_as_it_is() -> None:
    once = shipped()
    lean(once)
    twice = onnx.ModelProto.FromString(once.SerializeToString())
    lean(twice)
    assert twice.SerializeToString() == once.SerializeToString()


def test_a_rewritten_file_is_entered_with_its_size_and_keeps_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import manifest

    listed, file = tmp_path / "MANIFEST.json", tmp_path / MODEL
    monkeypatch.setattr(manifest, "MANIFEST", listed)
    file.write_bytes(b"first")
    told: dict[str, Any] = {"origin": "o", "trained_on": ["t"], "command": "c", "scores": {"F1": 80.0}}
    manifest.write_entry(file, **told)
    file.write_bytes(b"rewritten")
    manifest.renew_entry(file)
    (entry,) = json.loads(listed.read_text(encoding="utf-8"))["files"]
    assert entry["bytes"] == len(b"rewritten")
    assert {key: entry[key] for key in told} == told
