"""``Analysis`` to text: tables for people, records for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal, Protocol, TextIO, get_args

from newscli.model import Analysis

View = Literal["report", "summary", "quotes", "sources", "entities", "keywords", "compare"]
Format = Literal["table", "plain", "json", "ndjson", "csv", "tsv", "markdown", "parquet", "xlsx", "html"]

# Those that every view has.
FORMATS: Final[tuple[Format, ...]] = tuple(format for format in get_args(Format) if format != "html")
# What is no text, and goes into a file or a pipe; each by a package of its own, which is an extra.
PACKAGES: Final[Mapping[Format, str]] = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}
# The views that have a page to look at, too.
PAGES: Final[tuple[View, ...]] = ("report", "sources", "compare")
# The format of a file by the end of its name, in lower case.
_FORMAT_OF_SUFFIX: Final[Mapping[str, Format]] = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "ndjson",
    ".markdown": "markdown",
    ".md": "markdown",
    ".ndjson": "ndjson",
    ".parquet": "parquet",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
}


def format_of_name(path: str | None) -> Format | None:
    """Return the format that the name of an output asks for, None if it asks for none."""
    return _FORMAT_OF_SUFFIX.get(Path(path or "").suffix.lower())


def is_missing(format: Format) -> bool:
    """Return whether a format needs a package that is not installed."""
    return format in PACKAGES and find_spec(PACKAGES[format]) is None


@dataclass(frozen=True, slots=True)
class Looks:
    """What a user may choose about the looks of the output.

    Attributes:
        width: The columns of the terminal; tables alone heed it, and are 20 to 120 wide.
        color: Whether tables may use the terminal's colours.
        scores: Show each summary sentence's score and its reasons, or how salient each entity is.
        most: The most sources that a table shows, 0 for all.
        mentions: Show each mention of an entity in the words around it, in place of the entity.
        other_names: Show names that are no person's, organisation's or place's in a table of entities too.
        by_speaker: Group quotes under their speakers.
        raw: Show the pronouns of indirect statements as they are, not as names in brackets.
        resolved: Show full names behind short ones in a summary, as tables always do.
        csv_safe: Put an apostrophe before cells that a spreadsheet would take for a formula.
        header: Name the columns in the first line of csv, tsv and xlsx.
        bom: Begin csv and tsv with a byte-order mark, by which Excel knows UTF-8.
        terminal: The output goes to a terminal, so that csv and tsv too show as escapes what it would obey.
        several: There is more than one input, so name the file that a record comes from.
        numbered: An input may hold several articles, so name the article that a record comes from.
    """

    width: int = 80
    color: bool = False
    scores: bool = False
    most: int = 0
    mentions: bool = False
    other_names: bool = False
    by_speaker: bool = False
    raw: bool = False
    resolved: bool = False
    csv_safe: bool = False
    header: bool = True
    bom: bool = False
    terminal: bool = False
    several: bool = False
    numbered: bool = False


class Writer(Protocol):
    """A renderer: writes one view of each analysis as it arrives."""

    def __call__(self, view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
        """Write to the stream."""


OpenPage = Callable[[str], AbstractContextManager[TextIO]]

# Imported on use: a pipe needs no Rich, and ``summary | head`` neither csv nor json.
_WRITERS: Final[Mapping[Format, tuple[str, str]]] = {
    "table": ("table", "write"),
    "plain": ("plain", "write"),
    "json": ("json", "write_envelope"),
    "ndjson": ("json", "write_lines"),
    "csv": ("csv", "write_csv"),
    "tsv": ("csv", "write_tsv"),
    "markdown": ("markdown", "write"),
    "parquet": ("parquet", "write"),
    "xlsx": ("xlsx", "write"),
    "html": ("html", "write"),
}


def render(view: View, format: Format, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    r"""Write one view of the analyses in one format, each article as it arrives.

    Args:
        view: What to show.
        format: How to show it.
        analyses: Consumed once, in order; never held together in memory.
        looks: What the user chose.
        out: A text stream that keeps ``\n`` and ``\r\n`` as they are written (``newline=""``).

    Raises:
        OSError: If the stream cannot be written; that includes ``BrokenPipeError``.
    """
    module, function = _WRITERS[format]
    write: Writer = getattr(import_module(f"{__name__}.{module}"), function)
    write(view, analyses, looks, out)


def render_folder(view: View, analyses: Iterable[Analysis], looks: Looks, open_page: OpenPage) -> None:
    """Write a page of HTML for each analysis as it arrives, and an index that links them.

    Args:
        view: One of ``PAGES``.
        analyses: Consumed once, in order; never held together in memory.
        looks: What the user chose.
        open_page: Opens a page by its name.

    Raises:
        OSError: If a page cannot be written.
    """
    from newscli.render.html import write_folder

    write_folder(view, analyses, looks, open_page)
