"""The commands with the real analysis, from a file to the formats that scripts read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.support.payloads import dangers
from tests.support.processes import NEWSCLI, run, run_on_terminal

SAMPLE = Path(__file__).parents[2] / "samples" / "agency-dispatch.txt"
TEXT = SAMPLE.read_text(encoding="utf-8")
VIEWS = ("report", "summary", "quotes", "sources", "entities", "keywords")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_an_article_holds_something_in_every_format(view: str) -> None:
    outputs = [run(view, SAMPLE, "-f", format, program=NEWSCLI) for format in ("plain", "table", "json")]
    assert [(done.code, done.err) for done in outputs] == [(0, "")] * 3
    assert all(done.out.endswith("\n") and len(done.out) > 100 for done in outputs)
    (article,) = json.loads(outputs[2].out)["articles"]
    assert article["file"] == str(SAMPLE)


def test_offsets_are_those_of_the_file() -> None:
    lines = run("quotes", SAMPLE, "--format", "ndjson", program=NEWSCLI).out.splitlines()
    for quote in map(json.loads, lines):
        pieces = " ".join(TEXT[start:end] for start, end in quote["spans"])
        assert quote["text"].replace("…", "").split() == pieces.split()
        for part in (quote["cue"], quote["mention"]):
            if part is not None:
                pieces = part.get("spans", [[part["start"], part["end"]]])
                assert " … ".join(TEXT[start:end] for start, end in pieces) == part["text"]
    for line in run("entities", SAMPLE, "--format", "ndjson", program=NEWSCLI).out.splitlines():
        entity = json.loads(line)
        assert entity["count"] == len(entity["mentions"])
        assert all(0 <= start < end <= len(TEXT) for start, end in entity["mentions"])


@pytest.mark.parametrize(
    ("words", "most"), [((), 3), (("-n", "1"), 1), (("--words", "40"), 2), (("--ratio", "0.2"), 3)]
)
def test_a_summary_is_as_short_as_asked(words: tuple[str, ...], most: int) -> None:
    lines = run("summary", SAMPLE, *words, program=NEWSCLI).out.splitlines()
    assert 1 <= len(lines) <= most
    assert all(line in " ".join(TEXT.split()) for line in lines)


@pytest.mark.parametrize("method", ["news", "fast", "lead", "textrank", "lexrank", "centroid"])
def test_each_method_of_summary_works(method: str) -> None:
    done = run("summary", SAMPLE, "--method", method, "-f", "json", program=NEWSCLI)
    assert json.loads(done.out)["articles"][0]["summary"]["method"] == method


@pytest.mark.parametrize("method", ["lead", "fast"])
def test_a_summary_names_in_full_whom_it_names_first_by_surname(tmp_path: Path, method: str) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "Mr Orr said on Monday that the ships would stop for good.\n\n"
        "Some 40 people work for him.\n\n"
        "Daniel Orr, the owner of the Aldby ferry, blamed the price of fuel.\n"
    )
    words = ("summary", str(story), "-n", "1", "--method", method)
    if method == "lead":
        plain = run(*words, program=NEWSCLI).out
        assert plain == "Mr Orr said on Monday that the ships would stop for good.\n"
    assert "Orr [Daniel Orr, the owner of the Aldby ferry]" in run(*words, "--resolved", program=NEWSCLI).out


def test_filters_keep_what_they_say() -> None:
    def quotes(*words: str) -> list[dict[str, object]]:
        lines = run("quotes", SAMPLE, "-f", "ndjson", *words, program=NEWSCLI).out.splitlines()
        return [json.loads(line) for line in lines]

    everything = quotes()
    assert quotes("--kind", "direct", "--kind", "mixed") == [q for q in everything if q["kind"] != "indirect"]
    assert quotes("--speaker", "REEVE") == [q for q in everything if q["speaker"] == "Tomas Reeve"] != []


@pytest.mark.parametrize(
    ("name", "words", "format"),
    [
        ("out.csv", (), "csv"),
        ("out.CSV", (), "csv"),
        ("out.tsv", (), "tsv"),
        ("out.json", (), "json"),
        ("out.ndjson", (), "ndjson"),
        ("out.jsonl", ("--format", "auto"), "ndjson"),
        ("out.md", (), "markdown"),
        ("out.txt", (), "plain"),
        ("csv", (), "plain"),
        ("out.csv", ("--format", "json"), "json"),
        ("out", ("--format", "jsonl"), "ndjson"),
    ],
)
def test_the_format_follows_the_name_of_the_output_unless_it_is_given(
    name: str, words: tuple[str, ...], format: str, story: Path, tmp_path: Path
) -> None:
    done = run("quotes", story, "--output", tmp_path / name, *words)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().decode() == run("quotes", story, "--format", format).out


def test_csv_is_made_for_excel_or_without_a_header_on_request(story: Path) -> None:
    for format in ("csv", "tsv"):
        plain = run("quotes", story, "-f", format).out
        assert run("quotes", story, "-f", format, "--bom").out == f"\ufeff{plain}"
        assert run("quotes", story, "-f", format, "--no-header").out == plain.partition("\n")[2]
    assert not dangers(run_on_terminal("quotes", story, "-f", "tsv", "--bom").out, allowed="\t\n")


def test_a_spreadsheet_gets_no_formula_on_request(tmp_path: Path) -> None:
    (tmp_path / "=1+1.txt").write_text("“We are glad,” said Ana Orel on Monday.", encoding="utf-8")

    def files(*words: str) -> set[str]:
        done = run("quotes", "=1+1.txt", "-f", "csv", *words, cwd=tmp_path, program=NEWSCLI)
        return {row["file"] for row in csv.DictReader(io.StringIO(done.out))}

    assert files() == {"=1+1.txt"}
    assert files("--csv-safe") == {"'=1+1.txt"}
