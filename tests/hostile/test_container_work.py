"""The work of a container's reader grows with the file and no faster: counted, not timed."""

from __future__ import annotations

import io

import pytest

from benchmarks.fuzz.held import read
from tests.support.container_pumps import PUMPS, every
from tests.support.counting import MAX_GROWTH, TIMES, operations

SIZE = 1_000
SHORT, LONG = dict(every(SIZE)), dict(every(TIMES * SIZE))


@pytest.mark.parametrize("name", PUMPS)
def test_the_work_of_a_reader_grows_with_the_file(name: str) -> None:
    read(io.BytesIO(SHORT[name]), name)  # imports what it needs
    once = operations(lambda: read(io.BytesIO(SHORT[name]), name))
    assert operations(lambda: read(io.BytesIO(LONG[name]), name)) <= MAX_GROWTH * once
