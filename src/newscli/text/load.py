"""Files and streams to articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import BinaryIO, Final

from newscli.errors import InputError, UsageError
from newscli.model import Article
from newscli.text import html
from newscli.text.containers import Container
from newscli.text.containers.given import described, headed, settled, with_head
from newscli.text.containers.pieces import GUESSED, Fields, Piece
from newscli.text.decode import Decoded, decode
from newscli.text.files import STDIN, opened
from newscli.text.language import NOT_ENGLISH, is_english
from newscli.text.layout import lay_out
from newscli.text.markdown import read_markdown

_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    encoding: str | None = None,
    name: str | None = None,
    fields: Fields = GUESSED,
) -> Article:
    """Read an article from a file, standard input or a binary stream.

    What it is, is recognised by its content: plain text, Markdown, HTML, or a container that holds one
    article. Of plain text at most ``MAX_INPUT_BYTES`` and one more are read, so that devices and pipes end.

    Args:
        source: A path, ``-`` for standard input, or a stream, which is read but not closed.
        encoding: The encoding of the bytes, None to find out.
        name: The name in ``Article.file``; by default the path as given, ``-`` for a stream.
        fields: The fields of a row that hold its text, id, title and date.

    Raises:
        InputError: If the input cannot be read, is empty, too large, no article, or several. The message does
            not hold the file's name.
        MissingExtraError: If it needs an extra that is not installed.
        UsageError: If there is no such encoding.
    """
    articles = list(islice(read_all(source, encoding=encoding, name=name, fields=fields), 2))
    if len(articles) > 1:
        raise InputError("holds several articles", "newscli.read_all reads them all")
    (article,) = articles
    if isinstance(article, InputError):
        raise article
    return article


def read_all(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    encoding: str | None = None,
    name: str | None = None,
    fields: Fields = GUESSED,
) -> Iterator[Article | InputError]:
    """Read the articles of a container one by one, in its order; any other input is one article.

    Args:
        source: A path, ``-`` for standard input, or a stream, which is read but not closed.
        encoding: The encoding of the text, None to find out.
        name: The name in ``Article.file``; by default the path as given, ``-`` for a stream.
        fields: The fields of rows that hold text, id, title and date; what is None is guessed by usual names.

    Yields:
        An article, or in its place the error that says what is wrong with the row, message or document.

    Raises:
        InputError: If the input, or what is left of it, cannot be read at all.
        MissingExtraError: If it needs an extra that is not installed.
        UsageError: If there is no such encoding.
    """
    with opened(source) as (stream, path):
        container = Container(stream, path, fields, encoding)
        for piece in container.pieces():
            if isinstance(piece, InputError):
                yield piece
                continue
            try:
                article = lay_out_piece(piece, name if name is not None else path, encoding)
            except InputError as error:
                if not container.several:
                    raise
                yield error
                continue
            yield article


def lay_out_piece(piece: Piece, file: str, encoding: str | None = None) -> Article:
    """Lay out the article of a piece.

    Args:
        piece: What was cut out of a container.
        file: The name in ``Article.file``.
        encoding: The encoding of the piece's bytes, None to find out.

    Raises:
        InputError: If it holds no article.
        MissingExtraError: If it is HTML, and the extra that reads HTML is not installed.
        UsageError: If there is no such encoding.
    """
    try:
        return _laid_out(piece, file, encoding)
    except InputError as error:
        if piece.id is None:
            raise
        raise type(error)(f"article {piece.id}: {error.message}", error.hint) from None


def _laid_out(piece: Piece, file: str, encoding: str | None) -> Article:
    if isinstance(piece.content, bytes):
        decoded = _decode(piece.content, encoding, piece.charset)
    else:
        decoded = Decoded(piece.content, piece.encoding, piece.encoding_how, piece.warnings)
    if piece.original:
        return _article(decoded, file)
    if not html.is_html(decoded.text):
        text, roles = with_head(decoded.text, piece.given)
        article = _article(replace(decoded, text=text), file)
        blocks = settled(article, roles) if roles else article.blocks
        return described(replace(article, blocks=blocks, extracted=True), piece)
    return described(headed(_article(decoded, file), piece.given), piece)


def _decode(data: bytes, encoding: str | None, charset: str | None) -> Decoded:
    """Decode bytes by the encoding that the user named, else by the one that the container declares."""
    if encoding is None and charset:
        try:
            return decode(data, charset)
        except (InputError, UsageError):
            pass  # it is not what they are in, or no encoding
    return decode(data, encoding)


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
