"""Comma- and tab-separated values, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import Final, Protocol, TextIO

from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.columns import cell, view_table
from newscli.render.flat import fields, row, rows
from newscli.render.listing import Listing
from newscli.render.sanitize import fold_space, safe, visible

# What makes a spreadsheet take a cell for a formula (CWE-1236): OWASP's list with % and | of
# CVE-2022-28481, and the full-width forms that some locales turn into ASCII on import. Leading
# white space does not count, for spreadsheets pass over it as well.
_FORMULA: Final = re.compile(r"[\t\r]|\s*[=+\-@%|＝＋－＠％｜]")
# Lone surrogates no stream can encode, and NUL the csv module of Python 3.10 can neither write nor read.
_UNWRITABLE: Final = re.compile("[\x00\ud800-\udfff]")
_BOM: Final = "\ufeff"


def write_csv(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Write comma-separated values as RFC 4180 defines them, with a header and CRLF line ends.

    The text is that of the article, unchanged but on a terminal; the columns are those of ``flat.fields``.
    """
    _mark(looks, out)
    _write(view, analyses, looks, csv.writer(out, lineterminator="\r\n"), one_line=False)


def write_tsv(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Write tab-separated values: as CSV, with white space inside a cell folded, one record a line."""
    _mark(looks, out)
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    _write(view, analyses, looks, writer, one_line=True)


def write_listing_csv(listing: Listing, looks: Looks, out: TextIO) -> None:
    """Write the records of a listing as ``write_csv`` does those of a view."""
    _mark(looks, out)
    _write_listing(listing, looks, csv.writer(out, lineterminator="\r\n"), one_line=False)


def write_listing_tsv(listing: Listing, looks: Looks, out: TextIO) -> None:
    """Write the records of a listing as ``write_tsv`` does those of a view."""
    _mark(looks, out)
    _write_listing(listing, looks, csv.writer(out, delimiter="\t", lineterminator="\n"), one_line=True)


class _RowWriter(Protocol):
    """What ``csv.writer`` makes; the csv module has no public name for it."""

    def writerow(self, row: Iterable[str], /) -> object: ...


def _write(
    view: View, analyses: Iterable[Analysis], looks: Looks, writer: _RowWriter, *, one_line: bool
) -> None:
    table = view_table(view, looks)
    if looks.header:
        writer.writerow(field.name for field in fields(table.columns))
    for analysis in analyses:
        for values in rows(table, analysis):
            writer.writerow([_finish(cell(value), looks, one_line=one_line) for value in values])


def _write_listing(listing: Listing, looks: Looks, writer: _RowWriter, *, one_line: bool) -> None:
    if looks.header:
        writer.writerow(field.name for field in fields(listing.columns))
    for record in listing.records:
        values = row(listing.columns, record)
        writer.writerow([_finish(cell(value), looks, one_line=one_line) for value in values])


def _mark(looks: Looks, out: TextIO) -> None:
    if looks.bom and not looks.terminal:
        out.write(_BOM)


def _finish(text: str, looks: Looks, *, one_line: bool) -> str:
    """Make a cell fit for its stream, for a terminal if it goes to one and, on request, for a spreadsheet."""
    text = _UNWRITABLE.sub(lambda match: visible(match[0]), fold_space(text) if one_line else text)
    if looks.terminal:
        text = safe(text, single_line=one_line, isolates=False)
    return f"'{text}" if looks.csv_safe and _FORMULA.match(text) else text
