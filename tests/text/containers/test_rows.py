"""Rows of JSON, CSV and Parquet: which fields hold what, and what a broken row costs."""

from __future__ import annotations

import csv
import datetime
import io
import json
from itertools import islice
from pathlib import Path

import pytest

from newscli.errors import InputError
from newscli.model import Article
from newscli.text.containers.pieces import Fields
from newscli.text.load import read, read_all

TEXT = "“We are glad,” said Ana Orel."


def articles(data: str | bytes, fields: Fields | None = None) -> list[Article | InputError]:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    return list(read_all(stream, fields=fields or Fields()))


def one(row: dict[str, object], fields: Fields | None = None) -> Article:
    (article,) = articles(json.dumps(row) + "\n", fields)
    assert isinstance(article, Article), article
    return article


def words(article: Article, role: str) -> str | None:
    return next((block.span.of(article.text) for block in article.blocks if block.role == role), None)


@pytest.mark.parametrize(
    "row",
    [
        {"title": "Ferry sails", "author": "Ida Holm", "text": TEXT},
        {"Headline": "Ferry sails", "byline": "Ida Holm", "Body": TEXT},
        {"headline": "Ferry sails", "author": [{"name": "Ida Holm"}], "articleBody": TEXT},
        {"webTitle": "Ferry sails", "authors": ["Ida Holm"], "bodyText": TEXT, "text": "", "content": None},
        {
            "title": "Ferry  sails\n",
            "authors": "Ida Holm",
            "full_text": f"Ferry sails\n\nBy Ida Holm\n\n{TEXT}",
        },
    ],
)
def test_usual_names_of_fields_are_known(row: dict[str, object]) -> None:
    article = one(row)
    assert (words(article, "headline"), words(article, "byline"), words(article, "body")) == (
        "Ferry sails",
        "Ida Holm",
        TEXT,
    )
    assert article.text == f"Ferry sails\n\nIda Holm\n\n{TEXT}"
    assert article.extracted


def test_ids_keep_their_type_and_a_row_without_one_has_its_number() -> None:
    ids = [7, "x-1", None, {"$oid": "f00"}, 2.0, True]
    found = articles("".join(json.dumps({"id": each, "text": TEXT}) + "\n" for each in ids))
    assert [article.article for article in found if isinstance(article, Article)] == [
        7,
        "x-1",
        3,
        "f00",
        2,
        6,
    ]


def test_what_is_no_part_of_the_article_is_meta() -> None:
    row = {
        "text": TEXT,
        "date": "5 March 2021",
        "source": {"id": 1, "name": "Post"},
        "link": "https://x",
        "tags": ["a"],
    }
    article = one({**row, "score": float("nan"), "nested": {"a": [1, {"b": None}]}})
    assert (article.date, article.outlet, article.url) == ("2021-03-05", "Post", "https://x")
    assert article.meta == {
        "tags": ["a"],
        "score": None,
        "nested": {"a": [1, {"b": None}]},
    }
    assert article.article == "https://x"


def test_a_dot_leads_into_an_object() -> None:
    article = one(
        {"fields": {"body": TEXT, "n": 1}, "sys": {"id": "k"}}, Fields(text="fields.body", id="sys.id")
    )
    assert (words(article, "body"), article.article) == (TEXT, "k")


def test_fields_that_are_named_need_not_be_usual() -> None:
    row = {"text": "No.", "words": TEXT, "code": 9, "top": "Ferry", "when": "2021"}
    article = one(row, Fields("words", "code", "top", "when"))
    assert (words(article, "body"), article.article, words(article, "headline")) == (TEXT, 9, "Ferry")
    assert article.meta == {"date": "2021", "text": "No."}


def test_html_in_a_row_is_read_as_html() -> None:
    words_ = f"<h1>Ferry sails</h1><p>{TEXT}</p><p>It was late &amp; wet.</p>"
    page = f"<html><body><article>{words_}</article></body></html>"
    assert "<p>" not in one({"text": page, "title": "Ferry sails"}).text
    article = one(
        {"content_html": f"<p>{TEXT}</p>\n<p>It was <em>late</em> &amp; wet.</p>", "title": "Ferry"}
    )
    assert article.text == f"Ferry\n\n{TEXT}\n\nIt was late & wet."


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "is no JSON: "),
        ("[1]", "is no JSON object"),
        ('{"text": ""}', "has no text in 'text'"),
        ('{"text": null}', "has no text in 'text'"),
        ('{"text": "  "}', "has only white space in 'text'"),
        ('{"text": 5}', "is no text"),
        ('{"other": "x"}', "has no text in 'text'"),
        ('{"text": "a", "m": ' + "[" * 60 + "]" * 60 + "}", "is nested more than 32 deep"),
    ],
)
def test_a_broken_row_is_told_with_its_number_and_costs_no_other(row: str, said: str) -> None:
    good = json.dumps({"text": TEXT})
    first, second, third = articles(f"{good}\n{row}\n{good}\n")
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, InputError)
    assert second.message.startswith(f"row 2: {said}")


