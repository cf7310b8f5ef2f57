from __future__ import annotations

from collections import Counter

from benchmarks.archive_speakers import judge


def test_what_is_right_and_what_is_merged() -> None:
    right, merged = judge(
        Counter(
            {("Ana Orel", "Orel", 1): 6, ("Ana Orel", "Ana", 2): 2, ("", "Orel", 1): 2, ("", "Roe", 3): 9}
        )
    )
    assert right == 6 / 8
    assert merged == {"Ana Orel": 6 / 8}
