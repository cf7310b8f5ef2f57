"""Containers made to exhaust their reader end within 512 MiB and ten seconds of CPU, in a real process."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.support.containers import Told, as_duckdb_parquet, as_jsonl, as_warc
from tests.support.processes import PATIENCE, STAND_IN, environment

MEMORY = 512 * 1024**2
CPU_SECONDS = 10
TOLD = [Told("Ferry late again", "The ferry was late.\n\n“We are sorry,” said Ana Orel.")]


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, data)
    return out.getvalue()


def word(inside: str, head: str = "") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return zipped(
        "word/document.xml", f"{head}<w:document {space}><w:body>{inside}</w:body></w:document>".encode()
    )


def rss(inside: str, head: str = "") -> bytes:
    return f"{head}<rss version='2.0'><channel>{inside}</channel></rss>".encode()


def mail(head: str, body: str = "") -> bytes:
    return f"From: a@b.example\nTo: c@d.example\nSubject: Ferry\nMIME-Version: 1.0\n{head}\n\n{body}".encode()


def nested(depth: int) -> str:
    parts = [f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(depth)]
    return "".join(parts) + "line\n" * 200_000


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
ZEROS = b"\0" * (64 * 1024**2)

# All of these are refused as a whole, in one line.
REFUSED: dict[str, Callable[[], bytes]] = {
    "bomb.txt.gz": lambda: gzip.compress(b"a b " * 16 * 1024**2),
    "bomb.jsonl.gz": lambda: gzip.compress(ZEROS),
    "bomb.csv.bz2": lambda: bz2.compress(b"id,text\n1," + ZEROS),
    "bomb.mbox.xz": lambda: lzma.compress(b"From a@b Mon Jan  1 00:00:00 2024\nSubject: x\n\n" + ZEROS),
    "greedy.xz": lambda: (
        lzma.compress(b"a", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1024**3}])
        if sys.maxsize > 2**32
        else b""
    ),
    "bomb in a bomb.gz": lambda: gzip.compress(gzip.compress(ZEROS)),
    "cut.jsonl.gz": lambda: gzip.compress(as_jsonl(TOLD * 5))[:40],
    "bomb.docx": lambda: word("<w:p/>" * 8 * 1024**2),
    "laughs.docx": lambda: word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", LAUGHS),
    "deep.docx": lambda: word("<w:p>" * 100_000),
    "no words.docx": lambda: zipped("word/other.xml", b"x"),
    "laughs.xml": lambda: rss("<item><title>&j;</title></item>", LAUGHS),
    "external.xml": lambda: rss(
        "<item><title>&x;</title></item>", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "endless item.xml": lambda: rss("<item>" + "<a>b</a>" * 2 * 1024**2),
    "deep.xml": lambda: rss("<item>" * 100_000),
    "parts.eml": lambda: mail("Content-Type: multipart/mixed; boundary=b0", nested(2_000)),
    "deep.jsonl": lambda: (b'{"text": ' + b"[" * 100_000 + b"\n") * 30,
    "deep.json": lambda: b'{"text": ' * 50_000,
    "long line.jsonl": lambda: b'{"text": "' + b"a" * (11 * 1024**2),
    "one quotation.csv": lambda: b'id,text\n1,"' + b"a\n" * (6 * 1024**2),
    "columns.csv": lambda: b"a," * 5_000 + b"text\n",
    "no pages.warc": lambda: b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 99999999999\r\n\r\nabc",
    "cut.parquet": lambda: as_duckdb_parquet(TOLD)[:200],
    "tables.parquet": lambda: b"PAR1" + b"\xff" * 100_000 + b"PAR1",
}
# Of these an article is read, whatever else fails.
READ: dict[str, Callable[[], bytes]] = {
    "quotation marks.csv": lambda: b"id,text\n2,The ferry was late.\n" + b'1,"a\n' * 100_000,
    "commas.csv": lambda: b"id,text\n2,The ferry was late.\n" + b"," * 1_000_000,
    "a long row.jsonl": lambda: (
        b'{"text": "The ferry was late."}\n{"text": "' + b"a" * (11 * 1024**2) + b'"}\n'
    ),
    "numbers.jsonl": lambda: b'{"text": "The ferry was late."}\n{"text": "a", "n": ' + b"9" * 10_000 + b"}\n",
    "surrogates.jsonl": lambda: b'{"text": "The \\ud800 ferry \\u0000 was late.", "m": "\\udfff"}\n',
    "unknown.atom": lambda: (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        b"<content>The ferry was late. &amp;nbsp;&j;</content></entry></feed>"
    ),
    "attributes.xml": lambda: rss(
        "<item><description>&lt;p "
        + " ".join(f"a{n}=b" for n in range(50_000))
        + "&gt;The ferry was late.&lt;/p&gt;</description></item>"
    ),
    "stacked tags.xml": lambda: rss(
        "<item><description>The ferry was late." + "&lt;b&gt;" * 200_000 + "</description></item>"
    ),
    "long headers.eml": lambda: mail(
        "X-A: " + "(" * 500_000 + "\nDate: " + "," * 500_000, "The ferry was late."
    ),
    "words.eml": lambda: mail(
        "Content-Type: text/plain; charset=nonsense", "The ferry was late.\n" + ">" * 1_000_000
    ),
    "times.srt": lambda: (
        b"1\n00:00:01,000 --> 00:00:02,000\nThe ferry was late.\n\n" + b"00:00:01,000 -->" * 100_000
    ),
    "fields.txt": lambda: (
        b"1 of 1 DOCUMENTS\n\nFerry\n\nLENGTH: 4 words\n\nThe ferry was late.\n\n"
        + b"LANGUAGE: E\n" * 100_000
    ),
    "continued.txt": lambda: (
        b"1 of 1 DOCUMENTS\n\nFerry\n\nLENGTH: 4 words\n\nThe ferry was late.\n\nSUBJECT: a\n"
        + b"b c.\n" * 200_000
    ),
    "subjects.txt": lambda: (
        b"Document 1 of 1\n\nFerry\n\nFull text: The ferry was late.\n\nSubject: a\n" + b"b c.\n" * 200_000
    ),
    "codes.txt": lambda: b"SE News\nHD Ferry\nWC 4 words\nLP\nThe ferry was late.\n" + b"RE x.\n" * 100_000,
    "ok.warc.gz": lambda: as_warc(TOLD * 3),
}


# One of each kind of flood: packed, of a document, of a feed, of a mail, of rows; the others are tried with
# "-m long".
SHORT = {
    *("bomb.txt.gz", "laughs.docx", "external.xml", "parts.eml", "deep.jsonl", "cut.parquet"),
    *("quotation marks.csv", "surrogates.jsonl", "stacked tags.xml", "long headers.eml", "continued.txt"),
}


def summary_of(data: bytes, name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / name).write_bytes(data)

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))

    return subprocess.run(
        [*STAND_IN, "summary", name, "--format", "ndjson"],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**environment(), "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"},
        timeout=PATIENCE,
        check=False,
        preexec_fn=bound,
    )


def each(names: Iterable[str]) -> list[ParameterSet]:
    """Return the names as cases; one that stands for its kind is tried each time, the others take long."""
    return [pytest.param(name, marks=() if name in SHORT else pytest.mark.long) for name in names]


@pytest.mark.parametrize("name", each(REFUSED))
def test_what_holds_no_article_ends_with_one_line(name: str, tmp_path: Path) -> None:
    done = summary_of(REFUSED[name](), name, tmp_path)
    said = [line for line in done.stderr.splitlines() if not line.startswith("  hint: ")]
    assert (done.returncode, done.stdout, len(said)) == (3, "", 1), done.stderr[-2_000:]
    assert "internal error" not in said[0]


@pytest.mark.parametrize("name", each(READ))
def test_what_is_hostile_beside_an_article_costs_no_article(name: str, tmp_path: Path) -> None:
    done = summary_of(READ[name](), name, tmp_path)
    assert done.returncode in {0, 3}, done.stderr[-2_000:]
    assert "ferry" in json.loads(done.stdout.splitlines()[0])["text"]
    assert "internal error" not in done.stderr
    assert len(done.stderr.splitlines()) < 3_000
