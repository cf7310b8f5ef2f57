from __future__ import annotations

from pathlib import Path

import pytest

from newscli.archive.places import fetch, holds, is_remote, opened_anywhere, sample, send, size_of
from newscli.errors import InputError

pytest.importorskip("fsspec")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("s3://bucket/a.jsonl", True),
        ("gs://bucket/a.jsonl", True),
        ("memory://a", True),
        ("https://example.org/a", False),
        ("ftp://example.org/a", False),
        ("/data/a.jsonl", False),
        ("a:b.jsonl", False),
        ("C:\\data", False),
    ],
)
def test_what_is_in_a_store(path: str, expected: bool) -> None:
    assert is_remote(path) is expected


def test_a_file_of_a_store_is_read_and_written(tmp_path: Path) -> None:
    here = tmp_path / "part-1.parquet"
    here.write_bytes(b"data")
    folder = f"memory://{tmp_path.name}/parts"
    assert not holds(folder, here.name)
    send(here, folder)
    assert holds(folder, here.name)
    assert size_of(f"{folder}/{here.name}") == 4
    with opened_anywhere(f"{folder}/{here.name}") as (stream, name):
        assert (stream.read(), name) == (b"data", f"{folder}/{here.name}")
    assert sample(f"{folder}/{here.name}") == sample(str(here))
    fetch(folder, here.name, tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == b"data"


@pytest.mark.parametrize("path", ["memory://none/at/all", "nostore://bucket/a", "/none/at/all"])
def test_what_cannot_be_read_is_told_in_a_line(path: str) -> None:
    with pytest.raises(InputError) as caught, opened_anywhere(path):
        pass
    assert "\n" not in caught.value.message


def test_a_sample_differs_where_the_ends_do(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for file, data in zip(files, (b"x" * 10, b"y" + b"x" * 9, b"x" * 11), strict=True):
        file.write_bytes(data)
    assert len({sample(str(file)) for file in files}) == 3
