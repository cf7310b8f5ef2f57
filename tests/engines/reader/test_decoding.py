from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newscli.engines.reader.decoding import (
    BEGIN,
    END,
    INSIDE,
    OUTSIDE,
    SINGLE,
    chances,
    log_softmax,
    softmax,
    stretches,
)

if TYPE_CHECKING:
    from newscli.engines.reader.decoding import Scores

ROLE_TAGS = 5
NAME_TAGS = 17


def logs(*rows: dict[int, float], tags: int = ROLE_TAGS) -> Scores:
    """Log-probabilities of words; what a row does not name shares the rest."""
    table = np.zeros((len(rows), tags), dtype=np.float32)
    for number, row in enumerate(rows):
        table[number] = (1 - sum(row.values())) / (tags - len(row))
        for tag, probability in row.items():
            table[number, tag] = probability
    result: Scores = np.log(table)
    return result


def sure(tags: Sequence[int], size: int = ROLE_TAGS) -> Scores:
    return logs(*({tag: 0.9} for tag in tags), tags=size)


def found(scores: Scores) -> list[tuple[int, int, int]]:
    return [(s.first, s.last, s.label) for s in stretches(scores)]


def test_spans_are_read_from_begin_inside_end_and_single() -> None:
    tags = [OUTSIDE, BEGIN, INSIDE, END, SINGLE, OUTSIDE, BEGIN, END]
    assert found(sure(tags)) == [(1, 4, 0), (4, 5, 0), (6, 8, 0)]


def test_labels_are_four_tags_apart() -> None:
    tags = [4 * 2 + SINGLE, 4 * 3 + BEGIN, 4 * 3 + END]
    assert found(sure(tags, NAME_TAGS)) == [(0, 1, 2), (1, 3, 3)]


def test_a_weak_tag_gives_way_to_those_that_it_cannot_stand_between() -> None:
    scores = logs({BEGIN: 0.9}, {OUTSIDE: 0.5, INSIDE: 0.4}, {END: 0.9})
    assert found(scores) == [(0, 3, 0)]


def test_a_span_never_ends_with_another_label_than_it_began_with() -> None:
    scores = logs({4 + BEGIN: 0.9}, {END: 0.6, 4 + END: 0.3}, tags=NAME_TAGS)
    assert found(scores) == [(0, 2, 1)]


@pytest.mark.parametrize("tag", [INSIDE, END])
def test_the_text_cannot_begin_inside_a_span(tag: int) -> None:
    assert found(logs({tag: 0.5, OUTSIDE: 0.4}, {OUTSIDE: 0.9})) == []


def test_the_text_cannot_end_inside_a_span() -> None:
    assert found(logs({OUTSIDE: 0.9}, {BEGIN: 0.5, SINGLE: 0.4})) == [(1, 2, 0)]


def test_words_surely_outside_do_not_hide_the_spans_between_them() -> None:
    outside = {OUTSIDE: 0.999}
    scores = logs(outside, {SINGLE: 0.9}, outside, outside, {BEGIN: 0.8}, {END: 0.8}, outside)
    assert found(scores) == [(1, 2, 0), (4, 6, 0)]


def test_what_cannot_follow_is_mended_where_it_stands() -> None:
    outside = {OUTSIDE: 0.999}
    weak = ({BEGIN: 0.9}, {OUTSIDE: 0.5, INSIDE: 0.4}, {END: 0.9})
    open_end = ({BEGIN: 0.5, SINGLE: 0.4},)
    scores = logs({SINGLE: 0.9}, outside, *weak, outside, {BEGIN: 0.8}, {END: 0.8}, outside, *open_end)
    assert found(scores) == [(0, 1, 0), (2, 5, 0), (6, 8, 0), (9, 10, 0)]


def test_nothing_is_found_in_words_surely_outside() -> None:
    assert found(logs({OUTSIDE: 0.999}, {OUTSIDE: 0.999})) == []


def test_the_probability_of_a_span_is_the_geometric_mean_of_its_tags() -> None:
    (span,) = stretches(logs({BEGIN: 0.9}, {END: 0.4}))
    assert span.probability == pytest.approx(0.6, abs=1e-4)


def test_log_softmax_gives_probabilities_that_sum_to_one() -> None:
    rows = np.array([[1.0, 2.0, 3.0], [500.0, 0.0, -500.0]], dtype=np.float32)
    assert np.exp(log_softmax(rows)).sum(axis=1) == pytest.approx([1.0, 1.0])


def test_softmax_is_of_few_scores_what_log_softmax_is_of_rows() -> None:
    few = [1.5, -2.0, 700.0, 699.0]
    assert softmax(few) == pytest.approx(np.exp(log_softmax(np.array([few], dtype=np.float32)))[0])


def test_the_labels_of_a_span_are_weighed() -> None:
    scores = logs({BEGIN: 0.6, 4 + BEGIN: 0.2}, {END: 0.3, 4 + END: 0.4}, tags=NAME_TAGS)
    (span,) = stretches(scores)
    weights = chances(scores, span)
    assert span.label == 0
    assert len(weights) == 4
    assert sum(weights) == pytest.approx(1)
    assert weights[0] > weights[1] > weights[2] == pytest.approx(weights[3])


def test_a_group_of_one_label_leaves_no_choice() -> None:
    scores = sure([OUTSIDE, BEGIN, INSIDE, END])
    (span,) = stretches(scores)
    assert chances(scores, span) == pytest.approx((1.0,))
