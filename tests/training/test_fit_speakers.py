from __future__ import annotations

import numpy as np

from newscli.engines.speakers import Scorer, as_rows
from training.fit_speakers import Fitted, Sample, entry

NAMES = ("near", "quoted")


def sample(turn: int) -> Sample:
    """Return a source of four candidates; being near and being quoted speak for one only where they meet."""
    candidates: tuple[dict[str, float], ...]
    candidates = ({"near": 1.0, "quoted": 1.0}, {"near": 1.0}, {"quoted": 1.0}, {})
    among = (*candidates[turn % 3 :], *candidates[: turn % 3])
    return Sample(among, tuple(len(one) == 2 for one in among))


SAMPLES = [sample(turn) for turn in range(60)]


def test_what_tells_the_right_candidate_is_learnt() -> None:
    whole = Fitted(SAMPLES, NAMES)
    assert whole.hits(whole.fit()) == 60
    half = Fitted(SAMPLES, ("near",))
    assert half.hits(half.fit()) < 60


def test_two_features_may_speak_for_somebody_only_where_one_is_missing() -> None:
    either = [Sample(({}, {name: 1.0}), (False, True)) for name in NAMES]
    never_both = [Sample(({name: 1.0}, {"near": 1.0, "quoted": 1.0}), (True, False)) for name in NAMES]
    fitted = Fitted((either + never_both) * 30, NAMES)
    assert fitted.hits(fitted.fit()) == 120  # no sum of two weights could do it


def test_a_feature_that_is_left_out_costs_what_it_told() -> None:
    fitted = Fitted(SAMPLES, NAMES)
    scorer = fitted.fit()
    assert fitted.hits(scorer, "near") < fitted.hits(scorer) == 60


def test_the_chances_of_a_source_are_one_together() -> None:
    chances = Fitted(SAMPLES, NAMES).chances(np.arange(240.0))
    assert chances.reshape(-1, 4).sum(axis=1).round(6).tolist() == [1.0] * 60


def test_the_file_holds_what_was_fitted() -> None:
    scorer = Fitted(SAMPLES, NAMES).fit()
    held = entry(scorer)
    read = Scorer(NAMES, *(np.array(held[name], dtype=np.float32) for name in Scorer._fields[1:]))
    rows = as_rows(NAMES, sample(0).features)
    assert np.allclose(read.scores(rows), scorer.scores(rows), atol=0.02)
