from __future__ import annotations

import pytest

from newscli.text.dates import day_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-11", "2024-02-11"),
        ("2024/2/1 10:00", "2024-02-01"),
        ("Published March 14, 2019 at 8 a.m.", "2019-03-14"),
        ("Thursday, 3rd Sept. 2020", "2020-09-03"),
        ("By Ana Roe, August 14, 2020 2:30 pm", "2020-08-14"),
        ("the 1st of May 2021", "2021-05-01"),
        ("3/4/2020", None),
        ("February 30, 2020", None),
        ("May 2020", None),
        ("12 Roe 2020", None),
        ("", None),
    ],
)
def test_a_day_is_read_where_it_is_named_in_full(text: str, day: str | None) -> None:
    assert day_of(text) == day
