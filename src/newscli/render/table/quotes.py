"""Tables of quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.console import Group
from rich.text import Text

from newscli.model import SHOWN_FROM, Analysis, Article, Quote, Span
from newscli.render import Looks, wording
from newscli.render.table.cells import (
    GAP,
    NESTED,
    QUIET,
    SPEAKERS,
    STRONG,
    Block,
    Page,
    cut,
    fitting,
    in_columns,
    left,
    nothing,
    safe_lines,
    safe_text,
)

# The speaker may have a fifth of the page, the cue a sixth, so that three fifths are left for the words;
# without speakers the cue may have their fifth. Set by hand, by the look of pages of 60 to 120 columns.
_SPEAKER_PART: Final = 5
_CUE_PART: Final = 6
# A long description is cut at so many lines, as a speaker and beside one.
_SPEAKER_LINES: Final = 3


def sure(quotes: Iterable[Quote]) -> list[Quote]:
    """Return the quotes that a table shows: none that is more likely wrong than right."""
    return [quote for quote in quotes if quote.confidence >= SHOWN_FROM]


def quote_blocks(page: Page) -> Iterator[Block]:
    """Yield the rows of all quotes, under their speakers if the user asked for that."""
    quotes = sure(page.analysis.quotes)
    colors = speaker_colors([page.analysis])
    if not quotes:
        yield nothing("quotes")
    elif page.looks.by_speaker:
        yield from _by_speaker([(page, quote) for quote in quotes], colors)
    else:
        yield from quote_rows(page, quotes, colors)


def speaker_blocks(analyses: Sequence[Analysis], looks: Looks) -> Iterator[Block]:
    """Yield the quotes of several articles under their speakers."""
    pages = [Page(analysis, looks) for analysis in analyses]
    quotes = [(page, quote) for page in pages for quote in sure(page.analysis.quotes)]
    yield from _by_speaker(quotes, speaker_colors(analyses)) if quotes else [nothing("quotes")]
    notes = (f"Note: {one.article.file}: {warning}" for one in analyses for warning in one.warnings)
    if shown := [safe_text(note, QUIET) for note in notes]:
        yield Group(*shown)


def _by_speaker(quotes: Sequence[tuple[Page, Quote]], colors: Mapping[str | None, str]) -> Iterator[Block]:
    """Yield a heading and rows for each speaker, in order of first appearance, those without a name last."""
    order: dict[str | None, list[tuple[Page, Quote]]] = {}
    for page, quote in quotes:
        order.setdefault(quote.speaker, []).append((page, quote))
    unknown = order.pop(None, [])
    for group in filter(None, (*order.values(), unknown)):
        yield Group(_heading(group, colors), *_rows_of_pages(group, colors))


def _heading(group: Sequence[tuple[Page, Quote]], colors: Mapping[str | None, str]) -> Block:
    """Return a speaker's name, description, and number of quotes."""
    page, first = group[0]
    speaker = first.speaker
    name = safe_text(speaker or wording.NO_SPEAKER, colors.get(speaker, STRONG) if speaker else QUIET)
    told = ((page.article, quote.description) for page, quote in group)
    described = next((wording.readable(article, span) for article, span in told if span), "")
    if described:
        name = Text.assemble(name, safe_text(f", {described}", QUIET))
    size = safe_text(wording.size_of_quotes((page.article, quote) for page, quote in group), QUIET)
    room = min(name.cell_len, left(page.width, (0, GAP), (size.cell_len, 0)))
    return in_columns([(room, GAP), (size.cell_len, 0)], [[name, size]])


def _rows_of_pages(group: Sequence[tuple[Page, Quote]], colors: Mapping[str | None, str]) -> Iterator[Block]:
    """Yield the rows of one speaker, below the name of each file if there are several."""
    for _, part in groupby(group, key=lambda pair: id(pair[0])):
        own = list(part)
        page = own[0][0]
        if page.looks.several:
            yield safe_text(page.article.file, QUIET)
        named = own[0][1].speaker is None and any(quote.mention for _, quote in own)
        yield from quote_rows(page, [quote for _, quote in own], colors, named=named)


