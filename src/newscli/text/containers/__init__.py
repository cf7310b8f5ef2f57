"""Containers: files that hold articles with something around them, or several of them.

A container is cut into pieces, one an article, as it is read; ``text.load`` lays each piece out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from newscli.errors import InputError
from newscli.limits import MAX_COLLECTION_BYTES
from newscli.text.containers import exports, refused
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.kinds import SINGLE, Kind, recognise
from newscli.text.containers.pieces import GUESSED, Fields, Piece
from newscli.text.decode import decode


@dataclass(slots=True)
class Container:
    """An input that was opened, and recognised by its head.

    Args:
        stream: A binary stream, read but not closed.
        name: The name of its file, ``-`` if there is none.
        fields: The fields of rows that the user named.
        encoding: The encoding of its text, None to find out.

    Attributes:
        kind: What it is.
        notes: What is to be told about how it was read; complete when all pieces were cut.

    Raises:
        InputError: If it cannot be read, or is of a kind that newscli refuses.
    """

    stream: BinaryIO
    name: str
    fields: Fields = GUESSED
    encoding: str | None = None
    kind: Kind = field(init=False)
    notes: list[str] = field(init=False, default_factory=list)
    _source: InputBytes = field(init=False)

    def __post_init__(self) -> None:
        """Look at the head."""
        self._source = InputBytes(self.stream, self.name)
        refused.check(self._source, self.name)
        self.kind = recognise(self._source, self.fields)

    @property
    def several(self) -> bool:
        """Whether it is of a kind that may hold several articles."""
        return self.kind not in SINGLE

    def pieces(self) -> Iterator[Piece | InputError]:
        """Cut out the articles, one by one, in order; what is wrong with one stands in its place.

        Raises:
            InputError: If what follows cannot be read at all.
        """
        source, encoding = self._source, self.encoding
        if self.kind in {"json lines", "json array", "json", "csv", "parquet"}:
            yield from self._rows()
        elif self.kind == "feed":
            from newscli.text.containers import feeds

            yield from feeds.pieces(source)
        elif self.kind == "warc":
            from newscli.text.containers import warc

            yield from warc.pieces(source)
        elif self.kind in {"mail", "mbox"}:
            from newscli.text.containers import mail

            yield from (mail.message(source) if self.kind == "mail" else mail.messages(source))
        elif self.kind == "captions":
            from newscli.text.containers import captions

            yield from captions.pieces(source, encoding)
        elif self.kind == "word":
            from newscli.text.containers import docx

            yield from _of_text(docx.text_of(source))
        elif self.kind == "export":
            yield from _of_text(decode(source.read(MAX_COLLECTION_BYTES), encoding).text)
        else:
            yield Piece(source.read(), original=True)

    def _rows(self) -> Iterator[Piece | InputError]:
        from newscli.text.containers import csv_rows, json_rows, parquet
        from newscli.text.containers.rows import Numbered, Rows

        readers: dict[str, tuple[Callable[[InputBytes, str | None], Iterator[Numbered]], str]] = {
            "json lines": (partial(json_rows.lines, fields=self.fields), "JSON Lines"),
            "json array": (json_rows.array, "a JSON array"),
            "json": (partial(json_rows.document, fields=self.fields), "JSON"),
            "csv": (csv_rows.rows, "CSV"),
            "parquet": (parquet.rows, "Parquet"),
        }
        read, what = readers[self.kind]
        rows = Rows(read(self._source, self.encoding), self.fields, what)
        self.notes = rows.notes
        yield from rows.pieces()


def _of_text(text: str) -> Iterator[Piece | InputError]:
    """Cut an export into its documents; another text is one article."""
    cut = exports.cutter(text)
    if cut:
        yield from cut(text)
    else:
        yield Piece(text)
