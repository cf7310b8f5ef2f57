from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscli.archive.database import building
from newscli.archive.speakers import Chosen, merge_speakers
from tests.support.told import Told, canonical, fill


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with building(str(tmp_path / "news.db")) as opened:
        yield opened


def merged(connection: sqlite3.Connection, *articles: Told) -> dict[str, set[str]]:
    fill(connection, articles)
    merge_speakers(connection)
    return canonical(connection)


def reasons(connection: sqlite3.Connection) -> set[str]:
    return {reason for (reason,) in connection.execute("SELECT reason FROM speaker_alias")}


def test_a_middle_initial_a_nickname_and_an_accent_make_nobody_else(connection: sqlite3.Connection) -> None:
    found = merged(
        connection,
        *(Told(("Joseph Tarn",)), Told(("Joseph Tarn",)), Told(("Joe Tarn",)), Told(("Joseph R. Tarn",))),
        *(Told(("Ana Orél",)), Told(("Ana Orel",)), Told(("Ana Orel",))),
    )
    assert found["Joe Tarn"] == found["Joseph R. Tarn"] == {"Joseph Tarn"}
    assert found["Ana Orél"] == {"Ana Orel"}
    assert reasons(connection) == {
        "full name",
        "full name, by its short form",
        "first and last name, middle name or initial left out",
    }


def test_two_initials_are_two_people_and_a_name_without_is_known_by_outlet_and_month(
    connection: sqlite3.Connection,
) -> None:
    found = merged(
        connection,
        Told(("Ana M. Orel",), outlet="Aldby Herald"),
        Told(("Ana Orel",), outlet="Aldby Herald"),
        Told(("Ana N. Orel",), outlet="Ellery Post"),
        Told(("Ana Orel",), outlet="Third Paper"),
    )
    assert found["Ana M. Orel"] == {"Ana M. Orel"}
    assert found["Ana N. Orel"] == {"Ana N. Orel"}
    assert found["Ana Orel"] == {"Ana M. Orel", "Ana Orel"}


def test_a_son_is_not_his_father_if_articles_name_both(connection: sqlite3.Connection) -> None:
    found = merged(
        connection,
        Told(("Ted Roe Jr.",), named=("Roe",)),
        Told(("Ted Roe",)),
        Told(("Joe Tarn",)),
        Told(("Joe R. Tarn Jr.",)),
        Told(("Hugh Ash Sr.",)),
        Told(("Hugh Ash",)),
    )
    assert found["Ted Roe Jr."] == {"Ted Roe Jr."}
    assert found["Joe R. Tarn Jr."] == found["Joe Tarn"]
    assert found["Hugh Ash Sr."] != found["Hugh Ash"]


def test_a_surname_alone_is_the_one_person_of_outlet_and_month(connection: sqlite3.Connection) -> None:
    found = merged(
        connection,
        Told(("Roe",), named=("Ana Roe",)),
        Told(("Tarn",)),
        Told(("Joe Tarn",), date="2024-09-01"),
        Told(("Voss",), named=("Mara Voss", "Ilse Voss")),
    )
    assert found["Roe"] == {"Ana Roe"}
    assert found["Tarn"] == {"Tarn"}
    assert found["Voss"] == {"Voss"}
    assert reasons(connection) == {"surname alone, one person of that name in outlet and month"}


def test_titles_and_pronouns_say_of_which_of_two_a_surname_is(connection: sqlite3.Connection) -> None:
    family = ("Michael Ash", "Mary Ash")
    found = merged(
        connection,
        Told(("Ash=Mr Ash",), named=family, outlet="One"),
        Told(("Ash=she",), named=family, outlet="Two"),
        Told(("Ash=the mayor",), named=family, outlet="Three"),
        Told(("Ash=he", "Ash=she"), named=family, outlet="Four"),
    )
    outlets = connection.execute(
        "SELECT outlet, canonical.name FROM quote JOIN speaker AS canonical"
        " ON canonical.id = canonical_id ORDER BY quote.id"
    ).fetchall()
    assert outlets[:3] == [("One", "Michael Ash"), ("Two", "Mary Ash"), ("Three", "Ash")]
    assert dict(outlets[3:]) == {"Four": "Ash"}
    assert found["Ash"] == {"Michael Ash", "Mary Ash", "Ash"}


