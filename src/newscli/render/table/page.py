"""A page: the blocks of a view, drawn by Rich and written to a stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final, TextIO

from rich.console import Console, Group
from rich.text import Text

from newscli.model import Analysis
from newscli.render import Looks, View, columns, wording
from newscli.render.table.cells import (
    BAR_WIDTH,
    GAP,
    QUIET,
    STRONG,
    Block,
    Page,
    bar,
    in_columns,
    left,
    nothing,
    safe_text,
)
from newscli.render.table.names import entity_blocks, mention_blocks
from newscli.render.table.quotes import UNSURE_BELOW, quote_blocks
from newscli.render.table.report import QUOTES_SHOWN, report_blocks

RESET: Final = "\x1b[0m"
_LINE_TAIL: Final = re.compile(r"(?: |\x1b\[[0-9;]+m)+$", re.MULTILINE)  # spaces, coloured or not


def write(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Draw each analysis no wider than asked, with a blank line between two."""
    before = ""
    for analysis in analyses:
        out.write(before + _draw(Page(analysis, looks), view))
        before = "\n"


def _draw(page: Page, view: View) -> str:
    """Return the page as text, coloured if it may be, without spaces at line ends."""
    color = page.looks.color
    # Not onto the stream itself: if a pipe is closed, Rich would end the process with code 1.
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=page.width,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for number, block in enumerate(_blocks(page, view)):
        if number:
            console.print()
        console.print(block)
    return _LINE_TAIL.sub(lambda tail: RESET if RESET in tail[0] else "", buffer.getvalue())


def _blocks(page: Page, view: View) -> Iterator[Block]:
    """Yield the blocks of a page; a blank line goes between any two."""
    if page.looks.several or page.article.article is not None:
        yield _rule(page)
    if view == "report":
        yield from report_blocks(page)
    elif not columns.count(view, page.analysis):
        yield nothing(view)
    elif view == "summary":
        yield from _summary(page)
    elif view == "quotes":
        yield from quote_blocks(page)
    elif view == "entities":
        yield from mention_blocks(page) if page.looks.mentions else entity_blocks(page)
    else:
        yield from _keywords(page)
    notes = [safe_text(f"Note: {warning}", QUIET) for warning in page.analysis.warnings]
    shown = {
        "report": wording.surest(page.analysis.quotes, QUOTES_SHOWN),
        "quotes": page.analysis.quotes,
    }.get(view, ())
    if any(quote.confidence < UNSURE_BELOW for quote in shown):
        notes.insert(0, Text("? marks what is more likely wrong than right.", QUIET))
    if notes:
        yield Group(*notes)


def _rule(page: Page) -> Text:
    name = safe_text(wording.origin(page.article), STRONG)
    opening, space = "── ", " "
    rest = page.width - len(opening) - name.cell_len - len(space)
    return Text.assemble((opening, QUIET), name, (space + "─" * rest, QUIET))


def _summary(page: Page) -> Iterator[Block]:
    score = (len("0.00"), GAP)
    for sentence in page.analysis.summary:
        words = safe_text(wording.readable(page.article, sentence.span))
        reasons = safe_text("; ".join(sentence.reasons), QUIET)
        rows = [[Text(f"{sentence.score:.2f}", QUIET), words], *([[Text(), reasons]] if reasons else [])]
        yield in_columns([score, (left(page.width, score), 0)], rows) if page.looks.scores else words


def _keywords(page: Page) -> Iterator[Block]:
    """Yield the terms with a bar for their weight and how often they occur."""
    keywords = page.analysis.keywords
    terms = [safe_text(keyword.term) for keyword in keywords]
    times = [Text(f"{len(keyword.mentions)}×", QUIET) for keyword in keywords]
    last = max(text.cell_len for text in times)
    room = left(page.width, (0, GAP), (BAR_WIDTH, GAP), (last, 0))
    first = min(max(term.cell_len for term in terms), room)
    bars = [bar(keyword.score) for keyword in keywords]
    columns = [(first, GAP), (BAR_WIDTH, GAP), (last, 0)]
    yield in_columns(columns, zip(terms, bars, times, strict=True), right={2})
