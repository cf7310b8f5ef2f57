"""Where the characters of a text that was mended stand in the text that it was made of.

Reading leaves characters out (markup, soft hyphens, page heads) and puts one in place of several (HTML
entities). What is found in the text that remains is shown by its offsets in the file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a text that is read otherwise: ``text[start:end]`` as ``instead``.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends; greater than ``start``.
        instead: What is read in its place, mostly nothing.
        parts: Whether it holds lines that are no part of what stands round it: a span over it is two.
    """

    start: int
    end: int
    instead: str = ""
    parts: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """The way back from a mended text to the text it was made of, in pieces.

    Attributes:
        text: The text that it was made of.
        starts: Where each piece begins in the mended text; the first is 0.
        begins: Where it begins in ``text``.
        ends: Where it ends in ``text``.
        parted: The numbers of the pieces before which whole lines were left out, in order.
    """

    text: str
    starts: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    parted: tuple[int, ...] = ()

    def places(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where a stretch of the mended text stands in ``text``, in one piece or more.

        Args:
            start: Where it begins, in code points of the mended text.
            end: Where it ends; greater than ``start``.
        """
        first = bisect_right(self.starts, start) - 1
        last = max(first, bisect_left(self.starts, end) - 1)
        bounds = [first]
        bounds += self.parted[bisect_right(self.parted, first) : bisect_right(self.parted, last)]
        places: list[tuple[int, int]] = []
        for number, piece in enumerate(bounds):
            final = number + 1 == len(bounds)
            begin = self._begin(piece, start) if number == 0 else self.begins[piece]
            places.append((begin, self._end(last, end) if final else self.ends[bounds[number + 1] - 1]))
        return places

    def reading(self, offset: int) -> int:
        """Return the offset in the mended text of what stands at an offset of ``text``."""
        piece = max(0, bisect_right(self.begins, offset) - 1)
        return self.starts[piece] + min(offset, self.ends[piece]) - self.begins[piece]

    def _begin(self, piece: int, offset: int) -> int:
        return min(self.begins[piece] + offset - self.starts[piece], self.ends[piece])

    def _end(self, piece: int, offset: int) -> int:
        """Return where a stretch ends that ends in a piece: behind all of what was read as one character."""
        following = piece + 1
        if following < len(self.starts) and offset >= self.starts[following]:
            return self.ends[piece]
        return min(self.begins[piece] + offset - self.starts[piece], self.ends[piece])


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Origin | None]:
    """Return a text as it reads with the edits, and the way back; None if there are none.

    An edit that stands inside an earlier or longer one is left out. Linear in the text, but for sorting.
    """
    chosen = _apart(edits)
    if not chosen:
        return text, None
    words: list[str] = []
    starts: list[int] = []
    begins: list[int] = []
    ends: list[int] = []
    parted: list[int] = []
    at = size = 0

    def add(piece: str, begin: int, end: int) -> None:
        nonlocal size
        starts.append(size)
        begins.append(begin)
        ends.append(end)
        words.append(piece)
        size += len(piece)

    for edit in chosen:
        if edit.start > at:
            add(text[at : edit.start], at, edit.start)
        if edit.instead:
            add(edit.instead, edit.start, edit.start if edit.parts else edit.end)
        if edit.parts:
            parted.append(len(starts))
        at = edit.end
    if at < len(text) or not starts:
        add(text[at:], at, len(text))
    return "".join(words), Origin(
        text,
        tuple(starts),
        tuple(begins),
        tuple(ends),
        tuple(piece for piece in parted if piece < len(starts)),
    )


def apply_behind(
    text: str, edits: Sequence[Edit], read: str, origin: Origin | None, further: Iterable[Edit]
) -> tuple[list[Edit], str, Origin | None]:
    """Apply edits of a text that was mended already.

    Args:
        text: The text that all was made of.
        edits: What was applied to it so far.
        read: The text that this made.
        origin: The way back from ``read``.
        further: Edits of ``read``.

    Returns:
        All edits, as edits of ``text``; the text that they make, and the way back from it.
    """
    new = list(further)
    if not new:
        return list(edits), read, origin
    if origin is not None:
        new = [_put_back(edit, origin) for edit in new]
    together = [*edits, *new]
    return together, *apply(text, together)


def _put_back(edit: Edit, origin: Origin) -> Edit:
    """Return an edit of a mended text as one of the text that it was made of."""
    places = origin.places(edit.start, edit.end)
    return replace(edit, start=places[0][0], end=places[-1][1], parts=edit.parts or len(places) > 1)


def _apart(edits: Iterable[Edit]) -> Sequence[Edit]:
    """Return the edits in order, without those that an earlier one covers or meets."""
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, -one.end)):
        if not chosen or edit.start >= chosen[-1].end:
            chosen.append(edit)
    return chosen
