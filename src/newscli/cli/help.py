"""How the help looks: plain text whose examples keep their lines, with bold headings on a terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from textwrap import fill, indent
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from newscli.cli.context import decide_color, decide_width
from newscli.cli.streams import is_terminal

# Longer lines are hard to read, however wide the terminal is.
_MAX_WIDTH: Final = 88
# Of the options' names: the longest, "--min-confidence SHARE", fits with its margins.
_NAMES_WIDTH: Final = 26
_HEADING: Final = re.compile(r"^(?:[A-Z][a-z ]+|  Examples|  Exit codes):", re.MULTILINE)


class _PlainHelp:
    """Writes the help of a command or group, for the classes below.

    Typer's own plain help joins the lines of the examples, and its Rich help takes 0.1 s and
    eats what stands in square brackets.
    """

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - the class that Typer names here is private
        """Return the usage, what the command does, its arguments, options and subcommands."""
        width = min(decide_width(None, os.environ, sys.stdout), _MAX_WIDTH)
        text = "\n\n".join([_usage(ctx), *_prose(ctx.command.help, width), *_sections(ctx, width)])
        if decide_color("auto", os.environ, on_terminal=is_terminal(sys.stdout)):
            return _HEADING.sub("\x1b[1m\\g<0>\x1b[0m", text)
        return text


class Command(_PlainHelp, TyperCommand):
    """A command with plain help."""


class Group(_PlainHelp, TyperGroup):
    """The program with plain help."""


def keep_rich_away() -> None:
    """Make Rich impossible to import in this process, which completes a word and shows no table.

    Typer would import it to strip markup, which there is none of, from the help of each candidate.
    """
    sys.modules["rich"] = None  # type: ignore[assignment]


def short_help(ctx: typer.Context) -> str:
    """Return the usage, the examples and where to find more, for somebody who typed too little."""
    examples = next(part for part in _prose(ctx.command.help, _MAX_WIDTH) if "Examples:" in part)
    commands = ", ".join(getattr(ctx.command, "commands", ()))
    listed = [f"Commands: {commands}"] if commands else []
    return "\n\n".join([_usage(ctx), examples, *listed, f"{ctx.command_path} --help tells more."])


def usage(ctx: typer.Context) -> str:
    """Return how a command is typed; Typer puts braces round what must be given."""
    pieces = (piece.strip("{}") for piece in ctx.command.collect_usage_pieces(ctx))
    return f"{ctx.command_path} {' '.join(pieces)}"


def _usage(ctx: typer.Context) -> str:
    return f"Usage: {usage(ctx)}"


def _prose(text: str | None, width: int) -> Iterator[str]:
    """Wrap the paragraphs of a docstring; one with indented lines, such as examples, stays as it is."""
    for paragraph in (text or "").split("\n\n"):
        verbatim = "\n  " in paragraph
        yield indent(paragraph if verbatim else fill(paragraph, width - 2), "  ")


def _sections(ctx: typer.Context, width: int) -> Iterator[str]:
    """Yield the definition lists, each under its heading, in the order of the parameters."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for param in ctx.command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record:
            is_argument = param.param_type_name == "argument"
            heading = "Arguments" if is_argument else getattr(param, "rich_help_panel", None) or "Options"
            sections.setdefault(heading, []).append(record)
    for name, command in getattr(ctx.command, "commands", {}).items():
        sections.setdefault("Commands", []).append((name, command.help.partition("\n")[0]))
    for heading, rows in sections.items():
        yield f"{heading}:\n" + "\n".join(_definition(names, text, width) for names, text in rows)


def _definition(names: str, text: str, width: int) -> str:
    """Set the names at the left and the text in the column beside them, or below if they are long."""
    margin = " " * (_NAMES_WIDTH + 2)
    text = fill(text, max(width, 2 * _NAMES_WIDTH), initial_indent=margin, subsequent_indent=margin)
    head = f"  {names}"
    return head + text[len(head) :] if len(head) < _NAMES_WIDTH + 1 else f"{head}\n{text}"
