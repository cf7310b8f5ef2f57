"""From a path or a stream to an article, and the one line that says why not."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import InputError, UsageError
from newscli.limits import MAX_INPUT_BYTES
from newscli.model import Span
from newscli.text.load import parse, read

TEXT = "Northam closes its old bridge\r\n\r\nThe council voted on Tuesday to close the bridge.\r\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_file_is_read_whole_and_named_as_given(story: Path) -> None:
    article = read(str(story))
    assert (article.text, article.file) == (TEXT, str(story))
    assert article.prose == TEXT.replace("\r\n", " \n")
    assert (article.encoding, article.encoding_how, article.extracted, article.warnings) == (
        "utf-8",
        "utf-8",
        False,
        (),
    )
    assert [block.role for block in article.blocks] == ["headline", "body"]
    assert read(story, name="bridge").file == "bridge"


def test_a_stream_and_standard_input_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    streamed = read(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read("-") == streamed == parse(TEXT)
    assert streamed.file == "-"


def test_a_closed_standard_input_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="is closed"):
        read("-")


def test_a_stream_that_returns_little_at_a_time_is_read_to_its_end() -> None:
    class Trickle(io.RawIOBase):
        def __init__(self) -> None:
            self.left = TEXT.encode()

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            chunk, self.left = self.left[:7], self.left[7:]
            return chunk

    assert read(Trickle()).text == TEXT  # type: ignore[arg-type] # typeshed's RawIOBase is no BinaryIO


def test_a_stream_that_would_block_is_not_at_its_end() -> None:
    class Slow(io.RawIOBase):
        def __init__(self, descriptor: int | None) -> None:
            self.parts = iter([b"The ferry ", None, b"sailed ", None, None, b"again."])
            self.descriptor = descriptor

        def read(self, size: int = -1) -> bytes | None:
            return next(self.parts, b"")

        def fileno(self) -> int:
            return super().fileno() if self.descriptor is None else self.descriptor

    theirs, ours = os.pipe()
    os.write(ours, b"there is something to read")
    assert read(Slow(theirs)).text == "The ferry sailed again."  # type: ignore[arg-type]
    os.close(theirs)
    os.close(ours)
    with pytest.raises(InputError, match="cannot be read: Resource temporarily unavailable"):
        read(Slow(None))  # type: ignore[arg-type]


def test_a_directory_is_answered_with_a_command(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a directory") as caught:
        read(tmp_path)
    assert caught.value.hint == f"read all in it: newscli COMMAND --recursive {tmp_path}"


def test_a_missing_file_is_reported_in_one_line_without_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path / "nowhere.txt")
    assert caught.value.message == "no such file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_an_input_error(story: Path) -> None:
    story.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        read(story)


@pytest.mark.parametrize(
    "error", [OSError(5, "Input/output error"), PermissionError(13, "Permission denied")]
)
def test_errors_while_reading_are_input_errors(error: OSError) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise error

    with pytest.raises(InputError) as caught:
        read(Broken())
    assert "\n" not in caught.value.message


def test_a_name_that_no_file_can_have_is_an_input_error() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b")


def test_reading_stops_at_the_limit() -> None:
    class Endless(io.BytesIO):
        taken = 0

        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            self.taken += size
            return b"a" * size

    stream = Endless()
    with pytest.raises(InputError, match="larger than 10 MB"):
        read(stream)
    assert stream.taken == MAX_INPUT_BYTES + 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero")
def test_a_device_without_end_ends() -> None:
    with pytest.raises(InputError, match="larger than"):
        read("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(TEXT.encode(),))
    writer.start()
    assert read(pipe).text == TEXT
    writer.join()


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\n---\n", "\x00\x07"])
def test_a_text_without_words_is_empty(text: str) -> None:
    with pytest.raises(InputError, match="is empty"):
        parse(text)


def test_an_unknown_encoding_is_a_usage_error(story: Path) -> None:
    with pytest.raises(UsageError):
        read(story, encoding="utf-9")


def test_control_characters_stay_in_the_text_and_leave_the_prose() -> None:
    article = parse("Northam\x07 closes\x1b[1m its bridge\tnow.\x85Rain fell.")
    assert article.text[7] == "\x07"
    assert article.prose == "Northam  closes [1m its bridge\tnow.\x85Rain fell."


def test_markup_is_left_out_and_offsets_are_the_files() -> None:
    file = "# Northam closes its bridge\n\nThe council **voted** on Tuesday.\n"
    article = parse(file)
    assert "The council voted on Tuesday." in article.text
    start = article.text.index("council")
    (place,) = article.in_file(Span(start, start + len("council voted on")))
    assert place.of(file) == "council **voted** on"
    assert [span.of(article.text) for span in article.spans("headline")] == ["Northam closes its bridge"]


def test_a_page_is_extracted(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"  # known by its content, not by its name
    path.write_text("<html><body><p>The council of Northam voted on Tuesday to close it.</p></body></html>")
    article = read(path)
    assert article.extracted
    assert article.spans("body")[0].of(article.text) == "The council of Northam voted on Tuesday to close it."


GERMAN = (
    "Der Rat der Stadt hat am Dienstag beschlossen, die alte Brücke zu sperren, weil sie unsicher ist. " * 6
)
ENGLISH = (
    "The council of the town voted on Tuesday to close the old bridge, because it is not safe any more. " * 6
)


def test_a_text_in_another_language_is_read_with_a_warning() -> None:
    assert "looks like German, not like English" in parse(GERMAN).warnings[0]
    assert parse(ENGLISH).warnings == ()
    assert parse(GERMAN[:97]).warnings[0].startswith("looks like German")
    assert parse(GERMAN[:40]).warnings == ()  # too short to tell


def test_lost_characters_are_a_warning() -> None:
    assert "2 characters could not be decoded" in read(io.BytesIO(b"Caf\xe9 \x81 closes.")).warnings[0]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_an_article_or_empty(text: str) -> None:
    try:
        article = parse(text)
    except InputError:
        return
    if article.extracted:
        return
    whole = article.in_file(Span(0, len(article.text)))
    assert all(0 <= place.start <= place.end <= len(text) for place in whole)
    assert article.text == text or article.origin
    assert len(article.prose) == len(article.text)


def test_a_name_that_is_nearly_one_of_the_folder_is_answered_with_that(tmp_path: Path) -> None:
    (tmp_path / "the story.txt").touch()
    hints = []
    for name in ("the storry.txt", "x" * 300, "nowhere/story.txt", "quite-another"):
        with pytest.raises(InputError) as caught:
            read(tmp_path / name)
        hints.append(caught.value.hint)
    assert hints[0] == f"did you mean '{tmp_path / 'the story.txt'}'?"
    assert hints[2:] == [
        "check the folder in its path: there is none of that name",
        "check its name: ls shows what there is",
    ]
