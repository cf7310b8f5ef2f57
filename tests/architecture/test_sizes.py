"""How long a file and a function of the package may be; ruff holds how complex (``max-complexity``)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import newscli

ROOT = Path(newscli.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
MAX_LINES_OF_FILE = 400
MAX_LINES_OF_FUNCTION = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(file: Path) -> Iterator[Function]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Return the lines of a function from its ``def`` to its end, without its docstring."""
    assert function.end_lineno is not None
    documented = function.body[0].end_lineno if ast.get_docstring(function) else function.lineno
    assert documented is not None
    described = documented - function.body[0].lineno + 1 if ast.get_docstring(function) else 0
    return function.end_lineno - function.lineno + 1 - described


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_and_functions_are_short(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MAX_LINES_OF_FILE
    for function in functions(file):
        assert length(function) <= MAX_LINES_OF_FUNCTION, f"{function.name}: {length(function)} lines"
