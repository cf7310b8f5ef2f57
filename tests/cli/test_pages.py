"""Pages from the command line: by format or by name, into a file or a folder, never over others' files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newscli.render import PAGES
from tests.support.port_ellery import VIEWS
from tests.support.processes import STORY, run, shell

SIGNED = '<meta name="generator" content="newscli '


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    """Return three articles in a folder of their own."""
    folder = tmp_path / "in"
    folder.mkdir()
    paths = [folder / name for name in ("one.txt", "Zwei & mehr.txt", "….txt")]
    for path in paths:
        path.write_text(STORY, encoding="utf-8")
    return paths


def test_the_name_of_the_output_chooses_pages(story: Path) -> None:
    piped = run("report", story, "-f", "html").out
    assert SIGNED in piped
    for name in ("a.html", "a.HTM"):
        path = story.with_name(name)
        assert run("report", story, "-o", path).code == 0
        assert path.read_text(encoding="utf-8") == piped


def test_several_files_are_one_page_with_an_index(stories: list[Path], tmp_path: Path) -> None:
    assert run("report", *stories, "-o", tmp_path / "a.html").code == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.count("<article") == 3
    assert page.count("<!DOCTYPE html>") == page.count('<ol id="index">') == 1


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_folder_takes_a_page_for_each_file_and_an_index(
    stories: list[Path], tmp_path: Path, slash: str
) -> None:
    out = tmp_path / "out"
    if not slash:
        out.mkdir()
    for _ in range(2):  # the second time over what newscli wrote itself
        done = run("report", *stories, "-f", "html", "-o", f"{out}{slash}")
        assert (done.code, done.out, done.err) == (0, "", "")
        assert sorted(path.name for path in out.iterdir()) == [
            "0001-one.html",
            "0002-zwei-mehr.html",
            "0003.html",
            "index.html",
        ]
    index = (out / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<a href="(\d[^"]*)">', index)
    assert links == ["0001-one.html", "0002-zwei-mehr.html", "0003.html"]
    assert '<a href="index.html">' in (out / links[0]).read_text(encoding="utf-8")


def test_what_fails_has_no_page_and_the_others_have(stories: list[Path], tmp_path: Path) -> None:
    done = run("report", stories[0], tmp_path / "missing", stories[1], "-f", "html", "-o", f"{tmp_path}/out/")
    assert done.code == 3
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "0001-one.html",
        "0002-zwei-mehr.html",
        "index.html",
    ]


def test_if_nothing_can_be_read_no_folder_is_made(tmp_path: Path) -> None:
    done = run("report", tmp_path / "missing", "-f", "html", "-o", f"{tmp_path}/out/")
    assert done.code == 3
    assert "no input could be read" in done.err
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_page_of_newscli_stays_as_it_is(stories: list[Path], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>my site</title>", encoding="utf-8")
    done = run("report", *stories, "-f", "html", "-o", tmp_path)
    assert done.code == 2
    assert "index.html is there, and no page that newscli wrote" in done.err
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<title>my site</title>"


def test_an_input_in_the_folder_stays_as_it_is(story: Path) -> None:
    page = story.with_name("0001-0001.html")
    assert run("report", story, "-o", page).code == 0
    before = page.read_bytes()
    source = story.with_name("0001.html")
    page.rename(source)
    source.with_name("0001-0001.html").hardlink_to(source)
    done = run("report", source, "-f", "html", "-o", story.parent)
    assert done.code == 2
    assert source.read_bytes() == before


@pytest.mark.parametrize(
    ("output", "said"),
    [("story.txt/", "Not a directory"), ("no/such/", "No such file or directory")],
)
def test_a_folder_that_cannot_be_is_one_line(story: Path, output: str, said: str) -> None:
    done = run("report", story, "-f", "html", "-o", output, cwd=story.parent)
    assert done.code == 5
    assert said in done.err
    assert done.err.count("\n") == 2  # and a hint
    assert story.read_text(encoding="utf-8") == STORY


def test_a_full_disk_leaves_no_half_page(stories: list[Path], tmp_path: Path) -> None:
    done = shell('ulimit -f 8; newscli report "$1" -f html -o "$2/out/"', stories[0], tmp_path)
    assert done.code == 5
    assert "File too large" in done.err
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("view", sorted({*VIEWS} - {*PAGES}))
def test_a_view_without_a_page_says_which_has_one(view: str, story: Path) -> None:
    for args in (("-f", "html"), ("-o", story.with_name("a.html"))):
        done = run(view, story, *args)
        assert done.code == 2
        assert "newscli report" in done.err
    assert not story.with_name("a.html").exists()


def test_a_page_cannot_be_resumed(story: Path) -> None:
    done = run("report", story, "-o", story.with_name("a.html"), "--resume")
    assert done.code == 2
    assert "--resume cannot go on with html" in done.err
