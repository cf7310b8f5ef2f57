"""The readers, each with whole files, with what makes others, and with the words of its format."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from benchmarks.fuzz import made
from benchmarks.fuzz.damage import damaged
from benchmarks.fuzz.words import WORDS
from tests.support import containers
from tests.support.containers import Told

_NUMBERS: Final = ("One", "Two", "Three", "Four", "Five")
TOLD: Final = tuple(
    Told(
        f"Ferry {number} returns to Port Ellery",
        f"The ferry was late, on trip {number.lower()}.\n\n“We are sorry,” said Ana Orel, who runs it. She "
        "said it’d cost £2m & more.\n\nNobody asked the island’s 300 people.",
    )
    for number in _NUMBERS
)
_MAX_TURNS: Final = 8


@dataclass(frozen=True)
class Sample:
    """A whole file.

    Attributes:
        data: Its bytes.
        titles: Where the title of each record stands, bytes; empty if no record can be read without the rest.
    """

    data: bytes
    titles: tuple[int, ...] = ()

    def before(self, unharmed: int) -> int:
        """Return how many records end within so many first bytes; what follows the last may be its own."""
        return max(0, sum(title <= unharmed for title in self.titles) - 1)


@dataclass(frozen=True)
class Reader:
    """A reader and what it is given.

    Attributes:
        kind: Its name, that of its words.
        file: What its files are called.
        samples: Whole files.
        makers: What makes others.
        repack: How a damaged content is put into a whole packing, if the format packs it.
        patience: How many times as long as others a file may take, because it unpacks to many times its size.
    """

    kind: str
    file: str
    samples: tuple[Sample, ...]
    makers: tuple[made.Maker, ...]
    repack: Callable[[bytes, Random], bytes] | None = None
    patience: int = 1

    @property
    def words(self) -> Sequence[bytes]:
        """What the format is made of."""
        return WORDS[self.kind]


def recordwise(*files: bytes) -> tuple[Sample, ...]:
    """Return files of which each record can be read without those behind it."""
    found = []
    for data in files:
        titles = tuple(data.find(told.title.encode()) for told in TOLD)
        assert min(titles) >= 0
        found.append(Sample(data, titles))
    return tuple(found)


def _whole(*files: bytes) -> tuple[Sample, ...]:
    return tuple(Sample(data) for data in files)


def _docx_of(content: bytes, chance: Random) -> bytes:
    return made.zipped(content, chance)


def _docx_content() -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(containers.as_docx(TOLD))) as archive:
        return archive.read("word/document.xml")


def _packed(chance: Random) -> bytes:
    """Return a file in some packing, of one stream or of several, that may be damaged inside."""
    make = chance.choice((made.jsonl, made.table, made.mbox))
    pack = chance.choice((gzip.compress, bz2.compress, lzma.compress))
    content = damaged(make(chance), chance, WORDS["packed"])
    cut = chance.randint(0, len(content))
    streams = (pack(content[:cut]), pack(content[cut:])) if chance.random() < 0.5 else (pack(content),)
    return b"".join(streams) + b"\0" * chance.choice((0, 0, 4, 7))


def _captions() -> tuple[bytes, bytes]:
    lines = [line for told in TOLD for line in told.text.split("\n\n")]
    srt = "".join(
        f"{n}\n00:00:{2 * n:02},000 --> 00:00:{2 * n + 1:02},500\n{line}\n\n"
        for n, line in enumerate(lines, 1)
    )
    vtt = "".join(
        f"00:{2 * n:02}.000 --> 00:{2 * n + 1:02}.500 align:start\n<v Ana Orel>{line}</v>\n\n"
        for n, line in enumerate(lines, 1)
    )
    return srt.encode(), f"WEBVTT\n\n{vtt}".encode()


def _pages() -> tuple[bytes, ...]:
    chance = Random(0)
    page = "".join(f"<p>{line}</p>" for told in TOLD for line in told.text.split("\n\n"))
    data = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Ida Holm"}}</script>'
    head = f"<head><title>Ferry returns</title>{data}<meta charset=utf-8></head>"
    whole = (
        f"<!doctype html><html>{head}<body><nav>a</nav><article><h1>Ferry returns</h1>{page}</article></body>"
    )
    return (whole.encode(), made.page(chance))


def _notes() -> tuple[bytes, ...]:
    text = "\n\n".join(
        f"## {told.title}\n\n{told.text}\n\n- *late*\n- [again](https://a.example)" for told in TOLD
    )
    front = f"---\ntitle: Ferry returns\ndate: 2021-05-04\n---\n\n{text}\n"
    return text.encode(), front.encode(), TOLD[0].text.encode("cp1252"), TOLD[0].text.encode("utf-16")


def _unpacked_warc() -> bytes:
    return gzip.decompress(containers.as_warc(TOLD))


@cache
def readers() -> dict[str, Reader]:
    """Return all readers by name."""
    c, chance = containers, Random(0)
    compact = c.as_json(TOLD).replace(b"\n", b"").replace(b"  ", b"")
    duck = c.as_duckdb_parquet(TOLD)
    packed = (gzip.compress(c.as_jsonl(TOLD)), bz2.compress(c.as_csv(TOLD)), lzma.compress(c.as_mbox(TOLD)))
    found = (
        Reader("json lines", "a.jsonl", recordwise(c.as_jsonl(TOLD)), (made.jsonl,)),
        Reader("json array", "a.json", recordwise(c.as_json(TOLD), compact), (made.json_array,)),
        Reader("json", "a.json", recordwise(c.as_envelope(TOLD)), (made.json_object,)),
        Reader(
            "csv",
            "a.csv",
            recordwise(c.as_csv(TOLD), c.as_csv(TOLD, "\t"), c.as_pandas_csv(TOLD), c.as_duckdb_csv(TOLD)),
            (made.table,),
        ),
        Reader("parquet", "a.parquet", _whole(duck, c.as_pandas_parquet(TOLD)), (made.parquet,)),
        Reader("feed", "a.xml", recordwise(c.as_rss(TOLD), c.as_atom(TOLD)), (made.feed,)),
        Reader("warc", "a.warc", recordwise(_unpacked_warc()), (made.warc,)),
        Reader("mail", "a.eml", _whole(c.as_mail(TOLD), made.mail(chance)), (made.mail,)),
        Reader("mbox", "a.mbox", recordwise(c.as_mbox(TOLD)), (made.mbox,)),
        Reader("captions", "a.srt", _whole(*_captions()), (made.of_words("captions"),)),
        Reader("word", "a.docx", _whole(c.as_docx(TOLD)), (made.docx,), _docx_of),
        Reader("nexis", "nexis.txt", recordwise(c.as_nexis(TOLD)), (made.of_words("nexis"),)),
        Reader("factiva", "factiva.txt", recordwise(c.as_factiva(TOLD)), (made.of_words("factiva"),)),
        Reader("proquest", "proquest.txt", recordwise(c.as_proquest(TOLD)), (made.of_words("proquest"),)),
        Reader("packed", "-", _whole(*packed), (_packed,), patience=3),
        Reader("html", "a.html", _whole(*_pages()), (made.page,)),
        Reader("markdown", "a.md", _whole(*_notes()), (made.of_words("markdown"),)),
        Reader(
            "any", "-", _whole(b"", *packed, duck, *_notes(), *_pages()), (made.of_words("any"), made.mbox)
        ),
    )
    return {reader.kind: reader for reader in found}


class Inputs:
    """What a reader is given, one file after the other, each from what came before.

    Args:
        reader: The reader.
        seed: Decides all of them.
    """

    _MAX_KEPT: Final = 300

    def __init__(self, reader: Reader, seed: int) -> None:
        self._reader = reader
        self._chance = Random(f"{reader.kind} {seed}")
        self._kept: list[bytes] = []
        self._content = _docx_content() if reader.repack else b""

    def next(self) -> tuple[bytes, Sample | None]:
        """Return the next file, and the whole file that was damaged to make it, if it was."""
        chance, reader = self._chance, self._reader
        roll = chance.random()
        if roll < 0.4:
            sample = chance.choice(reader.samples)
            return damaged(sample.data, chance, reader.words), sample
        if reader.repack and roll < 0.6:
            return reader.repack(damaged(self._content, chance, reader.words), chance), None
        if self._kept and roll < 0.7:
            data = chance.choice(self._kept)
        else:
            data = chance.choice(reader.makers)(chance)
            if roll < 0.85:
                return data, None
        return damaged(data, chance, reader.words), None

    def keep(self, data: bytes) -> None:
        """Make further files of one that was read as none before it."""
        if len(self._kept) < self._MAX_KEPT:
            self._kept.append(data)
        else:
            self._kept[self._chance.randrange(self._MAX_KEPT)] = data
