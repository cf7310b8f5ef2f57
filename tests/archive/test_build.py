"""``newscli archive build``: only what is new, one builder, and whatever ends it costs nothing."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newscli.archive.database import building, reading
from newscli.archive.rows import rows_of
from newscli.archive.schema import TABLES
from newscli.archive.writer import Writer
from newscli.errors import InputError, OutputError
from tests.support.port_ellery import reading as port_ellery
from tests.support.processes import PATIENCE, STORY, Ended, environment, finish, run, run_on_terminal, start

PROGRAM = (sys.executable, str(Path(__file__).parents[1] / "support" / "archive_stand_in.py"))


def build(*words: str | Path, stdin: bytes = b"") -> Ended:
    return run("archive", "build", *words, stdin=stdin, program=PROGRAM)


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with reading(str(path)) as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()


def count(path: Path, table: str = "article") -> int:
    return len(rows(path, table))


def lines(path: Path, number: int) -> Path:
    """Write so many articles into a file, one a line."""
    records = [{"id": f"n{at}", "text": f"Story {at}\n\n{STORY}", "outlet": "Post"} for at in range(number)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_second_build_reads_only_what_is_new(tmp_path: Path) -> None:
    archive, first = tmp_path / "news.db", lines(tmp_path / "first.jsonl", 3)
    done = build(archive, first)
    assert done.code == 0
    assert "3 articles read, 0 known already, 0 failed" in done.err
    before = {table: rows(archive, table) for table in TABLES}
    done = build(archive, first)
    assert "0 articles read, 3 known already, 0 failed" in done.err
    assert {table: rows(archive, table) for table in TABLES} == before
    done = build(archive, lines(tmp_path / "moved.jsonl", 5), "--jobs", "2")
    assert "2 articles read, 3 known already, 0 failed" in done.err
    assert count(archive) == 5


def test_what_stands_twice_in_the_inputs_is_read_once(tmp_path: Path) -> None:
    first, again = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(STORY, encoding="utf-8")
    again.write_text(STORY, encoding="utf-8")
    done = build(tmp_path / "news.db", first, again, first, "-", "--jobs", "2", stdin=STORY.encode())
    assert "1 articles read, 3 known already" in done.err
    assert rows(tmp_path / "news.db", "article")[0][3] == str(first)


def test_a_failure_is_a_row_and_is_tried_again(tmp_path: Path) -> None:
    story, later = tmp_path / "story.txt", tmp_path / "later.txt"
    story.write_text(STORY, encoding="utf-8")
    broken = lines(tmp_path / "rows.jsonl", 2)
    broken.write_text(broken.read_text() + '{"id": "odd", "text": " "}\nno json\n', encoding="utf-8")
    crash = tmp_path / "crash.txt"
    crash.write_text("[crash]", encoding="utf-8")
    archive, log = tmp_path / "news.db", tmp_path / "build.log"
    done = build(archive, story, later, broken, crash, "--log", log)
    assert done.code == 70
    assert "3 articles read, 0 known already, 4 failed" in done.err
    failures = rows(archive, "failure")
    assert {Path(str(row[0])).name for row in failures} == {"later.txt", "rows.jsonl", "crash.txt"}
    assert len(failures) == 4
    assert [line.split("\t")[1] for line in log.read_text().splitlines()] == ["start", *["failed"] * 4, "end"]
    later.write_text(f"At last. {STORY}", encoding="utf-8")
    done = build(archive, later)
    assert done.code == 0
    assert {Path(str(row[0])).name for row in rows(archive, "failure")} == {"rows.jsonl", "crash.txt"}


def test_an_article_that_kills_its_worker_is_a_failure(tmp_path: Path) -> None:
    deadly = tmp_path / "deadly.txt"
    deadly.write_text("[die] “Still here,” said Ana Orel.", encoding="utf-8")
    done = build(tmp_path / "news.db", lines(tmp_path / "a.jsonl", 4), deadly, "--jobs", "2")
    assert done.code == 3
    assert count(tmp_path / "news.db") == 4
    ((file, _, message, _, code),) = rows(tmp_path / "news.db", "failure")
    assert (file, code) == (str(deadly), 3)
    assert "killed" in str(message)


def kill_after(archive: Path, articles: int, words: list[str | Path]) -> None:
    """Start a build, and kill it and its workers by SIGKILL when the archive has so many articles."""
    with subprocess.Popen(
        [*PROGRAM, "archive", "build", *map(str, words)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=True,
    ) as process:
        end = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < end:
            with contextlib.suppress(InputError):  # there is no archive yet
                if count(archive) >= articles:
                    break
            time.sleep(0.005)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def test_a_build_that_is_killed_five_times_has_the_rows_of_an_undisturbed_one(tmp_path: Path) -> None:
    articles = lines(tmp_path / "a.jsonl", 60)
    articles.write_text(articles.read_text() + '{"id": "odd", "text": ""}\n', encoding="utf-8")
    missing, whole, killed = tmp_path / "missing.txt", tmp_path / "whole.db", tmp_path / "killed.db"
    assert build(whole, missing, articles).code == 3
    rng = random.Random(19)
    for at in sorted(rng.sample(range(1, 58), 5)):
        kill_after(killed, at, [killed, missing, articles, "--jobs", "2"])
        assert count(killed) <= 60
    assert build(killed, missing, articles, "--jobs", "2").code == 3
    for table in TABLES:
        assert rows(killed, table) == rows(whole, table), table
    with contextlib.closing(sqlite3.connect(killed)) as connection, connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("article_fts", "quote_fts", "speaker_fts"):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    assert sorted(path.name for path in tmp_path.glob("killed.db*")) == ["killed.db"]


def copied(path: Path, name: str) -> Path:
    """Copy an archive as it stands on the disk at this moment, with what SQLite keeps beside it."""
    for file in path.parent.glob(f"{path.name}*"):
        if not file.name.endswith("-shm"):
            shutil.copy(file, path.parent / file.name.replace(path.name, name))
    return path.parent / name


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_what_a_killed_build_had_begun_is_taken_back_before_it_is_read(mode: str, tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    with building(str(whole)) as connection:
        writer = Writer(connection)
        writer.add(rows_of(port_ellery(), "a1", "1"))
        writer.commit()
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA cache_size = 1")  # writes into the file before the end
        for number in range(2, 9):
            writer.add(rows_of(port_ellery(), f"a{number}", "1"))
        killed = copied(whole, "killed.db")
        writer.finish()
    assert (tmp_path / f"killed.db-{'wal' if mode == 'WAL' else 'journal'}").stat().st_size
    assert count(killed) == 1
    assert build(killed, lines(tmp_path / "a.jsonl", 1)).code == 0
    assert count(killed) == 2


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_build_after_what_is_done(kind: signal.Signals, tmp_path: Path) -> None:
    sleeper = tmp_path / "sleeper.txt"
    sleeper.write_text("[sleep]", encoding="utf-8")
    archive, before = tmp_path / "news.db", lines(tmp_path / "a.jsonl", 2)
    process = start("archive", "build", archive, before, sleeper, program=PROGRAM)
    assert process.stderr is not None
    told = b"".join(iter(process.stderr.readline, b"asleep\n"))
    os.killpg(process.pid, kind)
    done = finish(process)
    assert done.code == (130 if kind is signal.SIGINT else -kind)
    assert "stopped before the end" in done.err, told
    assert "the same command goes on from there" in done.err
    assert count(archive) == 2


def test_a_reader_and_a_builder_do_not_wait_for_each_other(tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    with building(path) as connection:
        writer = Writer(connection)
        writer.add(rows_of(port_ellery(), "a1", "1"))
        writer.commit()
        with reading(path) as reader:
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*) FROM article").fetchone() == (1,)
            writer.add(rows_of(port_ellery(), "a2", "1"))
            writer.commit()
            assert reader.execute("SELECT count(*) FROM article").fetchone() == (1,)
            reader.execute("COMMIT")
            assert reader.execute("SELECT count(*) FROM article").fetchone() == (2,)
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                reader.execute("DELETE FROM article")
        writer.finish()


def test_a_second_builder_says_that_there_is_another(tmp_path: Path) -> None:
    archive, articles = tmp_path / "news.db", lines(tmp_path / "a.jsonl", 1)
    build(archive, articles)
    with archive.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = build(archive, articles)
    assert (done.code, done.err) == (
        2,
        f"newscli: {archive} is being built by another run\n  hint: wait for its end\n",
    )
    assert build(archive, articles).code == 0


def made(path: Path, *statements: str) -> Path:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_what_is_no_archive_is_refused_and_left_alone(tmp_path: Path) -> None:
    articles = lines(tmp_path / "a.jsonl", 1)
    text = tmp_path / "text.db"
    text.write_text("no database", encoding="utf-8")
    foreign = made(tmp_path / "foreign.db", "CREATE TABLE bills (amount INTEGER)")
    later = tmp_path / "later.db"
    build(later, articles)
    made(later, "PRAGMA user_version = 99")
    cut = tmp_path / "cut.db"
    build(cut, articles)
    cut.write_bytes(cut.read_bytes()[:5000])
    for path, told in (
        (text, "is no archive"),
        (foreign, "is no archive of newscli, but another SQLite file"),
        (later, "has schema 99, and this newscli reads 1"),
        (cut, "is damaged"),
        (tmp_path, "cannot be read: Is a directory"),
    ):
        before = path.read_bytes() if path.is_file() else b""
        for words in (("build", path, articles), ("speakers", path)):
            done = run("archive", *words, program=PROGRAM)
            assert (done.code, done.out) == (3, ""), words
            assert told in done.err
            assert len(done.err.splitlines()) <= 2
        assert path.is_dir() or path.read_bytes() == before


def test_an_archive_that_is_not_there_is_made_by_build_alone(tmp_path: Path) -> None:
    done = run("archive", "quotes", tmp_path / "news.db", program=PROGRAM)
    assert done.code == 3
    assert "no such file" in done.err
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_is_an_input_is_refused(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    done = build(story, story)
    assert done.code == 2
    assert "is one of the inputs" in done.err
    assert story.read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize("place", ["/proc/news.db", "no/such/folder/news.db"])
def test_where_nothing_can_be_written_the_exit_code_says_so(place: str, tmp_path: Path) -> None:
    done = build(place, lines(tmp_path / "a.jsonl", 1))
    assert done.code == 5
    assert done.err.startswith(f"newscli: cannot write {place}: ")


def test_a_full_disk_keeps_what_was_committed(tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    added = 0

    def fill() -> None:
        nonlocal added
        with building(path) as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages + 40}")
            writer = Writer(connection)
            while True:
                writer.add(rows_of(port_ellery(), f"a{added}", "1"))
                writer.commit()
                added += 1

    with pytest.raises(OutputError, match="full") as full:
        fill()
    assert "the same command goes on from there" in full.value.hint
    assert added > 1
    assert count(tmp_path / "news.db") == added
    with building(path) as connection:
        writer = Writer(connection)
        writer.add(rows_of(port_ellery(), f"a{added}", "1"))
        writer.finish()
    assert count(tmp_path / "news.db") == added + 1


def test_a_log_that_cannot_be_written_ends_the_build(tmp_path: Path) -> None:
    done = build(tmp_path / "news.db", lines(tmp_path / "a.jsonl", 1), "--log", tmp_path)
    assert done.code == 5
    assert "cannot write" in done.err


def test_a_broken_model_ends_the_build(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_text("The [model] is broken.", encoding="utf-8")
    done = build(tmp_path / "news.db", lines(tmp_path / "a.jsonl", 2), broken)
    assert done.code == 4
    assert count(tmp_path / "news.db") == 2
    assert count(tmp_path / "news.db", "failure") == 0


def test_progress_on_a_terminal_has_the_rate_and_is_erased(tmp_path: Path) -> None:
    words = ("archive", "build", tmp_path / "news.db", lines(tmp_path / "a.jsonl", 40))
    done = run_on_terminal(*words, stdout=False, stderr=True, program=PROGRAM)
    assert re.search(r"\r\x1b\[K\d+ articles · ", done.out)
    assert done.out.rpartition("\x1b[K")[2].startswith(f"newscli: {tmp_path / 'news.db'}: 40 articles read")
    quiet = run_on_terminal(*words, "--quiet", stdout=False, stderr=True, program=PROGRAM)
    assert quiet.out == ""


def test_an_answer_that_is_empty_says_who_is_near_and_exits_as_asked(tmp_path: Path) -> None:
    archive = tmp_path / "news.db"
    build(archive, lines(tmp_path / "a.jsonl", 2))
    done = run("archive", "quotes", archive, "--speaker", "Orell", "--exit-status", program=PROGRAM)
    assert (done.code, done.out) == (1, "")
    assert "did you mean Ana Orel?" in done.err
    done = run("archive", "quotes", archive, "--speaker", "orel", "--exit-status", program=PROGRAM)
    assert done.code == 0
    assert len(done.out.splitlines()) == count(archive, "quote")


def test_an_export_appears_whole(tmp_path: Path) -> None:
    import pyarrow.parquet

    archive, out = tmp_path / "news.db", tmp_path / "quotes.parquet"
    build(archive, lines(tmp_path / "a.jsonl", 3))
    assert run("archive", "export", archive, "quote", "-o", out, program=PROGRAM).code == 0
    table = pyarrow.parquet.read_table(out)
    assert table.num_rows == count(archive, "quote")
    assert table.column("text").to_pylist() == [row[8] for row in rows(archive, "quote")]
    done = run("archive", "export", archive, "quote", "--format", "parquet", program=PROGRAM)
    assert (done.code, "parquet needs a file" in done.err) == (2, True)
    plain = run("archive", "export", archive, "article", program=PROGRAM)
    assert plain.out.startswith("id,content,model,file,")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "news.db", "quotes.parquet"]


def test_what_has_a_page_is_written_as_one(tmp_path: Path) -> None:
    archive, out = tmp_path / "news.db", tmp_path / "out.html"
    build(archive, lines(tmp_path / "a.jsonl", 2))
    assert run("archive", "sources", archive, "-o", out, program=PROGRAM).code == 0
    assert "Ana Orel" in out.read_text(encoding="utf-8")
    done = run("archive", "quotes", archive, "--format", "html", program=PROGRAM)
    assert (done.code, done.out) == (2, "")
    assert "archive quotes has no page to look at" in done.err
