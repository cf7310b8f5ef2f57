"""``--output``: a file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from tests.support.processes import PATIENCE, STORY, run, shell


def test_a_file_receives_what_a_pipe_would(story: Path, tmp_path: Path) -> None:
    done = run("quotes", story, "--output", tmp_path / "out.txt")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / "out.txt").read_bytes() == run("quotes", story).out.encode()


def test_a_dash_is_standard_output(story: Path) -> None:
    assert run("quotes", story, "-o", "-").out == run("quotes", story).out


def test_what_was_there_is_replaced_and_keeps_its_permissions(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")
    out.chmod(0o640)
    assert run("quotes", story, "-o", out).code == 0
    assert "We are glad" in out.read_text(encoding="utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_other(story: Path, tmp_path: Path) -> None:
    shell('umask 027; newscli quotes "$1" -o "$2"', story, tmp_path / "out.txt")
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640


def test_a_link_stays_a_link(story: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real.txt")
    assert run("quotes", story, "-o", tmp_path / "link").code == 0
    assert (tmp_path / "link").is_symlink()
    assert "We are glad" in (tmp_path / "real.txt").read_text(encoding="utf-8")


def test_what_was_there_stays_where_the_run_ends_early(story: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_text("A [model] is broken.")
    out = tmp_path / "out.txt"
    out.write_text("old")
    assert run("quotes", story, tmp_path / "broken.txt", "-o", out).code == 4
    assert out.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_place_that_cannot_be_written_is_reported_before_anything_is_read(tmp_path: Path) -> None:
    for place in (tmp_path / "no" / "such" / "folder.txt", tmp_path / ("x" * 300)):
        done = run("quotes", tmp_path / "missing.txt", "-o", place)
        assert done.code == 5
        line, hint = done.err.splitlines()
        assert line.startswith(f"newscli: cannot write {place}: ")
        assert hint.startswith("  hint: ")


def test_an_input_is_never_overwritten(story: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(story)
    for place in (story, tmp_path / "link"):
        done = run("quotes", story, "-o", place)
        assert done.code == 2
        assert "is one of the inputs" in done.err
    assert shell('newscli quotes -o "$1" < "$1"', story).code == 2
    assert story.read_text(encoding="utf-8") == STORY


def test_dev_stdout_is_standard_output_even_where_that_appends(story: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_text("kept\n")
    for _ in range(2):
        assert shell('newscli quotes "$1" -o /dev/stdout >> "$2"', story, log).code == 0
    assert log.read_text(encoding="utf-8") == "kept\n" + 2 * run("quotes", story).out
    assert run("quotes", story, "-o", "/dev/stdout").out == run("quotes", story).out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_devices_are_written_as_they_are(story: Path) -> None:
    assert run("quotes", story, "-o", "/dev/null").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    done = run("quotes", story, "-o", "/dev/full")
    assert done.code == 5
    assert done.err.startswith("newscli: cannot write the output: No space left on device\n  hint: ")


def test_a_fifo_is_written_not_replaced(story: Path, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    received: list[str] = []
    reader = threading.Thread(target=lambda: received.append(fifo.read_text(encoding="utf-8")))
    reader.start()
    assert run("quotes", story, "-o", fifo).code == 0
    reader.join(PATIENCE)
    assert received == [run("quotes", story).out]
