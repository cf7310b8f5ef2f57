"""Shards that a real Dask cluster reads, and what is left when its workers die."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscli.archive.cluster import deal_out
from tests.support.clusters import Cluster, cluster, wait_until
from tests.support.processes import NEWSCLI, PATIENCE, environment, run

pytest.importorskip("distributed")

ARTICLES, SHARDS = 60, 12


def write_articles(path: Path, count: int) -> Path:
    """Write a collection of invented articles, no two alike."""
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = (
                f"PORT ELLERY - The ferry sailed again after {number} days. “We are glad, all {number},” said"
                f" Ana Orel, who runs the harbour.\n\nTom Bask, a fisherman, said {number} boats were out."
            )
            row = {"id": f"a{number}", "title": f"Ferry {number} returns", "date": "2024-03-05", "text": text}
            lines.write(json.dumps(row) + "\n")
    return path


def parts_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("articles") / "articles.jsonl", ARTICLES)


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "cluster").mkdir()
    with cluster(tmp_path / "cluster", workers=3) as started:
        yield started


@pytest.mark.long
def test_two_of_three_workers_die_and_the_parts_are_those_of_shards_alone(
    articles: Path, three: Cluster, tmp_path: Path
) -> None:
    folder = tmp_path / "parts"
    options = ("--output", folder, "--shards", str(SHARDS), "--dask", three.file)
    command = [*NEWSCLI, "archive", "shard", str(articles), *map(str, options)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment())
    for dead in (0, 1):
        wait_until(lambda dead=dead: len(list(folder.glob("part-*.parquet"))) > 2 * dead)  # type: ignore[misc]
        three.workers[dead].send_signal(signal.SIGKILL)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    found = parts_of(folder)
    assert set(found) == {f"part-{number}.parquet" for number in range(1, SHARDS + 1)}
    alone = tmp_path / "alone"
    for number in (1, SHARDS // 2, SHARDS):
        told = run(
            *("archive", "shard", articles, "--output", alone, "--shard", f"{number}/{SHARDS}"),
            program=NEWSCLI,
        )
        assert told.code == 0, told.err
    assert parts_of(alone).items() <= found.items()
    again = run("archive", "shard", articles, *options, program=NEWSCLI)
    assert (again.code, parts_of(folder)) == (0, found)
    assert f"{SHARDS} parts, {SHARDS} of them before: 0 articles" in again.err


@pytest.mark.long
def test_a_result_that_is_lost_with_its_worker_is_worked_out_again(tmp_path: Path) -> None:
    from distributed import Client

    jobs = {name: tmp_path / name for name in ("first", "second")}
    (tmp_path / "cluster").mkdir()
    with cluster(tmp_path / "cluster", workers=1) as one:
        results = deal_out(jobs, Path.touch, one.file.as_posix(), 1)
        found = [next(results)]
        (waits,) = set(jobs.values()) - {found[0][0]}
        status = Client.current().futures[waits.name]
        wait_until(lambda: status.status == "finished")
        one.workers[0].kill()
        wait_until(lambda: status.status == "lost")
        one.add_worker()
        found.extend(results)
    assert sorted(found) == [(path, None) for path in jobs.values()]


def test_no_scheduler_is_one_line(articles: Path, tmp_path: Path) -> None:
    for address in ("none.json", "no address"):
        told = run(
            *("archive", "shard", articles, "--output", tmp_path / "parts", "--dask", address),
            program=NEWSCLI,
        )
        assert told.code == 2
        assert told.err.startswith("newscli: --dask: ")
        assert len(told.err.splitlines()) == 2, told.err


def test_a_local_cluster_reads_all(tmp_path: Path) -> None:
    few = write_articles(tmp_path / "few.jsonl", 4)
    folder = tmp_path / "parts"
    told = run(
        *("archive", "shard", few, "--output", folder, "--dask", "local", "--shards", "2", "--jobs", "2"),
        program=NEWSCLI,
    )
    assert told.code == 0, told.err
    assert "2 parts: 4 articles, " in told.err
    assert set(parts_of(folder)) == {"part-1.parquet", "part-2.parquet"}
