"""Text exports of Factiva to articles: with the codes of its fields, and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newscli.errors import InputError
from newscli.text.containers.names import as_byline
from newscli.text.containers.pieces import Given, Piece
from newscli.text.dates import day_of

# The codes of Factiva's fields; those of the text are LP, the lead, and TD, the rest.
_CODES: Final = frozenset(
    """
    AN ART BY CLM CO CR CT CX CY DE DLN ED ET FDS HD HDS IN IPC IPD LA LP NS PD PG PUB RE RF RST SC SE SN TD
    VOL WC
    """.split()
)
_LISTS: Final = frozenset("CO IN NS RE".split())
_BEHIND_TEXT: Final = _LISTS | frozenset("AN ART CT CX HD IPC IPD LP PUB RF SE TD".split())
_CODE: Final = re.compile(r"([A-Z]{2,3})(?:[ \t]+(.*))?$")
_HEADLINE: Final = re.compile(r"^HD[ \t]*(?:$|[ \t]\S)", re.MULTILINE)
_LEAD: Final = re.compile(r"^(?:LP|TD)[ \t]*(?:$|[ \t]\S)", re.MULTILINE)
_ACCESSION: Final = re.compile(r"^[ \t]*Document ([A-Za-z]{1,12}\d{8}[0-9a-z]{5,15})[ \t]*$", re.MULTILINE)
_WORDS: Final = re.compile(r"^\d[\d,]{0,9} words$")
_COPYRIGHT: Final = re.compile(r"(?:Copyright\b|©|\(c\))", re.IGNORECASE)
_META: Final = {
    "SE": "section",
    "PG": "page",
    "LA": "language",
    "CO": "companies",
    "IN": "industry",
    "RE": "region",
}
_MAX_HEAD_LINES: Final = 16
_MAX_CODE_CHARS: Final = 20_000


def is_factiva(head: str) -> bool:
    """Return whether a text begins as an export does."""
    if _HEADLINE.search(head) and _LEAD.search(head):
        return bool(re.search(r"^(?:WC|PD|SN|SC|SE|BY|AN)(?:[ \t]|$)", head, re.MULTILINE))
    return bool(_ACCESSION.search(head)) and any(_WORDS.match(line.strip()) for line in head.split("\n"))


def cut(text: str) -> Iterator[Piece | InputError]:
    """Yield the documents of an export."""
    text = text.replace("\r\n", "\n")
    number = 0
    if _HEADLINE.search(text) and _LEAD.search(text):
        for fields in _coded(text):
            number += 1
            yield _of_codes(fields, number)
        return
    begin = 0
    for match in _ACCESSION.finditer(text):
        number += 1
        yield _of_display(text[begin : match.start()], match[1], number)
        begin = match.end()


def _coded(text: str) -> Iterator[dict[str, list[str]]]:
    """Yield the fields of each document as lines; a code that comes again begins the next document."""
    fields: dict[str, list[str]] = {}
    last = ""
    for line in text.split("\n"):
        match = _CODE.match(line[:_MAX_CODE_CHARS])
        code = match[1] if match else ""
        if match and code in _CODES and _is_field(code, match[2] or "", last):
            if code in fields and ({"LP", "TD"} & {*fields}):
                yield fields
                fields = {}
            last = code
            fields.setdefault(code, []).append((match[2] or "") + line[_MAX_CODE_CHARS:])
        elif last:
            fields[last].append(line)
    if {"LP", "TD"} & {*fields}:
        yield fields


def _is_field(code: str, said: str, last: str) -> bool:
    """Return whether a line that begins with a code is a field: in the text, a line may begin so, too."""
    if last not in {"LP", "TD"}:
        return True
    # Below the text stand lists of codes and names ("cana : Canada"), and what names the document.
    return code in _BEHIND_TEXT and (code not in _LISTS or not said or " : " in said)


def _of_codes(fields: dict[str, list[str]], number: int) -> Piece | InputError:
    said = {code: " ".join(" ".join(lines).split()) for code, lines in fields.items()}
    text = "\n\n".join(
        "\n".join(fields[code]).strip("\n") for code in ("LP", "TD") if code in fields and said[code]
    )
    if not text.strip():
        return InputError(f"document {number}: has no text", "export it again with the full text")
    accession = said.get("AN", "").removeprefix("Document ").strip()
    given = Given(
        title=said.get("HD", ""),
        byline=as_byline(said.get("BY", "")),
        date=day_of(said.get("PD", "")) or "",
        outlet=said.get("SN", ""),
    )
    meta: dict[str, object] = {name: said[code] for code, name in _META.items() if said.get(code)}
    return Piece(_spaced(text), accession or number, given, meta)


def _spaced(text: str) -> str:
    """Part paragraphs by blank lines: each line of an export is a paragraph."""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _of_display(text: str, accession: str, number: int) -> Piece | InputError:
    """Return a document without codes: title, byline, words, day, paper, language, copyright, text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    counted = next((i for i, line in enumerate(lines[:_MAX_HEAD_LINES]) if _WORDS.match(line)), None)
    if counted is None:
        return InputError(
            f"document {number}: is no document of Factiva", "export it again with the full text"
        )
    head = lines[counted + 1 : counted + _MAX_HEAD_LINES]
    end = next((i for i, line in enumerate(head) if _COPYRIGHT.match(line)), None)
    if end is None:
        end = next((i for i, line in enumerate(head) if line == "English"), -1)
    dated = next((i for i, line in enumerate(head[: end + 1]) if day_of(line)), None)
    above = lines[:counted]
    byline = above[-1] if len(above) > 1 and above[-1].lower().startswith("by ") else ""
    titles = above[:-1] if byline else above
    words = lines[counted + 1 + end + 1 :]
    if not words:
        return InputError(f"document {number}: has no text", "export it again with the full text")
    outlet = head[dated + 1] if dated is not None and dated + 1 < len(head) else ""
    if re.match(r"^\d{1,2}:\d\d", outlet) and dated is not None:
        outlet = head[dated + 2] if dated + 2 < len(head) else ""
    given = Given(
        title=titles[-1] if titles else "",
        byline=as_byline(byline),
        date=(day_of(head[dated]) or "") if dated is not None else "",
        outlet=outlet,
    )
    meta: dict[str, object] = {"section": titles[0]} if len(titles) > 1 else {}
    return Piece("\n\n".join(words), accession, given, meta)
