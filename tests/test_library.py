"""The library for data: words beside spans, records for data frames, many articles, errors that help."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import asdict, replace
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pytest

import newscli
from newscli.analysis.filters import filter_quotes
from newscli.render import Looks, View
from newscli.render.columns import view_table
from newscli.render.flat import fields
from tests.support.processes import NEWSCLI, run

STORY = (
    "Ferry returns\n\nThe ferry sailed on Monday, and the harbour was full of people who had waited.\n\n"
    "“We are glad,” said Ana Orel, the harbour master.\n\nShe said the winter had been long."
)

# As a program without types calls it.
LOOSE: Any = newscli


@pytest.fixture(scope="module")
def analysis() -> newscli.Analysis:
    return newscli.analyse(STORY)


def test_a_string_is_parsed(analysis: newscli.Analysis) -> None:
    assert analysis == newscli.analyse(newscli.parse(STORY))
    assert newscli.analyze is newscli.analyse


def test_records_have_their_words(analysis: newscli.Analysis) -> None:
    text = analysis.article.text
    first = analysis.quotes[0]
    assert (first.text, first.speaker) == ("“We are glad,”", "Ana Orel")
    assert [sentence.text for sentence in analysis.sentences] == [s.span.of(text) for s in analysis.sentences]
    assert [sentence.text for sentence in analysis.summary] == [s.span.of(text) for s in analysis.summary]
    assert analysis.entities[0].texts == tuple(span.of(text) for span in analysis.entities[0].mentions)


def test_words_survive_filters_copies_and_pickles(analysis: newscli.Analysis) -> None:
    kept = filter_quotes(analysis, speakers=["orel"], kinds=["direct"])
    assert isinstance(kept, newscli.Analysis)
    assert [quote.text for quote in kept.quotes] == ["“We are glad,”"]
    assert pickle.loads(pickle.dumps(analysis)) == analysis
    assert replace(analysis.quotes[0], confidence=0.1).text == "“We are glad,”"
    assert asdict(analysis.quotes[0])["text"] == "“We are glad,”"


def test_short_forms_are_short(analysis: newscli.Analysis) -> None:
    long = newscli.analyse(f"{STORY}\n\n“{'We wait and wait ' * 40},” said Tom Bask.", want={"quotes"})
    records: list[object] = [
        long,
        *long.quotes,
        *long.entities,
        *long.sentences,
        *analysis.summary,
        long.article,
    ]
    assert max(len(repr(record)) for record in records) <= 160
    assert "Ana Orel" in repr(analysis.quotes[0])
    assert f"{len(analysis.quotes)} quotes" in repr(analysis)
    assert "nothing found" in repr(newscli.analyse("It rained.", want={"quotes"}))


def test_a_dictionary_is_the_record_of_the_command_line(analysis: newscli.Analysis, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    done = run("report", "story.txt", "--json", cwd=tmp_path, program=NEWSCLI)
    (record,) = json.loads(done.out)["articles"]
    read = newscli.analyse(newscli.read(tmp_path / "story.txt", name="story.txt"))
    assert read.to_dict() == record
    assert len(read.to_dict(everything=True)["quotes"]) == len(read.quotes)  # type: ignore[arg-type]


@pytest.mark.parametrize("view", ["quotes", "entities", "summary", "keywords", "sources", "report"])
def test_records_are_flat_and_the_columns_of_csv(view: View, analysis: newscli.Analysis) -> None:
    records = newscli.to_records([analysis, newscli.InputError("is empty", "x"), analysis], view)
    names = [field.name for field in fields(view_table(view, Looks()).columns)]
    assert records.columns == names
    assert len(records) == 2 * len(newscli.to_records(analysis, view)) > 0
    for row in records:
        assert list(row) == names
        assert all(value is None or isinstance(value, (str, int, float, bool)) for value in row.values())


def test_records_go_into_data_frames_as_they_are(analysis: newscli.Analysis) -> None:
    # A column that is empty for longer than Polars looks, and then is not.
    late = replace(analysis, quotes=tuple(replace(quote, within=1) for quote in analysis.quotes))
    records = newscli.to_records([analysis] * 200 + [late])
    for frame in (pandas.DataFrame(records), polars.DataFrame(records)):
        assert list(frame.columns) == records.columns
        assert len(frame) == len(records)
        assert frame["speaker"][0] == "Ana Orel"
    schema = polars.DataFrame(records).schema
    types = [str(schema[name]) for name in ("within", "confidence", "shown")]
    assert types == ["Int64", "Float64", "Boolean"]
    counted = duckdb.sql("select count(*), count(within), any_value(speaker) from records")
    assert counted is not None
    assert counted.fetchall() == [(len(records), len(newscli.to_records(late)), "Ana Orel")]


def test_records_of_nothing_have_their_columns() -> None:
    records = newscli.to_records([], "entities")
    assert polars.DataFrame(records).columns == records.columns
    assert list(pandas.DataFrame(records, columns=records.columns).columns) == records.columns
    assert repr(records).startswith("<Records: 0 rows of file, article, name")


def test_rows_are_counted_cut_and_compared(analysis: newscli.Analysis) -> None:
    records = newscli.to_records(analysis, "entities")
    assert records[0] == next(iter(records))
    assert list(records[:1]) == [records[0]]
    assert records == newscli.to_records([analysis], "entities") != records[:0]
    assert len({records, newscli.to_records(analysis, "entities")}) == 1


def test_what_no_list_shows_comes_on_request() -> None:
    unsaid = newscli.analyse(
        "The mayor fears that the wall will break. “It holds,” said Ana Orel, who built it."
    )
    shown, everything = newscli.to_records(unsaid), newscli.to_records(unsaid, everything=True)
    assert len(shown) == sum(quote.shown for quote in unsaid.quotes)
    assert len(everything) == len(unsaid.quotes)


def sources() -> Iterator[newscli.Article | str | None]:
    yield STORY
    yield None
    yield ""
    yield newscli.parse(STORY)


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_articles_come_in_order_with_errors_as_values(jobs: int, analysis: newscli.Analysis) -> None:
    found = list(newscli.analyse_many(sources(), jobs=jobs, want={"quotes"}))  # type: ignore[arg-type]
    assert [type(one) for one in found] == [
        newscli.Analysis,
        newscli.UsageError,
        newscli.InputError,
        newscli.Analysis,
    ]
    assert isinstance(found[0], newscli.Analysis)
    assert found[0].quotes == analysis.quotes
    assert found[0] == found[3]
    assert isinstance(found[2], newscli.InputError)
    assert (found[2].message, bool(found[2].hint)) == ("is empty", True)


def test_paths_are_read_where_they_are_analysed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    read, missing = newscli.analyse_many([tmp_path / "a.txt", tmp_path / "b"], jobs=2, want={"keywords"})
    assert isinstance(read, newscli.Analysis)
    assert read.article.file == str(tmp_path / "a.txt")
    assert isinstance(missing, newscli.InputError)


def test_few_texts_are_taken_ahead_and_closing_ends_all() -> None:
    taken: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(1_000):
            taken.append(number)
            yield STORY

    found = newscli.analyse_many(texts(), jobs=2, want={"keywords"})
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(taken) < 30


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: LOOSE.analyse(None), "the text is NoneType None, not a string"),
        (lambda: LOOSE.analyse(float("nan")), "the text is float nan, not a string"),
        (lambda: LOOSE.parse(pandas.NA), "the text is NAType <NA>, not a string"),
        (lambda: LOOSE.analyse(b"It rained."), "the text is bytes b'It rained.', not a string"),
        (lambda: LOOSE.analyse(Path("a.txt")), "not a string"),
        (
            lambda: LOOSE.analyse(STORY, want="quotes"),
            "want is a string, 'quotes'",
        ),
        (lambda: LOOSE.analyse(STORY, want=None), "want is NoneType, None, not a collection of parts"),
        (lambda: LOOSE.analyse(STORY, want={"quote"}), "there is no part 'quote'"),
        (lambda: LOOSE.analyse(STORY, options={"sentences": 1}), "options are dict, not Options"),
        (lambda: LOOSE.read(None), "NoneType is no path and no stream of bytes"),
        (lambda: LOOSE.read(float("nan")), "float is no path and no stream of bytes"),
        (lambda: LOOSE.analyse_many(STORY), "texts are not several articles"),
        (lambda: LOOSE.analyse_many(None), "texts are not several articles"),
        (lambda: LOOSE.analyse_many([STORY], jobs=-1), "jobs is -1, not a number of processes"),
        (lambda: LOOSE.analyse_many([STORY], jobs="2"), "jobs is '2', not a number of processes"),
        (lambda: LOOSE.analyse_many([STORY], want="quotes"), "want is a string"),
        (lambda: LOOSE.to_records(STORY), "'F' is no analysis"),
        (lambda: LOOSE.to_records(None), "None is no analysis"),
        (lambda: LOOSE.to_records([], "quote"), "there is no list 'quote'"),
    ],
)
def test_an_argument_that_makes_no_sense_is_told_at_once(call: object, told: str) -> None:
    with pytest.raises(newscli.UsageError) as caught:
        call()  # type: ignore[operator]
    assert told in caught.value.message
    assert caught.value.hint


def test_a_notebook_shows_the_article_in_a_frame_of_its_own(analysis: newscli.Analysis) -> None:
    hostile = newscli.analyse(f'{STORY}\n\n“<script>alert(1)</script> "><img src=x>,” said Tom Bask.')
    for shown in (analysis, hostile):
        cell = shown._repr_html_()
        assert cell.startswith('<iframe class="newscli"')
        assert 'sandbox=""' in cell
        assert cell.count("<") == 2  # the frame and its end; the page within is escaped
        assert "Ana Orel" in unescape(cell)
        assert "<script>alert" not in unescape(cell)
