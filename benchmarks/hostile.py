"""Measure what hostile text costs: pump strings at 10 kB, 100 kB and 1 MB.

    python -m benchmarks.hostile [--sizes 10000 100000] [--only NAME] [--summary | --containers]

Prints for each pump string the CPU seconds, on one thread and in one process, of a summary, of the reader
alone and of a whole report; how much the first and the last grow over the size before; the report as a
multiple of the reader; what it costs to write it in every format, and how much that grows.

Exits with 1 and names the bound where one is broken: a summary of 1 MB in 2 s (7 s where it is not one string
again and again but ever new sentences), a report in 1.3 times what the reader needs (and 5 ms, and 0.1 s a
megabyte), growth of 12 for ten times the text. What takes little is measured up to three times, and the
least counts.

With ``--containers`` the pumps are files of rows, feeds, mails, captions, pages, exports and documents.
Prints for each the CPU seconds of cutting it into articles and laying these out, and of writing them in every
format, with the stand-in of the tests for the analysis; and how much each grows. Growth of 12 is the bound.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from unittest.mock import patch

from benchmarks.fuzz.held import read
from newscli.analysis.pipeline import analyse
from newscli.engines import punkt
from newscli.engines.reader import model
from newscli.engines.terms import stem
from newscli.errors import InputError
from newscli.model import Analysis
from newscli.render import FORMATS, PACKAGES, Looks, render
from newscli.text.load import parse
from tests.support import container_pumps, stand_in
from tests.support.pumps import TOLD, every

SIZES = (10_000, 100_000, 1_000_000)
MAX_SUMMARY_SECONDS = 2.0  # of a megabyte
MAX_TOLD_SUMMARY_SECONDS = 7.0
MAX_OVER_READER = 1.3
MAX_GROWTH = 12.0  # for ten times the text
BESIDE_READER = 0.005  # seconds, once
BESIDE_READER_PER_BYTE = 1e-7
# Work is measured so often, unless it takes longer.
MEASURES = 3
ENOUGH_SECONDS = 2
TOO_SHORT = 0.01  # seconds, of which growth tells nothing


@dataclass(frozen=True)
class Cost:
    """CPU seconds, None where they were not measured."""

    summary: float | None = None
    read: float | None = None
    report: float | None = None
    written: float | None = None


UNKNOWN = Cost()


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work; text without a word in it is refused, which is an answer too."""
    measured: list[float] = []
    while len(measured) < MEASURES and sum(measured) < ENOUGH_SECONDS:
        stem.cache_clear()  # as a command finds it, and so with Punkt's
        punkt._splitter.cache_clear()
        punkt.sentence_spans("")
        begin = time.process_time()
        with suppress(InputError):
            work()
        measured.append(time.process_time() - begin)
    return min(measured)


def cost(text: str, *, summary_only: bool) -> Cost:
    """Measure one text."""
    summary = seconds(lambda: analyse(parse(text), {"summary"}))
    if summary_only:
        return Cost(summary)
    reading: list[float] = []
    annotate = model.annotate

    def timed(*args: object, **options: object) -> object:
        begin = time.process_time()
        annotations = annotate(*args, **options)  # type: ignore[arg-type]
        reading.append(time.process_time() - begin)
        return annotations

    with patch.object(model, "annotate", timed):
        report = seconds(lambda: analyse(parse(text)))
    return Cost(summary, min(reading, default=0.0), report, seconds_to_write(text))


def seconds_to_write(text: str) -> float | None:
    """Measure the report of a text in every format together; None if the text is refused."""
    try:
        analysis = analyse(parse(text))
    except InputError:
        return None

    def write() -> None:
        for format in (one for one in FORMATS if one not in PACKAGES):
            render("report", format, [analysis], Looks(color=True), io.StringIO(newline=""))

    return seconds(write)


def growth(now: float | None, before: float | None) -> float | None:
    """Return by how much a cost grew; None where that is not known, or too little to tell."""
    return now / before if now is not None and before is not None and before > TOO_SHORT else None


