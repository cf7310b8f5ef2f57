"""Measure the building of an archive against a report of the same articles, and what its answers take.

    python -m benchmarks.archive build [--articles N] [--jobs N] [--kills N]
    python -m benchmarks.archive answers [--quotes N] [--db FILE] [--runs N]

``build`` makes articles up, has ``newscli report --format ndjson`` and ``newscli archive build`` read them,
and prints the ratio of both times, by the clock and in CPU seconds, the memory of the builder early and late
in the run, and how long somebody who opens the archive meanwhile waits. Then it builds again,
killed by SIGKILL at random moments, and compares all tables. 10,000 articles take an hour on two cores.

``answers`` fills an archive with quotes that nobody said (see ``benchmarks.archive_rows``), or takes one that
is there, and prints what each question takes: all records but for those that are listed by pages of 30.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from benchmarks import made_up_articles
from benchmarks.archive_rows import generated
from newscli.archive import questions
from newscli.archive.database import building, reading
from newscli.archive.filters import Filters
from newscli.archive.schema import TABLES
from newscli.archive.writer import Writer
from newscli.errors import NewscliError
from newscli.render.listing import Listing

NEWSCLI = (sys.executable, "-m", "newscli")
OUTLETS = ("Ellery Post", "Coast Herald", "The Gull")
DAYS = 28
PAGE = 30


def write_articles(path: Path, count: int) -> None:
    """Write made-up articles, one a line, of three outlets and two years."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            date = f"{2023 + number % 2}-{number % 12 + 1:02}-{number % DAYS + 1:02}"
            row = {"id": f"a{number}", "text": made_up_articles.make(number), "date": date}
            file.write(json.dumps({**row, "outlet": OUTLETS[number % len(OUTLETS)]}) + "\n")


@dataclass
class Run:
    """What a process took: seconds by the clock, CPU seconds with its workers, and its memory in bytes."""

    wall: float
    cpu: float
    memory: list[int]


def measure(words: Sequence[str]) -> Run:
    """Run newscli, and look at the memory of its first process ten times a second."""
    begin = time.monotonic()
    process = subprocess.Popen([*NEWSCLI, *words], stderr=subprocess.DEVNULL)
    memory: list[int] = []
    ended = Event()

    def watch() -> None:
        while not ended.wait(0.1):
            with suppress(OSError, IndexError, ValueError):
                pages = int(Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1])
                memory.append(pages * os.sysconf("SC_PAGE_SIZE"))

    thread = Thread(target=watch)
    thread.start()
    _, status, used = os.wait4(process.pid, 0)
    ended.set()
    thread.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"newscli {' '.join(words)}: exit {process.returncode}")
    return Run(time.monotonic() - begin, used.ru_utime + used.ru_stime, memory)


def waits_of_readers(path: Path, ended: Event) -> list[float]:
    """Open an archive over and over while it is built, and return the seconds that each answer took."""
    waits = []
    while not ended.wait(0.2):
        begin = time.monotonic()
        with suppress(NewscliError), reading(str(path)) as connection:
            connection.execute("SELECT count(*), max(date) FROM quote WHERE shown = 1").fetchone()
            waits.append(time.monotonic() - begin)
    return waits


def measure_build(archive: Path, articles: Path, jobs: str) -> tuple[Run, list[float]]:
    """Build an archive while somebody reads it."""
    ended, waits = Event(), []
    reader = Thread(target=lambda: waits.extend(waits_of_readers(archive, ended)))
    reader.start()
    try:
        run = measure(["archive", "build", str(archive), str(articles), "--jobs", jobs, "--quiet"])
    finally:
        ended.set()
        reader.join()
    return run, waits


