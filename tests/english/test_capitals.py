from __future__ import annotations

import pytest

from newscli.english.capitals import Shape, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("harbour", Shape.LOWER),
        ("Harbour", Shape.TITLE),
        ("Lindqvist-Hale", Shape.MIXED),
        ("J.", Shape.CAPITAL),
        ("NATO", Shape.CAPITALS),
        ("U.S.", Shape.INITIALS),
        ("McRae", Shape.MIXED),
        ("1,200", Shape.NUMBER),
        ("4th", Shape.LOWER),
        ("“", Shape.OTHER),
        ("中", Shape.OTHER),
        ("@ibex", Shape.HANDLE),
        ("https://ibex.example/wall", Shape.HANDLE),
    ],
)
def test_the_shape_of_a_word(word: str, expected: Shape) -> None:
    assert shape(word) == expected
