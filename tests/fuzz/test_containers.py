"""Every reader of a container holds what it must on damaged and made-up files, the same ones each time.

``python -m benchmarks.fuzz`` goes on where this ends.
"""

from __future__ import annotations

import pytest

from benchmarks.fuzz.held import check, check_trickle
from benchmarks.fuzz.readers import Inputs, readers
from benchmarks.fuzz.tally import try_one

READERS = readers()
FEW, MANY = 25, 500


def faults(kind: str, seed: int, count: int) -> dict[str, bytes]:
    """Return the faults that so many files show, each with a file."""
    found: dict[str, bytes] = {}
    inputs = Inputs(READERS[kind], seed)
    for number in range(count):
        data, sample = inputs.next()
        tally, _ = try_one(data, sample, READERS[kind], number)
        found |= dict.fromkeys(tally.faults, data)
    return found


@pytest.mark.parametrize("kind", READERS)
def test_a_reader_holds_what_it_must(kind: str) -> None:
    assert faults(kind, 0, FEW) == {}


@pytest.mark.long
@pytest.mark.parametrize("kind", READERS)
def test_a_reader_holds_what_it_must_on_many_files(kind: str) -> None:
    assert faults(kind, 1, MANY) == {}


@pytest.mark.parametrize("kind", READERS)
def test_a_whole_file_is_read_alike_however_it_comes(kind: str) -> None:
    reader = READERS[kind]
    for sample in reader.samples:
        reading = check(sample.data, reader.file, sample)
        assert len(reading.articles) == len(sample.titles) or not sample.titles
        for most in (1, 63, 4_096):
            check_trickle(sample.data, reader.file, most, reading)
