from __future__ import annotations

from newscli.english.pronouns import (
    FIRST_PERSON,
    FIRST_SINGULAR,
    GENDER_OF_PRONOUN,
    GENDERED_SUBJECTS,
    POSSESSIVE_PRONOUNS,
    PRONOUNS,
    REFLEXIVES,
    SUBJECT_FORM,
    SUBJECTS,
    THIRD_PERSON,
)


def test_a_form_of_the_third_person_stands_for_its_subject() -> None:
    assert SUBJECT_FORM["him"] == "he"
    assert SUBJECT_FORM["hers"] == "she"
    assert SUBJECT_FORM["themselves"] == "they"
    assert "me" not in SUBJECT_FORM


def test_a_form_of_two_uses_counts_as_what_says_whose() -> None:
    assert PRONOUNS["her"].use == "determiner"
    assert PRONOUNS["his"].use == "determiner"
    assert PRONOUNS["it"].use == "subject"


def test_the_sets_of_the_rules_come_from_the_table() -> None:
    assert set(GENDER_OF_PRONOUN) == {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
    assert {"his", "her", "its", "their"} == POSSESSIVE_PRONOUNS
    assert {"himself", "herself", "itself", "themselves"} == REFLEXIVES
    assert {"i", "me", "my", "mine", "myself"} == FIRST_SINGULAR
    assert {"i", "you", "he", "she", "it", "we", "they"} == SUBJECTS
    assert {"he", "she"} == GENDERED_SUBJECTS
    assert REFLEXIVES.isdisjoint(THIRD_PERSON)


def test_us_is_not_taken_for_those_who_talk_as_it_may_be_the_country() -> None:
    assert "us" in PRONOUNS
    assert "us" not in FIRST_PERSON
