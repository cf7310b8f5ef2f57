"""The table of an answer: records in columns, as wide as their words need and the terminal has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Group
from rich.text import Text

from newscli.render import Looks, wording
from newscli.render.columns import Record, Value, cell
from newscli.render.listing import Heading, Listing
from newscli.render.table.cells import (
    GAP,
    MAX_WIDTH,
    MIN_WIDTH,
    QUIET,
    STACK_BELOW,
    STRONG,
    Block,
    bar,
    cut,
    in_columns,
    safe_text,
)
from newscli.render.table.page import draw

_NUMBERS = frozenset({"number", "share"})
# The words of a cell are cut after so many lines: what is longer is for other formats.
_LINES = 6
# No column of words is narrower, if there is room.
_LEAST = 8


def write(listing: Listing, looks: Looks, out: TextIO) -> None:
    """Draw the records no wider than asked; under 60 columns each on lines of its own."""
    width = max(MIN_WIDTH, min(looks.width, MAX_WIDTH))
    records = list(listing.records)
    if not records:
        blocks: list[Block] = [Text(listing.nothing, QUIET)]
    elif width < STACK_BELOW:
        blocks = [Group(*(_stacked(listing, record) for record in records))]
    else:
        blocks = [_grid(listing, records, width)]
    out.write(draw(blocks, width, color=looks.color))


def _words(heading: Heading, value: Value) -> str:
    if isinstance(value, int) and heading.kind == "number":
        return f"{value:,}"
    return wording.percent(value) if heading.kind == "share" and isinstance(value, float) else cell(value)


def _stacked(listing: Listing, record: Record) -> Text:
    """Return a record in lines: its first column, then the others with their headings."""
    first, *others = listing.headings()
    told = ((heading.heading, _words(heading, record[heading.name])) for heading in others)
    lines = [Text.assemble((f"  {name} ", QUIET), safe_text(words)) for name, words in told if words]
    return Text("\n").join([safe_text(_words(first, record[first.name]), STRONG), *lines])


def _grid(listing: Listing, records: Sequence[Record], width: int) -> Block:
    headings = listing.headings()
    columns = [
        [
            Text(heading.heading, QUIET),
            *(safe_text(_words(heading, record[heading.name])) for record in records),
        ]
        for heading in headings
    ]
    right = {number for number, heading in enumerate(headings) if heading.kind in _NUMBERS}
    if listing.bar:
        at = listing.shown.index(listing.bar) + 1
        right = {number + (number >= at) for number in right}
        columns.insert(at, [Text(), *_bars([record[listing.bar] for record in records])])
    widths = _widths(columns, right, width)
    rows = [
        [cut(text, widths[number] * _LINES) for number, text in enumerate(row)]
        for row in zip(*columns, strict=True)
    ]
    pairs = [(size, GAP if number + 1 < len(widths) else 0) for number, size in enumerate(widths)]
    return in_columns(pairs, rows, right)


def _bars(values: Sequence[Value]) -> list[Text]:
    numbers = [value if isinstance(value, (int, float)) else 0 for value in values]
    most = max(numbers) or 1
    return [bar(number / most) if number else Text() for number in numbers]


def _widths(columns: Sequence[Sequence[Text]], fixed: set[int], width: int) -> list[int]:
    """Return the widths of columns: numbers as they are, words in what is left, the short ones first."""
    natural = [max(text.cell_len for text in column) for column in columns]
    room = width - GAP * (len(columns) - 1)
    free = sorted((number for number in range(len(columns)) if number not in fixed), key=natural.__getitem__)
    room -= sum(natural[number] for number in fixed)
    found = list(natural)
    for done, number in enumerate(free):
        share = max(room // (len(free) - done), min(natural[number], _LEAST), 1)
        found[number] = min(natural[number], share)
        room -= found[number]
    return found
