"""Rows of named values to articles: which fields hold what."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from newscli.errors import InputError, clipped
from newscli.limits import MAX_BROKEN_AT_START, MAX_BROKEN_TOGETHER, MAX_ROW_DEPTH
from newscli.model import EncodingHow
from newscli.text.containers.fragments import is_marked_up, paragraphs_of
from newscli.text.containers.pieces import Fields, Given, Piece
from newscli.text.decode import without_half_pairs

Row = Mapping[str, object]

# Usual names of fields, letters and digits alone, best first: those of schema.org, NewsAPI, JSON Feed, the
# Guardian's and the New York Times' interfaces, news-please, newspaper3k and common data sets. A name goes in
# if it can mean nothing else in a table of articles.
_TEXT: Final = (
    "text body content article fulltext articletext articlebody bodytext maintext textcontent contenttext "
    "rawtext cleantext plaintext story storytext document contenthtml bodyhtml description"
).split()
_ID: Final = "id articleid docid documentid uid uuid guid key identifier url link".split()
_TITLE: Final = "title headline heading hed articletitle webtitle".split()
_DATE: Final = (
    "date published publishdate publisheddate publishedat datepublished pubdate publicationdate datepublish "
    "webpublicationdate datetime timestamp created"
).split()
_BYLINE: Final = "author authors byline writer creator".split()
_URL: Final = "url link permalink weburl articleurl sourceurl canonicalurl href".split()
_OUTLET: Final = "outlet publication publisher newspaper sitename site source sourcename".split()
_ROLES: Final = {
    "text": _TEXT,
    "id": _ID,
    "title": _TITLE,
    "date": _DATE,
    "byline": _BYLINE,
    "url": _URL,
    "outlet": _OUTLET,
}
_OPTIONAL: Final = ("id", "title", "date")
_NAME_CHARS: Final = 40
_CELLS_OF_NO_PROSE: Final = 3
_IDENTIFIER: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SHOWN_NAMES: Final = 12  # in a message
_SHOWN_CHARS: Final = 40


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row of a file, or why it is none.

    Attributes:
        number: From 1: the line of JSON Lines, the row below the header of a table.
        row: Its values by their names.
        encoding: The name of the encoding that decoded it.
        encoding_how: What chose that.
        warnings: What was lost of it.
    """

    number: int
    row: Row | InputError
    encoding: str = "utf-8"
    encoding_how: EncodingHow = "utf-8"
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Rows:
    """The articles of rows, and what is to be told about how they were read.

    Args:
        rows: The rows, read as they are asked for.
        fields: The fields that the user named.
        what: What the file is, for messages: "JSON Lines".
    """

    rows: Iterable[Numbered]
    fields: Fields
    what: str
    notes: list[str] = field(default_factory=list)

    def pieces(self) -> Iterator[Piece | InputError]:
        """Yield the article of each row, or what is wrong with the row.

        Raises:
            InputError: If there are no rows, or none of the first has the fields.
        """
        chosen: dict[str, str] | None = None
        waiting: list[Numbered] = []
        broken = 0
        rows = iter(self.rows)
        for numbered in rows:
            waiting.append(numbered)
            if chosen is None:
                chosen = _choose(self.fields, [n.row for n in waiting if not isinstance(n.row, InputError)])
                if chosen is None and len(waiting) < MAX_BROKEN_AT_START:
                    continue
                if chosen is None:
                    break
                self._tell(chosen)
            for each in waiting:
                piece = _piece(each, chosen)
                broken = broken + 1 if isinstance(piece, InputError) else 0
                yield piece
            waiting.clear()
            if broken >= MAX_BROKEN_TOGETHER:
                raise InputError(
                    f"is read no further: the last {broken} rows are broken",
                    "mend the first of them, or cut it there",
                )
        if waiting or chosen is None:
            raise self._unusable(waiting)

    def _tell(self, chosen: Mapping[str, str]) -> None:
        """Note which fields were guessed."""
        named = {role for role in ("text", *_OPTIONAL) if getattr(self.fields, role)}
        guessed = [f"{role} from {name!r}" for role, name in chosen.items() if role not in named]
        if guessed:
            options = " ".join(f"--{role}-field" for role in ("text", *_OPTIONAL) if role not in named)
            self.notes.append(f"reads {', '.join(guessed)} ({options} choose others)")

    def _unusable(self, rows: Sequence[Numbered]) -> InputError:
        """Say why no article can be read."""
        if not rows:
            return InputError(f"is {self.what} without rows", "a row for each article is what newscli reads")
        usable = [numbered.row for numbered in rows if not isinstance(numbered.row, InputError)]
        if not usable:
            first = next(numbered.row for numbered in rows if isinstance(numbered.row, InputError))
            if len(rows) == 1:
                return first
            return InputError(
                f"is not {self.what}: none of its first {len(rows)} rows is whole", first.message
            )
        return _missing(self.fields, usable)


def is_header(cells: Sequence[str]) -> bool:
    """Return whether the cells of a line can only be the header of a table.

    They are short and differ; and one is a usual name of a text beside another usual name, or all are single
    words that no space parts, as prose never has them.
    """
    names = {_folded(cell) for cell in cells}
    if len(names) < max(len(cells), 2) or not all(0 < len(cell) <= _NAME_CHARS for cell in cells):
        return False
    known = names & {name for usual in _ROLES.values() for name in usual}
    return (len(known) > 1 and bool(names & {*_TEXT})) or (
        len(cells) >= _CELLS_OF_NO_PROSE and all(_IDENTIFIER.fullmatch(cell) for cell in cells)
    )


