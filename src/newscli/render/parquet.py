"""Parquet, for data frames and databases: the columns of CSV, each of its own type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TextIO

from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.arrow import schema, table
from newscli.render.columns import view_table
from newscli.render.flat import Plain, fields, rows
from newscli.render.streams import Bytes

# Of a group of rows, which is held in memory: the texts of so many quotes have some megabytes.
_GROUP_ROWS: Final = 10_000


def write(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Write a file of Parquet, whose groups of rows are written as they fill."""
    from pyarrow import parquet

    columns = fields(view_table(view, looks).columns)
    waiting: list[tuple[Plain, ...]] = []
    with parquet.ParquetWriter(Bytes(out), schema(columns)) as writer:
        for analysis in analyses:
            waiting += rows(view_table(view, looks), analysis)
            if len(waiting) >= _GROUP_ROWS:
                writer.write_table(table(columns, waiting))
                waiting.clear()
        writer.write_table(table(columns, waiting))
