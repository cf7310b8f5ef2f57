"""Files made by chance after the pattern of each format: what its writers write, and what nobody would."""

from __future__ import annotations

import base64
import csv
import io
import json
import quopri
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final, Literal

from benchmarks.fuzz.words import SAID, WORDS

_MAX_DEPTH: Final = 6
_TAGS: Final = (
    "item entry title link description guid pubDate dc:creator content:encoded content summary author name "
    "id updated published media:group media:title source category channel feed rss"
).split()
_PAGE_TAGS: Final = (
    "p div span a b i h1 h2 h3 article section header footer nav aside figure figcaption ul li table tr td "
    "blockquote script style time meta br main template svg noscript form title body head pre q"
).split()
_KEYS: Final = "text body content title headline id url date author authors source tags description n".split()
_HEADERS: Final = "From To Subject Date Message-ID Reply-To List-ID Received X-Mailer".split()
_WORD_SPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Maker = Callable[[Random], bytes]


def said(chance: Random) -> str:
    """Return a few words, most of them news."""
    return "".join(chance.choice(SAID) for _ in range(chance.randint(0, 6)))


def _value(chance: Random, depth: int = 0) -> object:
    roll = chance.randrange(10)
    if roll < 5 or depth > _MAX_DEPTH:
        return said(chance)
    if roll < 8:
        return chance.choice((None, True, 0, -1, 7, 1.5, 1e308, 10**30, "", [], {}))
    if roll == 8:
        return [_value(chance, depth + 1) for _ in range(chance.randint(0, 3))]
    return {chance.choice(_KEYS): _value(chance, depth + 1) for _ in range(chance.randint(0, 3))}


def _row(chance: Random) -> dict[str, object]:
    row = {chance.choice(_KEYS): _value(chance) for _ in range(chance.randint(0, 6))}
    return {**row, "text": said(chance)} if chance.random() < 0.7 else row


def _json(value: object, chance: Random) -> str:
    return json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, None, 1)))


def jsonl(chance: Random) -> bytes:
    """Return a row a line, some of them something else."""
    rows = (_row(chance) if chance.random() < 0.9 else _value(chance) for _ in range(chance.randint(1, 12)))
    return "\n".join(json.dumps(row, ensure_ascii=chance.random() < 0.5) for row in rows).encode(
        "utf-8", "surrogatepass"
    )


def json_array(chance: Random) -> bytes:
    """Return an array of rows."""
    rows = [_row(chance) if chance.random() < 0.9 else _value(chance) for _ in range(chance.randint(0, 8))]
    return _json(rows, chance).encode("utf-8", "surrogatepass")


def json_object(chance: Random) -> bytes:
    """Return an object that may hold rows somewhere."""
    rows: object = [_row(chance) for _ in range(chance.randint(0, 6))]
    for _ in range(chance.randint(0, 4)):
        rows = {chance.choice(("articles", "docs", "n")): rows, chance.choice(_KEYS): _value(chance)}
    return _json(rows, chance).encode("utf-8", "surrogatepass")


def table(chance: Random) -> bytes:
    """Return a table, with cells too many or too few here and there."""
    names = chance.sample(_KEYS, chance.randint(1, 6))
    out = io.StringIO(newline="")
    quoting: Literal[0, 1, 2] = chance.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC))
    writer = csv.writer(
        out, delimiter=chance.choice(",;\t|"), quoting=quoting, lineterminator=chance.choice(("\n", "\r\n"))
    )
    writer.writerow(names)
    for _ in range(chance.randint(0, 12)):
        width = len(names) + (chance.choice((-1, 1, 40)) if chance.random() < 0.1 else 0)
        writer.writerow([said(chance) for _ in range(width)])
    return out.getvalue().encode(chance.choice(("utf-8", "utf-8", "utf-16")), "replace")


