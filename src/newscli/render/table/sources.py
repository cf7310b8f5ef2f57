"""The table of sources: whom an article, or several, rely on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group
from rich.text import Text

from newscli.model import Audit, Source
from newscli.render import wording
from newscli.render.table.cells import (
    GAP,
    QUIET,
    STRONG,
    Block,
    Page,
    bar,
    cut,
    fitting,
    in_columns,
    left,
    safe_text,
)

# A name with its description may have two fifths of the page; each is cut after so many lines.
_NAME_FIFTHS: Final = 2
_NAME_LINES: Final = 3
_HEADINGS: Final = ("", "type", "share", "", "said", "direct", "words")


def source_blocks(page: Page) -> Iterator[Block]:
    """Yield the article in one line, then a row for each source, those of most words first."""
    sources = page.analysis.sources
    yield Text(wording.audit_line(Audit(sources)), STRONG)
    more = len(sources) - page.looks.most if page.looks.most else 0
    sources = sources[: page.looks.most or None]
    if page.stacked:
        yield Group(*(_stacked(page, source) for source in sources))
    else:
        yield _grid(page, sources)
    if more > 0:
        yield Text(f"and {more} more", QUIET)


def _grid(page: Page, sources: Sequence[Source]) -> Block:
    """Return the sources in columns."""
    several = page.analysis.articles > 1
    heads = [Text(heading, QUIET) for heading in (*_HEADINGS, "articles" if several else "first")]
    rows = [heads, *(_cells(page, source) for source in sources)]
    widths = [max(row[at].cell_len for row in rows) for at in range(1, len(heads))]
    behind = [*((width, GAP) for width in widths[:-1]), (widths[-1], 0)]
    room = left(page.width, (0, GAP), *behind)
    told = [safe_text(words) for source in sources for words in (source.name, _described(page, source))]
    name = min(room, fitting(told, max(page.width * _NAME_FIFTHS // 5, 1)))
    names = [Text(), *(_name(page, source, name) for source in sources)]
    cells = [[first, *row[1:]] for first, row in zip(names, rows, strict=True)]
    return in_columns([(name, GAP), *behind], cells, right={3, 4, 5, 6, 7})


def _name(page: Page, source: Source, width: int) -> Text:
    """Return a source's name with the description below."""
    name = cut(safe_text(source.name, _style(source)), _NAME_LINES * width)
    told = safe_text(_described(page, source), QUIET)
    return Text("\n").join((name, cut(told, _NAME_LINES * width))) if told else name


def _described(page: Page, source: Source) -> str:
    return "" if source.description is None else wording.readable(page.article, source.description)


def _style(source: Source) -> str:
    return STRONG if source.named else ""


def _cells(page: Page, source: Source) -> Sequence[Text]:
    """Return the cells of a source, the first of them empty."""
    many = page.analysis.articles > 1
    numbers = (source.quotes, source.direct, source.words)
    return [
        Text(),
        safe_text(", ".join(filter(None, (source.source_type, source.pronoun))), QUIET),
        bar(source.share),
        Text(wording.percent(source.share)),
        *(Text(str(number)) for number in numbers),
        Text(str(source.articles) if many else wording.place_of(source.first_paragraph), QUIET),
    ]


def _stacked(page: Page, source: Source) -> Block:
    """Return a source on two lines: who, then how much."""
    words = filter(None, (source.source_type, source.pronoun))
    size = f"{wording.percent(source.share)} · {source.quotes} said · {source.words} words"
    told = safe_text(_described(page, source), QUIET)
    who = Text(", ").join(filter(None, (safe_text(source.name, _style(source)), told)))
    return Group(who, safe_text(f"  {size} · {', '.join(words)}", QUIET))