def test_a_cell_of_parquet_that_python_cannot_hold_costs_no_article() -> None:
    import pyarrow
    from pyarrow import parquet

    no_utf_8 = pyarrow.py_buffer(TEXT.encode() + b"\xff")
    ends = pyarrow.py_buffer(b"".join(n.to_bytes(4, "little") for n in (0, len(no_utf_8), len(no_utf_8))))
    columns = {
        "text": pyarrow.array([TEXT, TEXT]),
        "zone": pyarrow.array([1, 2], pyarrow.timestamp("us", tz="Mars/Phobos")),
        "far": pyarrow.array([1, 2**62], pyarrow.timestamp("us")),
        "days": pyarrow.array([1, 2**30], pyarrow.date32()),
        "long": pyarrow.array([1, 2**62], pyarrow.duration("s")),
        "words": pyarrow.StringArray.from_buffers(2, ends, no_utf_8),
    }
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out)
    first, second = articles(out.getvalue())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert words(first, "body") == words(second, "body") == TEXT
    assert (first.meta["words"], second.meta["words"]) == (f"{TEXT}\ufffd", "")
    assert (first.meta["days"], second.meta["days"]) == ("1970-01-02", None)
    assert first.meta["zone"] is None


@pytest.mark.parametrize("indent", [None, 1])
def test_a_broken_element_of_an_array_costs_no_other(indent: int | None) -> None:
    good = [
        json.dumps({"n": n, "text": f'a ] }} , {{ [ \\ " {TEXT}', "m": [{}, [1]]}, indent=indent)
        for n in range(3)
    ]
    array = f"[\n{good[0]},\n" + good[1].replace('"m"', '"m', 1) + f",\n{good[2]}\n]\n"
    found = articles(array)
    assert [isinstance(each, Article) for each in found] == [True, False, True]
    assert [isinstance(each, Article) for each in articles(f"[{','.join(good)}")] == [True] * 3


REPLY = {
    "status": "ok",
    "description": "The news of Port Ellery",
    "articles": [{"headline": name, "content": TEXT} for name in ("Ferry sails", "Ferry returns")],
}


@pytest.mark.parametrize("end", ["", "\n", "\n\n", " \n\t\n"])
@pytest.mark.parametrize("indent", [None, 1])
def test_a_list_of_articles_in_an_object_is_read_however_it_ends(end: str, indent: int | None) -> None:
    found = articles(json.dumps(REPLY, indent=indent) + end)
    assert [words(each, "headline") for each in found if isinstance(each, Article)] == [
        "Ferry sails",
        "Ferry returns",
    ]


def test_a_list_of_articles_in_each_line_is_read() -> None:
    line = json.dumps(REPLY) + "\n"
    alone = json.dumps({"headline": "Ferry waits", "content": TEXT}) + "\n"
    found = articles(line + alone + "{\n" + line)
    assert [isinstance(each, Article) for each in found] == [True, True, True, False, True, True]
    assert [each.article for each in found if isinstance(each, Article)] == [1, 2, 3, 5, 6]


def test_a_list_of_articles_that_breaks_into_lines_gives_those_before() -> None:
    first, second = (json.dumps(article) for article in REPLY["articles"])
    found = articles(f'{{"status": "ok", "articles": [{first}, {second}\n {second}\n {second}\n')
    named = [words(each, "headline") for each in found if isinstance(each, Article)]
    assert named[:1] == ["Ferry sails"]


def test_rows_of_a_broken_text_have_numbers_of_their_own_by_its_lines() -> None:
    found = articles('{"a" b}\n\n' + json.dumps(REPLY) + "\n" + json.dumps(REPLY["articles"]) + "\n")
    assert [each.article for each in found if isinstance(each, Article)] == [3, 4]


def test_a_broken_row_that_holds_a_list_is_no_list_of_articles() -> None:
    row = json.dumps({"title": "Ferry sails", "text": TEXT})
    broken = '{"title": "Ferry", "authors": [{"name": "Ida Holm"}], "text": "It'
    found = articles(f"{broken}\n{row}\n{row}\n")
    assert [isinstance(each, Article) for each in found] == [False, True, True]


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize(
    "further",
    [
        {"authors": [{"name": "Ida Holm"}]},
        {"images": [{"url": "a.png", "description": "A ferry"}]},
        {"comments": [{"text": "Not true."}, {"text": "Quite."}]},
    ],
)
def test_what_an_article_holds_is_no_list_of_articles(further: dict[str, object], end: str) -> None:
    (article,) = articles(json.dumps({"title": "Ferry sails", "text": TEXT, **further}) + end)
    assert isinstance(article, Article)
    assert words(article, "body") == TEXT


def test_the_field_that_a_user_names_tells_which_list_holds_the_articles() -> None:
    row = {"tags": [{"name": "sea"}], "found": [{"lead": TEXT}, {"lead": TEXT}]}
    for end in ("", "\n"):
        assert len(articles(json.dumps(row) + end, Fields(text="lead"))) == 2