def broken(name: str, now: Cost, before: Cost, size: int) -> list[str]:
    """Return the bounds that a cost breaks."""
    found = []
    allowed = MAX_TOLD_SUMMARY_SECONDS if name in TOLD else MAX_SUMMARY_SECONDS
    if now.summary is not None and now.summary > allowed * max(1.0, size / 1_000_000):
        found.append("summary")
    most = MAX_OVER_READER * (now.read or 0.0) + BESIDE_READER + BESIDE_READER_PER_BYTE * size
    if now.report is not None and now.report > most:
        found.append("report")
    grown = (
        growth(now.summary, before.summary),
        growth(now.report, before.report),
        growth(now.written, before.written),
    )
    if any(factor is not None and factor > MAX_GROWTH for factor in grown):
        found.append("growth")
    return found


def line(name: str, size: int, now: Cost, before: Cost) -> str:
    """Return a line of the table."""
    ratio = now.report / now.read if now.report and now.read else None
    cells = (
        now.summary,
        growth(now.summary, before.summary),
        now.read,
        now.report,
        growth(now.report, before.report),
        ratio,
        now.written,
        growth(now.written, before.written),
    )
    shown = "".join("       —" if cell is None else f"{cell:8.2f}" for cell in cells)
    return f"{name[:28]:<28}{size:>9}{shown}  {' '.join(broken(name, now, before, size))}"


def measure_containers(sizes: Sequence[int], only: str) -> int:
    """Measure every container at every size and print a line for each."""
    print(f"{'':<32}{'bytes':>9}{'articles':>9}{'read':>8}{'grows':>8}{'written':>8}{'grows':>8}")
    before: dict[str, tuple[float, float]] = {}
    failed = False
    for size in sizes:
        for name, data in container_pumps.every(size):
            if only not in name:
                continue
            articles = read(io.BytesIO(data), name).articles
            told = [stand_in.analyse(article) for article in articles if "[" not in article.text]
            now = (seconds(partial(read_again, data, name)), seconds(partial(write_all, told)))
            grown = [
                growth(one, other) for one, other in zip(now, before.get(name, (None, None)), strict=True)
            ]
            steep = any(factor is not None and factor > MAX_GROWTH for factor in grown)
            shown = "".join(
                f"{cost:8.2f}" + ("       —" if factor is None else f"{factor:8.2f}")
                for cost, factor in zip(now, grown, strict=True)
            )
            print(f"{name:<32}{size:>9}{len(articles):>9}{shown}{'  growth' * steep}", flush=True)
            failed = failed or steep
            before[name] = now
    return int(failed)


def read_again(data: bytes, name: str) -> None:
    """Read a file from its start."""
    read(io.BytesIO(data), name)


def write_all(analyses: Sequence[Analysis]) -> None:
    """Write the reports of articles in every format."""
    for format in (one for one in FORMATS if one not in PACKAGES):
        render("report", format, analyses, Looks(color=True, several=True), io.StringIO(newline=""))


def main() -> int:
    """Measure every pump string at every size and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, metavar="BYTES", help="in rising order"
    )
    parser.add_argument("--only", default="", metavar="NAME", help="pumps whose name holds this")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--summary", action="store_true", help="measure summaries alone")
    chosen.add_argument("--containers", action="store_true", help="measure files of many articles")
    options = parser.parse_args()
    if options.containers:
        return measure_containers(options.sizes, options.only)
    analyse(parse("Ana Orel said the ferry was late."))  # opens the model files
    heads = ("summary", "grows", "reader", "report", "grows", "ratio", "written", "grows")
    print(f"{'':<28}{'bytes':>9}" + "".join(f"{head:>8}" for head in heads))
    costs: dict[str, Cost] = {}
    failed = False
    for size in options.sizes:
        for name, text in every(size):
            if options.only in name:
                now, before = cost(text, summary_only=options.summary), costs.get(name, UNKNOWN)
                print(line(name, size, now, before), flush=True)
                failed = failed or bool(broken(name, now, before, size))
                costs[name] = now
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
