"""Tables of quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from rich.console import Group
from rich.text import Text

from newscli.model import Article, Quote, Span
from newscli.render import wording
from newscli.render.table.cells import (
    GAP,
    INDENT,
    QUIET,
    SPEAKERS,
    STRONG,
    UNSURE,
    Block,
    Page,
    cut,
    fitting,
    in_columns,
    item,
    left,
    safe_text,
)

# Below it a quote is more likely wrong than right.
UNSURE_BELOW: Final = 0.5
# The speaker may have a fifth of the page, the cue a sixth, so that three fifths are left for the words;
# without speakers the cue may have their fifth. Set by hand, by the look of pages of 60 to 120 columns.
_SPEAKER_PART: Final = 5
_CUE_PART: Final = 6
# A long description is cut at so many lines, as a speaker and beside one.
_SPEAKER_LINES: Final = 3


def quote_blocks(page: Page) -> Iterator[Block]:
    """Yield the rows of all quotes, under their speakers if the user asked for that."""
    colors = speaker_colors(page)
    if not page.looks.by_speaker:
        yield from quote_rows(page, page.analysis.quotes, colors)
        return
    for speaker, group in groupby(wording.by_speaker(page.analysis), key=lambda quote: quote.speaker):
        quotes = list(group)
        name = safe_text(speaker or wording.NO_SPEAKER, colors.get(speaker, STRONG) if speaker else QUIET)
        told = next((quote.description for quote in quotes if quote.description), None)
        if told is not None:
            name = Text.assemble(name, safe_text(f", {wording.readable(page.article, told)}", QUIET))
        size = safe_text(wording.size_of_quotes(page.article, quotes), QUIET)
        first = min(name.cell_len, left(page.width, (0, GAP), (size.cell_len, 0)))
        named = speaker is None and any(quote.mention for quote in quotes)
        title = in_columns([(first, GAP), (size.cell_len, 0)], [[name, size]])
        yield Group(title, *quote_rows(page, quotes, colors, named=named))


def speaker_colors(page: Page) -> dict[str | None, str]:
    """Return the style of each speaker whom the article quotes more than once, for the whole page."""
    again = wording.quoted_again(page.analysis)
    return {speaker: f"{STRONG} {SPEAKERS[n % len(SPEAKERS)]}" for n, speaker in enumerate(again)}


def quote_rows(
    page: Page, quotes: Sequence[Quote], colors: Mapping[str | None, str], *, named: bool = True
) -> list[Block]:
    """Return mark, speaker, cue and words of each quote in columns, stacked if the page is narrow."""
    rows = [_quote_cells(page.article, quote, colors.get(quote.speaker, STRONG)) for quote in quotes]
    if named:
        rows = _described(page.article, quotes, rows)
    if page.stacked:
        return [_stacked_quote(page, row, named=named) for row in rows]
    second = fitting([row.cue for row in rows], page.width // (_CUE_PART if named else _SPEAKER_PART))
    cue = (second, GAP)
    if not named:
        columns = [INDENT, cue, (left(page.width, INDENT, cue), 0)]
        return [in_columns(columns, [(row.mark, row.cue, row.words)]) for row in rows]
    first = fitting([row.speaker for row in rows], page.width // _SPEAKER_PART)
    speaker = (first, GAP)
    columns = [INDENT, speaker, cue, (left(page.width, INDENT, speaker, cue), 0)]
    longest = _SPEAKER_LINES * first
    return [
        in_columns(columns, [(row.mark, _speaker_cell(row, longest), row.cue, row.words)]) for row in rows
    ]


def _described(article: Article, quotes: Sequence[Quote], rows: Sequence[_QuoteCells]) -> list[_QuoteCells]:
    """Return the rows with what the article says of each speaker at the first of them."""
    found, seen = [], set[Span]()
    for quote, row in zip(quotes, rows, strict=True):
        told = quote.description
        words = "" if told is None or told in seen else wording.readable(article, told)
        found.append(row._replace(description=safe_text(words, QUIET)))
        seen |= {told} if told else set()
    return found


def _speaker_cell(row: _QuoteCells, longest: int) -> Text:
    """Return a speaker with the description below."""
    speaker = cut(row.speaker, longest)
    return Text("\n").join((speaker, cut(row.description, longest))) if row.description else speaker


class _QuoteCells(NamedTuple):
    mark: Text
    speaker: Text
    cue: Text
    words: Text
    description: Text = Text()


def _quote_cells(article: Article, quote: Quote, style: str) -> _QuoteCells:
    words = safe_text(wording.readable(article, *quote.spans))
    # Square brackets are what editors put around their own words inside a quotation.
    if notes := wording.quote_notes(quote):
        words = Text.assemble(words, (f" [{', '.join(notes)}]", QUIET))
    return _QuoteCells(
        mark=Text("?", UNSURE) if quote.confidence < UNSURE_BELOW else Text(),
        speaker=safe_text(wording.speaker_or_source(article, quote), style if quote.speaker else QUIET),
        cue=safe_text(wording.APART.join(wording.readable(article, piece) for piece in quote.cue), QUIET),
        words=words,
    )


def _stacked_quote(page: Page, row: _QuoteCells, *, named: bool) -> Block:
    if named:
        who = Text(", ").join(filter(None, (row.speaker, row.description)))
        return Group(Text(" ").join(filter(None, (who, row.cue))), item(page, row.words, row.mark))
    return item(page, Text("  ").join(filter(None, (row.cue, row.words))), row.mark)
