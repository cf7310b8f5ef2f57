"""``--resume``: a batch that was stopped goes on where it was, and its output is as if it had not been."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.support.containers import COLLECTIONS, Told
from tests.support.processes import STORY, Ended, finish, run, start


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return six articles of which the fourth puts newscli to sleep and the second is missing."""
    folder = tmp_path / "in"
    folder.mkdir()
    paths = [folder / f"{number}.txt" for number in range(6)]
    for number, path in enumerate(paths):
        path.write_text(STORY * (number + 1), encoding="utf-8")
    paths[1].unlink()
    paths[3].write_text("[sleep]")
    return paths


def stop(words: list[str | Path], state: Path, kind: signal.Signals) -> Ended:
    """Run newscli until it sleeps and the three articles before that are written, and send it a signal."""
    process = start(*words)
    assert process.stderr is not None
    told = b"".join(iter(process.stderr.readline, b"asleep\n")).decode()
    while not state.exists() or '"inputs": 3' not in state.read_text():
        assert process.poll() is None
        time.sleep(0.005)
    os.killpg(process.pid, kind)
    done = finish(process)
    return Ended(done.code, done.out, told + done.err)


@pytest.mark.parametrize(
    ("format", "jobs", "kind"),
    [
        ("ndjson", "1", signal.SIGINT),
        ("csv", "1", signal.SIGKILL),
        ("csv", "2", signal.SIGTERM),
        ("plain", "2", signal.SIGKILL),
    ],
)
def test_a_batch_goes_on_where_it_was_stopped(
    format: str, jobs: str, kind: signal.Signals, files: list[Path], tmp_path: Path
) -> None:
    out, part = tmp_path / "out", tmp_path / "out.part"
    words: list[str | Path] = ["report", *files, "-f", format, "-j", jobs, "-o", out, "--bom", "--resume"]
    done = stop(words, tmp_path / "out.part.state", kind)
    assert done.code == (130 if kind is signal.SIGINT else -kind)
    if kind is not signal.SIGKILL:
        assert done.err.endswith(
            "newscli: stopped after 3 of 6 inputs\n  hint: the same command goes on from there\n"
        )
    assert not out.exists()
    with part.open("a") as stream:
        stream.write("half a rec")  # what a run that is killed may leave
    files[3].write_text(STORY, encoding="utf-8")
    files[0].unlink()  # it is done, and not read again
    done = run(*words)
    files[0].write_text(STORY, encoding="utf-8")
    whole = run(*words[:-3], tmp_path / "whole", "--bom")
    assert done.code == whole.code == 3
    assert out.read_bytes() == (tmp_path / "whole").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out", "whole"]


@pytest.mark.parametrize(
    ("name", "jobs", "kind"),
    [
        ("a.jsonl", "1", signal.SIGKILL),
        ("a.csv.bz2", "2", signal.SIGTERM),
        pytest.param("a.mbox", "2", signal.SIGKILL, marks=pytest.mark.long),
        pytest.param("rss.xml", "1", signal.SIGTERM, marks=pytest.mark.long),
        pytest.param("duckdb.parquet", "2", signal.SIGTERM, marks=pytest.mark.long),
        pytest.param("nexis.txt", "1", signal.SIGKILL, marks=pytest.mark.long),
    ],
)
def test_a_file_of_many_articles_goes_on_where_it_was_stopped(
    name: str, jobs: str, kind: signal.Signals, tmp_path: Path
) -> None:
    """The first of two files ends, and the second is stopped at its second article."""
    told = [Told(f"Ferry {number} returns to Port Ellery", STORY) for number in "abcd"]
    files = [tmp_path / f"{number}{name}" for number in "12"]
    files[0].write_bytes(COLLECTIONS[name](told[:2]))
    asleep = [told[2], Told("Ferry sleeps in Port Ellery", f"{STORY}\n\n[sleep]"), told[3]]
    files[1].write_bytes(COLLECTIONS[name](asleep))
    words: list[str | Path] = ["quotes", "-q", *files, "-f", "ndjson", "-j", jobs, "--resume", "-o"]
    done = stop([*words, tmp_path / "out"], tmp_path / "out.part.state", kind)
    assert done.code == -kind
    stopped = "newscli: stopped after 3 articles\n  hint: the same command goes on from there\n"
    assert done.err == ("" if kind is signal.SIGKILL else stopped)
    files[1].write_bytes(COLLECTIONS[name]([told[2], *told[3:] * 2]))
    assert run(*words, tmp_path / "out").code == 0
    assert run(*[word for word in words if word != "--resume"], tmp_path / "whole").code == 0
    assert (tmp_path / "out").read_bytes() == (tmp_path / "whole").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"out", "whole", *(file.name for file in files)}


def test_another_run_does_not_go_on_with_it(files: list[Path], tmp_path: Path) -> None:
    words: list[str | Path] = ["quotes", *files, "-o", tmp_path / "out.csv", "--resume"]
    stop(words, tmp_path / "out.csv.part.state", signal.SIGTERM)
    before = (tmp_path / "out.csv.part").read_bytes()
    for others in (["entities", *words[1:]], [*words[:2], *words[3:]], [*words, "--kind", "direct"]):
        done = run(*others)
        assert done.code == 2
        assert "is of a run with other inputs or options" in done.err
    assert (tmp_path / "out.csv.part").read_bytes() == before
    process = start(*words)
    assert process.stderr is not None
    assert process.stderr.readline() == b"asleep\n"
    assert "is being written by another run" in run(*words).err
    process.kill()
    finish(process)


def test_a_run_that_is_not_stopped_leaves_its_output_alone(story: Path, tmp_path: Path) -> None:
    assert run("quotes", story, "--resume", "-o", tmp_path / "out.csv").code == 0
    assert run("quotes", story, "-o", tmp_path / "same.csv").code == 0
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "same.csv").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "same.csv", "story.txt"]


def test_a_run_that_could_read_nothing_leaves_nothing(tmp_path: Path) -> None:
    done = run("quotes", "missing", "missing-too", "--resume", "-o", tmp_path / "out.csv")
    assert (done.code, list(tmp_path.iterdir())) == (3, [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "--resume needs a file"),
        (("-o", "/dev/null"), "--resume needs a file"),
        (("-o", "out.json"), "--resume cannot go on with json"),
    ],
)
def test_what_cannot_be_gone_on_with_is_told(words: tuple[str, ...], message: str, story: Path) -> None:
    done = run("quotes", story, "--resume", *words, cwd=story.parent)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert list(story.parent.iterdir()) == [story]
