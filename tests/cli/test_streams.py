"""Pipes that close, disks that fill, signals, locales: what a shell sees of them."""

from __future__ import annotations

import errno
import fcntl
import io
import json
import os
import select
import signal
import socket
import subprocess
import termios
import time
from array import array
from pathlib import Path

import pytest

from newscli.cli.streams import emit
from newscli.errors import OutputError
from tests.support.processes import (
    PATIENCE,
    STAND_IN,
    STORY,
    environment,
    finish,
    opened_by,
    run,
    shell,
    start,
    workers_of,
)

FORMATS = ("table", "plain", "json", "ndjson", "csv", "tsv", "markdown")


@pytest.fixture
def long_story(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(STORY * 1_000, encoding="utf-8")
    return path


# The reader goes away before the first byte, in the first line, and in the midst of an article, when the pipe
# is full.
@pytest.mark.parametrize(
    ("format", "taken"),
    [
        pytest.param(format, taken, marks=() if taken == 1 or format == "json" else pytest.mark.long)
        for format in FORMATS
        for taken in (0, 1, 100_000)
    ],
)
def test_a_reader_that_has_seen_enough_is_no_error(format: str, taken: int, long_story: Path) -> None:
    with start("report", "-q", long_story, long_story, "-f", format, "-j", "2" if taken else "1") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(taken)
        process.stdout.close()
        assert (process.wait(timeout=PATIENCE), process.stderr.read()) == (0, b"")


def test_a_reader_that_reads_nothing_is_no_error(story: Path) -> None:
    for command in ('newscli quotes "$1" | true', "newscli --help | true", "newscli info | true"):
        done = shell(command, story)
        assert (done.code, done.err) == (0, ""), command


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command",
    [
        *(f'newscli report "$1" -f {format}' for format in FORMATS),
        'newscli quotes "$1" "$1" -j 2',
        "newscli --help",
        "newscli --version",
        "newscli info",
    ],
)
def test_a_full_disk_is_reported_in_one_line(command: str, story: Path) -> None:
    done = shell(f"{command} > /dev/full", story)
    assert done.code == 5
    assert done.err.startswith("newscli: cannot write the output: No space left on device\n  hint: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_messages_that_nobody_can_receive_change_nothing_else(story: Path) -> None:
    for target in ("2> /dev/full", "2>&-", "2> >(true)"):
        done = shell(f'newscli quotes missing "$1" {target}', story)
        assert (done.code, len(done.out.splitlines())) == (3, 2), target


def unread(descriptor: int) -> int:
    """Return how many bytes wait in a pipe or socket."""
    waiting = array("i", [0])
    fcntl.ioctl(descriptor, termios.FIONREAD, waiting)
    return waiting[0]


@pytest.mark.parametrize("target", ["1", "/dev/fd/1", "2"])
def test_a_pipe_that_does_not_block_is_filled_as_slowly_as_it_is_read(target: str, long_story: Path) -> None:
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    words = ["report", str(long_story), "-f", "json"]
    words += [] if target == "1" else ["-o", f"/dev/fd/{target[-1]}"]
    out, err = (None, theirs) if target == "2" else (theirs, None)
    process = subprocess.Popen([*STAND_IN, *words], env=environment(), stdout=out, stderr=err)
    os.close(theirs)
    while unread(ours) < fcntl.fcntl(ours, fcntl.F_GETPIPE_SZ) - select.PIPE_BUF and process.poll() is None:
        time.sleep(0.005)
    with os.fdopen(ours, encoding="utf-8") as stream:
        written = stream.read()
    assert process.wait(timeout=PATIENCE) == 0
    assert written == run("report", long_story, "-f", "json").out


def test_an_input_that_does_not_block_is_read_to_its_end() -> None:
    theirs, ours = os.pipe()
    os.set_blocking(theirs, False)
    process = subprocess.Popen(
        [*STAND_IN, "quotes"], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    with os.fdopen(ours, "w", encoding="utf-8") as stream:
        half = STORY.index("“It was")
        stream.write(STORY[:half])
        stream.flush()
        while unread(theirs) and process.poll() is None:
            time.sleep(0.005)
        stream.write(STORY[half:])
    os.close(theirs)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out.decode(), err) == (0, run("quotes", stdin=STORY.encode()).out, b"")


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="needs standard input as a file")
@pytest.mark.parametrize("word", ["-", "/dev/stdin", "/dev/fd/0"])
def test_a_socket_is_read_as_a_pipe_is(word: str) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(STORY.encode())
        ours.shutdown(socket.SHUT_WR)
        process = subprocess.Popen(
            [*STAND_IN, "quotes", word],
            stdin=theirs.fileno(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, b"")
    assert out.decode() == run("quotes", stdin=STORY.encode()).out


def test_a_write_that_fails_is_no_reader_that_has_gone() -> None:
    class Failing(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    with pytest.raises(OutputError, match="Invalid argument"):
        emit(lambda out: out.write("a"), Failing())


def test_closed_streams_are_reported_if_somebody_listens(story: Path) -> None:
    closed_out = shell('newscli quotes "$1" >&-', story)
    assert (closed_out.code, closed_out.err) == (
        5,
        "newscli: standard output is closed\n  hint: write to a file: --output FILE\n",
    )
    closed_in = shell("newscli quotes <&-")
    assert closed_in.code == 3
    assert closed_in.err.startswith("newscli: standard input")
    closed_err = shell('newscli quotes missing "$1" 2>&-', story)
    assert closed_err.code == 3
    assert len(closed_err.out.splitlines()) == 2
    assert shell('newscli quotes missing "$1" >&- 2>&- <&-', story).code == 5


def test_a_file_written_while_streams_are_closed_holds_the_output_alone(story: Path, tmp_path: Path) -> None:
    shell('newscli quotes "$1" missing --output "$2" <&- >&- 2>&-', story, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == run("quotes", story, "missing").out


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C.UTF-8"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_the_same_bytes_come_out_under_every_locale(locale: dict[str, str], story: Path) -> None:
    here = run("report", story, "-f", "table")
    assert "“We are glad,”" in here.out
    assert run("report", story, "-f", "table", env=locale) == here


def test_the_same_bytes_come_out_under_every_hash_seed(story: Path) -> None:
    outputs = {run("report", story, "-f", "json", env={"PYTHONHASHSEED": seed}).out for seed in "0123"}
    assert len(outputs) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_files_that_change_while_a_batch_is_read_are_read_as_they_are_then(jobs: str, tmp_path: Path) -> None:
    first = tmp_path / "fifo"
    os.mkfifo(first)
    paths = [tmp_path / f"{number:02}.txt" for number in range(20)]
    for path in paths:
        path.write_text(STORY, encoding="utf-8")
    process = start("quotes", first, *paths, "-f", "ndjson", "-j", jobs)
    # While it waits for the first article, other processes may have read the next few, and no more.
    with opened_by(process, first) as stream:
        paths[10].unlink()
        paths[12].write_text("“All is new,” said Ana Orel.", encoding="utf-8")
        paths[14].write_bytes(b"")
        paths[16].unlink()
        paths[16].mkdir()
        stream.write(STORY)
    done = finish(process)
    assert done.code == 3
    told = [line for line in done.err.splitlines() if not line.startswith("  hint: ")]
    assert told == [
        f"newscli: {paths[10]}: no such file",
        f"newscli: {paths[14]}: is empty",
        f"newscli: {paths[16]}: is a directory",
    ]
    quotes = [json.loads(line) for line in done.out.splitlines()]
    expected = [str(path) for path in (first, *paths) for _ in range(1 if path == paths[12] else 2)]
    left_out = {str(paths[number]) for number in (10, 14, 16)}
    assert [quote["file"] for quote in quotes] == [file for file in expected if file not in left_out]
    assert "“All is new,”" in {quote["text"] for quote in quotes}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_fails_while_it_is_read_is_reported(jobs: str, story: Path) -> None:
    done = run("quotes", story, "/proc/self/mem", story, "--jobs", jobs)
    assert (done.code, len(done.out.splitlines())) == (3, 4)
    told = "newscli: /proc/self/mem: cannot be read: Input/output error\n"
    assert done.err.startswith(f"{told}  hint: copy it elsewhere, and try that\n")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs the list of a process's children")
def test_a_worker_killed_from_outside_costs_nothing(story: Path, tmp_path: Path) -> None:
    first = tmp_path / "fifo"
    os.mkfifo(first)
    inputs = [story] * 30
    process = start("quotes", first, *inputs, "--jobs", "2")
    with opened_by(process, first) as stream:
        os.kill(workers_of(process)[0], signal.SIGKILL)
        stream.write(STORY)
    done = finish(process)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) == 2 * 31
