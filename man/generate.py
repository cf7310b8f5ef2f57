"""Write the manual page from the commands themselves: ``python man/generate.py > man/newscli.1``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final

import typer

from newscli import __version__
from newscli.cli.commands import build
from newscli.cli.help import usage
from newscli.cli.options import SHARED_HEADING

_ENVIRONMENT: Final = (
    ("NO_COLOR", "If not empty, no colour, whatever the terminal can show."),
    ("FORCE_COLOR, CLICOLOR_FORCE", "If not empty or 0, colour even where the output is no terminal."),
    ("CLICOLOR", "If 0, no colour."),
    ("TERM", "If dumb, no colour."),
    ("COLUMNS", "The width of tables and of the help, in place of the terminal's."),
)
_TAKEN: Final = (
    "All commands but info and archive take these; info takes \\-\\-output and \\-\\-debug. Of those of"
    " archive, build takes those about reading, and the others those about writing."
)


def manual() -> str:
    """Return the manual page as roff source, which depends on the commands and the version alone."""
    program: Any = build()
    root = program.make_context("newscli", [], resilient_parsing=True)
    about, *prose = _paragraphs(program.help)
    commands = list(_contexts(root))
    lines = [
        f'.TH NEWSCLI 1 "" "newscli {__version__}" "User Commands"',
        ".SH NAME",
        f"newscli \\- {_escaped(about[0].lower() + about[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        *(f".B {_escaped(line)}\n.br" for line in _synopses(commands)),
        ".SH DESCRIPTION",
        *_text(part for part in prose if "\n  " not in part),
        ".SH COMMANDS",
    ]
    for ctx in commands:
        lines += [
            f".SS {_escaped(ctx.command_path)}",
            *_text(_paragraphs(ctx.command.help or "")),
            *_options(ctx, ""),
        ]
    lines += [
        ".SH OPTIONS",
        _TAKEN,
        *_options(commands[0], SHARED_HEADING),
        ".PP",
        "The program itself, and \\-h each command too, takes these.",
        *_options(root, ""),
        ".SH ENVIRONMENT",
        *(f".TP\n.B {_escaped(name)}\n{_escaped(text)}" for name, text in _ENVIRONMENT),
        *(line for part in prose if "\n  " in part for line in _section(part)),
    ]
    return "\n".join(lines) + "\n"


def _contexts(parent: Any) -> Iterator[Any]:  # noqa: ANN401 - the class that Typer names here is private
    """Yield a context for each command; a group comes before its own commands."""
    for name, command in parent.command.commands.items():
        ctx = command.make_context(name, [], parent, resilient_parsing=True)
        yield ctx
        if hasattr(command, "commands"):
            yield from _contexts(ctx)


def _paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def _synopses(commands: list[typer.Context]) -> Iterator[str]:
    for ctx in commands:
        yield usage(ctx)


def _options(ctx: typer.Context, heading: str) -> Iterator[str]:
    """Yield the options of a command that stand under a heading of its help; its own have none."""
    for param in ctx.command.get_params(ctx):
        is_help = param.name == "help" and ctx.parent is not None
        record = None if is_help else param.get_help_record(ctx)
        if (
            record
            and param.param_type_name == "option"
            and (getattr(param, "rich_help_panel", None) or "") == heading
        ):
            names, text = record
            yield f".TP\n.B {_escaped(names)}\n{_escaped(text)}"


def _text(paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        if "\n  " in paragraph:
            title, _, listing = paragraph.partition("\n")
            yield f".PP\n{_escaped(title)}\n.PP\n.nf\n{_verbatim(listing)}\n.fi"
        else:
            yield f".PP\n{_escaped(' '.join(paragraph.split()))}"


def _section(part: str) -> Iterator[str]:
    """Yield a listing of the program's help, such as its examples, as a section of its own."""
    title, _, listing = part.partition("\n")
    yield f".SH {_escaped(title.rstrip(':').upper())}\n.nf\n{_verbatim(listing)}\n.fi"


def _verbatim(listing: str) -> str:
    return "\n".join(f"\\&{_escaped(line)}" for line in listing.split("\n"))


def _escaped(text: str) -> str:
    """Return text that roff prints as it is; a line must not begin with a dot or an apostrophe."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    return f"\\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    sys.stdout.write(manual())
