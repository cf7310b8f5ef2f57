"""Measure what each stage of the analysis costs, and what all cost outside the reader.

    python -m benchmarks.stages FILE... [--runs N] [--against COMMIT]

Prints the CPU seconds of each stage over all files, on one thread, the least of the runs, and in percent of
the reader's stage. The first file is analysed once before, so that no stage pays for what it loads. With
``--against`` the newscli of a commit runs in turn with that of the working tree, so that both meet the same
load, and the ratio of the sums is printed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from unittest import mock

from benchmarks.worktrees import ROOT, checked_out, environment
from newscli.analysis import pipeline
from newscli.model import Article
from newscli.text.load import read

# The reader's stage was called "marks" before it was called "annotations".
READER = ("annotations", "marks")

# A process is short and its first run the slowest; the trees take turns from one process to the next.
RUNS_OF_A_PROCESS = "3"

Seconds = Mapping[str, float]


def timed(stage: pipeline.Stage, seconds: dict[str, float]) -> pipeline.Stage:
    """Return a stage that adds the CPU seconds of its runs to its name's."""

    def run(*state: object) -> None:
        begin = time.process_time()
        stage.run(*state)  # type: ignore[arg-type]
        seconds[stage.name] += time.process_time() - begin

    return replace(stage, run=run)


def measure(articles: Sequence[Article]) -> dict[str, float]:
    """Return the CPU seconds of each stage over some articles."""
    seconds: dict[str, float] = defaultdict(float)
    with mock.patch.object(pipeline, "STAGES", tuple(timed(stage, seconds) for stage in pipeline.STAGES)):
        for article in articles:
            pipeline.analyse(article)
    return seconds


def least(runs: Sequence[Seconds]) -> dict[str, float]:
    """Return the least of the runs for each stage, in the order of the first run."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


def outside_reader(seconds: Seconds) -> float:
    """Return what all stages but the reader's cost together."""
    return sum(value for name, value in seconds.items() if name not in READER)


def measure_in(tree: Path, files: Sequence[str]) -> dict[str, float]:
    """Measure with the newscli of a tree, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.stages", "--json", "--runs", RUNS_OF_A_PROCESS, *files],
        cwd=ROOT,
        env=environment(tree),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def show(title: str, seconds: Seconds) -> None:
    """Print a line for each stage, and one for all but the reader's."""
    reader = next(seconds[name] for name in READER if name in seconds)
    print(f"{title:<24}{'seconds':>9}{'% of reader':>13}")
    for name, value in [*seconds.items(), ("outside the reader", outside_reader(seconds))]:
        print(f"{name:<24}{value:>9.3f}{100 * value / reader:>13.1f}")


def main() -> None:
    """Measure the working tree, and a commit in turn with it if one is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--runs", type=int, default=3, help="processes of each tree (default: 3)")
    parser.add_argument(
        "--against", metavar="COMMIT", help="measure this commit in turn with the working tree"
    )
    parser.add_argument("--json", action="store_true", help="print the seconds of this process as JSON")
    options = parser.parse_args()
    if options.json:
        articles = [read(file) for file in options.files]
        pipeline.analyse(articles[0])
        print(json.dumps(least([measure(articles) for _ in range(options.runs)])))
        return
    files = [str(Path(file).resolve()) for file in options.files]
    with checked_out(options.against) if options.against else nullcontext() as other:
        trees = [ROOT] if other is None else [ROOT, other]
        rounds = [[measure_in(tree, files) for tree in trees] for _ in range(options.runs)]
    found = [least(runs) for runs in zip(*rounds, strict=True)]
    for title, seconds in zip(("working tree", options.against), found, strict=False):
        show(title, seconds)
    if len(found) > 1:
        both = [(sum(seconds.values()), outside_reader(seconds)) for seconds in found]
        print(f"working tree / {options.against}: all stages {both[0][0] / both[1][0]:.3f}, ", end="")
        print(f"outside the reader {both[0][1] / both[1][1]:.3f}")


if __name__ == "__main__":
    main()
