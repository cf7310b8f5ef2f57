from __future__ import annotations

from newscli.engines.given_names import genders_of_given_names


def test_a_name_that_one_sex_bears_shows_it() -> None:
    known = genders_of_given_names()
    assert {name: known.get(name) for name in ("philippa", "edwina", "barnaby", "crispin")} == {
        "philippa": "f",
        "edwina": "f",
        "barnaby": "m",
        "crispin": "m",
    }


def test_a_name_that_both_bear_in_some_country_shows_nothing() -> None:
    assert [genders_of_given_names().get(name) for name in ("kim", "robin", "andrea", "jean", "nikita")] == [
        None
    ] * 5