def parquet(chance: Random) -> bytes:
    """Return a table with columns of many types."""
    import pyarrow
    from pyarrow import parquet as format_

    size = chance.randint(0, 6)
    makers: tuple[Callable[[], Any], ...] = (
        lambda: said(chance),
        lambda: chance.choice((None, 1, 2**40)),
        lambda: said(chance).encode(),
        lambda: [said(chance)],
        lambda: {"name": said(chance), "n": [1]},
        lambda: chance.choice((None, 1.5, float("nan"))),
    )
    odd = (
        pyarrow.timestamp("us", tz=chance.choice(("UTC", "No/Where"))),
        pyarrow.date32(),
        pyarrow.duration("s"),
    )
    columns: dict[str, Any] = {"text": [said(chance) for _ in range(size)]}
    if chance.random() < 0.3:
        numbers = [chance.choice((0, 1, 2**30)) for _ in range(size)]
        columns["when"] = pyarrow.array(
            numbers, pyarrow.int64() if chance.random() < 0.3 else chance.choice(odd)
        )
    for name in chance.sample(_KEYS, chance.randint(0, 4)):
        make = chance.choice(makers)
        columns[name] = [make() for _ in range(size)]
    out = io.BytesIO()
    compression = chance.choice(("none", "snappy", "gzip", "zstd"))
    format_.write_table(pyarrow.table(columns), out, compression=compression, row_group_size=3)
    return out.getvalue()


def _tree(chance: Random, tags: Sequence[str], depth: int = 0) -> str:
    parts: list[str] = []
    for _ in range(chance.randint(0, 5 if depth < _MAX_DEPTH else 0)):
        roll, tag = chance.random(), chance.choice(tags)
        if roll < 0.5:
            attribute = f' {chance.choice(("class", "href", "id", "content"))}="{said(chance)}"'
            end = f"</{tag}>" if chance.random() < 0.95 else ""
            inside = _tree(chance, tags, depth + 1)
            parts.append(f"<{tag}{attribute if chance.random() < 0.3 else ''}>{inside}{end}")
        elif roll < 0.6:
            parts.append(f"<![CDATA[{_tree(chance, _PAGE_TAGS, depth + 1)}]]>")
        elif roll < 0.65:
            parts.append(
                chance.choice(("<!-- a -->", "<?x y?>", "&amp;", "&nbsp;", "&#8220;", "&x;", "&", "]]>"))
            )
        else:
            parts.append(said(chance))
    return "".join(parts)


