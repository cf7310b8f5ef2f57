from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.render.sanitize import MAX_MARKS, fold_space, safe

PAYLOADS = {
    "clear screen": ("a\x1b[2Jb", r"a\x1b[2Jb"),
    "set window title": ("\x1b]0;owned\x07", r"\x1b]0;owned\x07"),
    "write to clipboard": ("\x1b]52;c;cHduZWQ=\x07", r"\x1b]52;c;cHduZWQ=\x07"),
    "hyperlink": ("\x1b]8;;http://example.org\x1b\\x", r"\x1b]8;;http://example.org\x1b\x"),
    "ask the terminal": ("\x1bP$q q\x1b\\", r"\x1bP$q q\x1b" + "\\"),
    "carriage return": ("seen\rhidden", r"seen\x0dhidden"),
    "backspace": ("no\b\byes", r"no\x08\x08yes"),
    "vertical tab and form feed": ("a\vb\fc", r"a\x0bb\x0cc"),
    "null": ("a\0b", r"a\x00b"),
    "delete": ("a\x7f", r"a\x7f"),
    "8-bit control sequence": ("\x9b2J", r"\x9b2J"),
    "next line": ("a\x85b", r"a\x85b"),
    "right-to-left override": ("gpj.\u202eexe", r"gpj.\u202eexe"),
    "embedding": ("\u202ba\u202c", r"\u202ba\u202c"),
    "open isolate": ("a\u2066b", r"a\u2066b"),
    "isolate closed first": ("\u2069a\u2066", r"\u2069a\u2066"),
    "tag characters": ("a\U000e0041\U000e007f", r"a\U000e0041\U000e007f"),
    "zero-width spoof": ("Mara\u200b\u2060\ufeff Voss", r"Mara\u200b\u2060\ufeff Voss"),
    "soft hyphen": ("wall\xadwork", r"wall\xadwork"),
    "lone surrogate": ("a\udc80b", r"a\udc80b"),
    "noncharacters": ("\ufdd0\uffff\U0010fffe", r"\ufdd0\uffff\U0010fffe"),
    "invisible operators and fillers": ("\u2063\u3164\u115f", r"\u2063\u3164\u115f"),
    "line separators": ("a\u2028b\u2029c", "a b c"),
    "newline and tab in a name": ("a\nb\tc\r\nd", "a b c d"),
}

KEPT = (
    "plain words, “curly” — and 40 % of it",
    "日本語の見出し、葛󠄀城市",
    "עברית וערבית: العربية",
    "\u2067עברית\u2069 between isolates",
    "family 👨‍👩‍👧‍👦, heart ❤️, flag 🇳🇴",
    "می‌خواهم क्‍ष",
    "Ng\u0302\u0301 e\u0301 ở",
    "a no-break\xa0space, a direction mark\u200f",
)


@pytest.mark.parametrize(("payload", "shown"), PAYLOADS.values(), ids=PAYLOADS)
def test_shows_what_a_terminal_would_obey(payload: str, shown: str) -> None:
    assert safe(payload) == shown


@pytest.mark.parametrize("text", KEPT)
def test_keeps_honest_text_of_any_script(text: str) -> None:
    assert safe(text) == text


def test_keeps_lines_and_tabs_where_several_lines_are_meant() -> None:
    assert safe("a\n\tb\r\nc\x1b", single_line=False) == "a\n\tb\nc\\x1b"


def test_escapes_balanced_isolates_where_lines_are_broken() -> None:
    assert safe("\u2068x\u2069", isolates=False) == r"\u2068x\u2069"


def test_caps_piles_of_marks() -> None:
    assert safe("e" + "\u0301" * MAX_MARKS) == "e" + "\u0301" * MAX_MARKS
    assert safe("e" + "\u0301" * 10) == "e" + "\u0301" * MAX_MARKS + r"\u0301" * 2
    smuggled = "e" + "\u0301\u200d" * 10_000
    assert safe(smuggled).count("\u0301") <= MAX_MARKS


def test_fold_puts_everything_on_one_line() -> None:
    assert fold_space(" two\n  lines,\t\r\na\u2028tab ") == "two lines, a tab"
    assert fold_space("10\xa0000") == "10\xa0000"


@given(st.text(st.characters()), st.booleans())
def test_leaves_nothing_behind_and_is_idempotent(text: str, single_line: bool) -> None:
    shown = safe(text, single_line=single_line)
    assert safe(shown, single_line=single_line) == shown
    allowed = set() if single_line else {"\n", "\t"}
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in allowed]


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])))
def test_changes_no_letter_digit_or_punctuation(text: str) -> None:
    invisible = "\u115f\u1160\u3164\uffa0"
    assert safe(text) == text or any(letter in text for letter in invisible)
