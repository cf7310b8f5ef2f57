"""Web pages made to exhaust their reader end within 512 MiB and ten seconds of CPU, in a real process."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.support.processes import environment

MEMORY = 512 * 1024**2
CPU_SECONDS = 10

STORY = "".join(
    f"<p>The ferry to Port Ellery was late again on day {day}, said Ana Orel, who runs the harbour and its "
    "two lights, because the wall that shields it had been washed over in the night.</p>"
    for day in range(12)
)


def page(inside: str = "", *, head: str = "", around: tuple[str, str] = ("", "")) -> bytes:
    """Return a page with an article of twelve paragraphs, and what is hostile in front of it or round it."""
    return (
        f"<!doctype html><html><head><title>Ferry late again</title>{head}</head><body>{around[0]}<article>"
        f"<h1>Ferry late again</h1>{inside}{STORY}</article>{around[1]}</body></html>"
    ).encode()


def data(text: str) -> str:
    """Return a script with what a page says of itself to search engines."""
    return f'<script type="application/ld+json">{text}</script>'


BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
# Each of these hides nothing: the article must be found in it.
READ = {
    "nesting": page(around=("<div>" * 15_000, "</div>" * 15_000)),
    "nesting that is never closed": page("<b><i><span>" * 10_000),
    "a table of one huge cell": page('<table><tr><td colspan="9007199254740991" rowspan=99999999>a</table>'),
    "a huge reference": page(f"<p>&#{'9' * 100_000};</p><p>&#x{'f' * 100_000};</p>"),
    "references": page("&amp;&#65;&#x41;&nosuch;" * 50_000),
    "an external entity": b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page("<p>&x;</p>"),
    "attributes": page(f"<p {' '.join(f'a{n}=b' for n in range(50_000))}>a</p>"),
    "attributes behind a quoted end": page(f"<p a='>' {' '.join(f'a{n}' for n in range(50_000))}>a</p>"),
    "tags with attributes": page(f"<p {' '.join(f'a{n}' for n in range(280))}>a</p>" * 1_000),
    "a long attribute": page(f'<p title="{"x" * 1_000_000}">a</p>'),
    "less-than signs": page("<p>" + "< " * 100_000 + "</p>"),
    "lies about UTF-16": page(head='<meta charset="utf-16">'),
    "lies about the encoding": page(head='<meta charset="shift_jis">').replace(b"night", "“näght”".encode()),
    "an encoding that runs code": page(head='<meta charset="unicode_escape">', inside="\\u0041\\x1b"),
    "an author in an author": page(head=data('{"@type":"NewsArticle",' + '"author":' * 50_000)),
    "brackets in an author": page(head=data('{"@type":"NewsArticle","author":"' + "(a " * 150_000 + '"}')),
    "a publisher in a publisher": page(head=data('{"a":' + '"publisher":' * 40_000)),
    "data in data": page(head=data("[" * 100_000)),
    "inline marks": page("<p>" + "<b>a</b> " * 19_000 + "</p>"),
    "letters that grow in lower case": page("<p>" + "İ" * 400_000 + "</p><script></script>" + "<p>a" * 100),
    "headings": page("<h1>The ferry was late again</h1>" * 10_000),
    "authors": page(head=f'<meta name="author" content="{"Ana Orel, " * 100_000}">'),
    "bylines": page('<p class="byline">By Ana Orel</p>' * 10_000),
    "no such encoding": page(head=f'<meta charset="{"x" * 5_000}">'),
}
# Of these some part may be read, or the page refused.
ENDED = {
    "an entity bomb": BOMB.encode() + page("<p>&i;</p>"),
    "NUL and controls": page("\0\x01\x1b\x85" * 1_000),
    "a mark that never closes": page("<p title='" + "a" * 1_000_000),
    "a flood of comments": page("<!--" * 50_000),
    "a flood of declarations": page("<![CDATA[" * 20_000 + "<?php " * 20_000),
    "a flood of tags": page("<p>a" * 500_000),
    "a flood of lists": page("<ul><li>" * 20_000),
    "a flood of tables": page("<table><tr><td>" * 12_000),
    "a flood of links": page('<a href="/b">c</a> ' * 15_000),
    "a script that never ends": page("<script>var a = '" + "a" * 1_000_000),
    "a tag that never ends": page("<p " + "a" * 1_000_000),
    "ten megabytes on one line": page("a" * (10 * 1024**2 - 4_000)),
    "a megabyte of words": page("<p>" + "the ferry was late " * 50_000 + "</p>"),
    "only tags": b"<html>" + b"<br>" * 1_000_000,
    "a page in a page in a page": page() * 300,
}


# One of each kind of flood; the others are tried with "-m long".
SHORT = {
    *("nesting", "an external entity", "tags with attributes", "brackets in an author", "inline marks"),
    *("letters that grow in lower case", "an entity bomb", "a flood of comments", "a script that never ends"),
}


def each(pages: Mapping[str, bytes]) -> list[ParameterSet]:
    """Return pages as cases; one that stands for its kind is tried each time, the others take long."""
    return [
        pytest.param(page, id=name, marks=() if name in SHORT else pytest.mark.long)
        for name, page in pages.items()
    ]


@dataclass(frozen=True)
class Done:
    code: int
    out: bytes
    err: str


def summarise(path: Path) -> Done:
    """Run ``newscli summary`` under the limits, without the reader, whose time is its own matter.

    The process is killed where it needs more time.
    """

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))

    done = subprocess.run(
        [sys.executable, "-m", "newscli", "summary", "--method", "fast", "--format", "json", str(path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        preexec_fn=limit,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr.decode())


@pytest.mark.parametrize("content", each(READ))
def test_an_article_in_a_hostile_page_is_found(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    done = summarise(path)
    assert done.code == 0, done.err[-500:]
    (article,) = json.loads(done.out)["articles"]
    assert "said Ana Orel, who runs the harbour" in article["text"]
    assert "root:" not in article["text"]


@pytest.mark.parametrize("content", each(ENDED))
def test_a_flood_is_read_or_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    done = summarise(path)
    assert done.code in {0, 3}, done.err[-500:]
    if done.code == 3:
        first, *rest = done.err.splitlines()
        assert first.startswith(f"newscli: {path}: ")
        assert all(line.startswith("  hint: ") for line in rest)
