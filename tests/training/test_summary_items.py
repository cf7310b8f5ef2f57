"""How articles and summaries become what the summary's weights are fitted to."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.sets import read_set
from training import summary_items
from training.fit_summary import pull_of_choices
from training.summary_items import SHIFTING, Choice, choices, fold_of, names_of_features

TEXT = "Osk lost its mill to a storm. Gulls sat on it. Bo Ahl will build another mill in May."


def test_an_article_of_two_sets_has_one_fold() -> None:
    assert fold_of("bbc-dev:bbc-sport-115") == fold_of("bbc-sport-115")


def test_what_a_reader_chose_falls_to_the_sentences_that_begin_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summary_items, "openings", lambda _, sentences, __: np.ones((len(sentences), 4)))
    path = tmp_path / "set.jsonl.gz"
    rows = [
        {"id": "one", "text": TEXT, "best": [[0, 29], [47, 85]]},
        {"id": "none", "text": TEXT, "best": []},
    ]
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    (choice,) = choices(read_set(path), tmp_path)
    assert choice.features.shape == (3, len(names_of_features()) + len(SHIFTING) + 4)
    assert choice.wanted == pytest.approx(np.array([1.0, 0.0, 0.8]) / 1.8)


def test_the_pull_of_choices_is_towards_what_was_chosen() -> None:
    choice = Choice(0, np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([1.0, 0.0]))
    assert pull_of_choices([choice], np.zeros(2)) == pytest.approx([0.5, -0.5])
