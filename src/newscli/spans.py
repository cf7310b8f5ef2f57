"""Sorted spans: which of many holds or meets an offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from newscli.model import Span


class SpanIndex:
    """Spans in text order without overlaps, found by offset; numbers are their indices.

    Offsets are code points, half-open. Each question takes logarithmic time.
    """

    __slots__ = ("_ends", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """Index spans that are sorted by start and do not overlap."""
        self._spans = tuple(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, number: int) -> Span:
        return self._spans[number]

    def before(self, offset: int) -> int | None:
        """Return the number of the last span that begins at or before an offset; None if there is none."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 else None

    def at(self, offset: int) -> int | None:
        """Return the number of the span that holds the character at an offset; None if there is none."""
        at = self.before(offset)
        return at if at is not None and offset < self._ends[at] else None

    def behind(self, offset: int) -> int:
        """Return the number of the first span that begins at or behind an offset; the count if none does."""
        return bisect_left(self._starts, offset)

    def inside(self, span: Span) -> range:
        """Return the numbers of the spans that a span holds."""
        return range(self.behind(span.start), bisect_right(self._ends, span.end))

    def meeting(self, span: Span) -> range:
        """Return the numbers of the spans that share a character with a span."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))


def outermost(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield those of sorted spans that no earlier one holds or meets."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
