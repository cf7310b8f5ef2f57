"""Parquet to rows, by pyarrow, an optional dependency."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from newscli.errors import InputError, MissingExtraError
from newscli.limits import MAX_COLLECTION_BYTES, MAX_COLUMNS, MAX_ROW_GROUP_BYTES
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.rows import Numbered

_ROWS_AT_ONCE: Final = 64


def rows(source: InputBytes, encoding: str | None) -> Iterator[Numbered]:  # noqa: ARG001 - Parquet says its own
    """Yield the rows, some at a time.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        InputError: If the file is damaged, or its parts are too large.
    """
    try:
        import pyarrow
        from pyarrow import parquet  # a quarter of a second that only Parquet needs
    except ImportError as error:
        raise MissingExtraError(
            "is Parquet, which needs an extra", 'pip install "newscli[parquet]"'
        ) from error
    # A time zone that nobody knows is a KeyError, and one that needs a package an ImportError.
    failures = (
        *(pyarrow.ArrowException, OSError, ValueError, MemoryError, OverflowError, KeyError, ImportError),
    )
    try:
        file = parquet.ParquetFile(io.BytesIO(source.read(MAX_COLLECTION_BYTES)))
        _check(file.metadata)
        batches = file.iter_batches(batch_size=_ROWS_AT_ONCE)
    except failures as error:
        raise _damaged(error) from None
    number = 0
    while True:
        try:
            batch = next(batches, None)
        except failures as error:
            raise _damaged(error) from None
        if batch is None:
            return
        for row in _rows(batch, failures):
            number += 1
            yield Numbered(number, row)


def _rows(batch: Any, failures: tuple[type[Exception], ...]) -> list[dict[str, object]]:  # noqa: ANN401 - no types
    """Return the rows of a batch; a cell that Python cannot hold costs no other."""
    try:
        rows: list[dict[str, object]] = batch.to_pylist()
    except failures:
        columns = [[_value(cell, failures) for cell in column] for column in batch.columns]
        return [dict(zip(batch.schema.names, row, strict=True)) for row in zip(*columns, strict=True)]
    return rows


def _value(cell: Any, failures: tuple[type[Exception], ...]) -> object:  # noqa: ANN401 - pyarrow has no types
    """Return a cell; of text that is no UTF-8 what can be read, of a day beyond all calendars nothing."""
    with suppress(*failures):
        return cell.as_py()
    with suppress(AttributeError, *failures):
        return cell.as_buffer().to_pybytes().decode("utf-8", "replace")
    return None


def _check(metadata: Any) -> None:  # noqa: ANN401 - pyarrow has no types
    """Refuse what would not fit into memory, by what the file says of itself."""
    if metadata.num_columns > MAX_COLUMNS:
        raise InputError(
            f"has more than {MAX_COLUMNS} columns", "keep those of the articles: text, id, title, date"
        )
    sizes = (metadata.row_group(index).total_byte_size for index in range(metadata.num_row_groups))
    if max(sizes, default=0) > MAX_ROW_GROUP_BYTES:
        raise InputError(
            f"has a row group of more than {MAX_ROW_GROUP_BYTES // 1024**2} MB",
            "write it with smaller row groups, for example of 10,000 rows",
        )


def _damaged(error: Exception) -> InputError:
    what = str(error).partition("\n")[0].rstrip(".")
    return InputError(
        f"cannot be read as Parquet: {what or type(error).__name__}", "write it again, or as csv"
    )
