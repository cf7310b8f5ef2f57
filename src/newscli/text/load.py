"""Files and streams to articles."""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path
from typing import BinaryIO, Final

from newscli.english.grammar import UNMISTAKABLY_ENGLISH
from newscli.errors import InputError
from newscli.limits import MAX_INPUT_BYTES, MIN_LANGUAGE_WORDS
from newscli.model import Article
from newscli.text import html
from newscli.text.decode import Decoded, decode
from newscli.text.layout import lay_out
from newscli.text.markdown import read_markdown

STDIN: Final = "-"

_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LANGUAGE_CHARS: Final = 20_000
# Of the words of 2,372 English news articles, 20 to 50 % were these; of Dutch, French or Spanish prose, which
# share some of them, up to 11 % are.
_MIN_ENGLISH: Final = 0.14
_NOT_ENGLISH: Final = "does not look like English; newscli reads English, so expect little of the results"


def read(
    source: str | os.PathLike[str] | BinaryIO, *, encoding: str | None = None, name: str | None = None
) -> Article:
    """Read an article from a file, standard input or a binary stream.

    Plain text, Markdown and HTML are told apart by their content. At most ``MAX_INPUT_BYTES`` and one more
    are read, so that devices and pipes end too.

    Args:
        source: A path, ``-`` for standard input, or a stream, which is read but not closed.
        encoding: The encoding of the bytes, None to find out.
        name: What ``Article.file`` shall be; by default the path as given, ``-`` for a stream.

    Raises:
        InputError: The input cannot be read, is empty, too large, or no article. The message does not
            hold the file's name.
        MissingExtraError: It is HTML, and the extra that reads HTML is not installed.
        UsageError: There is no such encoding.
    """
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        data = _read_stdin() if path == STDIN else _read_path(Path(path))
        file = path
    else:
        data = _read_stream(source)
        file = STDIN
    return _article(decode(data, encoding), name if name is not None else file)


def parse(text: str, *, file: str = STDIN) -> Article:
    """Lay out an article that is in memory already.

    Args:
        text: Plain text, Markdown or HTML.
        file: What ``Article.file`` shall be.

    Raises:
        InputError: The text is empty, or HTML without an article.
        MissingExtraError: It is HTML, and the extra that reads HTML is not installed.
    """
    if not text or text.isspace():
        raise InputError("is empty")
    return _article(Decoded(text, "utf-8", "utf-8"), file)


def _article(decoded: Decoded, file: str) -> Article:
    """Lay out a decoded text."""
    text, extracted = decoded.text, html.is_html(decoded.text)
    if extracted:
        page = html.read_html(text)
        text, blocks, prose = page.text, page.blocks, _without_controls(page.text)
    else:
        unmarked, markup = read_markdown(text)
        prose = _without_controls(unmarked)
        blocks = lay_out(prose, markup)
    if not blocks:
        raise InputError("is empty: it holds no words")
    english = _is_english(prose)
    warnings = decoded.warnings if english else (*decoded.warnings, _NOT_ENGLISH)
    return Article(
        text=text,
        file=file,
        blocks=blocks,
        prose=prose,
        encoding=decoded.encoding,
        encoding_how=decoded.how,
        extracted=extracted,
        english=english,
        warnings=warnings,
    )


def _without_controls(text: str) -> str:
    """Blank the control characters that are no white space; without any, return the same object."""
    return _CONTROL.sub(" ", text) if _CONTROL.search(text) else text


def _is_english(text: str) -> bool:
    """Tell whether a text has the function words of English, or too few words to tell."""
    # Names and the entries of tables are capitalised in most languages and tell nothing.
    words = [word for word in _WORD.findall(text[:_LANGUAGE_CHARS]) if not word[0].isupper()]
    if len(words) < MIN_LANGUAGE_WORDS:
        return True
    return sum(word in UNMISTAKABLY_ENGLISH for word in words) >= _MIN_ENGLISH * len(words)


def _read_stdin() -> bytes:
    """Read standard input, which Python sets to None where it was closed."""
    if sys.stdin is None:
        raise InputError("is closed")
    return _read_stream(sys.stdin.buffer)


def _read_path(path: Path) -> bytes:
    """Read a file, and say in one line what keeps it from being read."""
    try:
        if path.is_dir():
            files = path / "*.txt"
            raise InputError("is a directory", f"name its files, for example: newscli quotes {files}")
        with path.open("rb") as stream:
            return _read_stream(stream)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None


def _read_stream(stream: BinaryIO) -> bytes:
    """Read a stream to its end, or to the limit."""
    chunks: list[bytes] = []
    left = MAX_INPUT_BYTES + 1
    try:
        # A raw stream may return less than asked for, and None where it would block.
        while left > 0 and (chunk := stream.read(left)):
            chunks.append(chunk)
            left -= len(chunk)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    if left <= 0:
        raise InputError(f"is larger than {MAX_INPUT_BYTES // 1024**2} MB", "split it into single articles")
    return b"".join(chunks)


def _unreadable(error: OSError | ValueError) -> InputError:
    """Say what an operating system's error means for the user."""
    if not isinstance(error, OSError):  # NUL in a path, a closed stream
        return InputError(f"cannot be read: {error}")
    if error.errno == errno.ENOENT:
        return InputError("no such file")
    if error.errno == errno.EACCES:
        return InputError("permission denied", "check who may read it: ls -l")
    return InputError(f"cannot be read: {error.strerror or type(error).__name__}")
