"""Markdown, for notes and wikis: inert whatever the article says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TextIO

from newscli.comparison import Comparison
from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.columns import AnyTable, cell, view_table
from newscli.render.listing import Listing
from newscli.render.sanitize import fold_space, safe
from newscli.render.wording import NOTHING, PARTS, TITLES, origin

# Everywhere: code, emphasis, links, footnotes, tables, strike-through, formulas, issue numbers and
# user names. A colon before a letter or slash may start a bare link or an emoji code.
_MARKUP: Final = re.compile(r"[\\`*_\[\]|~$#@^]|:(?=\S)|(?<=www)\.")
# At the start of a line: lists, thematic breaks, setext underlines; "1." and "1)" number a list.
_LINE_START: Final = frozenset("-+=")
_NUMBERING: Final = re.compile(r"([0-9]{1,9})[.)](?=\s|$)")


def write(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Write a heading for each article, then a list or a table for each view."""
    before = ""
    for analysis in analyses:
        parts = _compared(analysis) if isinstance(analysis, Comparison) else _article(view, analysis, looks)
        out.write(before + "\n\n".join(parts) + "\n")
        before = "\n"


def write_listing(listing: Listing, _: Looks, out: TextIO) -> None:
    """Write a heading, then the records of a listing as a table."""
    rows = [[escape(cell(record[name])) for name in listing.shown] for record in listing.records]
    table = _table([column.heading for column in listing.headings()], rows) or listing.nothing
    out.write(f"## {escape(listing.title)}\n\n{table}\n")


def _compared(compared: Comparison) -> Iterator[str]:
    # It escapes as this module does, so it can be imported only when this one is.
    from newscli.render.compared_markdown import lines

    return lines(compared)


def escape(text: str) -> str:
    """Return the text on one line, such that neither Markdown nor HTML finds anything to obey in it."""
    text = safe(fold_space(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKUP.sub(r"\\\g<0>", text)
    if numbering := _NUMBERING.match(text):
        return f"{numbering[1]}\\{text[numbering.end(1) :]}"
    return f"\\{text}" if text[:1] in _LINE_START else text


def _article(view: View, analysis: Analysis, looks: Looks) -> Iterator[str]:
    source = analysis.article
    headline = source.first("headline")
    title = headline.of(source.text) if headline else origin(source)
    yield f"# {escape(title or f'{analysis.articles} articles')}"
    if headline and (looks.several or source.article is not None):
        yield f"File: {escape(origin(source))}"
    for part in PARTS if view == "report" else (view,):
        yield f"## {TITLES[part]}"
        # The article's own heading names the file.
        yield (
            _records(view_table(part, replace(looks, several=False, numbered=False)), analysis)
            or NOTHING[part]
        )
    for warning in analysis.warnings:
        yield f"Note: {escape(warning)}"


def _records(table: AnyTable, analysis: Analysis) -> str:
    """Return a list if one column is shown, a table if more are, and nothing without records."""
    rows = [[escape(cell(record[name])) for name in table.shown] for record in table.records(analysis)]
    if len(table.shown) == 1:
        return "\n".join(f"- {row[0]}" for row in rows)
    return _table(table.headings(), rows)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows] if rows else []
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