def speaker_colors(analyses: Iterable[Analysis]) -> dict[str | None, str]:
    """Return the style of each speaker who is quoted more than once, for the whole page."""
    again = wording.quoted_again(analyses)
    return {speaker: f"{STRONG} {SPEAKERS[n % len(SPEAKERS)]}" for n, speaker in enumerate(again)}


def quote_rows(
    page: Page,
    quotes: Sequence[Quote],
    colors: Mapping[str | None, str],
    *,
    named: bool = True,
    lines: int | None = None,
) -> list[Block]:
    """Return place, speaker, cue and words of each quote in columns, stacked if the page is narrow.

    A quote that stands in another one of ``quotes`` is indented; without speakers it says who tells it.

    Args:
        page: The page.
        quotes: In text order, so that a holder comes first.
        colors: The style of each speaker's name.
        named: Whether to show speakers.
        lines: After how many lines words are cut, None for never.
    """
    holders = {quote.id: quote for quote in page.analysis.quotes}
    held = {quote.id for quote in quotes} if named else set()
    rows = [
        _quote_cells(page, quote, colors.get(quote.speaker, STRONG), holders.get(quote.within or 0), held)
        for quote in quotes
    ]
    if named:
        rows = _described(page.article, quotes, rows)
    place = (max(cell_len(wording.place_of(quote.paragraph)) for quote in page.analysis.quotes), 1)
    if page.stacked:
        return [_stacked_quote(page, row, place, lines, named=named) for row in rows]
    second = fitting([row.cue for row in rows], page.width // (_CUE_PART if named else _SPEAKER_PART))
    columns = [place, (second, GAP)]
    if named:
        first = fitting([row.speaker for row in rows], page.width // _SPEAKER_PART)
        columns = [place, (first, GAP), (second, GAP)]
    room = left(page.width, *columns)
    cells = []
    for row in rows:
        words = row.words if lines is None else cut(row.words, lines * room)
        speaker = [_speaker_cell(row, _SPEAKER_LINES * columns[1][0])] if named else []
        cells.append([row.place, *speaker, row.cue, words])
    return [in_columns([*columns, (room, 0)], [each]) for each in cells]


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
    place: Text
    speaker: Text
    cue: Text
    words: Text
    description: Text = Text()


def _quote_cells(page: Page, quote: Quote, style: str, holder: Quote | None, held: set[int]) -> _QuoteCells:
    article = page.article
    words = safe_lines(wording.readable_quote(article, quote, raw=page.looks.raw))
    nested = holder is not None and holder.id in held
    notes = wording.quote_notes(quote)
    if holder is not None and not nested and holder.speaker and holder.speaker != quote.speaker:
        notes.append(f"told by {holder.speaker}")
    # Square brackets are what editors put around their own words inside a quotation.
    if notes:
        words = Text.assemble(words, " ", safe_text(f"[{', '.join(notes)}]", QUIET))
    speaker = safe_text(wording.speaker_or_source(article, quote), style if quote.speaker else QUIET)
    cue = wording.APART.join(wording.readable(article, piece) for piece in quote.cue)
    return _QuoteCells(
        place=Text(wording.place_of(quote.paragraph), QUIET),
        speaker=Text.assemble((NESTED, QUIET), speaker) if nested else speaker,
        cue=safe_text(cue, QUIET if quote.status == "said" else STRONG),
        words=words,
    )


def _stacked_quote(
    page: Page, row: _QuoteCells, place: tuple[int, int], lines: int | None, *, named: bool
) -> Block:
    room = left(page.width, place)
    words = row.words if named else Text("  ").join(filter(None, (row.cue, row.words)))
    words = words if lines is None else cut(words, lines * room)
    told = in_columns([place, (room, 0)], [[row.place, words]])
    if not named:
        return told
    who = Text(", ").join(filter(None, (row.speaker, row.description)))
    return Group(Text(" ").join(filter(None, (who, row.cue))), told)