def build_killed(archive: Path, words: Sequence[str], kills: int, count: int) -> None:
    """Build an archive of so many articles, killed at random ones of them and started again."""
    for target in sorted(random.Random(kills).sample(range(1, count), kills)):
        with subprocess.Popen(
            [*NEWSCLI, *words], stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            while process.poll() is None and _articles(archive) < target:
                time.sleep(0.1)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        print(f"  killed at {_articles(archive)} articles", flush=True)
    measure(words)


def _articles(archive: Path) -> int:
    with suppress(NewscliError), reading(str(archive)) as connection:
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    return 0


def differing(one: Path, other: Path) -> list[str]:
    """Return the tables in which two archives differ."""
    with reading(str(one)) as first, reading(str(other)) as second:
        return [table for table in TABLES if _rows(first, table) != _rows(second, table)]


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()


def run_build(count: int, jobs: str, kills: int) -> None:
    """Measure the building of an archive of so many articles."""
    with TemporaryDirectory() as folder:
        articles, whole, killed = (Path(folder) / name for name in ("a.jsonl", "whole.db", "killed.db"))
        write_articles(articles, count)
        report = ["report", str(articles), "--format", "ndjson", "--jobs", jobs, "--quiet"]
        reported = measure([*report, "--output", f"{folder}/report.ndjson"])
        built, waits = measure_build(whole, articles, jobs)
        print(f"{count} articles, --jobs {jobs}")
        for name, run in (("report", reported), ("archive build", built)):
            print(
                f"{name:<15}{run.wall:>9.1f} s{run.cpu:>9.1f} CPU s{run.cpu / count:>8.3f} CPU s an article"
            )
        clock, cpu = built.wall / reported.wall, built.cpu / reported.cpu
        print(f"build / report {clock:.2f} by the clock, {cpu:.2f} in CPU seconds")
        fifth = max(len(built.memory) // 5, 1)
        first, last = max(built.memory[fifth : 2 * fifth]), max(built.memory[-fifth:])
        print(
            f"memory of the builder: {first / 1e6:.0f} MB in the second fifth, {last / 1e6:.0f} in the last"
        )
        print(f"a reader meanwhile: {len(waits)} answers, the slowest after {max(waits, default=0):.2f} s")
        print(f"archive: {whole.stat().st_size / count / 1e3:.0f} kB an article")
        if kills:
            words = ["archive", "build", str(killed), str(articles), "--jobs", jobs, "--quiet"]
            build_killed(killed, words, kills, count)
            print(
                f"tables that differ after {kills} SIGKILLs: {', '.join(differing(whole, killed)) or 'none'}"
            )


def fill(path: Path, quotes: int) -> None:
    """Fill an archive with so many quotes."""
    begin = time.monotonic()
    with building(str(path)) as connection:
        writer = Writer(connection)
        for rows in generated(quotes):
            writer.add(rows)
        writer.finish()
    print(f"{quotes} quotes written in {time.monotonic() - begin:.0f} s, {path.stat().st_size / 1e6:.0f} MB")


def asked(connection: sqlite3.Connection) -> dict[str, Callable[[], object]]:
    """Return the questions, by the command that asks them."""

    def plain(question: Callable[..., Listing], **words: object) -> Callable[[], object]:
        return lambda: list(question(connection, filters=Filters(), **words).records)

    def filtered(question: Callable[..., Listing], chosen: Filters, **words: object) -> Callable[[], object]:
        return lambda: list(question(connection, filters=chosen, **words).records)

    one, topic = Filters(speakers=["ana fen"]), Filters(topic="fen", since="2018")
    outlet = Filters(outlets=["ellery post"], since="2018", until="2019-06")
    return {
        "speakers": plain(questions.speakers, limit=PAGE),
        "speakers --topic --since": filtered(questions.speakers, topic, limit=PAGE),
        "speakers --outlet --since --until": filtered(questions.speakers, outlet, limit=PAGE),
        "quotes": plain(questions.quotes, limit=PAGE),
        "quotes --speaker": filtered(questions.quotes, one, limit=PAGE),
        "quotes --topic --since": filtered(questions.quotes, topic, limit=PAGE),
        "sources": plain(questions.sources, limit=PAGE),
        "sources --by outlet": plain(questions.audits, by="outlet"),
        "sources --by month": plain(questions.audits, by="month"),
        "entities": plain(questions.entities, limit=PAGE),
        "entities --outlet --since --until": filtered(questions.entities, outlet, limit=PAGE),
        "timeline": plain(questions.timeline),
        "timeline --speaker": filtered(questions.timeline, one),
        "timeline --topic --since": filtered(questions.timeline, topic),
        "compare": plain(questions.comparison, outlets=["Ellery Post", "Aldby Echo"], limit=PAGE),
        "search, a frequent word": plain(questions.found_quotes, query="bel", limit=PAGE),
        "search, two words": plain(questions.found_quotes, query="bel fen", limit=PAGE),
        "search, a seldom word": plain(questions.found_quotes, query="quindorbel", limit=PAGE),
        "search --in articles": plain(questions.found_articles, query="bel", limit=PAGE),
    }


def run_answers(quotes: int, db: str | None, runs: int) -> None:
    """Measure the answers of an archive of so many quotes: the least of some runs."""
    with TemporaryDirectory() as folder:
        path = Path(db or f"{folder}/news.db")
        if not path.exists():
            fill(path, quotes)
        with reading(str(path)) as connection:
            counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]
            print(", ".join(f"{number:,} {table}" for table, number in zip(TABLES, counts, strict=True)))
            print(f"{'question':<36}{'s':>8}{'CPU s':>8}")
            for name, question in asked(connection).items():
                clock, cpu = zip(*(_timed(question) for _ in range(runs)), strict=True)
                print(f"{name:<36}{min(clock):>8.3f}{min(cpu):>8.3f}", flush=True)


def _timed(question: Callable[[], object]) -> tuple[float, float]:
    clock, cpu = time.monotonic(), time.process_time()
    question()
    return time.monotonic() - clock, time.process_time() - cpu


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("build", "answers"))
    parser.add_argument("--articles", type=int, default=10_000, help="to build of (default: 10000)")
    parser.add_argument("--jobs", default="2", help="processes of both commands (default: 2)")
    parser.add_argument("--kills", type=int, default=5, help="SIGKILLs of the second build (default: 5)")
    parser.add_argument("--quotes", type=int, default=1_000_000, help="of the answers (default: 1000000)")
    parser.add_argument("--db", metavar="FILE", help="an archive that is there, or is to be filled and kept")
    parser.add_argument("--runs", type=int, default=3, help="of each question (default: 3)")
    options = parser.parse_args()
    if options.what == "build":
        run_build(options.articles, options.jobs, options.kills)
    else:
        run_answers(options.quotes, options.db, options.runs)


if __name__ == "__main__":
    main()
