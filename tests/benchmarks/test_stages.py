from __future__ import annotations

from benchmarks.stages import least, outside_reader


def test_the_least_of_the_runs_counts_for_each_stage() -> None:
    runs = [{"segment": 0.3, "annotations": 2.0}, {"segment": 0.2, "annotations": 2.5}]
    assert least(runs) == {"segment": 0.2, "annotations": 2.0}


def test_the_reader_is_left_out_under_both_of_its_names() -> None:
    assert outside_reader({"segment": 0.5, "annotations": 2.0}) == 0.5
    assert outside_reader({"segment": 0.5, "marks": 2.0}) == 0.5
