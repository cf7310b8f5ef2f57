"""CSV and TSV to rows, each by the names of the header."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import Final

from newscli.errors import InputError
from newscli.limits import MAX_COLUMNS, MAX_LINES, MAX_REREAD_CHARS, MAX_ROW_BYTES
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.rows import Numbered, is_header
from newscli.text.decode import Decoded

_DELIMITERS: Final = "\t;,|"
_HINT: Final = (
    'a cell with a comma, a line end or a quotation mark stands in "…", with each mark inside doubled'
)

_SPLIT: Final = "leave it out, or give its article a file of its own"


class _Lines:
    """Lines on their way to a parser, which can be given back."""

    def __init__(self, source: InputBytes, encoding: str | None) -> None:
        self._lines = source.lines(encoding)
        self._again: deque[Decoded] = deque()
        self.taken: list[Decoded] = []
        self.too_long = False
        self._budget = MAX_REREAD_CHARS

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._again:
            line = self._again.popleft()
        else:
            _, decoded = next(self._lines)
            self.too_long = self.too_long or decoded is None
            line = decoded or Decoded("\n", "utf-8", "utf-8")
        self.taken.append(line)
        if len(self.taken) > MAX_LINES:
            raise csv.Error(f"it has more than {MAX_LINES:,} lines")
        return line.text

    @property
    def are_again(self) -> bool:
        """Whether the next line is read again."""
        return bool(self._again)

    def begin(self) -> None:
        """Begin a row: forget the lines of the one before."""
        self.taken.clear()
        self.too_long = False

    def give_back(self) -> None:
        """Read the lines of a broken row again, but for the first, which broke it."""
        again = self.taken[1:]
        self._budget -= sum(len(line.text) for line in again)
        if self._budget >= 0:
            self._again.extendleft(reversed(again))


def rows(source: InputBytes, encoding: str | None) -> Iterator[Numbered]:
    """Yield the rows below the header.

    Raises:
        InputError: If there is no header.
    """
    lines = _Lines(source, encoding)
    first = next(lines, "")
    while first and (not first.strip() or first.lower().startswith("sep=")):
        first = next(lines, "")
    if not first:
        raise InputError("is empty", "a line of column names, then a row for each article")
    delimiter = find_delimiter(first)
    names = header_of(first)
    if len(names) > MAX_COLUMNS:
        raise InputError(
            f"has more than {MAX_COLUMNS} columns", "keep those of the articles: text, id, title, date"
        )
    number = 0
    tail = False  # whether a line may be the rest of the broken row above
    while True:
        lines.begin()
        try:
            cells = _next_row(lines, delimiter)
        except StopIteration:
            return
        except csv.Error as error:
            is_rest = tail and lines.taken[0].text.count(delimiter) < len(names) - 1
            lines.give_back()
            if not is_rest:
                number += 1
                yield Numbered(number, InputError(f"is no row of CSV: {_said(error)}", _HINT))
            tail = lines.are_again
            continue
        if not cells or (tail and len(cells) < len(names)):
            tail = tail and lines.are_again
            continue
        number, tail = number + 1, False
        yield _numbered(number, names, cells, lines)


def _said(error: csv.Error) -> str:
    """Return what the module says, of a mark that is never closed in words that name it."""
    return "a quotation mark is never closed" if "unexpected end" in str(error) else str(error)


def _next_row(lines: _Lines, delimiter: str) -> list[str]:
    """Return the cells of the next row; the module's limit of a cell is one for the whole process."""
    limit = csv.field_size_limit(MAX_ROW_BYTES)
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True))
    finally:
        csv.field_size_limit(limit)


def _numbered(number: int, names: list[str], cells: list[str], lines: _Lines) -> Numbered:
    """Return a row by the names of its cells, or why it has none."""
    if lines.too_long:
        return Numbered(number, InputError(f"is larger than {MAX_ROW_BYTES // 1024**2} MB", _SPLIT))
    if len(cells) != len(names):
        error = InputError(
            f"has {len(cells)} cell{'s' * (len(cells) != 1)}, but the header names {len(names)}", _HINT
        )
        return Numbered(number, error)
    telling = next((line for line in lines.taken if line.how != "utf-8"), lines.taken[0])
    warnings = tuple(dict.fromkeys(warning for line in lines.taken for warning in line.warnings))
    return Numbered(number, dict(zip(names, cells, strict=True)), telling.encoding, telling.how, warnings)


def header_of(line: str) -> list[str]:
    """Return the cells of a line as names, none if it cannot be a header."""
    try:
        cells = next(csv.reader([line], delimiter=find_delimiter(line), strict=True), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in cells]


def is_table(head: str) -> bool:
    """Return whether a text begins with a header, and with a row below it."""
    header, _, rest = head.lstrip("\r\n").partition("\n")
    parts = find_delimiter(header)
    if parts not in header or parts not in rest.lstrip("\r\n").partition("\n")[0]:
        return False
    return is_header([cell.strip('"') for cell in header.rstrip("\r").split(parts)])


def find_delimiter(header: str) -> str:
    """Return what parts the cells of a header: the sign that parts it most often."""
    return max(reversed(_DELIMITERS), key=header.count)
