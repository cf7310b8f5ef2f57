"""``newscli info``: what a bug report needs."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from newscli.cli import info
from newscli.cli.main import run_command_line
from newscli.engines import store
from tests.support.processes import run


def test_the_versions_and_the_model_files_are_shown() -> None:
    done = run("info")
    assert done.code == 0
    assert done.out.startswith("newscli      0.1.0\nPython       3.")
    for file in store.manifest():
        assert file.name in done.out
        assert file.sha256 in done.out
        assert file.licence in done.out
        assert file.origin in done.out


def test_a_machine_reads_the_same_as_json() -> None:
    facts = json.loads(run("info", "--format", "json").out)
    assert facts["newscli"] == "0.1.0"
    assert facts["dependencies"]["typer"].startswith("0.")
    for model in facts["models"]:
        data = (store.DATA / model["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (model["bytes"], model["sha256"])


def test_measured_scores_are_shown() -> None:
    facts = info.gather()
    measured = replace(facts.models[0], scores={"entities F1": 0.8125})
    assert "  score      entities F1: 0.8125" in info.describe(replace(facts, models=(measured,)))


def test_a_missing_extra_is_reported_with_the_way_to_get_it() -> None:
    facts = info.gather()
    assert "HTML input   yes" in info.describe(replace(facts, html=True))
    assert "HTML input   no: pip install --force" in info.describe(replace(facts, html=False))


def test_a_broken_model_file_is_reported_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "MANIFEST.json").write_bytes((store.DATA / "MANIFEST.json").read_bytes())
    for file in store.manifest():
        data = bytearray((store.DATA / file.name).read_bytes())
        data[len(data) // 2] ^= 1
        (tmp_path / file.name).write_bytes(data)
    monkeypatch.setattr(store, "DATA", tmp_path)
    assert run_command_line(["info"]) == 4
    assert store.manifest()[0].name in capsys.readouterr().err
