"""Whose documents are."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.documents import Documents, is_another_by
from newscli.analysis.speakers.named_spans import name_at
from newscli.model import Entity
from tests.support.annotations import places
from tests.support.articles import article_of, words_of


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The Ferry Board's annual report came on Monday.", "report", True),
        ("A survey of drivers by the Ferry Board came on Monday.", "survey", True),
        ("The report was drafted by the Ferry Board.", "report", True),
        ("An analysis by the Ferry Board came on Monday.", "analysis", True),
        ("A Ferry Board statement came on Monday.", "statement", True),
        ("The Ferry Board opinion poll came on Monday.", "poll", True),
        ("The Ferry Board has issued a long statement.", "statement", True),
        ("A Ferry Board investigation ended on Monday.", "investigation", True),
        ("The Ferry Board's latest figures came on Monday.", "figures", True),
        ("The Ferry Board filed a suit.", "suit", True),
        ("The Ferry Board has sued a bank.", "lawsuit", True),
        ("Aldby was sued by the Ferry Board.", "suit", True),
        ("Aldby was sued over a report of the Ferry Board.", "suit", False),
        ("The Ferry Board was sued by Aldby.", "suit", False),
        ("The Ferry Board saw a man who filed a suit.", "suit", False),
        ("The Ferry Board has a bill in mind.", "bill", False),
        ("The report came; the Ferry Board met.", "report", False),
        ("The Ferry Board's annual report came on Monday.", "survey", False),
    ],
)
def test_a_document_is_by_whom_the_article_says(text: str, noun: str, expected: bool) -> None:
    board = Entity("Ferry Board", "ORG", tuple(places(text, "Ferry Board")), (), 0.5)
    documents = Documents(words_of(article_of(text)), name_at([board]))
    assert documents.is_by(noun, board) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aldby is suing the Ferry Board.", True),
        ("A driver filed a lawsuit against the Ferry Board.", True),
        ("The Ferry Board was repeatedly sued.", True),
        ("The Ferry Board sued Aldby.", False),
        ("The Ferry Board is against Aldby.", False),
    ],
)
def test_a_lawsuit_is_not_by_whom_it_is_against(text: str, expected: bool) -> None:
    board = Entity("Ferry Board", "ORG", tuple(places(text, "Ferry Board")), (), 0.5)
    documents = Documents(words_of(article_of(text)), name_at([board]))
    assert documents.is_against("lawsuit", board) is expected
    assert not documents.is_against("report", board)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ferry Board said in a brief statement that it was over.", True),
        ("The Ferry Board said its statement was over.", False),
        ("The Ferry Board and Aldby said in a statement that it was over.", False),
    ],
)
def test_what_somebody_says_in_a_statement_makes_it_his(text: str, expected: bool) -> None:
    board = Entity("Ferry Board", "ORG", tuple(places(text, "Ferry Board")), (), 0.5)
    aldby = Entity("Aldby", "LOC", tuple(places(text, "Aldby")) if "Aldby" in text else (), (), 0.5)
    sources = [(span, one) for one in (board, aldby) for span in one.mentions]
    documents = Documents(words_of(article_of(text)), name_at([board, aldby]), sources)
    assert documents.is_by("statement", board) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("A letter written by the economist Ferry Board came.", "letter", True),
        ("A lawsuit filed by the Ferry Board came.", "suit", True),
        ("Emails seen by the Ferry Board came.", "emails", False),
        ("A letter sent to the Ferry Board came.", "letter", False),
    ],
)
def test_who_has_a_document_has_not_made_it(text: str, noun: str, expected: bool) -> None:
    board = Entity("Ferry Board", "ORG", tuple(places(text, "Ferry Board")), (), 0.5)
    documents = Documents(words_of(article_of(text)), name_at([board]))
    assert documents.is_by(noun, board) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a commission appointed by", True),
        ("lawyers hired by", True),
        ("a report ordered by", True),
        ("emails obtained by", True),
        ("a letter to", True),
        ("a report written by", False),
        ("an analysis released by", False),
        ("figures compiled by", False),
        ("an adviser to", False),
    ],
)
def test_who_orders_or_gets_something_does_not_say_it(before: str, expected: bool) -> None:
    assert is_another_by(before.split()) is expected
