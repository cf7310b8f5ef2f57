from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscli.model import Span
from newscli.spans import SpanIndex, outermost

# The words of "[ann] [o][roe]".
INDEX = SpanIndex([Span(0, 5), Span(6, 9), Span(9, 14)])


def test_the_outermost_spans_are_those_that_no_earlier_one_meets() -> None:
    spans = [Span(0, 9), Span(1, 4), Span(8, 12), Span(9, 14)]
    assert list(outermost(spans)) == [Span(0, 9), Span(9, 14)]


def test_the_span_at_an_offset_holds_its_character() -> None:
    assert [INDEX.at(offset) for offset in (0, 4, 5, 6, 9, 13, 14)] == [0, 0, None, 1, 2, 2, None]
    assert SpanIndex([]).at(0) is None


def test_the_span_before_an_offset_may_end_before_it_too() -> None:
    assert [INDEX.before(offset) for offset in (0, 5, 9, 99)] == [0, 0, 2, 2]
    assert SpanIndex([Span(3, 4)]).before(2) is None


def test_the_span_behind_an_offset_begins_there_or_later() -> None:
    assert [INDEX.behind(offset) for offset in (0, 1, 6, 7, 10)] == [0, 1, 1, 2, 3]


def test_a_span_holds_others_wholly_and_meets_them_in_a_character() -> None:
    assert list(INDEX.inside(Span(6, 14))) == [1, 2]
    assert list(INDEX.inside(Span(1, 13))) == [1]
    assert list(INDEX.meeting(Span(4, 7))) == [0, 1]
    assert list(INDEX.meeting(Span(5, 6))) == []


@given(
    st.lists(st.integers(0, 40), min_size=2, unique=True).map(sorted), st.integers(0, 40), st.integers(1, 9)
)
def test_every_answer_is_what_a_look_at_all_spans_gives(edges: list[int], start: int, length: int) -> None:
    spans = [Span(first, last) for first, last in zip(edges[::2], edges[1::2], strict=False)]
    index, asked = SpanIndex(spans), Span(start, start + length)
    holding = [number for number, span in enumerate(spans) if span.start <= start < span.end]
    assert index.at(start) == (holding[0] if holding else None)
    assert list(index.meeting(asked)) == [n for n, span in enumerate(spans) if span.meets(asked)]
    assert list(index.inside(asked)) == [n for n, span in enumerate(spans) if asked.holds(span)]
