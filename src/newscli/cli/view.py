"""What makes a function a command: the shared options, and standard input if no file is named."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields
from typing import Any, Concatenate, ParamSpec, cast, get_type_hints

import typer

from newscli.cli.help import short_help
from newscli.cli.options import Shared
from newscli.cli.streams import complain, is_terminal
from newscli.errors import ExitCode, UsageError

Own = ParamSpec("Own")


def view(show: Callable[Concatenate[Shared, Own], ExitCode]) -> Callable[..., None]:
    """Turn a function of the shared options and its own into a command that takes both.

    Typer reads a command's options from its signature. This writes that signature: the files, the
    function's own options, then the shared ones.
    """
    names = [field.name for field in fields(Shared)]
    return _command(show, names[:1], names[1:])


def over_archive(
    *taken: str,
) -> Callable[[Callable[Concatenate[Shared, Own], ExitCode]], Callable[..., None]]:
    """Return what turns a function of shared options and its own into a command on an archive.

    Its own come first, for they begin with the archive.

    Args:
        taken: The names of those of the shared options that it takes; the others keep their defaults.
    """
    return lambda show: _command(show, (), taken)


def _command(
    show: Callable[Concatenate[Shared, Own], ExitCode], before: Sequence[str], behind: Sequence[str]
) -> Callable[..., None]:
    """Return a command that takes some of the shared options before its own ones, and some behind."""
    perform = cast("Callable[..., ExitCode]", show)
    reads = {"files", "files_from"} & {*before, *behind}

    def command(ctx: typer.Context, **values: object) -> None:
        common: dict[str, Any] = {name: values.pop(name) for name in (*before, *behind)}
        if reads and not any(common[name] for name in reads):
            if is_terminal(sys.stdin):
                complain(short_help(ctx))
                raise typer.Exit(ExitCode.USAGE)
            common["files"] = ["-"]
        if common.get("json"):
            if common["format"] not in ("auto", "json"):
                raise UsageError(f"--json contradicts --format {common['format']}", "give one of them")
            common["format"] = "json"
        raise typer.Exit(perform(Shared(**common), **values))

    _, *own = inspect.signature(show, eval_str=True).parameters.values()
    shared = _shared_parameters()
    parameters = [
        _parameter("ctx", typer.Context),
        *(shared[name] for name in before),
        *own,
        *(shared[name] for name in behind),
    ]
    command.__name__, command.__doc__ = show.__name__, show.__doc__
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return command


def _shared_parameters() -> dict[str, inspect.Parameter]:
    hints = get_type_hints(Shared, include_extras=True)
    return {
        field.name: _parameter(
            field.name, hints[field.name], [] if field.default is MISSING else field.default
        )
        for field in fields(Shared)
    }


def _parameter(name: str, annotation: object, default: object = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
