"""What an archive answers: in figures that can be counted by hand, through every filter, and by an index."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from benchmarks.archive_rows import generated
from newscli.archive import questions
from newscli.archive.database import building, reading
from newscli.archive.export import table_listing
from newscli.archive.filters import Filters, canonical_speakers, near_speakers, outlets
from newscli.archive.rows import ArticleRows, QuoteRow, rows_of
from newscli.archive.schema import TABLES, VIEWS
from newscli.archive.writer import Writer
from newscli.errors import UsageError
from newscli.model import Analysis
from newscli.render import Format, Looks
from newscli.render.listing import Listing, render_listing
from tests.support.port_ellery import reading as port_ellery
from tests.support.port_ellery import retold

Question = Callable[[sqlite3.Connection], Listing]


def published(analysis: Analysis, outlet: str, date: str, content: str) -> ArticleRows:
    article = replace(analysis.article, outlet=outlet, date=date, article=content)
    return rows_of(replace(analysis, article=article), content, "1")


def told_again() -> Analysis:
    """A question and the denial in it, by people of the other article."""
    quotes = tuple(replace(quote, source_type="person") for quote in retold().quotes)
    return replace(retold(), quotes=quotes)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three articles: one in two outlets, and a question in one of them a year later."""
    path = tmp_path_factory.mktemp("archive") / "news.db"
    with building(str(path)) as connection:
        writer = Writer(connection)
        writer.add(published(port_ellery(), "Ellery Post", "2023-03-05", "a1"))
        writer.add(published(port_ellery(), "The Gull", "2023-04-01", "a2"))
        writer.add(published(told_again(), "The Gull", "2024-04-02", "a3"))
        writer.finish()
    return path


@pytest.fixture
def connection(archive: Path) -> Iterator[sqlite3.Connection]:
    with reading(str(archive)) as opened:
        yield opened


def shown(analysis: Analysis, name: str = "") -> int:
    return sum(quote.shown and (not name or quote.speaker == name) for quote in analysis.quotes)


def by_name(listing: Listing) -> dict[object, dict[str, object]]:
    first = listing.columns[0].name
    return {record[first]: dict(record) for record in listing.records}


def test_speakers_are_counted_over_articles_and_outlets(connection: sqlite3.Connection) -> None:
    voss = by_name(questions.speakers(connection, Filters()))["Mara Voss"]
    both = 2 * shown(port_ellery(), "Mara Voss") + shown(told_again(), "Mara Voss")
    assert voss["quotes"] == both
    assert (voss["articles"], voss["outlets"]) == (3, 2)
    assert (voss["first"], voss["last"]) == ("2023-03-05", "2024-04-02")


def test_those_of_most_statements_come_first_and_a_limit_cuts_the_rest(
    connection: sqlite3.Connection,
) -> None:
    counts = [int(str(record["quotes"])) for record in questions.speakers(connection, Filters()).records]
    assert counts == sorted(counts, reverse=True)
    assert len(list(questions.speakers(connection, Filters(), limit=1).records)) == 1


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        (Filters(), ["a1", "a2", "a3"]),
        (Filters(outlets=["ellery post"]), ["a1"]),
        (Filters(since="2023-04"), ["a2", "a3"]),
        (Filters(until="2023"), ["a1", "a2"]),
        (Filters(since="2023-04-01", until="2023-04-01"), ["a2"]),
        (Filters(topic="why denied"), ["a3"]),
        (Filters(topic='"sea wall" NOT why'), ["a1", "a2"]),
        (Filters(since="2025"), []),
        (Filters(kinds=["direct"]), ["a1", "a2"]),
        (Filters(statuses=["asked"]), ["a3"]),
        (Filters(speakers=["voss"], statuses=["denied"]), ["a3"]),
    ],
)
def test_filters_choose_quotes(connection: sqlite3.Connection, filters: Filters, articles: list[str]) -> None:
    records = list(questions.quotes(connection, filters).records)
    assert sorted({str(record["article"]) for record in records}) == articles


def test_quotes_are_those_that_the_command_for_one_article_shows(connection: sqlite3.Connection) -> None:
    from newscli.analysis.filters import filter_quotes

    reading_ = port_ellery()
    for chosen in (
        Filters(),
        Filters(everything=True),
        Filters(acts=["thought"]),
        Filters(min_confidence=0.9),
        Filters(min_confidence=0.0),
        Filters(kinds=["mixed"], everything=True),
    ):
        kept = filter_quotes(
            reading_,
            kinds=chosen.kinds,
            acts=chosen.acts,
            everything=chosen.everything,
            min_confidence=chosen.min_confidence,
        )
        asked = replace(chosen, outlets=["Ellery Post"])
        found = [record["id"] for record in questions.quotes(connection, asked).records]
        assert found == [quote.id for quote in kept.quotes], chosen


