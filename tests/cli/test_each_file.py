"""``-o FOLDER/``: a file for each input, whole or not at all, and ``--skip-existing``."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from tests.support.processes import STORY, Ended, finish, run, start


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with articles in two folders, of which two have the same name."""
    for name in ("a/one.txt", "a/two.txt", "b/one.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    return tmp_path


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("format", "suffix"),
    [
        ("csv", "csv"),
        ("auto", "txt"),
        ("json", "json"),
        ("markdown", "md"),
        ("ndjson", "ndjson"),
        ("xlsx", "xlsx"),
    ],
)
def test_each_input_has_a_file_by_its_own_path(format: str, suffix: str, desk: Path) -> None:
    done = run("quotes", "a/one.txt", "a/two.txt", "b/one.txt", "-o", "out/", "-f", format, cwd=desk)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert written(desk / "out") == [f"a/one.{suffix}", f"a/two.{suffix}", f"b/one.{suffix}"]
    if format != "xlsx":
        alone = run("quotes", "b/one.txt", "-f", "plain" if format == "auto" else format, cwd=desk)
        assert (desk / "out" / f"b/one.{suffix}").read_bytes().decode() == alone.out


def test_a_file_for_each_is_the_same_by_several_processes(desk: Path) -> None:
    words = ("sources", "a/one.txt", "a/two.txt", "b/one.txt", "-f", "markdown")
    assert run(*words, "-o", "one/", cwd=desk) == run(*words, "-o", "two/", "-j", "2", cwd=desk)
    for name in written(desk / "one"):
        assert (desk / "one" / name).read_bytes() == (desk / "two" / name).read_bytes()


def test_paths_that_lead_elsewhere_stay_in_the_folder(desk: Path) -> None:
    (desk / "in").mkdir()
    inputs = ["../a/one.txt", str(desk / "b/one.txt"), "-"]
    assert run("quotes", *inputs, "-o", "out/", cwd=desk / "in", stdin=STORY.encode()).code == 0
    inside = str(desk / "b/one.txt").lstrip("/")
    assert written(desk / "in/out") == sorted(["a/one.txt", inside, "stdin.txt"])


def test_names_that_would_be_alike_keep_their_suffixes(desk: Path) -> None:
    (desk / "a/one.md").write_text(STORY, encoding="utf-8")
    assert run("quotes", "a/one.txt", "a/one.md", "a/two.txt", "-o", "out/", "-f", "csv", cwd=desk).code == 0
    assert written(desk / "out") == ["a/one.md.csv", "a/one.txt.csv", "a/two.csv"]


def test_two_inputs_that_would_have_one_file_are_refused(desk: Path) -> None:
    (desk / "c").mkdir()
    done = run("quotes", "../a/one.txt", "../c/../a/one.txt", "../b/one.txt", "-o", "out/", cwd=desk / "c")
    assert done.code == 0  # one path may be written in several ways
    done = run("quotes", "../a/one.txt", "a/one.txt", "-o", "out/", cwd=desk / "c")
    assert (done.code, written(desk / "c" / "out")) == (2, ["a/one.txt", "b/one.txt", "c/a/one.txt"])
    assert "two inputs would be written to" in done.err


def test_an_input_is_never_written(desk: Path) -> None:
    done = run("quotes", "a/one.txt", "-o", "./", cwd=desk)
    assert done.code == 2
    assert "the output a/one.txt is one of the inputs" in done.err
    assert (desk / "a/one.txt").read_text(encoding="utf-8") == STORY


def test_a_container_has_one_file_and_what_fails_has_none(desk: Path) -> None:
    rows = [{"id": number, "text": STORY} for number in (7, 8)]
    (desk / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("quotes", "rows.jsonl", "missing.txt", "a/one.txt", "-o", "out/", "-q", cwd=desk)
    assert done.code == 3
    assert written(desk / "out") == ["a/one.txt", "rows.txt"]
    lines = (desk / "out/rows.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["7", "7", "8", "8"]


def test_existing_files_are_passed_over_on_request(desk: Path) -> None:
    words = ("quotes", "a/one.txt", "a/two.txt", "-o", "out/", "-f", "csv")
    run(*words, cwd=desk)
    (desk / "out/a/one.csv").write_text("mine")
    (desk / "out/a/two.csv").unlink()
    done = run(*words, "b/one.txt", "--skip-existing", cwd=desk)
    assert done.err == "newscli: 1 of 3 inputs passed over: their files are there\n"
    assert (desk / "out/a/one.csv").read_text() == "mine"
    assert written(desk / "out") == ["a/one.csv", "a/two.csv", "b/one.csv"]
    again = run(*words, "b/one.txt", "--skip-existing", cwd=desk)
    assert (again.code, again.err) == (0, "newscli: 3 of 3 inputs passed over: their files are there\n")
    run(*words, cwd=desk)
    assert (desk / "out/a/one.csv").read_text() != "mine"


def stopped(desk: Path, *words: str) -> Ended:
    process = start(*words, str(desk / "a/one.txt"), str(desk / "sleep.txt"), str(desk / "b/one.txt"))
    assert process.stderr is not None
    assert process.stderr.readline() == b"asleep\n"
    os.killpg(process.pid, signal.SIGTERM)
    return finish(process)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_leaves_whole_files_alone(jobs: str, desk: Path) -> None:
    (desk / "sleep.txt").write_text("[sleep]")
    out = desk / "out"
    done = stopped(desk, "quotes", "-o", f"{out}/", "-f", "json", "-j", jobs)
    assert done.code == -signal.SIGTERM
    for name in written(out):
        json.loads((out / name).read_text(encoding="utf-8"))
    (desk / "sleep.txt").write_text(STORY, encoding="utf-8")
    inputs = [desk / name for name in ("a/one.txt", "sleep.txt", "b/one.txt")]
    assert run("quotes", *inputs, "-o", f"{out}/", "-f", "json", "--skip-existing").code == 0
    assert len(written(out)) == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--skip-existing",), "--skip-existing needs a folder"),
        (("--skip-existing", "-o", "x.csv"), "--skip-existing needs a folder"),
        (("--resume", "-o", "out/"), "--resume needs a file"),
    ],
)
def test_options_that_make_no_sense_are_told(words: tuple[str, ...], message: str, desk: Path) -> None:
    done = run("quotes", "a/one.txt", *words, cwd=desk)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
