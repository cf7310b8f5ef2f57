"""Bounds of a web page, before any parser sees it.

lxml drops what is nested too deeply, and floods of declarations, references, inline marks or table spans cost
parsers quadratic time or all memory (trafilatura#657, python/cpython#135462).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newscli.errors import InputError
from newscli.limits import (
    MAX_HTML_CHARS,
    MAX_HTML_DECLARATIONS,
    MAX_HTML_DEPTH,
    MAX_HTML_INLINE_TAGS,
    MAX_HTML_TAG_CHARS,
    MAX_HTML_TAGS,
)

HINT: Final = "save the text of the article and give newscli that"
_TOKEN: Final = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?")
_VALUE_OR_END: Final = re.compile(r">|=\s*[\"']")
_RAW_TEXT: Final = ("script", "style", "textarea", "title", "noscript", "template")
# Searched for in the page itself: to lower-case a page would move its offsets ("İ" becomes two characters).
_RAW_ENDS: Final = {name: re.compile(f"</{name}", re.IGNORECASE | re.ASCII) for name in _RAW_TEXT} | {
    "": re.compile("-->")
}
# Elements without an end tag, and those whose end tag authors may leave out.
_UNNESTED: Final = frozenset(
    "area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr".split()
)
_INLINE: Final = frozenset("b i em strong u s span font mark small sub sup tt big abbr cite code q".split())
_HUGE_SPAN: Final = re.compile(r"""((?:col|row)span\s{0,9}=\s{0,9}["']?)\d{3,}""", re.IGNORECASE)
_HUGE_REFERENCE: Final = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")


def bounded(text: str) -> str:
    """Return a page that parsers read in linear time.

    Tags that are nested too deeply are taken out, and so are inline marks by the thousand in one block; what
    they hold is kept.

    Raises:
        InputError: If the page is larger than any article's.
    """
    if len(text) > MAX_HTML_CHARS:
        raise InputError(f"is a web page of more than {MAX_HTML_CHARS // 1024**2} MB", HINT)
    if text.count("<!") + text.count("<?") > MAX_HTML_DECLARATIONS:
        raise InputError("is a web page with too many comments or declarations", HINT)
    text = _HUGE_SPAN.sub(r"\g<1>1", text)
    return _flattened(_HUGE_REFERENCE.sub("\ufffd", text))


def _flattened(text: str) -> str:
    """Take out the tags that are nested too deeply, keeping what they hold, and floods of attributes."""
    kept: list[str] = []
    copied = depth = 0
    marks = _Marks()
    for count, (start, name_end, end, step) in enumerate(_tags(text)):
        if count >= MAX_HTML_TAGS:
            raise InputError("is a web page with too many tags", HINT)
        if marks.floods(text[start:name_end].lstrip("</").lower(), step, depth):
            kept.append(text[copied:start])
            copied = end
            continue
        if depth > MAX_HTML_DEPTH or (depth == MAX_HTML_DEPTH and step > 0):
            kept += (text[copied:start], " ")
            copied = end
        elif end - start > MAX_HTML_TAG_CHARS:
            kept += (text[copied:name_end], ">")
            copied = end
        depth = max(0, depth + step)
    return "".join(kept) + text[copied:] if kept else text


class _Marks:
    """The inline marks of a page: how many stand in a row, and how many of those left out are still open."""

    def __init__(self) -> None:
        self.in_a_row = self.left_open = 0

    def floods(self, name: str, step: int, depth: int) -> bool:
        """Return whether a tag is one inline mark too many, in a row or in one another."""
        if name not in _INLINE:
            self.in_a_row = 0
            return False
        self.in_a_row += 1
        if step < 0 and self.left_open:
            self.left_open -= 1
            return True
        if self.in_a_row > MAX_HTML_INLINE_TAGS or depth > MAX_HTML_DEPTH // 2:
            self.left_open += step > 0
            return step > 0
        return False


def _tags(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield of each tag outside scripts and comments: start, end of the name, end, and step in depth."""
    at = 0
    while match := _TOKEN.search(text, at):
        name = (match[2] or "").lower()
        at = _tag_end(text, match.end(2)) if name else match.end()
        end = at
        raw = not match[1] and (not name or name in _RAW_TEXT)
        if raw:
            found = _RAW_ENDS[name].search(text, at)
            at = found.end() if found else len(text)
        if name:
            flat = raw or name in _UNNESTED or text[end - 2 : end] == "/>"
            yield match.start(), match.end(2), end, 0 if flat else -1 if match[1] else 1


def _tag_end(text: str, at: int) -> int:
    """Return the end of a tag, as parsers see it: a ">" or "<" in quotation marks is part of a value."""
    while found := _VALUE_OR_END.search(text, at):
        if found[0] == ">":
            return found.end()
        at = text.find(found[0][-1], found.end()) + 1
        if not at:
            break
    return len(text)
