"""Files and streams to articles."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from newscli.errors import InputError
from newscli.model import Article
from newscli.text import html, mojibake
from newscli.text.decode import Decoded, decode
from newscli.text.files import STDIN, read_path, read_stdin, read_stream
from newscli.text.language import foreign_language
from newscli.text.mend import as_read
from newscli.text.read_plain import read_plain


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    encoding: str | None = None,
    name: str | None = None,
    repair: bool = False,
) -> Article:
    """Read an article from a file, standard input or a binary stream.

    Plain text, Markdown and HTML are recognised by their content. At most ``MAX_INPUT_BYTES`` and one more
    are read, so that devices and pipes end too.

    Args:
        source: A path, ``-`` for standard input, or a stream, which is read but not closed.
        encoding: The encoding of the bytes, None to find out.
        name: The name in ``Article.file``; by default the path as given, ``-`` for a stream.
        repair: Read text that was decoded wrongly once ("â€œ" for "“") as it was meant.

    Raises:
        InputError: If the input cannot be read, is empty, too large, or no article. The message does not
            hold the file's name.
        UsageError: If there is no such encoding.
    """
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        data = read_stdin() if path == STDIN else read_path(Path(path))
        file = path
    else:
        data = read_stream(source)
        file = STDIN
    return _article(_mended(decode(data, encoding), repair=repair), name if name is not None else file)


def parse(text: str, *, file: str = STDIN, repair: bool = False) -> Article:
    """Lay out an article that is in memory already.

    Args:
        text: Plain text, Markdown or HTML.
        file: The name in ``Article.file``.
        repair: Read text that was decoded wrongly once ("â€œ" for "“") as it was meant.

    Raises:
        InputError: If the text is empty, or HTML without an article.
    """
    if not text or text.isspace():
        raise InputError("is empty")
    return _article(_mended(Decoded(text, "utf-8", "utf-8"), repair=repair), file)


def _mended(decoded: Decoded, *, repair: bool) -> Decoded:
    """Mend mojibake if that is asked for; else say that it is there."""
    example = mojibake.damage(decoded.text)
    if example is None:
        return decoded
    if not repair:
        warning = mojibake.DAMAGED.format(example=example)
        return replace(decoded, warnings=(*decoded.warnings, warning))
    warning = mojibake.REPAIRED.format(example=example, mended=mojibake.repair(example))
    text = mojibake.repair(decoded.text)
    return replace(decoded, text=text, warnings=(*decoded.warnings, warning), repaired=True)


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
        raise InputError("is empty: it holds no words")
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
