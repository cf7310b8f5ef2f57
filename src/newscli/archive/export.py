"""Whole tables and views of an archive, for other programs."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from newscli.archive.filters import Filters, Where, where_articles, where_mentions
from newscli.archive.questions.headings import as_records
from newscli.errors import MissingExtraError, OutputError, UsageError
from newscli.render.listing import Heading, Listing

# Rows in memory at a time, and in a row group: a megabyte or ten.
_ROWS_AT_A_TIME: Final = 10_000
_FILTERED: Final = frozenset({"quote", "source", "mention", "quotes_by_speaker"})


def table_listing(connection: sqlite3.Connection, table: str, filters: Filters) -> Listing:
    """Return all rows of a table or view, in the order of the table.

    Args:
        connection: To the archive.
        table: One of ``schema.TABLES`` and ``schema.VIEWS``.
        filters: Outlets, days and a topic.

    Raises:
        UsageError: If the rows of the table have no outlet and day, and a filter asks for one.
    """
    rows = _rows(connection, table, filters)
    columns = tuple(Heading(name, name) for name, *_ in rows.description)
    return Listing(
        table, table, columns, tuple(column.name for column in columns), as_records(columns, rows), "No rows."
    )


def write_parquet(
    connection: sqlite3.Connection, table: str, filters: Filters, place: Path, between: Callable[[], None]
) -> None:
    """Write a table or view as a Parquet file, whole or not at all.

    Args:
        connection: To the archive.
        table: As for ``table_listing``.
        filters: Likewise.
        place: Where the file is to be.
        between: Is called between two parts of the rows; what it raises ends the writing.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        UsageError: As for ``table_listing``.
        OutputError: If the file cannot be written.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingExtraError("Parquet needs pyarrow", 'pip install "newscli[parquet]"') from None
    rows = _rows(connection, table, filters)
    names = [name for name, *_ in rows.description]
    chunks = _chunks(rows)
    first = next(chunks, [])
    schema = pa.schema([(name, _type(pa, [row[at] for row in first])) for at, name in enumerate(names)])
    part = place.with_name(f"{place.name}.part")
    try:
        with part.open("wb") as file:
            with pq.ParquetWriter(file, schema) as writer:
                for chunk in (first, *chunks) if first else ():
                    between()
                    columns = [pa.array(values, field.type) for values, field in zip(zip(*chunk), schema)]  # noqa: B905
                    writer.write_table(pa.Table.from_arrays(columns, schema=schema))
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        raise OutputError(
            f"cannot write {place}: {error.strerror or error}", "name another file with --output"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()


def _rows(connection: sqlite3.Connection, table: str, filters: Filters) -> sqlite3.Cursor:
    chosen = Where((), ())
    if filters != Filters():
        if table == "article":
            chosen = where_articles(connection, filters)
        elif table in _FILTERED:
            chosen = where_mentions(connection, filters)
        else:
            can = ", ".join(("article", *sorted(_FILTERED)))
            raise UsageError(f"{table} cannot be filtered by outlet, day or topic", f"these can: {can}")
    return connection.execute(f"SELECT * FROM {table} AS r WHERE {chosen.sql}", chosen.values)


def _chunks(rows: sqlite3.Cursor) -> Iterator[list[Sequence[Any]]]:
    while chunk := rows.fetchmany(_ROWS_AT_A_TIME):
        yield chunk


def _type(pa: Any, values: Sequence[object]) -> Any:  # noqa: ANN401 - pyarrow is untyped
    """Return the type of a column by its first values: a number only if all of them are."""
    found = {type(value) for value in values if value is not None}
    if found == {int}:
        return pa.int64()
    return pa.float64() if found and found <= {int, float} else pa.string()
