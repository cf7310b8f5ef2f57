"""The options that only the commands on archives have."""

from __future__ import annotations

import re
from typing import Annotated, Final

import typer

from newscli.archive.schema import TABLES, VIEWS
from newscli.cli.values import number, one_of

_DAY: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
EXPORT_FORMATS: Final = ("parquet", "csv", "tsv", "ndjson", "json")
PARTS: Final = (*TABLES, *VIEWS)


def a_day(value: str) -> str:
    """Parse a day, a month or a year."""
    if not _DAY.fullmatch(value):
        raise typer.BadParameter(f"{value!r} is no YYYY-MM-DD, YYYY-MM or YYYY")
    return value


Database = Annotated[
    str, typer.Argument(metavar="DB", show_default=False, help="The archive, a SQLite file.")
]
Log = Annotated[
    str | None,
    typer.Option("--log", metavar="FILE", help="Append what happens to FILE: failures, progress, the end."),
]
Datasette = Annotated[
    bool,
    typer.Option("--datasette", help="Write metadata.yaml beside DB: titles and facets for Datasette."),
]
Aliases = Annotated[
    str | None,
    typer.Option(
        "--aliases",
        metavar="FILE",
        help="Take speakers for whom FILE says: CSV of name, canonical name, note. It stays in force.",
    ),
]
Parts = Annotated[
    str,
    typer.Option("--output", "-o", metavar="DIR", show_default=False, help="Write the parts into DIR."),
]
Shard = Annotated[
    str | None,
    typer.Option("--shard", metavar="I/N", help="Read the I-th of N shards, counted from 1."),
]
Dask = Annotated[
    str | None,
    typer.Option(
        "--dask",
        metavar="SCHEDULER",
        help="Have a Dask cluster read all shards: the scheduler's address, the path of its file, or local, "
        "a cluster on this machine with a worker a core, or --jobs.",
    ),
]
Shards = Annotated[
    int | None,
    typer.Option(
        "--shards",
        parser=number(int, 1),
        metavar="N",
        show_default=False,
        help="With --dask: how many shards; else by the size of the inputs.",
    ),
]

Outlet = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="Only articles of the outlet NAME; repeatable."),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", parser=a_day, metavar="DAY", help="Only from DAY on: YYYY-MM-DD, YYYY-MM or YYYY."
    ),
]
Until = Annotated[
    str | None,
    typer.Option("--until", parser=a_day, metavar="DAY", help="Only until DAY, a month or a year."),
]
Topic = Annotated[
    str | None,
    typer.Option(
        "--topic",
        metavar="QUERY",
        help="Only articles that hold all words of QUERY, in any form; FTS5's operators work, too.",
    ),
]
Most = Annotated[
    int | None,
    typer.Option(
        "--limit",
        parser=number(int, 0),
        metavar="N",
        show_default=False,
        help="The most to show; 0 is all. Else 30 in table, markdown and html, and all in the others.",
    ),
]
MostFound = Annotated[
    int,
    typer.Option("--limit", parser=number(int, 0), metavar="N", help="The most to show; 0 is all."),
]
Query = Annotated[
    str,
    typer.Argument(metavar="QUERY", show_default=False, help='Words, or FTS5: "a phrase", a*, a OR b.'),
]
Within = Annotated[
    str,
    typer.Option("--in", parser=one_of("quotes", "articles"), metavar="WHAT", help="quotes or articles."),
]
SourcesByPart = Annotated[
    str | None,
    typer.Option(
        "--by",
        parser=one_of("outlet", "month"),
        metavar="WHAT",
        show_default=False,
        help="An audit of each outlet or month, in place of the sources.",
    ),
]
Period = Annotated[
    str,
    typer.Option("--by", parser=one_of("day", "month", "year"), metavar="WHAT", help="day, month or year."),
]
Compared = Annotated[
    list[str], typer.Argument(metavar="OUTLET OUTLET...", show_default=False, help="The outlets to compare.")
]
Part = Annotated[
    str,
    typer.Argument(
        metavar="TABLE",
        parser=one_of(*PARTS),
        show_default=False,
        help=f"One of {', '.join(PARTS)}.",
    ),
]
ExportFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        parser=one_of(*EXPORT_FORMATS, aliases={"jsonl": "ndjson"}),
        metavar="FORMAT",
        show_default=False,
        help=f"{', '.join(EXPORT_FORMATS)}; else by the name of --output, or else csv.",
    ),
]
