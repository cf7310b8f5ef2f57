from __future__ import annotations

import re

import pytest

from newscli.analysis.entities.mentions import find_mentions
from newscli.analysis.entities.merge import merge
from newscli.analysis.segment import segment
from newscli.engines.reader.annotations import NameAnnotation
from newscli.model import LABELS, Article, Label, Span
from tests.support.annotations import annotated
from tests.support.articles import article_of, laid_out, titles_of, words_of


def mentions(told: Article, *names: tuple[str, Label]) -> list[tuple[str, Label]]:
    """Return what becomes of marks on the given words."""
    marks = []
    for words, label in names:
        start = told.text.index(words)
        chances = tuple(0.91 if one == label else 0.03 for one in LABELS)
        marks.append(NameAnnotation(Span(start, start + len(words)), label, 0.9, chances))
    found = find_mentions(told, words_of(told), marks, titles_of(told))
    return [(mention.span.of(told.text), mention.label) for mention in found]


@pytest.mark.parametrize(
    ("marked", "label", "expected"),
    [
        ("Peter Hale", "PER", "Peter Hale"),
        ("Mr Peter Hale", "PER", "Peter Hale"),
        ("Dr. Hale", "PER", "Hale"),
        ("Hale's", "PER", "Hale"),
        ("Ibex’s", "ORG", "Ibex"),
        ("King's College", "ORG", "King's College"),
        ("Mr", "PER", "Mr"),
    ],
)
def test_titles_and_endings_are_outside_a_name(marked: str, label: Label, expected: str) -> None:
    assert mentions(article_of(f"Now {marked} is told of."), (marked, label)) == [(expected, label)]


def test_a_mark_that_runs_over_two_paragraphs_is_two_names() -> None:
    told = article_of("By Ana Reyes", "Lisbon slept.")
    assert mentions(told, ("Ana Reyes\n\nLisbon", "PER")) == [("Ana Reyes", "PER"), ("Lisbon", "PER")]


def test_names_come_in_text_order() -> None:
    told = article_of("Ana Reyes left Lisbon. Peter Hale stayed.")
    found = mentions(told, ("Ana Reyes", "PER"), ("Lisbon", "LOC"), ("Peter Hale", "PER"))
    assert [name for name, _ in found] == ["Ana Reyes", "Lisbon", "Peter Hale"]


@pytest.mark.parametrize("handle", ["@Reyes", "#Reyes", "(@Reyes)"])
def test_a_handle_or_hashtag_is_no_name(handle: str) -> None:
    assert mentions(article_of(f"Write to {handle} for more."), ("Reyes", "PER")) == []


@pytest.mark.parametrize(
    "address", ["ana.reyes@ferry.example", "https://www.ferry.example/Reyes", "www.Reyes.example"]
)
def test_a_name_inside_an_address_is_none(address: str) -> None:
    name = "Reyes" if "Reyes" in address else "reyes"
    assert mentions(article_of(f"Write to {address} for more."), (name, "PER")) == []


@pytest.mark.parametrize("marks", [(("Ann Roe KC", "PER"),), (("Ann Roe", "PER"), ("KC", "ORG"))])
def test_letters_behind_a_name_are_outside_it(marks: tuple[tuple[str, Label], ...]) -> None:
    assert mentions(article_of("Then Ann Roe KC rose."), *marks) == [("Ann Roe", "PER")]


@pytest.mark.parametrize("place", ["Ill.", "N.C.", "Cleveland"])
def test_a_party_is_no_part_of_the_place_behind_it(place: str) -> None:
    told = article_of(f"Then Ann Roe, D-{place}, rose.")
    assert mentions(told, ("Ann Roe", "PER"), (f"D-{place}", "MISC")) == [("Ann Roe", "PER"), (place, "LOC")]


def test_d_day_is_no_party() -> None:
    assert mentions(article_of("It began on June 6, D-Day, at dawn."), ("D-Day", "MISC")) == [
        ("D-Day", "MISC")
    ]


@pytest.mark.parametrize(
    ("marked", "label", "expected"),
    [
        ("US-China", "MISC", [("US", "LOC"), ("China", "LOC")]),
        ("Thai-Malaysian", "MISC", [("Thai", "MISC"), ("Malaysian", "MISC")]),
        ("Irish-American", "MISC", [("Irish-American", "MISC")]),
        ("Guinea-Bissau", "LOC", [("Guinea-Bissau", "LOC")]),
        ("Paris-Kent", "PER", [("Paris-Kent", "PER")]),
        ("Wending-on-Arle", "LOC", [("Wending-on-Arle", "LOC")]),
    ],
)
def test_a_hyphen_parts_two_names_that_are_known(
    marked: str, label: Label, expected: list[tuple[str, Label]]
) -> None:
    assert mentions(article_of(f"So the {marked} deal was off."), (marked, label)) == expected


@pytest.mark.parametrize(
    ("marked", "label", "name"),
    [
        ("ex-Yukos", "ORG", "Yukos"),
        ("non-Yukos", "ORG", "Yukos"),
        ("then-Aldby Rovers", "ORG", "Aldby Rovers"),
        ("ex-Soviet", "MISC", "ex-Soviet"),
    ],
)
def test_a_name_begins_behind_what_says_that_it_is_past(marked: str, label: Label, name: str) -> None:
    assert mentions(article_of(f"So the {marked} deal was off."), (marked, label)) == [(name, label)]


def test_a_pair_of_surnames_is_two_people_who_are_named_in_full() -> None:
    told = article_of("Gary Orel met Bill Moss. The Orel-Moss campaign is new.")
    people: list[tuple[str, Label]] = [("Gary Orel", "PER"), ("Bill Moss", "PER")]
    assert mentions(told, *people, ("Orel-Moss", "PER")) == [*people, ("Orel", "PER"), ("Moss", "PER")]


