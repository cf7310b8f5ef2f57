"""Files and streams to articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from newscli.errors import InputError, UsageError, clipped
from newscli.model import Article
from newscli.text import html, mojibake
from newscli.text.containers import Container
from newscli.text.containers.given import described, headed, settled, with_head
from newscli.text.containers.pieces import GUESSED, Fields, Piece
from newscli.text.decode import Decoded, decode
from newscli.text.files import STDIN, opened
from newscli.text.language import foreign_language
from newscli.text.mend import as_read
from newscli.text.read_plain import read_plain


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    encoding: str | None = None,
    name: str | None = None,
    fields: Fields = GUESSED,
    repair: bool = False,
) -> Article:
    """Read an article from a file, standard input or a binary stream.

    What it is, is recognised by its content: plain text, Markdown, HTML, or a container that holds one
    article. Of plain text at most ``MAX_INPUT_BYTES`` and one more are read, so that devices and pipes end.

    Args:
        source: A path, ``-`` for standard input, or a stream, which is read but not closed.
        encoding: The encoding of the bytes, None to find out.
        name: The name in ``Article.file``; by default the path as given, ``-`` for a stream.
        fields: The fields of a row that hold its text, id, title and date.
        repair: Read text that was decoded wrongly once ("â€œ" for "“") as it was meant.

    Raises:
        InputError: If the input cannot be read, is empty, too large, no article, or several. The message does
            not hold the file's name.
        MissingExtraError: If it needs an extra that is not installed.
        UsageError: If there is no such encoding.
    """
    articles = list(islice(read_all(source, encoding=encoding, name=name, fields=fields, repair=repair), 2))
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
    repair: bool = False,
) -> Iterator[Article | InputError]:
    """Read the articles of a container one by one, in its order; any other input is one article.

    Args:
        source: A path, ``-`` for standard input, or a stream, which is read but not closed.
        encoding: The encoding of the text, None to find out.
        name: The name in ``Article.file``; by default the path as given, ``-`` for a stream.
        fields: The fields of rows that hold text, id, title and date; what is None is guessed by usual names.
        repair: Read text that was decoded wrongly once ("â€œ" for "“") as it was meant.

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
                file = name if name is not None else path
                article = lay_out_piece(piece, file, encoding, repair=repair)
            except InputError as error:
                if not container.several:
                    raise
                yield error
                continue
            yield article


def lay_out_piece(piece: Piece, file: str, encoding: str | None = None, *, repair: bool = False) -> Article:
    """Lay out the article of a piece.

    Args:
        piece: What was cut out of a container.
        file: The name in ``Article.file``.
        encoding: The encoding of the piece's bytes, None to find out.
        repair: Read text that was decoded wrongly once ("â€œ" for "“") as it was meant.

    Raises:
        InputError: If it holds no article.
        UsageError: If there is no such encoding.
    """
    try:
        return _laid_out(piece, file, encoding, repair=repair)
    except InputError as error:
        if piece.id is None:
            raise
        raise type(error)(f"article {clipped(str(piece.id))}: {error.message}", error.hint) from None


def _laid_out(piece: Piece, file: str, encoding: str | None, *, repair: bool) -> Article:
    if isinstance(piece.content, bytes):
        decoded = _decode(piece.content, encoding, piece.charset)
    else:
        decoded = Decoded(piece.content, piece.encoding, piece.encoding_how, piece.warnings)
    decoded = _mended(decoded, repair=repair)
    if piece.original:
        return _article(decoded, file)
    if not html.is_html(decoded.text):
        text, roles = with_head(decoded.text, piece.given)
        article = _article(decoded._replace(text=text), file)
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


def parse(text: str, *, file: str = STDIN, repair: bool = False) -> Article:
    """Lay out an article that is in memory already.

    Args:
        text: Plain text, Markdown or HTML.
        file: The name in ``Article.file``.
        repair: Read text that was decoded wrongly once ("â€œ" for "“") as it was meant.

    Raises:
        InputError: If the text is empty, or HTML without an article.
        UsageError: If it is no string.
    """
    if not isinstance(text, str):
        raise UsageError(f"the text is {type(text).__name__} {text!r:.40}, not a string", _instead_of(text))
    if not text or text.isspace():
        raise InputError("is empty", "give it the words of an article")
    return _article(_mended(Decoded(text, "utf-8", "utf-8"), repair=repair), file)


def _instead_of(value: object) -> str:
    """Return what to do with something that is no string, but was given for one."""
    if isinstance(value, (bytes, bytearray)):
        return "bytes are read, not parsed: newscli.read(io.BytesIO(...))"
    if isinstance(value, os.PathLike):
        return "a file is read, not parsed: newscli.read(path)"
    return "leave out rows without a text; in pandas: frame.dropna(subset=[...])"


def _mended(decoded: Decoded, *, repair: bool) -> Decoded:
    """Mend mojibake if that is asked for; else say that it is there."""
    example = mojibake.damage(decoded.text)
    if example is None:
        return decoded
    if not repair:
        warning = mojibake.DAMAGED.format(example=example)
        return decoded._replace(warnings=(*decoded.warnings, warning))
    warning = mojibake.REPAIRED.format(example=example, mended=mojibake.repair(example))
    text = mojibake.repair(decoded.text)
    return decoded._replace(text=text, warnings=(*decoded.warnings, warning), repaired=True)


def _article(decoded: Decoded, file: str) -> Article:
    """Lay out a decoded text."""
    if html.is_html(decoded.text):
        article = _of_page(decoded, file)
    else:
        plain = read_plain(decoded.text)
        article = Article(
            text=plain.text,
            file=file,
            blocks=plain.blocks,
            prose=plain.prose,
            date=plain.date,
            origin=plain.origin,
            warnings=plain.warnings,
        )
    if not article.blocks:
        raise InputError("is empty: it holds no words", "is it the right file? an article needs some words")
    foreign = foreign_language(article.prose)
    warnings = (*decoded.warnings, *article.warnings)
    return replace(
        article,
        encoding=decoded.encoding,
        encoding_how=decoded.how,
        extracted=article.extracted or decoded.repaired,
        english=foreign is None,
        warnings=warnings if foreign is None else (*warnings, foreign),
    )


def _of_page(decoded: Decoded, file: str) -> Article:
    """Lay out the article of a web page."""
    page = html.read_html(decoded.text)
    return Article(
        text=page.text,
        file=file,
        blocks=page.blocks,
        prose=as_read(page.text),
        extracted=True,
        date=page.date,
        url=page.url,
        outlet=page.outlet,
        warnings=page.warnings,
    )
