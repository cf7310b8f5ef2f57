"""The network: a six-layer encoder with features added to its input, and linear heads on its output."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from newscli.engines.reader.decoding import BEGIN, SINGLE
from newscli.engines.reader.features import CASES, PLACES, QUOTED
from newscli.engines.reader.linking import DISTANCES, LINK_WIDTH
from newscli.engines.reader.model import GROUP_SIZES
from training.reader.tags import GROUPS, OUTSIDE_OR_MISC, UNKNOWN, label_of
from training.reader.windows import OUT_OF_SIGHT, Batch

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
INNER: Final = 1536
POSITIONS: Final = 512
PIECES: Final = 30_522
_EPSILON: Final = 1e-12
_DROP: Final = 0.1

# Of the losses; those of links are few beside one loss for each word.
_NAMES_WEIGHT: Final = 1.5
_LINK_WEIGHT: Final = 1.0
_LINK_AMONG_ALL: Final = 0.2


class Dropout(nn.Module):
    """Dropout whose masks NumPy draws, since on a CPU that of PyTorch costs more than a layer's products."""

    def __init__(self, chance: float = _DROP) -> None:
        super().__init__()
        self._below = round(chance * 256)
        self._random = np.random.Generator(np.random.SFC64(0))

    def forward(self, x: Tensor) -> Tensor:
        """Set some values to zero while training, and scale the others."""
        if not self.training:
            return x
        if x.is_cuda:
            return functional.dropout(x, self._below / 256)
        drawn = self._random.integers(0, 256, size=x.numel(), dtype=np.uint8)
        kept = torch.from_numpy(drawn >= self._below).view(x.shape)
        return x * kept * (256 / (256 - self._below))


