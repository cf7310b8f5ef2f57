"""What was tried, and one trial."""

from __future__ import annotations

import resource
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

from benchmarks.fuzz.damage import unharmed
from benchmarks.fuzz.held import Fault, Read, check, check_trickle, read
from benchmarks.fuzz.readers import Reader, Sample

# CPU seconds for one file of 64 kB; what takes longer hangs, or is made to.
MAX_SECONDS: Final = 10
MAX_GROWTH: Final = 256 * 1024**2  # bytes of memory, for one file
_EVERY: Final = 5  # of the files, one is read again as it comes from a pipe
_SHOWN_CHARS: Final = 300


@dataclass
class Tally:
    """What was tried.

    Attributes:
        files: Files that were read.
        bytes: Their bytes.
        articles: Articles in them.
        errors: Records, or files, of which was told why they hold none.
        harmed: Files of which records before the damage were looked for.
        seconds: CPU seconds of all of it, of making the files too.
        slowest: CPU seconds of the slowest file.
        growth: Bytes that the process grew by, once all was imported.
        faults: What must not happen, with the file that shows it, or its name.
    """

    files: int = 0
    bytes: int = 0
    articles: int = 0
    errors: int = 0
    harmed: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    growth: int = 0
    faults: dict[str, str] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Add what else was tried."""
        for name in ("files", "bytes", "articles", "errors", "harmed", "seconds"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)
        self.growth = max(self.growth, other.growth)
        self.faults = {**other.faults, **self.faults}

    def line(self, kind: str) -> str:
        """Return a line of the table."""
        return (
            f"{kind:11}{self.seconds / 60:6.1f} min{self.files:9,} files{self.bytes / 1e6:7.1f} MB"
            f"{self.articles:9,} articles{self.errors:9,} errors{self.harmed:8,} harmed"
            f"{self.slowest:6.2f} s slowest{self.growth / 2**20:6.1f} MiB grown{len(self.faults):3} faults"
        )


class TooLong(BaseException):
    """A file that takes too long; no handler of errors may take it for one."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """End what takes more than so many CPU seconds.

    Raises:
        TooLong: If it does.
    """

    def end(_: int, __: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def peak() -> int:
    """Return the most memory that this process has had, bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def try_one(
    data: bytes,
    sample: Sample | None,
    reader: Reader,
    number: int,
    read: Read = read,
    seconds: float = MAX_SECONDS,
) -> tuple[Tally, tuple[str, ...]]:
    """Read one file; return what was seen, and what makes its reading unlike others.

    Args:
        data: The file.
        sample: The whole file that was damaged to make it, None if there was none.
        reader: The reader that is tried.
        number: Which of the files it is.
        read: How to read.
        seconds: What it may take, CPU seconds.
    """
    tally, before = Tally(1, len(data)), peak()
    shape: tuple[str, ...] = ()
    begin = time.process_time()
    try:
        with bounded(seconds * reader.patience):
            reading = check(data, reader.file, sample, read)
            if number % _EVERY == 0:
                check_trickle(data, reader.file, 1 + number % 97, reading, read)
        tally.articles, tally.errors = len(reading.articles), len(reading.messages)
        shape = reading.shape()
    except TooLong:
        tally.faults["takes too long"] = ""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
        tally.faults[_signature(error)] = ""
    tally.seconds = tally.slowest = time.process_time() - begin
    if number and peak() - before > MAX_GROWTH:
        tally.faults["takes too much memory"] = ""
    tally.harmed = int(sample is not None and sample.before(unharmed(sample.data, data)) > 0)
    return tally, shape


def _signature(error: Exception) -> str:
    """Return what tells a fault from others: the error, and where in newscli it came up."""
    if isinstance(error, Fault):
        return str(error)[:_SHOWN_CHARS]
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "newscli" in frame.filename] or list(frames)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(own[-2:]))
    return f"{type(error).__name__} at {places}: {error}"[:_SHOWN_CHARS]
