"""A narrower network: of each layer the parts go that are missed least, and the others make up for them.

A layer asks with a dozen heads and sums up what they read, and widens that to many inner units and narrows
them again. Which head or unit goes is for ``surgeon`` to say, by what they give on some texts. Layers are
narrowed from the first to the last, so that each hears what the ones before still say.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.reader.model import HEAD_WIDTH, Layer, Network, network_of, seen_by
from training.reader.surgeon import Floats, fewest
from training.reader.windows import Batch


def narrowed(network: Network, texts: Sequence[Batch], inner: int, heads: int) -> Network:
    """Return a network with fewer heads and inner units in each layer.

    Args:
        network: In evaluation mode; it stays as it is.
        texts: What the parts are heard on; a thousand windows are enough.
        inner: How many units stay.
        heads: How many heads stay.
    """
    small = network_of(network.state_dict()).eval()
    with torch.no_grad():
        given = [small.embed(batch.pieces, batch.features) for batch in texts]
    masks = [batch.mask for batch in texts]
    for layer in small.layers:
        assert isinstance(layer, Layer)
        if heads < layer.heads:
            kept = _take_over(layer, layer.gather, given, masks, HEAD_WIDTH, heads)
            thirds = layer.attend.out_features // 3
            _keep(layer.attend, torch.cat([kept + part * thirds for part in range(3)]))
            layer.heads = heads
        if inner < layer.widen.out_features:
            _keep(layer.widen, _take_over(layer, layer.narrow, given, masks, 1, inner))
        with torch.no_grad():
            given = [layer(x, seen_by(mask)) for x, mask in zip(given, masks, strict=True)]
    return network_of(small.state_dict()).eval()


def _keep(part: nn.Linear, outputs: Tensor) -> None:
    """Let a part have these outputs alone."""
    part.weight, part.bias = (nn.Parameter(each.detach()[outputs]) for each in (part.weight, part.bias))
    part.out_features = len(outputs)


def _take_over(
    layer: Layer, part: nn.Linear, given: Sequence[Tensor], masks: Sequence[Tensor], size: int, groups: int
) -> Tensor:
    """Let a part have fewer inputs, which make up for the others, and return which they are.

    Args:
        layer: The whole layer.
        part: The part.
        given: What the layer is given, ``[windows, length, WIDTH]`` each.
        masks: Where there is a piece, ``[windows, length]`` each.
        size: How many inputs stay or go together.
        groups: How many such groups stay.
    """
    outgoing = torch.cat([part.weight, part.bias[:, None]], dim=1).detach().double().numpy().T
    kept, weights = fewest(outgoing, _moments(layer, part, given, masks), size, groups)
    taken = torch.from_numpy(weights.T).float()
    part.weight, part.bias = nn.Parameter(taken[:, :-1].contiguous()), nn.Parameter(taken[:, -1].contiguous())
    part.in_features = len(kept)
    return torch.from_numpy(kept)


def _moments(layer: Layer, part: nn.Linear, given: Sequence[Tensor], masks: Sequence[Tensor]) -> Floats:
    """Return the second moments of what a part is given and of 1, ``[inputs + 1, inputs + 1]``."""
    total: Floats = np.zeros((part.in_features + 1,) * 2)
    heard: list[Tensor] = []
    handle = part.register_forward_pre_hook(lambda _, inputs: heard.append(inputs[0]))
    for x, mask in zip(given, masks, strict=True):
        with torch.no_grad():
            layer(x, seen_by(mask))
        seen = mask.reshape(-1)
        rows = functional.pad(heard.pop().reshape(len(seen), -1)[seen], (0, 1), value=1.0)
        total += (rows.T @ rows).double().numpy()
    handle.remove()
    return total
