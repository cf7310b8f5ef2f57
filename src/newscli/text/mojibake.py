"""Text in UTF-8 that a program once read in another encoding: â€œ for “, Ã© for é."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# What the first bytes of UTF-8 become in windows-1252, Latin-1 and Mac Roman, and what follows them.
_SUSPECT: Final = re.compile(
    "[ÂÃâÅÄÐð‚√¬][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122Ä-Üà-ü]"
)
# A closing mark whose last byte windows-1252 does not have; no other character of news loses it so often.
_BROKEN_CLOSING: Final = re.compile("â€\ufffd")
_LINE: Final = re.compile(r"[^\r\n]{1,2000}")
_EXAMPLE: Final = re.compile(r"\S{1,40}")
DAMAGED: Final = (
    "looks damaged: text in UTF-8 was read as another encoding ({example}); --repair reads it mended"
)
REPAIRED: Final = "was damaged ({example} for {mended}) and is read mended; offsets count in the mended text"


def damage(text: str) -> str | None:
    """Return the first word of a text that mojibake spoils, None if there is none. Linear in the text."""
    for line in _suspect_lines(text):
        from ftfy.badness import is_bad  # 0.25 s that only damaged text needs

        if is_bad(line):
            fixed = repair(line)
            words = zip(_EXAMPLE.findall(line), _EXAMPLE.findall(fixed), strict=False)
            return next((word for word, mended in words if word != mended), None) or None
    return None


def repair(text: str) -> str:
    """Return a text with its mojibake undone, line by line, if that can be done exactly."""
    if not _SUSPECT.search(text):
        return text
    from ftfy import fix_encoding

    return _LINE.sub(lambda line: str(fix_encoding(_BROKEN_CLOSING.sub("”", line[0]))), text)


def _suspect_lines(text: str) -> Iterator[str]:
    """Yield the lines that hold what mojibake holds; letters of other languages look like it, too."""
    for line in _LINE.finditer(text):
        if _SUSPECT.search(line[0]):
            yield line[0]
