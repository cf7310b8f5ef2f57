from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.columns import view_table
from newscli.render.csv import write_csv, write_tsv
from tests.support.port_ellery import TEXT, VIEWS, nothing_found, reading, retold, saying


def rows(view: View, *analyses: Analysis, looks: Looks | None = None) -> list[dict[str, str]]:
    out = StringIO(newline="")
    write_csv(view, analyses, looks or Looks(), out)
    return list(csv.DictReader(StringIO(out.getvalue(), newline="")))


def header(view: View, looks: Looks | None = None) -> str:
    out = StringIO(newline="")
    write_csv(view, [], looks or Looks(), out)
    return out.getvalue()


def test_a_header_names_the_columns_even_of_nothing() -> None:
    assert header("summary") == "file,article,index,text,start,end,score,reasons,text_resolved\r\n"
    assert header("quotes") == (
        "file,article,id,kind,text,start,end,spans,cue,cue_start,cue_end,"
        "mention,mention_start,mention_end,speaker,source_type,description,description_start,description_end,"
        "status,act,within,confidence,paragraph,shown,text_resolved\r\n"
    )
    assert header("entities") == (
        "file,article,name,label,count,aliases,start,end,mentions,"
        "description,description_start,description_end,salience\r\n"
    )
    assert header("entities", Looks(mentions=True)) == "file,article,name,label,left,text,right,start,end\r\n"
    assert header("keywords") == "file,article,term,score,count,start,end,mentions\r\n"
    assert header("sources") == (
        "file,article,speaker,source_type,description,description_start,description_end,pronoun,quotes,direct,"
        "words,share,first_paragraph,mixed,indirect,named,articles\r\n"
    )
    assert header("report") == "file,article,part,name,kind,count,text,score,start,end,spans\r\n"


def test_start_and_end_bound_all_parts_of_a_quote() -> None:
    first = rows("quotes", reading())[0]
    assert TEXT[int(first["start"]) : int(first["end"])].startswith("“We will not spend")
    assert TEXT[int(first["start"]) : int(first["end"])].endswith("to do it either.”")
    assert " … ".join(TEXT[s:e] for s, e in json.loads(first["spans"])) == first["text"]
    assert TEXT[int(first["cue_start"]) : int(first["cue_end"])] == first["cue"] == "told"


def test_a_cue_whose_pieces_stand_apart_is_bounded_by_the_first_and_the_last() -> None:
    asked, denied = rows("quotes", retold())
    assert (asked["cue"], asked["cue_start"], asked["cue_end"]) == ("did … say", "4", "22")
    assert [(row["status"], row["act"], row["within"]) for row in (asked, denied)] == [
        ("asked", "speech", ""),
        ("denied", "speech", "1"),
    ]


def test_start_and_end_of_an_entity_are_those_of_its_first_mention() -> None:
    first = rows("entities", reading())[0]
    assert TEXT[int(first["start"]) : int(first["end"])] == "Mara Voss"
    assert json.loads(first["mentions"]) == [[290, 299], [669, 677]]


def test_what_is_not_known_is_an_empty_cell() -> None:
    quote = rows("quotes", saying("x"))[1]
    assert quote["speaker"] == quote["cue"] == quote["cue_start"] == quote["cue_end"] == ""


def test_mentions_come_with_their_offsets_and_their_words() -> None:
    mentions = rows("entities", reading(), looks=Looks(mentions=True))
    assert len(mentions) == 11
    for mention in mentions:
        assert TEXT[int(mention["start"]) : int(mention["end"])] == mention["text"]


def test_the_report_has_one_line_for_each_finding() -> None:
    parts = [row["part"] for row in rows("report", reading())]
    assert parts == ["headline"] + ["summary"] * 3 + ["quote"] * 6 + ["entity"] * 7 + ["keyword"] * 4


@pytest.mark.parametrize("words", ['“a”, "b"', "two\nlines", "two\r\nlines", "a,b;c\td", " spaced ", "=1+1"])
def test_text_comes_back_as_it_was(words: str) -> None:
    found = rows("quotes", saying(words))
    assert [row["text"] for row in found] == [words, f"{words} {words}"]


def test_lines_end_as_rfc_4180_says() -> None:
    out = StringIO(newline="")
    write_csv("keywords", [reading()], Looks(), out)
    assert out.getvalue().count("\r\n") == out.getvalue().count("\n") == 5


def test_a_lone_surrogate_does_not_break_the_stream() -> None:
    out = StringIO(newline="")
    write_csv("quotes", [saying("a\udc80b")], Looks(), out)
    assert rb"a\udc80b" in out.getvalue().encode()


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "%x",
    "|cmd",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "％x",
    "｜x",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_guarded_on_request(formula: str) -> None:
    guarded = rows("quotes", saying(formula), looks=Looks(csv_safe=True))[0]
    assert guarded["text"] == guarded["speaker"] == guarded["file"] == f"'{formula}"
    assert rows("quotes", saying(formula))[0]["text"] == formula


def test_a_cell_that_is_no_formula_is_not_guarded() -> None:
    assert rows("quotes", reading(), looks=Looks(csv_safe=True)) == rows("quotes", reading())


@pytest.mark.parametrize("view", VIEWS)
def test_tsv_has_one_record_a_line(view: View) -> None:
    out = StringIO(newline="")
    analyses = [reading(), nothing_found(), saying('"two\nlines\tand a tab')]
    write_tsv(view, analyses, Looks(), out)
    records = sum(len(list(view_table(view, Looks()).records(analysis))) for analysis in analyses)
    lines = out.getvalue().removesuffix("\n").split("\n")
    assert len(lines) == records + 1
    parsed = list(csv.reader(StringIO(out.getvalue(), newline=""), delimiter="\t"))
    assert {len(row) for row in parsed} == {len(parsed[0])}
    assert len(parsed) == records + 1


def test_tsv_guards_a_formula_on_request() -> None:
    out = StringIO(newline="")
    write_tsv("keywords", [saying("=1+1")], Looks(csv_safe=True), out)
    assert "\t'=1+1\t" in out.getvalue()
