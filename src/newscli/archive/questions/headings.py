"""The columns that answers share, and rows of the database as records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from newscli.render.columns import Record
from newscli.render.listing import Heading

# As SQLite has it.
NO_LIMIT: Final = -1

SPEAKER: Final = Heading("speaker", "Speaker")
TYPE: Final = Heading("source_type", "Type")
QUOTES: Final = Heading("quotes", "Statements", "number")
DIRECT: Final = Heading("direct", "Direct", "number")
WORDS: Final = Heading("words", "Words", "number")
ARTICLES: Final = Heading("articles", "Articles", "number")
OUTLETS: Final = Heading("outlets", "Outlets", "number")
FIRST: Final = Heading("first", "First")
LAST: Final = Heading("last", "Last")
FILE: Final = Heading("file", "File")
ARTICLE: Final = Heading("article", "Article")
OUTLET: Final = Heading("outlet", "Outlet")
DATE: Final = Heading("date", "Date")
HEADLINE: Final = Heading("headline", "Headline")


def as_records(columns: Sequence[Heading], rows: sqlite3.Cursor) -> Iterator[Record]:
    """Yield rows by the names of their columns."""
    names = [column.name for column in columns]
    return (dict(zip(names, row, strict=True)) for row in rows)
