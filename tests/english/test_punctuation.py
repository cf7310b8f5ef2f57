from __future__ import annotations

from newscli.english.punctuation import (
    CLAUSE_MARKS,
    CLOSING_MARKS,
    DASHES,
    MARK_TOKENS,
    OPENING_DOUBLES,
    OPENING_MARKS,
)
from newscli.text.quotation_marks import MARKS_THAT_CLOSE, MARKS_THAT_OPEN


def test_the_rules_know_the_marks_that_are_paired() -> None:
    assert set(OPENING_MARKS) == {mark for mark in MARKS_THAT_OPEN if len(mark) == 1}
    assert set(CLOSING_MARKS) == {mark for mark in MARKS_THAT_CLOSE if len(mark) == 1}
    assert {*MARKS_THAT_OPEN, *MARKS_THAT_CLOSE} >= MARK_TOKENS


def test_guillemets_are_read_like_curly_marks() -> None:
    for opening, closing in ("“”", "«»", "‹›"):
        assert opening in OPENING_MARKS
        assert closing in CLOSING_MARKS
    assert "«" in OPENING_DOUBLES


def test_an_apostrophe_alone_is_no_token_of_a_quotation() -> None:
    assert MARK_TOKENS.isdisjoint({"'", "’"})


def test_a_dash_ends_a_clause_whichever_dash_it_is() -> None:
    assert DASHES < CLAUSE_MARKS
    assert CLAUSE_MARKS.isdisjoint(MARK_TOKENS)