def test_a_quote_has_what_newscli_quotes_says_of_it_and_where_it_is_from(
    connection: sqlite3.Connection,
) -> None:
    from newscli.render.columns import QUOTES

    filters = Filters(outlets=["Ellery Post"], everything=True)
    found = list(questions.quotes(connection, filters).records)
    told = list(QUOTES.records(port_ellery()))
    assert len(found) == len(told)
    for archived, once in zip(found, told, strict=True):
        same = {**once, "article": "a1"}
        assert {name: archived[name] for name in same} == same
        assert (archived["outlet"], archived["date"]) == ("Ellery Post", "2023-03-05")


def test_sources_and_their_shares_add_up(connection: sqlite3.Connection) -> None:
    records = list(questions.sources(connection, Filters()).records)
    assert sum(float(str(record["share"])) for record in records) == pytest.approx(1)
    voss = next(record for record in records if record["speaker"] == "Mara Voss")
    assert voss["articles"] == 2  # the question has no sources
    assert voss["words"] == 2 * port_ellery().sources[0].words


def test_an_audit_has_a_row_for_each_outlet_or_month(connection: sqlite3.Connection) -> None:
    by_outlet = by_name(questions.audits(connection, Filters(), "outlet"))
    assert list(by_outlet) == ["Ellery Post", "The Gull"]
    assert by_outlet["Ellery Post"]["anonymous"] == 0
    assert list(by_name(questions.audits(connection, Filters(), "month"))) == ["2023-03", "2023-04"]


def test_names_are_counted_over_articles(connection: sqlite3.Connection) -> None:
    found = by_name(questions.entities(connection, Filters(), ["PER"]))
    entity = next(one for one in port_ellery().entities if one.name == "Mara Voss")
    assert set(found) == {one.name for one in port_ellery().entities if one.label == "PER"}
    assert found["Mara Voss"]["count"] == 2 * entity.count
    assert not by_name(questions.entities(connection, Filters(), min_count=1_000))


def test_a_timeline_counts_statements_and_their_share_of_the_articles(connection: sqlite3.Connection) -> None:
    months = by_name(questions.timeline(connection, Filters()))
    assert {month: row["quotes"] for month, row in months.items()} == {
        "2023-03": shown(port_ellery()),
        "2023-04": shown(port_ellery()),
        "2024-04": shown(told_again()),
    }
    assert months["2023-03"]["share"] == 1
    years = by_name(questions.timeline(connection, Filters(statuses=["denied"]), "year"))
    assert "2024" in years


def test_a_comparison_shows_each_speaker_in_each_outlet(connection: sqlite3.Connection) -> None:
    found = by_name(questions.comparison(connection, Filters(), ["the gull", "Ellery Post"]))
    voss = found["Mara Voss"]
    assert voss["Ellery Post"] == shown(port_ellery(), "Mara Voss")
    assert voss["The Gull"] == shown(port_ellery(), "Mara Voss") + shown(told_again(), "Mara Voss")
    assert voss["Ellery Post share"] == shown(port_ellery(), "Mara Voss") / sum(
        quote.shown and quote.speaker is not None for quote in port_ellery().quotes
    )
    with pytest.raises(UsageError, match="one outlet"):
        questions.comparison(connection, Filters(), ["the gull", "The Gull"])


def test_search_finds_words_in_any_form_and_the_latest_first(connection: sqlite3.Connection) -> None:
    articles = [
        record["article"] for record in questions.found_articles(connection, "denying", Filters()).records
    ]
    assert articles == ["a3", "a2", "a1"]
    found = list(questions.found_quotes(connection, "vote", Filters(everything=True)).records)
    assert found[0]["article"] == "a3"
    assert all("vot" in str(record["text"]).lower() for record in found)


@pytest.mark.parametrize("query", ["vote AND", '"open', "NEAR(", "a:b AND c", "(vote"])
def test_a_query_that_is_none_is_refused(connection: sqlite3.Connection, query: str) -> None:
    with pytest.raises(UsageError, match="cannot be searched for"):
        questions.found_quotes(connection, query, Filters())


@pytest.mark.parametrize(
    "query", ["Voss's", "sea-wall", "5 March 2023:", "harbour & quay", "a; DROP TABLE quote"]
)
def test_words_as_they_are_typed_are_no_query(connection: sqlite3.Connection, query: str) -> None:
    list(questions.found_articles(connection, query, Filters()).records)


