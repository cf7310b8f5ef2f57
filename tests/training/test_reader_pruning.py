"""A narrower network; PyTorch, which only training needs, is no requirement of the tests."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is for training alone")
pytest.importorskip("safetensors", reason="the encoder's file is for training alone")

from training.reader.model import HEAD_WIDTH, WIDTH, Network, network_of, student_of  # noqa: E402
from training.reader.pruning import narrowed  # noqa: E402
from training.reader.windows import Batch  # noqa: E402


def small() -> Network:
    torch.manual_seed(0)
    network = Network(layers=2, inner=32, heads=4)
    network.eval()
    return network


def windows() -> list[Batch]:
    torch.manual_seed(1)
    none, mask = torch.zeros(0), torch.arange(20)[None] < torch.tensor([20, 15, 8])[:, None]
    features = torch.zeros(3, 20, 4, dtype=torch.long)
    return [Batch(torch.randint(0, 500, (3, 20)), features, mask, none, none, none, none) for _ in range(6)]


def test_a_narrower_network_has_fewer_heads_and_units() -> None:
    found = narrowed(small(), windows(), inner=16, heads=2)
    assert [(layer.heads, layer.attend.out_features, layer.gather.in_features) for layer in found.layers] == [
        (2, 3 * 2 * HEAD_WIDTH, 2 * HEAD_WIDTH)
    ] * 2
    assert [(layer.widen.out_features, layer.narrow.in_features) for layer in found.layers] == [(16, 16)] * 2


def test_units_that_say_the_same_are_not_missed() -> None:
    network = small()
    for layer in network.layers:
        for part in (layer.widen.weight, layer.widen.bias):
            part.data[16:] = part.data[:16]
    batch = windows()[0]
    found = narrowed(network, windows(), inner=16, heads=4)
    with torch.no_grad():
        before, after = (one.encode(batch.pieces, batch.features, batch.mask) for one in (network, found))
    assert torch.allclose(before[batch.mask], after[batch.mask], atol=0.05)


def test_the_network_itself_stays_as_it_is() -> None:
    network = small()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    narrowed(network, windows(), inner=8, heads=1)
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())


def test_a_network_is_known_by_its_weights() -> None:
    found = network_of(small().state_dict())
    assert len(found.layers) == 2
    assert found.layers[0].narrow.weight.shape == (WIDTH, 32)
    student = student_of(small(), 1)
    assert torch.equal(student.layers[0].widen.weight, small().layers[1].widen.weight)
