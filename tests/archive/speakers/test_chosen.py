from __future__ import annotations

from pathlib import Path

import pytest

from newscli.archive.speakers import Chosen, read_chosen
from newscli.errors import UsageError


def test_a_file_with_header_comment_and_note(tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    path.write_text(
        '﻿name,canonical,note\n# by hand\n\nRoe,Ana Roe,the mayor\n"Tarn, Joe",Joe Tarn\n', encoding="utf-8"
    )
    assert read_chosen(str(path)) == [Chosen("Roe", "Ana Roe", "the mayor"), Chosen("Tarn, Joe", "Joe Tarn")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"Roe\n", "line 1 has no two names"),
        (b"Roe,Ana Roe\nROE,Ben Roe\n", "line 2: ROE is Ana Roe already"),
        (b"\xff\xfe,\n", "is no UTF-8"),
        (b"Roe," + b"x" * 200_000 + b"\n", "line 1"),
    ],
)
def test_a_bad_file_is_told_with_its_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "aliases.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="aliases") as caught:
        read_chosen(str(path))
    assert told in caught.value.message


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_chosen(str(tmp_path / "none.csv"))
