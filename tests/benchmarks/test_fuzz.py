"""The fuzzer of containers finds each kind of fault in a reader that has it, and none in one that has not."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from typing import BinaryIO

import pytest

from benchmarks.fuzz.damage import damaged, unharmed
from benchmarks.fuzz.held import Reading, read
from benchmarks.fuzz.readers import Inputs, Reader, Sample, readers
from benchmarks.fuzz.tally import try_one
from benchmarks.fuzz.watched import Fuzzer
from newscli.model import Article, Block, Span

READERS = readers()
LINES = READERS["json lines"]


def found(read: Callable[[BinaryIO, str], Reading], data: bytes, sample: Sample | None = None) -> list[str]:
    """Return the faults that a reader shows by one file, which is read in pieces as well."""
    tally, _ = try_one(data, sample, LINES, 0, read)
    return list(tally.faults)


def changed(change: Callable[[Article], object]) -> Callable[[BinaryIO, str], Reading]:
    """Return a reader that does something to each article that it has read."""

    def reader(stream: BinaryIO, file: str) -> Reading:
        reading = read(stream, file)
        for article in reading.articles:
            change(article)
        return reading

    return reader


def fail(_: Article) -> None:
    raise KeyError("a bug")


def never_end(_: Article) -> None:
    while True:
        try:
            sum(range(1_000))
        except Exception:  # noqa: BLE001, PERF203 - as a reader may do that tries everything
            continue


def misplace(article: Article) -> None:
    object.__setattr__(article, "blocks", (Block("body", Span(3, 3)),))


def misdate(article: Article) -> None:
    object.__setattr__(article, "date", "yesterday")


def hold_bytes(article: Article) -> None:
    object.__setattr__(article, "meta", {"key": b"value"})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (fail, "KeyError at "),
        (misplace, "a block out of place"),
        (misdate, "a date that is none"),
        (hold_bytes, "TypeError at "),
        (lambda _: sys.stderr.write("WARNING"), "writes to the screen: 'WARNING"),
    ],
)
def test_what_must_not_happen_is_found(change: Callable[[Article], object], fault: str) -> None:
    data = LINES.samples[0].data
    assert found(read, data) == []
    (told,) = found(changed(change), data)
    assert told.startswith(fault)


def test_a_reader_that_does_not_end_is_found() -> None:
    tally, _ = try_one(LINES.samples[0].data, None, LINES, 0, changed(never_end), seconds=0.2)
    assert list(tally.faults) == ["takes too long"]


def lose_all(stream: BinaryIO, file: str) -> Reading:
    reading = read(stream, file)
    return Reading((), reading.ended) if reading.messages else reading


def read_a_chunk(stream: BinaryIO, file: str) -> Reading:
    return read(_Short(stream), file)  # type: ignore[arg-type]


class _Short:
    """A stream that ends after it was read three times."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._left = stream, 3

    def read(self, size: int) -> bytes:
        self._left -= 1
        return self._stream.read(size) if self._left >= 0 else b""


def test_records_that_are_lost_are_found() -> None:
    sample = LINES.samples[0]
    cut = sample.data[: sample.titles[3] + 1]
    assert found(read, cut, sample) == []
    assert found(lose_all, cut, sample)[0].startswith("lost some of 3 records before the damage")
    assert found(read_a_chunk, sample.data)[0].startswith("read otherwise by 1 bytes at a time")


def test_the_records_before_the_damage_are_those_that_end_before_it() -> None:
    sample = Sample(b"head AB AB AB", (5, 8, 11))
    assert [sample.before(at) for at in (0, 5, 7, 8, 10, 11, 13)] == [0, 0, 0, 1, 1, 2, 2]
    assert unharmed(b"abcd", b"abxd") == 2


def test_the_same_seed_gives_the_same_files() -> None:
    for reader in READERS.values():
        if reader.kind != "parquet":  # whose writer names its version and no time
            first, second = (Inputs(reader, 7) for _ in range(2))
            assert [first.next() for _ in range(5)] == [second.next() for _ in range(5)]
    assert Inputs(LINES, 7).next() != Inputs(LINES, 8).next()


def test_damage_stays_within_its_bound() -> None:
    chance = Random(0)
    data = LINES.samples[0].data
    harmed = [damaged(data, chance, LINES.words) for _ in range(200)]
    assert len(set(harmed)) > 150
    assert max(map(len, harmed)) <= 64 * 1024


def die(_: Article) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_reader_that_kills_its_process_is_found_with_the_file_that_does_it(tmp_path: Path) -> None:
    dying = Reader("json lines", "a.jsonl", LINES.samples, LINES.makers)
    tally = Fuzzer(dying, 1, tmp_path, changed(die)).run(0.5)
    assert list(tally.faults) == ["dies of signal 9"]
    data = Path(tally.faults["dies of signal 9"]).read_bytes()
    assert read(BytesIO(data), "a.jsonl").articles


def test_a_reader_without_a_fault_shows_none_and_all_is_counted(tmp_path: Path) -> None:
    tally = Fuzzer(LINES, 1, tmp_path).run(0.3)
    assert tally.faults == {}
    assert list(tmp_path.iterdir()) == []
    assert tally.files > 0
    assert tally.articles + tally.errors > 0
    assert "json lines" in tally.line("json lines")
