"""Windows over documents, and batches of windows of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np
import torch

from newscli.engines.reader.model import FEATURES, GROUPS
from newscli.engines.reader.wordpieces import WordPieces
from training.reader.augment import Augmenter
from training.reader.documents import Document, Link, Pointer
from training.reader.renaming import Renamer
from training.reader.tags import UNKNOWN

# Pieces of a window, those that open and close it included.
WINDOW: Final = 256
# A link whose target lies outside the window.
OUT_OF_SIGHT: Final = -1


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length, padded to the longest.

    Attributes:
        pieces: ``[windows, length]``.
        features: ``[windows, length, FEATURES]``, case, place, quotation and convention of each piece's word.
        mask: ``[windows, length]``, where there is a piece.
        tags: ``[windows, length, groups]``, at the first piece of each word; UNKNOWN elsewhere.
        links: ``[count, 7]``: window, piece of a content's first word, pieces of its cue and its source (0
            for none, OUT_OF_SIGHT for one in another window), layer, status, act.
        pointers: ``[count, 3]``: window, piece of a mention's first word, which of its vectors asks.
        pointed: ``[count, 2]``: number of the pointer, piece of a name's first word; 0 for no name.
    """

    pieces: torch.Tensor
    features: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    links: torch.Tensor
    pointers: torch.Tensor
    pointed: torch.Tensor

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
        return Batch(*(getattr(self, part.name).to(device) for part in fields(self)))


def _cut(document: Document, start: int, end: int) -> Document:
    """Return the words ``start`` to ``end`` of a document; links start at 0 again."""
    links = [
        replace(
            link,
            content=link.content - start,
            cue=_seen(link.cue, start, end),
            source=_seen(link.source, start, end),
        )
        for link in document.links
        if start <= link.content < end
    ]
    return replace(
        document,
        pieces=document.pieces[start:end],
        cases=document.cases[start:end],
        places=document.places[start:end],
        quoted=document.quoted[start:end],
        starts=[0, *(s - start for s in document.starts if start < s < end)],
        tags=document.tags[start:end],
        links=links,
        pointers=list(_cut_pointers(document.pointers, start, end)),
    )


def _cut_pointers(pointers: Sequence[Pointer], start: int, end: int) -> Iterator[Pointer]:
    """Yield the pointers of a window; one whose names all stand elsewhere tells nothing there."""
    for pointer in pointers:
        names = tuple(name - start for name in pointer.names if start <= name < end)
        if start <= pointer.mention < end and bool(names) == bool(pointer.names):
            yield Pointer(pointer.mention - start, pointer.asking, names)


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
    features = np.zeros((*shape, FEATURES), dtype=np.int64)
    tags = np.full((*shape, len(GROUPS)), UNKNOWN, dtype=np.int64)
    links: list[tuple[int, ...]] = []
    pointers: list[tuple[int, int, int]] = []
    pointed: list[tuple[int, int]] = []
    for row, window in enumerate(group):
        pieces[row, 0], pieces[row, lengths[row] - 1] = cutter.start, cutter.stop
        features[row, : lengths[row], -1] = window.convention
        places, at = [], 1
        for number, word in enumerate(window.pieces):
            places.append(at)
            end = at + len(word)
            pieces[row, at:end] = word
            features[row, at:end, :-1] = (window.cases[number], window.places[number], window.quoted[number])
            if word:
                tags[row, at] = window.tags[number]
            at = end
        links += [(row, *_numbers(link, places)) for link in window.links]
        for pointer in window.pointers:
            pointed += [(len(pointers), places[name]) for name in pointer.names] or [(len(pointers), 0)]
            pointers.append((row, places[pointer.mention], pointer.asking))
    mask = np.arange(shape[1])[None, :] < np.array(lengths)[:, None]
    return Batch(
        torch.from_numpy(pieces),
        torch.from_numpy(features),
        torch.from_numpy(mask),
        torch.from_numpy(tags),
        torch.tensor(links, dtype=torch.long).reshape(-1, 7),
        torch.tensor(pointers, dtype=torch.long).reshape(-1, 3),
        torch.tensor(pointed, dtype=torch.long).reshape(-1, 2),
    )


def _numbers(link: Link, places: Sequence[int]) -> tuple[int, ...]:
    """Return a link as a batch holds it; ``places`` are those of the words' first pieces."""
    cue, source = (
        0 if word is None else OUT_OF_SIGHT if word == OUT_OF_SIGHT else places[word]
        for word in (link.cue, link.source)
    )
    return places[link.content], cue, source, link.layer, link.status, link.act


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
    augment = Augmenter(cutter, Renamer(documents, cutter), WINDOW - 2, chance.randrange(1 << 30))
    found: list[Document] = []
    for document in documents:
        times = int(document.weight) + (chance.random() < document.weight % 1)
        for _ in range(times):
            found += [augment(window) for window in windows(document, chance) if window.teaches]
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
