"""What ``--output`` may lead to: each kind of target, what is in it afterwards and what is not touched."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from newscli.cli import whole_file
from newscli.cli.output import open_target
from newscli.errors import OutputError
from tests.support.processes import STORY, run, shell

OUT = "{out}"  # what a pipe would receive
CHECK = "  hint: check its name: ls shows what there is"
OF_SEVERAL = "{of_several}"  # likewise, if there are more inputs than that one
OF_ROWS = "1\tAna Orel\t\tdirect\tsaid\t\t“Yes”\n2\tAna Orel\t\tdirect\tsaid\t\t“Yes”\n"
PRELUDE = """cd "$(dirname "$1")"
rows() { for _ in 1 2; do echo '{"text": "“Yes” said Ana Orel."}'; done; }
quotes() { newscli quotes "$@"; echo $? > code; }
report() { newscli report "$@" -f json; echo $? > code; }
"""


@dataclass(frozen=True)
class Case:
    """A shell script in the folder of an article, ``$1``; how newscli ends, and what is there at the end.

    A file that is to hold None is not to be there.
    """

    script: str
    code: int
    files: dict[str, str | None] = field(default_factory=dict)
    err: str = ""


TARGETS = {
    "a new file": Case('quotes "$1" -o f', 0, {"f": OUT}),
    "a file": Case('echo old > f; quotes "$1" -o f', 0, {"f": OUT}),
    "a file of two names": Case('echo old > f; ln f g; quotes "$1" -o f', 0, {"f": OUT, "g": OUT}),
    "a link": Case('echo old > f; ln -s f l; quotes "$1" -o l; readlink l > g', 0, {"f": OUT, "g": "f\n"}),
    "a link to nothing yet": Case('ln -s f l; quotes "$1" -o l', 0, {"f": OUT}),
    "a descriptor of a file": Case(
        'exec 3> f; echo head >&3; quotes "$1" -o /dev/fd/3; echo foot >&3', 0, {"f": f"head\n{OUT}foot\n"}
    ),
    "a descriptor by way of /proc": Case(
        'exec 3> f; echo head >&3; quotes "$1" -o /proc/self/fd/3', 0, {"f": f"head\n{OUT}"}
    ),
    "a link to a descriptor": Case(
        'ln -s /proc/self/fd/3 l; exec 3> f; echo head >&3; quotes "$1" -o l', 0, {"f": f"head\n{OUT}"}
    ),
    "a descriptor of another process": Case(
        'exec 3> f; echo head >&3; quotes "$1" -o /proc/$$/fd/3', 0, {"f": f"head\n{OUT}"}
    ),
    "standard error in a log": Case(
        'echo boot > f; quotes missing "$1" -o /dev/stderr 2>> f',
        3,
        {"f": f"boot\nnewscli: missing: no such file\n{CHECK}\n{OF_SEVERAL}"},
    ),
    "the log that takes standard error": Case(
        'echo boot > f; quotes missing "$1" -o f 2>> f',
        3,
        {"f": f"boot\nnewscli: missing: no such file\n{CHECK}\n{OF_SEVERAL}"},
    ),
    "a process": Case('quotes "$1" -o >(cat > f); wait $!', 0, {"f": OUT}),
    "standard error in a pipe": Case('quotes "$1" -o /dev/stderr 2>&1 | cat > f', 0, {"f": OUT}),
    "a FIFO": Case('mkfifo p; cat p > f & quotes "$1" -o p; wait', 0, {"f": OUT}),
    "a device": Case('quotes "$1" -o /dev/null; [ -c /dev/null ] && echo yes > f', 0, {"f": "yes\n"}),
    "a file, if nothing is found": Case("echo old > f; quotes bare.txt -o f", 0, {"f": ""}),
    "a loop of links": Case('ln -s l l; quotes "$1" -o l', 5, err="l: Too many levels of symbolic links"),
    "a folder": Case("mkdir d; quotes story.txt -o d", 0, {"d/story.txt": OUT}),
    "a folder that is not there": Case("quotes story.txt -o d/", 0, {"d/story.txt": OUT}),
    "a file in no folder": Case('quotes "$1" -o d/f', 5, {"d": None}, "cannot write d/f: No such file"),
    "a file as a folder": Case('echo old > f; quotes "$1" -o f/', 5, {"f": "old\n"}, "f/: Not a directory"),
    "no name": Case('quotes "$1" -o ""', 5, err="cannot write : "),
    "a descriptor that is closed": Case('quotes "$1" -o /dev/fd/9', 5, err="/dev/fd/9: Bad file descriptor"),
    "a descriptor beyond all": Case('quotes "$1" -o "/dev/fd/$(printf %030d 1)"', 5, err="write /dev/fd/0"),
    "a descriptor to read from": Case(
        'echo old > f; quotes "$1" -o /dev/fd/3 3< f', 5, {"f": "old\n"}, "/dev/fd/3: Bad file descriptor"
    ),
    "a full device": Case('quotes "$1" -o /dev/full', 5, err="write the output: No space left on device"),
    "a full disk": Case(
        'echo old > f; ulimit -f 1; report "$1" "$1" "$1" -o f', 5, {"f": "old\n"}, "File too large"
    ),
    "another name of an input": Case('ln "$1" f; quotes "$1" -o f', 2, err="f is one of the inputs"),
    "an open file that is an input": Case('quotes "$1" -o /dev/fd/3 3>> "$1"', 2, err="is one of the inputs"),
    "a file, if no input is there": Case(
        "echo old > f; quotes missing -o f", 3, {"f": "old\n"}, "could be read, so f is left as it was"
    ),
    "a new file, if no input is there": Case("quotes missing -o f", 3, {"f": None}, "no input could be read"),
    "a file, of rows of a process": Case("quotes -q <(rows) -o f", 0, {"f": OF_ROWS}),
    "a file, of rows that are cut off": Case(
        "echo old > f; rows | gzip | head -c -8 > r.gz; quotes -q r.gz -o f", 3, {"f": OF_ROWS}, "is cut off"
    ),
    "a file, if no row is whole": Case(
        "echo old > f; echo '{' > r.jsonl; quotes r.jsonl -o f", 3, {"f": "old\n"}, "so f is left as it was"
    ),
    "the rows themselves": Case("rows > r.jsonl; quotes r.jsonl -o r.jsonl", 2, err="is one of the inputs"),
}  # fmt: skip


@pytest.mark.parametrize("case", TARGETS.values(), ids=TARGETS)
def test_a_target_holds_what_it_should(case: Case, story: Path, piped: str) -> None:
    folder = story.parent
    (folder / "bare.txt").write_text("The ferry sailed again.")
    of_several = "".join(f"{story}\t{line}" for line in piped.splitlines(keepends=True))
    done = shell(PRELUDE + case.script, story)
    assert (folder / "code").read_text() == f"{case.code}\n", done
    assert case.err in done.err
    assert done.err.count("newscli: ") <= 2
    assert done.out == ""
    for name, content in case.files.items():
        path = folder / name
        found = path.read_text(encoding="utf-8") if path.exists() else None
        assert found == (content and content.format(out=piped, of_several=of_several))
    assert story.read_text(encoding="utf-8") == STORY
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]


@pytest.fixture(scope="module")
def piped(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what a pipe receives of the story."""
    path = tmp_path_factory.mktemp("piped") / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return run("quotes", path).out


