"""Measure shards on a Dask cluster of this machine: the same parts whatever dies, and what more workers gain.

    python -m benchmarks.cluster [--articles N] [--shards N] [--workers 1 2 3] [--kill N]

Makes articles up, and has ``newscli archive shard`` read them by ``--dask`` with a real scheduler and so many
workers, each a process, once for each number of workers; with the largest number, some workers are killed by
SIGKILL in the middle. Prints the time by the clock, CPU seconds of the workers, the memory of the client, and
whether all parts are the same bytes as those that ``--shard I/N`` writes, four processes without any engine.

2,000 articles in 40 shards take half an hour on two cores that nobody else uses.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.archive import write_articles

NEWSCLI = (sys.executable, "-m", "newscli", "archive", "shard")
ALONE = 4  # processes without an engine
_TICK = 0.2
_KIB = 1024
_MIB = 1024**2


@dataclass(frozen=True)
class Taken:
    """What a run took: seconds by the clock, CPU seconds of its workers, and the client's memory in bytes."""

    seconds: float
    cpu: float
    memory: int


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[Path, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler on loopback and some workers; give the scheduler's file and the workers."""
    place = folder / "scheduler.json"

    def start(kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = (sys.executable, "-m", f"distributed.cli.dask_{kind}", "--scheduler-file", str(place))
        quiet = subprocess.DEVNULL
        return subprocess.Popen([*command, "--no-dashboard", *options], stdout=quiet, stderr=quiet)

    scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0")
    own: list[subprocess.Popen[bytes]] = []
    try:
        wait_until(place.exists)
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        own.extend(start("worker", *options) for _ in range(workers))
        yield place, own
    finally:
        for process in (*own, scheduler):
            process.kill()
            process.wait()


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    while not holds():
        time.sleep(_TICK)


def read_on_cluster(articles: Path, parts: Path, shards: int, workers: int, kill: int) -> Taken:
    """Have a cluster read all shards; kill some of its workers on the way."""
    with TemporaryDirectory() as folder, cluster(Path(folder), workers) as (place, own):
        begun = time.monotonic()
        command = [
            *NEWSCLI,
            str(articles),
            "--output",
            str(parts),
            "--shards",
            str(shards),
            "--dask",
            str(place),
        ]
        client = subprocess.Popen(command)
        cpu = 0.0
        for number in range(kill):
            due = shards * (number + 1) // (kill + 2)
            wait_until(lambda due=due: len(list(parts.glob("part-*.parquet"))) >= due)  # type: ignore[misc]
            cpu += cpu_seconds(own[number].pid)
            own[number].send_signal(signal.SIGKILL)
        _, status, used = os.wait4(client.pid, 0)
        seconds = time.monotonic() - begun
        if status:
            raise SystemExit(f"the client ended with {status}")
        cpu += sum(cpu_seconds(worker.pid) for worker in own[kill:])
        return Taken(seconds, cpu, used.ru_maxrss * _KIB)


def cpu_seconds(process: int) -> float:
    """Return the CPU seconds that a process has taken by now."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read_alone(articles: Path, parts: Path, shards: int) -> None:
    """Read all shards by processes that know nothing of each other, four at a time."""

    def one(number: int) -> None:
        of = f"{number}/{shards}"
        subprocess.run(
            [*NEWSCLI, str(articles), "--output", str(parts), "--shard", of, "--quiet"], check=True
        )

    with ThreadPoolExecutor(ALONE) as pool:
        list(pool.map(one, range(1, shards + 1)))


def contents(parts: Path) -> dict[str, bytes]:
    """Return all files of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in parts.iterdir()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what each number of workers took, and whether the parts are the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--shards", type=int, default=40)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--kill", type=int, default=2)
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as name:
        folder = Path(name)
        articles = folder / "articles.jsonl"
        write_articles(articles, options.articles)
        read_alone(articles, folder / "alone", options.shards)
        expected = contents(folder / "alone")
        first = None
        for workers in options.workers:
            kill = options.kill if workers == max(options.workers) else 0
            parts = folder / f"parts-{workers}"
            taken = read_on_cluster(articles, parts, options.shards, workers, kill)
            first = first or taken
            same = "the same bytes" if contents(parts) == expected else "OTHER BYTES"
            print(
                f"{workers} workers, {kill} killed: {taken.seconds:.0f} s,"
                f" {first.seconds / taken.seconds:.2f} times as fast as the first;"
                f" {taken.cpu / options.articles:.3f} CPU s an article;"
                f" client {taken.memory / _MIB:.0f} MB; {same}",
                flush=True,
            )


if __name__ == "__main__":
    main()
