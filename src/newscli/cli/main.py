"""From the words of a command line to an exit code: the one frame where errors end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from glob import glob
from traceback import format_exc
from typing import Final, cast

import typer

from newscli.cli import completion
from newscli.cli.commands import build
from newscli.cli.help import Group, keep_rich_away, short_help
from newscli.cli.messages import report_failure
from newscli.cli.streams import complain, emit, prepare_streams
from newscli.cli.values import suggestion
from newscli.cli.words import meant
from newscli.errors import ExitCode, NewscliError, internal_error
from newscli.render.sanitize import safe

PROGRAM: Final = "newscli"
_COMPLETION: Final = "_NEWSCLI_COMPLETE"


def run_command_line(args: Sequence[str]) -> int:
    """Run a command and return the exit code; what went wrong has been reported on standard error."""
    prepare_streams()
    args = list(args) if os.name != "nt" else expand_patterns(args)
    try:
        return _run(build(), list(args))  # a copy, for it is used up while the words are parsed
    except NewscliError as error:
        report_failure(error.message, error.hint)
        return error.code
    except Exception as error:  # noqa: BLE001 - the frame where all errors end
        if "--debug" in args:  # read here, because the error may have come before the words were parsed
            complain(safe(format_exc(), single_line=False), end="")
        bug = internal_error(error)
        report_failure(bug.message, bug.hint)
        return bug.code


def expand_patterns(args: Sequence[str]) -> list[str]:
    """Expand wildcards as a Unix shell does; the shells of Windows leave that to the programs."""
    return [name for arg in args for name in (sorted(glob(arg)) or [arg])]  # noqa: PTH207


def _run(program: Group, args: list[str]) -> int:
    completion.prepare()
    if _COMPLETION in os.environ:
        keep_rich_away()
        told = completion.answer(program, os.environ, os.environ[_COMPLETION])
        if told is not None:
            emit(lambda out: out.write(f"{told}\n" if told else ""), sys.stdout)
            return ExitCode.OK
        program.main(args, PROGRAM, _COMPLETION)
    args = meant(args, program.commands)
    if not args:
        ctx = program.make_context(PROGRAM, args, resilient_parsing=True)
        complain(short_help(cast("typer.Context", ctx)))
        return ExitCode.USAGE

    words = list(args)

    def invoke() -> None:
        with program.make_context(PROGRAM, words) as ctx:
            program.invoke(ctx)

    try:
        # Not Typer's own main: it exits with 1 if the reader of the help closes the pipe.
        if sys.stdout is None:
            invoke()
        else:
            emit(lambda _: invoke(), sys.stdout)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.TyperException as error:
        report_failure(*_explain(error))
        return ExitCode.USAGE
    return ExitCode.OK


def _explain(error: typer.TyperException) -> tuple[str, str]:
    """Return a usage error as one line, and a hint."""
    message, _, suggested = error.message.partition(" Did you mean ")
    ctx = getattr(error, "ctx", None)
    hint = f"{ctx.command_path if ctx else PROGRAM} --help tells what there is"
    if suggested:
        hint = f"did you mean {suggested}"
    elif getattr(error, "possibilities", None):
        hint = suggestion(error.option_name, error.possibilities)  # type: ignore[attr-defined]
    param = getattr(error, "param", None)
    if param is not None:
        message = f"{max(param.opts, key=len)}: {message}"
    return message[:1].lower() + message[1:].rstrip("."), hint
