"""What the words beside a name say of who that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.names.described import description, is_person
from tests.support.annotations import places
from tests.support.articles import article_of, words_of


def described(text: str, name: str = "Ann Roe") -> str | None:
    """Return the description of a name in the only sentence of a text."""
    (words,) = words_of(article_of(text))
    found = description(words, places(text, name)[0])
    return found.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Transport Minister Ann Roe said so.", "Transport Minister"),
        ("On Monday Minister for Ports and Fisheries Ann Roe said so.", "Minister for Ports and Fisheries"),
        ("It was skipper Ann Roe who came.", "skipper"),
        ("The board's chairman Ann Roe said so.", "board's chairman"),
        ("Secretary of Energy, Ann Roe, said so.", "Secretary of Energy"),
        ("His lawyer, Ann Roe, said so.", "His lawyer"),
        ("The mayor of Aldby, Dr Ann Roe, said so.", "The mayor of Aldby"),
        ("Ann Roe, the mayor of Aldby, said so.", "the mayor of Aldby"),
        ("Ann Roe, 34, a nurse, said so.", "a nurse"),
        ("Ann Roe, managing director of Ibex, said so.", "managing director of Ibex"),
        ("Ann Roe, who led the survey, said so.", "who led the survey"),
        ("Ann Roe, who led the survey and who said it was over, left.", "who led the survey"),
        ("Ann Roe, whose son died in the flood last year, said so.", "whose son died in the flood last year"),
        ("Ann Roe, D-Ill., said so.", "D-Ill."),
        ("Ann Roe of the Ferry Board said so.", "of the Ferry Board"),
    ],
)
def test_a_description_is_what_stands_beside_the_name(text: str, expected: str) -> None:
    assert described(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe said so.",
        "Mrs Ann Roe said so.",
        "Sen. Ann Roe said so.",
        "Ann Roe, who said so, left.",
        "Ann Roe, speaking at the launch, said so.",
        "Ann Roe, the goat and the boat were there.",
        "Ann Roe, this is the end.",
        "They voted for Ann Roe, and the mayor lost.",
        "In the city, Ann Roe said so.",
        "A candidate for Ann Roe came.",
    ],
)
def test_what_says_nothing_of_who_somebody_is_is_no_description(text: str) -> None:
    assert described(text) is None


@pytest.mark.parametrize("noun", ["teacher", "actor", "artist", "musician", "nurse", "minister", "widow"])
def test_nouns_of_people(noun: str) -> None:
    assert is_person(noun)


@pytest.mark.parametrize("noun", ["number", "river", "list", "offer", "newspaper", "house"])
def test_nouns_of_things(noun: str) -> None:
    assert not is_person(noun)


@given(
    st.lists(st.sampled_from("Ann , ( ) . who of from for the a now then minister said 's -- 34 and".split()))
)
def test_whatever_stands_beside_a_name_its_description_is_in_the_sentence(words: list[str]) -> None:
    text = " ".join(["Hale met Roe", *words])
    for sentence in words_of(article_of(text)):
        for token in sentence.spans:
            found = description(sentence, token)
            assert found is None or sentence.sentence.span.holds(found)


def test_what_a_relative_does_behind_his_own_name_is_no_description() -> None:
    assert described("Ann Roe, 84, whose late husband, Arthur, opened the library, said so.") is None
