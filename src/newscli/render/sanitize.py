"""The one gate for untrusted text on its way to people.

An article, its quotes and its file name may hold characters that a terminal obeys (escape
sequences), that reorder what is shown (bidi overrides) or that hide in it (zero-width and tag
characters). Here they become visible escapes: shown as what they are, and inert (CWE-150, CWE-1007).
Ordinary text of any script passes unchanged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Final

# The most combining marks that an honest character carries: Vietnamese has 2, Hebrew with
# cantillation 4, Tibetan stacks 6. What piles up more paints over the lines above and below.
MAX_MARKS: Final = 8

_NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNSAFE: Final = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\xad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # as the line above: nothing to see, yet there
    "\u202a-\u202e"  # bidi embeddings and overrides
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags; between them stand Han variation selectors
    f"\ud800-\udfff{_NONCHARACTERS}]"
)
_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_CLOSES_ISOLATE: Final = "\u2069"
_FOLDED: Final = re.compile(r"[ \t\r\n\u2028\u2029]+")

# No mark stands below U+0300, so Latin text never reaches the slow walk.
_MARK_RUN: Final = re.compile(f"[^\x00-\u02ff]{{{MAX_MARKS + 1},}}")
_ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})


def visible(character: str) -> str:
    r"""Return a character's escape: ``\x1b``, ``\u202e`` or ``\U000e0041``."""
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def safe(
    text: str,
    *,
    single_line: bool = True,
    isolates: bool = True,
    escape: Callable[[str], str] = visible,
) -> str:
    r"""Return the text with everything that a terminal might obey made visible.

    Control characters, bidi embeddings and overrides, zero-width and tag characters, lone
    surrogates and noncharacters become escapes (``\x1b``, ``\u202e``, ``\U000e0041``); so do isolates that
    are not balanced, and combining marks after the eighth in a row. Joiners, direction marks
    and variation selectors stay. Applying it twice changes nothing more. Linear in the text's length.

    Args:
        text: What an article, a file name or an error message says.
        single_line: Whether newlines and tabs become spaces too.
        isolates: Whether balanced isolates stay; a caller that breaks lines cannot keep a pair
            on one line and passes False.
        escape: Returns what is shown of a character.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\u2028", " ").replace("\u2029", " ")
    if single_line:
        text = text.replace("\n", " ").replace("\t", " ")
    text = _UNSAFE.sub(lambda match: escape(match[0]), text)
    text = _MARK_RUN.sub(partial(_cap_marks, escape), text)
    if not (isolates and _balanced(text)):
        text = _ISOLATES.sub(lambda match: escape(match[0]), text)
    return text


def fold_space(text: str) -> str:
    """Return the text on one line, each run of spaces, tabs and line ends as one space.

    White space that carries a meaning of its own, such as the no-break space, stays.
    """
    return _FOLDED.sub(" ", text).strip(" ")


def _cap_marks(escape: Callable[[str], str], match: re.Match[str]) -> str:
    shown: list[str] = []
    run = 0
    for character in match[0]:
        # An isolate neither counts nor ends a run: escaping one alone would unbalance its pair.
        if not _ISOLATES.match(character):
            run = run + 1 if unicodedata.category(character) in _ZERO_WIDTH else 0
        shown.append(escape(character) if run > MAX_MARKS else character)
    return "".join(shown)


def _balanced(text: str) -> bool:
    depth = 0
    for match in _ISOLATES.finditer(text):
        depth += -1 if match[0] == _CLOSES_ISOLATE else 1
        if depth < 0:
            return False
    return depth == 0
