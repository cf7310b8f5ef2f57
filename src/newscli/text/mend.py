"""What breaks words without being seen, and what stands for other characters in plain text.

Soft hyphens, zero-width characters and the numbers and names of HTML entities come with text that was
copied from pages and exports. A name that holds one is no longer that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from newscli.origin import Edit

# A soft hyphen that broke a line goes with the line end. Joiners stay: emoji and some scripts need them.
_UNSEEN: Final = re.compile(
    "\u00ad(?:[ \t]{0,9}\r?\n[ \t]{0,9}(?=[a-z]))?|[\u00ad\u180e\u200b\u200e\u200f\u2060\ufeff]"
)
_ENTITY: Final = re.compile(r"&(?:amp;)?(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SPACES: Final = dict.fromkeys(map(ord, "\xa0\u2007\u202f"), " ")
_HYPHENS: Final = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_CONTROLS: Final = dict.fromkeys(
    (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)), " "
)
_AS_READ: Final = {**_SPACES, **_HYPHENS, **_CONTROLS}
_TRANSLATED: Final = re.compile("[" + "".join(map(re.escape, map(chr, _AS_READ))) + "]")
ENTITIES_READ: Final = "has HTML entities such as {example}, which were read as the characters they stand for"


def unseen(text: str) -> Iterator[Edit]:
    """Yield what is to be left out of a text, because nobody sees it."""
    return (Edit(*match.span()) for match in _UNSEEN.finditer(text))


def entities(text: str) -> Iterator[Edit]:
    """Yield the HTML entities of a plain text, each with the character that it stands for.

    What was escaped twice ("&amp;quot;") is read as it was meant.
    """
    for match in _ENTITY.finditer(text):
        meant = unescape(unescape(match[0]))
        if (
            meant
            and meant != match[0]
            and not any(char == "\ufffd" or ord(char) in _CONTROLS for char in meant)
        ):
            yield Edit(*match.span(), "" if _UNSEEN.fullmatch(meant) else meant)


def without_unseen(text: str) -> str:
    """Return a text without what nobody sees."""
    return _UNSEEN.sub("", text) if _UNSEEN.search(text) else text


def as_read(text: str) -> str:
    """Return a text of equal length with controls and no-break spaces as spaces, all hyphens as one.

    Lines end with a line feed alone, a carriage return before it is a space. Without any, the same object.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_AS_READ) if _TRANSLATED.search(text) else text