def feed(chance: Random) -> bytes:
    """Return a feed with items of any elements."""
    items = "".join(
        f"<item><title>{said(chance)}</title>{_tree(chance, _TAGS)}</item>"
        for _ in range(chance.randint(0, 6))
    )
    spaces = ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
    head = chance.choice(("", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='iso-8859-1'?>"))
    if chance.random() < 0.3:
        entries = items.replace("item>", "entry>")
        return f'{head}<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()
    return f"{head}<rss{spaces if chance.random() < 0.7 else ''}><channel>{items}</channel></rss>".encode()


def page(chance: Random) -> bytes:
    """Return a web page, with data about itself or without."""
    data = {
        "@type": "NewsArticle",
        "headline": said(chance),
        "author": _value(chance),
        "articleBody": said(chance),
    }
    script = (
        f'<script type="application/ld+json">{_json(data, chance)}</script>' if chance.random() < 0.5 else ""
    )
    paragraphs = "".join(f"<p>{said(chance)}</p>" for _ in range(chance.randint(0, 6)))
    body = f"{_tree(chance, _PAGE_TAGS)}<article><h1>{said(chance)}</h1>{paragraphs}</article>"
    return f"<!doctype html><html><head>{script}</head><body>{body}</body></html>".encode("utf-8", "replace")


def warc(chance: Random) -> bytes:
    """Return records of any type, whose lengths are mostly right."""
    records: list[bytes] = []
    for _ in range(chance.randint(1, 5)):
        body = page(chance)
        if chance.random() < 0.8:
            fields = chance.sample(
                (
                    *("Content-Type: text/html", "Content-Type: text/plain; charset=nonsense", "Server: a"),
                    *("Transfer-Encoding: chunked", "Content-Encoding: gzip", "Content-Encoding: br", "x"),
                ),
                chance.randint(1, 4),
            )
            body = (
                "\r\n".join((f"HTTP/1.1 {chance.choice((200, 200, 404))} OK", *fields, "", "")).encode()
                + body
            )
        length = len(body) if chance.random() < 0.9 else chance.choice((-1, 0, 5, 10**12))
        lines = (
            chance.choice(("WARC/1.0", "WARC/1.1", "WARC/0.17")),
            f"WARC-Type: {chance.choice(('response', 'response', 'resource', 'warcinfo', 'revisit', 'x'))}",
            f"WARC-Target-URI: {chance.choice(('http://a.example/b', '<http://c>', 'dns:x', ''))}",
            f"WARC-Date: {said(chance)[:20]}",
            f"Content-Type: {chance.choice(('application/http', 'text/html', 'text/plain'))}",
            f"Content-Length: {length}",
        )
        records.append("\r\n".join((*lines, "", "")).encode("utf-8", "replace") + body + b"\r\n\r\n")
    return b"".join(records)


def _part(chance: Random, depth: int = 0) -> bytes:
    if depth < 4 and chance.random() < 0.3:
        border = f"b{chance.randint(0, 2)}"
        parts = b"".join(
            b"--%s\n%s\n" % (border.encode(), _part(chance, depth + 1)) for _ in range(chance.randint(0, 3))
        )
        end = f"--{border}--\n" if chance.random() < 0.8 else ""
        kind = chance.choice(("mixed", "alternative", "related", "digest"))
        return f"Content-Type: multipart/{kind}; boundary={border}\n\n".encode() + parts + end.encode()
    kind = chance.choice(("text/plain", "text/plain", "text/html", "message/rfc822", "image/png", "x"))
    charset = chance.choice(("utf-8", "utf-8", "iso-8859-1", "nonsense", "utf-16", "idna", ""))
    how = chance.choice(("7bit", "8bit", "base64", "quoted-printable", "x-uuencode", "x"))
    body = said(chance).encode("utf-8", "surrogatepass") if kind != "text/html" else page(chance)
    body = base64.encodebytes(body) if how == "base64" else body
    body = quopri.encodestring(body) if how == "quoted-printable" else body
    return f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {how}\n\n".encode() + body


def mail(chance: Random) -> bytes:
    """Return a mail with headers of any kind and parts in parts."""
    values = (
        "=?utf-8?q?F=C3=A9rry?=",
        "=?x?b?!!!?=",
        "=?utf-8?b?/w==?=",
        "a@b.example",
        "(" * 50,
        "Re: Fwd: a",
    )
    headers = [
        f"{name}: {chance.choice((said(chance).replace(chr(10), ' '), *values))}\n"
        for name in chance.sample(_HEADERS, chance.randint(3, 7))
    ]
    return "".join(headers).encode("utf-8", "surrogatepass") + b"MIME-Version: 1.0\n" + _part(chance)


def mbox(chance: Random) -> bytes:
    """Return mails one behind the other."""
    border = b"From a@b.example Mon Jan  1 00:00:00 2024\n"
    return b"".join(border + mail(chance) + b"\n\n" for _ in range(chance.randint(1, 5)))


def docx(chance: Random) -> bytes:
    """Return a Word document of any paragraphs."""
    tags = [f"w:{tag}" for tag in "p r t tab br cr del ins delText tbl tr tc sdt hyperlink instrText".split()]
    body = "".join(f"<w:p><w:r><w:t>{said(chance)}</w:t></w:r></w:p>" for _ in range(chance.randint(0, 4)))
    inside = f"<w:document {_WORD_SPACE}><w:body>{body}{_tree(chance, tags)}</w:body></w:document>"
    return zipped(inside.encode("utf-8", "replace"), chance)


def zipped(document: bytes, chance: Random) -> bytes:
    """Pack the XML of a Word document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def of_words(kind: str) -> Maker:
    """Return what makes a file of a format's own words, in any order."""
    words = WORDS[kind]

    def make(chance: Random) -> bytes:
        most = chance.choice((5, 30, 150))
        parts = (
            chance.choice(words)
            if chance.random() < 0.6
            else chance.choice(SAID).encode("utf-8", "surrogatepass")
            for _ in range(chance.randint(1, most))
        )
        return chance.choice(words[:2]) + b"".join(parts)

    return make
