"""The network: a six-layer encoder with features added to its input, and linear heads on its output."""

from __future__ import annotations

import math
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Final

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from newscli.engines.reader.decoding import BEGIN, SINGLE
from newscli.engines.reader.features import CASES, CONVENTIONS, PLACES, QUOTED
from newscli.engines.reader.linking import (
    DISTANCE_ROWS,
    DISTANCES,
    KINDS,
    LINK_VECTORS,
    LINK_WIDTH,
    NAME,
    asks,
    asks_for_name,
)
from newscli.engines.reader.model import GROUP_SIZES, GROUPS
from newscli.engines.reader.telling import CUE_BLOCK, SCORED_ACTS, TOLD_BLOCKS, TOLD_WIDTH
from newscli.model import STATUSES
from training.reader.eight_bits import EightBits
from training.reader.tags import OUTSIDE_OR_MISC, UNKNOWN, label_of
from training.reader.windows import OUT_OF_SIGHT, Batch

WIDTH: Final = 384
HEADS: Final = 12
HEAD_WIDTH: Final = WIDTH // HEADS
LAYERS: Final = 6
INNER: Final = 1536
POSITIONS: Final = 512
PIECES: Final = 30_522
_EPSILON: Final = 1e-12
_DROP: Final = 0.1

# Of the losses; those of links and pointers are few beside one loss for each word.
_WEIGHTS: Final = {"names": 1.5, "status": 0.7, "act": 0.7, "pointers": 0.5}
# From the middle of the training on: what belongs to what is learnt once the words' parts are known.
_LATE_WEIGHTS: Final = {"names": 1.5, "status": 1.5, "act": 1.5, "links": 3.0, "pointers": 3.0}
_MIDDLE: Final = 0.5
_LINK_AMONG_ALL: Final = 0.2
# Most contents are said, as a matter of course; to miss one that is not turns its meaning.
_STATUS_WEIGHTS: Final = tuple(1.0 if status == "said" else 2.5 for status in STATUSES)


