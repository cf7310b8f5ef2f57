"""What must hold of every file that is read, whatever is in it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

from benchmarks.fuzz.damage import unharmed
from benchmarks.fuzz.readers import Sample
from newscli.errors import InputError
from newscli.model import Analysis, Article
from newscli.render import Looks, render
from newscli.text.containers import Container
from newscli.text.load import lay_out_piece

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NAMED: Final = re.compile(r"\W*\d+\W*|'.*'")
_MAX_MESSAGE_CHARS: Final = 500  # a message is a line, which may be broken on a terminal


class Fault(Exception):  # noqa: N818 - it is one, in what is tried
    """Something that must not happen, in one line."""


@dataclass(frozen=True)
class Reading:
    """What was read of a file: an article or an error for each record, and what ended it before its end."""

    found: tuple[Article | InputError, ...]
    ended: InputError | None = None

    @property
    def articles(self) -> list[Article]:
        """Return the articles alone."""
        return [one for one in self.found if isinstance(one, Article)]

    @property
    def messages(self) -> list[str]:
        """Return what is told of records without an article, and of the end."""
        errors = [one for one in (*self.found, self.ended) if isinstance(one, InputError)]
        return [error.message for error in errors]

    def words(self) -> list[str]:
        """Return the text of each record, or why it has none."""
        words = [one.text if isinstance(one, Article) else f"! {one.message}" for one in self.found]
        return [*words, f"! {self.ended.message}"] if self.ended else words

    def shape(self) -> tuple[str, ...]:
        """Return what makes it unlike others: messages without what they name, and roles of paragraphs."""
        messages = {_NAMED.sub("#", message)[:60] for message in self.messages}
        roles = {block.role for article in self.articles for block in article.blocks}
        return (*sorted(messages), *sorted(roles), str(min(6, len(self.found))))


Read = Callable[[BinaryIO, str], Reading]


def read(stream: BinaryIO, file: str) -> Reading:
    """Read a file as the command does: what is wrong with a record stands in its place."""
    found: list[Article | InputError] = []
    try:
        container = Container(stream, file)
        for piece in container.pieces():
            try:
                found.append(piece if isinstance(piece, InputError) else lay_out_piece(piece, file))
            except InputError as error:  # noqa: PERF203 - one record costs no other
                found.append(error)
    except InputError as error:
        return Reading(tuple(found), error)
    return Reading(tuple(found))


class _Trickling:
    """A stream that gives a few bytes at a time and cannot be rewound, as a pipe does."""

    def __init__(self, data: bytes, most: int) -> None:
        self._stream = io.BytesIO(data)
        self._most = most

    def read(self, size: int) -> bytes:
        return self._stream.read(min(size, self._most))


def check(data: bytes, file: str, sample: Sample | None, read: Read = read) -> Reading:
    """Read a file, and see whether all holds.

    Args:
        data: The file.
        file: Its name.
        sample: The whole file that was damaged to make it, None if there was none.
        read: The reader.

    Raises:
        Fault: If something does not hold.
    """
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        reading = read(io.BytesIO(data), file)
    if written := out.getvalue() + err.getvalue():
        raise Fault(f"writes to the screen: {written[:60]!r}")
    for article in reading.articles:
        _check_article(article)
    for message in reading.messages:
        if not message.strip() or len(message) > _MAX_MESSAGE_CHARS:
            raise Fault(f"a message of {len(message)} characters: {message[:100]!r}")
    if sample is not None and (count := sample.before(unharmed(sample.data, data))):
        whole = read(io.BytesIO(sample.data), file).words()[:count]
        if reading.words()[:count] != whole:
            raise Fault(f"lost some of {count} records before the damage: {reading.words()[:count]}"[:1000])
    return reading


def check_trickle(data: bytes, file: str, most: int, reading: Reading, read: Read = read) -> None:
    """See whether a file that comes in pieces of so many bytes is read alike.

    Raises:
        Fault: If it is not.
    """
    again = read(cast("BinaryIO", _Trickling(data, most)), file)
    if again.words() != reading.words():
        raise Fault(f"read otherwise by {most} bytes at a time: {again.words()} for {reading.words()}"[:1000])


def _check_article(article: Article) -> None:
    text = article.text
    text.encode("utf-8")  # no halves of surrogates
    if len(article.prose) != len(text) or article.prose.isspace():
        raise Fault("the prose is not the text's length, or white")
    end = 0
    for block in article.blocks:
        if not end <= block.span.start < block.span.end <= len(text):
            raise Fault(f"a block out of place: {block}")
        end = block.span.end
    if article.date is not None and not _DAY.fullmatch(article.date):
        raise Fault(f"a date that is none: {article.date!r}")
    if article.article is not None and not isinstance(article.article, str | int):
        raise Fault(f"an id that is none: {article.article!r}")
    json.dumps(dict(article.meta), allow_nan=False)
    _check_output(article)


def _check_output(article: Article) -> None:
    """Write the article as JSON, without any analysis."""
    out = io.StringIO(newline="")
    render("report", "ndjson", [Analysis(article)], Looks(), out)
    (record,) = out.getvalue().splitlines()
    json.loads(record.encode("utf-8"))
