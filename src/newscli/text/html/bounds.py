"""HTML to the text of the article in it, by trafilatura, an optional dependency.

The page is bounded before any parser sees it: lxml drops what is nested too deeply, and floods of
declarations, references or table spans cost parsers quadratic time or all memory (trafilatura#657,
python/cpython#135462).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newscli.errors import InputError, MissingExtraError
from newscli.limits import (
    MAX_HTML_CHARS,
    MAX_HTML_DECLARATIONS,
    MAX_HTML_DEPTH,
    MAX_HTML_TAG_CHARS,
    MAX_HTML_TAGS,
    MAX_JUDGED_CHARS,
)
from newscli.model import Block, Role, Span
from newscli.text import furniture
from newscli.text.layout import refine

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document

_ROOTS: Final = ("<!doctype html", "<html", "<head", "<body", "<article")
_COMMON_TAG: Final = re.compile(r"</(?:p|div|a|span|li|h[1-6]|section)>", re.IGNORECASE)

# A piece of a page has more end tags than these two, for a paragraph or so each; prose about HTML has few.
_FEW_TAGS: Final = 2
_CHARS_FOR_A_TAG: Final = 500

_TOKEN: Final = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?")
_VALUE_OR_END: Final = re.compile(r">|=\s*[\"']")
_RAW_TEXT: Final = ("script", "style", "textarea", "title", "noscript", "template")
# Elements without an end tag, and those whose end tag authors may leave out.
_UNNESTED: Final = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
    }
    | {"param", "source", "td", "th", "tr", "track", "wbr"}
)
_HUGE_SPAN: Final = re.compile(r"""((?:col|row)span\s{0,9}=\s{0,9}["']?)\d{3,}""", re.IGNORECASE)
_HUGE_REFERENCE: Final = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
_TITLE_BREAK: Final = re.compile(r"\s+[|–—·«»:-]+\s+")
_MIN_REPEATED_CHARS: Final = 40  # what is shorter may be said twice: "No.", "Yes, of course."
_HEAD_PIECES: Final = 5  # where a page repeats author and date
# What trafilatura calls the elements that stand on lines of their own.
_PARAGRAPHS: Final = frozenset({"body", "cell", "div", "head", "item", "lb", "list", "p", "quote", "row"})
_BETWEEN: Final = "\n\n"  # the paragraphs of the text that is extracted
_HINT: Final = "save the text of the article and give newscli that"


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a web page.

    Attributes:
        text: Headline, byline and paragraphs, with a blank line between.
        blocks: Their layout.
    """

    text: str
    blocks: tuple[Block, ...]


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
        MissingExtraError: If trafilatura is not installed.
        InputError: If the page is larger than any article's, or holds no article.
    """
    document = _extract(_bounded(text))
    parts = list(_parts(document))
    if not any(role == "body" for role, _ in parts):
        raise InputError("is HTML without the text of an article", _HINT)
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for _, piece in parts:
        spans.append(Span(at, at + len(piece)))
        pieces.append(piece)
        at += len(piece) + len(_BETWEEN)
    page = _BETWEEN.join(pieces)
    return Page(page, refine(page, spans, [role for role, _ in parts]))


def _bounded(text: str) -> str:
    """Return a page that parsers read in linear time, or refuse it."""
    if len(text) > MAX_HTML_CHARS:
        raise InputError(f"is a web page of more than {MAX_HTML_CHARS // 1024**2} MB", _HINT)
    if text.count("<!") + text.count("<?") > MAX_HTML_DECLARATIONS:
        raise InputError("is a web page with too many comments or declarations", _HINT)
    text = _HUGE_SPAN.sub(r"\g<1>1", text)
    return _flattened(_HUGE_REFERENCE.sub("\ufffd", text))


def _flattened(text: str) -> str:
    """Take out the tags that are nested too deeply, keeping what they hold, and floods of attributes."""
    kept: list[str] = []
    copied = depth = 0
    for count, (start, name_end, end, step) in enumerate(_tags(text)):
        if count >= MAX_HTML_TAGS:
            raise InputError("is a web page with too many tags", _HINT)
        if depth > MAX_HTML_DEPTH or (depth == MAX_HTML_DEPTH and step > 0):
            kept += (text[copied:start], " ")
            copied = end
        elif end - start > MAX_HTML_TAG_CHARS:
            kept += (text[copied:name_end], ">")
            copied = end
        depth = max(0, depth + step)
    return "".join(kept) + text[copied:] if kept else text


def _tags(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield of each tag outside scripts and comments: start, end of the name, end, and step in depth."""
    lowered = text.lower()
    at = 0
    while match := _TOKEN.search(text, at):
        name = (match[2] or "").lower()
        at = _tag_end(text, match.end(2)) if name else match.end()
        end = at
        raw = not match[1] and (not name or name in _RAW_TEXT)
        if raw:
            ending = f"</{name}" if name else "-->"
            found = lowered.find(ending, at)
            at = len(text) if found < 0 else found + len(ending)
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


def _extract(text: str) -> Document:
    """Run trafilatura, silence its logging, and turn any exception into InputError."""
    try:
        import logging

        import trafilatura  # 0.2 s that only HTML needs
    except ImportError as error:
        raise MissingExtraError("is HTML, which needs an extra", 'pip install "newscli[html]"') from error
    for name in ("trafilatura", "htmldate"):
        logger = logging.getLogger(name)
        if not logger.handlers:  # otherwise Python prints their warnings to stderr
            logger.addHandler(logging.NullHandler())
    try:
        document = trafilatura.bare_extraction(
            text,
            fast=True,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False},
        )
    except Exception as error:  # whatever a hostile page makes it raise is that page's fault
        raise InputError(f"cannot be read as HTML ({type(error).__name__})", _HINT) from error
    if document is None or isinstance(document, dict) or document.body is None:
        raise InputError("is HTML without the text of an article", _HINT)
    return document


def _parts(document: Document) -> Iterator[tuple[Role, str]]:
    """Yield the roles and texts of an extracted document, headline first."""
    title = _headline(document)
    if title:
        yield "headline", title
    author = f"By {document.author}"
    if document.author and not document.author.endswith(" by") and furniture.is_byline(author):
        yield "byline", author
    seen = {_folded(title)}
    for index, (role, piece) in enumerate(_pieces(document)):
        # Pages repeat headlines and captions, not short answers.
        if _folded(piece) in seen or furniture.is_promotion(piece) or furniture.is_photo_credit(piece):
            continue
        if len(piece) > _MIN_REPEATED_CHARS:
            seen.add(_folded(piece))
        yield ("byline" if index < _HEAD_PIECES and furniture.is_byline(piece) else role), piece


def _pieces(document: Document) -> Iterator[tuple[Role, str]]:
    """Yield the paragraphs of a document's body, broken at the line breaks of the page."""
    if document.body is None:
        return
    role: Role = "body"
    words: list[str] = []
    for event, element in _walk(document.body):
        if element.tag in _PARAGRAPHS:
            if piece := " ".join("".join(words).split()):
                yield role, piece
            words.clear()
            role = "subhead" if element.tag == "head" and event == "start" else "body"
        words.append((element.text if event == "start" else element.tail) or "")
    if piece := " ".join("".join(words).split()):
        yield role, piece


def _walk(root: _Element) -> Iterator[tuple[str, _Element]]:
    """Yield the start and the end of all elements, without recursion."""
    from lxml.etree import iterwalk  # comes with the extra

    yield from iterwalk(root, events=("start", "end"))


def _headline(document: Document) -> str:
    """Return the title of a document without the name of the site."""
    title = " ".join((document.title or "").split())
    site = _folded(document.sitename or "") or "\n"
    host = _folded(document.hostname or "") or "\n"
    while breaks := list(_TITLE_BREAK.finditer(title)):
        last = _folded(title[breaks[-1].end() :])
        named = last and (last in site or site in last or last in host)
        if not named and not last.isdigit():
            break
        title = title[: breaks[-1].start()]
    return title


def _folded(text: str) -> str:
    """Return the letters and digits of a text, for comparing."""
    return "".join(char for char in text.casefold() if char.isalnum())
