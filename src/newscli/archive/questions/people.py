"""Who is quoted, whom outlets rely on, and how they differ in that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from newscli.archive.filters import Filters, named_outlets, where
from newscli.archive.questions.headings import (
    ARTICLES,
    DIRECT,
    FIRST,
    LAST,
    NO_LIMIT,
    OUTLET,
    OUTLETS,
    QUOTES,
    SPEAKER,
    TYPE,
    WORDS,
    as_records,
)
from newscli.errors import UsageError
from newscli.render.columns import Record
from newscli.render.listing import Heading, Listing

# Of a day, the year and the month.
_MONTH: Final = 7


def speakers(connection: sqlite3.Connection, filters: Filters, limit: int = 0) -> Listing:
    """Return who is quoted: how often, in how many articles and outlets, since when and until when.

    Those of most statements first, and of equal ones by name. ``also`` are the names that were merged.
    """
    chosen = where(connection, filters, quotes=True)
    rows = connection.execute(
        "WITH counted AS (SELECT canonical_id, count(*) AS quotes, sum(kind = 'direct') AS direct,"
        " sum(words) AS words, count(DISTINCT article_id) AS articles, count(DISTINCT outlet) AS outlets,"
        " min(date) AS first, max(date) AS last FROM quote AS r"
        f" WHERE r.canonical_id IS NOT NULL AND {chosen.sql} GROUP BY canonical_id)"
        " SELECT speaker.name, source_type, quotes, direct, words, articles, outlets, first, last,"
        " canonical_id"
        " FROM counted JOIN speaker ON speaker.id = canonical_id ORDER BY quotes DESC, speaker.name LIMIT ?",
        (*chosen.values, limit or NO_LIMIT),
    )
    columns = (SPEAKER, TYPE, QUOTES, DIRECT, WORDS, ARTICLES, OUTLETS, FIRST, LAST)

    def records() -> Iterator[Record]:
        for *values, number in rows:
            found = dict(zip((column.name for column in columns), values, strict=True))
            yield {**found, "also": _merged_names(connection, number)}

    return Listing(
        "speakers",
        "Speakers",
        (*columns, Heading("also", "Also", "names")),
        ("speaker", "source_type", "quotes", "direct", "articles", "outlets", "first", "last"),
        records(),
        "No speakers found.",
        bar="quotes",
    )


def _merged_names(connection: sqlite3.Connection, canonical: int) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT DISTINCT name FROM speaker WHERE id IN"
        " (SELECT speaker_id FROM speaker_alias WHERE canonical_id = ?1) AND id <> ?1 ORDER BY name",
        (canonical,),
    )
    return tuple(name for (name,) in rows)


def sources(connection: sqlite3.Connection, filters: Filters, limit: int = 0) -> Listing:
    """Return whom the archive relies on, those of most words first; shares are of all words asked for."""
    chosen = where(connection, filters, quotes=False)
    rows = connection.execute(
        "WITH counted AS (SELECT canonical_id, max(named) AS named, sum(quotes) AS quotes,"
        " sum(direct) AS direct, sum(mixed) AS mixed, sum(indirect) AS indirect, sum(words) AS words,"
        " count(DISTINCT article_id) AS articles"
        f" FROM source AS r WHERE r.canonical_id > 0 AND {chosen.sql} GROUP BY canonical_id)"
        " SELECT speaker.name, source_type, quotes, direct, mixed, indirect, words,"
        " 1.0 * words / max(sum(words) OVER (), 1), named, articles"
        " FROM counted JOIN speaker ON speaker.id = canonical_id ORDER BY words DESC, speaker.name LIMIT ?",
        (*chosen.values, limit or NO_LIMIT),
    )
    columns = (
        Heading("speaker", "Source"),
        TYPE,
        QUOTES,
        DIRECT,
        Heading("mixed", "Mixed", "number"),
        Heading("indirect", "Indirect", "number"),
        WORDS,
        Heading("share", "Share", "share"),
        Heading("named", "Named", "flag"),
        ARTICLES,
    )
    shown = ("speaker", "source_type", "share", "quotes", "direct", "words", "articles")
    records = ({**record, "named": bool(record["named"])} for record in as_records(columns, rows))
    return Listing("sources", "Sources", columns, shown, records, "No sources found.", bar="share")


def audits(connection: sqlite3.Connection, filters: Filters, by: str, limit: int = 0) -> Listing:
    """Return how each outlet, or each month, handles sources: how many, and the share of the anonymous.

    Args:
        connection: To the archive.
        filters: What the user asks for.
        by: ``outlet`` or ``month``.
        limit: The most records.
    """
    chosen = where(connection, filters, quotes=False)
    key = "r.outlet" if by == "outlet" else f"substr(r.date, 1, {_MONTH})"
    rows = connection.execute(
        f"SELECT {key} AS part, count(DISTINCT r.article_id), count(DISTINCT r.canonical_id), sum(r.quotes),"
        " sum(r.words), 1.0 * sum(r.words * r.named) / max(sum(r.words), 1),"
        " 1.0 * sum(r.words * (s.source_type IS 'anonymous')) / max(sum(r.words), 1)"
        " FROM source AS r JOIN speaker AS s ON s.id = r.canonical_id"
        f" WHERE r.canonical_id > 0 AND {chosen.sql} GROUP BY part ORDER BY part LIMIT ?",
        (*chosen.values, limit or NO_LIMIT),
    )
    columns = (
        OUTLET if by == "outlet" else Heading("month", "Month"),
        ARTICLES,
        Heading("sources", "Sources", "number"),
        QUOTES,
        WORDS,
        Heading("named", "Named", "share"),
        Heading("anonymous", "Anonymous", "share"),
    )
    shown = tuple(column.name for column in columns)
    return Listing("sources", "Sources", columns, shown, as_records(columns, rows), "No sources found.")


def comparison(
    connection: sqlite3.Connection, filters: Filters, outlets: Sequence[str], limit: int = 0
) -> Listing:
    """Return whom outlets quote: the statements of each speaker, and their share of those of the outlet.

    Those whose shares differ most come first.

    Args:
        connection: To the archive.
        filters: What the user asks for.
        outlets: Names of outlets, of two or more.
        limit: The most records.

    Raises:
        UsageError: If there is none of a name, or but one.
    """
    outlets = list(dict.fromkeys(named_outlets(connection, outlets)))
    if len(outlets) < 2:  # noqa: PLR2004 - one is compared with another
        raise UsageError("one outlet cannot be compared", "name two or more")
    chosen = where(connection, filters, quotes=True)
    counts = ", ".join(f"sum(r.outlet = ?{number}) AS n{number}" for number in range(1, len(outlets) + 1))
    shares = ", ".join(f"1.0 * n{n} / max(sum(n{n}) OVER (), 1) AS s{n}" for n in range(1, len(outlets) + 1))
    each = ", ".join(f"n{number}, s{number}" for number in range(1, len(outlets) + 1))
    named = [f"s{number}" for number in range(1, len(outlets) + 1)]
    spread = f"max({', '.join(named)}) - min({', '.join(named)})"
    marks = ", ".join(f"?{number}" for number in range(1, len(outlets) + 1))
    rows = connection.execute(
        f"WITH told AS (SELECT canonical_id, {counts} FROM quote AS r WHERE r.outlet IN ({marks})"
        f" AND r.canonical_id IS NOT NULL AND {chosen.sql} GROUP BY canonical_id),"
        f" shared AS (SELECT *, {shares} FROM told)"
        f" SELECT speaker.name, source_type, {each} FROM shared JOIN speaker ON speaker.id = canonical_id"
        f" ORDER BY {spread} DESC, speaker.name LIMIT ?",
        (*outlets, *chosen.values, limit or NO_LIMIT),
    )
    columns = [SPEAKER, TYPE]
    for outlet in outlets:
        columns += [Heading(outlet, outlet, "number"), Heading(f"{outlet} share", "Share", "share")]
    shown = tuple(column.name for column in columns)
    return Listing(
        "compare", "Comparison", tuple(columns), shown, as_records(columns, rows), "No statements found."
    )
