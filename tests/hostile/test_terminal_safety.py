"""No byte of an article or of a file name gets to a terminal but as what it is: words."""

from __future__ import annotations

import io
import sys
from io import StringIO
from pathlib import Path

import pytest

from newscli.cli.messages import Messages
from newscli.render import Format, Looks, View, render
from tests.support.formats import TEXT_FORMATS
from tests.support.payloads import NAMED, dangers, random_strings
from tests.support.port_ellery import VIEWS, saying
from tests.support.processes import NEWSCLI, STAND_IN, run, run_on_terminal

# The controls that each format is made of.
ALLOWED = {"plain": "\n\t", "tsv": "\n\t", "csv": "\r\n\t"}
STORY = """{0} returns to Port Ellery

PORT ELLERY - “We are {0} glad,” said Ana {0} Orel, who runs the {0} harbour. “It was late,” said {0}.
"""


def shown(view: View, format: Format, words: str, *, color: bool) -> str:
    out = StringIO(newline="")
    looks = Looks(color=color, several=True, scores=True, terminal=True)
    render(view, format, [saying(words)], looks, out)
    return out.getvalue()


def leaks(view: View, format: Format, words: str, *, color: bool) -> list[str]:
    out = shown(view, format, words, color=color)
    return dangers(out, allowed=ALLOWED.get(format, "\n"), palette=color and format == "table")


@pytest.mark.parametrize("format", TEXT_FORMATS)
@pytest.mark.parametrize("payload", NAMED.values(), ids=NAMED)
def test_a_payload_in_text_headline_speaker_and_file_name_is_shown_as_text(
    payload: str, format: Format
) -> None:
    for view in VIEWS:
        for color in (False, True):
            assert not leaks(view, format, payload, color=color)


@pytest.mark.parametrize("count", [500, pytest.param(5_000, marks=pytest.mark.long)])
@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_random_strings_are_shown_as_text(format: Format, count: int) -> None:
    """Take the views in turn, each with colour and without."""
    for number, words in enumerate(random_strings(count)):
        view, color = VIEWS[number % len(VIEWS)], number % 2 == 0
        assert not leaks(view, format, words, color=color), (view, words)


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_messages_on_standard_error_show_file_names_and_errors_as_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for words in (*NAMED.values(), *random_strings(5_000)):
        stream = Terminal()
        monkeypatch.setattr(sys, "stderr", stream)
        messages = Messages(2, quiet=False)
        messages.progress(1, words)
        messages.note(words, words)
        messages.failure(words, words, words, trace=words)
        messages.warning(words, words)
        assert not dangers(stream.getvalue(), allowed="\n\t", palette=True), words


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return an article for each payload, which is in its text and in its name."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = []
    for payload in NAMED.values():
        # What no file system takes; the two halves of surrogates stand for bytes that are no UTF-8.
        name = payload.replace("\0", "").replace("/", "∕").replace("\ud800", "")[:80]
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(STORY.format(payload), encoding="utf-8", errors="surrogatepass")
    return paths


@pytest.mark.parametrize("format", ["table", "plain", "markdown", "json", "ndjson"])
def test_the_installed_program_shows_articles_and_file_names_as_text(format: str, files: list[Path]) -> None:
    """Take the reader for the table alone: what it finds is the same in all formats."""
    missing = [path.with_suffix(".missing") for path in files]
    program = NEWSCLI if format == "table" else STAND_IN
    done = run("report", "--format", format, "--color", "always", *files, *missing, program=program)
    assert done.code == 3
    assert done.err.count("no such file") == len(missing)
    assert not dangers(done.out, allowed=ALLOWED.get(format, "\n"), palette=format == "table")
    assert not dangers(done.err)


@pytest.mark.parametrize("format", ["auto", "csv", "tsv", "json"])
def test_the_program_shows_articles_as_text_on_a_terminal(format: str, files: list[Path]) -> None:
    missing = files[0].with_suffix(".missing")
    program = NEWSCLI if format == "auto" else STAND_IN
    done = run_on_terminal("quotes", *files, missing, "-f", format, stderr=True, program=program)
    assert done.code == 3
    assert not dangers(done.out, allowed="\r\n\t", palette=True)


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_a_pipe_receives_the_words_as_they_are(format: str, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("“Mara\u200b \x1b[1mVoss,” said Ana Orel.", encoding="utf-8")
    assert "Mara \x1b[1mVoss" in run("quotes", tmp_path / "odd.txt", "-f", format).out


@pytest.mark.parametrize(
    "args",
    [
        ("{}",),  # taken for a file to report
        ("quotes", "--{}"),
        ("quotes", "--encoding", "{}"),
        ("quotes", "--kind", "{}"),
        ("quotes", "--min-confidence", "{}"),
        ("summary", "--method", "{}"),
        ("summary", "--sentences", "{}"),
        ("quotes", "--output", "{}/{}"),
    ],
    ids=" ".join,
)
def test_a_usage_error_repeats_nothing_that_a_terminal_obeys(args: tuple[str, ...], tmp_path: Path) -> None:
    payload = "".join(NAMED.values()).replace("\0", "").replace("\ud800", "")
    done = run(*(arg.format(payload, payload) for arg in args), program=NEWSCLI, cwd=tmp_path)
    assert done.code in {2, 3, 5}
    assert done.err
    assert not dangers(done.err + done.out)
