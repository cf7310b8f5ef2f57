"""Web pages to the articles in them.

trafilatura says which paragraphs are surely the article's. The element that holds them, and what the page's
makers call its parts, say what else belongs to it and what stands beside the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newscli.errors import InputError
from newscli.model import Block, Role, Span
from newscli.text import furniture
from newscli.text.html.bounds import HINT, bounded
from newscli.text.html.container import Found, find_article, is_prose
from newscli.text.html.extract import extract, paragraphs
from newscli.text.html.head import Head, decks_above, is_about_article, notes_above, read_head
from newscli.text.html.metadata import Metadata, read_metadata
from newscli.text.html.page import HEADINGS, PageText, fold, read_page
from newscli.text.layout import refine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MIN_REPEATED_CHARS: Final = 40  # what is shorter may be said twice: "No.", "Yes, of course."
_PULLED: Final = frozenset({"aside", "blockquote", "h2", "h3", "h4"})
_MAX_PULLED: Final = 50  # headings and set-off quotations that are looked for in the paragraphs
_NOTICE_CHARS: Final = 200
_MAX_POST: Final = 8  # paragraphs of an embedded post
_MAX_NOTES: Final = 4  # paragraphs at the foot that may present the author
_BOLD_WORDS: Final = 12  # of a paragraph in bold type that heads those below it
_HALF: Final = 0.5  # of the words of another extraction, which one must have to be taken for whole
_MUCH: Final = 0.1  # of the words, of which a reader is told that they are left out
_BETWEEN: Final = "\n\n"  # the paragraphs of the text that is extracted
_LEFT_OUT: Final = (
    "{left} of the {all} words in this page's paragraphs were left out as something beside the story, "
    'from "{first}…"'
)
_CUT: Final = "the page says that the whole article is for subscribers; what was read may be its beginning"
_FOR_SUBSCRIBERS: Final = re.compile(
    r"(?:to|for) (?:read|access|view|continue|see) (?:the )?(?:full|rest|this|whole|entire)\b"
    r"|for the full (?:story|article)|continue reading\b.{0,40}subscri"
    r"|this (?:article|story|content) is (?:exclusive|only available)",
    re.IGNORECASE,
)
_SHOWN_CHARS: Final = 40


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a web page.

    Attributes:
        text: Headline, byline and paragraphs, with a blank line between.
        blocks: Their layout.
        date: The day of publication, ``YYYY-MM-DD``, or None.
        url: The address that the page gives for itself, or None.
        outlet: The name of the site, or None.
        warnings: What was left out, as plain sentences.
    """

    text: str
    blocks: tuple[Block, ...]
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    warnings: tuple[str, ...] = ()


def read_html(text: str) -> Page:
    """Extract the article of a web page.

    Raises:
        InputError: If the page is larger than any article's, or holds no article.
    """
    tree = _parse(bounded(text))
    about = read_metadata(tree)
    page = read_page(tree)
    document = extract(tree)
    sure = {fold(piece) for _, piece in paragraphs(document)}
    if not any(is_prose(page, piece) for piece in page.pieces if piece.folded in sure):
        document = extract(tree, recall=True) or document
        sure |= {fold(piece) for _, piece in paragraphs(document)}
    found = find_article(page, sure)
    body = _first_of_body(page, found.pieces)
    head = read_head(page, about, body)
    parts = list(_parts(page, about, found, head, body))
    for other in (list(paragraphs(document)), [(False, line) for line in about.body.splitlines()]):
        # The pieces may be cut otherwise than the paragraphs, and scripts may write what only the data hold.
        if _words(parts) < _HALF * sum(len(text.split()) for _, text in other):
            parts = list(_from_paragraphs(head, other))
    if not any(role == "body" for role, _ in parts):
        raise InputError("is HTML without the text of an article", HINT)
    date = about.day or (document.date if document else None)
    return _laid_out(parts, date, about.url, about.outlet, tuple(_warnings(page, found, parts)))


