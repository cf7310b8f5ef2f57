"""Who said what, and what articles hold."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from newscli.archive.filters import Filters, full_text, where, where_articles
from newscli.archive.questions.headings import (
    ARTICLE,
    DATE,
    FILE,
    HEADLINE,
    NO_LIMIT,
    OUTLET,
    SPEAKER,
    TYPE,
    WORDS,
    as_records,
)
from newscli.model import Span
from newscli.render.columns import Passage, Record, Value
from newscli.render.listing import Heading, Listing

# Words round what was found, in an answer about articles.
_SNIPPET_TOKENS: Final = 24

_QUOTE_COLUMNS: Final = (
    FILE,
    ARTICLE,
    OUTLET,
    DATE,
    HEADLINE,
    Heading("id", "No.", "number"),
    Heading("kind", "Kind"),
    Heading("text", "Quote"),
    Heading("spans", "Spans", "parts"),
    Heading("cue", "Cue", "passage"),
    Heading("mention", "Source", "passage"),
    SPEAKER,
    TYPE,
    Heading("description", "Description", "passage"),
    Heading("status", "Status"),
    Heading("act", "Act"),
    Heading("within", "Within", "number"),
    Heading("confidence", "Confidence", "share"),
    Heading("paragraph", "Paragraph", "number"),
    Heading("shown", "Shown", "flag"),
    Heading("text_resolved", "With names"),
)
_QUOTE: Final = (
    "SELECT a.file, a.article, r.outlet, r.date, a.headline, r.number, r.kind, r.text, r.spans, r.cue,"
    " r.cue_spans, r.mention, r.mention_start, r.mention_end, s.name, s.source_type, r.description,"
    " r.description_start, r.description_end, r.status, r.act, r.within, r.confidence, r.paragraph, r.shown,"
    " r.text_resolved FROM"
)
# SQLite takes the tables of a cross join in this order: the articles are looked up, not walked through.
_BESIDE: Final = (
    " CROSS JOIN article AS a ON a.id = r.article_id LEFT JOIN speaker AS s ON s.id = r.canonical_id WHERE"
)


def quotes(connection: sqlite3.Connection, filters: Filters, limit: int = 0) -> Listing:
    """Return who said what, by the day; what has no day comes first."""
    chosen = where(connection, filters, quotes=True)
    rows = connection.execute(
        f"{_QUOTE} quote AS r {_BESIDE} {chosen.sql} ORDER BY r.date, r.article_id, r.number LIMIT ?",
        (*chosen.values, limit or NO_LIMIT),
    )
    return _of_quotes(rows)


def found_quotes(connection: sqlite3.Connection, query: str, filters: Filters, limit: int = 0) -> Listing:
    """Return the quotes that hold some words, or match a query of FTS5: the latest read first.

    Raises:
        UsageError: If it is no query.
    """
    asked = full_text(connection, query)
    chosen = where(connection, filters, quotes=True)
    rows = connection.execute(
        f"{_QUOTE} quote_fts AS f CROSS JOIN quote AS r ON r.id = f.rowid {_BESIDE}"
        f" f.quote_fts MATCH ? AND {chosen.sql}"
        " ORDER BY f.rowid DESC LIMIT ?",
        (asked, *chosen.values, limit or NO_LIMIT),
    )
    return _of_quotes(rows)


def found_articles(connection: sqlite3.Connection, query: str, filters: Filters, limit: int = 0) -> Listing:
    """Return the articles that hold some words, or match a query of FTS5: the latest read first.

    Raises:
        UsageError: If it is no query.
    """
    asked = full_text(connection, query)
    chosen = where_articles(connection, filters)
    columns = (FILE, ARTICLE, OUTLET, DATE, HEADLINE, WORDS, Heading("text", "Text"))
    rows = connection.execute(
        "SELECT r.file, r.article, r.outlet, r.date, r.headline, r.words,"
        f" snippet(article_fts, 1, '', '', '…', {_SNIPPET_TOKENS}) FROM article_fts AS f"
        f" CROSS JOIN article AS r ON r.id = f.rowid WHERE f.article_fts MATCH ? AND {chosen.sql}"
        " ORDER BY f.rowid DESC LIMIT ?",
        (asked, *chosen.values, limit or NO_LIMIT),
    )
    shown = ("date", "outlet", "headline", "text")
    return Listing("articles", "Articles", columns, shown, as_records(columns, rows), "No articles found.")


def _of_quotes(rows: sqlite3.Cursor) -> Listing:
    records = (_quote_record(row) for row in rows)
    shown = ("date", "outlet", "speaker", "text")
    return Listing("quotes", "Quotes", _QUOTE_COLUMNS, shown, records, "No quotes found.")


def _quote_record(row: Sequence[Value]) -> Record:
    """Return a quote as ``newscli quotes`` gives it, with the outlet, the day and the headline."""
    head, (text, spans, cue, cue_spans), rest = row[:7], row[7:11], row[11:]
    mention, (name, kind), description, others = rest[:3], rest[3:5], rest[5:8], rest[8:]
    places = _spans(cue_spans)
    whole = Span(places[0].start, places[-1].end) if places else None
    values = (
        *head,
        text,
        _spans(spans),
        None if cue is None else Passage(str(cue), whole, places if len(places) > 1 else ()),
        _passage(mention),
        name,
        kind,
        _passage(description),
        *others,
    )
    record = dict(zip((column.name for column in _QUOTE_COLUMNS), values, strict=True))
    return {**record, "shown": bool(record["shown"])}


def _spans(value: Value) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(str(value)))


def _passage(values: Sequence[Value]) -> Passage | None:
    words, start, end = values
    if words is None:
        return None
    span = Span(start, end) if isinstance(start, int) and isinstance(end, int) else None
    return Passage(str(words), span)