def test_rows_in_several_encodings_are_each_decoded_alone() -> None:
    rows = f'{{"text": "{TEXT}"}}\n'
    first, second = articles(rows.encode() + rows.encode("cp1252"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.encoding) == (second.text, "utf-8")
    assert (second.encoding, second.encoding_how) == ("windows-1252", "fallback")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
@pytest.mark.parametrize(("delimiter", "start"), [(",", ""), (";", "sep=;\r\n"), ("\t", "")])
def test_tables_of_spreadsheets_are_read(encoding: str, delimiter: str, start: str, tmp_path: Path) -> None:
    out = io.StringIO(newline="")
    out.write(start)
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows(
        [["id", "title", "text"], ["1", 'He said "no"', f"{TEXT}\n\nA; b, c\td."], [], ["2", "", TEXT]]
    )
    data = out.getvalue().encode(encoding)
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    found = list(read_all(path))
    assert [article.article for article in found if isinstance(article, Article)] == ["1", "2"]
    assert isinstance(found[0], Article)
    assert found[0].text == f'He said "no"\n\n{TEXT}\n\nA; b, c\td.'


@pytest.mark.parametrize(
    "broken",
    ['2,"no end\n', "2,a,b\n", "2\n", '2,"a" b\n', "2,\n"],
)
def test_a_broken_row_of_a_table_costs_no_other(broken: str) -> None:
    row = f'{{}},"{TEXT}, again."\n'
    found = articles("id,text\n" + row.format(1) + broken + row.format(3) + row.format(4))
    assert [article.article for article in found if isinstance(article, Article)] == ["1", "3", "4"]
    (error,) = [each for each in found if isinstance(each, InputError)]
    assert error.message.startswith("row 2: ")


def test_prose_is_no_table() -> None:
    for text in (
        "Text, body and soul\n\nAll three, she said, are one.",
        "Id,text\n",
        "Red, white, blue\nNo, she said.",
    ):
        (article,) = articles(text)
        assert isinstance(article, Article)
        assert article.text == text


def test_one_object_is_one_article_and_read_takes_it() -> None:
    row = {"text": TEXT, "title": "Ferry"}
    assert read(io.BytesIO(json.dumps(row, indent=2).encode())).text == f"Ferry\n\n{TEXT}"
    with pytest.raises(InputError, match="holds several articles"):
        read(io.BytesIO(json.dumps([row, row]).encode()))


def test_parquet_holds_times_and_numbers_and_is_told_if_cut() -> None:
    import pyarrow
    from pyarrow import parquet

    out = io.BytesIO()
    when = datetime.datetime(2021, 5, 4, 10, 0)
    parquet.write_table(
        pyarrow.table(
            {"id": [1, 2], "date": [when, None], "text": [TEXT, None], "raw": [b"\0", b"\1"], "n": [0.5, 1.0]}
        ),
        out,
    )
    first, second = articles(out.getvalue())
    assert isinstance(first, Article)
    assert (first.article, first.date) == (1, "2021-05-04")
    assert first.meta == {"raw": None, "n": 0.5}
    assert isinstance(second, InputError)
    assert second.message == "row 2: has no text in 'text'"
    with pytest.raises(InputError, match="cannot be read as Parquet"):
        articles(out.getvalue()[:-20])


def test_a_file_is_given_up_where_nothing_but_broken_rows_follows() -> None:
    found = read_all(io.BytesIO(json.dumps({"text": TEXT}).encode() + b"\n" + b"{\n" * 5_000))
    assert isinstance(next(found), Article)
    told = list(islice(found, 1_000))
    assert all(isinstance(each, InputError) for each in told)
    with pytest.raises(InputError, match="the last 1000 rows are broken"):
        next(found)


@pytest.mark.parametrize("rest", ["", "more of it\n", "more of it\n\nand too\n"])
def test_a_quotation_mark_that_is_never_closed_is_one_failure(rest: str) -> None:
    whole = "2,It was mended.,news\n3,It holds.,news\n"
    broken, *others = articles(f'id,text,desk\n1,"It broke\n{rest}{whole}')
    assert isinstance(broken, InputError)
    assert broken.message == "row 1: is no row of CSV: a quotation mark is never closed"
    assert [other.article for other in others if isinstance(other, Article)] == ["2", "3"] == ids(others)


def ids(found: list[Article | InputError]) -> list[object]:
    return [one.message if isinstance(one, InputError) else one.article for one in found]


def test_a_field_or_an_id_as_long_as_a_file_is_told_in_short() -> None:
    field = "body" + "/" * 5_000
    _, broken = articles(
        "\n".join(json.dumps({field: text}) for text in (TEXT, "")), fields=Fields(text=field)
    )
    assert isinstance(broken, InputError)
    assert len(broken.message) < 100
    (broken,) = articles(json.dumps({"id": "a" * 5_000, "text": "﻿<p></p>"}))
    assert isinstance(broken, InputError)
    assert len(broken.message) < 200
