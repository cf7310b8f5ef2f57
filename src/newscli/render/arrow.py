"""Rows of plain values as a table of Arrow, which data frames, DuckDB and Parquet share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscli.render.flat import Field, Plain

if TYPE_CHECKING:
    import pyarrow


def schema(fields: Sequence[Field]) -> pyarrow.Schema:
    """Return the types of columns; each may lack a value.

    Raises:
        ImportError: If pyarrow is not installed.
    """
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "number": pyarrow.int64(),
        "share": pyarrow.float64(),
        "flag": pyarrow.bool_(),
    }
    return pyarrow.schema([(field.name, types[field.type]) for field in fields])


def table(fields: Sequence[Field], rows: Sequence[Sequence[Plain]]) -> pyarrow.Table:
    """Return rows as a table, with all columns even if there are no rows.

    Half of a surrogate pair, which no UTF-8 holds, is written as an escape.

    Raises:
        ImportError: If pyarrow is not installed.
    """
    import pyarrow

    made = schema(fields)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(fields)
    arrays = [
        pyarrow.array([_encodable(value) for value in column], type=field.type)
        for column, field in zip(columns, made, strict=True)
    ]
    return pyarrow.Table.from_arrays(arrays, schema=made)


def _encodable(value: Plain) -> Plain:
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "backslashreplace").decode()
    return value
