"""Put newscli under load: thousands of articles in one run, and one article of a megabyte.

    python -m benchmarks.load [--articles N] [--chars N] [--seed N]

Makes articles of some 400 words from a seed and runs ``report --format ndjson --jobs 2`` over all of them:
every one must come out, once, in the order given, while no process grows. The throughput is compared to that
of one job that has a single core, since one job alone may use several. Then ``report`` reads one long article
and a tenth of it. Exits with 1 if a bound is broken. Runs on Linux; takes about twenty minutes on two cores,
with ``--articles 200`` about two.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from benchmarks.made_up_articles import make

NEWSCLI = (sys.executable, "-m", "newscli", "report", "--format", "ndjson")
# The first articles warm a process up: it opens its model, its caches fill, its allocator finds its size.
WARM_UP = 500
MAX_GROWTH_MIB = 20.0
MIN_SPEED_UP = 1.7
# The speed of one job shows in fewer articles than the memory of a long run does.
COMPARED = 500
MAX_LONG_MIB = 400.0
MAX_LONG_RATIO = 12.0
PEEK_EVERY = 50


@dataclass(slots=True)
class Batch:
    """What a run over many files gave.

    Attributes:
        files: The file of each line, in their order.
        gaps: The seconds between each line and the one before it, from the second on.
        seconds: From the first line to the last.
        memory: For each process, how many MiB of memory it had after the warm-up and at most after that.
        code: The exit code.
    """

    files: list[str] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    seconds: float = 0.0
    memory: dict[int, tuple[float, float]] = field(default_factory=dict)
    code: int = 0

    @property
    def rate(self) -> float:
        """Articles a second, without the time to start."""
        return len(self.gaps) / self.seconds


def run_batch(files: Sequence[Path], jobs: int, *, one_core: bool = False) -> Batch:
    """Run newscli over the files, where asked on a single core."""
    batch = Batch()
    allowed = os.sched_getaffinity(0) if one_core else None
    if allowed is not None:
        os.sched_setaffinity(0, {min(allowed)})  # the process inherits it
    process = subprocess.Popen(
        [*NEWSCLI, "--jobs", str(jobs), *map(str, files)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    if allowed is not None:
        os.sched_setaffinity(0, allowed)
    assert process.stdout is not None
    warm = min(WARM_UP, len(files) // 2)
    last = first = 0.0
    for number, line in enumerate(process.stdout, 1):
        now = time.perf_counter()
        if number == 1:
            first = now
        else:
            batch.gaps.append(now - last)
        last = now
        batch.files.append(json.loads(line)["file"])
        if number >= warm and (number % PEEK_EVERY == 0 or number in {warm, len(files)}):
            for pid, mib in resident(process.pid):
                first_mib, most = batch.memory.get(pid, (mib, mib))
                batch.memory[pid] = first_mib, max(most, mib)
    batch.code = process.wait()
    batch.seconds = last - first
    return batch


def resident(pid: int) -> Iterator[tuple[int, float]]:
    """Yield the id and the resident MiB of a process and of those that it has started, where Linux tells."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if children.exists():
        for each in (pid, *map(int, children.read_text().split())):
            pages = int(Path(f"/proc/{each}/statm").read_text().split()[1])
            yield each, pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def run_long(path: Path) -> tuple[float, float]:
    """Run newscli over one file; return its CPU seconds and its peak of memory in MiB."""
    process = subprocess.Popen([*NEWSCLI, str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"report of {path.name} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Table:
    """Lines of a figure and its bound, which remember whether a bound was broken."""

    def __init__(self) -> None:
        self.broken = False

    def row(self, name: str, figure: str, bound: str = "", *, kept: bool = True) -> None:
        """Print a line."""
        self.broken = self.broken or not kept
        print(f"{name:<44}{figure:>16}  {bound}{'' if kept else '  BROKEN'}".rstrip(), flush=True)


def measure_batch(table: Table, folder: Path, count: int, seed: int) -> None:
    """Measure a run over many articles, and the start of it with one job."""
    files = [folder / f"{number:05}.txt" for number in range(count)]
    words = 0
    for number, path in enumerate(files):
        text = make(seed + number)
        words += len(text.split())
        path.write_text(text, encoding="utf-8")
    table.row(f"{count} articles, words on average", f"{words / count:.0f}")

    two = run_batch(files, 2)
    given = [str(path) for path in files]
    lost, doubled = len(set(given) - set(two.files)), len(two.files) - len(set(two.files))
    table.row("lost, doubled", f"{lost}, {doubled}", "0, 0", kept=not lost and not doubled)
    table.row(
        "in the order given, exit code",
        f"{two.files == given}, {two.code}",
        "True, 0",
        kept=two.files == given and not two.code,
    )
    for number, (warm, most) in enumerate(two.memory.values()):
        name, grown = f"worker {number}" if number else "the program", most - warm
        table.row(
            f"memory of {name}, MiB",
            f"{warm:.0f} + {grown:.1f}",
            f"+ {MAX_GROWTH_MIB:.0f}",
            kept=grown < MAX_GROWTH_MIB,
        )

    one, alone = run_batch(files[:COMPARED], 1, one_core=True), run_batch(files[:COMPARED], 1)
    table.row("articles a second: 2 jobs", f"{two.rate:.2f}")
    table.row("articles a second: 1 job, 1 core", f"{one.rate:.2f}")
    table.row("articles a second: 1 job, all cores", f"{alone.rate:.2f}")
    table.row(
        "2 jobs to 1 job on 1 core",
        f"{two.rate / one.rate:.2f}",
        f"{MIN_SPEED_UP}",
        kept=two.rate >= MIN_SPEED_UP * one.rate,
    )
    cuts = quantiles(one.gaps, n=100, method="inclusive")
    table.row("milliseconds an article, 1 core: p50", f"{1000 * cuts[49]:.0f}")
    table.row("p99", f"{1000 * cuts[98]:.0f}")
    table.row("the slowest", f"{1000 * max(one.gaps):.0f}")


def measure_long(table: Table, folder: Path, chars: int, seed: int) -> None:
    """Measure one long article, and a tenth of it."""
    text = ""
    while len(text) < chars:
        text += make(seed).partition("\n\n")[2]
        seed += 1
    seconds: list[float] = []
    for size in (chars // 10, chars):
        path = folder / f"long-{size}.txt"
        path.write_text(text[:size], encoding="utf-8")
        cpu, mib = run_long(path)
        seconds.append(cpu)
        table.row(f"{size} characters: CPU seconds", f"{cpu:.1f}")
        table.row("peak of memory, MiB", f"{mib:.0f}", f"{MAX_LONG_MIB:.0f}", kept=mib < MAX_LONG_MIB)
    ratio = seconds[1] / seconds[0]
    table.row(
        "ten times the text, times the CPU seconds",
        f"{ratio:.1f}",
        f"{MAX_LONG_RATIO:.0f}",
        kept=ratio < MAX_LONG_RATIO,
    )


def main() -> int:
    """Measure, print a table and tell whether all bounds are kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=5000, help="in the batch, 0 for none (default: 5000)")
    parser.add_argument(
        "--chars", type=int, default=1_000_000, help="of the long article, 0 for none (default: 1000000)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the first article (default: 0)")
    options = parser.parse_args()
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        if options.articles:
            measure_batch(table, Path(folder), options.articles, options.seed)
        if options.chars:
            measure_long(table, Path(folder), options.chars, options.seed)
    return int(table.broken)


if __name__ == "__main__":
    sys.exit(main())
