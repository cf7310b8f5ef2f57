"""Whose documents are."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.documents import Documents
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
        ("The report came; the Ferry Board met.", "report", False),
        ("The Ferry Board's annual report came on Monday.", "survey", False),
    ],
)
def test_a_document_is_by_whom_the_article_says(text: str, noun: str, expected: bool) -> None:
    board = Entity("Ferry Board", "ORG", tuple(places(text, "Ferry Board")), (), 0.5)
    documents = Documents(words_of(article_of(text)), name_at([board]))
    assert documents.is_by(noun, board) is expected
