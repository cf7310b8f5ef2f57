from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.calibration import SHIPPED, Sample, cross_validated, expected_error, fit, judged_by, tenths
from newscli.analysis.quotes.confidence import Evidence


def sample(
    article: int, evidence: Evidence, sureness: float, *, right: bool, speaker_right: bool | None = True
) -> Sample:
    return Sample(article, evidence, sureness, "name", 0.5, right, speaker_right)


def samples(sureness: float, right: int, wrong: int) -> list[Sample]:
    judged = [True] * right + [False] * wrong
    return [sample(number, "reader", sureness, right=verdict) for number, verdict in enumerate(judged)]


def test_a_row_shows_how_many_quotes_of_its_tenth_were_right() -> None:
    rows = tenths([(0.81, True), (0.89, False), (1.0, True)])
    assert [row.quotes for row in rows] == [0] * 8 + [2, 1]
    assert rows[8].mean == pytest.approx(0.85)
    assert rows[8].right == 0.5


def test_the_error_weighs_each_tenth_by_its_quotes() -> None:
    judged = [(0.9, True)] * 3 + [(0.2, True)]
    assert expected_error(tenths(judged)) == pytest.approx((3 * 0.1 + 0.8) / 4)


def test_nothing_found_is_no_error() -> None:
    assert expected_error(tenths([])) == 0


def test_the_table_rises_with_the_sureness_of_the_reader() -> None:
    found = samples(0.2, 60, 240) + samples(0.5, 45, 255) + samples(0.7, 180, 120) + samples(0.9, 270, 30)
    knots = fit(found).quotes["reader"]
    assert all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(knots))
    assert knots == ((0.35, 0.176), (0.7, 0.599), (0.9, 0.897))


def test_what_a_rule_alone_found_has_a_knot_of_its_own() -> None:
    assert fit(samples(0, 0, 18) + samples(0.9, 90, 8)).quotes["reader"] == ((0, 0.05), (0.9, 0.91))
    assert len(fit(samples(0, 0, 4) + samples(0.9, 90, 8)).quotes["reader"]) == 1


def test_groups_of_one_sureness_are_one_knot() -> None:
    ((sureness, _),) = fit(samples(0.9991, 300, 0) + samples(0.9992, 600, 0)).quotes["reader"]
    assert sureness == 0.999


def test_what_was_always_right_is_not_certain() -> None:
    ((_, share),) = fit(samples(0.9, 8, 0)).quotes["reader"]
    assert share == 0.9


def test_each_quote_is_judged_by_a_table_that_never_saw_its_article() -> None:
    seen = samples(0.5, 0, 40)
    odd_one = [sample(4, "turn", 0.5, right=True)]
    told = list(cross_validated([*seen, *odd_one]))
    assert len(told) == 41
    assert [right for value, right in told if value > 0.5] == [True]


def test_the_table_of_speakers_is_fitted_on_quotes_that_are_right_themselves() -> None:
    found = [
        *(sample(n, "reader", 0.9, right=True, speaker_right=n < 18) for n in range(28)),
        *(sample(n, "reader", 0.9, right=False, speaker_right=False) for n in range(100)),
        *(sample(n, "reader", 0.9, right=True, speaker_right=None) for n in range(100)),
    ]
    ((_, share),) = fit(found).speakers["name"]
    assert share == round(19 / 30, 3)


def test_a_line_is_right_if_the_quote_and_its_speaker_are() -> None:
    found = [
        sample(0, "reader", 0.9, right=True),
        sample(0, "reader", 0.9, right=True, speaker_right=False),
        sample(0, "reader", 0.9, right=True, speaker_right=None),
        sample(0, "reader", 0.9, right=False, speaker_right=None),
    ]
    assert [right for _, right in judged_by(SHIPPED, found)] == [True, False, False]
