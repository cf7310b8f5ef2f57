"""Numbers that differ for the same thing."""

from __future__ import annotations

import pytest

from newscli.analysis.compare.find import compare_analyses
from newscli.analysis.segment import segment
from newscli.model import Analysis
from tests.support.articles import article_of
from tests.support.statements_told import Said, telling


def prose(text: str) -> Analysis:
    article = article_of(text)
    return Analysis(article, segment(article))


def found(*articles: Analysis) -> list[list[str]]:
    compared = compare_analyses(articles)
    return [
        [figure.span.of(compared.told[figure.article].article.text) for figure in group.figures]
        for group in compared.numbers
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A crash hurt 12 people.", "Fourteen people were injured.", ["12 people", "Fourteen people"]),
        ("The fire killed three miners.", "Four miners died in the fire.", ["three miners", "Four miners"]),
        ("The bridge cost $3.4 billion.", "The bridge had cost $3.6bn.", ["$3.4 billion", "$3.6bn"]),
        ("The ferry was ten days late.", "The ferry was two weeks late.", ["ten days", "two weeks"]),
        ("Profit rose 14.8 percent.", "Profit rose by 14.6 per cent.", ["14.8 percent", "14.6 per cent"]),
        ("Police found 23 other objects.", "Police found 25 objects.", ["23 other objects", "25 objects"]),
    ],
)  # fmt: skip
def test_the_same_thing_counted_otherwise_is_found(one: str, other: str, expected: list[str]) -> None:
    assert found(prose(one), prose(other)) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A crash injured 12 people.", "A crash injured twelve people."),
        ("A crash injured 12 people.", "Some 300 people work at the mill."),
        ("A crash injured 12 people.", "A crash injured 14 dogs."),
        ("It happened in 2019 at the mill.", "It happened in 2020 at the mill."),
        ("It happened on March 3 at the mill.", "It happened on March 4 at the mill."),
        ("The ferry was two weeks late.", "The ferry was 14 days late."),
        ("The crash hurt 12 people, 2 of them badly.", "Of 12 people whom the crash hurt, 2 are badly off."),
        ("It cost £4 million.", "It cost $5 million."),
    ],
)
def test_what_agrees_or_is_something_else_is_not(one: str, other: str) -> None:
    assert found(prose(one), prose(other)) == []


def test_paired_statements_are_of_the_same_thing() -> None:
    first = telling(Said("Ana Orel", "a camera had filmed him as he bought 20 litres of petrol"))
    second = telling(Said("Ana Orel", "he had bought 25 litres of petrol"))
    assert found(first, second) == [["20 litres", "25 litres"]]


def test_two_of_three_may_agree() -> None:
    texts = "A crash injured 12 people.", "A crash injured 14 people.", "A crash injured 14 people."
    assert found(*map(prose, texts)) == [["12 people", "14 people", "14 people"]]


def test_three_articles_make_one_group() -> None:
    texts = "A crash injured 12 people.", "A crash injured 14 people.", "A crash injured 15 people."
    assert found(*map(prose, texts)) == [["12 people", "14 people", "15 people"]]
