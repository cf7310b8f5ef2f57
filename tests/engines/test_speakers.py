"""How candidates for a speaker are weighed."""

from __future__ import annotations

import numpy as np
import pytest

from newscli.engines.speakers import Scorer, as_rows, weigh


def scorer() -> Scorer:
    """Return one whose unit speaks against a name that stands near and behind a quotation."""
    return Scorer(
        ("behind", "near"),
        alone=np.array([0.0, 2.0], dtype=np.float32),
        hidden=np.array([[1.0], [1.0]], dtype=np.float32),
        bias=np.array([-1.0], dtype=np.float32),
        together=np.array([-3.0], dtype=np.float32),
    )


def test_features_may_tell_something_else_together_than_alone() -> None:
    candidates: list[dict[str, float]] = [{}, {"near": 1.0}, {"behind": 1.0}, {"near": 1.0, "behind": 1.0}]
    one = scorer()
    assert one.scores(as_rows(one.features, candidates)).tolist() == [0.0, 2.0, 0.0, -1.0]


def test_a_feature_that_was_not_learnt_does_not_count() -> None:
    assert as_rows(["behind", "near"], [{"near": 1.0, "a new one": 5.0}]).tolist() == [[0.0, 1.0]]


@pytest.mark.parametrize("form", ["pronoun", "first", "description", "none"])
def test_the_shipped_weights_trust_the_pointers_of_the_reader(form: str) -> None:
    plain, pointed = weigh(form, [{"person": 1.0}, {"person": 1.0, "source": 5.0, "content": 5.0}])
    assert pointed > plain
