"""Words and punctuation marks of sentences, at exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.engines.tokens import pieces, token_spans
from newscli.limits import MAX_PIECE_CHARS, MAX_TOKEN_CHARS

NEWS_CHARACTERS = st.sampled_from(
    [*"aAzé1.,;:!?'\"“”‘’«»`-–—…/()[]$%&*#@ \n\t", "\u00a0", "\u0301", "\u200d", "中", "😀", "n't", "U.S."]
)


def tokens(sentence: str) -> list[str]:
    (spans,) = token_spans(sentence, [(0, len(sentence))])
    return [sentence[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He can’t stay.", "He|ca|n’t|stay|."),
        ("Helena´s boat can´t stay.", "Helena|´s|boat|ca|n´t|stay|."),
        ("It's the workers' own fault.", "It|'s|the|workers|'|own|fault|."),
        ("“We go,” she said.", "“|We|go|,|”|she|said|."),
        ("''Quite so,'' he said.", "''|Quite|so|,|''|he|said|."),
        ('"Quite so," he said.', '"|Quite|so|,|"|he|said|.'),
        ("They met—at last—in London/Paris.", "They|met|—|at|last|—|in|London|/|Paris|."),
        ("He lives in the U.S.", "He|lives|in|the|U.S."),
        ("Mr. Hale of Ibex Inc. left.", "Mr.|Hale|of|Ibex|Inc.|left|."),
        ("Wait… no, it rose 4.5% to $3.50m.", "Wait|…|no|,|it|rose|4.5|%|to|$|3.50m|."),
        ("He said (quietly): go.", "He|said|(|quietly|)|:|go|."),
    ],
)
def test_a_sentence_is_cut_into_words_and_punctuation_marks(sentence: str, expected: str) -> None:
    assert tokens(sentence) == expected.split("|")


def test_tokens_come_sentence_by_sentence_at_offsets_of_the_whole_text() -> None:
    text = "It is over. He went home."
    first, second = token_spans(text, [(0, 11), (12, 25)])
    assert [text[s:e] for s, e in first] == ["It", "is", "over", "."]
    assert [text[s:e] for s, e in second] == ["He", "went", "home", "."]
    assert second[0] == (12, 14)


def test_what_stands_between_sentences_is_left_out_and_touching_ones_share_no_word() -> None:
    text = "LISBON - He left.Then rain''"
    found = token_spans(text, [(0, 6), (9, 17), (17, 27)])
    assert [[text[s:e] for s, e in spans] for spans in found] == [
        ["LISBON"],
        ["He", "left", "."],
        ["Then", "rain", "'"],
    ]


@given(st.lists(NEWS_CHARACTERS, max_size=60).map("".join))
def test_tokens_cover_every_visible_character_once(text: str) -> None:
    (spans,) = token_spans(text, [(0, len(text))])
    done = 0
    for start, end in spans:
        assert done <= start < end <= len(text)
        assert not text[done:start].strip()
        done = end
    assert not text[done:].strip()


def test_an_over_long_word_is_cut_and_nothing_is_lost() -> None:
    word = "x" * (2 * MAX_TOKEN_CHARS + 5)
    found = tokens(f"before {word} after.")
    assert [len(token) for token in found] == [6, MAX_TOKEN_CHARS, MAX_TOKEN_CHARS, 5, 5, 1]


@given(st.lists(st.lists(NEWS_CHARACTERS, min_size=1, max_size=8).map("".join), max_size=8))
def test_a_word_is_cut_alike_wherever_it_stands(words: list[str]) -> None:
    inner = [word for given in words for word in given.split()]
    alone = [token for word in inner for token in tokens(f"Yes {word} no")[1:-1]]
    assert tokens(" ".join(["Yes", *inner, "no"]))[1:-1] == alone


def test_a_line_end_cuts_like_a_space() -> None:
    assert tokens("the workers'\nown fault") == tokens("the workers' own fault")


@given(st.text(alphabet="a \n", max_size=200), st.integers(min_value=1, max_value=50))
def test_pieces_cover_the_text_and_keep_the_limit(text: str, limit: int) -> None:
    cut = list(pieces(text, limit))
    assert "".join(text[s:e] for s, e in cut) == text
    assert all(e - s <= limit for s, e in cut)


def test_a_long_paragraph_is_cut_between_words() -> None:
    text = "word " * (MAX_PIECE_CHARS // 2)
    assert all(text[end - 1] == " " for _, end in pieces(text, MAX_PIECE_CHARS))