def test_a_surname_is_not_his_wife_because_nobody_needs_to_name_the_president_in_full(
    connection: sqlite3.Connection,
) -> None:
    found = merged(
        connection,
        *(Told(("Noor Tarn",), date=f"2024-0{month}-01") for month in (1, 2, 3)),
        Told(("Tarn",), named=("Robin Tarn",), date="2024-08-01"),
    )
    assert found["Tarn"] == {"Tarn"}


def test_a_given_name_alone_and_a_letter_are_nobody(connection: sqlite3.Connection) -> None:
    found = merged(connection, Told(("Ana", "Q"), named=("Ana Orel", "Survey Q")))
    assert found == {"Ana": {"Ana"}, "Q": {"Q"}}


def test_an_unknown_day_and_outlet_are_one_place(connection: sqlite3.Connection) -> None:
    found = merged(
        connection,
        Told(("Roe",), outlet=None, date=None),
        Told(("Ana Roe",), outlet=None, date=None),
    )
    assert found["Roe"] == {"Ana Roe"}


def test_what_holds_where_the_outlet_is_unknown_does_not_hold_elsewhere(
    connection: sqlite3.Connection,
) -> None:
    found = merged(
        connection,
        Told(("Roe",), named=("Ana Roe",), outlet=None),
        Told(("Roe",), named=("Ben Roe", "Cleo Roe"), outlet="Aldby Herald"),
    )
    assert found["Roe"] == {"Roe"}


def test_a_common_name_is_one_person_within_outlet_and_year(connection: sqlite3.Connection) -> None:
    surnames = ("Ash", "Bask", "Crane", "Dorn", "Eld", "Fenn", "Gale", "Hale")
    given = ("Ana", "Cleo", "Edith", "Flora", "Gwen", "Hilda", "Ivy", "June")
    found = merged(
        connection,
        *(Told((f"John {surname}",)) for surname in surnames),
        *(Told((f"{first} Smith",)) for first in given),
        Told(("John Smith",), outlet="Aldby Herald", date="2024-01-01"),
        Told(("John Smith",), outlet="Aldby Herald", date="2024-11-01"),
        Told(("John Smith",), outlet="Ellery Post", date="2024-01-01"),
        Told(("Vera Tarn",), outlet="Aldby Herald"),
        Told(("Vera Tarn",), outlet="Ellery Post"),
    )
    assert found["John Smith"] == {"John Smith (Aldby Herald, 2024)", "John Smith (Ellery Post, 2024)"}
    assert found["Vera Tarn"] == {"Vera Tarn"}


def test_organisations_by_acronym(connection: sqlite3.Connection) -> None:
    found = merged(
        connection,
        Told(("Port Safety Board:organisation",), named=("Port Safety Board=PSB:ORG",)),
        Told(("PSB:organisation",)),
        Told(("Harbour Workers Union:organisation",)),
        Told(("HWU:organisation",)),
        Told(("U.S.:organisation",), named=("United States Senate=U.S.:ORG",)),
        Told(("United States Senate:organisation",)),
    )
    assert len(found["PSB"] | found["Port Safety Board"]) == 1
    assert len(found["HWU"] | found["Harbour Workers Union"]) == 1
    assert found["U.S."] == {"U.S."}
    assert reasons(connection) >= {
        "acronym that articles introduce",
        "acronym by the initials of one organisation alone",
    }


def test_an_acronym_of_two_is_the_one_that_the_outlet_names(connection: sqlite3.Connection) -> None:
    found = merged(
        connection,
        Told(("National Rowing Association:organisation",), outlet="One"),
        Told(("NRA:organisation",), outlet="One"),
        Told(("National Rice Authority:organisation",), outlet="Two"),
        Told(("NRA:organisation",), outlet="Three"),
    )
    assert found["NRA"] == {"National Rowing Association", "NRA"}