def _folded(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def _choose(fields: Fields, rows: Sequence[Row]) -> dict[str, str] | None:
    """Return the field of each role, in the order of ``_ROLES``; None if no row has a text yet."""
    chosen: dict[str, str] = {}
    for role, usual in _ROLES.items():
        named = getattr(fields, role, None)
        if named:
            if any(_get(row, named) is not None for row in rows):
                chosen[role] = named
        elif found := _guess(usual, rows, text=role == "text"):
            chosen[role] = found
    wanted = ("text", *(role for role in _OPTIONAL if getattr(fields, role)))
    return chosen if all(role in chosen for role in wanted) else None


def _guess(usual: Sequence[str], rows: Sequence[Row], *, text: bool) -> str | None:
    """Return the first of the usual names that a row has a value under."""
    names: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            if _is_said(value, text=text):
                names.setdefault(_folded(name), name)
    return next((names[name] for name in usual if name in names), None)


def text_rank(row: Row, fields: Fields) -> int | None:
    """Return how usual the name is under which a row holds a text, 0 for the most; None if it holds none."""
    if fields.text:
        return None if _get(row, fields.text) is None else 0
    name = _guess(_TEXT, (row,), text=True)
    return None if name is None else _TEXT.index(_folded(name))


def _is_said(value: object, *, text: bool) -> bool:
    """Return whether a field holds something; for a text, words."""
    if text:
        return isinstance(value, str) and not value.isspace() and value != ""
    return value is not None and value not in ("", [], {})


def _missing(fields: Fields, rows: Sequence[Row]) -> InputError:
    """Say which field is missing, and which there are."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    shown = ", ".join(repr(name[:_SHOWN_CHARS]) for name in names[:_SHOWN_NAMES])
    there = f"its fields are {shown}{', …' if len(names) > _SHOWN_NAMES else ''}"
    for role in ("text", *_OPTIONAL):
        named = getattr(fields, role)
        if named and not any(_get(row, named) is not None for row in rows):
            from difflib import get_close_matches

            near = get_close_matches(named, names, n=1)
            there = f"did you mean {near[0]!r}? {there}" if near else there
            return InputError(f"has no field {clipped(named)!r}", there)
    return InputError("has no field that looks like an article's text", f"name it with --text-field; {there}")


def _get(row: Row, name: str) -> object:
    """Return the value under a name, or under the names that dots part; None if there is none."""
    if name in row:
        return row[name]
    value: object = row
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _piece(numbered: Numbered, chosen: Mapping[str, str]) -> Piece | InputError:
    """Return the article of a row, or what is wrong with the row."""
    row = numbered.row
    if isinstance(row, InputError):
        return InputError(f"row {numbered.number}: {row.message}", row.hint)
    text = _get(row, chosen["text"])
    if not isinstance(text, str) or not text or text.isspace():
        field = clipped(chosen["text"])
        what = f"has no text in {field!r}" if text is None or text == "" else "is no text"
        what = what if not isinstance(text, str) or not text else f"has only white space in {field!r}"
        return InputError(f"row {numbered.number}: {what}", "--text-field names another field")
    if _depth(row) > MAX_ROW_DEPTH:
        return InputError(
            f"row {numbered.number}: is nested more than {MAX_ROW_DEPTH} deep",
            "keep what describes the article",
        )
    value = {role: _get(row, name) for role, name in chosen.items()}
    used = {name.partition(".")[0] if name not in row else name for role, name in chosen.items()}
    given = Given(
        title=_words(value.get("title")),
        byline=_words(value.get("byline")),
        date=_words(value.get("date")),
        url=_words(value.get("url")),
        outlet=_words(value.get("outlet")),
    )
    text = without_half_pairs(text)
    return Piece(
        _unmarked(text),
        _id(value.get("id"), numbered.number),
        given,
        {name: _plain(value) for name, value in row.items() if name not in used},
        encoding=numbered.encoding,
        encoding_how=numbered.encoding_how,
        warnings=numbered.warnings,
    )


def _unmarked(text: str) -> str:
    """Return the paragraphs of a text that is a fragment of HTML; a whole page stays as it is."""
    return paragraphs_of(text) if is_marked_up(text) else text


def _id(value: object, number: int) -> str | int:
    """Return a row's own id: a whole number or a string as it is, else its number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return _words(value) or number


def _words(value: object) -> str:
    """Return a value as one line of words: the names of objects, and lists joined as English does."""
    if isinstance(value, Mapping):
        return next((_words(value[name]) for name in ("name", "title", "$oid", "id") if value.get(name)), "")
    if isinstance(value, list | tuple):
        words = [words for each in value if (words := _words(each))]
        return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    value = _plain(value)
    if value is None or isinstance(value, bool | bytes):
        return ""
    return " ".join(without_half_pairs(str(value)).split())


def _plain(value: object) -> object:
    """Return a value that JSON can hold."""
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, str | int | float | bool):
        return value
    as_time = getattr(value, "isoformat", None)
    if as_time is not None:
        return str(as_time())
    return None if isinstance(value, bytes) else str(value)


def _depth(value: object) -> int:
    """Return how deep objects and lists are nested, without recursion."""
    deepest, waiting = 0, [(value, 1)]
    while waiting and deepest <= MAX_ROW_DEPTH:
        each, depth = waiting.pop()
        deepest = max(deepest, depth)
        inner = each.values() if isinstance(each, Mapping) else each if isinstance(each, list) else ()
        waiting += [(part, depth + 1) for part in inner if isinstance(part, Mapping | list)]
    return deepest
