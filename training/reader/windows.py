"""Windows over documents, and batches of windows of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch

from newscli.engines.reader.wordpieces import WordPieces
from training.reader.augment import Augmenter
from training.reader.data import Document, Link
from training.reader.tags import GROUPS, UNKNOWN

# Pieces of a window, those that open and close it included.
WINDOW: Final = 256
# A link whose target lies outside the window.
OUT_OF_SIGHT: Final = -1


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length, padded to the longest.

    Attributes:
        pieces: ``[windows, length]``.
        features: ``[windows, length, 3]``, case, place and quotation of each piece's word.
        mask: ``[windows, length]``, where there is a piece.
        tags: ``[windows, length, groups]``, at the first piece of each word; UNKNOWN elsewhere.
        links: ``[count, 4]``: window, piece of a content's first word, pieces of its cue and its source; 0
            for none, OUT_OF_SIGHT for one in another window.
    """

    pieces: torch.Tensor
    features: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    links: torch.Tensor

    @property
    def size(self) -> int:
        """The number of pieces, padding included."""
        return self.pieces.numel()

    @property
    def words(self) -> torch.Tensor:
        """Where the first pieces of words stand whose tags some set teaches, ``[windows, length]``."""
        return (self.tags != UNKNOWN).any(dim=-1)

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device."""
        parts = (self.pieces, self.features, self.mask, self.tags, self.links)
        return Batch(*(part.to(device) for part in parts))


def _cut(document: Document, start: int, end: int) -> Document:
    """Return the words ``start`` to ``end`` of a document; links start at 0 again."""
    links = [
        Link(link.content - start, _seen(link.cue, start, end), _seen(link.source, start, end))
        for link in document.links
        if start <= link.content < end
    ]
    return Document(
        document.id,
        document.weight,
        document.pieces[start:end],
        document.cases[start:end],
        document.places[start:end],
        document.quoted[start:end],
        [0, *(s - start for s in document.starts if start < s < end)],
        document.tags[start:end],
        links,
    )


def _seen(word: int | None, start: int, end: int) -> int | None:
    if word is None:
        return None
    return word - start if start <= word < end else OUT_OF_SIGHT


def windows(document: Document, chance: random.Random) -> Iterator[Document]:
    """Yield the windows of a document: whole sentences, as many as fit.

    The first is cut short at random, so that epochs see different windows.
    """
    lengths = [len(pieces) for pieces in document.pieces]
    room = WINDOW - 2
    left = chance.randint(room // 3, room) if sum(lengths) > room else room
    first, total = 0, 0
    ends = [*document.starts[1:], len(lengths)]
    for start, end in zip(document.starts, ends, strict=True):
        size = sum(lengths[start:end])
        if total + size > left and start > first:
            yield _cut(document, first, start)
            first, total, left = start, 0, room
        total += size
        while total > room:  # a sentence longer than a window
            stop, total = first, 0
            while total + lengths[stop] <= room:
                total += lengths[stop]
                stop += 1
            yield _cut(document, first, stop)
            first, total = stop, sum(lengths[stop:end])
    if first < len(lengths):
        yield _cut(document, first, len(lengths))


def collate(group: Sequence[Document], cutter: WordPieces) -> Batch:
    """Make a batch of windows."""
    lengths = [2 + sum(map(len, window.pieces)) for window in group]
    shape = (len(group), max(lengths))
    pieces = np.full(shape, cutter.padding, dtype=np.int64)
    features = np.zeros((*shape, 3), dtype=np.int64)
    tags = np.full((*shape, len(GROUPS)), UNKNOWN, dtype=np.int64)
    links: list[tuple[int, int, int, int]] = []
    for row, window in enumerate(group):
        pieces[row, 0], pieces[row, lengths[row] - 1] = cutter.start, cutter.stop
        places, at = [], 1
        for number, word in enumerate(window.pieces):
            places.append(at)
            end = at + len(word)
            pieces[row, at:end] = word
            features[row, at:end] = (window.cases[number], window.places[number], window.quoted[number])
            if word:
                tags[row, at] = window.tags[number]
            at = end
        for link in window.links:
            cue, source = (
                0 if word is None else OUT_OF_SIGHT if word == OUT_OF_SIGHT else places[word]
                for word in (link.cue, link.source)
            )
            links.append((row, places[link.content], cue, source))
    mask = np.arange(shape[1])[None, :] < np.array(lengths)[:, None]
    return Batch(
        torch.from_numpy(pieces),
        torch.from_numpy(features),
        torch.from_numpy(mask),
        torch.from_numpy(tags),
        torch.tensor(links, dtype=torch.long).reshape(-1, 4),
    )


def batches(
    documents: Sequence[Document], cutter: WordPieces, *, size: int, seed: int, epoch: int
) -> list[list[Document]]:
    """Cut all documents into windows and group these.

    Args:
        documents: Those of a weight other than 1 are seen that often, on average.
        cutter: Gives the special pieces.
        size: The most pieces of a batch, padding included.
        seed: Of the whole training.
        epoch: Together with the seed it decides the windows, their changes and their order.

    Returns:
        Groups for ``collate``, in random order.
    """
    chance = random.Random(f"{seed}/{epoch}")
    augment = Augmenter(cutter, chance.randrange(1 << 30))
    found: list[Document] = []
    for document in documents:
        times = int(document.weight) + (chance.random() < document.weight % 1)
        for _ in range(times):
            found += [augment(window) for window in windows(document, chance)]
    found.sort(key=lambda window: sum(map(len, window.pieces)) + chance.random() * 24)
    groups: list[list[Document]] = []
    group: list[Document] = []
    longest = 0
    for window in found:
        longest = max(longest, 2 + sum(map(len, window.pieces)))
        if group and longest * (len(group) + 1) > size:
            groups.append(group)
            group, longest = [], 2 + sum(map(len, window.pieces))
        group.append(window)
    groups.append(group)
    chance.shuffle(groups)
    return groups
