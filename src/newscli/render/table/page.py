"""A page: the blocks of a view, drawn by Rich and written to a stream."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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
from newscli.render.table.compared import comparison_blocks
from newscli.render.table.names import entity_blocks, mention_blocks
from newscli.render.table.quotes import quote_blocks, speaker_blocks, sure
from newscli.render.table.report import report_blocks
from newscli.render.table.sources import source_blocks

RESET: Final = "\x1b[0m"
_LINE_TAIL: Final = re.compile(r"(?: |\x1b\[[0-9;]+m)+$", re.MULTILINE)  # spaces, coloured or not


def write(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Draw each analysis no wider than asked, with a blank line between two.

    Of several, those in which there is nothing to show are left out; quotes stand under their speakers over
    all of them, if the user asked for that.
    """
    if view == "quotes" and looks.by_speaker and looks.several:
        together = list(analyses)
        out.write(_draw(speaker_blocks(together, looks), together[0], looks) if together else "")
        return
    before = ""
    nothing_shown: Analysis | None = None
    for analysis in analyses:
        page = Page(analysis, looks)
        if looks.several and not (_holds(page, view) or analysis.warnings):
            nothing_shown = nothing_shown or analysis
            continue
        out.write(before + _draw(_blocks(page, view), analysis, looks))
        before = "\n"
    if nothing_shown is not None and not before:
        out.write(_draw([nothing(view)], nothing_shown, looks))


def _holds(page: Page, view: View) -> bool:
    """Return whether a table of the view has a row."""
    if view == "quotes":
        return bool(sure(page.analysis.quotes))
    return view == "report" or bool(columns.count(view, page.analysis))


def _draw(blocks: Iterable[Block], analysis: Analysis, looks: Looks) -> str:
    page = Page(analysis, looks)
    return draw(blocks, page.width, color=looks.color, screen=page.screen)


def draw(blocks: Iterable[Block], width: int, *, color: bool, screen: int | None = None) -> str:
    """Return blocks as text, coloured if they may be, without spaces at line ends.

    What stands in two columns has a width of its own, at most that of the screen.
    """
    # Not onto the stream itself: if a pipe is closed, Rich would end the process with code 1.
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=screen or width,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for number, block in enumerate(blocks):
        if number:
            console.print()
        console.print(block, width=getattr(block, "width", None) or width)
    return _LINE_TAIL.sub(lambda tail: RESET if RESET in tail[0] else "", buffer.getvalue())


def _blocks(page: Page, view: View) -> Iterator[Block]:
    """Yield the blocks of a page; a blank line goes between any two."""
    if page.article.file and (page.looks.several or page.article.article is not None):
        yield _rule(page)
    shown = view == "report" or columns.count(view, page.analysis)
    yield from _BLOCKS[view](page) if shown else [nothing(view)]
    notes = [safe_text(f"Note: {warning}", QUIET) for warning in page.analysis.warnings]
    unsure = (
        len(page.analysis.quotes) - len(sure(page.analysis.quotes)) if view in ("quotes", "report") else 0
    )
    if unsure:
        notes.insert(0, Text(wording.unsure_left_out(unsure), QUIET))
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
        words = safe_text(wording.in_full(page.article, sentence))
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


def _entities(page: Page) -> Iterator[Block]:
    return mention_blocks(page) if page.looks.mentions else entity_blocks(page)


_BLOCKS: Final[Mapping[View, Callable[[Page], Iterator[Block]]]] = {
    "report": report_blocks,
    "summary": _summary,
    "quotes": quote_blocks,
    "sources": source_blocks,
    "entities": _entities,
    "keywords": _keywords,
    "compare": comparison_blocks,
}
