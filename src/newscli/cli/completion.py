"""Completion: what Typer's leaves to the shell, which would offer files for every word that is not known.

A name, a number or a field is no file. Where one is due, the shell is told to offer nothing.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from typer import _completion_shared

# What the scripts below take for "nothing, and no files"; no word of a command line is like it.
NOTHING: Final = "\x1fnothing"
_OF_FILES: Final = frozenset({"FILE", "[FILE]..."})

# Typer's own, which falls back to files ("-o default"), with one line more.
_BASH: Final = """
%(complete_func)s() {
    local IFS=$'\\n'
    COMPREPLY=( $( env COMP_WORDS="${COMP_WORDS[*]}" \\
                   COMP_CWORD=$COMP_CWORD \\
                   %(autocomplete_var)s=complete_bash $1 ) )
    if [[ ${COMPREPLY[0]} == $'\\x1fnothing' ]]; then COMPREPLY=(); compopt +o default; fi
    return 0
}

complete -o default -F %(complete_func)s %(prog_name)s
"""


def prepare() -> None:
    """Let the script for bash be the one that can offer nothing."""
    # Typer has no public place for it; tests/cli/test_completion.py tries it in the shells themselves.
    _completion_shared._completion_scripts["bash"] = _BASH


def answer(program: Any, variables: Mapping[str, str], instruction: str) -> str | None:  # noqa: ANN401
    """Return what the shell is to be told if the word that is completed is no file; None if it may be one.

    Args:
        program: The group of commands; Typer's class for it is private.
        variables: The environment, in which the shell says what was typed.
        instruction: What the shell asks for: ``complete_bash``.
    """
    words = _typed(variables)
    command = next((program.commands[word] for word in words if word in program.commands), None)
    if command is None or not words or not _takes_no_file(command, words[-1]):
        return None
    shell = instruction.partition("_")[2]
    if shell == "fish":
        return ""  # asked whether there are words, it is told that there are, and then there are none
    return {"bash": NOTHING, "zsh": ":"}.get(shell)


def _typed(variables: Mapping[str, str]) -> list[str]:
    """Return the words before the one that is completed."""
    with suppress(ValueError):  # a quotation mark is open
        if "COMP_WORDS" in variables:
            return variables["COMP_WORDS"].split("\n")[: int(variables.get("COMP_CWORD", "0"))]
        typed = variables.get("_TYPER_COMPLETE_ARGS", "")
        words = shlex.split(typed)
        return words if typed.endswith(" ") else words[:-1]
    return []


def _takes_no_file(command: Any, option: str) -> bool:  # noqa: ANN401
    """Return whether an option has a value that is neither a file nor one of a few words."""
    for param in command.params:
        if option in param.opts and not getattr(param, "is_flag", False):
            return param.metavar not in _OF_FILES and param._custom_shell_complete is None
    return False
