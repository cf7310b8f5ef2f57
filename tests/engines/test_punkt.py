from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscli.engines.punkt import sentence_spans
from newscli.limits import MAX_PIECE_CHARS


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_abbreviations_of_news_end_no_sentence() -> None:
    text = "Gov. Ana Reyes met Lt. Col. Voss at 5 p.m. on Jan. 5. They agreed."
    assert sentences(text) == ["Gov. Ana Reyes met Lt. Col. Voss at 5 p.m. on Jan. 5.", "They agreed."]


def test_closing_marks_stay_with_their_sentence() -> None:
    text = "“It is over.” (Nobody laughed.) He left."
    assert sentences(text) == ["“It is over.”", "(Nobody laughed.)", "He left."]


def test_a_paragraph_of_any_length_is_read_to_its_end() -> None:
    text = "The harbour was calm. " * (MAX_PIECE_CHARS // 10)
    found = sentences(text)
    assert found[-1] == "The harbour was calm."
    assert len(found) == MAX_PIECE_CHARS // 10


@given(st.text(alphabet='aB. ?!"”\n', max_size=80))
def test_spans_are_in_order_and_lose_nothing(text: str) -> None:
    done = 0
    for start, end in sentence_spans(text):
        assert done <= start < end <= len(text)
        assert not text[done:start].strip()
        done = end
    assert not text[done:].strip()
