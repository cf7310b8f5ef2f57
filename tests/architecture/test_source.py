"""What the package's own source may do: import from a list, and start, fetch and evaluate nothing."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

import newscli

ROOT = Path(newscli.__file__).parent
MODULES = {
    ".".join(("newscli", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}
# Of the standard library: what computes, and what reads and writes the files that the user named.
HARMLESS = frozenset(
    """
    __future__ base64 bisect bz2 codecs collections contextlib csv dataclasses datetime difflib email enum
    errno functools glob gzip hashlib heapq html inspect io itertools json logging lzma math operator os
    pathlib platform re shlex shutil stat string sys tempfile textwrap time traceback types typing
    unicodedata zipfile zlib
    """.split()
)
# What could do more stands where it is needed: modules by the name of a constant, worker processes, signals.
# Workers pickle what they send one another, over pipes that nobody else can open.
RESTRICTED = {
    "atexit": ("newscli.__main__",),  # the program ends without taking itself apart
    "fcntl": ("newscli.archive.database", "newscli.cli.part_file"),
    "html": ("newscli.text.mend",),  # the names of characters
    "importlib": ("newscli", "newscli.cli.info", "newscli.engines.nltk_import", "newscli.render"),
    "subprocess": ("newscli.cli.pager",),  # the user's own pager
    "selectors": ("newscli.cli.streams", "newscli.text.open_files"),
    "multiprocessing": ("newscli.workers",),
    "resource": ("newscli.engines.memory",),
    "signal": ("newscli.signals",),
    "sqlite3": ("newscli.archive",),
    "threading": ("newscli.workers",),
}
# Built-in functions that make code of data or ask for input, and those of ``os`` that start programs.
FORBIDDEN_CALLS = frozenset({"eval", "exec", "compile", "__import__", "breakpoint", "input"})
STARTERS = ("exec", "fork", "popen", "posix_spawn", "spawn", "startfile", "system")
# NLTK without its downloader and its loader of data; of trafilatura the part that fetches nothing.
NLTK_PARTS = frozenset(
    {"nltk.collocations", "nltk.stem.snowball", "nltk.tokenize.destructive", "nltk.tokenize.punkt"}
)
TRAFILATURA_CALLS = frozenset({"bare_extraction"})

# All that a module must hold is asked before the next one is parsed.
source = pytest.mark.parametrize("module", MODULES, scope="module")


@lru_cache(maxsize=1)
def nodes(module: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))))


def imported(module: str) -> Iterator[str]:
    """Yield the top-level packages that a module imports, inside functions too."""
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module).partition(".")[0]


def calls(module: str) -> Iterator[ast.Call]:
    return (node for node in nodes(module) if isinstance(node, ast.Call))


def within(module: str, package: str) -> bool:
    return module == package or (package != "newscli" and module.startswith(f"{package}."))


@source
def test_of_the_standard_library_it_imports_what_is_listed(module: str) -> None:
    for package in set(imported(module)) & sys.stdlib_module_names - HARMLESS:
        places = RESTRICTED.get(package, ())
        assert any(within(module, place) for place in places), f"{module} imports {package}"


@source
def test_it_evaluates_no_data_and_starts_no_program(module: str) -> None:
    for call in calls(module):
        if isinstance(call.func, ast.Name):
            assert call.func.id not in FORBIDDEN_CALLS, ast.unparse(call)
    for node in nodes(module):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            assert not node.attr.startswith(STARTERS), ast.unparse(node)
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            assert not any(alias.name.startswith(STARTERS) for alias in node.names), ast.unparse(node)


@source
def test_it_takes_from_nltk_and_trafilatura_nothing_that_loads_or_fetches(module: str) -> None:
    for call in calls(module):
        if isinstance(call.func, ast.Name) and call.func.id == "nltk_module":
            assert ast.literal_eval(call.args[0]) in NLTK_PARTS
    for node in nodes(module):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert node.value.id != "trafilatura" or node.attr in TRAFILATURA_CALLS, ast.unparse(node)


@source
def test_no_string_enters_rich_as_markup(module: str) -> None:
    """Rich reads markup in strings, and in titles and captions; ``Text`` it shows as it is."""
    if "rich" not in imported(module):
        return
    for call in calls(module):
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        assert method not in {"from_markup", "from_ansi", "render_markup"}, ast.unparse(call)
        assert not {word.arg for word in call.keywords} & {"title", "caption", "header"}, ast.unparse(call)
        if method in {"print", "add_row"}:
            for value in call.args:
                assert not isinstance(value, ast.JoinedStr | ast.BinOp | ast.Constant), ast.unparse(call)
    switches = {
        word.arg: ast.unparse(word.value)
        for call in calls(module)
        if isinstance(call.func, ast.Name) and call.func.id == "Console"
        for word in call.keywords
    }
    assert not switches or (switches["markup"], switches["emoji"], switches["highlight"]) == ("False",) * 3


@source
def test_every_error_says_what_to_do_about_it(module: str) -> None:
    for call in calls(module):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in {"InputError", "MissingExtraError", "ModelError", "OutputError", "UsageError"}:
            assert len(call.args) + len(call.keywords) > 1, ast.unparse(call)
            assert not isinstance(call.args[1], ast.Constant) or call.args[1].value, ast.unparse(call)
