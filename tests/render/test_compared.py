"""A comparison in every format."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from newscli.comparison import Comparison
from newscli.render import Format, Looks, render
from newscli.render.columns import COMPARE
from newscli.render.compared import rows
from tests.support.compared import comparison, comparison_saying
from tests.support.formats import TEXT_FORMATS
from tests.support.payloads import NAMED, dangers
from tests.support.port_ellery import cells, reading

ALLOWED = {"plain": "\n\t", "tsv": "\n\t", "csv": "\r\n\t"}


def written(
    format: Format,
    compared: Comparison,
    *,
    width: int = 80,
    color: bool = False,
    terminal: bool = False,
) -> str:
    out = StringIO(newline="")
    looks = Looks(several=True, width=width, color=color, terminal=terminal)
    render("compare", format, [compared], looks, out)
    return out.getvalue()


def test_the_table_sets_two_articles_side_by_side() -> None:
    lines = written("table", comparison(), width=100).splitlines()
    (row,) = (line for line in lines if "We will sail" in line)
    assert row.count("We will sail") == 2
    assert "{Monday}" in row
    assert "{Tuesday}" in row


def test_colour_underlines_what_differs() -> None:
    assert "\x1b[33mMonday\x1b[0m" in written("table", comparison(), color=True)


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 120])
@pytest.mark.parametrize("several", [2, 3])
def test_no_line_of_a_table_is_too_wide(width: int, several: int) -> None:
    assert max(map(cells, written("table", comparison(several), width=width).splitlines())) <= width


def test_the_table_tells_all_there_is() -> None:
    text = " ".join(written("table", comparison(), width=120).split())
    for words in (
        "IN BOTH (2)",
        "NUMBERS THAT DIFFER",
        "three places",
        "four places",
        "ONLY IN A",
        "nobody told the pilots",
        "[denied]",
        "ONLY IN B",
        "tolls must rise",
        "Names Ana Orel · Port Ellery",
    ):
        assert words in text


def test_a_statement_of_two_of_three_articles_stands_below_those_of_three() -> None:
    compared = comparison(3)
    text = written("table", compared)
    assert "IN 3 ARTICLES (2)" in text
    assert "ONLY IN C" in text


def test_json_has_the_articles_and_their_comparison() -> None:
    found = json.loads(written("json", comparison()))
    assert [article["file"] for article in found["articles"]] == ["0.txt", "1.txt"]
    first, *_ = found["comparison"]["statements"]
    assert first["speakers"] == ["Ana Orel"]
    assert first["articles"] == [0, 1]
    (monday, _) = first["told"]
    (start, end) = monday["differs"][0]
    quote = monday["quote"]
    begins = quote["spans"][0][0]
    assert quote["text"][start - begins : end - begins] == "Monday"
    (number,) = found["comparison"]["numbers"]
    assert [(told["article"], told["value"], told["number"]["text"]) for told in number["told"]] == [
        (0, 3.0, "three places"),
        (1, 4.0, "four places"),
    ]
    names = {name["name"]: name["articles"] for name in found["comparison"]["names"]}
    assert names == {"Ana Orel": [0, 1], "Port Ellery": [0, 1], "Tom Reeve": [0], "Dora Weir": [1]}


def test_json_without_a_comparison_has_the_envelope() -> None:
    out = StringIO()
    render("compare", "json", [], Looks(), out)
    assert json.loads(out.getvalue()) == {"schema": "newscli/2", "articles": []}


def test_lines_csv_and_tsv_have_a_record_for_each_article_of_a_group() -> None:
    compared = comparison()
    lines = [json.loads(line) for line in written("ndjson", compared).splitlines()]
    header, *table = csv.reader(StringIO(written("csv", compared), newline=""))
    _, *tabbed = csv.reader(StringIO(written("tsv", compared), newline=""), delimiter="\t")
    assert table == tabbed
    assert len(lines) == len(table) == len(rows(compared))
    assert [line["text"] for line in lines] == [row[header.index("text")] for row in table]
    assert [(line["group"], line["part"], line["articles"], line["file"]) for line in lines[:3]] == [
        (1, "statement", 2, "0.txt"),
        (1, "statement", 2, "1.txt"),
        (2, "statement", 2, "0.txt"),
    ]
    assert lines[0]["differs"] == ["Monday"]
    assert {line["part"] for line in lines} == {"statement", "number", "source", "name"}


def test_offsets_of_each_row_are_its_words() -> None:
    for row in rows(comparison(3)):
        text = row.analysis.article.text
        assert " … ".join(span.of(text) for span in row.spans) == row.text


def test_plain_has_the_columns_that_are_shown() -> None:
    first, *_ = written("plain", comparison()).splitlines()
    assert first.split("\t") == [
        "0.txt",
        "statement",
        "1",
        "2",
        "Ana Orel",
        "direct",
        "“We will sail on Monday, come what may”",
    ]
    assert len(COMPARE.shown) + 1 == len(first.split("\t"))


def test_markdown_has_a_column_for_each_article() -> None:
    text = written("markdown", comparison())
    assert "| Ana Orel | “We will sail on **Monday**, come what may” |" in text
    assert "| places | three places | four places |" in text
    assert "- Tom Reeve: nobody told the pilots" in text


@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_an_analysis_that_is_no_comparison_holds_nothing(format: Format) -> None:
    out = StringIO(newline="")
    render("compare", format, [reading()], Looks(), out)
    assert "Voss" not in out.getvalue()


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("format", TEXT_FORMATS)
@pytest.mark.parametrize("payload", NAMED.values(), ids=NAMED)
def test_a_payload_is_shown_as_text(payload: str, format: Format, color: bool) -> None:
    out = written(format, comparison_saying(f"a {payload} b"), color=color, terminal=True)
    assert not dangers(out, allowed=ALLOWED.get(format, "\n"), palette=color and format == "table")
