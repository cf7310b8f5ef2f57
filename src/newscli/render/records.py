"""Records for data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args, overload

from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.columns import view_table
from newscli.render.flat import Field, Plain, Row, fields, rows

VIEWS: Final[tuple[View, ...]] = get_args(View)


class Records:
    """Rows of plain values, each a dictionary with all columns.

    pandas takes them as rows; Polars and DuckDB by Arrow's protocol, for which pyarrow must be installed: so
    that a column which is empty for long still has its type.

    Args:
        fields: The columns.
        rows: The values of each row, in their order.
    """

    __slots__ = ("_fields", "_rows")

    def __init__(self, fields: Sequence[Field], rows: Sequence[tuple[Plain, ...]]) -> None:
        self._fields = tuple(fields)
        self._rows = tuple(rows)

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [field.name for field in self._fields]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._rows)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> Records: ...
    def __getitem__(self, number: int | slice) -> Row | Records:
        """Return a row, or some of the rows."""
        if isinstance(number, slice):
            return Records(self._fields, self._rows[number])
        return self._row(self._rows[number])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records) and (self._fields, self._rows) == (other._fields, other._rows)

    def __hash__(self) -> int:
        return hash((self._fields, self._rows))

    def __repr__(self) -> str:
        return f"<Records: {len(self)} rows of {', '.join(self.columns)}>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the rows as a stream of Arrow.

        Raises:
            ImportError: If pyarrow is not installed.
        """
        from newscli.render.arrow import table

        return table(self._fields, self._rows).__arrow_c_stream__(requested_schema)

    def _row(self, values: tuple[Plain, ...]) -> Row:
        return dict(zip(self.columns, values, strict=True))


def records(view: View, analyses: Iterable[Analysis]) -> Records:
    """Return the records of one view of several analyses."""
    table = view_table(view, Looks())
    return Records(fields(table.columns), [row for analysis in analyses for row in rows(table, analysis)])
