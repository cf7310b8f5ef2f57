"""The same articles in every container that newscli reads, some made by the programs that users have."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import mailbox
import tempfile
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape as escape_xml

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter


@dataclass(frozen=True)
class Told:
    """An article as its author has it."""

    title: str
    text: str


def as_jsonl(told: Sequence[Told]) -> bytes:
    return "".join(
        json.dumps({"id": n, "title": t.title, "body": t.text}) + "\n" for n, t in enumerate(told, 1)
    ).encode()


def as_json(told: Sequence[Told]) -> bytes:
    return json.dumps(
        [{"title": t.title, "text": t.text} for t in told], indent=2, ensure_ascii=False
    ).encode()


def as_envelope(told: Sequence[Told]) -> bytes:
    return json.dumps(
        {"status": "ok", "articles": [{"headline": t.title, "content": t.text} for t in told]}
    ).encode()


def as_csv(told: Sequence[Told], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["id", "title", "text"])
    writer.writerows((n, t.title, t.text) for n, t in enumerate(told, 1))
    return out.getvalue().encode()


def as_pandas_csv(told: Sequence[Told]) -> bytes:
    import pandas

    frame = pandas.DataFrame({"headline": [t.title for t in told], "article": [t.text for t in told]})
    return str(frame.to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")).encode()


def as_duckdb_csv(told: Sequence[Told]) -> bytes:
    return _by_duckdb(told, "(format csv, delimiter ';', force_quote (body))")


def as_duckdb_parquet(told: Sequence[Told]) -> bytes:
    return _by_duckdb(told, "(format parquet)")


def _by_duckdb(told: Sequence[Told], options: str) -> bytes:
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        base.execute("create table news (id integer, title varchar, body varchar)")
        base.executemany(
            "insert into news values (?, ?, ?)", [(n, t.title, t.text) for n, t in enumerate(told, 1)]
        )
        base.execute(f"copy (select * from news order by id) to '{folder}/news' {options}")
        return Path(folder, "news").read_bytes()


def as_pandas_parquet(told: Sequence[Told]) -> bytes:
    import pandas

    out = io.BytesIO()
    frame = pandas.DataFrame({"title": [t.title for t in told], "text": [t.text for t in told]})
    frame.to_parquet(out, engine="pyarrow", row_group_size=2)
    return out.getvalue()


def as_rss(told: Sequence[Told]) -> bytes:
    items = "".join(
        f"<item><title>{escape_xml(t.title)}</title><guid>g{n}</guid><description>cut…</description>"
        f"<content:encoded><![CDATA[{_paragraphs(t.text)}]]></content:encoded></item>"
        for n, t in enumerate(told, 1)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    channel = f"<channel><title>Post</title>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0" {space}>{channel}</rss>'.encode()


def as_atom(told: Sequence[Told]) -> bytes:
    entries = "".join(
        f"<entry><id>tag:{n}</id><title>{escape_xml(t.title)}</title>"
        f'<content type="html">{escape_xml(_paragraphs(t.text))}</content></entry>'
        for n, t in enumerate(told, 1)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>{entries}</feed>'.encode()


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))


def as_mail(told: Sequence[Told]) -> bytes:
    return _mail(told[0]).as_bytes()


def _mail(told: Told) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "desk@post.example", "all@post.example", told.title
    mail.set_content(f"{told.text}\n\n-- \nThe desk\n")
    mail.add_alternative(f"<html><body>{_paragraphs(told.text)}</body></html>", subtype="html")
    return mail


def as_mbox(told: Sequence[Told]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        box = mailbox.mbox(f"{folder}/box")
        for each in told:
            box.add(_mail(each))
        box.close()
        return Path(folder, "box").read_bytes()


def as_docx(told: Sequence[Told]) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(told[0].title, 0)
    for paragraph in told[0].text.split("\n\n"):
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_nexis(told: Sequence[Told]) -> bytes:
    return "\n\n".join(
        f"{n} of {len(told)} DOCUMENTS".rjust(50) + f"\n\n\n{'The Port Ellery Post'.rjust(48)}\n\n"
        f"{'May 4, 2021 Tuesday'.rjust(47)}\n\n{t.title}\n\nBYLINE: Ida Holm\n\n"
        f"LENGTH: 60 words\n\n\n{t.text}\n\n"
        "LOAD-DATE: May 4, 2021\n\nLANGUAGE: ENGLISH\n\n" + "Copyright 2021 Post Group".rjust(50)
        for n, t in enumerate(told, 1)
    ).encode()


def as_factiva(told: Sequence[Told]) -> bytes:
    documents = []
    for n, t in enumerate(told, 1):
        lead, *rest = t.text.split("\n\n")
        lines = "\n".join(rest)
        documents.append(
            f"SE News\nHD \n{t.title}\nBY Ida Holm\nWC 60 words\nPD 4 May 2021\n"
            "SN Port Ellery Post\nLA English\n\n"
            f"LP \n{lead}\n\nTD \n{lines}\n\nRE uk : United Kingdom\n"
            f"AN Document POST00002021050{n}abcd00001\n"
        )
    return "\n".join(documents).encode()


def as_proquest(told: Sequence[Told]) -> bytes:
    rule = "_" * 60
    return "\n\n".join(
        f"{rule}\n\nDocument {n} of {len(told)}\n\n{t.title}\n\nAuthor: Holm, Ida\n\n"
        f"Publication info: Port Ellery Post ; Port Ellery. 04 May 2021: A1.\n\nFull text: {t.text}\n\n"
        f"Subject: Ferries\n\nProQuest document ID: 77{n}"
        for n, t in enumerate(told, 1)
    ).encode()


def as_warc(told: Sequence[Told]) -> bytes:
    """Return pages as warcio writes them, a record packed by itself."""
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio leaves temporary files to the collector
        for n, t in enumerate(told, 1):
            _write_page(writer, f"https://post.example/{n}", t)
    return out.getvalue()


def _write_page(writer: WARCWriter, address: str, told: Told) -> None:
    from warcio.statusandheaders import StatusAndHeaders

    page = (
        f"<!doctype html><html><head><title>{escape(told.title)}</title></head><body><article>"
        f"<h1>{escape(told.title)}</h1>{_paragraphs(told.text)}</article></body></html>"
    )
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
    payload = io.BytesIO(page.encode())
    writer.write_record(writer.create_warc_record(address, "response", payload=payload, http_headers=headers))


# By the name that a file of the kind would have. The first hold several articles, the others one.
COLLECTIONS: dict[str, Callable[[Sequence[Told]], bytes]] = {
    "a.jsonl": as_jsonl,
    "a.json": as_json,
    "envelope.json": as_envelope,
    "a.csv": as_csv,
    "a.tsv": lambda told: as_csv(told, "\t"),
    "pandas.csv": as_pandas_csv,
    "duckdb.csv": as_duckdb_csv,
    "duckdb.parquet": as_duckdb_parquet,
    "pandas.parquet": as_pandas_parquet,
    "rss.xml": as_rss,
    "a.atom": as_atom,
    "a.mbox": as_mbox,
    "nexis.txt": as_nexis,
    "factiva.txt": as_factiva,
    "proquest.txt": as_proquest,
    "a.jsonl.gz": lambda told: gzip.compress(as_jsonl(told)),
    "a.csv.bz2": lambda told: bz2.compress(as_csv(told)),
    "a.mbox.xz": lambda told: lzma.compress(as_mbox(told)),
}
SINGLE: dict[str, Callable[[Sequence[Told]], bytes]] = {"a.eml": as_mail, "a.docx": as_docx}
