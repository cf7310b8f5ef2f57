"""JSON to rows: an object a line, an array of objects, or one object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice
from typing import Final

from newscli.errors import InputError
from newscli.limits import MAX_BROKEN_AT_START, MAX_COLLECTION_BYTES, MAX_ROW_BYTES
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.rows import Numbered, Row
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


def lines(source: InputBytes, encoding: str | None) -> Iterator[Numbered]:
    """Yield the row of each line that is not blank."""
    for number, line in source.lines(encoding):
        if line is None:
            yield Numbered(number, InputError(_TOO_LONG, _SPLIT))
        elif line.text.strip():
            yield _numbered(number, line)


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


def document(source: InputBytes, encoding: str | None) -> Iterator[Numbered]:
    """Yield the rows of one object: itself, or the list of objects that it holds.

    Of a broken one, those of its lines; or if no line is an object that holds something, the elements of the
    list, before the damage and behind it.
    """
    decoded = decode(source.read(MAX_COLLECTION_BYTES), encoding)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError):
        yield from _of_broken(decoded)
        return
    for number, row in enumerate(_rows_of(value), 1):
        yield Numbered(number, row, decoded.encoding, decoded.how, decoded.warnings)


def _of_broken(decoded: Decoded) -> Iterator[Numbered]:
    """Yield the rows of a text that is no JSON as a whole."""
    lines = decoded.text.split("\n")
    rows = (_numbered(n, replace(decoded, text=line)) for n, line in enumerate(lines, 1) if line.strip())
    by_lines = list(islice(rows, MAX_BROKEN_AT_START))
    objects = any(numbered.row for numbered in by_lines if not isinstance(numbered.row, InputError))
    begin = _ROWS.search(decoded.text)
    if objects or begin is None:
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


def _numbered(number: int, decoded: Decoded) -> Numbered:
    return Numbered(number, _row(decoded.text), decoded.encoding, decoded.how, decoded.warnings)


def _element(number: int, text: str | None, line: Decoded) -> Numbered:
    """Return a row of an array; how its last line was decoded is told of it."""
    if text is None:
        return Numbered(number, InputError(_TOO_LONG, _SPLIT))
    return _numbered(number, replace(line, text=text))


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
    return value if isinstance(value, dict) else InputError("is no JSON object", _OBJECT)


def _rows_of(value: object) -> Iterable[Row | InputError]:
    """Return the objects of the first list of objects in an object; without one, the object itself."""
    level: list[object] = [value]
    for _ in range(_LISTS_WITHIN):
        for each in level:
            if isinstance(each, list) and each and all(isinstance(row, dict) for row in each):
                return each
        level = [inner for each in level if isinstance(each, Mapping) for inner in each.values()]
    return [value if isinstance(value, dict) else InputError("is no JSON object", _OBJECT)]


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
