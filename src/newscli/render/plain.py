"""One record a line, tab-separated: the format of a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.columns import Record, cell, view_table
from newscli.render.listing import Listing
from newscli.render.sanitize import fold_space, safe


def write(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Write each record on a line of its own, uncut and uncoloured, without a header.

    The columns are those that the view's table shows, the file first if there are several
    inputs. White space inside a value is folded, so a tab always ends a column.
    """
    table = view_table(view, looks)
    for analysis in analyses:
        out.writelines(_line(table.shown, record) for record in table.records(analysis))


def write_listing(listing: Listing, _: Looks, out: TextIO) -> None:
    """Write each record of a listing as ``write`` does those of a view."""
    out.writelines(_line(listing.shown, record) for record in listing.records)


def _line(shown: Sequence[str], record: Record) -> str:
    return "\t".join(safe(fold_space(cell(record[name]))) for name in shown) + "\n"
