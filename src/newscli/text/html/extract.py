"""What trafilatura takes for the article of a page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newscli.errors import InputError
from newscli.text.html.bounds import HINT
from newscli.text.mend import without_unseen

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

# What trafilatura calls the elements that stand on lines of their own.
_PARAGRAPHS: Final = frozenset({"body", "cell", "div", "head", "item", "lb", "list", "p", "quote", "row"})


def extract(tree: HtmlElement, *, recall: bool = False) -> Document | None:
    """Run trafilatura, silence its logging, and turn any exception into InputError.

    Args:
        tree: The page.
        recall: Take more, at the risk of what is no part of the article.
    """
    import trafilatura  # 0.2 s that only HTML needs

    for name in ("trafilatura", "htmldate"):
        logger = logging.getLogger(name)
        if not logger.handlers:  # otherwise Python prints their warnings to stderr
            logger.addHandler(logging.NullHandler())
    try:
        document = trafilatura.bare_extraction(
            tree,
            fast=True,
            favor_recall=recall,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False},
        )
    except Exception as error:  # whatever a hostile page makes it raise is that page's fault
        raise InputError(f"cannot be read as HTML ({type(error).__name__})", HINT) from error
    return None if isinstance(document, dict) else document


def paragraphs(document: Document | None) -> Iterator[tuple[bool, str]]:
    """Yield the paragraphs of a document's body, broken at line breaks, each with whether it is a heading."""
    if document is None or document.body is None:
        return
    from lxml.etree import iterwalk

    heading = False
    words: list[str] = []
    for event, element in iterwalk(document.body, events=("start", "end")):
        if element.tag in _PARAGRAPHS:
            if piece := " ".join(without_unseen("".join(words)).split()):
                yield heading, piece
            words.clear()
            heading = element.tag == "head" and event == "start"
        words.append((element.text if event == "start" else element.tail) or "")
    if piece := " ".join("".join(words).split()):
        yield heading, piece
