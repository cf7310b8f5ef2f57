"""Tables for people at a terminal: the one renderer that is Rich.

Untrusted text enters Rich as the ``Text`` that ``_text`` makes and never as ``str``, for Rich reads markup
and emoji codes in strings. Colour underlines what words and marks say; it tells nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from typing import Final, NamedTuple, TextIO

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newscli.model import Analysis, Article, Entity, Quote
from newscli.render import Style, View, concordance, records
from newscli.render.sanitize import fold, safe

Block = Text | Table | Group

# The palette: attributes and names of the eight ANSI colours, so that it follows the user's theme.
TITLE: Final = "bold cyan"
STRONG: Final = "bold"
QUIET: Final = "dim"
BAR: Final = "cyan"
UNSURE: Final = "yellow"
SPEAKERS: Final = ("green", "magenta", "blue", "cyan", "red")  # in turn, to those who are quoted again
RESET: Final = "\x1b[0m"
_LINE_TAIL: Final = re.compile(r"(?: |\x1b\[[0-9;]+m)+$", re.MULTILINE)  # spaces, coloured or not

MIN_WIDTH: Final = 20
MAX_WIDTH: Final = 120  # longer lines are hard to read, whatever the terminal can show
STACK_BELOW: Final = 60  # here columns would leave four or five words a line
NAMES_WIDTH: Final = 38  # of a group of names that stands beside others
NAMES_SHOWN: Final = 6  # of each group, in a report
QUOTES_SHOWN: Final = 10  # in a report; as many as leave the rest of it on the screen
BAR_WIDTH: Final = 8
UNSURE_BELOW: Final = 0.5
INDENT: Final = (1, 1)  # a column for a mark, or for none


def write(view: View, analyses: Iterable[Analysis], style: Style, out: TextIO) -> int:
    """Draw each analysis no wider than the style's width, with a blank line between two.

    Returns:
        The number of the view's records; a report shows the chief names only, but counts all.
    """
    written, before = 0, ""
    for analysis in analyses:
        out.write(before + _draw(_Page(analysis, style), view))
        written, before = written + records.count(view, analysis), "\n"
    return written


@dataclass(frozen=True, slots=True)
class _Page:
    """An analysis and how it is to be drawn."""

    analysis: Analysis
    style: Style

    @property
    def article(self) -> Article:
        return self.analysis.article

    @property
    def width(self) -> int:
        return max(MIN_WIDTH, min(self.style.width, MAX_WIDTH))

    @property
    def stacked(self) -> bool:
        return self.width < STACK_BELOW


def _draw(page: _Page, view: View) -> str:
    """Return the page as text, coloured where the style says so, without spaces at line ends."""
    color = page.style.color
    # Not onto the stream itself: where a pipe is closed, Rich would end the process with code 1.
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


def _blocks(page: _Page, view: View) -> Iterator[Block]:
    """Yield the blocks of a page; a blank line goes between any two."""
    if page.style.several:
        yield _rule(page)
    if view == "report":
        yield from _report(page)
    elif not records.count(view, page.analysis):
        yield _nothing(view)
    elif view == "summary":
        yield from _summary(page)
    elif view == "quotes":
        yield from _quotes(page)
    elif view == "entities":
        yield from _mentions(page) if page.style.mentions else _entities(page)
    else:
        yield from _keywords(page)
    notes = [_text(f"Note: {warning}", QUIET) for warning in page.analysis.warnings]
    shown = {
        "report": records.surest(page.analysis.quotes, QUOTES_SHOWN),
        "quotes": page.analysis.quotes,
    }.get(view, ())
    if any(quote.confidence < UNSURE_BELOW for quote in shown):
        notes.insert(0, Text("? marks what is more likely wrong than right.", QUIET))
    if notes:
        yield Group(*notes)


def _rule(page: _Page) -> Text:
    name = _text(page.article.file, STRONG)
    return Text.assemble(("── ", QUIET), name, (f" {'─' * (page.width - name.cell_len - 4)}", QUIET))


def _report(page: _Page) -> Iterator[Block]:
    article, analysis = page.article, page.analysis
    headline = article.first("headline")
    known = [article.first(role) for role in ("byline", "dateline")]
    facts = [records.readable(article, span) for span in known if span] + [
        f"{records.body_words(article)} words"
    ]
    yield Group(
        _text(records.readable(article, headline) if headline else article.file, STRONG),
        _text(" · ".join(facts), QUIET),
    )
    if analysis.summary:
        sentences = [_text(records.readable(article, sentence.span)) for sentence in analysis.summary]
        yield Group(_title(records.TITLES["summary"]), *(_item(page, s, Text("•", QUIET)) for s in sentences))
    quotes = _chief_quotes(page) if analysis.quotes else [_nothing("quotes")]
    yield Group(_title(records.TITLES["quotes"]), *quotes)
    no_names = Group(_title(records.TITLES["entities"]), _nothing("entities"))
    yield _names(page) if analysis.entities else no_names
    if analysis.keywords:
        terms = _text(" · ".join(keyword.term for keyword in analysis.keywords))
        yield Group(_title(records.TITLES["keywords"]), _item(page, terms))


def _chief_quotes(page: _Page) -> list[Block]:
    """Return the rows of the surest quotes, in text order, and how many more there are."""
    rows = _quote_rows(page, records.surest(page.analysis.quotes, QUOTES_SHOWN), _speaker_colors(page))
    more = len(page.analysis.quotes) - QUOTES_SHOWN
    return [*rows, Text(f"  and {more} more", QUIET)] if more > 0 else rows


def _names(page: _Page) -> Table:
    """Return the groups of names side by side, each under the column that is shortest so far."""
    groups = records.name_groups(page.analysis.entities)
    columns = min(len(groups), max(1, page.width // NAMES_WIDTH))
    width = page.width // columns - 1
    stacks: list[list[Block]] = [[] for _ in range(columns)]
    heights = [0] * columns
    for (title, entities), table in zip(groups, _chief_names(groups, width), strict=True):
        shortest = heights.index(min(heights))
        more = len(entities) - NAMES_SHOWN
        heights[shortest] += min(len(entities), NAMES_SHOWN + 1) + 2
        stacks[shortest] += [Text()] if stacks[shortest] else []
        stacks[shortest] += [_title(title), table]
        stacks[shortest] += [Text(f"  and {more} more", QUIET)] if more > 0 else []
    return _grid([(width, 1)] * columns, [[Group(*stack) for stack in stacks]])


def _chief_names(groups: Sequence[tuple[str, list[Entity]]], width: int) -> Iterator[Table]:
    """Yield for each group its first names with count and bar, in columns of the same widths."""
    shown = [entities[:NAMES_SHOWN] for _, entities in groups]
    most = max(entity.count for entities in shown for entity in entities)
    digits = len(str(most))
    room = width - BAR_WIDTH - digits - 5
    names = [[_text(entity.name) for entity in entities] for entities in shown]
    room = min(room, max(name.cell_len for group in names for name in group))
    for group, entities in zip(names, shown, strict=True):
        cells = (
            (Text(), name, _number(entity.count), _bar(entity.count / most))
            for name, entity in zip(group, entities, strict=True)
        )
        yield _grid([INDENT, (room, 2), (digits, 1), (BAR_WIDTH, 0)], cells, right={2})


def _summary(page: _Page) -> Iterator[Block]:
    for sentence in page.analysis.summary:
        words = _text(records.readable(page.article, sentence.span))
        reasons = _text("; ".join(sentence.reasons), QUIET)
        rows = [[Text(f"{sentence.score:.2f}", QUIET), words], *([[Text(), reasons]] if reasons else [])]
        yield _grid([(4, 2), (page.width - 6, 0)], rows) if page.style.scores else words


def _quotes(page: _Page) -> Iterator[Block]:
    colors = _speaker_colors(page)
    if not page.style.by_speaker:
        yield from _quote_rows(page, page.analysis.quotes, colors)
        return
    for speaker, group in groupby(records.by_speaker(page.analysis), key=lambda quote: quote.speaker):
        quotes = list(group)
        name = _text(speaker or records.NO_SPEAKER, colors.get(speaker, STRONG) if speaker else QUIET)
        size = _text(records.size_of_quotes(page.article, quotes), QUIET)
        first = min(name.cell_len, page.width - size.cell_len - 2)
        named = speaker is None and any(quote.mention for quote in quotes)
        title = _grid([(first, 2), (size.cell_len, 0)], [[name, size]])
        yield Group(title, *_quote_rows(page, quotes, colors, named))


def _speaker_colors(page: _Page) -> dict[str | None, str]:
    """Return the style of each speaker whom the article quotes more than once, for the whole page."""
    again = records.quoted_again(page.analysis)
    return {speaker: f"{STRONG} {SPEAKERS[n % len(SPEAKERS)]}" for n, speaker in enumerate(again)}


def _quote_rows(
    page: _Page, quotes: Sequence[Quote], colors: Mapping[str | None, str], named: bool = True
) -> list[Block]:
    """Return mark, speaker, cue and words of each quote in columns, stacked where the page is narrow."""
    rows = [_quote_cells(page.article, quote, colors.get(quote.speaker, STRONG)) for quote in quotes]
    if page.stacked:
        return [_stacked_quote(page, row, named) for row in rows]
    second = _fitting([row.cue for row in rows], page.width // (8 if named else 5))
    if not named:
        columns = [INDENT, (second, 2), (page.width - second - 4, 0)]
        return [_grid(columns, [(row.mark, row.cue, row.words)]) for row in rows]
    first = _fitting([row.speaker for row in rows], page.width // 5)
    columns = [INDENT, (first, 2), (second, 2), (page.width - first - second - 6, 0)]
    return [_grid(columns, [row._replace(speaker=_cut(row.speaker, 3 * first))]) for row in rows]


class _QuoteCells(NamedTuple):
    mark: Text
    speaker: Text
    cue: Text
    words: Text


def _quote_cells(article: Article, quote: Quote, style: str) -> _QuoteCells:
    words = _text(records.readable(article, *quote.spans))
    # Square brackets are what editors put around their own words inside a quotation.
    if notes := records.quote_notes(quote):
        words = Text.assemble(words, (f" [{', '.join(notes)}]", QUIET))
    return _QuoteCells(
        mark=Text("?", UNSURE) if quote.confidence < UNSURE_BELOW else Text(),
        speaker=_text(records.speaker_or_source(article, quote), style if quote.speaker else QUIET),
        cue=_text(records.readable(article, quote.cue) if quote.cue else "", QUIET),
        words=words,
    )


def _stacked_quote(page: _Page, row: _QuoteCells, named: bool) -> Block:
    if named:
        return Group(Text(" ").join(filter(None, (row.speaker, row.cue))), _item(page, row.words, row.mark))
    return _item(page, Text("  ").join(filter(None, (row.cue, row.words))), row.mark)


def _entities(page: _Page) -> Iterator[Block]:
    """Yield a table for each group of names; all have columns of the same widths."""
    entities = page.analysis.entities
    places = concordance.Places(page.article)
    most = max(entity.count for entity in entities)
    digits = len(str(most))
    groups = [
        (title, [_entity_cells(e, most, places) for e in group])
        for title, group in records.name_groups(entities)
    ]
    if page.stacked:
        for title, group in groups:
            cells = (
                [row.indent, row.number, Text("  ").join(filter(None, (row.name, row.also)))] for row in group
            )
            narrow = [INDENT, (digits, 1), (page.width - digits - 3, 0)]
            yield Group(_title(title), _grid(narrow, cells, right={1}))
        return
    rows = [row for _, group in groups for row in group]
    first = _fitting([row.name for row in rows], page.width // 3)
    last = max(len("first"), *(row.first.cell_len for row in rows))
    also = min(max(row.also.cell_len for row in rows), page.width - first - digits - BAR_WIDTH - last - 9)
    columns = [INDENT, (first, 2), (digits, 1), (BAR_WIDTH, 2), (max(len("also"), also), 2), (last, 0)]
    heads = [Text("also" if also else "", QUIET), Text("first", QUIET)]  # above the first group
    title_width = sum(map(sum, columns[:4]))
    for title, group in groups:
        yield Group(
            _grid([(title_width, 0), *columns[4:]], [[_title(title), *heads]]),
            _grid(columns, group, right={2}),
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
        name=_text(entity.name),
        number=_number(entity.count),
        bar=_bar(entity.count / most),
        also=_text(" · ".join(records.telling_aliases(entity)), QUIET),
        first=_text(places.name(entity.mentions[0].start), QUIET),
    )


def _mentions(page: _Page) -> Iterator[Block]:
    """Yield each entity with its mentions, one a line in the words around it."""
    found = concordance.occurrences(page.analysis)
    margin = max(cell_len(mention.place) for mention in found) + 2
    longest = max(_text(mention.span.of(page.article.text)).cell_len for mention in found)
    middle = max(margin, min(margin + (page.width - margin) * 2 // 5, page.width - longest))
    for entity, mentions in groupby(found, key=lambda mention: mention.entity):
        name = Text.assemble(_text(entity.name, STRONG), (f"  {entity.label}  {entity.count}", QUIET))
        yield Group(name, *(_in_context(page, mention, margin, middle) for mention in mentions))


def _in_context(page: _Page, mention: concordance.Occurrence, margin: int, middle: int) -> Text:
    """Return a line with the mention at the column ``middle``, as many whole words around it as fit."""
    text, span = page.article.text, mention.span
    before = " " if text[span.start - 1 : span.start].isspace() else ""
    after = " " if text[span.end : span.end + 1].isspace() else ""
    left = _fit(mention.left, middle - margin - len(before), from_end=True)
    line = _text(mention.place, QUIET)
    line.pad_right(middle - line.cell_len - left.cell_len - len(before))
    line = Text.assemble(line, left, before, _text(span.of(text), STRONG), after)
    return Text.assemble(line, _fit(mention.right, page.width - line.cell_len, from_end=False))


def _fit(words: str, cells: int, from_end: bool) -> Text:
    """Return the first words, or the last ones, that fit into so many cells."""
    kept = _text(words).plain
    while cell_len(kept) > max(0, cells):
        head, space, tail = kept.partition(" ") if from_end else kept.rpartition(" ")
        if not space:  # one long word
            head, tail = kept[:-1], kept[1:]
        kept = tail if from_end else head
    return _text(kept)


def _cut(text: Text, cells: int) -> Text:
    """Return the text, or its first whole words and an ellipsis where it is longer than so many cells."""
    if text.cell_len <= cells:
        return text
    return _text(f"{_fit(text.plain, cells - 1, from_end=False).plain}…", str(text.style))


def _keywords(page: _Page) -> Iterator[Block]:
    """Yield the terms with a bar for their weight and how often they occur."""
    keywords = page.analysis.keywords
    terms = [_text(keyword.term) for keyword in keywords]
    times = [Text(f"{len(keyword.mentions)}×", QUIET) for keyword in keywords]
    last = max(text.cell_len for text in times)
    first = min(max(term.cell_len for term in terms), page.width - BAR_WIDTH - last - 4)
    bars = [_bar(keyword.score) for keyword in keywords]
    columns = [(first, 2), (BAR_WIDTH, 2), (last, 0)]
    yield _grid(columns, zip(terms, bars, times, strict=True), right={2})


def _grid(
    columns: Sequence[tuple[int, int]], rows: Iterable[Sequence[Block]], right: Collection[int] = ()
) -> Table:
    """Return cells in columns of fixed widths, each with its space behind it; ``right`` align so."""
    grid = Table.grid()
    for number, (width, space) in enumerate(columns):
        grid.add_column(width=width + space, justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        grid.add_row(
            *(Padding(cell, (0, space, 0, 0)) for cell, (_, space) in zip(row, columns, strict=True))
        )
    return grid


def _fitting(cells: Sequence[Text], wide: int) -> int:
    """Return the width of a column: ``wide`` at most, but a third more for a long word's sake."""
    longest_word = max(cell_len(word) for cell in cells for word in cell.plain.split(" "))
    return min(max(cell.cell_len for cell in cells), max(wide, min(longest_word, wide * 4 // 3)))


def _item(page: _Page, words: Text, mark: Text | None = None) -> Table:
    """Return words that hang behind a mark of one cell."""
    return _grid([INDENT, (page.width - 2, 0)], [[mark or Text(), words]])


def _bar(share: float) -> Text:
    """Return a bar for a share from 0 to 1, in half cells and never empty."""
    halves = max(1, round(share * BAR_WIDTH * 2))
    return Text("━" * (halves // 2) + "╸" * (halves % 2), BAR)


def _number(number: int) -> Text:
    return Text(str(number), QUIET)


def _title(words: str) -> Text:
    return Text(words.upper(), TITLE)


def _nothing(view: View) -> Text:
    return Text(records.NOTHING[view], QUIET)


def _text(words: str, style: str = "") -> Text:
    """Return words of an article as Rich may show them: on one line, and nothing in them obeyed."""
    # Isolates go too, for a pair that a line break parts would turn around what stands beside it.
    return Text(safe(fold(words), isolates=False), style, overflow="fold")
