"""Every format for machines parses back to the same records; those for people show as many."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.model import Analysis
from newscli.render import Format, Looks, View, render
from newscli.render.columns import view_table
from newscli.render.sanitize import fold_space
from tests.support.formats import TEXT_FORMATS
from tests.support.port_ellery import VIEWS
from tests.support.strategies import reading, texts

PARTS: tuple[View, ...] = ("summary", "quotes", "sources", "entities", "keywords")
views = st.sampled_from(VIEWS)
parts = st.sampled_from(PARTS)


def written(view: View, format: Format, analysis: Analysis) -> str:
    out = StringIO(newline="")
    render(view, format, [analysis], Looks(several=True), out)
    return out.getvalue()


def rows(text: str, format: Format) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), delimiter="\t" if format == "tsv" else ","))


def records(view: View, analysis: Analysis) -> list[dict[str, Any]]:
    """Return a view's records as ``ndjson`` tells them."""
    return [json.loads(line) for line in written(view, "ndjson", analysis).splitlines()]


def cells(record: dict[str, Any], columns: list[str]) -> list[str]:
    """Return what a spreadsheet shows of a record of ``ndjson``."""
    flat: dict[str, Any] = {}
    for key, value in record.items():
        if key in {"cue", "mention", "description"}:
            passage = value or {"text": None, "start": None, "end": None}
            flat |= {key: passage["text"], f"{key}_start": passage["start"], f"{key}_end": passage["end"]}
        elif key in {"spans", "mentions"}:
            last = value[-1 if key == "spans" else 0]
            flat |= {"start": value[0][0], "end": last[1], key: json.dumps(value)}
        elif key in {"aliases", "reasons"}:
            flat[key] = "; ".join(value)
        else:
            flat[key] = value
    return ["" if flat[column] is None else _shown(flat[column]) for column in columns]


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(texts, parts)
def test_json_holds_what_ndjson_holds(text: str, view: View) -> None:
    analysis = reading(text)
    (article,) = json.loads(written(view, "json", analysis))["articles"]
    held = article["summary"]["sentences"] if view == "summary" else article[view]
    assert held == records(view, analysis)
    (whole,) = records("report", analysis)
    assert whole == json.loads(written("report", "json", analysis))["articles"][0]
    assert whole[view] == article[view]


@given(texts, parts)
def test_the_offsets_of_a_record_give_its_text(text: str, view: View) -> None:
    analysis = reading(text)

    def gives(pieces: list[list[int]], words: str, between: str) -> bool:
        file = between.join(text[start:end] for start, end in pieces)
        if analysis.article.origin is None:
            return file == words
        # What is left out between its words, soft hyphens for one, stands in the file.
        rest = iter(file)
        return "&" in file or all(char in rest for char in words if char.isalnum())

    for record in records(view, analysis):
        for passage in (record, *(record.get(key) for key in ("cue", "mention", "description"))):
            if passage and "start" in passage:
                pieces = passage.get("spans", [[passage["start"], passage["end"]]])
                assert gives(pieces, passage["text"], " … ")
        if "spans" in record:
            # Between pieces the text says what the article leaves out or begins anew.
            letters = [char for char in record["text"] if char.isalnum()]
            assert gives(record["spans"], record["text"], " ") or letters == [
                char for start, end in record["spans"] for char in text[start:end] if char.isalnum()
            ]
        if "count" in record:
            assert record["count"] == len(record["mentions"])


@pytest.mark.parametrize("format", ["csv", "tsv"])
@given(texts.filter(lambda text: "\0" not in text), parts)
def test_csv_and_tsv_hold_what_ndjson_holds(format: Format, text: str, view: View) -> None:
    analysis = reading(text)
    header, *body = rows(written(view, format, analysis), format)
    expected = [cells(record, header) for record in records(view, analysis)]
    if format == "tsv":
        expected = [[fold_space(cell) for cell in row] for row in expected]
    assert body == expected


@given(texts, views)
def test_plain_has_a_line_for_each_record_and_a_field_for_each_column(text: str, view: View) -> None:
    analysis = reading(text)
    table = view_table(view, Looks(several=True))
    lines = written(view, "plain", analysis).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(list(table.records(analysis)))
    assert all(line.count("\t") == len(table.shown) - 1 for line in lines)


@given(texts, parts)
def test_markdown_has_a_line_for_each_record(text: str, view: View) -> None:
    analysis = reading(text)
    lines = written(view, "markdown", analysis).splitlines()
    found = [line for line in lines if line.startswith(("- ", "| "))]
    head = 2 * any(line.startswith("| ---") for line in found)
    assert len(found) == head + len(list(view_table(view, Looks()).records(analysis)))


@given(texts, views)
def test_the_same_text_gives_the_same_bytes(text: str, view: View) -> None:
    first, second = reading(text), reading(text)
    for format in TEXT_FORMATS:
        assert written(view, format, first) == written(view, format, second)
