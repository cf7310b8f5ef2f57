"""Each list of words is in lower case, sorted, without duplicates, with a rule for adding a word."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import newscli

FOLDER = Path(newscli.__file__).parent / "english"
MODULES = sorted(path for path in FOLDER.glob("*.py") if path.stem not in {"__init__", "words", "capitals"})
WRITERS = {"word_set", "with_both_apostrophes"}
# In these the spelling is the article's own: places, and words that stand in capitals.
CAPITALISED = {"NO_PLACES", "_NAMES_IN_CAPITALS"}


def constants(module: Path) -> Iterator[tuple[str, ast.expr, ast.stmt | None]]:
    """Yield name, value and the statement behind each constant of a module."""
    body = ast.parse(module.read_text(encoding="utf-8")).body
    for node, behind in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value, behind


def literals(value: ast.expr) -> Iterator[list[str]]:
    """Yield the words of each literal that a list is written as."""
    for node in ast.walk(value):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
            "word_set",
            "with_both_apostrophes",
        }:
            yield from (str(arg.value).split() for arg in node.args if isinstance(arg, ast.Constant))
        elif isinstance(node, ast.Set) and all(isinstance(each, ast.Constant) for each in node.elts):
            yield [str(each.value) for each in node.elts if isinstance(each, ast.Constant)]
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and "\n" in value.value:
        yield value.value.split()


def rank(word: str) -> tuple[str, str]:
    """Return what a word is sorted by: its letters without accents and a leading apostrophe."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.lower().lstrip("'’"), word


LISTS = [
    pytest.param(name, words, id=f"{module.stem}.{name}")
    for module in MODULES
    for name, value, _ in constants(module)
    for words in literals(value)
    if module.stem != "places"
]


@pytest.mark.parametrize(("name", "words"), LISTS)
def test_a_list_is_lower_case_sorted_and_without_duplicates(name: str, words: list[str]) -> None:
    assert words == sorted(words, key=rank)
    assert len(words) == len(set(words))
    assert name in CAPITALISED or words == [word.lower() for word in words]


def test_the_tables_of_places_are_sorted_and_name_each_place_once() -> None:
    tables = {
        node.targets[0].id: str(node.value.value)
        for node in ast.parse((FOLDER / "places.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    for name in ("_COUNTRIES", "_CITIES", "_REGIONS"):
        places = [" ".join(row.split()) for row in tables[name].split(";")]
        assert places == sorted(places, key=rank), name
        assert len(places) == len(set(places)), name
    assert tables["_OTHER_ADJECTIVES"].split() == sorted(tables["_OTHER_ADJECTIVES"].split(), key=rank)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_below_each_public_list_stands_what_belongs_in_it(module: Path) -> None:
    for name, _, behind in constants(module):
        if not name.startswith("_"):
            documented = isinstance(behind, ast.Expr) and isinstance(behind.value, ast.Constant)
            assert documented, f"{module.stem}.{name}"
