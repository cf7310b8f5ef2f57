"""Training: resumable, seeded, in a given number of steps or within a given time."""

from __future__ import annotations

import logging
import os
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch

from newscli.engines.reader.wordpieces import WordPieces
from training.reader.dequantise import read_network
from training.reader.documents import Document
from training.reader.model import Network, load_encoder, loss, network_of
from training.reader.windows import Batch, batches, collate

log = logging.getLogger("reader")

_WARM_UP: Final = 0.06
_CLIP: Final = 1.0
_WEIGHT_DECAY: Final = 0.01
# The average forgets with a horizon of some 500 steps.
_AVERAGE_EVERY: Final = 10
_AVERAGE_SHARE: Final = 0.02
_LOG_EVERY: Final = 25
# Rounding earlier costs time and teaches no more.
_ROUND_FROM: Final = 0.8


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    Attributes:
        steps: Batches until the learning rate reaches zero.
        minutes: Time until then, where that comes first; the sum of all runs.
        pieces: The most pieces of a batch, padding included.
        rate: The highest learning rate of the encoder.
        head_rate: That of all else.
        seed: Of windows, changes and order.
        save_every: Seconds between checkpoints.
        half: Whether to read in 16 bits; the weights are kept in 32.
        eight_bits: Whether the last fifth rounds on the way as the exported file does.
    """

    steps: int
    minutes: float
    pieces: int = 4096
    rate: float = 2e-4
    head_rate: float = 1e-3
    seed: int = 1
    save_every: float = 240.0
    half: bool = False
    eight_bits: bool = False


@dataclass(slots=True)
class _Progress:
    """How far a training has come, checkpoints included."""

    step: int = 0
    epoch: int = 0
    batch: int = 0  # of the epoch, the next to be seen
    seconds: float = 0.0

    def share(self, plan: Plan) -> float:
        """Return the share of the plan that is done, 0 to 1."""
        return min(1.0, max(self.step / plan.steps, self.seconds / (60 * plan.minutes)))


def _share_cores() -> None:
    """Use the cores that others leave: threads that wait for one on a busy core are slower than one."""
    cores = os.cpu_count() or 1
    others = os.getloadavg()[0] - torch.get_num_threads()
    torch.set_num_threads(max(1, min(cores, round(cores - others))))


class Training:
    """A network in training, its average and its optimiser, saved in one file."""

    def __init__(
        self, network: Network, plan: Plan, checkpoint: Path, teacher: Network | None = None
    ) -> None:
        self.network, self.plan, self.checkpoint = network, plan, checkpoint
        self.teacher = None if teacher is None else teacher.eval()
        self.device = next(network.parameters()).device
        self.progress = _Progress()
        self.average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.optimiser = torch.optim.AdamW(self._groups(), fused=True)
        if checkpoint.exists():
            self._resume()

    def _groups(self) -> list[dict[str, Any]]:
        """Group the parameters by learning rate and by whether they decay."""
        pretrained = {id(p) for layer in self.network.layers for p in layer.parameters()}
        for module in (self.network.pieces, self.network.positions, self.network.norm):
            pretrained |= {id(p) for p in module.parameters()}
        groups: dict[tuple[float, float], list[torch.Tensor]] = defaultdict(list)
        for parameter in self.network.parameters():
            rate = self.plan.rate if id(parameter) in pretrained else self.plan.head_rate
            groups[rate, _WEIGHT_DECAY if parameter.dim() > 1 else 0.0].append(parameter)
        return [
            {"params": parameters, "lr": rate, "highest": rate, "weight_decay": decay}
            for (rate, decay), parameters in groups.items()
        ]

    def _resume(self) -> None:
        saved = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        self.network.load_state_dict(saved["network"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.average = saved["average"]
        self.progress = _Progress(**saved["progress"])
        log.info("resumed at step %d of epoch %d", self.progress.step, self.progress.epoch)

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        p = self.progress
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "progress": {"step": p.step, "epoch": p.epoch, "batch": p.batch, "seconds": p.seconds},
        }
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.checkpoint)

    def _set_rates(self) -> None:
        """Warm up, then fall in a line to zero."""
        share = self.progress.share(self.plan)
        factor = min(share / _WARM_UP, (1 - share) / (1 - _WARM_UP))
        for group in self.optimiser.param_groups:
            group["lr"] = group["highest"] * max(factor, 1e-3)

    def _step(self, batch: Batch) -> dict[str, float]:
        """Learn from one batch; return its losses."""
        self._set_rates()
        done = self.progress.share(self.plan)
        total, parts = loss(
            self.network,
            batch,
            self.teacher,
            half=self.plan.half,
            eight_bits=self.plan.eight_bits and done >= _ROUND_FROM,
            done=done,
        )
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), _CLIP)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.progress.step += 1
        if self.progress.step % _AVERAGE_EVERY == 0:
            # Early weights would weigh on the average for long.
            share = max(_AVERAGE_SHARE, 1 / (1 + self.progress.step / _AVERAGE_EVERY))
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, share)
        return parts

    def _batches(self, documents: Sequence[Document], cutter: WordPieces) -> Iterator[Batch]:
        """Yield batches epoch by epoch, from where the progress stands."""
        while True:
            groups = batches(
                documents, cutter, size=self.plan.pieces, seed=self.plan.seed, epoch=self.progress.epoch
            )
            log.info("epoch %d: %d batches", self.progress.epoch, len(groups))
            while self.progress.batch < len(groups):
                batch = collate(groups[self.progress.batch], cutter)
                self.progress.batch += 1
                yield batch.to(self.device)
            self.progress.epoch += 1
            self.progress.batch = 0

    def run(self, documents: Sequence[Document], cutter: WordPieces) -> None:
        """Train until the plan is fulfilled; a checkpoint is written every few minutes and at the end."""
        # Dropout keeps from learning by heart, and from saying what a teacher says just as much.
        self.network.train(self.teacher is None)
        _share_cores()
        clock = saved = time.monotonic()
        means: dict[str, list[float]] = defaultdict(list)
        seen = 0
        source = self._batches(documents, cutter)
        while self.progress.share(self.plan) < 1:
            batch = next(source)
            for name, value in self._step(batch).items():
                means[name].append(value)
            seen += batch.size
            now = time.monotonic()
            self.progress.seconds += now - clock
            clock = now
            if self.progress.step % _LOG_EVERY == 0:
                parts = "  ".join(f"{name} {sum(v) / len(v):.4f}" for name, v in sorted(means.items()))
                log.info(
                    "step %d  %.1f min  %d pieces  %s",
                    self.progress.step,
                    self.progress.seconds / 60,
                    seen,
                    parts,
                )
                means.clear()
                seen = 0
                _share_cores()
            if now - saved > self.plan.save_every:
                self.save()
                saved = now
        self.save()


def new_network(encoder: Path) -> Network:
    """Return a network with the encoder's weights and untrained heads."""
    torch.manual_seed(0)
    network = Network()
    load_encoder(network, encoder)
    return network


def load_checkpoint(path: Path, *, average: float = 0.5) -> Network:
    """Return the network of a checkpoint.

    Args:
        path: What ``Training`` wrote.
        average: The share of the averaged weights, 0 to 1; the rest are the last ones. On the development
            sets half of each lost least by quantisation.
    """
    saved = torch.load(path, map_location="cpu", weights_only=True)
    weights = {name: last.lerp(saved["average"][name], average) for name, last in saved["network"].items()}
    return network_of(weights).eval()


def load_reader(path: Path, *, average: float = 0.5) -> Network:
    """Return the network of a file that was exported, or of a checkpoint, of which ``average`` tells."""
    return read_network(path) if path.suffix == ".onnx" else load_checkpoint(path, average=average)


def blend(earlier: Network, later: Network, share: float) -> Network:
    """Return the mean of two networks, the later round's weighing ``1 - share``.

    A round of training forgets some of what the one before knew of other kinds of text; their mean keeps both
    (Wortsman et al., 2022, "Robust fine-tuning of zero-shot models").
    """
    weights = later.state_dict()
    for name, value in earlier.state_dict().items():
        weights[name] = weights[name].lerp(value, share)
    later.load_state_dict(weights)
    return later
