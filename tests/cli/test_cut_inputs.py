"""Inputs that are cut into articles before these are analysed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscli.analysis.pipeline import Options
from newscli.cli.inputs import Articles
from newscli.cli.jobs import Failure, perform
from newscli.cli.messages import Messages
from newscli.cli.options import Shared
from newscli.errors import ExitCode
from newscli.text.containers import Container
from newscli.text.containers.pieces import Piece


def test_a_bug_in_cutting_an_input_costs_no_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(self: Container) -> Iterator[Piece]:
        yield Piece("One.", 1)
        raise KeyError("a bug")

    monkeypatch.setattr(Container, "pieces", fail)
    (tmp_path / "a.jsonl").write_text('{"text": "One."}')
    files = [str(tmp_path / "a.jsonl"), str(tmp_path / "missing"), str(tmp_path / "a.jsonl")]
    articles = Articles(files, Shared(files=files), ("quotes",), Options(), Messages(3, quiet=True))
    tasks = list(articles.tasks())
    assert [task.number for task in tasks] == [1, 1, 2, 3, 3]
    assert isinstance(tasks[0].piece, Piece)
    outcome = perform(tasks[1])
    assert isinstance(outcome, Failure)
    assert (outcome.code, outcome.message) == (ExitCode.BUG, "internal error: KeyError: 'a bug'")
    assert "Traceback" in outcome.trace
