"""Web pages: how to know one, and the article in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscli.limits import MAX_JUDGED_CHARS

if TYPE_CHECKING:
    from newscli.text.html.article import Page

_ROOTS: Final = ("<!doctype html", "<html", "<head", "<body", "<article")
_COMMON_TAG: Final = re.compile(r"</(?:p|div|a|span|li|h[1-6]|section)>", re.IGNORECASE)

# A piece of a page has more end tags than these two, for a paragraph or so each; prose about HTML has few.
_FEW_TAGS: Final = 2
_CHARS_FOR_A_TAG: Final = 500


def is_html(text: str) -> bool:
    """Return, by its content, whether a text is a web page, or a part of one."""
    head = text[:MAX_JUDGED_CHARS].lstrip("\ufeff \t\r\n").lower()
    if not head.startswith("<"):
        return False
    if any(root in head for root in _ROOTS):
        return True
    return len(_COMMON_TAG.findall(head)) > max(_FEW_TAGS, len(head) // _CHARS_FOR_A_TAG)


def read_html(text: str) -> Page:
    """Extract the article of a web page.

    Raises:
        InputError: If the page is larger than any article's, or holds no article.
    """
    from newscli.text.html import article  # what only a page needs

    return article.read_html(text)