def _parse(text: str) -> HtmlElement:
    """Parse a page; what no parser can read is that page's fault."""
    from lxml import etree, html

    try:
        return html.document_fromstring(
            text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError("is HTML without the text of an article", HINT) from error


def _laid_out(
    parts: Sequence[tuple[Role, str]],
    date: str | None,
    url: str | None,
    outlet: str | None,
    warnings: tuple[str, ...],
) -> Page:
    """Join the parts of an article, with a blank line between."""
    spans: list[Span] = []
    at = 0
    for _, piece in parts:
        spans.append(Span(at, at + len(piece)))
        at += len(piece) + len(_BETWEEN)
    text = _BETWEEN.join(piece for _, piece in parts)
    roles = [role for role, _ in parts]
    return Page(text, refine(text, spans, roles), date, url, outlet, warnings)


def _first_of_body(page: PageText, pieces: Sequence[int]) -> int:
    """Return the number of the first piece of prose in an article; of the first piece, if there is none."""
    prose = (n for n in pieces if is_prose(page, page.pieces[n]))
    return next(prose, pieces[0] if pieces else 0)


def _parts(
    page: PageText, about: Metadata, found: Found, head: Head, body: int
) -> Iterator[tuple[Role, str]]:
    """Yield the roles and texts of an article's parts, headline first."""
    if head.headline:
        yield "headline", head.headline
    told = [n for n in found.pieces if page.pieces[n].folded and not _is_beside(page.pieces[n].text)]
    kept = _without_repeats(page, told, head)
    decks = decks_above(page, about, head, body, kept)
    yield from (("deck", page.pieces[number].text) for number in decks)
    if head.authors:
        yield "byline", _byline(head.authors)
    notes_first = [n for n in notes_above(page, head, body) if n not in kept]
    yield from (("credits", page.pieces[number].text) for number in notes_first)
    kept = [number for number in kept if number not in decks]
    notes = _author_notes(page, kept, head)
    headings = _headings(page, kept)
    posts = _posts(page, kept)
    for number in kept:
        piece = page.pieces[number]
        if number in posts:
            first, *rest = posts[number]
            yield "body", first
            yield from (("credits", text) for text in rest)
            continue
        if number in notes or (number in headings and not headings[number]):
            continue
        if number < body and not furniture.is_time(piece.text) and is_about_article(piece.text, head):
            continue
        stamp = page.nodes[piece.node].tag == "time" or furniture.is_time(piece.text)
        yield ("credits" if stamp else "subhead" if number in headings else "body"), piece.text


def _byline(authors: Sequence[str]) -> str:
    """Return a byline of names: "By Ann Roe, Bo Ek and Al Orr"."""
    *others, last = authors
    return f"By {', '.join(others)} and {last}" if others else f"By {last}"


def _is_beside(text: str) -> bool:
    """Return whether a piece is a link, a caption, an invitation or an address, wherever it stands."""
    return (
        furniture.is_promotion(text)
        or furniture.is_photo_credit(text)
        or furniture.is_bare_address(text)
        or furniture.is_label_alone(text)
    )


def _without_repeats(page: PageText, pieces: Sequence[int], head: Head) -> list[int]:
    """Return the pieces without what a page says twice: its headline, words pulled out of a paragraph."""
    seen = {fold(head.headline)}
    titles = {page.pieces[n].folded for n in pieces if page.nodes[page.pieces[n].node].tag in HEADINGS}
    whole = {page.pieces[n].folded for n in pieces}
    pulled = {
        n
        for n in [n for n in pieces if page.nodes[page.pieces[n].node].tag in _PULLED][:_MAX_PULLED]
        if len(page.pieces[n].folded) > _MIN_REPEATED_CHARS
    }
    kept: list[int] = []
    for number in pieces:
        piece = page.pieces[number]
        heading = page.nodes[piece.node].tag in HEADINGS
        if piece.folded in seen or number == head.piece or (not heading and piece.folded in titles):
            continue
        if number in pulled and any(piece.folded in other for other in whole if other != piece.folded):
            continue
        if len(piece.text) > _MIN_REPEATED_CHARS:
            seen.add(piece.folded)
        kept.append(number)
    return kept


def _headings(page: PageText, kept: Sequence[int]) -> dict[int, bool]:
    """Return the numbers of the headings, each with whether anything stands under it."""
    found: dict[int, bool] = {}
    waiting: list[int] = []
    for index, number in enumerate(kept):
        piece = page.pieces[number]
        following = page.pieces[kept[index + 1]] if index + 1 < len(kept) else None
        bold = (
            (piece.strong or piece.text.isupper())
            and len(piece.text.split()) <= _BOLD_WORDS
            and piece.text[-1] not in ".:,;"
        )
        heads = bold and following is not None and not following.strong and is_prose(page, following)
        if page.nodes[piece.node].tag in HEADINGS or (heads and piece.text[-1] != "?"):
            found[number] = False
            waiting.append(number)
        elif page.nodes[piece.node].tag != "time":
            found.update(dict.fromkeys(waiting, True))
            waiting.clear()
    return found


def _posts(page: PageText, kept: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the pieces of embedded posts as they are read: the post in marks, its author behind a dash.

    A page sets a post off by its looks alone. In text, marks show that it is somebody's words.
    """
    found: dict[int, tuple[str, ...]] = {}
    for index, number in enumerate(kept):
        signature = page.pieces[number]
        author = furniture.posted_by(signature.text)
        if not author or page.nodes[signature.node].tag != "blockquote":
            continue
        near = kept[max(0, index - _MAX_POST) : index]
        words = [n for n in near if signature.node in page.around(page.pieces[n].node)[:3]]
        texts = [page.pieces[n].text for n in words]
        if any(mark in text for text in texts for mark in '"“”'):
            continue
        for n, text in zip(words, texts, strict=True):
            found[n] = (f"“{text}{'”' * (n == words[-1])}",)
        found[number] = (f"— {author}", signature.text[signature.text.index("(") :])
    return found


def _author_notes(page: PageText, kept: Sequence[int], head: Head) -> set[int]:
    """Return the last pieces that present the author."""
    names = {fold(name) for name in head.authors}
    story = [page.pieces[n].folded for n in kept[:-_MAX_NOTES]]
    found: set[int] = set()
    for number in kept[-_MAX_NOTES:]:
        presented = furniture.presented(page.pieces[number].text)
        if not presented:
            continue
        folded, last = fold(presented), fold(presented.split()[-1])
        if folded in names or (len(kept) > _MAX_NOTES and not any(last in text for text in story)):
            found.add(number)
    return found


def _words(parts: Sequence[tuple[Role, str]]) -> int:
    """Return the number of words of the body."""
    return sum(len(text.split()) for role, text in parts if role == "body")


def _from_paragraphs(head: Head, lines: Sequence[tuple[bool, str]]) -> Iterator[tuple[Role, str]]:
    """Yield the parts of an article whose paragraphs are known, each with whether it is a heading."""
    if head.headline:
        yield "headline", head.headline
    if head.authors:
        yield "byline", _byline(head.authors)
    for heading, line in lines:
        piece = " ".join(line.split())
        if fold(piece) and piece != head.headline and not _is_beside(piece):
            yield ("subhead" if heading else "body"), piece


def _warnings(page: PageText, found: Found, parts: Sequence[tuple[Role, str]]) -> Iterator[str]:
    """Yield what a reader should know of what is not in the text."""
    words = _words(parts)
    if found.left_out > _MUCH * (words + found.left_out):
        first = found.first_left_out[:_SHOWN_CHARS].rstrip()
        yield _LEFT_OUT.format(left=found.left_out, all=words + found.left_out, first=first)
    near = (page.pieces[n].text for n in range(found.pieces[0], len(page.pieces))) if found.pieces else ()
    if any(_FOR_SUBSCRIBERS.search(text) for text in near if len(text) <= _NOTICE_CHARS):
        yield _CUT
