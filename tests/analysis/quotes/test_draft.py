from __future__ import annotations

import pytest

from newscli.analysis.quotes.confidence import Evidence
from newscli.analysis.quotes.draft import join_pieces
from newscli.model import Span
from tests.support.quotes import draft_of


def test_pieces_are_one_quote_that_has_all_spans_and_what_the_last_piece_knows() -> None:
    text = "One. Two. Three, she said."
    first, second = draft_of(text, "One"), draft_of(text, "Two")
    last = draft_of(text, "Three", cue="said", mention="she")._replace(open=True, block=2)
    joined = join_pieces([first, second, last])
    assert joined == last._replace(spans=(Span(0, 3), Span(5, 8), Span(10, 15)))
    assert first.spans == (Span(0, 3),)


@pytest.mark.parametrize(
    ("evidence", "beside"), [("beside", True), ("turn", True), ("before", False), ("reader", False)]
)
def test_a_label_and_a_cue_behind_stand_beside_the_content(evidence: Evidence, beside: bool) -> None:
    assert draft_of("One.", "One")._replace(evidence=evidence).beside is beside
