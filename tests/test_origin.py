"""The way from a mended text back to the text it was made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscli.origin import Edit, apply, apply_behind


def told(text: str, *edits: Edit, words: str) -> list[str]:
    """Return what stands in the file where the mended text has these words."""
    read, origin = apply(text, edits)
    assert origin is not None
    start = read.index(words)
    return [text[begin:end] for begin, end in origin.places(start, start + len(words))]


def test_without_edits_there_is_no_way_back() -> None:
    assert apply("It rained.", []) == ("It rained.", None)


def test_what_is_left_out_of_a_word_is_part_of_its_place() -> None:
    assert told("Thorn\u00adbury said", Edit(5, 6), words="Thornbury") == ["Thorn\u00adbury"]
    assert told("**so** it is", Edit(0, 2), Edit(4, 6), words="so") == ["so"]


def test_what_is_read_as_one_character_is_whole_in_its_place() -> None:
    assert told("&quot;No&quot; he", Edit(0, 6, '"'), Edit(8, 14, '"'), words='"No"') == ["&quot;No&quot;"]


def test_a_place_is_cut_at_lines_that_are_left_out() -> None:
    text = "It was lost\n\nPage 4\n\nand found."
    assert told(text, Edit(11, 21, "\n", parts=True), words="lost\nand") == ["lost", "and"]


def test_edits_that_meet_are_made_once() -> None:
    assert apply("abcdef", [Edit(1, 4), Edit(2, 3), Edit(3, 5)])[0] == "aef"


def test_edits_of_a_mended_text_become_edits_of_the_file() -> None:
    text = "Mont\u00ad-\ngomery"
    edits = [Edit(4, 5)]
    read, origin = apply(text, edits)
    _, mended, back = apply_behind(text, edits, read, origin, [Edit(4, 6)])
    assert mended == "Montgomery"
    assert back is not None
    assert back.places(0, 10) == [(0, len(text))]


@given(
    st.text(min_size=1),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5), st.sampled_from(["", "x"]))),
)
def test_each_character_that_stays_is_found_again(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits = [Edit(at, min(len(text), at + size), new) for at, size, new in wanted if at < len(text)]
    read, origin = apply(text, edits)
    if origin is None:
        assert read == text
        return
    for at, char in enumerate(read):
        ((begin, end),) = origin.places(at, at + 1)
        assert 0 <= begin < end <= len(text)
        assert char == text[begin:end] or (char == "x" and any(edit.start == begin for edit in edits))
        assert origin.reading(begin) == at
