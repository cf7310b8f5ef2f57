"""What was read becomes rows, and the rows a database that holds together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newscli.archive.database import building
from newscli.archive.keys import content_key
from newscli.archive.rows import ArticleRows, FailureRow, rows_of
from newscli.archive.schema import TABLES
from newscli.archive.writer import Writer
from newscli.model import Analysis
from newscli.text.containers.pieces import Given, Piece
from tests.support.port_ellery import TEXT, reading, retold


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with building(str(tmp_path / "news.db")) as opened:
        yield opened


def dated(analysis: Analysis, outlet: str = "Ellery Post", date: str = "2024-03-05") -> Analysis:
    return replace(analysis, article=replace(analysis.article, outlet=outlet, date=date))


def rows(content: str = "a1", model: str = "1") -> ArticleRows:
    return rows_of(dated(reading()), content, model)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def test_an_article_becomes_a_row_in_each_table(connection: sqlite3.Connection) -> None:
    whole = reading()
    writer = Writer(connection)
    writer.add(rows())
    writer.finish()
    assert counts(connection) == {
        "article": 1,
        "speaker": len({(quote.speaker, quote.source_type) for quote in whole.quotes if quote.speaker}),
        "speaker_alias": 0,
        "quote": len(whole.quotes),
        "source": len(whole.sources),
        "entity": len(whole.entities),
        "mention": len(whole.entities),
        "failure": 0,
    }


def test_offsets_lead_into_the_text_that_is_stored(connection: sqlite3.Connection) -> None:
    writer = Writer(connection)
    writer.add(rows())
    writer.finish()
    (text,) = connection.execute("SELECT text FROM article").fetchone()
    assert text == TEXT
    for words, spans, mention, start, end in connection.execute(
        "SELECT text, spans, mention, mention_start, mention_end FROM quote"
    ):
        first, *_ = json.loads(spans)
        assert words.startswith(text[first[0] : first[1]])
        assert mention is None or text[start:end] == mention


def test_outlet_and_day_stand_in_the_rows_of_an_article(connection: sqlite3.Connection) -> None:
    writer = Writer(connection)
    writer.add(rows())
    writer.finish()
    for table in ("quote", "source", "mention"):
        found = set(connection.execute(f"SELECT outlet, date FROM {table}"))
        assert found == {("Ellery Post", "2024-03-05")}


def test_a_speaker_is_its_own_canonical_one_until_speakers_are_merged(connection: sqlite3.Connection) -> None:
    writer = Writer(connection)
    writer.add(rows())
    writer.finish()
    assert connection.execute(
        "SELECT count(*) FROM quote WHERE canonical_id IS NOT speaker_id"
    ).fetchone() == (0,)


def test_a_reading_by_another_version_takes_the_place_of_the_one_before(
    connection: sqlite3.Connection,
) -> None:
    writer = Writer(connection)
    writer.add(rows())
    writer.add(rows_of(retold(), "b2", "1"))
    before = counts(connection)
    other = rows(model="2")
    writer.add(other._replace(quotes=other.quotes[:1], sources=(), mentions=other.mentions[:1]))
    writer.finish()
    assert writer.replaced == 1
    assert connection.execute("SELECT id, model FROM article WHERE content = 'a1'").fetchall() == [(1, "2")]
    after = counts(connection)
    assert (before["article"], after["article"]) == (2, 2)
    assert after["quote"] == 1 + 2
    assert after["entity"] == after["mention"] == 1
    orphans = "SELECT count(*) FROM speaker WHERE id NOT IN (SELECT speaker_id FROM quote)"
    assert connection.execute(orphans).fetchone() == (0,)
    assert connection.execute("SELECT rowid FROM quote_fts WHERE quote_fts MATCH 'denied OR vote'").fetchall()
    connection.execute("INSERT INTO quote_fts (quote_fts, rank) VALUES ('integrity-check', 1)")


def test_a_failure_is_kept_once_and_forgotten_if_its_input_is_read_again(
    connection: sqlite3.Connection,
) -> None:
    writer = Writer(connection)
    failure = FailureRow("a.txt", "", "is empty", "", 3)
    writer.fail(failure)
    writer.fail(failure)
    writer.fail(failure._replace(file="b.txt"))
    writer.finish()
    assert counts(connection)["failure"] == 2
    writer.forget_failures("a.txt")
    writer.finish()
    assert connection.execute("SELECT file FROM failure").fetchall() == [("b.txt",)]


def test_the_views_answer(connection: sqlite3.Connection) -> None:
    writer = Writer(connection)
    writer.add(rows())
    writer.finish()
    shown = sum(quote.shown for quote in reading().quotes)
    assert len(connection.execute("SELECT * FROM quotes_by_speaker").fetchall()) == shown
    months = connection.execute("SELECT month, sum(quotes) FROM speakers_by_month GROUP BY month").fetchall()
    assert months == [("2024-03", shown)]
    assert connection.execute("SELECT outlet, anonymous FROM anonymous_share").fetchall() == [
        ("Ellery Post", 0.0)
    ]
    assert connection.execute("SELECT mentions FROM entities_by_outlet WHERE entity = 'Mara Voss'").fetchone()


def test_names_of_files_that_are_no_text_are_written_as_escapes(connection: sqlite3.Connection) -> None:
    writer = Writer(connection)
    writer.add(rows_of(reading("odd\udcff.txt"), "a1", "1"))
    writer.finish()
    assert connection.execute("SELECT file FROM article").fetchone() == ("odd\\udcff.txt",)


def test_an_article_is_known_by_all_that_decides_its_reading() -> None:
    piece = Piece("Words.", id="7", given=Given(title="Head"), meta={"section": "News", "tags": ["a"]})
    key = content_key(piece)
    assert content_key(replace(piece, meta={"tags": ["a"], "section": "News"})) == key
    others = {
        content_key(replace(piece, content="Other words.")),
        content_key(replace(piece, content=b"Words.")),
        content_key(replace(piece, id="8")),
        content_key(replace(piece, given=Given(byline="Head"))),
        content_key(replace(piece, meta={})),
        content_key(piece, encoding="cp1252"),
        content_key(piece, repair=True),
        key,
    }
    assert len(others) == 8


def test_an_article_is_the_same_wherever_it_stands_in_a_file() -> None:
    assert content_key(Piece("Words.", id=3)) == content_key(Piece("Words.", id=9))
