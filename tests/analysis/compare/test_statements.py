"""Which statements of two articles are one."""

from __future__ import annotations

import pytest

from newscli.analysis.compare.statements import align, statements_of
from newscli.limits import MAX_STATEMENTS_OF_WORD
from newscli.model import STATUSES, Analysis
from tests.support.counting import MAX_GROWTH, TIMES, operations
from tests.support.statements_told import Said, telling

FERRY = "the ferry would sail again in March"


def pairs(first: Analysis, second: Analysis) -> list[tuple[int, int]]:
    """Return the numbers of the paired quotes, in the order of the first article."""
    one, other = statements_of(0, first), statements_of(1, second)
    found = align(one, other)
    return sorted((one[pair.first].quote.id, other[pair.second].quote.id) for pair in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRY, "the ferry is to sail again in March"),
        (FERRY, "in March the ship would be sailing again, as a ferry"),
        ("“We will sail in March,”", "“We'll sail in March, whatever happens”"),
        ("“Show me the paper”", "“Show me the paper”"),
        (
            "“We are tired, and tired crews make mistakes”",
            "the crew was “tired, and tired crews make mistakes”",
        ),
        ("all passengers were ashore within forty minutes", "everybody was ashore after 40 minutes"),
        ("the repairs would cost £4.2 million", "the bill would be £4.2m"),
    ],
)
def test_the_same_in_other_words_is_paired(one: str, other: str) -> None:
    assert pairs(telling(Said("Ana Orel", one)), telling(Said("Ana Orel", other))) == [(1, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRY, "the harbour had too few pilots"),
        ("“We will sail in March”", "“Nobody will be left on the quay”"),
        ("it was what they had wanted", "that was not what they had"),
    ],
)
def test_something_else_is_not(one: str, other: str) -> None:
    assert pairs(telling(Said("Ana Orel", one)), telling(Said("Ana Orel", other))) == []


def test_another_speaker_is_not_paired_though_the_words_are_alike() -> None:
    assert pairs(telling(Said("Ana Orel", FERRY)), telling(Said("Tom Reeve", FERRY))) == []


def test_the_same_quotation_of_another_speaker_is_paired_and_apart() -> None:
    words = "“They hand the money to owners and the bill to us”"
    first, second = telling(Said("Ana Orel", words)), telling(Said("Tom Reeve", words))
    (pair,) = align(statements_of(0, first), statements_of(1, second))
    assert pair.apart


def test_a_short_quotation_of_another_speaker_is_not() -> None:
    words = "“We will see”"
    assert pairs(telling(Said("Ana Orel", words)), telling(Said("Tom Reeve", words))) == []


def test_each_statement_goes_to_that_with_which_it_agrees_most() -> None:
    first = telling(
        Said("Ana Orel", "the ferry was late in March"), Said("Ana Orel", "the ferry burned in May")
    )
    second = telling(
        Said("Ana Orel", "the ferry burned in early May"), Said("Ana Orel", "the ferry was late")
    )
    assert pairs(first, second) == [(1, 2), (2, 1)]


def test_what_one_tells_in_two_statements_another_tells_in_one() -> None:
    first = telling(Said("Ana Orel", "the pier had cracked and 40 crews were sent home"))
    second = telling(Said("Ana Orel", "the pier had cracked"), Said("Ana Orel", "40 crews were sent home"))
    assert pairs(first, second) == [(1, 1), (1, 2)]
    assert pairs(second, first) == [(1, 1), (2, 1)]


def test_words_that_are_matched_already_make_no_further_pair() -> None:
    first = telling(Said("Ana Orel", "the pier had cracked"))
    second = telling(Said("Ana Orel", "the pier had cracked"), Said("Ana Orel", "the cracked pier was old"))
    assert pairs(first, second) == [(1, 1)]


def test_two_denials_of_one_speaker_need_fewer_words() -> None:
    first, second = "reports that the city had run short of vaccine", "claims that vaccine was scarce"
    agreements = []
    for status in STATUSES:
        one, other = (telling(Said("Ana Orel", words, status=status)) for words in (first, second))
        (pair,) = align(statements_of(0, one), statements_of(1, other))
        agreements.append(pair.agreement)
    said, *others = agreements
    assert min(others) > said


def test_what_no_list_shows_is_left_out_and_so_is_the_same_inside_another() -> None:
    told = telling(
        Said("Ana Orel", "she hoped to stay in the harbour", confidence=0.3),
        Said("Ana Orel", "she wanted to stay back"),
        Said("Ana Orel", "to stay back", within=2),
        Said("Ana Orel", "she dreamt of rain", act="thought"),
    )
    assert [one.quote.id for one in statements_of(0, told)] == [2]


def test_work_grows_with_the_number_of_statements() -> None:
    def work(statements: int) -> int:
        each = [Said("Ana Orel", f"the ferry w{number} would sail {number}") for number in range(statements)]
        told = telling(*each)
        one, other = statements_of(0, told), statements_of(1, told)
        return operations(lambda: align(one, other))

    size = MAX_STATEMENTS_OF_WORD
    assert work(TIMES * size) <= MAX_GROWTH * work(size)