class Layer(nn.Module):
    """A transformer layer with the normalisation after each part, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)  # query, key and value
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.attend_norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.drop = Dropout()

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Read ``[windows, length, WIDTH]``; ``mask`` is true where a piece may be attended to."""
        windows, length, _ = x.shape
        parts = self.attend(x).view(windows, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        read = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        read = self.gather(read.transpose(1, 2).reshape(windows, length, WIDTH))
        x = self.attend_norm(x + self.drop(read))
        return self.narrow_norm(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class Network(nn.Module):
    """The encoder, the features' embeddings and the heads."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.quoted = nn.Embedding(QUOTED, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.drop = Dropout()
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.tag_head = nn.Linear(WIDTH, sum(GROUP_SIZES))
        self.link_head = nn.Linear(WIDTH, 4 * LINK_WIDTH)
        # For cues and for sources; what is near is likelier from the start.
        sizes = torch.tensor([*DISTANCES[::-1], 0, *DISTANCES], dtype=torch.float)
        self.by_distance = nn.Parameter(-(1 + sizes).log().repeat(2, 1))
        # The encoder starts as it was trained, without features.
        for embedding in (self.case, self.place, self.quoted):
            nn.init.zeros_(embedding.weight)

    def encode(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """Read windows.

        Args:
            pieces: ``[windows, length]``.
            features: ``[windows, length, 3]``.
            mask: ``[windows, length]``, true where there is a piece; None where all are.

        Returns:
            ``[windows, length, WIDTH]``.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(places)
        x = x + self.case(features[..., 0]) + self.place(features[..., 1]) + self.quoted(features[..., 2])
        x = self.drop(self.norm(x))
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        return self.drop(x)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Score the tags of every piece and give the vectors that links are scored with.

        Returns:
            Unnormalised scores ``[windows, length, tags]`` and vectors ``[windows, length, 4 * LINK_WIDTH]``.
        """
        x = self.encode(pieces, features, mask)
        return self.tag_head(x), self.link_head(x)


def load_encoder(network: Network, path: Path) -> None:
    """Take the encoder's weights from a BERT checkpoint in the safetensors format."""
    saved = load_file(path)

    def take(target: nn.Module, name: str) -> None:
        for part, parameter in target.named_parameters():
            parameter.data.copy_(saved[f"{name}.{part}"])

    take(network.pieces, "embeddings.word_embeddings")
    take(network.positions, "embeddings.position_embeddings")
    take(network.norm, "embeddings.LayerNorm")
    # All pieces are of the first type.
    network.positions.weight.data += saved["embeddings.token_type_embeddings.weight"][0]
    for number, layer in enumerate(network.layers):
        assert isinstance(layer, Layer)
        base = f"encoder.layer.{number}"
        for part in ("weight", "bias"):
            each = [saved[f"{base}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            getattr(layer.attend, part).data.copy_(torch.cat(each))
        take(layer.gather, f"{base}.attention.output.dense")
        take(layer.attend_norm, f"{base}.attention.output.LayerNorm")
        take(layer.widen, f"{base}.intermediate.dense")
        take(layer.narrow, f"{base}.output.dense")
        take(layer.narrow_norm, f"{base}.output.LayerNorm")


def student_of(teacher: Network, layers: int) -> Network:
    """Return a network of fewer layers that starts as the teacher, its layers spread over the teacher's."""
    student = Network(layers)
    chosen = [(number + 1) * len(teacher.layers) // layers - 1 for number in range(layers)]
    kept = {f"layers.{old}.": f"layers.{new}." for new, old in enumerate(chosen)}
    weights: dict[str, Tensor] = {}
    for name, value in teacher.state_dict().items():
        if not name.startswith("layers."):
            weights[name] = value
            continue
        _, number, rest = name.split(".", 2)
        if f"layers.{number}." in kept:
            weights[kept[f"layers.{number}."] + rest] = value
    student.load_state_dict(weights)
    return student


_MISC_TAGS: Final = [0, *range(1 + 4 * label_of("MISC"), 5 + 4 * label_of("MISC"))]


def _tag_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Sum the losses of one group's tags; words that are not known count nothing."""
    known = tags >= 0
    total = functional.cross_entropy(scores[known], tags[known], reduction="sum")
    partly = tags == OUTSIDE_OR_MISC
    if partly.any():
        logs = functional.log_softmax(scores[partly], dim=-1)
        total = total - torch.logsumexp(logs[:, _MISC_TAGS], dim=-1).sum()
    return total


def _link_loss(vectors: Tensor, by_distance: Tensor, batch: Batch) -> Tensor:
    """Sum the losses of finding each content's cue and source.

    They are sought among the words that begin a cue or a source, as in use, where the marks are known; and,
    with a smaller weight, among all words, since in use some marks are wrong. The opening piece is "none".
    """
    row, content = batch.links[:, 0], batch.links[:, 1]
    first = batch.tags[..., 0] != UNKNOWN
    number = first.cumsum(dim=1)[row]
    distance = number - number.gather(1, content[:, None])
    size = torch.bucketize(distance.abs(), torch.tensor(DISTANCES, device=distance.device), right=True)
    bucket = distance.sign() * size + len(DISTANCES)
    total = vectors.new_zeros(())
    query_cue, key_cue, query_source, key_source = vectors.split(LINK_WIDTH, dim=-1)
    for kind, (query, key, group, target) in enumerate(
        (
            (query_cue, key_cue, GROUPS.index("cue"), batch.links[:, 2]),
            (query_source, key_source, GROUPS.index("source"), batch.links[:, 3]),
        )
    ):
        scores = torch.einsum("nd,nld->nl", query[row, content], key[row]) / math.sqrt(LINK_WIDTH)
        scores = scores + by_distance[kind][bucket] * (number > 0)
        tags = batch.tags[row, :, group]
        seen = target != OUT_OF_SIGHT
        begins = (tags == BEGIN) | (tags == SINGLE)
        for candidates, weight in ((begins, 1.0), (first[row], _LINK_AMONG_ALL)):
            allowed = candidates.scatter(1, target.clamp(min=0)[:, None], value=True)
            allowed[:, 0] = True
            among = scores.masked_fill(~allowed, -1e4)
            total = total + weight * functional.cross_entropy(among[seen], target[seen], reduction="sum")
    return total


def _teacher_loss(scores: Tensor, vectors: Tensor, teacher: Network, batch: Batch) -> Tensor:
    """Sum how far the words' tags and link vectors are from the teacher's, who knows all groups of any set.

    After Hinton, Vinyals and Dean (2015), "Distilling the knowledge in a neural network".
    """
    with torch.no_grad():
        right, right_vectors = teacher(batch.pieces, batch.features, batch.mask)
    apart = functional.mse_loss(vectors[batch.words], right_vectors[batch.words], reduction="sum")
    total = apart / LINK_WIDTH
    parts = zip(
        scores[batch.words].split(list(GROUP_SIZES), dim=-1),
        right[batch.words].split(list(GROUP_SIZES), dim=-1),
        strict=True,
    )
    for found, wanted in parts:
        total = total + functional.kl_div(
            found.log_softmax(-1), wanted.log_softmax(-1), reduction="sum", log_target=True
        )
    return total


def loss(network: Network, batch: Batch, teacher: Network | None = None) -> tuple[Tensor, dict[str, float]]:
    """Return the mean loss a word, and the mean of each part for the log."""
    scores, vectors = network(batch.pieces, batch.features, batch.mask)
    by_group = dict(zip(GROUPS, scores.split(list(GROUP_SIZES), dim=-1), strict=True))
    words = {group: int((batch.tags[..., n] != UNKNOWN).sum()) for n, group in enumerate(GROUPS)}
    parts: dict[str, Any] = {
        group: _tag_loss(by_group[group], batch.tags[..., n])
        for n, group in enumerate(GROUPS)
        if words[group]
    }
    if len(batch.links):
        parts["links"] = _link_loss(vectors, network.by_distance, batch)
    seen = int(batch.words.sum())
    if teacher is not None:
        parts["teacher"], words["teacher"] = _teacher_loss(scores, vectors, teacher, batch), seen
    weights = {"names": _NAMES_WEIGHT, "links": _LINK_WEIGHT}
    total = sum(weights.get(name, 1.0) * part for name, part in parts.items())
    means = {
        name: float(part.detach()) / (words.get(name) or len(batch.links)) for name, part in parts.items()
    }
    return total / max(1, seen), means
