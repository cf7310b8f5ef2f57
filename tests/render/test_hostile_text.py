"""Whatever an article says, a person's terminal obeys none of it."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.render import Format, Looks, View, render
from newscli.render.columns import view_table
from tests.support.payloads import dangers
from tests.support.port_ellery import VIEWS, cells, saying

HUMAN: tuple[Format, ...] = ("table", "plain", "markdown")
PALETTE = re.compile(r"\x1b\[(?:0|1|2|33|36|1;36)m")

hostile = st.text(
    st.one_of(
        st.sampled_from(
            "\x1b\x9b\x07\x08\r\v\f\0\x7f\x85\u202a\u202e\u2066\u2067\u2069\u200b\u200d\ufeff\xad"
        ),
        st.sampled_from("[]();:m2J0|\\`*_<>#-=+@%\"“”'\n\t\u2028\u0301\ufe0f\U000e0041\ud800👨日"),
        st.characters(),
        st.sampled_from("abc "),
    ),
    min_size=1,
    max_size=60,
)
any_looks = st.builds(
    Looks,
    width=st.integers(20, 130),
    color=st.booleans(),
    scores=st.booleans(),
    mentions=st.booleans(),
    by_speaker=st.booleans(),
    csv_safe=st.booleans(),
    several=st.booleans(),
)


def written(view: View, format: Format, words: str, looks: Looks) -> str:
    out = StringIO(newline="")
    render(view, format, [saying(words)], looks, out)
    return out.getvalue()


def records(view: View, words: str, looks: Looks) -> int:
    """Return how many records a view has of an article that says the words."""
    return len(list(view_table(view, looks).records(saying(words))))


@pytest.mark.parametrize("format", HUMAN)
@given(st.sampled_from(VIEWS), hostile, any_looks)
def test_no_format_for_people_holds_what_a_terminal_obeys(
    format: Format, view: View, words: str, looks: Looks
) -> None:
    text = written(view, format, words, looks)
    allowed = "\n\t" if format == "plain" else "\n"
    assert not dangers(text, allowed=allowed, palette=looks.color and format == "table")


@given(st.sampled_from(VIEWS), hostile, any_looks)
def test_no_line_of_a_table_is_too_wide(view: View, words: str, looks: Looks) -> None:
    text = written(view, "table", words, looks)
    assert max(cells(PALETTE.sub("", line)) for line in text.split("\n")) <= looks.width


@given(st.sampled_from(VIEWS), hostile, any_looks)
def test_plain_has_a_line_for_each_record(view: View, words: str, looks: Looks) -> None:
    text = written(view, "plain", words, looks)
    assert len(text.splitlines()) == records(view, words, looks)
    assert len({line.count("\t") for line in text.splitlines()}) <= 1


@given(st.sampled_from(VIEWS), hostile.filter(lambda words: "\0" not in words), any_looks)
def test_csv_reads_back_the_same_rows(view: View, words: str, looks: Looks) -> None:
    text = written(view, "csv", words, looks)
    header, *rows = csv.reader(StringIO(text, newline=""))
    assert len(rows) == records(view, words, looks)
    assert {len(row) for row in rows} == {len(header)}
    if not looks.csv_safe and not any("\ud800" <= c <= "\udfff" for c in words):
        assert {row[0] for row in rows} == {words}


@given(st.sampled_from(VIEWS), hostile, any_looks)
def test_each_line_of_ndjson_is_an_object_that_holds_the_very_words(
    view: View, words: str, looks: Looks
) -> None:
    text = written(view, "ndjson", words, looks)
    text.encode()
    assert {json.loads(line)["file"] for line in text.splitlines()} == {words}


@pytest.mark.parametrize("format", ["json", "ndjson", "csv", "tsv", "plain", "markdown", "table"])
@given(hostile)
def test_every_format_can_be_encoded(format: Format, words: str) -> None:
    written("report", format, words, Looks()).encode()