Outputs = tuple[Tensor, Tensor, Tensor]


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

    def __init__(self, inner: int = INNER, heads: int = HEADS) -> None:
        super().__init__()
        self.heads = heads
        self.attend = nn.Linear(WIDTH, 3 * heads * HEAD_WIDTH)  # query, key and value
        self.gather = nn.Linear(heads * HEAD_WIDTH, WIDTH)
        self.attend_norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.widen = nn.Linear(WIDTH, inner)
        self.narrow = nn.Linear(inner, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.drop = Dropout()

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Read ``[windows, length, WIDTH]``; ``mask`` is true where a piece may be attended to."""
        windows, length, _ = x.shape
        parts = self.attend(x).view(windows, length, 3, self.heads, HEAD_WIDTH)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        scores = query / math.sqrt(HEAD_WIDTH) @ key.transpose(-1, -2)
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e4)
        # Twice as fast as PyTorch's own attention, whose way back in 16 bits is slow on a CPU.
        read = scores.softmax(dim=-1).to(value.dtype) @ value
        read = self.gather(read.transpose(1, 2).flatten(2))
        x = self.attend_norm(x + self.drop(read))
        return self.narrow_norm(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class Network(nn.Module):
    """The encoder, the features' embeddings and the heads."""

    def __init__(self, layers: int = LAYERS, inner: int = INNER, heads: int = HEADS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.quoted = nn.Embedding(QUOTED, WIDTH)
        self.convention = nn.Embedding(CONVENTIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.drop = Dropout()
        self.layers = nn.ModuleList(Layer(inner, heads) for _ in range(layers))
        self.tag_head = nn.Linear(WIDTH, sum(GROUP_SIZES))
        self.link_head = nn.Linear(WIDTH, LINK_VECTORS * LINK_WIDTH)
        self.told_head = nn.Linear(WIDTH, TOLD_BLOCKS * TOLD_WIDTH)
        # What is near is likelier from the start.
        sizes = torch.tensor([*DISTANCES[::-1], 0, *DISTANCES], dtype=torch.float)
        self.by_distance = nn.Parameter(-(1 + sizes).log().repeat(DISTANCE_ROWS, 1))
        # The encoder starts as it was trained, without features.
        for embedding in self._of_features():
            nn.init.zeros_(embedding.weight)

    def _of_features(self) -> tuple[nn.Embedding, ...]:
        """Return the features' embeddings, in the features' order."""
        return self.case, self.place, self.quoted, self.convention

    def encode(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """Read windows.

        Args:
            pieces: ``[windows, length]``.
            features: ``[windows, length, FEATURES]``.
            mask: ``[windows, length]``, true where there is a piece; None where all are.

        Returns:
            ``[windows, length, WIDTH]``.
        """
        x = self.embed(pieces, features)
        seen = seen_by(mask)
        for layer in self.layers:
            x = layer(x, seen)
        return self.drop(x)

    def embed(self, pieces: Tensor, features: Tensor) -> Tensor:
        """Return what the first layer is given; the arguments are those of ``encode``."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(places)
        for number, embedding in enumerate(self._of_features()):
            x = x + embedding(features[..., number])
        return self.drop(self.norm(x))

    def heads(self, x: Tensor) -> Outputs:
        """Return what is read of encoded pieces, ``[..., WIDTH]``.

        Returns:
            Unnormalised scores of the tags ``[..., tags]``, the vectors that links are scored with
            ``[..., LINK_VECTORS * LINK_WIDTH]``, unnormalised scores of how contents are told
            ``[..., TOLD_BLOCKS * TOLD_WIDTH]``.
        """
        return self.tag_head(x), self.link_head(x), self.told_head(x)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Outputs:
        """Read windows and return the ``heads`` of every piece."""
        return self.heads(self.encode(pieces, features, mask))


def seen_by(mask: Tensor | None) -> Tensor | None:
    """Return a mask of windows, ``[windows, length]``, as layers take it."""
    return None if mask is None else mask[:, None, None, :]


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


def network_of(weights: Mapping[str, Tensor]) -> Network:
    """Return a network of the size that some weights have, with these."""
    layers = len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    heads = len(weights["layers.0.attend.bias"]) // (3 * HEAD_WIDTH)
    network = Network(layers, len(weights["layers.0.widen.bias"]), heads)
    network.load_state_dict(dict(weights))
    return network


def student_of(teacher: Network, layers: int) -> Network:
    """Return a network of fewer layers that starts as the teacher, its layers spread over the teacher's."""
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
    return network_of(weights)


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


def _pair_scores(
    vectors: Tensor, by_distance: Tensor, batch: Batch, pair: tuple[Tensor, Tensor, Tensor], kind: int
) -> Tensor:
    """Score all words of a window as what a word asks for.

    Args:
        vectors: Of all pieces.
        by_distance: What near words gain.
        batch: Whose links or pointers are asked for.
        pair: Row and place of the asking words, and which of their vectors ask.
        kind: Of what they ask for.

    Returns:
        ``[asking, length]``.
    """
    row, word, query = pair
    number = (batch.tags[..., 0] != UNKNOWN).cumsum(dim=1)[row]
    distance = number - number.gather(1, word[:, None])
    size = torch.bucketize(distance.abs(), torch.tensor(DISTANCES, device=distance.device), right=True)
    bucket = distance.sign() * size + len(DISTANCES)
    parts = vectors.unflatten(-1, (LINK_VECTORS, LINK_WIDTH))
    scores = torch.einsum("nd,nld->nl", parts[row, word, query], parts[..., kind, :][row])
    as_content = (kind == NAME) & (query != asks_for_name(None))
    near = by_distance[torch.where(as_content, KINDS, kind)[:, None], bucket]
    return scores / math.sqrt(LINK_WIDTH) + near * (number > 0)


def _begins(tags: Tensor) -> Tensor:
    """Tell where something begins, of any label."""
    position = (tags - 1) % 4 + 1
    return (tags > 0) & ((position == BEGIN) | (position == SINGLE))


def _link_loss(vectors: Tensor, by_distance: Tensor, batch: Batch) -> Tensor:
    """Sum the losses of finding each content's cue and source.

    They are sought among the words that begin a cue or a source, as in use, where the marks are known; and,
    with a smaller weight, among all words, since in use some marks are wrong. The opening piece is "none".
    """
    row, content, layer = batch.links[:, 0], batch.links[:, 1], batch.links[:, 4]
    first = batch.tags[row, :, 0] != UNKNOWN
    total = vectors.new_zeros(())
    for kind, group in enumerate(("cue", "source")):
        pair = row, content, asks(kind, 0) + 2 * layer
        scores, target = _pair_scores(vectors, by_distance, batch, pair, kind), batch.links[:, 2 + kind]
        seen = target != OUT_OF_SIGHT
        begins = _begins(batch.tags[row, :, GROUPS.index(group)])
        for candidates, weight in ((begins, 1.0), (first, _LINK_AMONG_ALL)):
            allowed = candidates.scatter(1, target.clamp(min=0)[:, None], value=True)
            allowed[:, 0] = True
            among = scores.masked_fill(~allowed, -1e4)
            total = total + weight * functional.cross_entropy(among[seen], target[seen], reduction="sum")
    return total


def _pointer_loss(vectors: Tensor, by_distance: Tensor, batch: Batch) -> Tensor:
    """Sum the losses of finding a name, any of the speaker, for what has a known speaker."""
    row, mention, asking = batch.pointers.unbind(-1)
    scores = _pair_scores(vectors, by_distance, batch, (row, mention, asking), NAME)
    right = torch.zeros_like(scores, dtype=torch.bool)
    right[batch.pointed[:, 0], batch.pointed[:, 1]] = True
    allowed = _begins(batch.tags[row, :, -1]) | right
    allowed[:, 0] = True
    everywhere = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    return (everywhere - scores.masked_fill(~right, -1e4).logsumexp(-1)).sum()


def _told_losses(told: Tensor, batch: Batch) -> dict[str, tuple[Tensor, int]]:
    """Sum the losses of status and act over the contents that were judged, and count these."""
    row, content, cue, layer = (batch.links[:, column] for column in (0, 1, 2, 4))
    blocks = told.unflatten(-1, (TOLD_BLOCKS, TOLD_WIDTH))
    scores = blocks[row, content, layer] + blocks[row, cue.clamp(min=0), CUE_BLOCK]
    weights = {"status": scores.new_tensor(_STATUS_WEIGHTS), "act": None}
    found = {}
    for column, (name, part) in enumerate(
        zip(weights, scores.split([len(STATUSES), len(SCORED_ACTS)], dim=-1), strict=True), start=5
    ):
        target = batch.links[:, column]
        known = target != UNKNOWN
        if known.any():
            lost = functional.cross_entropy(part[known], target[known], weights[name], reduction="sum")
            found[name] = lost, int(known.sum())
    return found


def _teacher_loss(outputs: Outputs, right: Outputs, batch: Batch) -> Tensor:
    """Sum how far the words' tags, link vectors and tellings are from the teacher's, who knows all.

    After Hinton, Vinyals and Dean (2015), "Distilling the knowledge in a neural network".
    """
    (scores, vectors, told), (r_scores, r_vectors, r_told) = (
        [part[batch.words].float() for part in each] for each in (outputs, right)
    )
    total = functional.mse_loss(vectors, r_vectors, reduction="sum") / LINK_WIDTH
    total = total + functional.mse_loss(told, r_told, reduction="sum") / TOLD_WIDTH
    sizes = list(GROUP_SIZES)
    for found, wanted in zip(scores.split(sizes, dim=-1), r_scores.split(sizes, dim=-1), strict=True):
        total = total + functional.kl_div(
            found.log_softmax(-1), wanted.log_softmax(-1), reduction="sum", log_target=True
        )
    return total


def loss(
    network: Network,
    batch: Batch,
    teacher: Network | None = None,
    *,
    half: bool = False,
    eight_bits: bool = False,
    done: float = 0.0,
) -> tuple[Tensor, dict[str, float]]:
    """Return the mean loss a word, and the mean of each part for the log.

    Args:
        network: The one that learns.
        batch: What it learns from.
        teacher: A reader to learn from too.
        half: Whether to read in 16 bits.
        eight_bits: Whether to round on the way as the exported file does.
        done: The share of the training that is done, 0 to 1.
    """
    rounding = EightBits() if eight_bits else nullcontext()
    with torch.autocast(batch.pieces.device.type, torch.bfloat16, enabled=half), rounding:
        scores, vectors, told = network(batch.pieces, batch.features, batch.mask)
    outputs = scores, vectors, told = scores.float(), vectors.float(), told.float()
    parts: dict[str, tuple[Tensor, int]] = {}
    for n, (group, part) in enumerate(zip(GROUPS, scores.split(list(GROUP_SIZES), dim=-1), strict=True)):
        if known := int((batch.tags[..., n] != UNKNOWN).sum()):
            parts[group] = _tag_loss(part, batch.tags[..., n]), known
    if len(batch.links):
        parts["links"] = _link_loss(vectors, network.by_distance, batch), len(batch.links)
        parts |= _told_losses(told, batch)
    if len(batch.pointers):
        lost = _pointer_loss(vectors, network.by_distance, batch)
        parts["pointers"] = lost, len(batch.pointers)
    seen = int(batch.words.sum())
    if teacher is not None:
        with torch.no_grad(), torch.autocast(batch.pieces.device.type, torch.bfloat16, enabled=half):
            right = teacher(batch.pieces, batch.features, batch.mask)
        parts["teacher"] = _teacher_loss(outputs, right, batch), seen
    weights = _WEIGHTS if done < _MIDDLE else _LATE_WEIGHTS
    total = sum(weights.get(name, 1.0) * part for name, (part, _) in parts.items())
    means = {name: float(part.detach()) / count for name, (part, count) in parts.items()}
    return total / max(1, seen), means
