"""Damaged containers: what stands before the damage is read, and what is wrong is told in a line."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zlib
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest

from benchmarks.fuzz.held import check, check_trickle
from benchmarks.fuzz.readers import TOLD, readers
from newscli.errors import InputError
from newscli.limits import HEAD_BYTES
from newscli.model import Article
from newscli.text.load import read_all
from tests.support.containers import as_csv, as_json, as_jsonl, as_mbox, as_rss, as_warc

MANY = TOLD * 16
WHOLE = {"jsonl": as_jsonl, "array": as_json, "csv": as_csv, "mbox": as_mbox, "feed": as_rss}


def read(data: bytes) -> tuple[list[Article | InputError], str]:
    """Return what is read, and what ended it before its end."""
    found: list[Article | InputError] = []
    try:
        for one in read_all(io.BytesIO(data)):
            found.append(one)  # noqa: PERF402 - what came before an error counts
    except InputError as error:
        return found, error.message
    return found, ""


def texts(found: list[Article | InputError]) -> list[str]:
    return [article.text for article in found if isinstance(article, Article)]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gzip", "xz"])
@pytest.mark.parametrize("make", WHOLE.values(), ids=WHOLE)
def test_of_packed_data_that_are_cut_off_the_records_before_the_cut_are_read(
    make: Callable[..., bytes], pack: Callable[[bytes], bytes]
) -> None:
    data = make(MANY)
    every, ended = read(data)
    assert (len(every), ended) == (len(MANY), "")
    packed = pack(data)
    found, ended = read(packed[: len(packed) * 9 // 10])
    assert ended.startswith("is cut off: its ")
    assert len(found) > len(MANY) // 2
    assert texts(found) == texts(every)[: len(found)]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress], ids=["gzip", "bzip2", "xz"])
@pytest.mark.parametrize("most", [1, 19, 4_099])
def test_packed_data_with_damage_are_read_alike_however_few_bytes_come_at_a_time(
    most: int, pack: Callable[[bytes], bytes]
) -> None:
    rows = as_jsonl([replace(one, title=f"{one.title} {n * n}") for n, one in enumerate(MANY * 40)])
    packed = bytearray(pack(rows))
    packed[len(packed) * 2 // 3 : len(packed) * 2 // 3 + 8] = b"\xff" * 8
    reading = check(bytes(packed), "-", None)
    assert reading.ended is not None
    assert reading.ended.message == f"cannot be unpacked: its {_packing(pack)} data are damaged"
    check_trickle(bytes(packed), "-", most, reading)


def _packing(pack: Callable[[bytes], bytes]) -> str:
    return {gzip.compress: "gzip", bz2.compress: "bzip2", lzma.compress: "xz"}[pack]


def test_of_gzip_data_with_damage_the_rows_before_it_are_read() -> None:
    rows = b"".join(b'{"id": %d, "text": "The ferry %d was late."}\n' % (n, n * n % 977) for n in range(900))
    # A block of a kind that does not exist, behind one that is whole but for its last byte, a line end.
    packed = gzip.compress(rows)[:10]
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed += squeeze.compress(rows) + squeeze.flush(zlib.Z_FULL_FLUSH) + b"\x07" + b"\xff" * 20
    found, ended = read(packed)
    assert ended == "cannot be unpacked: its gzip data are damaged"
    assert len(texts(found)) == 899


@pytest.mark.parametrize(
    "kind", ["json lines", "csv", "feed", "mbox", "warc", "nexis", "factiva", "proquest"]
)
def test_of_a_file_that_is_cut_off_the_records_before_the_cut_are_read(kind: str) -> None:
    for sample in readers()[kind].samples:
        every, _ = read(sample.data)
        for number, title in islice(enumerate(sample.titles), 1, None):
            found, _ = read(sample.data[: title + 4])
            assert texts(found[:number]) == texts(every)[:number]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("damage", ["cut off", "an element that is none", "an end that is none"])
def test_of_a_broken_object_the_rows_before_the_damage_are_read(damage: str, indent: int | None) -> None:
    rows = [{"id": n, "text": f"The ferry [{n}] was {{late}}.", "tags": [{"a": 1}]} for n in range(4)]
    document = {"status": "ok", "total": {"n": 4}, "docs": rows, "next": [{"b": 2}, {"text": "No."}]}
    text = json.dumps(document, indent=indent)
    at = text.index("The ferry [2]")
    if damage == "an end that is none":
        text = f"{text[:-1]}\n{{}}"
    else:
        text = text[:at] if damage == "cut off" else f"{text[:at]}\\x{text[at:]}"
    found, ended = read(text.encode())
    assert ended == ""
    told = [one.message.partition(":")[0] for one in found if isinstance(one, InputError)]
    ids = [one.article for one in found if isinstance(one, Article)]
    assert (told, ids) == {
        "cut off": (["row 3"], [0, 1]),
        "an element that is none": (["row 3"], [0, 1, 3]),
        "an end that is none": ([], [0, 1, 2, 3]),
    }[damage]


@pytest.mark.parametrize("unseen", ["\u200b", "\x01", "&#8203;", "\ufeff\u2060", "\x0b"])
def test_a_headline_and_a_byline_in_which_nothing_is_to_be_seen_are_none(unseen: str) -> None:
    row = {"title": unseen, "author": unseen, "text": "Ferry sails again\n\n“We are glad,” said Ana Orel."}
    (article,) = read_all(io.BytesIO(json.dumps(row).encode() + b"\n"))
    assert isinstance(article, Article)
    assert all(block.span.of(article.text).strip() for block in article.blocks)
    assert "byline" not in {block.role for block in article.blocks}
    assert [b.span.of(article.text) for b in article.blocks if b.role == "headline"] == ["Ferry sails again"]


def test_a_record_with_a_wrong_length_is_told_in_a_line_and_nothing_is_written_to_the_screen(
    capfd: pytest.CaptureFixture[str],
) -> None:
    data = gzip.decompress(as_warc(TOLD))
    length = next(line for line in data.split(b"\r\n") if line.startswith(b"Content-Length: "))
    shorter = b"Content-Length: %d" % (int(length.split()[1]) - 9)
    found, _ = read(data.replace(length, shorter, 1))
    assert isinstance(found[0], Article)
    assert [one.message for one in found if isinstance(one, InputError)] == [
        "behind page 1: a record is longer or shorter than it says"
    ]
    assert len(texts(found)) == len(TOLD)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("most", [1, 2, 7])
def test_the_page_of_a_warc_is_read_alike_however_few_bytes_come_at_a_time(most: int) -> None:
    answer = b"HTTP/1.0 200 OK\r\n" + b"".join(b"X-Cache: %b\r\n" % (b"a" * n) for n in range(60))
    answer += b"Content-Type: text/html\r\n\r\n<p>\xe2\x80\x9cWe are late,\xe2\x80\x9d said Ana Orel.</p>"
    data = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(answer)
    )
    data = (data + answer + b"\r\n\r\n") * (3 * HEAD_BYTES // len(answer))
    reading = check(data, "a.warc", None)
    assert len(data) > 2 * HEAD_BYTES
    assert len(reading.articles) == len(reading.found)
    check_trickle(data, "a.warc", most, reading)


def test_the_address_of_a_page_is_told_clipped() -> None:
    address = b"https://post.example/" + b"a" * 9_000
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: %b\r\nContent-Type: text/html\r\n" % address
    found, _ = read(head + b"Content-Length: 1\r\n\r\n \r\n\r\n")
    assert [one.message for one in found if isinstance(one, InputError)] == [
        f"https://post.example/{'a' * 38}…: is empty"
    ]


def test_an_answer_without_an_address_ends_a_warc_with_a_line_that_names_no_code() -> None:
    data = gzip.decompress(as_warc(TOLD))
    nameless = data.replace(b"WARC-Target-URI: https://post.example/3", b"WARC-None: 3", 1)
    found, ended = read(nameless)
    assert texts(found) == texts(read(data)[0])[:2]
    assert ended == "is a broken WARC behind page 2"


@pytest.mark.parametrize("most", [1, 7, 30])
def test_a_feed_with_references_to_no_character_is_read_alike_from_a_pipe(most: int) -> None:
    words = "<title>Ferry &#0;&#30;&#x3;</title><description>It is &#99999999999;late;#x.</description>"
    item = f"<item>{words}</item>"
    data = f"<rss><channel>{item * 400}</channel></rss>".encode()
    assert len(data) > 2 * HEAD_BYTES
    reading = check(data, "a.xml", None)
    assert len(reading.articles) == 400
    assert reading.articles[0].text == "Ferry \ufffd\ufffd\ufffd\n\nIt is \ufffdlate;#x."
    check_trickle(data, "a.xml", most, reading)
