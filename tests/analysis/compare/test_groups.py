"""Groups of statements over several articles, and the words that differ in them."""

from __future__ import annotations

import pytest

from newscli.analysis.compare.find import compare_analyses
from newscli.comparison import Comparison, StatementGroup
from tests.support.statements_told import Said, telling


def compared(*articles: tuple[Said, ...]) -> Comparison:
    return compare_analyses([telling(*each, file=f"{at}.txt") for at, each in enumerate(articles)])


def marked(told: Comparison, group: StatementGroup) -> list[str]:
    """Return the tellings of a group, each with the words that differ in square brackets."""
    found = []
    for one in group.tellings:
        text = told.told[one.article].article.text
        words, start = "", one.quote.spans[0].start
        for span in one.differs:
            words += f"{text[start : span.start]}[{span.of(text)}]"
            start = span.end
        found.append(words + text[start : one.quote.spans[-1].end])
    return found


def both(one: str, other: str) -> list[str]:
    told = compared((Said("Ana Orel", one),), (Said("Ana Orel", other),))
    (group,) = told.shared
    return marked(told, group)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "“We will sail on Monday”",
            "“We will not sail on Tuesday”",
            ["“We will sail on [Monday]”", "“We will [not] sail on [Tuesday]”"],
        ),
        ("“I am tired”", "“I'm tired”", ["“I am tired”", "“I'm tired”"]),
        (
            "“The ship was late. We waited for hours”",
            "“We waited for hours. The ship was late”",
            ["“The ship was late. We waited for hours”", "“We waited for hours. The ship was late”"],
        ),
        (
            "the ferry will sail on Monday",
            "ferries would be sailing by Tuesday",
            ["the ferry will sail on [Monday]", "ferries would be sailing by [Tuesday]"],
        ),
        (
            "the ferry was late",
            "the ferry was never late",
            ["the ferry was late", "the ferry was [never] late"],
        ),
        (
            "the pier cost 40 million euros",
            "the pier cost forty-five million euros",
            ["the pier cost [40 million] euros", "the pier cost [forty-five million] euros"],
        ),
    ],
)
def test_words_that_the_other_article_lacks_are_marked(one: str, other: str, expected: list[str]) -> None:
    assert both(one, other) == expected


def test_three_articles_make_one_group_and_a_word_differs_if_one_lacks_it() -> None:
    told = compared(
        (Said("Ana Orel", "the ferry burned in May"),),
        (Said("Ana Orel", "the ferry burned"),),
        (Said("Ana Orel", "the ferry burned in early May"),),
    )
    (group,) = told.shared
    assert group.articles == (0, 1, 2)
    assert marked(told, group) == [
        "the ferry burned in [May]",
        "the ferry burned",
        "the ferry burned in [early May]",
    ]


def test_groups_come_in_the_order_of_the_first_article_shared_ones_first() -> None:
    told = compared(
        (Said("Ana Orel", "the pier had cracked"), Said("Ana Orel", "the ferry burned")),
        (
            Said("Tom Reeve", "nobody had told the pilots"),
            Said("Ana Orel", "a ferry burned"),
            Said("Ana Orel", "tolls must rise"),
        ),
    )
    words = [
        [one.quote.spans[0].of(told.told[one.article].article.text) for one in group.tellings]
        for group in told.statements
    ]
    assert words == [
        ["the ferry burned", "a ferry burned"],
        ["the pier had cracked"],
        ["nobody had told the pilots"],
        ["tolls must rise"],
    ]
    assert [quote.id for quote in told.alone(1)] == [1, 3]


def test_words_of_two_speakers_are_disputed() -> None:
    words = "“They hand the money to owners and the bill to us”"
    told = compared((Said("Ana Orel", words),), (Said("Tom Reeve", words),))
    (group,) = told.shared
    assert group.disputed
    assert group.speakers == ("Ana Orel", "Tom Reeve")


def test_what_is_told_inside_a_shared_statement_is_not_told_alone() -> None:
    outer = "Tom Reeve had told her that the pier had cracked"
    inner = Said("Tom Reeve", "the pier had cracked", within=1)
    told = compared((Said("Ana Orel", outer), inner), (Said("Ana Orel", outer),))
    assert (len(told.shared), told.alone(0)) == (1, ())


def test_what_the_other_article_lacks_of_a_shared_statement_is() -> None:
    outer = "Tom Reeve had told her that the pier had cracked"
    inner = Said("Tom Reeve", "the pier had cracked", within=1)
    told = compared((Said("Ana Orel", outer), inner), (Said("Ana Orel", "Tom Reeve had told her"),))
    assert [quote.speaker for quote in told.alone(0)] == ["Tom Reeve"]
