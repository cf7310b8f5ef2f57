"""Records as rows of plain values, under one name each: what spreadsheets and data frames hold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from newscli.model import Analysis, Span
from newscli.render.columns import DECIMALS, AnyTable, ColumnKind, Passage, Record, Value, cell

Plain = str | int | float | bool | None
PlainType = Literal["text", "number", "share", "flag"]
Row = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Field:
    """A column of plain values: its name, and what its values are if they are not None."""

    name: str
    type: PlainType


# What follows the name of a column, and what it then holds; a whole number of code points.
_OF_PASSAGE: Final = ("", "_start", "_end")


class NamedColumn(Protocol):
    """A column of a view or of a listing, by what a plain row needs to know of it."""

    @property
    def name(self) -> str:
        """Its name in JSON and CSV."""

    @property
    def kind(self) -> ColumnKind:
        """What its values are."""


def fields(columns: Sequence[NamedColumn]) -> tuple[Field, ...]:
    """Return the columns of plain values that the columns of a view or a listing fill, in order.

    A passage fills three (``cue``, ``cue_start``, ``cue_end``). Of a quote's parts, ``start`` and ``end``
    bound the whole; of an entity's or keyword's mentions they give the first; all of them follow as pairs in
    JSON.
    """
    found: list[Field] = []
    for column in columns:
        if column.kind == "passage":
            types: tuple[PlainType, ...] = ("text", "number", "number")
            found += (Field(column.name + end, type) for end, type in zip(_OF_PASSAGE, types, strict=True))
        elif column.kind in {"parts", "mentions"}:
            found += (Field("start", "number"), Field("end", "number"), Field(column.name, "text"))
        else:
            found.append(Field(column.name, _type(column.kind)))
    return tuple(found)


def rows(table: AnyTable, analysis: Analysis) -> Iterator[tuple[Plain, ...]]:
    """Yield each record of an analysis as plain values, in the order of ``fields``."""
    for record in table.records(analysis):
        yield row(table.columns, record)


def row(columns: Sequence[NamedColumn], record: Record) -> tuple[Plain, ...]:
    """Return a record as plain values, in the order of ``fields``."""
    return tuple(value for column in columns for value in _values(column.kind, record[column.name]))


def _type(kind: ColumnKind) -> PlainType:
    return kind if kind in ("number", "share", "flag") else "text"


def _values(kind: ColumnKind, value: Value) -> Iterator[Plain]:
    """Yield the values of a column, as many as ``fields`` has for it."""
    if kind == "passage":
        span = value.span if isinstance(value, Passage) else None
        yield value.text if isinstance(value, Passage) else None
        yield from (span.start, span.end) if span else (None, None)
    elif kind in {"parts", "mentions"} and isinstance(value, tuple):
        spans = [span for span in value if isinstance(span, Span)]
        yield spans[0].start if spans else None
        yield spans[-1 if kind == "parts" else 0].end if spans else None
        yield json.dumps([[span.start, span.end] for span in spans])
    elif value is None:
        yield None
    elif kind in {"number", "share", "flag"} and isinstance(value, (bool, int, float)):
        yield round(value, DECIMALS) if isinstance(value, float) else value
    else:
        yield cell(value)
