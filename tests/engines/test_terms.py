"""Stems, and the words that stand together more often than by chance."""

from __future__ import annotations

from newscli.engines.terms import rank_bigrams, stem


def test_stems_bring_forms_of_a_word_together() -> None:
    assert stem("Negotiations") == stem("negotiation")
    assert stem("council’s") == stem("council's")


def test_bigrams_are_ranked_and_never_cross_a_gap() -> None:
    words = ["harbour", "wall", "", "harbour", "wall", "", "wall", "", "harbour", "master", "wall"]
    ranked = rank_bigrams(words, min_count=2)
    assert [pair for pair, _ in ranked] == [("harbour", "wall")]
    assert ranked[0][1] > 0
