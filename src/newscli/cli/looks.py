"""In which format an output is written, and how it looks there."""

from __future__ import annotations

from dataclasses import replace
from typing import TextIO

from newscli.cli.context import Environment, decide_color, decide_width
from newscli.cli.options import Shared
from newscli.cli.streams import is_terminal
from newscli.errors import UsageError
from newscli.render import PACKAGES, PAGES, Format, Looks, View, format_of_name, is_missing


def decide_looks(
    looks: Looks, shared: Shared, environment: Environment, out: TextIO | None
) -> tuple[Format, Looks]:
    """Decide the format and the looks by what the output goes to.

    Raises:
        UsageError: If the format cannot be written, or not there.
    """
    on_terminal = is_terminal(out)
    looked_at = on_terminal or shared.color == "always"
    automatic: Format = format_of_name(shared.output) or ("table" if looked_at else "plain")
    looks = replace(
        looks,
        width=decide_width(shared.width, environment.variables, out),
        color=decide_color(shared.color, environment.variables, on_terminal=on_terminal),
        csv_safe=shared.csv_safe,
        header=not shared.no_header,
        bom=shared.bom,
        terminal=on_terminal,
    )
    format = automatic if shared.format == "auto" else shared.format
    if is_missing(format):
        raise UsageError(f"{format} needs an extra", f'pip install "newscli[{format}]"')
    if on_terminal and format in PACKAGES:
        raise UsageError(f"{format} is no text for a terminal", f"write it to a file: --output FILE.{format}")
    return format, looks


def refuse_pages(view: View, format: Format) -> None:
    """Refuse the format of pages for a view that has none.

    Raises:
        UsageError: If it has none.
    """
    if format == "html" and view not in PAGES:
        pages = " and ".join(f"newscli {page}" for page in PAGES)
        raise UsageError(f"{view} has no page to look at", f"{pages} --format html has")
