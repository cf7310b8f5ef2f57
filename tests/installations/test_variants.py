"""A run in the tree, in odd surroundings; ``installations.py`` has the wheel and the other Pythons."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import newscli
from tests.installations.variants import VARIANTS, SkippedError, Variant, check_flipped, difference, report

SOURCE = Path(newscli.__file__).parents[1]
PYTHON = Path(sys.executable)
CHEAP = ("no variable set", "read-only, no network", "LC_ALL=C PYTHONUTF8=0", "python -O", "python -W error")


def here(variant: Variant, source: Path = SOURCE) -> bytes:
    try:
        return report(PYTHON, variant, {"PYTHONPATH": str(source)})
    except SkippedError as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="module")
def expected() -> bytes:
    return here(Variant("as it is", {"HOME": "/", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}))


@pytest.mark.parametrize("variant", [each for each in VARIANTS if each.name.startswith(CHEAP)], ids=str)
def test_the_same_bytes_come_out_everywhere(variant: Variant, expected: bytes) -> None:
    assert here(variant) == expected


def test_a_flipped_bit_in_a_model_file_is_reported_with_its_name(tmp_path: Path) -> None:
    shutil.copytree(SOURCE / "newscli", tmp_path / "newscli")
    for model in ("reader.onnx", "punkt.json"):
        path = tmp_path / "newscli" / "engines" / "data" / model
        check_flipped(PYTHON, path, {"PYTHONPATH": str(tmp_path)})


def test_only_numbers_may_differ_and_by_how_much_is_said() -> None:
    assert difference(b'{"a": [1, 0.5]}', b'{"a": [1, 0.5]}') == 0
    assert difference(b'{"a": [1, 0.5]}', b'{"a": [1, 0.25]}') == 0.25
    for other in (b'{"a": [2, 0.5]}', b'{"a": [1]}', b'{"b": [1, 0.5]}', b'{"a": ["1", 0.5]}'):
        assert difference(b'{"a": [1, 0.5]}', other) is None
