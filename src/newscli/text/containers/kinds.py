"""Which container an input is, by its first bytes, and for tables by its name."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import PurePath
from typing import Final, Literal

from newscli.limits import MAX_JUDGED_CHARS
from newscli.text.containers import exports
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.pieces import Fields
from newscli.text.containers.refused import is_word

Kind = Literal[
    "article",
    "json lines",
    "json array",
    "json",
    "csv",
    "parquet",
    "feed",
    "warc",
    "mail",
    "mbox",
    "captions",
    "export",
    "word",
]
# What holds one article, however it is read.
SINGLE: Final[frozenset[Kind]] = frozenset({"article", "mail", "captions", "word"})

# The names of files that newscli reads; those of tables and lists alone decide what a file is.
_ROWS_BY_SUFFIX: Final[dict[str, Kind]] = {
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
}
READABLE_SUFFIXES: Final = frozenset(
    """
    .txt .text .md .markdown .html .htm .xhtml .json .jsonl .ndjson .csv .tsv .tab .parquet .rss .atom .xml
    .rdf .warc .eml .mbox .srt .vtt .docx
    """.split()
)
PACKING_SUFFIXES: Final = frozenset({".gz", ".bz2", ".xz"})
COLLECTION_SUFFIXES: Final = frozenset(
    ".json .jsonl .ndjson .csv .tsv .tab .parquet .rss .atom .xml .rdf .warc .mbox".split()
)

_FEED: Final = re.compile(r"<(?:rss|feed|rdf:RDF)\b")
_MARKUP_START: Final = ("<?xml", "<!--", "<!DOCTYPE", "<rss", "<feed", "<rdf:RDF")
_MBOX: Final = re.compile(r"From \S.{0,200}\b(?:19|20)\d\d\b.{0,20}\r?\n[A-Z][A-Za-z-]{1,40}:")
_MAIL_HEADER: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]{0,9}\S?")
# Headers that no article opens with, and those of which a mail has two at least.
_SURE_HEADERS: Final = frozenset(
    "content-type delivered-to dkim-signature message-id mime-version received return-path x-mailer".split()
)
_PLAIN_HEADERS: Final = frozenset("cc date from reply-to subject to".split())
_MIN_PLAIN_HEADERS: Final = 3
_MAX_HEADER_LINES: Final = 60
_CELLS: Final = re.compile(r"[,;\t|][^\s]")
_JSON_START: Final = re.compile(r'\s{0,99}\{\s{0,99}"')
_ARRAY_START: Final = re.compile(r"\s{0,99}\[\s{0,99}[{\]]")


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in small letters, that of a packing left out."""
    path = PurePath(name)
    if path.suffix.lower() in PACKING_SUFFIXES:
        path = path.with_suffix("")
    return path.suffix.lower()


def recognise(source: InputBytes, fields: Fields) -> Kind:
    """Return what an input is; what is no container is an article."""
    head = source.head
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith((b"WARC/1.", b"WARC/0.")):
        return "warc"
    if is_word(head):
        return "word"
    text = _as_text(head)
    suffix = suffix_of(source.name)
    if suffix in _ROWS_BY_SUFFIX:
        rows = _ROWS_BY_SUFFIX[suffix]
        return "json array" if rows == "json lines" and _ARRAY_START.match(text) else rows
    return _by_words(text, suffix, fields)


def _by_words(text: str, suffix: str, fields: Fields) -> Kind:
    """Return what a text is by the words that it begins with."""
    if _ARRAY_START.match(text):
        return "json array"
    if _JSON_START.match(text):
        return _json_kind(text)
    if _is_feed(text):
        return "feed"
    if _MBOX.match(text):
        return "mbox"
    if _is_mail(text, sure=suffix == ".eml"):
        return "mail"
    if "-->" in text and _is_captions(text):
        return "captions"
    if exports.cutter(text):
        return "export"
    return "csv" if _is_table(text, fields) else "article"


def _is_feed(text: str) -> bool:
    """Return whether a text is XML whose first element is that of a feed; a DTD may stand before it."""
    if not text.lstrip().startswith(_MARKUP_START):
        return False
    feed, page = _FEED.search(text), text.lower().find("<html")
    return feed is not None and (page < 0 or feed.start() < page)


def _as_text(head: bytes) -> str:
    """Return the head of a file in any encoding as text in which ASCII is right."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")[:MAX_JUDGED_CHARS]


def _json_kind(text: str) -> Kind:
    """Return whether a text that begins as an object holds one in each line, or is one."""
    line, _, further = text.lstrip().partition("\n")
    try:
        return "json lines" if further.strip() and isinstance(json.loads(line), dict) else "json"
    except (ValueError, RecursionError):
        return "json"


def _is_mail(text: str, *, sure: bool) -> bool:
    """Return whether a text begins with the headers of a mail, and a blank line behind them."""
    plain: set[str] = set()
    for count, line in enumerate(text.split("\n", _MAX_HEADER_LINES)):
        if not line.strip("\r") or count == _MAX_HEADER_LINES:
            break
        if line[0] in " \t" and count:
            continue
        match = _MAIL_HEADER.match(line)
        if not match:
            return False
        name = match[1].lower()
        sure = sure or name in _SURE_HEADERS
        plain |= {name} & _PLAIN_HEADERS
    return len(plain) >= (1 if sure else _MIN_PLAIN_HEADERS)


def _is_captions(text: str) -> bool:
    from newscli.text.containers.captions import is_captions

    return is_captions(text)


def _is_table(text: str, fields: Fields) -> bool:
    """Return whether a text is a table: its header has the field that the user named, or is surely one."""
    header = text.lstrip("\r\n").partition("\n")[0].rstrip("\r")
    # Prose has a space behind each comma.
    if not _CELLS.search(header):
        return False
    from newscli.text.containers.csv_rows import header_of, is_table

    return (fields.text is not None and fields.text in header_of(header)) or is_table(text)
