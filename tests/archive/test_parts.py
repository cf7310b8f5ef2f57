from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from newscli.archive import parts
from newscli.archive.parts import Counts, Rows, is_done, is_part, read_part, tally, write_part
from newscli.archive.rows import FailureRow, rows_of
from newscli.errors import InputError, OutputError, UsageError
from tests.support.port_ellery import reading

FAILURE = FailureRow("b.txt", "", "is empty", "", 3)


def some_rows(count: int = 3) -> list[Rows]:
    whole = reading()
    return [*(rows_of(replace(whole), f"{number:032x}", "1") for number in range(count)), FAILURE]


def test_a_part_gives_back_what_was_put_in(tmp_path: Path) -> None:
    place = tmp_path / "part-1.parquet"
    rows = some_rows()
    quotes = len(reading().quotes)
    assert write_part(place, "key", rows) == Counts(3, 3 * quotes, 1)
    assert list(read_part(str(place))) == rows
    assert tally(read_part(str(place))) == Counts(3, 3 * quotes, 1)
    assert is_part(str(place))
    assert is_done(place, "key")


def test_the_same_rows_give_the_same_bytes_and_nothing_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_ROWS_OF_GROUP", 2)
    (tmp_path / ".part-1.parquet.elsewhere.77.tmp").write_bytes(b"of a process that was killed")
    (tmp_path / ".part-11.parquet.elsewhere.78.tmp").write_bytes(b"of one at work")
    for name in ("part-1.parquet", "part-2.parquet"):
        write_part(tmp_path / name, "key", iter(some_rows(5)))
    assert (tmp_path / "part-1.parquet").read_bytes() == (tmp_path / "part-2.parquet").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".part-11.parquet.elsewhere.78.tmp",
        "part-1.parquet",
        "part-2.parquet",
    ]
    assert list(read_part(str(tmp_path / "part-2.parquet"))) == some_rows(5)


def test_an_error_half_way_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> object:
        yield from some_rows()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_part(tmp_path / "part-1.parquet", "key", broken())  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device") as caught:
        write_part(tmp_path / "part-1.parquet", "key", some_rows())
    assert "again" in caught.value.hint
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kept", [0, 3, 100, -1, -40])
def test_a_part_that_is_cut_short_is_told(tmp_path: Path, kept: int) -> None:
    place = tmp_path / "part-1.parquet"
    write_part(place, "key", some_rows())
    place.write_bytes(place.read_bytes()[:kept])
    assert is_part(str(place))
    with pytest.raises(InputError, match="damaged or cut short") as caught:
        list(read_part(str(place)))
    assert "\n" not in caught.value.message
    with pytest.raises(InputError, match=r"part-1\.parquet is a part that is damaged"):
        is_done(place, "key")


def test_a_part_that_is_damaged_in_the_middle_gives_what_is_before(tmp_path: Path) -> None:
    place = tmp_path / "part-1.parquet"
    write_part(place, "key", some_rows(200))
    data = bytearray(place.read_bytes())
    for at in range(len(data) // 3, len(data) // 3 + 200):
        data[at] ^= 0xFF
    place.write_bytes(data)
    with pytest.raises(InputError, match="damaged or cut short"):
        list(read_part(str(place)))


def test_a_part_of_other_inputs_is_not_taken_for_ours(tmp_path: Path) -> None:
    place = tmp_path / "part-1.parquet"
    write_part(place, "key", some_rows())
    with pytest.raises(UsageError, match="of other inputs or options"):
        is_done(place, "another key")


def test_a_table_of_articles_is_no_part(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    place = tmp_path / "part-1.parquet"
    parquet.write_table(pyarrow.table({"text": ["The ferry sailed."]}), place)
    assert not is_part(str(place))
    with pytest.raises(InputError, match="no part of this version"):
        list(read_part(str(place)))
    with pytest.raises(UsageError):
        is_done(place, "key")
    assert not is_part(str(tmp_path / "none.parquet"))
    assert not is_part(str(tmp_path / "articles.jsonl"))
