"""Parts of an archive that is read on many machines: a Parquet file each, with all rows of its articles.

A part is written under a temporary name and renamed when it is whole: its presence says that it is done. It
has a row for each article, with its quotes, sources and mentions in lists, and for each that could not be
read. The same articles give the same bytes.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, get_args, get_origin, get_type_hints

from newscli.archive.places import opened_anywhere
from newscli.archive.rows import (
    ArticleRow,
    ArticleRows,
    EntityName,
    FailureRow,
    MentionRow,
    QuoteRow,
    SourceRow,
    SpeakerName,
)
from newscli.errors import InputError, MissingExtraError, OutputError, UsageError

# Raised if a column goes, or gets another meaning.
_FORMAT: Final = "newscli-part/1"
_FORMAT_KEY: Final = b"newscli.format"
_KEY: Final = b"newscli.key"
# A group of rows is written when it holds so many, or so much text: some megabytes of memory.
_ROWS_OF_GROUP: Final = 256
_CHARS_OF_GROUP: Final = 4 * 1024 * 1024
_ROWS_AT_ONCE: Final = 16
_LISTS: Final[Mapping[str, type[NamedTuple]]] = {
    "quotes": QuoteRow,
    "sources": SourceRow,
    "mentions": MentionRow,
}
# Names of two words that stand in one field of a row, flattened into two columns.
_PAIRS: Final[Mapping[str, type[NamedTuple]]] = {"speaker": SpeakerName, "entity": EntityName}

Rows = ArticleRows | FailureRow


class Counts(NamedTuple):
    """What a part holds: articles, their quotes, and what could not be read."""

    articles: int
    quotes: int
    failures: int


def name_of(number: int) -> str:
    """Return the file name of a part, by its number from 1."""
    return f"part-{number}.parquet"


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise MissingExtraError(
            "parts are Parquet, which needs an extra", 'pip install "newscli[cluster]"'
        ) from None
    return pyarrow, parquet


def _fields(record: type[NamedTuple]) -> Iterator[tuple[str, Any]]:
    """Yield the columns of a record and their types."""
    arrow, _ = _pyarrow()
    plain = {int: arrow.int64(), float: arrow.float64(), str: arrow.string()}
    for name, kind in get_type_hints(record).items():
        pair = _PAIRS.get(name)
        if pair is not None:
            yield from (_column_of_pair(name, field, plain[str]) for field in pair._fields)
            continue
        kinds = [one for one in (get_args(kind) if get_origin(kind) else (kind,)) if one is not type(None)]
        yield name, plain[kinds[0]]


def _column_of_pair(name: str, field: str, kind: Any) -> tuple[str, Any]:  # noqa: ANN401 - pyarrow has no types
    return (name if field == "name" else field), kind


@cache
def _schema() -> Any:  # noqa: ANN401 - pyarrow has no types
    arrow, _ = _pyarrow()
    lists = [
        arrow.field(name, arrow.list_(arrow.struct(list(_fields(record))))) for name, record in _LISTS.items()
    ]
    failure = arrow.field("failure", arrow.struct(list(_fields(FailureRow))))
    articles = [arrow.field(name, kind) for name, kind in _fields(ArticleRow)]
    return arrow.schema([*articles, *lists, failure])


def _flat(row: NamedTuple) -> dict[str, Any]:
    """Return a row as a record: a name of two words as two columns."""
    found: dict[str, Any] = {}
    for name, value in zip(row._fields, row, strict=True):
        pair = _PAIRS.get(name)
        if pair is None:
            found[name] = value
        else:
            words = value or (None,) * len(pair._fields)
            found.update(
                {
                    _column_of_pair(name, field, None)[0]: word
                    for field, word in zip(pair._fields, words, strict=True)
                }
            )
    return found


def _row(record: type[Any], flat: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a record of that type
    """Return the row of a record that was flattened."""
    values = []
    for name in record._fields:
        pair: Any = _PAIRS.get(name)
        if pair is None:
            values.append(flat[name])
        else:
            words = [flat[_column_of_pair(name, field, None)[0]] for field in pair._fields]
            values.append(None if words[0] is None else pair(*words))
    return record(*values)


def _record(rows: Rows) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys((*ArticleRow._fields, *_LISTS, "failure"))
    if isinstance(rows, FailureRow):
        return {**empty, "failure": _flat(rows)}
    lists = {name: [_flat(row) for row in getattr(rows, name)] for name in _LISTS}
    return {**empty, **_flat(rows.article), **lists}


def _rows(record: Mapping[str, Any]) -> Rows:
    if record["failure"] is not None:
        failure: FailureRow = _row(FailureRow, record["failure"])
        return failure
    lists = (tuple(_row(kind, one) for one in record[name]) for name, kind in _LISTS.items())
    return ArticleRows(_row(ArticleRow, record), *lists)


def write_part(place: Path, key: str, found: Iterable[Rows]) -> Counts:
    """Write a part, whole or not at all.

    Args:
        place: Where it is to be; its folder is there.
        key: What it is made of and how, as a hash: a part of another one is not taken for it.
        found: The rows, in order; few are held in memory.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        OutputError: If it cannot be written.
    """
    arrow, parquet = _pyarrow()
    schema = _schema().with_metadata({_FORMAT_KEY: _FORMAT.encode(), _KEY: key.encode()})
    temporary = place.with_name(f".{place.name}.{platform.node()}.{os.getpid()}.tmp")
    articles = quotes = failures = 0
    try:
        with temporary.open("wb") as file:
            with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
                for group in _groups(found):
                    records = [_record(rows) for rows in group]
                    writer.write_table(arrow.Table.from_pylist(records, schema=schema))
                    failed = sum(isinstance(rows, FailureRow) for rows in group)
                    failures += failed
                    articles += len(group) - failed
                    quotes += sum(len(rows.quotes) for rows in group if isinstance(rows, ArticleRows))
            file.flush()
            os.fsync(file.fileno())
        _put(temporary, place)
    except (OSError, arrow.ArrowException) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error).partition("\n")[0]
        hint = "free some space, and give the same command again" if "space" in reason else ""
        raise OutputError(f"cannot write {place}: {reason}", hint) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    return Counts(articles, quotes, failures)


def _put(temporary: Path, place: Path) -> None:
    """Give a file its name, also after a loss of power, and remove what killed processes left of it."""
    temporary.replace(place)
    if sys.platform != "win32":
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    for other in place.parent.glob(f".{place.name}.*.tmp"):
        with suppress(OSError):
            other.unlink()


def _groups(found: Iterable[Rows]) -> Iterator[list[Rows]]:
    """Yield rows in groups that depend on nothing but the rows."""
    group: list[Rows] = []
    chars = 0
    for rows in found:
        group.append(rows)
        chars += len(rows.article.text) if isinstance(rows, ArticleRows) else 0
        if len(group) == _ROWS_OF_GROUP or chars >= _CHARS_OF_GROUP:
            yield group
            group, chars = [], 0
    if group:
        yield group


def is_part(path: str) -> bool:
    """Return whether a file is a part of an archive, not a table of articles, by what it says of itself."""
    if not path.endswith(".parquet"):
        return False
    try:
        return _metadata(path) is not None
    except (InputError, MissingExtraError):
        return _is_called_part(path)


def _is_called_part(path: str) -> bool:
    number = Path(path).name.removeprefix("part-").removesuffix(".parquet")
    return Path(path).name.startswith("part-") and number.isdecimal()


def _metadata(path: str) -> Mapping[bytes, bytes] | None:
    """Return what a Parquet file says of itself if it is a part, else None.

    Raises:
        InputError: If it is damaged or cut short.
    """
    arrow, parquet = _pyarrow()
    try:
        with opened_anywhere(path) as (stream, _):
            found: Mapping[bytes, bytes] = parquet.read_schema(stream).metadata or {}
    except (arrow.ArrowException, OSError, ValueError) as error:
        raise _damaged(error) from None
    return found if _FORMAT_KEY in found else None


def is_done(place: Path, key: str) -> bool:
    """Return whether a part is there.

    Raises:
        UsageError: If there is one that is made of other inputs, or in another way.
        InputError: If what is there is damaged.
    """
    if not place.exists():
        return False
    try:
        found = _metadata(str(place))
    except InputError as error:
        raise InputError(f"{place} {error.message}", "delete it, and give the same command again") from None
    if found is None or found.get(_KEY) != key.encode():
        raise UsageError(
            f"{place} is of other inputs or options, or of another version",
            "give another folder, or delete it",
        )
    return True


def read_part(path: str) -> Iterator[Rows]:
    """Yield the rows of a part, few at a time.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        InputError: If it is no part of this version, or damaged; what was yielded is right.
    """
    arrow, parquet = _pyarrow()
    failures = (arrow.ArrowException, OSError, ValueError, MemoryError)
    if (_metadata(path) or {}).get(_FORMAT_KEY) != _FORMAT.encode():
        raise InputError("is no part of this version of newscli", "write it again: newscli archive shard")
    again = "write it again: newscli archive shard"
    try:
        with opened_anywhere(path) as (stream, _):
            file = parquet.ParquetFile(stream)
            if not file.schema_arrow.remove_metadata().equals(_schema()):
                raise InputError("has other columns than a part of this version", again)
            batches = file.iter_batches(batch_size=_ROWS_AT_ONCE)
            while (batch := next(batches, None)) is not None:
                yield from [_rows(record) for record in batch.to_pylist()]
    except failures as error:
        raise _damaged(error) from None


def tally(found: Iterable[Rows]) -> Counts:
    """Count what rows hold."""
    articles = quotes = failures = 0
    for rows in found:
        if isinstance(rows, FailureRow):
            failures += 1
        else:
            articles, quotes = articles + 1, quotes + len(rows.quotes)
    return Counts(articles, quotes, failures)


def _damaged(error: Exception) -> InputError:
    what = str(error).partition("\n")[0].rstrip(".")
    return InputError(
        f"is a part that is damaged or cut short: {what or type(error).__name__}",
        "delete it, and let its shard be written again",
    )
