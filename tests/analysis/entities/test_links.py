"""Names that no certain rule joins, joined or left apart by what was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newscli.analysis.entities.links import MOST_ALIKE, chance, pairs, relation
from newscli.analysis.entities.merge import merge
from newscli.analysis.entities.parties import Party
from newscli.engines.reader.annotations import NameAnnotation
from newscli.model import LABELS, Entity, Label
from tests.analysis.entities.test_merge import article_with_names

SURE = 0.85


def merged(marked: str) -> list[Entity]:
    """Return the entities of marked text, the reader fairly sure of each label."""
    article, sentences, mentions, titles = article_with_names(marked)
    names = [NameAnnotation(one.span, one.label, SURE, chances(one.label)) for one in mentions]
    found = merge(article, sentences, mentions, titles, names)
    return sorted(found, key=lambda entity: entity.mentions[0])


def chances(label: Label) -> tuple[float, ...]:
    return tuple(SURE if one == label else (1 - SURE) / 3 for one in LABELS)


def party(name: str, label: Label, *sentences: int, turns: bool = False) -> Party:
    """Return a name that is named in some sentences."""
    words = tuple(name.lower().replace("-", " ").split())
    around = (0.0, 0.0, 0.0)
    return Party(
        words, name, label, chances(label), sentences or (0,), len(sentences) or 1, around, turns, None
    )


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Halden", "Halden Foods", "first"),
        ("Rovers", "Calder Rovers", "last"),
        ("Supreme Court", "Italian Supreme Court of Cassation", "inner"),
        ("Kristin Wilkins", "Kristen Wilkins", "sound"),
        ("Liberal", "Liberals", "plural"),
        ("Higuchi Natsu", "Natsu Higuchi", "order"),
        ("ACF", "Anglo Congo Farms", "letters"),
        ("Halden", "HALDEN", "equal"),
        ("Halden", "Calder Rovers", ""),
        ("Ann Roe", "Ann Moss", ""),
        ("Met Police", "Metropolitan Police", "beginning"),
        ("Penn State", "Pennsylvania State University", "beginning"),
        ("Penn State", "Pennsylvania State Ballet", ""),
        ("Kremar", "Kremiar", "sound"),
        ("Kremar", "Kiremiuar", ""),
    ],
)
def test_how_two_names_are_alike(short: str, long: str, expected: str) -> None:
    assert relation(party(short, "ORG"), party(long, "ORG")) == expected


@pytest.mark.parametrize(
    ("short", "label", "long", "expected"),
    [
        ("Barrioneuvo", "PER", "Jose Barrionuevo", "sound"),
        ("Keidis", "PER", "Anthony Kiedis", "sound"),
        ("Dorvale", "PER", "Ann Dorvane", "sound"),
        ("Ann Dorvale", "PER", "Ann Dorvane", "sound"),
        ("Tom Dorvale", "PER", "Ann Dorvane", ""),
        ("Dorvale", "ORG", "Ann Dorvane", ""),
        ("Marlow", "PER", "Ann Marlows", "sound"),
        ("Marlows", "PER", "Ann Marlow", ""),  # she and hers
        ("Kremar", "PER", "Anthony Kiedis", ""),
        ("Keidis", "ORG", "Anthony Kiedis", ""),
    ],
)
def test_a_surname_may_be_misspelled(short: str, label: Label, long: str, expected: str) -> None:
    assert relation(party(short, label), party(long, "PER")) == expected


def test_a_misspelled_surname_is_of_who_has_it() -> None:
    text = "The union is led by [Jose Barrionuevo|PER].\nIt rained.\nMr [Barrioneuvo|PER] left."
    assert [(entity.name, entity.count) for entity in merged(text)] == [("Jose Barrionuevo", 2)]


@pytest.mark.parametrize("slip", ["Dorvnae", "Dovane", "Ann Dorvame"])
def test_a_slip_makes_no_second_person(slip: str) -> None:
    text = f"The union is led by [Ann Dorvane|PER].\nIt rained.\n[{slip}|PER] left."
    assert [(entity.name, entity.count) for entity in merged(text)] == [("Ann Dorvane", 2)]


@pytest.mark.parametrize("label", ["ORG", "MISC"])
def test_what_is_named_after_somebody_is_not_that_person(label: Label) -> None:
    sure = replace(party("Ann Roe", "PER"), chances=(0.97, 0.01, 0.01, 0.01))
    assert not list(pairs([sure, party("Ann Roe Foundation", label)]))
    # Where the reader doubts that it is a person, it may be a firm's short form.
    assert list(pairs([party("Laura Roe", "PER"), party("Laura Roe Holdings", "ORG")]))


def test_letters_are_the_initials_of_a_person() -> None:
    assert relation(party("NQ", "ORG"), party("Ngaire Quill", "PER")) == "initials"


def test_initials_at_the_turns_of_an_interview_are_the_one_who_has_them() -> None:
    text = (
        "[Ngaire Quill|PER] met [Remy Baptiste|PER].\n[NQ|ORG]: It rained.\n[RB|PER]: It did.\n[NQ|ORG]: Yes."
    )
    found = [(entity.name, entity.label, entity.count) for entity in merged(text)]
    assert found == [("Ngaire Quill", "PER", 3), ("Remy Baptiste", "PER", 2)]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "The poet [Kristen Wilkins|PER] read.\nIt rained.\n[Kristin Wilkins|PER] left.",
            "Kristen Wilkins",
            "PER",
        ),
        (
            "Ships of the [Wending-on-Arle|LOC] line.\nIt rained.\nIn [Wending|LOC] they met.",
            "Wending-on-Arle",
            "LOC",
        ),
        ("The [Gaza Strip|LOC] was shut.\nIt rained.\nIn [Gaza|LOC] they met.", "Gaza Strip", "LOC"),
    ],
)
def test_these_are_one(text: str, name: str, label: Label) -> None:
    assert [(entity.name, entity.label, entity.count) for entity in merged(text)] == [(name, label, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "In [Sallow Street|LOC] it rained.\nIn [Sallow|LOC] it did not.",
        "In [Sydney|LOC] it rained.\n[Sydney Marlowe|PER] left.",
        "The [Korean|MISC] ship left [Korea|LOC].",
        "In [Malmo|LOC] it rained.\n[Malmo|ORG] lost.",
        "[Owen Hart|PER] left.\n[Hart Owen|PER] stayed.",
        "[Ann Reed|PER] left.\n[Reid|PER] stayed.",  # so few consonants many share
        "Mr [Hart Owen|PER] left.\nMrs [Owen|PER] stayed.",
        "The [Ibex|ORG] met.\nIt rained.\nThe [Ibex World Cup|MISC] began.",
        "In [France|LOC] it rained.\n[Air France|ORG] flew.",
        "In [Fennick|LOC] it rained.\n[UNC Fennick|ORG] won.",
        "In [Tarbeck|LOC] it rained.\nThe [Tarbeck Crown Court|ORG] sat.",
        "[Dhaka University|ORG] shut.\nThe [Faculty of Arts of Dhaka University|ORG] did not.",
        "The [House|ORG] met.\nThe [White House|ORG] did not.",
        "The [Treaty of Fennick|MISC] holds.\nThe [Fennick|MISC] play.",
    ],
)
def test_these_are_two(text: str) -> None:
    assert len(merged(text)) == 2


def test_a_person_who_is_taken_for_a_firm_goes_by_the_last_word() -> None:
    text = "The barber [Hobart Bragg|ORG] spoke.\nIt rained.\n[Bragg|PER] said so.\n[Bragg|PER] left."
    assert [(entity.name, entity.label) for entity in merged(text)] == [("Hobart Bragg", "PER")]


def test_the_chance_is_a_share() -> None:
    assert 0 <= chance({"always": 1e9}) <= 1
    assert 0 <= chance({"always": -1e9}) <= 1


def test_each_pair_comes_once() -> None:
    found = [(i, j) for i, j, _ in pairs([party("Hal Roe", "PER"), party("Roe", "PER"), party("Hal", "PER")])]
    assert sorted(found) == [(1, 0), (2, 0)]


def _many(count: int) -> Sequence[Party]:
    return [party("Roe" if number % 2 else f"Roe {number}x", "PER", number) for number in range(count)]


@pytest.mark.parametrize("count", [200, 2_000])
def test_a_word_that_all_names_share_leads_to_a_few_of_them(count: int) -> None:
    found = list(pairs(_many(count)))
    assert count < len(found) <= 3 * MOST_ALIKE * count


def test_a_part_of_a_body_is_another_than_it() -> None:
    for part in ("Senate Budget Committee", "UN Office for Trade", "BBC Radio 4"):
        whole = part.split()[0]
        found = merged(f"The [{part}|ORG] met. The [{whole}|ORG] slept. Then the [{whole}|ORG] met.")
        assert {one.name: len(one.mentions) for one in found} == {part: 1, whole: 2}
