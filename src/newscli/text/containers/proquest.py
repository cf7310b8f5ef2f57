"""Text exports of ProQuest to articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newscli.english.words import phrase_set
from newscli.errors import InputError
from newscli.text.containers.names import as_byline, continued
from newscli.text.containers.pieces import Given, Piece
from newscli.text.dates import day_of

_COUNT: Final = re.compile(r"^[ \t]*Document \d{1,6} of \d{1,6}[ \t]*$", re.MULTILINE)
_RULE: Final = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.MULTILINE)
_FULL_TEXT: Final = re.compile(r"^[ \t]*Full text:", re.MULTILINE | re.IGNORECASE)
_FIELD: Final = re.compile(r"([A-Z][A-Za-z]{1,24}(?:[ /-][A-Za-z]{1,24}){0,4}):(?:[ \t]+(.*))?$")
# What stands below the text.
_FOOT: Final = phrase_set(
    """
    abstract; author; business indexing term; caption; classification; companies; company; company /
    organization; copyright; country of publication; credit; database; dates; document feature; document
    type; document url; edition; first page; geographic; identifier / keyword; identifiers / keywords;
    illustration; issn; issue; language; language of publication; last updated; links; location; page;
    pages; people; person; place of publication; proquest document id; publication date; publication info;
    publication subject; publication title; publication year; publisher; section; source type; startpage;
    subject; title; volume; year
    """
)
_NONE: Final = frozenset({"none", "none available", "not available"})
_CAPTION: Final = "caption"


def is_proquest(head: str) -> bool:
    """Return whether a text begins as an export does."""
    return bool(_FULL_TEXT.search(head)) and bool(
        _COUNT.search(head) or _RULE.search(head) or "ProQuest" in head
    )


def cut(text: str) -> Iterator[Piece | InputError]:
    """Yield the documents of an export."""
    text = text.replace("\r\n", "\n")
    border = _COUNT if _COUNT.search(text) else _RULE
    number = 0
    for document in border.split(text):
        if _FULL_TEXT.search(document):
            number += 1
            yield _piece(document.split("\n"), number)


def _piece(lines: list[str], number: int) -> Piece | InputError:
    """Return a document: its title, fields, its text behind "Full text:", and fields."""
    fields: dict[str, str] = {}
    above: list[str] = []
    text: list[str] = []
    last, inside = "", False
    for line in lines:
        match = None if _RULE.match(line) else _FIELD.match(line[:2_000])
        name = match[1].lower() if match else ""
        if name == "full text":
            inside, last = True, ""
            text.append(line.partition(":")[2].strip())
        elif match and name in _FOOT and not (inside and name == _CAPTION):
            inside, last = False, name
            fields[name] = (match[2] or "").strip()
        elif inside:
            text.append(line)
        elif not line.strip() or _RULE.match(line):
            last = ""
        elif last:
            fields[last] = continued(fields[last], line)
        elif not text:
            above.append(line.strip())
    words = "\n".join(text).strip("\n")
    if words.strip().lower().rstrip(".") in {"", *_NONE}:
        return InputError(f"document {number}: has no full text", "export it again with the full text")
    fields = {name: said for name, said in fields.items() if said and said.lower().rstrip(".") not in _NONE}
    info = fields.get("publication info", "")
    given = Given(
        title=fields.pop("title", "") or " ".join(above),
        byline=as_byline(fields.pop("author", "")),
        date=day_of(fields.pop("publication date", ""))
        or day_of(info.partition(".")[2].strip(". "))
        or day_of(info)
        or "",
        url=fields.pop("document url", ""),
        outlet=fields.pop("publication title", "") or info.partition(";")[0].strip(),
    )
    return Piece(words, fields.get("proquest document id") or number, given, dict(fields))
