"""Who imports whom, and what a quick answer does not import at all."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_origin

import pytest

import newscli

ROOT = Path(newscli.__file__).parent
MODULES = {
    ".".join(("newscli", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}
BASE = ("newscli.model", "newscli.origin", "newscli.errors", "newscli.limits")
GROUND = (*BASE, "newscli.spans", "newscli.english")
WORDS = "newscli.analysis.words"
NAMES = "newscli.analysis.names"
ANNOTATIONS = "newscli.engines.reader.annotations"
CALIBRATED = "newscli.analysis.calibrated"

# What each part of the package may import of newscli, beside itself; the longest name that fits decides.
# The analysis meets the text as an Article, with two exceptions on purpose: quotes and the pipeline take the
# pairs of text.quotation_marks, and quotes and summary ask text.furniture which paragraphs are
# no part of the story.
ALLOWED: dict[str, tuple[str, ...]] = {
    "newscli.origin": (),
    "newscli.model": ("newscli.origin",),
    "newscli.comparison": ("newscli.model",),
    "newscli.errors": (),
    "newscli.limits": (),
    "newscli.spans": ("newscli.model",),
    "newscli.english": ("newscli.model",),
    "newscli.text": GROUND,
    "newscli.engines": (*BASE, "newscli.english"),
    "newscli.analysis.words": GROUND,
    CALIBRATED: (),
    "newscli.analysis.segment": (*BASE, "newscli.english", "newscli.engines.punkt", "newscli.engines.tokens"),
    NAMES: (*GROUND, WORDS, "newscli.engines.given_names"),
    "newscli.analysis.entities": (*GROUND, WORDS, NAMES, ANNOTATIONS),
    "newscli.analysis.speakers": (*GROUND, WORDS, NAMES, CALIBRATED, ANNOTATIONS, "newscli.engines.speakers"),
    "newscli.analysis.quotes": (
        *GROUND,
        WORDS,
        CALIBRATED,
        ANNOTATIONS,
        "newscli.text.furniture",
        "newscli.text.quotation_marks",
    ),
    "newscli.analysis.summary": (
        *GROUND,
        WORDS,
        "newscli.engines.terms",
        "newscli.text.furniture",
    ),
    "newscli.analysis.keywords": (*GROUND, WORDS, "newscli.engines.terms"),
    "newscli.analysis.sources": (*GROUND, NAMES),
    "newscli.analysis.compare": (*GROUND, "newscli.comparison", NAMES, "newscli.engines.terms"),
    "newscli.analysis.together": (
        *BASE,
        "newscli.comparison",
        "newscli.analysis.compare",
        "newscli.analysis.pipeline",
        "newscli.analysis.sources",
    ),
    "newscli.analysis.filters": ("newscli.model", "newscli.english", NAMES),
    "newscli.analysis.pipeline": (
        *BASE,
        WORDS,
        NAMES,
        "newscli.analysis.segment",
        "newscli.analysis.entities",
        "newscli.analysis.quotes",
        "newscli.analysis.speakers",
        "newscli.analysis.summary",
        "newscli.analysis.keywords",
        "newscli.analysis.sources",
        "newscli.engines.reader",
        "newscli.text.quotation_marks",
    ),
    "newscli.render": (
        "newscli.model",
        "newscli.comparison",
        "newscli.limits",
        "newscli.spans",
        "newscli.english",
    ),
    # It stands above reading and showing, as the command line does: its rows are the records of a view.
    "newscli.archive": (
        *BASE,
        "newscli.english",
        NAMES,
        "newscli.analysis.filters",
        "newscli.engines.given_names",
        "newscli.engines.store",
        "newscli.render",
        "newscli.text.containers",
        "newscli.text.files",
    ),
    "newscli.processors": (),
    "newscli.signals": ("newscli.errors",),
    "newscli.workers": ("newscli.signals",),
    "newscli.library": (*BASE, "newscli.analysis", "newscli.render", "newscli.text", "newscli.many"),
    "newscli.many": (*BASE, "newscli.analysis", "newscli.library", "newscli.processors", "newscli.workers"),
    "newscli.cli": ("newscli",),
    "newscli.__main__": ("newscli",),
    "newscli": ("newscli",),
}
# A wing is entered through its face, from outside; names has none.
WINGS = tuple(
    f"newscli.analysis.{wing}"
    for wing in ("entities", "quotes", "speakers", "sources", "compare", "summary", "keywords")
)
# Where a third party may be imported; what is not named here may be imported nowhere.
THIRD_PARTIES = {
    "typer": ("newscli.cli",),
    "rich": ("newscli.render.table",),
    "jinja2": ("newscli.render.html",),
    "nltk": ("newscli.engines",),
    "numpy": ("newscli.engines",),
    "onnxruntime": ("newscli.engines",),
    "trafilatura": ("newscli.text.html",),
    "chardet": ("newscli.text.decode",),
    "ftfy": ("newscli.text.mojibake",),
    "lxml": ("newscli.text.html", "newscli.text.containers"),
    "pyarrow": (
        "newscli.archive.export",
        "newscli.archive.parts",
        "newscli.text.containers.parquet",
        "newscli.render.arrow",
        "newscli.render.parquet",
    ),
    "dask": ("newscli.archive.cluster",),
    "distributed": ("newscli.archive.cluster",),
    "fsspec": ("newscli.archive.places",),
    "warcio": ("newscli.text.containers.warc",),
    "xlsxwriter": ("newscli.render.xlsx",),
}


# All that a module must hold is asked before the next one is parsed.
every_module = pytest.mark.parametrize("module", MODULES, scope="module")


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@lru_cache(maxsize=1)
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of each module that a file imports, inside functions and for type checking too."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports are not used"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else str(node.module)


def part_of(module: str) -> str:
    """Return the part of the table that a module belongs to."""
    return max((part for part in ALLOWED if within(module, part)), key=len)


@every_module
def test_a_part_imports_only_what_the_table_allows(module: str) -> None:
    part = part_of(module)
    for imported in imports(MODULES[module]):
        if within(imported, "newscli") and imported != "newscli":
            allowed = within(imported, part) or any(within(imported, name) for name in ALLOWED[part])
            assert allowed, f"{module} imports {imported}"


def test_every_part_of_the_table_exists() -> None:
    named = {*ALLOWED, *(name for allowed in ALLOWED.values() for name in allowed)}
    assert named <= {*MODULES}


@every_module
def test_a_wing_is_entered_through_its_face_and_no_name_is_private(module: str) -> None:
    for node in nodes(MODULES[module]):
        if isinstance(node, ast.ImportFrom) and within(str(node.module), "newscli"):
            wings = [wing for wing in WINGS if within(str(node.module), wing) and not within(module, wing)]
            assert node.module in wings or not wings, f"{module} imports from {node.module}"
            private = [alias.name for alias in node.names if alias.name.startswith("_")]
            assert set(private) <= {"__version__"}, f"{module} imports {private}"


@every_module
def test_nobody_imports_the_command_line(module: str) -> None:
    if not within(module, "newscli.cli") and module != "newscli.__main__":
        assert not [name for name in imports(MODULES[module]) if within(name, "newscli.cli")]


@pytest.mark.parametrize("folder", ["training", "benchmarks"])
def test_what_trains_and_measures_needs_no_command_line(folder: str) -> None:
    for path in (Path(__file__).parents[2] / folder).rglob("*.py"):
        assert not [name for name in imports(path) if within(name, "newscli.cli")], path


@every_module
def test_a_third_party_is_imported_only_in_its_place(module: str) -> None:
    for imported in imports(MODULES[module]):
        top = imported.partition(".")[0]
        if top != "newscli" and top not in sys.stdlib_module_names:
            assert any(within(module, place) for place in THIRD_PARTIES.get(top, ())), (
                f"{module} imports {imported}"
            )


def loaded_by(*args: str, variables: dict[str, str] | None = None) -> set[str]:
    """Run newscli and return the names of all modules that it has loaded when it ends."""
    program = (
        "import atexit, json, os, sys\n"
        "loaded = lambda: json.dumps([name for name, module in sys.modules.items() if module])\n"
        "atexit.register(lambda: os.write(3, loaded().encode()))\n"
        "from newscli.__main__ import main\n"
        "sys.exit(main())\n"
    )
    reader, writer = os.pipe()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST"))}
    with os.fdopen(reader, "rb") as modules:
        subprocess.run(
            ["bash", "-c", f'exec "$@" 3>&{writer}', "bash", sys.executable, "-c", program, *args],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            pass_fds=[writer],
            env={**kept, **(variables or {})},
        )
        os.close(writer)
        return set(json.load(modules))


def test_the_version_loads_next_to_nothing() -> None:
    bare = {"typer", "rich", "nltk", "asyncio", "inspect", "dataclasses", "numpy", "newscli.model"}
    loaded = loaded_by("--version")
    assert not loaded & bare
    assert len([name for name in loaded if within(name, "newscli")]) <= 5


COMPLETION = {"_NEWSCLI_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "newscli quo"}


@pytest.mark.parametrize(
    ("args", "variables"),
    [
        (("--help",), {}),
        (("quotes", "--help"), {}),
        (("quotse",), {}),
        (("summary", "--sentences", "0"), {}),
        ((), {}),
        ((), COMPLETION),
    ],
)
def test_a_quick_answer_loads_no_analysis(args: tuple[str, ...], variables: dict[str, str]) -> None:
    loaded = loaded_by(*args, variables=variables)
    assert "typer" in loaded
    for package in (
        "nltk",
        "rich",
        "jinja2",
        "numpy",
        "onnxruntime",
        "newscli.analysis",
        "newscli.engines",
        "newscli.text",
    ):
        assert not [name for name in loaded if within(name, package)]


def test_an_error_before_the_first_article_loads_no_nltk() -> None:
    for args in (("quotes", "missing.txt"), ("quotes", "-", "-"), ("quotes", "x", "--encoding", "no-such")):
        assert not [name for name in loaded_by(*args) if within(name, "nltk")]


def test_a_pipe_needs_no_rich_and_one_process_no_multiprocessing(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The ferry sailed. “We are glad,” said Ana Orel.", encoding="utf-8")
    loaded = loaded_by("quotes", str(story))
    for package in (
        "chardet",
        "ftfy",
        "rich",
        "jinja2",
        "multiprocessing",
        "concurrent",
        "trafilatura",
        "lxml",
        "newscli.text.containers.mail",
    ):
        assert not [name for name in loaded if within(name, package)]


def test_only_an_archive_needs_sqlite(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The ferry sailed. “We are glad,” said Ana Orel.", encoding="utf-8")
    for args in (("quotes", str(story)), ("archive", "--help"), ("archive", "quotes", "--help")):
        assert not [name for name in loaded_by(*args) if within(name, "sqlite3")]
    plain = loaded_by("quotes", str(story))
    assert not [name for name in plain if name.startswith(("newscli.archive", "newscli.cli.archive_c"))]
    asked = loaded_by("archive", "speakers", str(tmp_path / "missing.db"))
    for package in ("nltk", "numpy", "onnxruntime", "rich"):
        assert not [name for name in asked if within(name, package)], package


def test_importing_newscli_loads_nothing_of_it_until_a_name_is_used() -> None:
    program = (
        "import sys, newscli\n"
        "assert [name for name in sys.modules if name.startswith('newscli')] == ['newscli']\n"
        "assert len(sys.modules) <= 60, len(sys.modules)\n"
        "newscli.Span\n"
        "assert 'newscli.model' in sys.modules and 'nltk' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-S", "-c", program], check=True, env={"PYTHONPATH": str(ROOT.parent)})


def test_every_public_name_is_there_and_listed() -> None:
    assert newscli.__all__ == sorted(newscli.__all__)
    for name in newscli.__all__:
        assert name in dir(newscli)
        value = getattr(newscli, name)
        aliases = {"analyze": "analyse"}
        assert get_origin(value) is Literal or value.__name__ == aliases.get(name, name)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = newscli.nothing
