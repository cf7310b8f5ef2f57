"""Which articles each shard of a large collection has: the same on every machine, by sizes alone."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Final, NamedTuple

# Some minutes of reading for one process.
_BYTES_OF_SHARD: Final = 8 * 1024 * 1024
# Each shard of a file reads all of it, to find its own articles.
_MOST_OF_FILE: Final = 16


class Input(NamedTuple):
    """A file and how many bytes it has."""

    file: str
    size: int


class Slice(NamedTuple):
    """Every so many-th article of a file: all of it if ``of`` is 1.

    Attributes:
        file: The file.
        first: The number of the first article, from 0.
        of: How many shards share the file.
    """

    file: str
    first: int
    of: int


def usual_count(inputs: Sequence[Input]) -> int:
    """Return into how many shards inputs are dealt if the user does not say it."""
    large = [size for _, size in inputs if size >= _BYTES_OF_SHARD]
    small = sum(size for _, size in inputs) - sum(large)
    parts = sum(min(_MOST_OF_FILE, size // _BYTES_OF_SHARD) for size in large)
    return max(1, parts + -(-small // _BYTES_OF_SHARD))


def deal(inputs: Sequence[Input], count: int) -> list[tuple[Slice, ...]]:
    """Deal inputs out to shards of about the same size.

    Args:
        inputs: In the order in which they were named.
        count: How many shards there are.

    Returns:
        What each shard has, in the order of the inputs. Of fewer files than shards, each shard has a slice of
        one; of more, whole files.
    """
    return _share_files(inputs, count) if len(inputs) < count else _deal_files(inputs, count)


def _share_files(inputs: Sequence[Input], count: int) -> list[tuple[Slice, ...]]:
    """Give each file so many shards that those of the largest slices get the next one."""
    shares = [1] * len(inputs)
    largest: list[tuple[float, int]] = [(-size, at) for at, (_, size) in enumerate(inputs)]
    heapq.heapify(largest)
    for _ in range(count - len(inputs)) if inputs else ():
        _, at = largest[0]
        shares[at] += 1
        heapq.heapreplace(largest, (-inputs[at].size / shares[at], at))
    slices = [(Slice(one.file, k, of),) for one, of in zip(inputs, shares, strict=True) for k in range(of)]
    return [*slices, *[()] * (count - len(slices))]


def _deal_files(inputs: Sequence[Input], count: int) -> list[tuple[Slice, ...]]:
    """Give the largest file that is left to the shard that has least."""
    loads = [(0, shard) for shard in range(count)]
    owned: list[list[int]] = [[] for _ in range(count)]
    for at in sorted(range(len(inputs)), key=lambda at: (-inputs[at].size, at)):
        load, shard = loads[0]
        owned[shard].append(at)
        # A file costs something even if it is empty.
        heapq.heapreplace(loads, (load + inputs[at].size + 1, shard))
    return [tuple(Slice(inputs[at].file, 0, 1) for at in sorted(files)) for files in owned]