def test_an_organisation_and_its_document_are_one_and_phrases_are_none(
    connection: sqlite3.Connection,
) -> None:
    found = merged(
        connection,
        Told(("Ellery Post:document",)),
        Told(("Ellery Post:organisation",)),
        Told(("the campaign:organisation", "The campaign:organisation")),
        Told(("Department of Tides:organisation", "Tides Department:organisation")),
    )
    kinds = connection.execute(
        "SELECT count(DISTINCT canonical_id) FROM quote JOIN speaker ON speaker.id = speaker_id"
        " WHERE speaker.name = 'Ellery Post'"
    ).fetchone()
    assert kinds == (1,)
    assert found["the campaign"] == {"the campaign"}
    assert found["Department of Tides"] == found["Tides Department"]


def test_what_the_user_says_wins_and_stays(connection: sqlite3.Connection) -> None:
    articles = [
        Told(("Ana Roe",)),
        Told(("Ana M. Roe",)),
        Told(("Roe",)),
        Told(("Voss",), named=("Mara Voss",)),
    ]
    fill(connection, articles)
    chosen = [
        Chosen("Voss", "Voss", "another one"),
        Chosen("Ana Roe", "Annabel Roe", "as she signs"),
        Chosen("Nobody Else", "Ana Roe"),
    ]
    assert merge_speakers(connection, chosen) == ["Nobody Else"]
    expected = {
        "Ana Roe": {"Annabel Roe"},
        "Ana M. Roe": {"Annabel Roe"},
        "Roe": {"Annabel Roe"},
        "Voss": {"Voss"},
    }
    assert canonical(connection) == expected
    fill(connection, [Told(("Roe",))], before=len(articles))
    merge_speakers(connection)
    assert canonical(connection) == expected
    merge_speakers(connection, [])
    assert canonical(connection)["Voss"] == {"Mara Voss"}
    names = {name for (name,) in connection.execute("SELECT name FROM speaker")}
    assert "Annabel Roe" not in names


def test_a_merge_is_undone_by_taking_its_reason_away(connection: sqlite3.Connection) -> None:
    merged(connection, Told(("Roe",), named=("Ana Roe",)))
    assert connection.execute("SELECT count(*) FROM quote WHERE canonical_id = speaker_id").fetchone() == (0,)
    merge_speakers(connection, [Chosen("Roe", "Roe")])
    assert canonical(connection) == {"Roe": {"Roe"}}


def test_the_order_of_articles_makes_no_difference(connection: sqlite3.Connection, tmp_path: Path) -> None:
    articles = [
        Told(("Joe Tarn", "Port Safety Board:organisation"), named=("Port Safety Board=PSB:ORG",)),
        Told(("Joseph R. Tarn Jr.", "PSB:organisation")),
        Told(("Tarn", "PSB:organisation")),
        Told(("Ana M. Orel",)),
        Told(("Ana N. Orel", "Ana Orel"), outlet="Aldby Herald"),
    ]
    with building(str(tmp_path / "other.db")) as other:
        assert merged(connection, *articles) == merged(other, *reversed(articles))


def test_merging_again_changes_nothing(connection: sqlite3.Connection) -> None:
    merged(connection, Told(("Roe",), named=("Ana Roe",)), Told(("Joe Tarn",)), Told(("Joseph Tarn",)))
    before = list(connection.iterdump())
    merge_speakers(connection)
    again = [line for line in connection.iterdump() if "speaker_alias" not in line]
    assert again == [line for line in before if "speaker_alias" not in line]


def test_many_names_of_one_first_and_last_name_take_no_quadratic_time(connection: sqlite3.Connection) -> None:
    letters = [f"{chr(97 + i % 26)}{i}" for i in range(3_000)]
    found = merged(connection, Told(tuple(f"Ana X{middle} Orel" for middle in letters)))
    assert len(found) == len(letters)
