"""Files and streams to articles."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO, Final

from newscli.errors import InputError
from newscli.model import Article
from newscli.text import html
from newscli.text.decode import Decoded, decode
from newscli.text.files import STDIN, read_path, read_stdin, read_stream
from newscli.text.language import NOT_ENGLISH, is_english
from newscli.text.layout import lay_out
from newscli.text.markdown import read_markdown

_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read(
    source: str | os.PathLike[str] | BinaryIO, *, encoding: str | None = None, name: str | None = None
) -> Article:
    """Read an article from a file, standard input or a binary stream.

    Plain text, Markdown and HTML are recognised by their content. At most ``MAX_INPUT_BYTES`` and one more
    are read, so that devices and pipes end too.

    Args:
        source: A path, ``-`` for standard input, or a stream, which is read but not closed.
        encoding: The encoding of the bytes, None to find out.
        name: The name in ``Article.file``; by default the path as given, ``-`` for a stream.

    Raises:
        InputError: If the input cannot be read, is empty, too large, or no article. The message does not
            hold the file's name.
        MissingExtraError: If it is HTML, and the extra that reads HTML is not installed.
        UsageError: If there is no such encoding.
    """
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        data = read_stdin() if path == STDIN else read_path(Path(path))
        file = path
    else:
        data = read_stream(source)
        file = STDIN
    return _article(decode(data, encoding), name if name is not None else file)


def parse(text: str, *, file: str = STDIN) -> Article:
    """Lay out an article that is in memory already.

    Args:
        text: Plain text, Markdown or HTML.
        file: The name in ``Article.file``.

    Raises:
        InputError: If the text is empty, or HTML without an article.
        MissingExtraError: If it is HTML, and the extra that reads HTML is not installed.
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
    english = is_english(prose)
    warnings = decoded.warnings if english else (*decoded.warnings, NOT_ENGLISH)
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
