"""Answers that are no analysis of one article: records with columns, in every format.

A ``Listing`` says what its columns are called and which of them people see; the format's own module writes
its records, as it writes those of an article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol, TextIO

from newscli.render import Format, Looks
from newscli.render.columns import ColumnKind, Record


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a listing: its name in JSON and CSV, its heading for people, and what its values are."""

    name: str
    heading: str
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class Listing:
    """Records, and how they are to be shown.

    Attributes:
        name: What the records are, in JSON: "speakers".
        title: The same for people.
        columns: All columns, in the order of JSON and CSV.
        shown: The names of those that people see, in their order.
        records: The records, read once.
        nothing: What people read if there is none.
        bar: The shown column of numbers beside which a table draws a bar; empty for none.
    """

    name: str
    title: str
    columns: tuple[Heading, ...]
    shown: tuple[str, ...]
    records: Iterable[Record]
    nothing: str
    bar: str = ""

    def headings(self) -> list[Heading]:
        """Return the columns that people see."""
        by_name = {column.name: column for column in self.columns}
        return [by_name[name] for name in self.shown]


class _Writer(Protocol):
    def __call__(self, listing: Listing, looks: Looks, out: TextIO) -> None: ...


# The answers that have a page to look at.
PAGES: Final = ("timeline", "sources")
_MODULES: Final = {
    "table": ("table.listing", "write"),
    "plain": ("plain", "write_listing"),
    "json": ("json", "write_listing"),
    "ndjson": ("json", "write_listing_lines"),
    "csv": ("csv", "write_listing_csv"),
    "tsv": ("csv", "write_listing_tsv"),
    "markdown": ("markdown", "write_listing"),
    "html": ("html.listing", "write"),
}


def render_listing(listing: Listing, format: Format, looks: Looks, out: TextIO) -> None:
    r"""Write a listing in one format; all but tables, markdown and JSON write each record as it arrives.

    Args:
        listing: Its records are consumed once.
        format: How to show it.
        looks: What the user chose.
        out: A text stream that keeps ``\n`` and ``\r\n`` as they are written (``newline=""``).

    Raises:
        OSError: If the stream cannot be written.
    """
    module, function = _MODULES[format]
    write: _Writer = getattr(import_module(f"newscli.render.{module}"), function)
    write(listing, looks, out)
