"""``newscli sources``, and lists of quotes over several files, as a shell sees them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.support.processes import NEWSCLI, Ended, run

FIRST = """Harbour to close

The harbour will close in June, Ana Orel, the mayor, said on Monday. "We have no money," she said.

A senior official said the port had been losing money for years.
"""
SECOND = """Port fees rise

Orel said the fees would rise by a tenth. "Nobody will like it," Tomas Hale of the Harbour Board said.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return first, second


def newscli(*words: str | Path, cwd: Path | None = None) -> Ended:
    return run(*words, program=NEWSCLI, cwd=cwd)


def records(*words: str | Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in newscli("sources", *words, "-f", "ndjson").out.splitlines()]


def test_an_article_has_a_line_for_each_source(files: tuple[Path, Path]) -> None:
    mayor, official = records(files[0])
    assert (mayor["speaker"], mayor["source_type"], mayor["pronoun"], mayor["quotes"], mayor["direct"]) == (
        "Ana Orel",
        "person",
        "she",
        2,
        1,
    )
    assert (official["speaker"], official["source_type"], official["named"]) == (
        "A senior official",
        "anonymous",
        False,
    )
    assert mayor["file"] == str(files[0])


def test_json_csv_and_lines_agree(files: tuple[Path, Path]) -> None:
    lines = records(*files)
    articles = json.loads(newscli("sources", *files, "-f", "json").out)["articles"]
    assert [source for article in articles for source in article["sources"]] == lines
    rows = list(csv.DictReader(io.StringIO(newscli("sources", *files, "-f", "csv").out)))
    assert [(row["speaker"], int(row["words"])) for row in rows] == [
        (line["speaker"], line["words"]) for line in lines
    ]


def test_people_read_the_sources_of_all_files_together(files: tuple[Path, Path]) -> None:
    done = newscli("sources", *files, "-f", "table")
    assert done.out.splitlines()[0].startswith("3 sources, 2 named")
    assert [line["articles"] for line in records(*files, "--by", "run") if line["speaker"] == "Ana Orel"] == [
        2
    ]
    assert done.out.count("Ana Orel") == 1


def test_each_file_has_its_own_sources_if_asked(files: tuple[Path, Path]) -> None:
    done = newscli("sources", *files, "-f", "table", "--by", "file")
    assert [line for line in done.out.splitlines() if "source" in line] == [
        line for line in done.out.splitlines() if line.startswith("2 sources")
    ]


@pytest.mark.parametrize(
    ("words", "code", "complaints"),
    [
        (("--min-sources", "2"), 0, 0),
        (("--min-sources", "3", "--exit-status"), 1, 2),
        (("--min-sources", "3"), 0, 2),
        (("--max-anonymous", "0.1", "--exit-status"), 1, 1),
        (("--max-anonymous", "0.9", "--exit-status"), 0, 0),
    ],
)
def test_a_newsroom_checks_its_articles(
    files: tuple[Path, Path], words: tuple[str, ...], code: int, complaints: int
) -> None:
    done = newscli("sources", *files, *words)
    assert (done.code, len(done.err.splitlines())) == (code, complaints)


def test_no_source_is_a_table_and_an_exit_status_of_its_own(tmp_path: Path) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("The harbour closed in June. It rained.\n", encoding="utf-8")
    done = newscli("sources", bare, "-f", "table", "--exit-status")
    assert (done.code, done.out) == (1, "No sources found.\n")


def test_quotes_of_several_files_stand_under_one_speaker(files: tuple[Path, Path]) -> None:
    names = [file.name for file in files]
    cwd = files[0].parent
    lines = newscli("quotes", *names, "--by", "speaker", "-f", "table", cwd=cwd).out.splitlines()
    heads = [line.split("  ")[0] for line in lines if " words" in line]
    assert heads[0] == "Ana Orel, the mayor"
    assert len(heads) == len({*heads})
    assert lines.count(names[1]) == 2


def test_files_without_a_hit_are_not_shown(files: tuple[Path, Path]) -> None:
    names = [file.name for file in files]
    done = newscli("quotes", *names, "--speaker", "hale", "-f", "table", cwd=files[0].parent)
    assert [line for line in done.out.splitlines() if line.startswith("──")] == [
        line for line in done.out.splitlines() if "second.txt" in line
    ]


def test_a_speaker_whom_nobody_is_gets_the_nearest_names(files: tuple[Path, Path]) -> None:
    done = newscli("quotes", *files, "--speaker", "Orrel")
    assert done.err == "newscli: no quote by 'Orrel'; did you mean Ana Orel?\n"
    assert newscli("quotes", *files, "--speaker", "xyz").err == "newscli: no quote by 'xyz'\n"
    assert newscli("quotes", *files, "--speaker", "Orrel", "--quiet").err == ""
    assert newscli("quotes", *files, "--speaker", "Mayor Orel").out.count("\n") == 3


def test_json_keeps_the_articles_apart(files: tuple[Path, Path]) -> None:
    done = newscli("sources", *files, "-f", "json", "--by", "run")
    assert (done.code, done.out) == (2, "")
    assert "json has the sources of each article" in done.err


def test_a_description_from_several_articles_has_no_place(files: tuple[Path, Path]) -> None:
    (described,) = (
        line["description"] for line in records(*files, "--by", "run") if line["speaker"] == "Ana Orel"
    )
    assert described == {"text": "the mayor", "start": None, "end": None}


def test_a_speaker_whom_other_filters_drop_is_said_to_be_there(files: tuple[Path, Path]) -> None:
    done = newscli("quotes", *files, "--speaker", "hale", "--kind", "indirect")
    assert done.err == "newscli: no quote by Tomas Hale passes the other filters\n"


def test_no_name_is_no_speaker(files: tuple[Path, Path]) -> None:
    assert newscli("quotes", *files, "--speaker", "").code == 2


@pytest.mark.parametrize("words", [("quotes", "--by", "speaker"), ("sources", "--by", "run")])
def test_what_is_written_at_the_end_cannot_be_gone_on_with(
    files: tuple[Path, Path], tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = newscli(*words, *files, "-o", tmp_path / "out.csv", "--resume")
    assert (done.code, done.out) == (2, "")
    assert "--resume cannot go on with" in done.err
