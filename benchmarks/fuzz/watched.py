"""A process that reads one file after the other, and one that watches whether it still does."""

from __future__ import annotations

import ctypes
import gc
import hashlib
import json
import mmap
import os
import resource
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from benchmarks.fuzz.damage import MAX_BYTES
from benchmarks.fuzz.held import Read, read
from benchmarks.fuzz.readers import Inputs, Reader
from benchmarks.fuzz.tally import MAX_SECONDS, Tally, try_one

MAX_LEAK: Final = 96 * 1024**2  # bytes that a process may grow by, once it is warm
_MAX_MEMORY: Final = 4 * 1024**3
_WARM: Final = 1_000  # files, after which all is imported and all caches are full
_TOLD_EVERY: Final = 100  # files
_LOOK: Final = 2.0  # seconds between two looks at the process
_HUNG: Final = 6 * MAX_SECONDS  # CPU seconds of one file, after which no signal has reached it
_HEAD: Final = struct.Struct("QQ")  # how many files were begun, and the bytes of the last
_PAGE: Final = resource.getpagesize()
_MAX_DEATHS: Final = 20


class _Shown:
    """What a process is reading, for the one that watches it to see."""

    def __init__(self) -> None:
        self._area = mmap.mmap(-1, _HEAD.size + 4 * MAX_BYTES)

    def show(self, number: int, data: bytes) -> None:
        """Show a file before it is read."""
        room = len(self._area) - _HEAD.size
        self._area[_HEAD.size : _HEAD.size + len(data[:room])] = data[:room]
        self._area[: _HEAD.size] = _HEAD.pack(number, len(data[:room]))

    def number(self) -> int:
        """Return how many files were begun."""
        return int(_HEAD.unpack(self._area[: _HEAD.size])[0])

    def data(self) -> bytes:
        """Return the last file that was begun."""
        _, size = _HEAD.unpack(self._area[: _HEAD.size])
        return self._area[_HEAD.size : _HEAD.size + size]


@dataclass(frozen=True)
class Fuzzer:
    """Tries a reader.

    Attributes:
        reader: The reader.
        seed: Decides what it is given.
        folder: Takes the files that show faults.
        read: How to read.
    """

    reader: Reader
    seed: int
    folder: Path
    read: Read = read

    def run(self, seconds: float) -> Tally:
        """Give the reader files for so many CPU seconds, in processes of their own.

        A process that dies or hangs is one fault more, and another one goes on.
        """
        total = Tally()
        for turn in range(_MAX_DEATHS):
            if total.seconds >= seconds:
                break
            shown = _Shown()
            incoming, outgoing = os.pipe()
            child = os.fork()
            if not child:
                os.close(incoming)
                self._work_and_exit(seconds - total.seconds, self.seed + turn * 1_000_003, shown, outgoing)
            os.close(outgoing)
            tally, hung = _watch(child, incoming, shown)
            total.add(tally)
            _, status = os.waitpid(child, 0)
            if status:
                died = f"dies of signal {status & 0x7F}" if status & 0x7F else f"exits with {status >> 8}"
                total.seconds += 1  # so that a reader that dies at once comes to an end
                total.faults["hangs in a library" if hung else died] = self._keep(shown.data())
        return total

    def _work_and_exit(self, seconds: float, seed: int, shown: _Shown, outgoing: int) -> None:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_DATA, (_MAX_MEMORY, _MAX_MEMORY))
            with os.fdopen(outgoing, "w", encoding="utf-8") as pipe:
                for tally in self._work(seconds, seed, shown):
                    pipe.write(json.dumps(asdict(tally)) + "\n")
                    pipe.flush()
            code = 0
        finally:
            sys.stderr.flush()
            os._exit(code)

    def _work(self, seconds: float, seed: int, shown: _Shown) -> Iterator[Tally]:
        """Yield what was tried, some files at a time."""
        inputs, shapes = Inputs(self.reader, seed), set[int]()
        tally, warm = Tally(), 0
        number, is_last, begin = 0, False, time.process_time()
        told = begin
        while not is_last:
            data, sample = inputs.next()
            shown.show(number + 1, data)
            one, shape = try_one(data, sample, self.reader, number, self.read)
            one.faults = {what: self._keep(data) for what in one.faults}
            if (known := hash(shape)) not in shapes:
                shapes.add(known)  # not the shape: its messages would be memory that is never given back
                inputs.keep(data)
            number += 1
            warm = _resident() if number == _WARM else warm
            tally.add(one)
            is_last = time.process_time() - begin >= seconds
            if number % _TOLD_EVERY == 0 or is_last or one.faults:
                tally.growth = _resident() - warm if warm else 0
                if tally.growth > MAX_LEAK:
                    tally.faults["memory is never given back"] = ""
                tally.seconds, told = time.process_time() - told, time.process_time()
                yield tally
                tally = Tally()

    def _keep(self, data: bytes) -> str:
        """Write a file that shows a fault, and return its name."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{self.reader.kind.replace(' ', '-')}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        return str(path)


def _watch(child: int, incoming: int, shown: _Shown) -> tuple[Tally, bool]:
    """Collect what a process tells until it ends; kill it, and return True, if one file takes for ever."""
    total, last, since, hung = Tally(), -1, 0.0, False
    with os.fdopen(incoming, "rb", buffering=0) as pipe:
        rest = b""
        while True:
            if select.select([pipe], [], [], _LOOK)[0]:
                chunk = pipe.read(MAX_BYTES)
                if not chunk:
                    return total, hung
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines:
                    total.add(Tally(**json.loads(line)))
            if shown.number() != last:
                last, since = shown.number(), _cpu_seconds(child)
            elif _cpu_seconds(child) - since > _HUNG and not hung:
                hung = True
                os.kill(child, signal.SIGKILL)


def _cpu_seconds(process: int) -> float:
    """Return the CPU seconds that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident() -> int:
    """Return the memory of this process now, bytes, without what waits to be given back."""
    gc.collect()
    with suppress(AttributeError):  # not every C library has it
        ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1]) * _PAGE
