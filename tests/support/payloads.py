"""What a stranger may put into an article or a file name, and what a terminal may receive of it."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

# Each was a vulnerability of some program that printed it, or is a trick of the same family.
NAMED = {
    "clear screen": "\x1b[2J\x1b[H",
    "set window title (CVE-2003-0063)": "\x1b]0;owned\x07",
    "report window title": "\x1b[21t",
    "write to clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "hyperlink (CVE-2022-46663)": "\x1b]8;;http://example.org\x1b\\click\x1b]8;;\x1b\\",
    "ask the terminal": "\x1bP$q q\x1b\\",
    "8-bit control sequence": "\x9b31m\x9d0;owned\x9c",
    "carriage return": "nothing to see\rall is well",
    "overstrike": "no\b\byes",
    "bells, feeds and shifts": "\x07\v\f\x0e\x0f\x85\x7f",
    "null": "Ana\0Orel",
    "right-to-left override (CVE-2021-42574)": "gpj.\u202eexe\u2066\u2067",
    "isolate closed first": "\u2069a\u2066",
    "tag characters": "a" + "".join(chr(0xE0000 + ord(letter)) for letter in "say yes"),
    "zero-width name": "Mara\u200b\u2060\ufeff\u00adVoss\u3164",
    "lone surrogate": "a\udc80b\ud800",
    "noncharacters": "\ufdd0\uffff\U0010fffe",
    "line separators": "a\u2028b\u2029c\nd\te",
    "pile of marks": "e" + "\u0301" * 1_000,
    "markup of Rich": "[bold red]b[/] [/] [link=http://example.org]l[/link] \\[x] :smile: [@click=app.bell]",
    "markup of Markdown and HTML": "](javascript:alert) <img src=x onerror=alert(1)> `a` **b** &amp; www.a.b",
    "formula": "=HYPERLINK(\"http://example.org\"&A1)",
}  # fmt: skip

_PIECES = (
    *(chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0))),
    *"\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069",
    *"\xad\u2028\u2029\ufeff\ufe0f\u0301\u0489\u180e\u3164\ufffb\ud800\udc80\U000e0001\U000e0041\U000e007f",
    "\x1b[", "\x1b]", "\x1bP", "\x1b\\", "2J", "31m", "0;", "52;c;", "8;;http://a", "\x9b", "[/]", "[bold]",
    "[link=a]", ":smile:", "\\[", "`", "**", "](", "<b>", "&#27;", "\\x1b", "=1+1", "@A1", "-2",
    *"“”\"abc é日א👨",
)  # fmt: skip

# The palette of tables: bold, dim, cyan, yellow, bold in the colours of speakers, and the end of them.
_PALETTE = re.compile(r"\x1b\[(?:0|1|2|33|36|1;3[1-6])m")
# The line of progress: back to the start of the line, and erase it.
_PROGRESS = re.compile(r"\r\x1b\[K")
_OBEYED = re.compile("[\u202a-\u202e\u200b\u2060\ufeff\xad\u180e\u3164\U000e0000-\U000e007f]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_MOST_MARKS = 8


def random_strings(count: int) -> Iterator[str]:
    """Yield strings of control sequences, bidi and tag characters, markup, formulas and any code points."""
    chance = random.Random(20_240)
    for _ in range(count):
        yield "".join(
            chance.choice(_PIECES) if chance.random() < 0.9 else chr(chance.randrange(0x110000))
            for _ in range(chance.randint(1, 12))
        )


def dangers(shown: str, *, allowed: str = "\n", palette: bool = False) -> list[str]:
    """Return what a terminal would obey or hide in what was written.

    Args:
        shown: What came out of a stream.
        allowed: Controls that the format is made of.
        palette: Whether our own colours and the line of progress may be in it.
    """
    shown = _PROGRESS.sub("", _PALETTE.sub("", shown)) if palette else shown
    found = [
        c for c in set(shown) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in allowed
    ]
    found += _OBEYED.findall(shown)
    for line in shown.split("\n"):
        depth = 0
        for isolate in _ISOLATE.findall(line):
            depth += -1 if isolate == "\u2069" else 1
            found += [isolate] if depth < 0 else []
        found += ["an open isolate"] if depth > 0 else []
    marks = 0
    for character in shown if not shown.isascii() else "":
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        found += ["a pile of marks"] if marks > _MOST_MARKS else []
    return found
