"""``newscli archive shard`` and the building of its parts, as processes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newscli.cli.jobs import Failure, Task
from newscli.cli.main import run_command_line
from newscli.errors import ExitCode
from tests.support.containers import Told as Page
from tests.support.containers import as_warc
from tests.support.processes import STORY, Ended, run

ARTICLES = 11


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"a{n}", "text": f"{STORY}It was day {n}."} for n in range(ARTICLES)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{broken\n", encoding="utf-8")
    return path


def shard(articles: Path, of: str, *options: str | Path) -> Ended:
    return run("archive", "shard", articles, "--output", articles.parent / "parts", "--shard", of, *options)


def rows(db: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(db)) as connection, connection:
        return connection.execute(query).fetchall()


def test_the_parts_of_all_shards_make_the_archive_of_the_articles(articles: Path, tmp_path: Path) -> None:
    codes = [shard(articles, f"{number}/4").code for number in (4, 2, 1, 3)]
    assert sorted(codes) == [0, 0, 0, 3]  # one of them has the broken row
    whole, joined = tmp_path / "whole.db", tmp_path / "joined.db"
    assert run("archive", "build", whole, articles).code == 3
    told = run("archive", "build", joined, *sorted((tmp_path / "parts").glob("*.parquet")))
    assert told.code == 3
    assert f"{ARTICLES} articles read, 0 known already, 1 failed" in told.err
    of = "JOIN article ON article.id = article_id"
    for query in (
        "SELECT content, article, headline, text FROM article ORDER BY content",
        f"SELECT content, number, quote.text, spans FROM quote {of} ORDER BY 1, 2",
        "SELECT speaker.name, count(*) FROM quote JOIN speaker ON speaker.id = canonical_id GROUP BY 1",
        f"SELECT content, name, spans FROM mention {of} JOIN entity ON entity.id = entity_id ORDER BY 1, 2",
        "SELECT article, message, code FROM failure",
    ):
        assert rows(whole, query) == rows(joined, query) != []
    again = run("archive", "build", joined, *sorted((tmp_path / "parts").glob("*.parquet")))
    assert f"0 articles read, {ARTICLES} known already" in again.err


def test_what_is_done_is_not_done_again(articles: Path) -> None:
    assert shard(articles, "2/4").code == 0
    part = articles.parent / "parts" / "part-2.parquet"
    before = part.stat().st_mtime_ns
    told = shard(articles, "2/4")
    assert (told.code, told.err) == (0, "newscli: part-2.parquet is done already\n")
    assert part.stat().st_mtime_ns == before


def test_parts_of_other_inputs_are_not_mixed(articles: Path) -> None:
    shard(articles, "2/4")
    articles.write_text(articles.read_text(encoding="utf-8") + json.dumps({"text": STORY}), encoding="utf-8")
    told = shard(articles, "2/4")
    assert told.code == 2
    assert "part-2.parquet is of other inputs or options" in told.err


def test_the_processes_of_a_shard_change_nothing(articles: Path) -> None:
    shard(articles, "1/2")
    part = articles.parent / "parts" / "part-1.parquet"
    alone = part.read_bytes()
    part.unlink()
    assert shard(articles, "1/2", "--jobs", "2").code in {0, 3}
    assert part.read_bytes() == alone


def test_a_part_that_is_cut_short_costs_no_other(articles: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        shard(articles, f"{number}/2")
    cut = tmp_path / "parts" / "part-1.parquet"
    cut.write_bytes(cut.read_bytes()[:-30])
    told = run("archive", "build", tmp_path / "news.db", cut, cut.with_name("part-2.parquet"))
    assert told.code == 3
    (line,) = [line for line in told.err.splitlines() if "part-1.parquet" in line]
    assert "is a part that is damaged or cut short" in line
    assert "  hint: delete it, and let its shard be written again" in told.err
    assert rows(tmp_path / "news.db", "SELECT count(*) FROM article") == [(5,)]
    assert rows(tmp_path / "news.db", "SELECT file FROM failure WHERE file LIKE '%part-1%'") == [(str(cut),)]
    refused = shard(articles, "1/2")
    assert refused.code == 3
    assert "hint: delete it, and give the same command again" in refused.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--shard", "0/4"), "'0/4' is no shard"),
        (("--shard", "5/4"), "'5/4' is no shard"),
        (("--shard", "one"), "'one' is no shard"),
        ((), "either --shard I/N or --dask is needed"),
        (("--shard", "1/2", "--dask", "local"), "either --shard I/N or --dask is needed"),
    ],
)
def test_what_is_no_shard_is_told(articles: Path, options: tuple[str, ...], told: str) -> None:
    ended = run("archive", "shard", articles, "--output", articles.parent / "parts", *options)
    assert ended.code == 2
    assert told in ended.err
    assert not (articles.parent / "parts").exists()


def test_a_pipe_cannot_be_dealt_out(tmp_path: Path) -> None:
    told = run("archive", "shard", "-", "--output", tmp_path, "--shard", "1/2", stdin=STORY.encode())
    assert told.code == 2
    assert "a pipe can be read once" in told.err


def test_a_folder_that_cannot_be_made_is_told(articles: Path) -> None:
    told = run("archive", "shard", articles, "--output", articles / "parts", "--shard", "1/2")
    assert told.code == 5
    assert told.err.startswith("newscli: cannot make the folder ")


def test_an_input_that_is_missing_is_a_failure_of_its_shard(tmp_path: Path) -> None:
    told = run("archive", "shard", tmp_path / "none.txt", "--output", tmp_path / "parts", "--shard", "1/1")
    assert told.code == 3
    assert "none.txt: no such file" in told.err
    assert run("archive", "build", tmp_path / "news.db", tmp_path / "parts" / "part-1.parquet").code == 3
    assert rows(tmp_path / "news.db", "SELECT message FROM failure") == [("no such file",)]


def test_a_shard_without_articles_has_an_empty_part(articles: Path) -> None:
    assert shard(articles, "40/40").code == 0
    assert (articles.parent / "parts" / "part-40.parquet").exists()


def test_an_extra_that_is_missing_is_named(articles: Path, tmp_path: Path) -> None:
    for missing in ("distributed", "pyarrow"):
        (tmp_path / "hidden" / missing).mkdir(parents=True)
        (tmp_path / "hidden" / missing / "__init__.py").write_text("raise ImportError('hidden')")
        told = run(
            *("archive", "shard", articles, "--output", tmp_path / "parts"),
            *(("--dask", "local") if missing == "distributed" else ("--shard", "1/2")),
            env={"PYTHONPATH": str(tmp_path / "hidden")},
        )
        assert told.code == 3
        assert 'hint: pip install "newscli[cluster]"' in told.err
        (tmp_path / "hidden" / missing / "__init__.py").unlink()


def test_stores_are_read_and_written(articles: Path, tmp_path: Path) -> None:
    told = run(
        "archive", "shard", f"local://{articles}", "--output", f"local://{tmp_path}/far", "--shard", "2/4"
    )
    assert told.code == 0, told.err
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["part-2.parquet"]
    again = run(
        "archive", "shard", f"local://{articles}", "--output", f"local://{tmp_path}/far", "--shard", "2/4"
    )
    assert "part-2.parquet is done already" in again.err
    built = run("archive", "build", tmp_path / "news.db", f"local://{tmp_path}/far/part-2.parquet")
    assert built.code == 0, built.err
    assert rows(tmp_path / "news.db", "SELECT count(*) FROM article") == [(3,)]


def test_what_the_user_says_of_speakers_holds(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_text(
        "name,canonical,note\nAna Orel,Anna Orel,as she signs\nTom Ash,T,\n"
    )
    told = run("archive", "build", tmp_path / "n.db", articles, "--aliases", tmp_path / "aliases.csv")
    assert "aliases.csv: no article has a speaker called Tom Ash" in told.err
    query = "SELECT DISTINCT speaker.name FROM quote JOIN speaker ON speaker.id = canonical_id"
    assert rows(tmp_path / "n.db", query) == [("Anna Orel",)]
    run("archive", "build", tmp_path / "n.db", articles)
    assert rows(tmp_path / "n.db", query) == [("Anna Orel",)]
    bad = run("archive", "build", tmp_path / "n.db", articles, "--aliases", tmp_path / "none.csv")
    assert bad.code == 2
    assert "none.csv: cannot be read: No such file" in bad.err


def test_pages_of_the_web_are_dealt_out(tmp_path: Path) -> None:
    words = "“We are glad,” said Ana Orel, who runs the harbour. The ferry sailed again on Monday. " * 6
    pages = [Page(f"Ferry {n} returns to the port", f"{words}\n\nIt was ferry number {n}.") for n in range(3)]
    warc = tmp_path / "CC-NEWS-1.warc.gz"
    warc.write_bytes(as_warc(pages))
    for number in (1, 2):
        told = run("archive", "shard", warc, "--output", tmp_path / "parts", "--shard", f"{number}/2")
        assert told.code == 0, told.err
    run("archive", "build", tmp_path / "news.db", *(tmp_path / "parts").iterdir())
    found = rows(tmp_path / "news.db", "SELECT url, headline FROM article ORDER BY url")
    assert found == [(f"https://post.example/{n}", page.title) for n, page in enumerate(pages, 1)]


def test_a_shard_is_read_with_one_thread_as_others_are_read_beside_it(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With two threads each, two workers on two cores took longer than one."""
    used: set[int] = set()

    def reading(task: Task) -> Failure:
        used.add(task.options.threads)
        return Failure("not read", "", ExitCode.INPUT)

    monkeypatch.setattr("newscli.cli.archive_shard.read_rows", reading)
    monkeypatch.setattr("newscli.cli.jobs.cores", lambda: 4)
    run_command_line(
        ["archive", "shard", str(articles), "-o", str(articles.parent / "parts"), "--shard", "1/2"]
    )
    assert used == {1}
