"""``newscli archive export``: a table of an archive as a file for other programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

from newscli.archive.database import reading
from newscli.archive.export import table_listing, write_parquet
from newscli.archive.filters import Filters
from newscli.cli.archive_ask import ask
from newscli.cli.archive_options import EXPORT_FORMATS
from newscli.cli.options import Shared
from newscli.errors import ExitCode, UsageError
from newscli.render import Format, format_of_name
from newscli.signals import heed


def export(path: str, table: str, shared: Shared, format: str | None, chosen: Filters) -> ExitCode:
    """Write a table or view of an archive.

    Args:
        path: The archive.
        table: The table or view.
        shared: Where to write.
        format: One of ``EXPORT_FORMATS``; None for what the name of the output asks for, else CSV.
        chosen: Which rows.

    Raises:
        InputError: If there is no such archive.
        UsageError: If the table does not have what a filter asks for, or the format needs a file.
        MissingExtraError: If the format needs an extra that is not installed.
        OutputError: If the file cannot be written.
    """
    chosen_format = format or _format_of(shared.output)
    if chosen_format == "parquet":
        if shared.output in (None, "-"):
            raise UsageError("parquet needs a file", "name it with --output")
        with reading(path) as connection:
            write_parquet(connection, table, chosen, Path(str(shared.output)), between=heed)
        return ExitCode.OK
    own = replace(shared, format=cast("Format", chosen_format))
    return ask(path, own, lambda connection, limit: table_listing(connection, table, chosen), 0, chosen)  # noqa: ARG005


def _format_of(output: str | None) -> str:
    if Path(output or "").suffix.lower() == ".parquet":
        return "parquet"
    format = format_of_name(output)
    return format if format in EXPORT_FORMATS else "csv"
