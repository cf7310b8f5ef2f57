"""Real Dask clusters on this machine: a scheduler and workers, each a process."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.processes import PATIENCE, environment

_TICK = 0.1


@dataclass
class Cluster:
    """A scheduler that listens on loopback, and its workers.

    Attributes:
        folder: Where they keep what they need, the scheduler's file among it.
        workers: The processes, each with one thread and none to start it again.
    """

    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    scheduler: subprocess.Popen[bytes] | None = None

    @property
    def file(self) -> Path:
        """The scheduler's file, by which others find it."""
        return self.folder / "scheduler.json"

    def start(self, workers: int) -> None:
        """Start the scheduler and some workers."""
        self.scheduler = self._run("scheduler", "--host", "127.0.0.1", "--port", "0")
        wait_until(self.file.exists)
        for _ in range(workers):
            self.add_worker()

    def add_worker(self) -> None:
        """Start one more worker."""
        self.workers.append(self._run("worker", "--nthreads", "1", "--no-nanny"))

    def stop(self) -> None:
        """End all processes."""
        for process in (*self.workers, self.scheduler):
            if process is not None:
                process.kill()
                process.wait(PATIENCE)

    def _run(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = (sys.executable, "-m", f"distributed.cli.dask_{kind}", "--scheduler-file", str(self.file))
        place = ("--local-directory", str(self.folder)) if kind == "worker" else ()
        return subprocess.Popen(
            [*command, "--no-dashboard", *options, *place],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """Start a cluster that ends with the block."""
    started = Cluster(folder)
    try:
        started.start(workers)
        yield started
    finally:
        started.stop()


def wait_until(holds: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until something holds, by asking it again and again."""
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(_TICK)
