"""``newscli compare`` as a shell sees it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from newscli.limits import MAX_COMPARED
from tests.support.processes import NEWSCLI, run

FIRST = """Harbour to close

“The harbour will close on Monday and stay closed,” said Ana Orel.
“We have no money left,” she said.

Ana Orel met Tom Bask on the pier.
"""
SECOND = """No more ships

“The harbour will close on Tuesday and stay closed,” Ana Orel told the council.
“Nobody asked the pilots,” she said.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return first, second


def test_two_articles_are_compared_in_every_format(files: tuple[Path, Path]) -> None:
    for format, words in (("plain", "statement"), ("table", "IN BOTH (1)"), ("markdown", "## In both")):
        done = run("compare", *files, "-f", format)
        assert (done.code, done.err) == (0, "")
        assert words in done.out
    lines = [json.loads(line) for line in run("compare", *files, "-f", "ndjson").out.splitlines()]
    header, *rows = csv.reader(io.StringIO(run("compare", *files, "-f", "csv").out, newline=""))
    assert [line["text"] for line in lines] == [row[header.index("text")] for row in rows]
    found = json.loads(run("compare", *files, "-f", "json").out)
    assert [article["file"] for article in found["articles"]] == [str(file) for file in files]
    assert [group["articles"] for group in found["comparison"]["statements"]] == [[0, 1], [0], [1]]


def test_the_real_analysis_finds_what_differs(files: tuple[Path, Path]) -> None:
    done = run("compare", *files, "-f", "table", "--width", "100", program=NEWSCLI)
    assert "{Monday}" in done.out
    assert "{Tuesday}" in done.out
    assert "We have no money left" in done.out.partition("ONLY IN A")[2]


def test_a_page_is_written_by_its_name(files: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("compare", *files, "-o", page).code == 0
    assert "<mark>Monday</mark>" in page.read_text(encoding="utf-8")


def test_one_file_may_hold_both_articles(tmp_path: Path) -> None:
    rows = tmp_path / "event.jsonl"
    rows.write_text("".join(json.dumps({"text": text}) + "\n" for text in (FIRST, SECOND)), encoding="utf-8")
    lines = [json.loads(line) for line in run("compare", rows, "-f", "ndjson").out.splitlines()]
    assert [(line["file"], line["article"], line["group"]) for line in lines[:2]] == [
        (str(rows), 1, 1),
        (str(rows), 2, 1),
    ]


@pytest.mark.parametrize("format", ["plain", "table", "csv", "markdown"])
def test_one_article_is_a_usage_error(files: tuple[Path, Path], format: str) -> None:
    done = run("compare", files[0], "-f", format)
    assert done.code == 2
    assert "a comparison needs two articles" in done.err
    assert "Ana" not in done.out


def test_a_file_stays_if_only_one_of_two_could_be_read(files: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("as it was", encoding="utf-8")
    done = run("compare", files[0], tmp_path / "missing.txt", "-o", page)
    assert done.code == 3
    assert "no such file" in done.err
    assert "a comparison needs two articles" in done.err
    assert page.read_text(encoding="utf-8") == "as it was"


def test_more_than_can_be_compared_are_refused(files: tuple[Path, Path]) -> None:
    done = run("compare", *[files[0]] * (MAX_COMPARED + 1))
    assert done.code == 2
    assert f"at most {MAX_COMPARED} articles" in done.err


def test_exit_status_asks_for_a_statement_in_common(files: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Rain\n\nIt rained all day in the hills above the town.\n", encoding="utf-8")
    assert run("compare", *files, "--exit-status").code == 0
    assert run("compare", files[0], other, "--exit-status").code == 1
    assert run("compare", files[0], other).code == 0


def test_what_is_written_at_the_end_cannot_be_gone_on_with(files: tuple[Path, Path], tmp_path: Path) -> None:
    done = run("compare", *files, "-o", tmp_path / "event.csv", "--resume")
    assert done.code == 2
    assert "--resume cannot go on with compare" in done.err


def test_sources_of_several_articles_are_one_page(files: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "sources.html"
    assert run("sources", *files, "-o", page).code == 0
    assert "<h1" in page.read_text(encoding="utf-8")
    assert "2 articles" in page.read_text(encoding="utf-8")
    assert run("sources", *files, "--by", "article", "-o", page).code == 0
    text = page.read_text(encoding="utf-8")
    assert "Harbour to close" in text
    assert "No more ships" in text


def test_a_folder_takes_reports_alone(files: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    done = run("compare", *files, "-f", "html", "-o", folder)
    assert done.code in {2, 5}
    assert not list(folder.iterdir())
