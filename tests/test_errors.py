"""The errors that a user can meet: their tree, their exit codes, and what a bug reads like."""

from __future__ import annotations

import inspect

import pytest

from newscli import errors
from newscli.errors import ExitCode, NewscliError, internal_error


def tree(error: type[NewscliError], depth: int = 0) -> list[tuple[int, str]]:
    """Return the names of a class and of its subclasses, each with its depth, in the order of the file."""
    below = [line for subclass in error.__subclasses__() for line in tree(subclass, depth + 1)]
    return [(depth, error.__name__), *below]


def test_the_tree_in_the_docstring_is_that_of_the_classes() -> None:
    lines = str(inspect.getdoc(errors)).splitlines()
    drawn = [
        (line.index(word) // 4, word) for line in lines for word in line.split() if word.endswith("Error")
    ]
    assert drawn == tree(NewscliError)


@pytest.mark.parametrize(
    ("error", "message"),
    [(KeyError("x"), "internal error: KeyError: 'x'"), (RecursionError(), "internal error: RecursionError")],
)
def test_a_bug_says_its_type_and_where_to_look(error: Exception, message: str) -> None:
    bug = internal_error(error)
    assert (bug.message, bug.code) == (message, ExitCode.BUG)
    assert bug.hint == "this is a bug of newscli; --debug shows where"


def test_a_message_shows_the_beginning_of_what_a_file_made_long() -> None:
    assert errors.clipped("headline") == "headline"
    assert errors.clipped("a" * 5_000) == "a" * 59 + "…"
