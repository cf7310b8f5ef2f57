"""How much is said in each day, month or year."""

from __future__ import annotations

import sqlite3
from typing import Final

from newscli.archive.filters import Filters, where, where_articles
from newscli.archive.questions.headings import ARTICLES, DIRECT, QUOTES, as_records
from newscli.render.listing import Heading, Listing

# How much of a day says which one it is.
PERIODS: Final = {"day": 10, "month": 7, "year": 4}


def timeline(connection: sqlite3.Connection, filters: Filters, by: str = "month") -> Listing:
    """Return how many statements there are in each day, month or year; what has no day is left out.

    A period whose articles hold none has 0; one of which the archive has no article is left out.
    ``share`` is that of the articles of the period, of the same outlets and topic, that hold one.
    """
    chosen, size = where(connection, filters, quotes=True), PERIODS[by]
    place = Filters(outlets=filters.outlets, since=filters.since, until=filters.until, topic=filters.topic)
    around = where_articles(connection, place)
    rows = connection.execute(
        "WITH told AS (SELECT date, article_id, count(*) AS quotes, sum(kind = 'direct') AS direct"
        f" FROM quote AS r WHERE r.date > '' AND r.canonical_id IS NOT NULL AND {chosen.sql}"
        " GROUP BY date, article_id),"
        f" counted AS (SELECT substr(date, 1, {size}) AS period, sum(quotes) AS quotes,"
        " sum(direct) AS direct, count(*) AS articles FROM told GROUP BY period),"
        f" published AS (SELECT substr(r.date, 1, {size}) AS period, count(*) AS articles FROM article AS r"
        f" WHERE r.date > '' AND {around.sql} GROUP BY period),"
        " joined AS (SELECT period, ifnull(quotes, 0) AS quotes, ifnull(direct, 0) AS direct,"
        " ifnull(counted.articles, 0) AS articles, published.articles AS all_articles,"
        " sum(ifnull(quotes, 0)) OVER () AS total FROM published LEFT JOIN counted USING (period))"
        " SELECT period, quotes, direct, articles, 1.0 * articles / all_articles FROM joined"
        " WHERE total > 0 ORDER BY period",
        (*chosen.values, *around.values),
    )
    columns = (
        Heading("period", by.capitalize()),
        QUOTES,
        DIRECT,
        ARTICLES,
        Heading("share", "Of all articles", "share"),
    )
    shown = tuple(column.name for column in columns)
    return Listing(
        "timeline",
        "Timeline",
        columns,
        shown,
        as_records(columns, rows),
        "No statements with a day found.",
        "quotes",
    )
