"""The comparison of readings, without the reading itself: that takes a minute."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "readings"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec = spec_from_loader("readings", SourceFileLoader("readings", str(SCRIPT)))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_only_what_differs_is_printed_with_the_command_that_prints_it(readings: ModuleType) -> None:
    before = {"quotes plain": "Roe\tsaid\n", "summary plain": "It rained.\n"}
    after = {"quotes plain": "Roe\thad said\n", "summary plain": "It rained.\n"}
    (found,) = readings.differences(before, after)
    assert found.splitlines()[:2] == ["--- before: quotes plain", "+++ after: quotes plain"]
    assert found.splitlines()[-2:] == ["-Roe\tsaid", "+Roe\thad said"]
    assert list(readings.differences(before, before)) == []


def test_every_view_is_compared_in_every_format(readings: ModuleType) -> None:
    assert {command[:2] for command in readings.COMMANDS} == {
        (view, form) for view in readings.VIEWS for form in readings.FORMATS
    }


def test_it_runs_by_its_path_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "--against COMMIT" in done.stdout
