"""What fits into a number of cells: whole words, or a part of a long one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newscli.render.table.cells import fit
from tests.support.counting import operations

words = st.lists(st.sampled_from(["a", "harbour", " ", "日本", "e\u0301", "\n"]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("cells", "first", "last"),
    [(7, "The old", "here"), (8, "The old", "man here"), (2, "Th", "re"), (0, "", ""), (-1, "", "")],
)
def test_whole_words_are_kept_as_long_as_one_fits(cells: int, first: str, last: str) -> None:
    assert fit("The old man here", cells, from_end=False).plain == first
    assert fit("The old man here", cells, from_end=True).plain == last


@given(words, st.integers(0, 20))
def test_what_is_kept_fits_and_one_piece_more_does_not(text: str, cells: int) -> None:
    whole = fit(text, 1_000, from_end=False).plain
    for from_end in (False, True):
        kept, rest = fit(text, cells, from_end=from_end).plain, whole
        while cell_len(rest) > cells:
            head, space, tail = rest.partition(" ") if from_end else rest.rpartition(" ")
            if not space:
                head, tail = rest[:-1], rest[1:]
            rest = tail if from_end else head
        assert kept == rest


@pytest.mark.parametrize("text", ["x" * 5_000, "x " * 5_000])
@pytest.mark.parametrize("from_end", [False, True])
def test_a_long_text_is_measured_a_few_times(text: str, from_end: bool) -> None:
    assert operations(lambda: fit(text, 40, from_end=from_end)) < 3 * len(text)
