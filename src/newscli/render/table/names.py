"""Tables of entities and of their mentions in context."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.console import Group
from rich.text import Text

from newscli.model import Entity
from newscli.render import concordance, wording
from newscli.render.table.cells import (
    BAR_WIDTH,
    GAP,
    INDENT,
    QUIET,
    STRONG,
    Block,
    Page,
    bar,
    fit,
    fitting,
    in_columns,
    left,
    number_cell,
    safe_text,
    title_cell,
)

_NAME_PART: Final = 3  # a name may have a third of the page; what is longer is broken
# Mentions stand one below the other, a little left of the middle: what follows a name says more of it.
_FIFTHS_BEFORE: Final = 2


def entity_blocks(page: Page) -> Iterator[Block]:
    """Yield a table for each group of names; all have columns of the same widths."""
    entities = page.analysis.entities
    places = concordance.Places(page.article)
    most = max(entity.count for entity in entities)
    digits = len(str(most))
    groups = [
        (title, [_entity_cells(e, most, places) for e in group])
        for title, group in wording.name_groups(entities)
    ]
    if page.stacked:
        for title, group in groups:
            cells = (
                [row.indent, row.number, Text("  ").join(filter(None, (row.name, row.also)))] for row in group
            )
            narrow = [INDENT, (digits, 1), (left(page.width, INDENT, (digits, 1)), 0)]
            yield Group(title_cell(title), in_columns(narrow, cells, right={1}))
        return
    rows = [row for _, group in groups for row in group]
    first = fitting([row.name for row in rows], page.width // _NAME_PART)
    last = max(len("first"), *(row.first.cell_len for row in rows))
    counted = [INDENT, (first, GAP), (digits, 1), (BAR_WIDTH, GAP)]
    room = left(page.width, *counted, (0, GAP), (last, 0))
    also = min(max(row.also.cell_len for row in rows), room)
    columns = [*counted, (max(len("also"), also), GAP), (last, 0)]
    heads = [Text("also" if also else "", QUIET), Text("first", QUIET)]  # above the first group
    title_width = sum(map(sum, counted))
    for title, group in groups:
        yield Group(
            in_columns([(title_width, 0), *columns[len(counted) :]], [[title_cell(title), *heads]]),
            in_columns(columns, group, right={2}),
        )
        heads = [Text(), Text()]


class _EntityCells(NamedTuple):
    indent: Text
    name: Text
    number: Text
    bar: Text
    also: Text
    first: Text


def _entity_cells(entity: Entity, most: int, places: concordance.Places) -> _EntityCells:
    return _EntityCells(
        indent=Text(),
        name=safe_text(entity.name),
        number=number_cell(entity.count),
        bar=bar(entity.count / most),
        also=safe_text(" · ".join(wording.further_aliases(entity)), QUIET),
        first=safe_text(places.name(entity.mentions[0].start), QUIET),
    )


def mention_blocks(page: Page) -> Iterator[Block]:
    """Yield each entity with its mentions, one a line in the words around it."""
    found = concordance.occurrences(page.analysis)
    margin = max(cell_len(mention.place) for mention in found) + GAP
    longest = max(safe_text(mention.span.of(page.article.text)).cell_len for mention in found)
    middle = max(margin, min(margin + (page.width - margin) * _FIFTHS_BEFORE // 5, page.width - longest))
    for entity, mentions in groupby(found, key=lambda mention: mention.entity):
        name = Text.assemble(safe_text(entity.name, STRONG), (f"  {entity.label}  {entity.count}", QUIET))
        yield Group(name, *(_in_context(page, mention, margin, middle) for mention in mentions))


def _in_context(page: Page, mention: concordance.Occurrence, margin: int, middle: int) -> Text:
    """Return a line with the mention at the column ``middle``, as many whole words around it as fit."""
    text, span = page.article.text, mention.span
    before = " " if text[span.start - 1 : span.start].isspace() else ""
    after = " " if text[span.end : span.end + 1].isspace() else ""
    start = fit(mention.left, middle - margin - len(before), from_end=True)
    line = safe_text(mention.place, QUIET)
    line.pad_right(middle - line.cell_len - start.cell_len - len(before))
    line = Text.assemble(line, start, before, safe_text(span.of(text), STRONG), after)
    return Text.assemble(line, fit(mention.right, page.width - line.cell_len, from_end=False))
