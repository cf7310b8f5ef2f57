"""Exports of LexisNexis and Nexis Uni to articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newscli.errors import InputError
from newscli.limits import MAX_FIELD_LINES
from newscli.text.containers.names import as_byline, continued
from newscli.text.containers.pieces import Given, Piece
from newscli.text.dates import day_of

# "1 of 2 DOCUMENTS" stands over each document in the older form; "End of Document" closes it in the newer.
_COUNT: Final = re.compile(r"^[ \t]*(?:Document )?\d{1,6} of \d{1,6}(?: DOCUMENTS?)?[ \t]*$", re.MULTILINE)
_END: Final = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_FIELD: Final = re.compile(r"[ \t]{0,40}([A-Z][A-Za-z]{1,20}(?:[ -][A-Za-z]{1,20}){0,3}):(?:[ \t]+(.*))?$")
_HEAD_FIELDS: Final = frozenset(
    """
    byline column correction correction-date credit cutline dateline distribution edition graphic headline
    highlight journal-code length memo photo section series source subtitle type
    """.split()
)
_FOOT_FIELDS: Final = frozenset(
    """
    acc-no attachment-type city classification company copyright correction correction-date country
    document-type file-name geographic graphic industry journal-code language load-date notes organisation
    organization person photo pub-type publication-type state subject ticker update url
    """.split()
)
# In the newer form "Correction: …" is as often a line of the text.
_FOOT_OF_BODY: Final = frozenset({"graphic", "load-date"})
_ANY_FIELD: Final = re.compile(
    r"^[ \t]*(?:BYLINE|DATELINE|HEADLINE|LANGUAGE|LENGTH|LOAD-DATE|PUBLICATION-TYPE|SECTION):",
    re.MULTILINE | re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(r"\s*(?:Copyright\b|©|\(c\)\s?\d{4})", re.IGNORECASE)
_LENGTH: Final = re.compile(r"^[ \t]*LENGTH:[ \t]*\d[\d,]{0,9} words\b", re.MULTILINE | re.IGNORECASE)
_BODY: Final = re.compile(r"^[ \t]*Body[ \t]*$", re.MULTILINE)
_CENTRED: Final = 12  # spaces before the lines that say from which paper and day a document is


def is_nexis(head: str) -> bool:
    """Return whether a text begins as an export does."""
    count = _COUNT.search(head)
    if count and "DOCUMENTS" in count[0]:
        return bool(_ANY_FIELD.search(head))
    counted = bool(count and "DOCUMENT" in count[0].upper())
    return _LENGTH.search(head) is not None and (counted or bool(_BODY.search(head)))


def cut(text: str) -> Iterator[Piece | InputError]:
    """Yield the documents of an export."""
    for number, document in enumerate(_documents(text.replace("\r\n", "\n")), 1):
        lines = document.split("\n")
        body = next((index for index, line in enumerate(lines) if _BODY.match(line)), None)
        yield _newer(lines, body, number) if body is not None else _older(lines, number)


def _documents(text: str) -> Iterator[str]:
    border = _COUNT if (found := _COUNT.search(text)) and "DOCUMENT" in found[0].upper() else _END
    for document in border.split(text):
        if _ANY_FIELD.search(document) or _BODY.search(document):
            yield document


def _fields(line: str) -> tuple[str, str] | None:
    """Return the name of the field that a line opens, in small letters, and what it says."""
    match = _FIELD.match(line[:2_000])
    return (match[1].lower(), (match[2] or "").strip()) if match else None


def _older(lines: list[str], number: int) -> Piece | InputError:
    """Return a document whose fields stand over the text and below it."""
    above: list[str] = []
    fields: dict[str, str] = {}
    at = _read_head(lines, above, fields)
    foot = _foot(lines, at)
    _read_foot(lines[foot:], fields)
    titles = [line for line in above if not line.startswith(" " * _CENTRED)]
    centred = [line.strip() for line in above if line.startswith(" " * _CENTRED)]
    if not titles and len(centred) > 1:  # not centred: paper, day, headline
        titles = centred[-1:]
        centred = centred[:-1]
    outlet, date, left = _paper_and_day(centred)
    if not date:
        outlet, date, titles = _paper_and_day([line.strip() for line in titles], outlet)
    title = fields.pop("headline", "") or " ".join(line.strip() for line in titles)
    return _piece(
        lines[at:foot], number, title, outlet, date, {**fields, **({"edition": left[0]} if left else {})}
    )


def _read_head(lines: list[str], above: list[str], fields: dict[str, str]) -> int:
    """Take the lines over the text, and return the index of its first."""
    at, last, named = 0, "", False
    while at < len(lines):
        line = lines[at]
        found = _fields(line)
        if found and found[0] in _HEAD_FIELDS:
            last, named = found[0], True
            fields[last] = found[1]
        elif not line.strip():
            last = ""
        elif last:  # a field goes on in the next line
            fields[last] = continued(fields[last], line)
        elif named:
            return at
        else:
            above.append(line)
        at += 1
    return at if named else _below_headline(lines, above)


def _below_headline(lines: list[str], above: list[str]) -> int:
    """Return the index of the first line below the headline of a document without fields over its text.

    The headline is the first line that is not centred; if none is centred, the line below the day.
    """
    above.clear()
    centred = any(line.startswith(" " * _CENTRED) and line.strip() for line in lines)
    dated = False
    for index, line in enumerate(lines):
        if line.strip():
            above.append(line)
            if (centred and not line.startswith(" " * _CENTRED)) or (not centred and dated):
                return index + 1
            dated = dated or day_of(line) is not None
    return len(lines)


def _foot(lines: list[str], begin: int, names: frozenset[str] = _FOOT_FIELDS) -> int:
    """Return the index of the first line below the text: fields and a copyright are all that follow."""
    foot = len(lines)
    for index in range(len(lines) - 1, begin - 1, -1):
        line = lines[index]
        found = _fields(line)
        if (found and found[0] in names) or _COPYRIGHT.match(line):
            foot = index
        elif line.strip() and _is_text(lines, index, names):
            break
    return foot


def _is_text(lines: list[str], index: int, names: frozenset[str]) -> bool:
    """Return whether a line near the foot is of the text: no second line of a field, and not centred."""
    if lines[index].startswith(" " * _CENTRED):
        return False
    above = index - 1
    while above >= max(0, index - MAX_FIELD_LINES) and lines[above].strip():
        found = _fields(lines[above])
        if found and found[0] in names:
            return False
        above -= 1
    return True


def _read_foot(lines: list[str], fields: dict[str, str]) -> None:
    last = ""
    for line in lines:
        found = _fields(line)
        if found and found[0] in _FOOT_FIELDS:
            last = found[0]
            fields[last] = found[1]
        elif not line.strip():
            last = ""
        elif last:
            fields[last] = continued(fields[last], line)


def _paper_and_day(lines: list[str], outlet: str = "") -> tuple[str, str, list[str]]:
    """Return the paper and the day that lines name, and those that are neither."""
    date = ""
    left: list[str] = []
    for line in lines:
        day = "" if date else day_of(line) or ""
        date = date or day
        if day:
            continue
        if not outlet and not date:
            outlet = line
        elif not _COPYRIGHT.match(line):
            left.append(line)
    return outlet, date, left


def _newer(lines: list[str], body: int, number: int) -> Piece | InputError:
    """Return a document of Nexis Uni: headline, paper, day, fields, "Body", text, "Classification"."""
    fields: dict[str, str] = {}
    plain: list[str] = []
    for line in lines[:body]:
        found = _fields(line)
        if found and found[0] in _HEAD_FIELDS | _FOOT_FIELDS:
            fields[found[0]] = found[1]
        elif line.strip():
            plain.append(line.strip())
    title, outlet, date = _title_paper_day(plain)
    text = lines[body + 1 :]
    end = next(
        (index for index, line in enumerate(text) if line.strip() in {"Classification", "Graphic", "Notes"}),
        len(text),
    )
    foot = _foot(text[:end], 0, _FOOT_OF_BODY)
    _read_foot(text[foot:], fields)
    return _piece(text[:foot], number, fields.pop("headline", title), outlet, date, fields)


def _title_paper_day(lines: list[str]) -> tuple[str, str, str]:
    """Return the headline, the paper below it and the day below that; a cover may stand above."""
    lines = [line for line in lines if not _COPYRIGHT.match(line)]
    dated = next(
        (i for i in range(len(lines) - 1, 1, -1) if day_of(lines[i]) and not _FIELD.match(lines[i])), None
    )
    if dated is None:
        return (lines[0] if lines else ""), "", ""
    return lines[dated - 2], lines[dated - 1], day_of(lines[dated]) or ""


def _piece(
    lines: list[str], number: int, title: str, outlet: str, date: str, fields: dict[str, str]
) -> Piece | InputError:
    text = "\n".join(lines).strip("\n")
    if not text.strip():
        return InputError(f"document {number}: has no text", "export it again with the full text")
    given = Given(
        title=" ".join(title.split()),
        byline=as_byline(fields.pop("byline", "")),
        date=date,
        url=fields.pop("url", ""),
        outlet=outlet,
    )
    return Piece(text, number, given, {name: said for name, said in fields.items() if said})
