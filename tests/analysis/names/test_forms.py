"""The shapes of a name."""

from __future__ import annotations

import pytest

from newscli.analysis.names.forms import (
    MAX_PARTS,
    ONLY_AFTER,
    acronyms,
    fold_letters,
    looks_like_acronym,
    name_words,
    plain_name,
    same_name,
    short_forms,
    spells,
    title_length,
)
from newscli.model import Label


@pytest.mark.parametrize(("text", "folded"), [("Čapek", "capek"), ("Sørli", "sorli"), ("Straße", "strasse")])
def test_folding_makes_spellings_equal(text: str, folded: str) -> None:
    assert fold_letters(text) == folded


@pytest.mark.parametrize(
    ("text", "label", "plain"),
    [
        ("the Fennick Council", "ORG", "Fennick Council"),
        ("The Hague", "LOC", "The Hague"),
        ("Flores’s", "PER", "Flores"),
        ("Brightwaters'", "ORG", "Brightwaters"),
        ("Secretary of State Ana\nFlores", "PER", "Ana Flores"),
        ("Duke of York", "PER", "Duke of York"),
        ("Judge", "PER", "Judge"),
        ("President Bank", "ORG", "President Bank"),
    ],
)
def test_a_plain_name_is_fit_for_display(text: str, label: Label, plain: str) -> None:
    assert plain_name(text, label) == plain


@pytest.mark.parametrize(
    ("words", "length"),
    [("Ana Flores", 0), ("Deputy Prime Minister Flores", 3), ("Vice Flores", 0), ("Sir Owen Hart", 1)],
)
def test_titles_end_with_an_office(words: str, length: int) -> None:
    assert title_length(words.split()) == length


@pytest.mark.parametrize(
    ("name", "label", "words"),
    [
        ("U.S.", "LOC", "us"),
        ("J.K. Holm", "PER", "j k holm"),
        ("JK Holm", "PER", "j k holm"),
        ("ANA HOLM", "PER", "ana holm"),
        ("St. Osyth’s", "ORG", "saint osyths"),
        ("Harbour St", "LOC", "harbour street"),
        ("Harrow & Sons", "ORG", "harrow and sons"),
        ("Coca-Kola", "ORG", "coca kola"),
    ],
)
def test_names_are_compared_by_their_words(name: str, label: Label, words: str) -> None:
    assert " ".join(name_words(name, label)) == words


@pytest.mark.parametrize(
    ("name", "is_acronym"),
    [("NATO", True), ("U.N.", True), ("UNHCR", True), ("Nato", False), ("A", False), ("MARITIMES", False)],
)
def test_acronyms_are_short_and_in_capitals(name: str, is_acronym: bool) -> None:
    assert looks_like_acronym(name) is is_acronym


def test_an_acronym_is_spelled_with_or_without_small_words() -> None:
    assert list(acronyms(("office", "of", "tides"))) == ["oot", "ot"]
    assert list(acronyms(("department", "of", "ferry", "affairs"))) == ["dofa", "dfa", "fa"]
    assert list(acronyms(())) == list(acronyms(("of",))) == []


def test_a_bracketed_acronym_may_take_several_letters_of_a_word() -> None:
    assert spells("TIDEX", ("tidal", "exchange"))
    assert not spells("TEX", ("north", "texel"))
    assert not spells("XT", ("tidal", "exchange"))


def test_a_state_has_one_key() -> None:
    assert same_name(("kingdom", "of", "norway"), "LOC") == same_name(("norway",), "LOC")


def test_a_part_that_says_only_the_kind_is_no_short_form() -> None:
    forms = [form for _, form in short_forms(("fennick", "national", "bank"), "ORG")]
    assert "fennick" in forms
    assert "bank" not in forms
    assert "national bank" not in forms


def test_a_surname_is_the_usual_short_form() -> None:
    ranks = {form: rank for rank, form in reversed(list(short_forms(("ana", "maria", "flores"), "PER")))}
    assert (ranks["flores"], ranks["ana"], ranks["maria"]) == (0, 1, 2)


def test_the_first_word_of_a_firm_is_its_short_form_where_the_firm_stands_before_it() -> None:
    assert (ONLY_AFTER, "halden") in list(short_forms(("halden", "foods"), "ORG"))
    assert (1, "halden") in list(short_forms(("halden", "party"), "ORG"))


def test_of_two_initials_the_first_is_kept() -> None:
    forms = [form for _, form in short_forms(("george", "h", "w", "roe"), "PER")]
    assert "george roe" in forms
    assert "george w roe" not in forms
    assert "george walker roe" in [form for _, form in short_forms(("george", "h", "walker", "roe"), "PER")]


def test_a_station_is_not_its_broadcaster() -> None:
    assert "ord" not in [form for _, form in short_forms(("ord", "radio", "4"), "ORG")]
    assert "ord" in [form for _, form in short_forms(("ord", "radio"), "ORG")]


def test_an_overlong_name_has_no_short_forms() -> None:
    words = tuple(f"w{i}" for i in range(MAX_PARTS + 1))
    assert list(short_forms(words, "ORG")) == []
    assert list(acronyms(words)) == []
