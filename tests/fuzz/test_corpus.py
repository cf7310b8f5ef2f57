"""What the fuzzer starts from, and what it has found, passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.report_json import one_input


@pytest.mark.parametrize(
    "file", sorted(Path(__file__).with_name("corpus").iterdir()), ids=lambda file: file.name
)
def test_every_input_gives_a_report_or_one_clear_error(file: Path) -> None:
    one_input(file.read_bytes())
