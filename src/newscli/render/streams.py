"""Bytes by way of a stream of text, for formats that are no text."""

from __future__ import annotations

import io
from typing import TextIO


class Bytes(io.RawIOBase):
    """What takes bytes and passes them on at once, and knows how many there were.

    A pipe cannot say where it is, and writers of binary formats ask.

    Args:
        out: The stream of text, which stays open.
    """

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        out.flush()
        self._buffer = out.buffer
        self._count = 0

    def writable(self) -> bool:
        """Return that it can be written."""
        return True

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._count

    def write(self, data: object, /) -> int:
        """Write bytes, and return how many."""
        written = bytes(memoryview(data))  # type: ignore[arg-type]
        self._buffer.write(written)
        self._count += len(written)
        return len(written)
