"""The pages name files, programs and other pages that exist, in lines that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY", "CHANGELOG")),
    *sorted((ROOT / "docs").glob("*.md")),
    *(ROOT / folder / "README.md" for folder in ("samples", "tests/cases", "tests/eval")),
]
# What a path in a page may begin at.
BASES = (
    ROOT,
    *(ROOT / base for base in ("src/newscli", "src/newscli/analysis", "tests/analysis", "samples")),
)
MAX_LINE = 120

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def prose(page: Path) -> Iterator[str]:
    """Yield the lines of a page that are no code."""
    inside = False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside
        elif not inside and not line.startswith("    "):
            yield line


def is_there(path: str) -> bool:
    """Return whether a path exists, or the module whose function or class it names."""
    names = (path, f"{path}.py", f"{path.rpartition('.')[0]}.py")
    return any((base / name).exists() for base in BASES for name in names)


@every_page
def test_every_path_exists(page: Path) -> None:
    code = (quoted for line in prose(page) for quoted in re.findall(r"`([^`]+)`", line))
    paths = {word for quoted in code for word in quoted.split() if re.fullmatch(r"\w[\w.-]*/[\w./-]*", word)}
    missing = [path for path in sorted(paths) if not is_there(path)]
    assert [path for path in missing if not path.startswith("newscli/")] == []  # but for the schema's name


@every_page
def test_every_link_leads_to_a_page(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


@every_page
def test_every_program_exists(page: Path) -> None:
    programs = re.findall(r"python -m ([\w.]+)", page.read_text(encoding="utf-8"))
    ours = [name for name in programs if name.partition(".")[0] in {"tests", "training", "benchmarks"}]
    files = (
        (ROOT / f"{path}.py", ROOT / path / "__main__.py") for path in (n.replace(".", "/") for n in ours)
    )
    assert [either for either in files if not any(file.exists() for file in either)] == []


@every_page
def test_lines_fit_but_for_tables(page: Path) -> None:
    assert [line for line in prose(page) if len(line) > MAX_LINE and not line.startswith("|")] == []


def test_the_door_says_how_long_each_folder_of_tests_takes() -> None:
    door = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").glob("*/**/test_*.py")}
    assert [name for name in sorted(folders - {"support"}) if f"`tests/{name}`" not in door] == []
