"""Tables of entities and of their mentions in context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    cut,
    fit,
    fitting,
    in_columns,
    left,
    number_cell,
    safe_text,
    title_cell,
)

_LEAST_DESCRIPTION: Final = 12  # cells; of less room a description would lose most of its words
_NAME_PART: Final = 3  # a name may have a third of the page; what is longer is broken
# Mentions stand one below the other, a little left of the middle: what follows a name says more of it.
_FIFTHS_BEFORE: Final = 2


def entity_blocks(page: Page) -> Iterator[Block]:
    """Yield a table for each group of names, all of the same columns, and a line on what it shows."""
    entities = [entity for entity in page.analysis.entities if entity.label != "MISC"]
    if page.looks.other_names or not entities:
        entities = list(page.analysis.entities)
    cells = _Cells(page, max(entity.count for entity in entities))
    groups = [(title, list(map(cells.of, group))) for title, group in wording.name_groups(entities)]
    yield from _stacked(page, groups) if page.stacked else _wide(page, groups)
    notes = (wording.ORDER, wording.left_out(len(page.analysis.entities) - len(entities)))
    yield Text(" ".join(filter(None, notes)), QUIET)


def _stacked(page: Page, groups: Sequence[_Group]) -> Iterator[Block]:
    """Yield the groups on a narrow page: count, name and what else belongs in the row, one behind another."""
    digits = max(row.number.cell_len for _, group in groups for row in group)
    columns = [INDENT, (digits, 1), (left(page.width, INDENT, (digits, 1)), 0)]
    for title, group in groups:
        cells = (
            [row.indent, row.number, Text("  ").join(filter(None, (row.name, row.score, row.also)))]
            for row in group
        )
        yield Group(title_cell(title), in_columns(columns, cells, right={1}))


def _wide(page: Page, groups: Sequence[_Group]) -> Iterator[Block]:
    """Yield the groups in columns, of the same widths in all; the heads of the later ones stand above all."""
    rows = [row for _, group in groups for row in group]
    first = fitting([row.name for row in rows], page.width // _NAME_PART)
    digits = max(row.number.cell_len for row in rows)
    score = max(row.score.cell_len for row in rows)
    counted = [INDENT, (first, GAP), (digits, 1), (BAR_WIDTH, GAP), *([(score, GAP)] if score else [])]
    last = max(len("first"), *(row.first.cell_len for row in rows))
    room = left(page.width, *counted, (0, GAP), (last, 0))
    also = max(len("also"), min(max(row.also.cell_len for row in rows), room))
    longest = max(row.who.cell_len for row in rows)
    who = min(longest, room - also - GAP)
    described = [(who, GAP)] if longest and who >= min(longest, _LEAST_DESCRIPTION) else []
    columns = [*counted, (also, GAP), *described, (last, 0)]
    heads = [Text("also" if any(row.also for row in rows) else "", QUIET), Text("who", QUIET)]
    heads = [*heads[: 1 + len(described)], Text("first", QUIET)]  # above the first group
    for title, group in groups:
        head = [(left(sum(map(sum, counted))), 0), *columns[len(counted) :]]
        cells = (
            [row.indent, row.name, row.number, row.bar, *([row.score] if score else []), row.also]
            + ([cut(row.who, who)] if described else [])
            + [row.first]
            for row in group
        )
        yield Group(in_columns(head, [[title_cell(title), *heads]]), in_columns(columns, cells, right={2}))
        heads = [Text()] * len(heads)


class _EntityCells(NamedTuple):
    indent: Text
    name: Text
    number: Text
    bar: Text
    score: Text
    also: Text
    who: Text
    first: Text


_Group = tuple[str, list[_EntityCells]]


class _Cells:
    """Makes the cells of entities."""

    def __init__(self, page: Page, most: int) -> None:
        """Prepare for entities of whom the most frequent has ``most`` mentions."""
        self._page, self._most = page, most
        self._places = concordance.Places(page.article)

    def of(self, entity: Entity) -> _EntityCells:
        """Return the cells of an entity."""
        who = entity.description
        return _EntityCells(
            indent=Text(),
            name=safe_text(entity.name),
            number=number_cell(entity.count),
            bar=bar(entity.count / self._most),
            score=Text(f"{entity.salience:.2f}" if self._page.looks.scores else "", QUIET),
            also=safe_text(" · ".join(wording.further_aliases(entity)), QUIET),
            who=safe_text(wording.readable(self._page.article, who) if who else "", QUIET),
            first=safe_text(self._places.name(entity.mentions[0].start), QUIET),
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