@pytest.mark.parametrize("query", ["", "  ", "!?", "***"])
def test_nothing_cannot_be_searched_for(connection: sqlite3.Connection, query: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        questions.found_quotes(connection, query, Filters())


def test_an_outlet_that_is_not_there_is_refused_with_those_that_are(connection: sqlite3.Connection) -> None:
    assert outlets(connection) == ["Ellery Post", "The Gull"]
    with pytest.raises(UsageError) as refused:
        questions.speakers(connection, Filters(outlets=["elery post"]))
    assert "Ellery Post" in refused.value.hint


@pytest.mark.parametrize("name", ["voss", "Mrs Voss", "MARA", "mara v", "Vo"])
def test_a_speaker_is_meant_by_the_beginning_of_any_word(connection: sqlite3.Connection, name: str) -> None:
    names = {record["speaker"] for record in questions.quotes(connection, Filters(speakers=[name])).records}
    assert names == {"Mara Voss"}


@pytest.mark.parametrize("name", ["oss", "mara x", "%", '"', "*"])
def test_nobody_is_meant_by_other_letters(connection: sqlite3.Connection, name: str) -> None:
    assert canonical_speakers(connection, [name]) == []


def test_the_nearest_names_are_offered(connection: sqlite3.Connection) -> None:
    assert near_speakers(connection, "Vosz") == ["Mara Voss"]
    assert near_speakers(connection, "?!") == []


def test_a_merged_name_leads_to_the_canonical_speaker(tmp_path: Path) -> None:
    path = str(tmp_path / "merged.db")
    with building(path) as connection:
        writer = Writer(connection)
        writer.add(published(port_ellery(), "Ellery Post", "2023-03-05", "a1"))
        writer.finish()
        (voss,) = connection.execute("SELECT min(id) FROM speaker WHERE name = 'Mara Voss'").fetchone()
        hale = connection.execute("SELECT id FROM speaker WHERE name = 'Tomas Hale'").fetchall()
        for (number,) in hale:
            connection.execute(
                "INSERT INTO speaker_alias (speaker_id, canonical_id, reason) VALUES (?, ?, 'a test')",
                (number, voss),
            )
            connection.execute("UPDATE quote SET canonical_id = ? WHERE speaker_id = ?", (voss, number))
    with reading(path) as connection:
        found = by_name(questions.speakers(connection, Filters(speakers=["hale"])))
        assert list(found) == ["Mara Voss"]
        assert found["Mara Voss"]["also"] == ("Tomas Hale",)


# What each command asks, plainly and through its filters; the words are among those that are made up.
ASKED: dict[str, Question] = {
    "speakers": lambda c: questions.speakers(c, Filters(), 30),
    "speakers of an outlet": lambda c: questions.speakers(
        c, Filters(outlets=["Ellery Post"], since="2015"), 30
    ),
    "speakers on a topic": lambda c: questions.speakers(c, Filters(topic="fen"), 30),
    "all speakers": lambda c: questions.speakers(c, Filters(everything=True), 30),
    "speakers of thoughts": lambda c: questions.speakers(c, Filters(acts=["thought"]), 30),
    "speakers of denials": lambda c: questions.speakers(c, Filters(statuses=["denied"]), 30),
    "one speaker": lambda c: questions.speakers(c, Filters(speakers=["bel"]), 30),
    "quotes": lambda c: questions.quotes(c, Filters(), 30),
    "all quotes": lambda c: questions.quotes(c, Filters(everything=True), 30),
    "quotes of one": lambda c: questions.quotes(c, Filters(speakers=["bel"], kinds=["direct"]), 30),
    "quotes on a topic": lambda c: questions.quotes(c, Filters(topic="fen"), 30),
    "quotes of an outlet": lambda c: questions.quotes(c, Filters(outlets=["Ellery Post"]), 30),
    "sources": lambda c: questions.sources(c, Filters(), 30),
    "sources since": lambda c: questions.sources(c, Filters(since="2018", speakers=["bel"]), 30),
    "sources by outlet": lambda c: questions.audits(c, Filters(), "outlet"),
    "sources by month": lambda c: questions.audits(c, Filters(until="2018"), "month"),
    "entities": lambda c: questions.entities(c, Filters(), limit=30),
    "people of an outlet": lambda c: questions.entities(c, Filters(outlets=["Ellery Post"]), ["PER"], 2, 30),
    "timeline": lambda c: questions.timeline(c, Filters()),
    "timeline of one": lambda c: questions.timeline(
        c, Filters(speakers=["bel"], outlets=["Ellery Post"]), "day"
    ),
    "timeline on a topic": lambda c: questions.timeline(c, Filters(topic="fen", since="2016"), "year"),
    "comparison": lambda c: questions.comparison(c, Filters(), ["Ellery Post", "Aldby Echo"], 30),
    "search": lambda c: questions.found_quotes(c, "bel", Filters(), 30),
    "search in one": lambda c: questions.found_quotes(
        c, "bel OR fen", Filters(speakers=["dor"], since="2016"), 30
    ),
    "search articles": lambda c: questions.found_articles(c, "bel", Filters(outlets=["Ellery Post"]), 30),
}


@pytest.fixture(scope="module", params=["as built", "without statistics"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.db"
    with building(str(path)) as connection:
        writer = Writer(connection)
        for rows in generated(2_000):
            writer.add(rows)
        writer.finish()
        connection.execute("ANALYZE")
    if request.param == "without statistics":
        with closing(sqlite3.connect(path)) as plain, plain:
            plain.execute("DELETE FROM sqlite_stat1")
    return path


def plan(connection: sqlite3.Connection, question: Question) -> tuple[int, list[str]]:
    """Return how many records a question has, and the steps of all its queries."""
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    count = len(list(question(connection).records))
    connection.set_trace_callback(None)
    steps = [
        str(step[3])
        for sql in asked
        if not sql.startswith("--")  # what full-text search asks its own tables
        for step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")
    ]
    return count, steps


@pytest.mark.parametrize("name", ASKED)
def test_no_question_walks_through_a_table(name: str, many: Path) -> None:
    with reading(str(many)) as connection:
        tables = {"r", "a", "s", "e", *TABLES}
        count, steps = plan(connection, ASKED[name])
    assert steps
    assert count or name == "speakers of thoughts"
    walks = [step for step in steps if (match := re.match(r"SCAN (\w+)", step)) and match[1] in tables]
    assert [step for step in walks if " INDEX " not in step] == []


def test_a_walk_through_a_table_would_be_seen(many: Path) -> None:
    def careless(connection: sqlite3.Connection) -> Listing:
        connection.execute("SELECT count(*) FROM quote AS r WHERE r.text LIKE '%x%'").fetchall()
        return Listing("", "", (), (), (), "")

    with reading(str(many)) as connection:
        _, steps = plan(connection, careless)
    assert any(re.match(r"SCAN r$", step) for step in steps)


@pytest.mark.parametrize("format", ["table", "plain", "json", "ndjson", "csv", "tsv", "markdown"])
@pytest.mark.parametrize("name", ["speakers", "quotes", "sources by outlet", "comparison"])
def test_every_format_shows_every_answer(format: Format, name: str, many: Path) -> None:
    for width in (40, 80, 120):
        with reading(str(many)) as connection:
            out = StringIO(newline="")
            render_listing(ASKED[name](connection), format, Looks(width=width), out)
        lines = out.getvalue().splitlines()
        assert len(lines) > 1
        assert format != "table" or all(len(line) <= width for line in lines)


def test_an_empty_answer_says_so(connection: sqlite3.Connection) -> None:
    for format, told in (("table", "No speakers found."), ("markdown", "No speakers found."), ("plain", "")):
        out = StringIO(newline="")
        render_listing(questions.speakers(connection, Filters(since="2030")), format, Looks(), out)  # type: ignore[arg-type]
        assert told in out.getvalue()
        assert format != "plain" or not out.getvalue()


def test_a_terminal_gets_nothing_that_it_would_obey(tmp_path: Path) -> None:
    path = str(tmp_path / "hostile.db")
    name = "Ana \x1b[31mOrel\u202e"
    with building(path) as connection:
        rows = published(port_ellery(), f"The {name}", "2023-03-05", "a1")
        quote: QuoteRow = rows.quotes[0]._replace(text=f"We {name}")
        writer = Writer(connection)
        writer.add(rows._replace(quotes=(quote,)))
        writer.finish()
    with reading(path) as connection:
        for format in ("table", "plain", "json", "ndjson", "csv", "tsv", "markdown"):
            out = StringIO(newline="")
            looks = Looks(width=120, terminal=True)
            listing = questions.quotes(connection, Filters(everything=True))
            render_listing(listing, format, looks, out)
            assert "\x1b" not in out.getvalue()
            assert "\u202e" not in out.getvalue()


@pytest.mark.parametrize("table", [*TABLES, *VIEWS])
def test_every_table_and_view_can_be_exported(table: str, connection: sqlite3.Connection) -> None:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert len(list(table_listing(connection, table, Filters()).records)) == count


def test_an_export_is_filtered_if_its_rows_have_outlet_and_day(connection: sqlite3.Connection) -> None:
    chosen = Filters(outlets=["Ellery Post"])
    assert len(list(table_listing(connection, "article", chosen).records)) == 1
    assert {
        record["outlet"] for record in table_listing(connection, "quotes_by_speaker", chosen).records
    } == {"Ellery Post"}
    with pytest.raises(UsageError, match="cannot be filtered"):
        table_listing(connection, "speaker", chosen)
