"""JSON to rows: an object a line, an array of objects, or one object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Final

from newscli.errors import InputError
from newscli.limits import MAX_BROKEN_AT_START, MAX_COLLECTION_BYTES, MAX_ROW_BYTES
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.pieces import Fields
from newscli.text.containers.rows import Numbered, Row, text_rank
from newscli.text.decode import Decoded, decode

_TOO_LONG: Final = f"is larger than {MAX_ROW_BYTES // 1024**2} MB"
_SPLIT: Final = "leave it out, or give its article a file of its own"
_CHECK: Final = "write it by a library of JSON; jq . FILE shows where it breaks"
_OBJECT: Final = 'an article is an object: {"title": "…", "text": "…"}'
_LONG_LINE: Final = f"has a line of more than {MAX_ROW_BYTES // 1024**2} MB"
# Of a JSON text: what opens, closes or parts values, outside strings.
_STRUCTURE: Final = re.compile(r'["\[\]{},]')
_ROWS: Final = re.compile(r"\[\s{0,99}\{")
_STRING_END: Final = re.compile(r'["\\]')
_LISTS_WITHIN: Final = 3  # {"response": {"docs": […]}} holds its rows two objects deep


def lines(source: InputBytes, encoding: str | None, fields: Fields) -> Iterator[Numbered]:
    """Yield the row of each line that is not blank, or the rows of the list of articles that it holds."""
    yield from _of_lines(source.lines(encoding), fields)


def _of_lines(numbered: Iterable[tuple[int, Decoded | None]], fields: Fields) -> Iterator[Numbered]:
    """Yield the rows of numbered lines, None for one that is too long; each row has a number of its own."""
    further = 0
    for number, line in numbered:
        if line is None:
            yield Numbered(number + further, InputError(_TOO_LONG, _SPLIT))
        elif line.text.strip():
            found = _of_line(number + further, line, fields)
            yield from found
            further += len(found) - 1


def array(source: InputBytes, encoding: str | None) -> Iterator[Numbered]:
    """Yield the elements of an array as they are read; a broken one costs no other.

    An element ends at the comma behind it, found by its brackets and quotation marks alone.
    """
    elements = _Elements()
    number = 0
    for _, line in source.lines(encoding):
        if line is None:
            raise InputError(_LONG_LINE, "write an article a line: jq -c '.[]' FILE > articles.jsonl")
        for text in elements.feed(line.text):
            number += 1
            yield _element(number, text, line)
    for text in elements.end():
        yield _element(number + 1, text, Decoded("", "utf-8", "utf-8"))


def document(source: InputBytes, encoding: str | None, fields: Fields) -> Iterator[Numbered]:
    """Yield the rows of one object: itself, or the list of articles that it holds.

    Of a broken one, those of its lines; or if no line is an object that holds something, the elements of the
    list, before the damage and behind it.
    """
    decoded = decode(source.read(MAX_COLLECTION_BYTES), encoding)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError):
        yield from _of_broken(decoded, fields)
        return
    lists = list(_lists_in(value))
    found: Sequence[Row | InputError] = _rows_of(value, lists, fields)
    rows = found or (lists[0] if lists else [_object(value)])
    for number, row in enumerate(rows, 1):
        yield Numbered(number, row, decoded.encoding, decoded.how, decoded.warnings)


def _of_broken(decoded: Decoded, fields: Fields) -> Iterator[Numbered]:
    """Yield the rows of a text that is no JSON as a whole."""
    lines = decoded.text.split("\n")
    rows = _of_lines(((n, decoded._replace(text=line)) for n, line in enumerate(lines, 1)), fields)
    by_lines = list(islice(rows, MAX_BROKEN_AT_START))
    objects = any(numbered.row for numbered in by_lines if not isinstance(numbered.row, InputError))
    begin = _ROWS.search(decoded.text)
    if begin is None or (objects and not _holds_articles(decoded.text, begin.start(), fields)):
        yield from chain(by_lines, rows)
        return
    elements = _Elements(alone=True)
    number = 0
    for line in decoded.text[begin.start() :].splitlines(keepends=True):
        for text in elements.feed(line):
            number += 1
            yield _element(number, text, decoded)
    for text in elements.end():
        yield _element(number + 1, text, decoded)


def _holds_articles(text: str, begin: int, fields: Fields) -> bool:
    """Return whether the list that begins there is that of the articles, not one that an article holds.

    What stands before it tells no text, and the first of its elements does.
    """
    heads = (_row(f"{text[:begin]}[]{'}' * depth}") for depth in range(1, _LISTS_WITHIN + 1))
    head = next((row for row in heads if not isinstance(row, InputError)), None)
    end = text.find("\n", begin)
    first = next(_Elements(alone=True).feed(text[begin : end if end > 0 else len(text)]), None)
    row = _row(first or "")
    is_head = head is not None and text_rank(head, fields) is None
    return is_head and not isinstance(row, InputError) and text_rank(row, fields) is not None


def _numbered(number: int, decoded: Decoded) -> Numbered:
    return Numbered(number, _row(decoded.text), decoded.encoding, decoded.how, decoded.warnings)


def _element(number: int, text: str | None, line: Decoded) -> Numbered:
    """Return a row of an array; how its last line was decoded is told of it."""
    if text is None:
        return Numbered(number, InputError(_TOO_LONG, _SPLIT))
    return _numbered(number, line._replace(text=text))


def _of_line(number: int, line: Decoded, fields: Fields) -> Sequence[Numbered]:
    """Return the row of a line, or the rows that it holds, numbered from a number on."""
    whole = _numbered(number, line)
    rows = () if isinstance(whole.row, InputError) else _rows_of(whole.row, _lists_in(whole.row), fields)
    return [replace(whole, number=n, row=row) for n, row in enumerate(rows, number)] or [whole]


def _row(text: str) -> Row | InputError:
    """Return the object that a text is, or why it is none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"{error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')} at character {error.pos + 1}"
        return InputError(f"is no JSON: {where}", _CHECK)
    except RecursionError:
        return InputError("is no JSON of an article: it is nested too deeply", _OBJECT)
    except ValueError as error:  # a number of too many digits
        return InputError(f"is no JSON: {error}", _CHECK)
    return _object(value)


