"""What is no ordinary article: each gets an answer or one clear line, from the real program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.processes import NEWSCLI, STORY, Ended, run

GERMAN = (
    "Der Hafen bleibt bis zum Ende der Woche geschlossen, wie die Behörde am Dienstag mitteilte. "
    "Die Fischer der Insel dürfen ihre Boote nicht benutzen, und auch die Fähre fährt nicht mehr. "
    "Niemand weiß, wann der Sturm nachlassen wird und wer für den Schaden am Kai bezahlen soll."
)


def report(path: Path, *args: str | Path) -> tuple[Ended, dict[str, Any]]:
    done = run("report", "--format", "json", path, *args, program=NEWSCLI)
    articles = json.loads(done.out)["articles"]
    return done, articles[0] if articles else {}


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        (STORY.encode("utf-16-le"), "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    ],
    ids=["empty", "white space", "binary", "UTF-16 without a mark", "PDF"],
)
def test_what_is_no_text_is_reported_in_one_line_and_the_others_are_read(
    tmp_path: Path, content: bytes, message: str
) -> None:
    bad = written(tmp_path, "bad.txt", content)
    good = written(tmp_path, "good.txt", STORY)
    done = run("quotes", "--format", "ndjson", bad, good, program=NEWSCLI)
    assert done.code == 3
    first, *rest = done.err.splitlines()
    assert first.startswith(f"newscli: {bad}: ")
    assert message in first
    assert all(line.startswith("  hint: ") for line in rest)
    assert {json.loads(line)["file"] for line in done.out.splitlines()} == {str(good)}


def test_a_text_in_another_language_is_read_with_a_warning(tmp_path: Path) -> None:
    done, article = report(written(tmp_path, "hafen.txt", f"{GERMAN} {GERMAN}"))
    assert done.code == 0
    assert any("English" in warning for warning in article["warnings"])


def test_a_headline_alone_is_an_article(tmp_path: Path) -> None:
    done, article = report(written(tmp_path, "headline.txt", "Ferry Returns to Port Ellery\n"))
    assert done.code == 0
    assert article["headline"] == {"text": "Ferry Returns to Port Ellery", "start": 0, "end": 28}
    assert article["quotes"] == []


def test_a_text_without_paragraphs_is_read_sentence_by_sentence(tmp_path: Path) -> None:
    line = " ".join(STORY.split("\n")[2:])
    done, article = report(written(tmp_path, "line.txt", line))
    assert done.code == 0
    assert len(article["summary"]["sentences"]) == 3
    assert [quote["speaker"] for quote in article["quotes"]] == ["Ana Orel", "Ana Orel"]


SENTENCE = "Ana Orel said the ferry was late. "


# A hundred kilobytes, and nearly a megabyte.
@pytest.mark.parametrize("sentences", [3_000, pytest.param(26_000, marks=pytest.mark.long)])
def test_a_very_long_line_is_read_to_its_end(sentences: int, tmp_path: Path) -> None:
    text = "".join(f"Ferry{n} left gate{n} of quay{n}. " for n in range(sentences))
    path = written(tmp_path, "long.txt", text)
    done = run("summary", "--words", "1000000", "--format", "ndjson", path, program=NEWSCLI)
    assert done.code == 0
    assert json.loads(done.out.splitlines()[-1])["end"] == len(text) - 1


@pytest.mark.parametrize("sentences", [300, pytest.param(2_000, marks=pytest.mark.long)])
def test_a_long_line_is_read_for_quotes_to_its_end(sentences: int, tmp_path: Path) -> None:
    text = SENTENCE * sentences
    done = run("quotes", "--format", "ndjson", written(tmp_path, "long.txt", text), program=NEWSCLI)
    last = json.loads(done.out.splitlines()[-1])
    assert done.code == 0
    assert last["spans"][-1][1] > len(text) - 2 * len(SENTENCE)


def test_windows_1252_is_read_as_what_it_is(tmp_path: Path) -> None:
    done, article = report(written(tmp_path, "old.txt", STORY.encode("windows-1252")))
    assert done.code == 0
    assert (article["encoding"], article["encoding_how"]) == ("windows-1252", "fallback")
    assert article["quotes"][0]["text"] == "“We are glad,”"


def test_a_page_of_html_gives_its_article(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.splitlines()[2:])
    page = (
        "<!doctype html><html><head><title>Ferry returns</title></head><body><nav>Home Sport</nav>"
        f"<article><h1>Ferry returns to Port Ellery</h1>{paragraphs * 3}</article></body></html>"
    )
    done, article = report(written(tmp_path, "page", page))
    assert done.code == 0, done.err
    text = article["text"]
    assert isinstance(text, str)
    for quote in article["quotes"]:
        assert " ".join(text[start:end] for start, end in quote["spans"]) == quote["text"]
    assert "Home Sport" not in text
