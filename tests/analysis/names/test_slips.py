"""Surnames that differ by a slip."""

from __future__ import annotations

import pytest

from newscli.analysis.names.slips import is_slip, slips

# Two surnames, and whether one may be the other misspelt.
PAIRS = [
    pytest.param("dorvane", "dovrane", True, id="two letters have changed places"),
    pytest.param("mortens", "mordens", True, id="another letter"),
    pytest.param("karvo", "karmo", True, id="another letter of five"),
    pytest.param("begdal", "bergdal", True, id="a letter is missing"),
    pytest.param("albusal", "abusal", True, id="a letter too many"),
    pytest.param("shavano", "shavanov", True, id="the last is missing"),
    pytest.param("horan", "horgan", False, id="a letter more, of a short name"),
    pytest.param("hutton", "sutton", False, id="another first letter"),
    pytest.param("moss", "muss", False, id="too short to say"),
    pytest.param("dorvane", "dorvanes", False, id="a family"),
    pytest.param("dorvanin", "dorvanina", False, id="his wife"),
    pytest.param("martin", "martino", False, id="a given name"),
    pytest.param("dorvane", "darvone", False, id="two letters"),
    pytest.param("dorvane", "dorvane", False, id="the same"),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_a_slip_is_one_letter_behind_the_first(one: str, other: str, *, expected: bool) -> None:
    assert is_slip(one, other) == is_slip(other, one) == expected


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_what_may_be_a_slip_shares_a_key(one: str, other: str, *, expected: bool) -> None:
    if expected:
        assert not set(slips(one)).isdisjoint(slips(other))


def test_a_short_name_has_no_keys() -> None:
    assert not list(slips("moss"))
