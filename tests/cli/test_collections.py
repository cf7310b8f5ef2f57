"""Files of many articles on the command line: in order, in flat memory, each named, a broken one told."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.processes import PATIENCE, STAND_IN, Ended, environment, run, shell

TEXT = "“We are glad,” said Ana Orel, who runs the harbour. This is story {}."


def json_lines(rows: int) -> Iterator[str]:
    for number in range(1, rows + 1):
        row = json.dumps({"id": f"a{number}", "title": f"Ferry {number} sails", "body": TEXT.format(number)})
        yield (row[:40] if number == rows // 2 else row) + "\n"


def table(rows: int) -> Iterator[str]:
    yield "id,title,body\n"
    for number in range(1, rows + 1):
        row = f'a{number},Ferry {number} sails,"{TEXT.format(number)}"\n'
        yield row.replace('."\n', ".\n") if number == rows // 2 else row


@pytest.mark.parametrize("rows", [1_000, pytest.param(10_000, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    ("name", "lines", "jobs"),
    [("a.jsonl", json_lines, "1"), ("a.jsonl", json_lines, "2"), ("a.csv", table, "1")],
)
def test_thousands_of_rows_are_read_in_order_and_a_broken_one_is_told(
    name: str, lines: Callable[[int], Iterator[str]], jobs: str, rows: int, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("".join(lines(rows)), encoding="utf-8")
    done = run("quotes", name, "--format", "ndjson", "--jobs", jobs, "--quiet", cwd=tmp_path)
    assert done.code == 3
    found = [json.loads(line)["article"] for line in done.out.splitlines()]
    assert found == [f"a{number}" for number in range(1, rows + 1) if number != rows // 2]
    told = [line for line in done.err.splitlines() if not line.startswith("  hint: ")]
    assert len(told) == 1
    assert told[0].startswith(f"newscli: {name}: row {rows // 2}: is no ")


@pytest.mark.parametrize("rows", [1_000, pytest.param(4_000, marks=pytest.mark.long)])
def test_memory_does_not_grow_with_the_rows(rows: int, tmp_path: Path) -> None:
    row = json.dumps({"text": TEXT, "padding": "x" * 20_000}) + "\n"
    (tmp_path / "few.jsonl").write_text(row * 20, encoding="utf-8")
    (tmp_path / "many.jsonl").write_text(row * rows, encoding="utf-8")
    program = (
        "import resource, runpy, sys\n"
        f"sys.argv = {[STAND_IN[-1], 'quotes', 'NAME', '--quiet', '-o', '/dev/null']!r}\n"
        "try:\n"
        f"    runpy.run_path({STAND_IN[-1]!r}, run_name='__main__')\n"
        "except SystemExit:\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    peaks = [
        int(
            subprocess.run(
                [STAND_IN[0], "-c", program.replace("NAME", name)],
                capture_output=True,
                check=True,
                cwd=tmp_path,
                env=environment(),
                timeout=PATIENCE,
            ).stdout
        )
        for name in ("few.jsonl", "many.jsonl")
    ]
    # In KiB: of the rows, which have 20 kB each, less than the half.
    assert peaks[1] < peaks[0] + rows * 20 // 2


def test_fields_are_guessed_and_told_unless_they_are_named(tmp_path: Path) -> None:
    row = {"key": "k1", "headline": "Ferry sails", "story": "“We are glad,” said Ana Orel.", "words": "No."}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    guessed = run("quotes", "a.jsonl", cwd=tmp_path)
    assert guessed.out.startswith("k1\t")
    assert "reads text from 'story', id from 'key', title from 'headline'" in guessed.err
    named = run(
        "quotes",
        "a.jsonl",
        "--text-field",
        "words",
        "--id-field",
        "headline",
        "-q",
        "-f",
        "json",
        cwd=tmp_path,
    )
    (article,) = json.loads(named.out)["articles"]
    assert (article["article"], article["quotes"], named.err) == ("Ferry sails", [], "")
    assert article["meta"] == {"key": "k1", "story": row["story"]}


def test_a_field_that_is_not_there_costs_one_line_that_says_which_there_are(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,body\n" + "1,Ana Orel waits.\n" * 100, encoding="utf-8")
    done = run("quotes", "a.csv", "--text-field", "bdy", cwd=tmp_path)
    assert done == Ended(
        3,
        "",
        "newscli: a.csv: has no field 'bdy'\n  hint: did you mean 'body'? its fields are 'id', 'body'\n",
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "", "is empty"),
        ("a.csv", "id,text\n", "is CSV without rows"),
        ("a.jsonl", "", "is JSON Lines without rows"),
        ("a.json", "[]", "is a JSON array without rows"),
        ("a.jsonl", "not\njson\n" * 50, "is not JSON Lines: none of its first 20 rows is whole"),
        ("a.xml", "<rss><channel></channel></rss>", "is a feed without items"),
    ],
)
def test_what_holds_no_article_is_one_line(name: str, content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = run("quotes", name, cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines()[0] == f"newscli: {name}: {said}"


def test_plain_lines_name_the_article_where_there_may_be_several(story: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 7, "text": "“Yes,” said Ana Orel."}\n', encoding="utf-8")
    alone = run("quotes", "a.jsonl", "-q", cwd=tmp_path)
    assert alone.out == "7\tAna Orel\t\tdirect\tsaid\t\t“Yes,”\n"
    both = run("quotes", story, "a.jsonl", "-q", cwd=tmp_path)
    assert [line.split("\t")[:2] for line in both.out.splitlines()] == [
        [str(story), ""],
        [str(story), ""],
        ["a.jsonl", "7"],
    ]
    assert run("quotes", story).out.startswith("Ana Orel\t")
    assert "a.jsonl · 7" in run("quotes", "a.jsonl", "-q", "-f", "table", cwd=tmp_path).out
    assert "# a.jsonl · 7" in run("quotes", "a.jsonl", "-q", "-f", "markdown", cwd=tmp_path).out.replace(
        "\\", ""
    )


def test_rows_come_through_a_pipe_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "id,text,other\n1,“Yes” said Ana Orel,x\n2,“No” said Ana Orel,y\n", encoding="utf-8"
    )
    done = shell('newscli quotes -q < "$1"; newscli quotes -q -j 2 < "$1"', tmp_path / "a.csv")
    assert [line.split("\t")[-1] for line in done.out.splitlines()] == ["“Yes”", "“No”"] * 2


def test_nothing_found_is_said_of_all_rows_together(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Nobody spoke."}\n' * 3, encoding="utf-8")
    assert run("quotes", "a.jsonl", "--exit-status", "-q", cwd=tmp_path).code == 1
    with (tmp_path / "a.jsonl").open("a", encoding="utf-8") as more:
        more.write('{"text": "“Yes,” said Ana Orel."}\n')
    assert run("quotes", "a.jsonl", "--exit-status", "-q", cwd=tmp_path).code == 0


def test_a_bug_in_a_row_costs_only_that_row(tmp_path: Path) -> None:
    rows = ["“Yes,” said Ana Orel.", "It will [crash].", "“No,” said Ana Orel."]
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"text": row}) + "\n" for row in rows), encoding="utf-8"
    )
    for jobs in ("1", "2"):
        done = run("quotes", "a.jsonl", "-q", "--jobs", jobs, cwd=tmp_path)
        assert (done.code, len(done.out.splitlines())) == (70, 2)


def test_a_folder_is_read_with_recursive_and_what_is_passed_over_is_told(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/c/three.md", ".hidden/four.txt"):
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_text(f"“{name},” said Ana Orel.", encoding="utf-8")
    (tmp_path / "all" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "all" / "b" / "loop").symlink_to(tmp_path / "all")
    refused = run("quotes", "all", cwd=tmp_path)
    assert refused.code == 3
    assert "hint: read all in it: newscli quotes --recursive all" in refused.err
    done = run("quotes", "--recursive", "all", cwd=tmp_path)
    assert [line.split("\t")[0] for line in done.out.splitlines()] == [
        "all/a.txt",
        "all/b/two.txt",
        "all/b/c/three.md",
    ]
    assert done.err == "newscli: all: 1 file passed over, whose names newscli does not know: .jpg\n"
    (tmp_path / "none").mkdir()
    assert run("quotes", "-r", "none", cwd=tmp_path).code == 3


@pytest.mark.parametrize("list_", ["a.txt\nb c.txt\n\n", "a.txt\r\nb c.txt", "a.txt\0b c.txt\0"])
def test_files_are_listed_in_a_file_or_on_standard_input(list_: str, tmp_path: Path) -> None:
    for name in ("a.txt", "b c.txt", "list"):
        (tmp_path / name).write_text("“Yes,” said Ana Orel.", encoding="utf-8")
    (tmp_path / "list").write_text(list_, encoding="utf-8")
    done = run("quotes", "--files-from", "list", cwd=tmp_path)
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["a.txt", "b c.txt"]
    assert run("quotes", "--files-from", "-", cwd=tmp_path, stdin=list_.encode()) == done
    twice = run("quotes", "-", "--files-from", "-", cwd=tmp_path, stdin=list_.encode())
    assert (twice.code, twice.err.splitlines()[0]) == (2, "newscli: standard input can be read only once")
    missing = run("quotes", "--files-from", "nowhere", cwd=tmp_path)
    assert (missing.code, missing.err.splitlines()[0]) == (2, "newscli: --files-from: nowhere: no such file")


def test_an_address_is_answered_with_a_command_that_fetches(tmp_path: Path) -> None:
    done = run("entities", "https://post.example/a?b=1&c=2")
    assert done.code == 3
    assert done.err.splitlines()[1] == "  hint: curl -sL 'https://post.example/a?b=1&c=2' | newscli entities"


@pytest.mark.parametrize(
    ("name", "head", "hint"),
    [
        ("a b.pdf", b"%PDF-1.7\n", "pdftotext -layout 'a b.pdf' - | newscli summary"),
        ("a.rtf", b"{\\rtf1\\ansi", "pandoc -f rtf -t plain a.rtf | newscli summary"),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0",
            "soffice --headless --convert-to docx a.doc && newscli summary a.docx",
        ),
        ("a.zip", b"PK\x03\x04\x14\0\0\0", "unzip a.zip -d articles && newscli summary --recursive articles"),
    ],
)
def test_what_is_refused_comes_with_a_command_to_paste(
    name: str, head: bytes, hint: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(head + b"x" * 100)
    done = run("summary", name, cwd=tmp_path)
    assert (done.code, done.err.splitlines()[1]) == (3, f"  hint: {hint}")
