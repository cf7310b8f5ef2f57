"""Each list of words is in order, without duplicates, and says below what belongs in it."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import newscli
from newscli.english.words import phrase_set, word_set

FOLDER = Path(newscli.__file__).parent / "english"
# No lists of words: how a list is written, the pattern of capitals, characters.
OTHERS = {"__init__", "words", "capitals", "punctuation"}
MODULES = sorted(path for path in FOLDER.glob("*.py") if path.stem not in OTHERS)
# In these the spelling is the article's own: places, and words that stand in capitals.
CAPITALISED = {
    "COUNTRIES",
    "_CITIES",
    "_REGIONS",
    "_OTHER_ADJECTIVES",
    "NO_PLACES",
    "_NAMES_IN_CAPITALS",
    "SMALL_WORDS",
    "STATES",
}


def constants(module: Path) -> Iterator[tuple[str, ast.expr, ast.stmt | None]]:
    """Yield name, value and the statement behind each constant of a module."""
    body = ast.parse(module.read_text(encoding="utf-8")).body
    for node, behind in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value, behind


def literals(value: ast.expr) -> Iterator[list[str]]:
    """Yield the entries of each literal that a list is written as, as they stand in the source."""
    for node in ast.walk(value):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            text = str(node.args[0].value) if node.args and isinstance(node.args[0], ast.Constant) else ""
            if node.func.id == "word_set":
                yield text.split()
            elif node.func.id == "phrase_set":
                yield [" ".join(entry.split()) for entry in text.split(";")]
        elif isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
            yield [str(key.value) for key in node.keys if isinstance(key, ast.Constant)]


def rank(word: str) -> tuple[str, str]:
    """Return what a word is sorted by: its letters without accents and a leading apostrophe."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.lower().lstrip("'"), word


LISTS = [
    pytest.param(name, words, id=f"{module.stem}.{name}")
    for module in MODULES
    for name, value, _ in constants(module)
    for words in literals(value)
]


@pytest.mark.parametrize(("name", "words"), LISTS)
def test_a_list_is_lower_case_sorted_and_without_duplicates(name: str, words: list[str]) -> None:
    assert words == sorted(words, key=rank)
    assert len(words) == len(set(words))
    assert name in CAPITALISED or words == [word.lower() for word in words]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_below_each_list_stands_what_belongs_in_it(module: Path) -> None:
    for name, value, behind in constants(module):
        if not name.startswith("_") or any(literals(value)):
            documented = isinstance(behind, ast.Expr) and isinstance(behind.value, ast.Constant)
            assert documented, f"{module.stem}.{name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_list_is_written_by_word_set_phrase_set_or_as_a_dictionary(module: Path) -> None:
    for name, value, _ in constants(module):
        for node in ast.walk(value):
            assert not isinstance(node, ast.Set | ast.List), name
            assert not (isinstance(node, ast.Attribute) and node.attr == "split"), name


def test_a_word_with_an_apostrophe_is_known_in_all_spellings() -> None:
    assert word_set("not n't") == {"not", "n't", "n’t", "nʼt", "n′t", "n´t"}


def test_a_phrase_has_single_spaces_wherever_its_line_breaks() -> None:
    assert phrase_set("abu dhabi; new\n    york") == {"abu dhabi", "new york"}