@pytest.mark.parametrize("others", [("Bill Moss", "Ann Orel-Moss"), ("Bill Mossman",)])
def test_a_surname_with_a_hyphen_is_one_persons(others: tuple[str, ...]) -> None:
    people: list[tuple[str, Label]] = [("Gary Orel", "PER"), *((name, "PER") for name in others)]
    told = article_of(f"Orel-Moss spoke. {' and '.join(name for name, _ in people)} left.")
    assert mentions(told, ("Orel-Moss", "PER"), *people) == [("Orel-Moss", "PER"), *people]


def test_the_letters_of_a_currency_are_no_country() -> None:
    told = article_of("The US paid. It was US$5m.")
    assert mentions(told, ("US", "LOC")) == [("US", "LOC")]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("The mound is of 3000 BC or so.", "BC", []),
        ("It fell in AD 79.", "AD", []),
        ("It fell in 120 B.C.E. or so.", "B.C.E", []),
        ("It left Vancouver, BC, in 2019.", "BC", ["BC"]),
    ],
)
def test_an_era_is_no_name(text: str, name: str, found: list[str]) -> None:
    assert [one for one, _ in mentions(article_of(text), (name, "LOC"))] == found


def test_a_peer_is_named_with_the_rank() -> None:
    told = article_of("When the Duchess of Aldmoor came, it rained.")
    assert mentions(told, ("Duchess", "PER"), ("Aldmoor", "LOC")) == [("Duchess of Aldmoor", "PER")]


def test_number_ten_is_a_name_beside_downing_street() -> None:
    told = article_of("Downing Street waits. A No 10 source spoke. They sold No 10 Aldby Road.")
    assert mentions(told, ("Downing Street", "ORG")) == [("Downing Street", "ORG"), ("No 10", "ORG")]
    assert mentions(article_of("The No 10 shirt was hers.")) == []


def test_a_party_by_its_other_name_is_of_the_same_kind() -> None:
    told = article_of("The Conservatives won. The Tories cheered.")
    marked = mentions(told, ("Conservatives", "ORG"), ("Tories", "MISC"))
    assert marked == [("Conservatives", "ORG"), ("Tories", "ORG")]


def test_no_marks_no_names() -> None:
    assert mentions(article_of("Nobody came.")) == []


def test_an_adjective_that_a_place_makes_is_a_name_of_its_own() -> None:
    found = mentions(article_of("Then Boston-based Harrow Mills paid."), ("Boston-based Harrow Mills", "ORG"))
    assert found == [("Boston-based", "MISC"), ("Harrow Mills", "ORG")]


def test_two_names_in_one_mark_are_told_apart_by_the_rest_of_the_article() -> None:
    told = article_of("Then Harrow and Brim merged.", "Brim was small.")
    joined: tuple[str, Label] = ("Harrow and Brim", "ORG")
    assert mentions(told, joined) == [joined]
    told = article_of("Brim was small.", "Then Harrow and Brim merged.")
    assert mentions(told, ("Brim", "ORG"), joined) == [("Brim", "ORG"), ("Harrow", "ORG"), ("Brim", "ORG")]


def test_one_name_five_hundred_times_is_one_entity() -> None:
    told = article_of(*["Anna Thulin left Harwich."] * 500)
    names = annotated(told.text, names={"Anna Thulin": "PER", "Harwich": "LOC"}).names
    found = find_mentions(told, words_of(told), names, titles_of(told))
    entities = merge(told, segment(told), found, titles_of(told))
    assert {(entity.name, entity.label, entity.count) for entity in entities} == {
        ("Anna Thulin", "PER", 500),
        ("Harwich", "LOC", 500),
    }


def test_thousands_of_names_are_read() -> None:
    told = article_of(" ".join(f"Then Holm{number} left." for number in range(3_000)))
    marks = [
        NameAnnotation(Span(match.start(), match.end()), "PER", 0.9, (0.91, 0.03, 0.03, 0.03))
        for match in re.finditer(r"Holm\d+", told.text)
    ]
    assert len(find_mentions(told, words_of(told), marks, titles_of(told))) == 3_000


def test_the_names_of_a_byline_are_mentions_only_everywhere() -> None:
    told = laid_out(("byline", "By Ivor Dale"), ("body", "Ana Reyes left."))
    text = told.text
    names = annotated(text, names={"Ivor Dale": "PER", "Ana Reyes": "PER"}).names
    in_story = find_mentions(told, words_of(told), names, titles_of(told))
    everywhere = find_mentions(told, words_of(told), names, titles_of(told), everywhere=True)
    assert [one.span.of(text) for one in in_story] == ["Ana Reyes"]
    assert [one.span.of(text) for one in everywhere] == ["Ivor Dale", "Ana Reyes"]


def test_who_is_named_behind_an_office_is_a_person() -> None:
    told = article_of("He pressed the Secretary of State for Housing, Canals and Ponds Ralph Denby again.")
    mark: tuple[str, Label] = ("State for Housing, Canals and Ponds Ralph Denby", "ORG")
    assert mentions(told, mark) == [("Ralph Denby", "PER")]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("Ord 2 Aldby 1. Att: 31,204", "Att", []),
        ("WHO: Ann Roe\n\nWHAT: A ferry", "WHO", []),
        ("WHO: five ferries burned", "WHO", [("WHO", "ORG")]),
        ("Att said so.", "Att", [("Att", "ORG")]),
    ],
)
def test_the_label_of_a_field_is_no_name(text: str, marked: str, expected: list[tuple[str, Label]]) -> None:
    assert mentions(article_of(text), (marked, "ORG")) == expected
