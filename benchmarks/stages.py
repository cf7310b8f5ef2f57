"""Measure what each stage of the analysis costs, and its share of the reader's time.

    python -m benchmarks.stages FILE... [--runs N]

Prints the CPU seconds of each stage over all files, on one thread, the least of the runs, and in percent of
the stage "annotations", which is the reader's. The first file is analysed once before, so that no stage
pays for what it loads.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from unittest import mock

from newscli.analysis import pipeline
from newscli.model import Article
from newscli.text.load import read

READER = "annotations"


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


def main() -> None:
    """Print a line for each stage."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--runs", type=int, default=3, help="runs over all files (default: 3)")
    options = parser.parse_args()
    articles = [read(file) for file in options.files]
    pipeline.analyse(articles[0])
    runs = [measure(articles) for _ in range(options.runs)]
    least = {stage.name: min(run[stage.name] for run in runs) for stage in pipeline.STAGES}
    print(f"{len(articles)} articles of {sum(len(a.text.split()) for a in articles)} words")
    print(f"{'':<12}{'seconds':>9}{'% of reader':>13}")
    for name, seconds in least.items():
        print(f"{name:<12}{seconds:>9.3f}{100 * seconds / least[READER]:>13.1f}")


if __name__ == "__main__":
    main()