def write(path: Path, words: str = "new", *, stop: bool = False, drop: bool = False) -> None:
    """Write to a target; the block may raise, or the target be dropped."""
    with open_target(str(path), (), None) as target:
        assert target.stream is not None
        target.stream.write(words)
        if drop:
            target.drop()
        if stop:
            raise KeyboardInterrupt


@pytest.fixture(params=["a file without a name", "a file with a name"])
def _named(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Collect the output as Linux can, and as other systems do."""
    if request.param == "a file with a name":
        monkeypatch.setattr(whole_file, "_NAMELESS", 0)


@pytest.mark.usefixtures("_named")
def test_a_file_is_replaced_whole_or_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            write(path, stop=True)
        write(path, drop=True)
        assert list(tmp_path.iterdir()) == []
    for words in ("old", "newer", "new"):
        write(path, words)
        with pytest.raises(KeyboardInterrupt):
            write(path, "no", stop=True)
        write(path, "no", drop=True)
        assert path.read_text() == words
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("_named")
def test_a_file_keeps_its_names_and_its_permissions(tmp_path: Path) -> None:
    path, other = tmp_path / "out.txt", tmp_path / "other.txt"
    path.write_text("an old text that is longer")
    path.chmod(0o640)
    other.hardlink_to(path)
    write(path)
    assert path.samefile(other)
    assert other.read_text() == "new"
    assert stat.S_IMODE(other.stat().st_mode) == 0o640
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.usefixtures("_named")
def test_a_file_that_cannot_be_moved_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EBUSY, "a mount point")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(os, "link", lambda *_, **__: refuse())
    for words in ("old and long", "new"):
        write(tmp_path / "out.txt", words)
        assert (tmp_path / "out.txt").read_text() == words
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.usefixtures("_named")
def test_a_copy_that_finds_no_room_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int, _: int, size: int) -> None:
        os.ftruncate(descriptor, size)  # as file systems do that find out half-way
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "out.txt"
    path.write_text("old")
    (tmp_path / "other.txt").hardlink_to(path)
    monkeypatch.setattr(os, "posix_fallocate", refuse)
    with pytest.raises(OutputError, match="No space left"):
        write(path, "a new text that is longer")
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.fixture
def nobody() -> Iterator[Path]:
    """Return a folder in which this process, now without privileges, may create no file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "out.txt").write_text("old")
        (folder / "out.txt").chmod(0o666)
        (folder / "mine.txt").write_text("old")
        (folder / "mine.txt").chmod(0o444)
        folder.chmod(0o555)
        privileged = os.geteuid() == 0
        if privileged:
            os.seteuid(65_534)
        yield folder
        if privileged:
            os.seteuid(0)
        folder.chmod(0o755)


def test_a_file_is_written_even_in_a_folder_that_may_not_be(nobody: Path) -> None:
    write(nobody / "out.txt")
    assert (nobody / "out.txt").read_text() == "new"
    with pytest.raises(KeyboardInterrupt):
        write(nobody / "out.txt", "newer", stop=True)
    assert (nobody / "out.txt").read_text() == "new"
    for refused in ("mine.txt", "no-such.txt"):
        with pytest.raises(OutputError, match="Permission denied"):
            write(nobody / refused)
    assert (nobody / "mine.txt").read_text() == "old"
    assert len(list(nobody.iterdir())) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_file_of_another_owner_stays_theirs(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    os.chown(path, 65_534, 65_534)
    write(path)
    assert (path.read_text(), path.stat().st_uid, path.stat().st_gid) == ("new", 65_534, 65_534)