def _object(value: object) -> Row | InputError:
    return value if isinstance(value, dict) else InputError("is no JSON object", _OBJECT)


def _rows_of(value: object, lists: Iterable[Sequence[Row]], fields: Fields) -> Sequence[Row]:
    """Return the articles that an object is: itself, or the first list of such; none if no text is found.

    An article may hold authors, pictures and comments, and a list of articles a description of its own: the
    more usual name of a text decides, and of equal ones the object's own.
    """
    own = text_rank(value, fields) if isinstance(value, dict) else None
    for rows in lists:
        ranks = (text_rank(row, fields) for row in rows)
        rank = next((rank for rank in ranks if rank is not None), None)
        if rank is not None and (own is None or rank < own):
            return rows
    return [] if own is None or not isinstance(value, dict) else [value]


def _lists_in(value: object) -> Iterator[Sequence[Row]]:
    """Yield the lists of objects in an object, what is less deep first."""
    level: list[object] = [value]
    for _ in range(_LISTS_WITHIN):
        for each in level:
            if isinstance(each, list) and each and all(isinstance(row, dict) for row in each):
                yield each
        level = [inner for each in level if isinstance(each, Mapping) for inner in each.values()]


class _Elements:
    """Cuts the lines of an array into its elements, by their brackets, commas and quotation marks alone.

    No string of JSON holds a line end. One that does not end breaks its element, and the next line that opens
    an object, as far from the margin as those before, begins another.

    Args:
        alone: Whether what follows the array is no part of it.
    """

    def __init__(self, *, alone: bool = False) -> None:
        self._alone = alone
        self._ended = False
        self._kept: list[str] = []
        self._size = 0
        self._depth = 0
        self._indent = ""
        self._quoted = self._lost = False

    def feed(self, line: str) -> Iterator[str | None]:
        """Yield the elements that end in the next line, None for one that is too long."""
        if self._ended or (self._lost and not line.startswith(f"{self._indent}{{")):
            return
        self._lost = False
        at = begin = 0
        while match := (_STRING_END if self._quoted else _STRUCTURE).search(line, at):
            sign, at = match[0], match.end()
            if sign == "\\":
                at += 1
            elif sign == '"':
                self._quoted = not self._quoted
            elif sign == "{" and self._depth == 1 and not line[: at - 1].strip():
                self._indent = line[: at - 1]
                self._depth += 1
            elif self._opens_or_ends(sign):
                self._keep(line[begin : at - 1])
                yield from self._take()
                begin = at
                if self._ended:
                    return
            elif sign == "[" and self._depth == 1:
                begin = at
        self._keep(line[begin:])
        if self._quoted:
            yield from self._take()
            self._quoted, self._lost, self._depth = False, True, 1

    def end(self) -> Iterator[str | None]:
        """Yield what is left of an array that is cut off."""
        if self._depth and not self._lost and not self._ended:
            yield from self._take()

    def _opens_or_ends(self, sign: str) -> bool:
        """Follow the brackets, and return whether an element ends."""
        if sign in "[{":
            self._depth += 1
        elif sign in "]}":
            self._depth -= 1
            self._ended = self._alone and self._depth <= 0
            return self._depth == 0 and sign == "]"
        return sign == "," and self._depth == 1

    def _keep(self, text: str) -> None:
        self._size += len(text)
        if self._size <= MAX_ROW_BYTES:
            self._kept.append(text)
        else:
            self._kept.clear()

    def _take(self) -> Iterator[str | None]:
        element = "".join(self._kept) if self._size <= MAX_ROW_BYTES else None
        self._kept, self._size = [], 0
        if element is None or element.strip():
            yield element
