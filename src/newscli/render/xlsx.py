"""Excel: a sheet for each list, with its columns as CSV has them, and text that is text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final, TextIO

from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.columns import AnyTable, view_table
from newscli.render.flat import Plain, fields, rows
from newscli.render.sanitize import visible
from newscli.render.streams import Bytes
from newscli.render.wording import PARTS, TITLES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# Excel takes no more of a sheet, and no more of a cell.
MAX_ROWS: Final = 1_048_576
MAX_CELL_CHARS: Final = 32_767
_CUT: Final = "…"
# The same records are the same bytes, whenever they are written.
_CREATED: Final = datetime(1980, 1, 1)
# Wide enough for a name; a text is read by clicking on it.
_TEXT_CHARS: Final = 24
_LONG_TEXT_CHARS: Final = 80
# XML holds no half of a surrogate pair and neither of these.
_NO_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


def write(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Write a workbook of one sheet, or of one for each part of a report; rows wait on the disk."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    # Text stays text: no formula, no link and no number is made of what an article says.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    views = PARTS if view == "report" else (view,)
    book = Workbook(Bytes(out), options)
    book.set_properties({"created": _CREATED})
    sheets = [_Sheet(book, TITLES[each], view_table(each, looks), header=looks.header) for each in views]
    for analysis in analyses:
        for sheet in sheets:
            sheet.add(analysis)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from None


class _Sheet:
    """A list in a workbook, which goes on in a further sheet when one is full."""

    def __init__(self, book: Workbook, title: str, table: AnyTable, *, header: bool) -> None:
        self._book, self._title, self._table = book, title, table
        self._fields = fields(table.columns)
        self._header = book.add_format({"bold": True}) if header else None
        self._count = 0
        self._begin()

    def add(self, analysis: Analysis) -> None:
        """Add the records of an analysis."""
        for values in rows(self._table, analysis):
            if self._row == MAX_ROWS:
                self._begin()
            self._write(values)

    def _begin(self) -> None:
        self._count += 1
        title = self._title if self._count == 1 else f"{self._title} {self._count}"
        self._sheet: Worksheet = self._book.add_worksheet(title)
        self._row = 0
        for number, field in enumerate(self._fields):
            long = field.name in {"text", "text_resolved"}
            self._sheet.set_column(number, number, _LONG_TEXT_CHARS if long else _TEXT_CHARS)
        if self._header:
            self._sheet.freeze_panes(1, 0)
            self._write([field.name for field in self._fields], self._header)

    def _write(self, values: Iterable[Plain], *looks: object) -> None:
        for number, value in enumerate(values):
            if isinstance(value, str):
                self._sheet.write_string(self._row, number, _fit(value), *looks)
            elif isinstance(value, bool):
                self._sheet.write_boolean(self._row, number, value)
            elif value is not None:
                self._sheet.write_number(self._row, number, value)
        self._row += 1


def _fit(text: str) -> str:
    """Return what a cell takes of a text: nothing that XML does not hold, and not too much."""
    text = _NO_XML.sub(lambda match: visible(match[0]), text)
    return text if len(text) <= MAX_CELL_CHARS else text[: MAX_CELL_CHARS - len(_CUT)] + _CUT
