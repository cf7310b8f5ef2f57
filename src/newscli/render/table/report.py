"""The report on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group
from rich.table import Table
from rich.text import Text

from newscli.model import Entity
from newscli.render import wording
from newscli.render.table.cells import (
    BAR_WIDTH,
    GAP,
    INDENT,
    QUIET,
    STRONG,
    Block,
    Page,
    bar,
    in_columns,
    item,
    left,
    nothing,
    number_cell,
    safe_text,
    title_cell,
)
from newscli.render.table.quotes import quote_rows, speaker_colors, sure

# Set by hand, so that the report of a usual article fits on a screen of 80 columns and 40 lines.
TWO_COLUMNS_FROM: Final = 140  # summary and names stand beside each other; the summary has 60 then
NAMES_WIDTH: Final = 38  # of a group of names that stands beside others
NAMES_SHOWN: Final = 6  # of each group
QUOTES_SHOWN: Final = 10
QUOTE_LINES: Final = 3  # of each; ``quotes`` shows them whole


def report_blocks(page: Page) -> Iterator[Block]:
    """Yield headline and facts, summary, surest quotes, chief names and keywords."""
    article, analysis = page.article, page.analysis
    headline = article.first("headline")
    known = [article.first(role) for role in ("byline", "dateline")]
    facts = [wording.readable(article, span) for span in known if span] + [
        f"{wording.body_words(article)} words"
    ]
    yield Group(
        safe_text(wording.readable(article, headline) if headline else wording.origin(article), STRONG),
        safe_text(" · ".join(facts), QUIET),
    )
    beside = page.screen >= TWO_COLUMNS_FROM and bool(analysis.summary and analysis.entities)
    if beside:
        yield _beside(page)
    elif analysis.summary:
        yield _summary(page)
    quotes = _chief_quotes(page) or [nothing("quotes")]
    yield Group(title_cell(wording.TITLES["quotes"]), *quotes)
    no_names = Group(title_cell(wording.TITLES["entities"]), nothing("entities"))
    if not beside:
        yield _names(page) if analysis.entities else no_names
    if analysis.keywords:
        terms = safe_text(" · ".join(keyword.term for keyword in analysis.keywords))
        yield Group(title_cell(wording.TITLES["keywords"]), item(page, terms))


def _summary(page: Page) -> Group:
    """Return the sentences of the summary below their title."""
    chosen = page.analysis.summary
    sentences = [safe_text(wording.in_full(page.article, sentence)) for sentence in chosen]
    rows = (item(page, sentence, Text("•", QUIET)) for sentence in sentences)
    return Group(title_cell(wording.TITLES["summary"]), *rows)


def _beside(page: Page) -> Table:
    """Return the summary, and beside it the names, in two columns of groups."""
    names = 2 * (NAMES_WIDTH + 1)
    summary = left(page.screen, (names, GAP))
    cells: list[Block] = [_summary(page.narrowed(summary)), _names(page.narrowed(names))]
    table = in_columns([(summary, GAP), (names, 0)], [cells])
    table.width = page.screen
    return table


def _chief_quotes(page: Page) -> list[Block]:
    """Return the rows of the surest quotes, in text order, and how many more there are."""
    quotes = sure(page.analysis.quotes)
    chief, colors = wording.surest(quotes, QUOTES_SHOWN), speaker_colors([page.analysis])
    rows = quote_rows(page, chief, colors, lines=QUOTE_LINES) if chief else []
    more = len(quotes) - QUOTES_SHOWN
    return [*rows, Text(f"  and {more} more", QUIET)] if more > 0 else rows


def _names(page: Page) -> Table:
    """Return the groups of names side by side, each under the column that is shortest so far."""
    groups = wording.name_groups(page.analysis.entities)
    columns = min(len(groups), max(1, page.width // NAMES_WIDTH))
    width = page.width // columns - 1
    stacks: list[list[Block]] = [[] for _ in range(columns)]
    heights = [0] * columns
    for (title, entities), table in zip(groups, _chief_names(groups, width), strict=True):
        shortest = heights.index(min(heights))
        more = len(entities) - NAMES_SHOWN
        heights[shortest] += min(len(entities), NAMES_SHOWN + 1) + 2  # title and blank line
        stacks[shortest] += [Text()] if stacks[shortest] else []
        stacks[shortest] += [title_cell(title), table]
        stacks[shortest] += [Text(f"  and {more} more", QUIET)] if more > 0 else []
    return in_columns([(width, 1)] * columns, [[Group(*stack) for stack in stacks]])


def _chief_names(groups: Sequence[tuple[str, list[Entity]]], width: int) -> Iterator[Table]:
    """Yield for each group its first names with count and bar, in columns of the same widths."""
    shown = [entities[:NAMES_SHOWN] for _, entities in groups]
    most = max(entity.count for entities in shown for entity in entities)
    digits = len(str(most))
    behind = [(digits, 1), (BAR_WIDTH, 0)]
    room = left(width, INDENT, (0, GAP), *behind)
    names = [[safe_text(entity.name) for entity in entities] for entities in shown]
    room = min(room, max(name.cell_len for group in names for name in group))
    for group, entities in zip(names, shown, strict=True):
        cells = (
            (Text(), name, number_cell(entity.count), bar(entity.count / most))
            for name, entity in zip(group, entities, strict=True)
        )
        yield in_columns([INDENT, (room, GAP), *behind], cells, right={2})
