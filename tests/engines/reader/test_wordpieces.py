from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.engines.reader.wordpieces import MAX_PIECES, WordPieces

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] harbour har ##bour ##s master cafe ' s . - 4 ##5 u 中".split()
CUTTER = WordPieces(VOCABULARY)


def cut(word: str) -> str:
    return " ".join(VOCABULARY[number] for number in CUTTER.cut(word))


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("harbour", "harbour"),
        ("harbours", "harbour ##s"),  # the longest entry first, not "har ##bour ##s"
        ("HARBOUR", "harbour"),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("harbour-master", "harbour - master"),  # what follows a mark is a word of its own
        ("'s", "' s"),
        ("U.S.", "u . s ."),
        ("4.5", "4 . [UNK]"),  # "5" is known inside a word alone
        ("quay", "[UNK]"),
        ("中", "中"),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces(word: str, pieces: str) -> None:
    assert cut(word) == pieces


def test_a_part_that_has_no_pieces_is_unknown_as_a_whole() -> None:
    assert cut("harbourquay-master") == "[UNK] - master"


def test_a_word_of_accents_alone_is_unknown() -> None:
    assert cut("\u0301") == "[UNK]"


@given(st.text(min_size=1, max_size=300))
def test_any_word_has_pieces_and_not_too_many(word: str) -> None:
    assert 1 <= len(CUTTER.cut(word)) <= MAX_PIECES


def test_the_special_pieces_are_known_by_number() -> None:
    assert [CUTTER.padding, CUTTER.unknown, CUTTER.start, CUTTER.stop] == [0, 1, 2, 3]
