"""Whom and what an archive names."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from newscli.archive.filters import Filters, where_mentions
from newscli.archive.questions.headings import ARTICLES, FIRST, LAST, NO_LIMIT, OUTLETS, as_records
from newscli.render.listing import Heading, Listing


def entities(
    connection: sqlite3.Connection,
    filters: Filters,
    labels: Sequence[str] = (),
    min_count: int = 1,
    limit: int = 0,
) -> Listing:
    """Return the names of the archive: how often, in how many articles, since when and until when."""
    chosen = where_mentions(connection, filters)
    wanted = f"e.label IN ({', '.join('?' * len(labels))})" if labels else "1"
    rows = connection.execute(
        "WITH counted AS (SELECT entity_id, sum(mentions) AS count, count(*) AS articles,"
        " count(DISTINCT outlet) AS outlets, min(date) AS first, max(date) AS last FROM mention AS r"
        f" WHERE r.entity_id > 0 AND {chosen.sql} GROUP BY entity_id)"
        " SELECT e.name, e.label, count, articles, outlets, first, last FROM counted"
        f" JOIN entity AS e ON e.id = entity_id WHERE count >= ? AND {wanted}"
        " ORDER BY count DESC, e.name LIMIT ?",
        (*chosen.values, min_count, *labels, limit or NO_LIMIT),
    )
    columns = (
        Heading("name", "Name"),
        Heading("label", "Label"),
        Heading("count", "Mentions", "number"),
        ARTICLES,
        OUTLETS,
        FIRST,
        LAST,
    )
    shown = tuple(column.name for column in columns)
    records = as_records(columns, rows)
    return Listing("entities", "Names", columns, shown, records, "No names found.", bar="count")
