"""The list of given names, from counts made by hand."""

from __future__ import annotations

from training.given_names import borne_by, count

LINES = ("Ada,F,990", "Ada,M,5", "Robin,F,300", "Robin,M,300", "Bo,M,99", "Otto,M,600", "Andrea,F,1000")


def test_the_years_of_a_name_add_up() -> None:
    assert count(["Ada,F,3", "Ada,F,4", "Ada,M,1"]) == {("ada", "F"): 7, ("ada", "M"): 1}


def test_a_name_shows_the_sex_that_nearly_all_its_bearers_have() -> None:
    births = count(LINES)
    assert borne_by("F", births) == ["ada"]  # Robin is borne by both, Andrea by men in Italy
    assert borne_by("M", births) == ["otto"]  # Bo is too rare
