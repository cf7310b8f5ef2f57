from __future__ import annotations

import pytest

from newscli.archive.speakers.names import agree, full_name, is_surname_of, outlet_group


@pytest.mark.parametrize(
    ("name", "given", "middle", "last", "generation"),
    [
        ("Ana Orel", "ana", (), "orel", ""),
        ("Ana M. Orel", "ana", ("m",), "orel", ""),
        ("Mr. Joe R. Tarn Jr.", "joseph", ("r",), "tarn", "jr"),
        ("Bill de Varga", "william", (), "varga", ""),
        ("Ana Orel-Bask", "ana", (), "orel bask", ""),
        ("Kim Jong-un", "jong un", (), "kim", ""),
        ("Kim Jong Un", "jong un", (), "kim", ""),
        ("Pres. Ana Orel", "ana", (), "orel", ""),
        ("J. R. Orel", "j", ("r",), "orel", ""),
        ("Ann Roe KC", "ann", (), "roe", ""),
    ],
)
def test_the_parts_of_a_full_name(
    name: str, given: str, middle: tuple[str, ...], last: str, generation: str
) -> None:
    found = full_name(name)
    assert found is not None
    assert (found.given, found.middle, found.last, found.generation) == (given, middle, last, generation)


@pytest.mark.parametrize("name", ["Orel", "Mr Orel", "Pres. Orel", "", "…", "A B C D E F G H I J"])
def test_what_is_no_full_name(name: str) -> None:
    assert full_name(name) is None


@pytest.mark.parametrize(
    ("short", "name", "is_one"),
    [
        (("orel",), "Ana Orel", True),
        (("ana",), "Ana Orel", False),
        (("varga",), "Bill de Varga", True),
        (("de", "varga"), "Bill de Varga", True),
        (("bill", "varga"), "Bill Varga", False),
        (("kim",), "Kim Jong-un", True),
    ],
)
def test_what_is_a_surname(short: tuple[str, ...], name: str, is_one: bool) -> None:
    found = full_name(name)
    assert found is not None
    assert is_surname_of(short, found) is is_one


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((), ("m",), True),
        (("m",), ("maria",), True),
        (("m",), ("n",), False),
        (("maria",), ("mona",), False),
        (("h", "w"), ("w",), False),
    ],
)
def test_middle_names_agree(one: tuple[str, ...], other: tuple[str, ...], expected: bool) -> None:
    assert agree(one, other) is expected
    assert agree(other, one) is expected


def test_an_outlet_is_known_by_its_name_and_its_address() -> None:
    assert outlet_group("www.ellerypost.com") == outlet_group("ElleryPost") == "ellerypost"
    assert outlet_group("The Ellery Post") == outlet_group("Ellery  Post")
    assert outlet_group("Ellery Post") != outlet_group("Aldby Post")
