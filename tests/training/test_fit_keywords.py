"""What the weights of keywords are fitted to."""

from __future__ import annotations

import numpy as np

from newscli.analysis.keywords.terms import WEIGHTS
from training.fit_keywords import (
    BBC,
    CNN,
    SALIENCE,
    UNRATED,
    Example,
    fit,
    rated,
    right_of_five,
    taken_up,
    terms_of,
)

TEXT = "The ferry left Osk on Monday. Bo Ahl steered the ferry. Rain fell on the harbour."


def right_terms(example: Example) -> set[str]:
    return {term.spelling for term, right in zip(example.terms, example.right, strict=True) if right}


def test_a_term_is_right_if_readers_rated_it_high_and_counts_less_if_nobody_rated_it() -> None:
    entities = [
        {"spots": ["osk", "port of osk"], "score": 2.5},
        {"spots": ["bo ahl"], "score": 1.0},
        {"spots": None, "score": 3.0},
    ]
    example = rated({"id": 1, "title": "Ferry leaves", "text": TEXT, "entities": entities})
    counts = {term.spelling: count for term, count in zip(example.terms, example.counts, strict=True)}
    assert right_terms(example) == {"Osk"}
    assert (counts["Osk"], counts["Bo Ahl"], counts["harbour"]) == (1.0, 1.0, UNRATED)


def test_a_term_is_right_if_the_highlights_have_it_or_the_last_word_of_a_name() -> None:
    example = taken_up({"id": 1, "text": TEXT}, "Ahl's ferries sail.")
    assert right_terms(example) == {"ferry", "Bo Ahl"}


def test_the_weights_find_what_is_right() -> None:
    terms = terms_of(TEXT)
    right = np.array([float(term.entity is not None) for term in terms])
    examples = [Example(0, terms, right, np.ones(len(terms)))] * 20
    weights = fit(
        {SALIENCE: examples, CNN: examples, BBC: examples}, [name for name in WEIGHTS if name != "bias"]
    )
    assert weights["name"] > 0.0
    assert right_of_five(examples, weights) == 20 * right.sum()
