"""An article cut into pieces that each wear the same marks, such that all pieces together are its prose.

Statements overlap, stand inside each other and hold names; elements of HTML must not overlap. So the text is
cut wherever a mark begins or ends, and nothing is nested but a name in a statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, Generic, NamedTuple, TypeVar

from newscli.model import Label, Span
from newscli.render.sanitize import safe

T = TypeVar("T")

_HIDDEN: Final = re.compile("\0+")


class Name(NamedTuple):
    """A mention of an entity.

    Attributes:
        span: Where it stands.
        label: What kind of name it is.
        anchor: The id of the place; empty if nothing leads there.
    """

    span: Span
    label: Label
    anchor: str


class Piece(NamedTuple):
    """Characters that wear the same marks.

    Attributes:
        text: The characters, cut where some of them hide: each with what is shown in its place, if it hides.
        name: The mention that they are of.
        begins: Whether it begins here.
        anchor: The id of the place at which they begin; empty if nothing leads there.
    """

    text: tuple[tuple[str, str], ...]
    name: Name | None
    begins: bool
    anchor: str


class Stretch(NamedTuple):
    """Pieces that belong to the same statements.

    Attributes:
        quotes: The numbers of the statements, as the caller counts them, the innermost first.
        begins: Whether the innermost one begins here.
        resumes: Whether it goes on here behind words that are not its own.
        pieces: In text order.
    """

    quotes: tuple[int, ...]
    begins: bool
    resumes: bool
    pieces: tuple[Piece, ...]


class _Layers(Generic[T]):
    """Spans that may overlap, each with a value: which values hold at an offset."""

    def __init__(self, spans: Iterable[tuple[Span, T]]) -> None:
        kept = [(span, value) for span, value in spans if span.start < span.end]
        self.cuts = sorted({offset for span, _ in kept for offset in (span.start, span.end)})
        self._values: list[tuple[T, ...]] = []
        kept.sort(key=lambda one: one[0])
        at, open_ones = 0, list[tuple[Span, T]]()
        for cut in self.cuts:
            open_ones = [one for one in open_ones if one[0].end > cut]
            while at < len(kept) and kept[at][0].start == cut:
                open_ones.append(kept[at])
                at += 1
            self._values.append(tuple(value for _, value in open_ones))

    def at(self, offset: int) -> tuple[T, ...]:
        """Return the values that hold at an offset, in the order in which they begin."""
        number = bisect_right(self.cuts, offset) - 1
        return self._values[number] if number >= 0 else ()


class Marks:
    """What is to be marked in an article.

    Args:
        prose: The article's.
        quotes: The spans of each statement.
        depths: In how many others each statement stands.
        names: Mentions in any order; if some overlap, the shortest is marked.
        anchors: Further ids, by the offset of the place.
    """

    def __init__(
        self,
        prose: str,
        quotes: Sequence[Sequence[Span]],
        depths: Sequence[int],
        names: Iterable[Name],
        anchors: Mapping[int, str],
    ) -> None:
        self._prose = prose
        self._quoted = _Layers((span, number) for number, spans in enumerate(quotes) for span in spans)
        self._named = _Layers((name.span, name) for name in names)
        self._anchors = anchors
        self._cuts = sorted({*self._quoted.cuts, *self._named.cuts, *anchors})
        sizes = [sum(span.end - span.start for span in spans) for spans in quotes]
        self._order = [(-depth, size) for depth, size in zip(depths, sizes, strict=True)]
        self._begun: set[int] = set()
        self._left_at: dict[int, int] = {}

    def stretches(self, span: Span) -> tuple[Stretch, ...]:
        """Return a span of the article in stretches; to be called in text order.

        Its time grows with the marks in the span, times how many of them stand inside each other.
        """
        inside = self._cuts[bisect_right(self._cuts, span.start) : bisect_left(self._cuts, span.end)]
        bounds = pairwise((span.start, *inside, span.end)) if span.start < span.end else ()
        alike = groupby((Span(*ends) for ends in bounds), key=lambda piece: self._innermost(piece.start))
        return tuple(self._stretch(quotes, list(spans)) for quotes, spans in alike)

    def _innermost(self, offset: int) -> tuple[int, ...]:
        return tuple(sorted(self._quoted.at(offset), key=lambda number: (self._order[number], -number)))

    def _stretch(self, quotes: tuple[int, ...], spans: Sequence[Span]) -> Stretch:
        chief = quotes[0] if quotes else None
        begins = chief is not None and chief not in self._begun
        resumes = chief is not None and not begins and self._left_at.get(chief) != spans[0].start
        if chief is not None:
            self._begun.add(chief)
        # An outer statement does not leave off where an inner one stands.
        self._left_at.update(dict.fromkeys(quotes, spans[-1].end))
        return Stretch(quotes, begins, resumes, tuple(map(self._piece, spans)))

    def _piece(self, span: Span) -> Piece:
        names = self._named.at(span.start)
        name = min(names, key=lambda one: (one.span.end - one.span.start, one.span)) if names else None
        begins = name is not None and name.span.start == span.start
        text = tuple(_uncovered(span.of(self._prose)))
        return Piece(text, name, begins, self._anchors.get(span.start, ""))


def _uncovered(text: str) -> Iterator[tuple[str, str]]:
    """Yield the characters of a text, those that hide or reorder others with their names: "U+202E"."""
    # Each becomes a null, which the gate lets pass in no other way, and the length stays.
    gated = safe(text.replace("\r", " "), single_line=False, escape=lambda _: "\0")
    start = 0
    for match in _HIDDEN.finditer(gated):
        if start < match.start():
            yield text[start : match.start()], ""
        hidden = text[match.start() : match.end()]
        times = f" ×{len(hidden)}" if len(hidden) > 1 else ""
        yield hidden, f"U+{ord(hidden[0]):04X}{times}"
        start = match.end()
    if start < len(text):
        yield text[start:], ""
