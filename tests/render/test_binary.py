"""Parquet and Excel: the columns of CSV, each of its own type, and text that stays text."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from pyarrow import parquet

from newscli.model import Analysis, Article, Block, Quote, Span
from newscli.render import Format, Looks, View, is_missing, render
from newscli.render.columns import view_table
from newscli.render.flat import fields, rows
from newscli.render.xlsx import MAX_CELL_CHARS
from tests.support.port_ellery import reading

VIEWS: tuple[View, ...] = ("report", "summary", "quotes", "sources", "entities", "keywords")


class Pipe(io.BytesIO):
    """What takes bytes and cannot say where it is, as a pipe."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe")

    def seek(self, *_: object) -> int:
        raise OSError("a pipe")


def written(view: View, format: Format, *analyses: Analysis, looks: Looks | None = None) -> bytes:
    pipe = Pipe()
    out = io.TextIOWrapper(pipe, encoding="utf-8")
    render(view, format, analyses, looks or Looks(), out)
    out.flush()
    return pipe.getvalue()


def sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


@pytest.mark.parametrize("view", VIEWS)
def test_parquet_holds_the_columns_with_their_types(view: View) -> None:
    analysis = reading()
    table = parquet.read_table(io.BytesIO(written(view, "parquet", analysis, analysis)))
    columns = fields(view_table(view, Looks()).columns)
    assert table.column_names == [field.name for field in columns]
    types = {"text": "string", "number": "int64", "share": "double", "flag": "bool"}
    assert [str(kind) for kind in table.schema.types] == [types[field.type] for field in columns]
    expected = [
        dict(zip(table.column_names, row, strict=True)) for row in rows(view_table(view, Looks()), analysis)
    ]
    assert table.to_pylist() == expected * 2


@pytest.mark.parametrize("view", VIEWS[1:])
def test_a_sheet_holds_the_columns(view: View) -> None:
    analysis = reading()
    ((header, *found),) = sheets(written(view, "xlsx", analysis)).values()
    assert header == tuple(field.name for field in fields(view_table(view, Looks()).columns))
    assert [tuple(value or None for value in row) for row in found] == [
        tuple(value or None for value in row) for row in rows(view_table(view, Looks()), analysis)
    ]


def test_a_report_has_a_sheet_for_each_part_and_a_header_unless_unwanted() -> None:
    made = sheets(written("report", "xlsx", reading()))
    assert list(made) == ["Summary", "Quotes", "Names", "Keywords"]
    bare = sheets(written("report", "xlsx", reading(), looks=Looks(header=False)))
    assert {name: len(made[name]) - 1 for name in made} == {name: len(rows) for name, rows in bare.items()}


def test_the_same_records_are_the_same_bytes() -> None:
    for format in ("xlsx", "parquet"):
        assert written("quotes", format, reading()) == written("quotes", format, reading())


def test_nothing_found_is_a_file_with_its_columns() -> None:
    nothing = replace(reading(), quotes=())
    assert parquet.read_table(io.BytesIO(written("quotes", "parquet", nothing))).num_rows == 0
    ((header,),) = sheets(written("quotes", "xlsx", nothing)).values()
    assert "speaker" in header


def saying(words: str) -> Analysis:
    text = f"{words} said"
    article = Article(text, "f", (Block("body", Span(0, len(text))),), text)
    quote = Quote(1, "direct", (Span(0, len(words)),), (), None, "Ana Orel", "speech", 0.9)
    return Analysis(article, quotes=(quote,))


@pytest.mark.parametrize(
    "words", ["=1+1", "@SUM(A1)", "https://a.example", "007", "1e3", "{=1}", "true", "-1"]
)
def test_what_a_spreadsheet_might_obey_is_text(words: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("quotes", "xlsx", saying(words))))
    (cell,) = [cell for row in book.active.iter_rows(min_row=2) for cell in row if cell.value == words]
    assert cell.data_type in {"s", "inlineStr"}
    assert cell.hyperlink is None


@pytest.mark.parametrize("words", ["\x1b[31m", "\x07", "\u202e", "\ud800", "\ufffe", "\x00", "_x0041_"])
def test_no_character_breaks_a_file(words: str) -> None:
    analysis = saying(f"a{words}b")
    assert len(sheets(written("quotes", "xlsx", analysis))["Quotes"]) == 2
    assert parquet.read_table(io.BytesIO(written("quotes", "parquet", analysis))).num_rows == 1


def test_a_cell_that_excel_could_not_hold_is_cut_and_says_so() -> None:
    made = sheets(written("quotes", "xlsx", saying("a" * (MAX_CELL_CHARS + 1))))["Quotes"]
    (longest,) = [value for value in made[1] if isinstance(value, str) and len(value) > 1_000]
    assert (len(longest), longest[-1]) == (MAX_CELL_CHARS, "…")


def test_a_format_without_its_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_missing("xlsx")
    monkeypatch.setattr("newscli.render.find_spec", lambda name: None)
    assert is_missing("xlsx")
    assert not is_missing("csv")
