"""Containers that never end: what, said often enough, makes a careless reader of a format take for ever."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Final

from tests.support.pumps import pump, tale, word

STORY: Final = "The ferry was late."
_WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MAIL: Final = "From: a@b.example\nTo: c@d.example\nSubject: Ferry\nMIME-Version: 1.0\n"
_BORDER: Final = "From a@b Mon Jan  1 00:00:00 2024\n"


def _docx(inside: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # not packed, so that it is no bomb
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {_WORD}><w:body>{inside}</w:body></w:document>")
    return out.getvalue()


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _page(body: str) -> str:
    return f"<!doctype html><html><body><article><h1>Ferry</h1>{body}</article></body></html>"


def _record(body: str) -> str:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}"
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/b\r\n"
    kind = "Content-Type: application/http; msgtype=response\r\n"
    return f"{head}{kind}Content-Length: {len(answer.encode())}\r\n\r\n{answer}\r\n\r\n"


def _rss(items: str) -> str:
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"


def _item(number: int) -> str:
    return f"<item><title>{word(number)}</title><description>{STORY} {word(number)}.</description></item>"


def _nexis(number: int) -> str:
    return f"{number} of 9 DOCUMENTS\n\nFerry {word(number)}\n\nLENGTH: 4 words\n\n{STORY}\n\nLANGUAGE: E\n\n"


def _factiva(number: int) -> str:
    return f"SE News\nHD {word(number)}\nWC 4 words\nLP\n{STORY}\nRE uk : United Kingdom\nAN {number}\n\n"


def _proquest(number: int) -> str:
    return f"Document {number} of 9\n\nFerry {word(number)}\n\nFull text: {STORY}\n\nSubject: Ferries\n\n"


def _cue(number: int) -> str:
    return f"{number}\n00:00:01,000 --> 00:00:02,000\n>> {word(number)} was late.\n\n"


Pump = Callable[[int], bytes]


def _text(head: str, unit: str | Callable[[int], str], foot: str = "") -> Pump:
    """Return what makes a text of a head, a unit again and again or ever new ones, and a foot."""

    def make(size: int) -> bytes:
        said = pump(unit, size) if isinstance(unit, str) else tale(unit, size)
        return f"{head}{said}{foot}".encode()

    return make


# By the name of a file of the kind, and what is said over and over in it.
PUMPS: Final[dict[str, Pump]] = {
    "rows.jsonl": _text("", lambda n: f'{{"id": {n}, "text": "{STORY} {word(n)}."}}\n'),
    "fields in a row.jsonl": _text('{"text": "a."', lambda n: f', "{word(n)}": [{n}]', "}\n"),
    "one text.jsonl": _text('{"text": "', f"{STORY} ", '"}\n'),
    "broken rows.jsonl": _text(f'{{"text": "{STORY}"}}\n', '{"text": "a\n{"text": "a."}\n'),
    "rows in an array.json": _text("[", lambda n: f'{{"id": {n}, "text": "{STORY} {word(n)}."}},\n', "{}]"),
    "an array in a line.json": _text("[", lambda n: f'{{"id": {n}, "text": "{STORY} {word(n)}."}},', "{}]"),
    "strings that do not end.json": _text(f'[{{"text": "{STORY}"}},\n', '{"text": "a.},\n', "{}]"),
    "an object.json": _text('{"docs": [', lambda n: f'{{"text": "{STORY} {word(n)}."}},', "{}]}"),
    "rows.csv": _text("id,text\n", lambda n: f'{n},"{STORY} {word(n)}."\n'),
    "a cell.csv": _text('id,text\n1,"', f'{STORY} ""Late."" \n', '"\n'),
    "quotation marks.csv": _text(f"id,text\n2,{STORY}\n", '1,"a\n'),
    "cells.csv": _text(f"id,text\n2,{STORY}\n", ","),
    "pages.warc": _text("", lambda n: _record(_page(f"<p>{STORY} {word(n)}.</p>"))),
    "records that are none.warc": _text(
        _record(_page(f"<p>{STORY}</p>")), "WARC/1.0\r\nWARC-Type: x\r\n\r\n"
    ),
    "headers.warc": _text("WARC/1.0\r\n", "X-A: b\r\n", "\r\n"),
    "words.eml": _text(f"{_MAIL}\n", f"{STORY}\n"),
    "quoted lines.eml": _text(f"{_MAIL}\n{STORY}\n", "> On Monday, Ana wrote:\n"),
    "lines that may be replies.eml": _text(f"{_MAIL}\n{STORY}\n", "On and on\n"),
    "headers.eml": _text(_MAIL, "X-A: (((b\n", f"\n{STORY}\n"),
    "encoded words.eml": _text(f"{_MAIL}Reply-To: ", "=?utf-8?q?a?=\n ", f"\n{STORY}\n"),
    "parts.eml": _text(
        f"{_MAIL}Content-Type: multipart/mixed; boundary=b\n\n", f"--b\n\n{STORY}\n", "--b--\n"
    ),
    "mails.mbox": _text("", lambda n: f"{_BORDER}{_MAIL}\n{STORY} {word(n)}.\n\n"),
    "borders.mbox": _text(f"{_BORDER}{_MAIL}\n{STORY}\n\n", f"{_BORDER}\n"),
    "items.xml": _text("", _item),
    "text in an item.xml": _text("", f"<p>{STORY}</p> "),
    "references.xml": _text("", "&nbsp;&amp;a "),
    "elements in an item.xml": _text("", lambda n: f"<c{n % 50}>b</c{n % 50}>"),
    "cues.srt": _text("", _cue),
    "cues that roll.vtt": _text("WEBVTT\n\n", f"00:01.000 --> 00:02.000\n{STORY}\n{STORY}\n\n"),
    "tags.vtt": _text("WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v Ana Orel>a <i>b\n"),
    "nexis.txt": _text("", _nexis),
    "factiva.txt": _text("", _factiva),
    "proquest.txt": _text("", _proquest),
    "fields at the foot.txt": _text(_nexis(1), "SUBJECT: a\nb c.\n"),
    "paragraphs.docx": lambda size: _docx(tale(lambda n: _paragraph(f"{STORY} {word(n)}."), size)),
    "runs.docx": lambda size: _docx(f"<w:p>{pump('<w:r><w:t>a </w:t></w:r>', size)}</w:p>"),
    "breaks.docx": lambda size: _docx(f"<w:p><w:r><w:t>a</w:t>{pump('<w:br/>', size)}</w:r></w:p>"),
}
_WRAPPED: Final[dict[str, Callable[[str], str]]] = {
    "items.xml": _rss,
    "text in an item.xml": lambda text: _rss(f"<item><description><![CDATA[{text}]]></description></item>"),
    "references.xml": lambda text: _rss(f"<item><description>{text}</description></item>"),
    "elements in an item.xml": lambda text: _rss(f"<item><description>{STORY}</description>{text}</item>"),
}


def every(size: int) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every pump, about as many as ``size``."""
    for name, make in PUMPS.items():
        data = make(size)
        yield name, _WRAPPED[name](data.decode()).encode() if name in _WRAPPED else data
