from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest

from newscli.model import Analysis, Article
from newscli.render import Looks, View
from newscli.render.json import write_envelope, write_lines
from tests.support.payloads import dangers
from tests.support.port_ellery import TEXT, VIEWS, nothing_found, reading, retold, saying


def envelope(view: View, *analyses: Analysis) -> Any:  # noqa: ANN401
    out = StringIO()
    write_envelope(view, analyses, Looks(), out)
    return json.loads(out.getvalue())


def records(view: View, *analyses: Analysis) -> list[Any]:
    out = StringIO()
    write_lines(view, analyses, Looks(), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("view", VIEWS)
def test_the_envelope_has_the_same_shape_for_every_view(view: View) -> None:
    assert envelope(view) == {"schema": "newscli/2", "articles": []}
    one, two = envelope(view, reading("one.txt"), nothing_found("two.txt"))["articles"]
    assert list(one) == list(two)
    assert (one["file"], two["file"]) == ("one.txt", "two.txt")


def test_an_article_says_its_layout_and_its_size() -> None:
    (article,) = envelope("keywords", reading())["articles"]
    del article["keywords"]
    assert article == {
        "file": "port-ellery.txt",
        "article": None,
        "encoding": "utf-8",
        "encoding_how": "utf-8",
        "headline": {"text": "Port Ellery votes to raise its sea wall", "start": 0, "end": 39},
        "deck": None,
        "section": None,
        "byline": {"text": "By Ilse Marren", "start": 41, "end": 55},
        "dateline": {"text": "PORT ELLERY", "start": 57, "end": 68},
        "date": None,
        "url": None,
        "outlet": None,
        "credits": [{"text": "Editing by Jon Arkwright", "start": 854, "end": 878}],
        "words": 142,
        "sentences": 8,
        "warnings": ["a quotation mark in paragraph 4 has no partner"],
        "meta": {},
        "text": None,
    }


@pytest.mark.parametrize("view", VIEWS)
def test_an_article_has_the_parts_of_its_view(view: View) -> None:
    (article,) = envelope(view, reading())["articles"]
    parts = {"summary", "quotes", "entities", "keywords", "sources"}
    assert parts & set(article) == (parts if view == "report" else {view})


def test_extracted_text_comes_with_the_offsets_into_it() -> None:
    article = Article("The wall.", "page.html", (), "The wall.", extracted=True)
    assert envelope("quotes", Analysis(article))["articles"][0]["text"] == "The wall."


def test_an_article_of_several_says_which_it_is_and_what_its_file_says_of_it() -> None:
    article = Article(
        "The wall.", "walls.jsonl", (), "The wall.", article="w-7", meta={"tags": ["sea", {"n": 1}]}
    )
    (found,) = envelope("quotes", Analysis(article))["articles"]
    assert (found["file"], found["article"], found["meta"]) == (
        "walls.jsonl",
        "w-7",
        {"tags": ["sea", {"n": 1}]},
    )


def test_a_quote_has_its_spans_cue_source_and_speaker() -> None:
    first, *_, asked, believed = records("quotes", reading())
    assert first == {
        "file": "port-ellery.txt",
        "article": None,
        "id": 1,
        "kind": "direct",
        "text": "“We will not spend another winter counting sandbags,” … "
        "“and we will not ask our children to do it either.”",
        "spans": [[236, 289], [330, 381]],
        "cue": {"text": "told", "start": 312, "end": 316},
        "mention": {"text": "Mara Voss, the mayor", "start": 290, "end": 310},
        "speaker": "Mara Voss",
        "source_type": "person",
        "description": {"text": "the mayor", "start": 301, "end": 310},
        "status": "said",
        "act": "speech",
        "within": None,
        "confidence": 0.97,
        "paragraph": 2,
        "shown": True,
        "text_resolved": None,
    }
    assert asked["speaker"] is None
    assert believed["act"] == "thought"


def test_a_quote_says_what_became_of_it_and_in_which_other_one_it_stands() -> None:
    assert [(quote["id"], quote["status"], quote["within"]) for quote in records("quotes", retold())] == [
        (1, "asked", None),
        (2, "denied", 1),
    ]


def test_a_cue_whose_pieces_stand_apart_has_the_span_of_each() -> None:
    parted, whole = (quote["cue"] for quote in records("quotes", retold()))
    assert parted == {"text": "did … say", "start": 4, "end": 22, "spans": [[4, 7], [19, 22]]}
    assert whole == {"text": "denied", "start": 38, "end": 44}


def test_an_entity_has_aliases_and_mentions() -> None:
    assert records("entities", reading())[0] == {
        "file": "port-ellery.txt",
        "article": None,
        "name": "Mara Voss",
        "label": "PER",
        "count": 2,
        "aliases": ["Mrs Voss"],
        "mentions": [[290, 299], [669, 677]],
        "description": {"text": "the mayor", "start": 301, "end": 310},
        "salience": 0.91,
    }


def test_a_summary_names_its_method_and_rounds_its_scores() -> None:
    (article,) = envelope("summary", reading())["articles"]
    assert article["summary"]["method"] == "news"
    assert article["summary"]["sentences"] == records("summary", reading())
    assert [sentence["score"] for sentence in article["summary"]["sentences"]] == [0.9312, 0.7, 0.5555]


def test_a_keyword_has_score_count_and_mentions() -> None:
    assert records("keywords", reading())[0] == {
        "file": "port-ellery.txt",
        "article": None,
        "term": "sea wall",
        "score": 1.0,
        "count": 2,
        "mentions": [[31, 39], [128, 136]],
    }


def test_a_report_is_one_article_a_line() -> None:
    one, two = records("report", reading("one.txt"), reading("two.txt"))
    assert [one, two] == envelope("report", reading("one.txt"), reading("two.txt"))["articles"]


def test_every_offset_points_at_the_very_words() -> None:
    for quote in records("quotes", reading()):
        assert quote["text"] == " … ".join(TEXT[start:end] for start, end in quote["spans"])
        assert quote["cue"]["text"] == TEXT[quote["cue"]["start"] : quote["cue"]["end"]]
    for sentence in records("summary", reading()):
        assert sentence["text"] == TEXT[sentence["start"] : sentence["end"]]


def test_letters_stay_letters() -> None:
    out = StringIO()
    write_lines("quotes", [saying("“Žluťoučký kůň 馬”")], Looks(), out)
    assert "“Žluťoučký kůň 馬”" in out.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        *("\x1b[2J\x9b", "\u2028\x85\u2029", "\u202egpj", "a\udc80b", "\U000e0041", "a\u200b\xad\ufeffb"),
        *("e" + "\u0301" * 20, "\u2066a\u2069", '"\\"\x7f', "\ufdd0\U0010ffff"),
    ],
)
def test_what_breaks_a_stream_or_a_terminal_is_escaped_and_comes_back(words: str) -> None:
    out = StringIO()
    write_lines("quotes", [saying(words)], Looks(), out)
    out.getvalue().encode()
    assert not dangers(out.getvalue())
    assert json.loads(out.getvalue().splitlines()[0])["text"] == words


def test_each_record_of_the_envelope_has_its_own_line() -> None:
    out = StringIO()
    write_envelope("quotes", [reading()], Looks(), out)
    assert sum('"confidence"' in line for line in out.getvalue().splitlines()) == 6
