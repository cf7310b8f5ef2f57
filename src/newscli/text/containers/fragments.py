"""A fragment of HTML, as feeds and databases hold articles, to the paragraphs in it.

A page is searched for its article, by ``text.html``; a fragment is one already.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from newscli.errors import InputError
from newscli.limits import MAX_HTML_CHARS, MAX_HTML_TAG_CHARS, MAX_JUDGED_CHARS

_HINT: Final = "save its text, and name that"
_TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}[0-9]{0,2});")
_SURE_TAG: Final = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|li|ul|ol|h[1-6]|blockquote)>|<br\s?/?>|<p(?:>|\s[a-z-]{2,20}=)",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)
_LONG_TAG: Final = re.compile(rf"<(/?[a-zA-Z][a-zA-Z0-9]{{0,15}})\b[^<>]{{{MAX_HTML_TAG_CHARS},}}>")
# Elements that stand on lines of their own, and those that hold no words of the article.
_BLOCKS: Final = frozenset(
    """
    address article aside blockquote body br center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5
    h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()
)
_LEFT_OUT: Final = frozenset(
    """
    button embed figcaption figure form head iframe nav noscript object script style svg template title
    video
    """.split()
)
_VOID: Final = frozenset("br embed hr".split())


def is_fragment(text: str) -> bool:
    """Return whether a text is marked up as HTML, or has references to characters as HTML has."""
    head = text[:MAX_JUDGED_CHARS]
    return bool(_TAG.search(head) or _REFERENCE.search(head))


def is_marked_up(text: str) -> bool:
    """Return whether a text that should be plain is a fragment of HTML, by its tags, and no whole page."""
    head = text[:MAX_JUDGED_CHARS]
    return bool(_SURE_TAG.search(head)) and not _PAGE.search(head)


def paragraphs_of(text: str) -> str:
    """Return the words of a fragment, with a blank line between paragraphs.

    Raises:
        InputError: If it is larger than any article's.
    """
    if len(text) > MAX_HTML_CHARS:
        raise InputError(f"is HTML of more than {MAX_HTML_CHARS // 1024**2} MB", _HINT)
    if not _TAG.search(text):
        return unescape(text)
    from lxml import etree

    # Parsers compare each attribute of a tag with all others.
    text = _LONG_TAG.sub(r"<\1>", text).replace("\0", "")
    target = _Paragraphs()
    parser = etree.HTMLParser(target=target, no_network=True, recover=True, huge_tree=False)
    try:
        parser.feed(f"<div>{text}")
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(f"cannot be read as HTML ({type(error).__name__})", _HINT) from None
    return "\n\n".join(target.finished())


class _Paragraphs:
    """What a parser tells, as paragraphs; the parser calls these methods by their names."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._words: list[str] = []
        self._left_out = 0

    def start(self, tag: str, attributes: object) -> None:  # noqa: ARG002 - the parser gives them
        if tag in _LEFT_OUT and tag not in _VOID:
            self._left_out += 1
        if tag in _BLOCKS:
            self._end_paragraph()

    def end(self, tag: str) -> None:
        if tag in _LEFT_OUT and tag not in _VOID:
            self._left_out = max(0, self._left_out - 1)
        if tag in _BLOCKS:
            self._end_paragraph()

    def data(self, data: str) -> None:
        if not self._left_out:
            self._words.append(data)

    def close(self) -> None:
        """Take the end of the document, as a target must."""

    def finished(self) -> list[str]:
        """Return all paragraphs."""
        self._end_paragraph()
        return self._done

    def _end_paragraph(self) -> None:
        if words := " ".join("".join(self._words).split()):
            self._done.append(words)
        self._words.clear()
