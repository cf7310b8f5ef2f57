"""The head of a page's article: its headline, its authors, the line below the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.english.newspaper import AGENCIES, BYLINE_WORDS, NO_AUTHORS
from newscli.text import furniture
from newscli.text.dates import day_of
from newscli.text.html.container import is_named_beside
from newscli.text.html.metadata import Metadata
from newscli.text.html.page import PageText, fold

_TITLE_BREAK: Final = re.compile(r"\s+[|–—·«»:-]+\s+|\s*\|\s*")
_LABEL_BREAK: Final = re.compile(r"[^|»:]{1,40}[|»:]\s+")
_SAME: Final = 0.6  # of the words of the shorter of two titles, from which on they are one title
_MIN_HEADLINE_CHARS: Final = 12  # "Log In", "Home"
_HEADLINE_CHARS: Final = 300
_MAX_HEADS: Final = 100
_FAR: Final = 40  # pieces between the headline and the body: share buttons, dates, a picture's caption
_DECK_CHARS: Final = 400
_DECK: Final = re.compile(
    r"(?<![a-z])(?:deck|dek|stand-?first|sub-?(?:head(?:line|ing)?|title|deck)|intro(?:duction)?|lede?|leadin|summary|excerpt"
    r"|description|abstract|strap-?line|tagline|kicker-?text|blurb|bajada|teaser-?text)(?![a-z])",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(r"(?<![a-z])(?:by-?line|authors?|writer|contributors?)(?![a-z])", re.IGNORECASE)
_NO_BYLINE: Final = re.compile(
    r"(?<![a-z])(?:comments?|img|image|photo|picture|caption|credit|avatar|bio|related)(?![a-z])",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"(?:(?:story|words|text|written|reported|report|posted|published|article|analysis|opinion|review|exclusive)\s+)?by:?\s*"
    r"|authors?:?\s+|from\s+",
    re.IGNORECASE,
)
_NAME_ENDS: Final = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|\(|\d|@|https?:|\b(?:published|updated|posted|on|in|for|at|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun)\b"
    r"|\b(?:editor|reporter|correspondent|writer|staff|columnist|contributor|senior|special|chief|political)\b)",
    re.IGNORECASE,
)
_JOB: Final = re.compile(r"\s*(?:editor|reporter|correspondent|writer|columnist)\b", re.IGNORECASE)
_NAME_WORDS: Final = 2
_BETWEEN_NAMES: Final = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b)\s*")
_NAME: Final = re.compile(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){1,4}")
_PARTICLES: Final = frozenset("al bin da de del della den der di dos du el la le ten ter van von y".split())
_MAX_AUTHORS: Final = 8
_MAX_DECKS: Final = 2
_MIN_DECK_WORDS: Final = 4
_FEW: Final = 15  # pieces above the body, if the headline is not among them
_NEAR: Final = 6  # pieces behind the headline: a heading farther away heads something else
_NO_DECKS: Final = frozenset({"li", "time", "figcaption", "figure", "aside", "nav", "footer"})
_STAMP_WORDS: Final = 8
_JOB_CHARS: Final = 30  # "By", a job and a date, beside the author's name


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an article.

    Attributes:
        headline: Its title, without the name of the site; empty if the page gives none.
        piece: The number of the piece that is the headline; -1 if none is.
        authors: Names.
    """

    headline: str
    piece: int
    authors: tuple[str, ...]


def read_head(page: PageText, about: Metadata, body: int) -> Head:
    """Return headline and authors of a page's article.

    Args:
        page: The page.
        about: What it says of itself.
        body: The number of the first piece of the article's body.
    """
    headline, piece = _headline(page, about, body)
    return Head(headline, piece, _authors(page, about, piece, body))


def decks_above(page: PageText, about: Metadata, head: Head, body: int, kept: Sequence[int]) -> list[int]:
    """Return the pieces between headline and body that sum the article up, two at most."""
    if not page.pieces:
        return []
    start = _behind_headline(head.piece, body)
    said = {fold(text) for text in about.descriptions}
    lines = [n for n in range(start, body + 1) if furniture.is_byline(page.pieces[n].text)]
    last_line, chosen = max(lines, default=-1), frozenset(kept)
    found: list[int] = []
    for number in range(start, body + 1):
        piece = page.pieces[number]
        if len(piece.text.split()) < _MIN_DECK_WORDS or len(piece.text) > _DECK_CHARS or piece.linked > 0:
            continue
        around = [page.nodes[one] for one in page.around(piece.node)[:3]]
        if is_about_article(piece.text, head) or any(node.tag in _NO_DECKS for node in around):
            continue
        if any(is_named_beside(node.names) for node in around):
            continue
        named = any(_DECK.search(node.names) for node in around[:2])
        heading = number < body and number - start < _NEAR and _may_be_deck(page, head, number, body)
        above_byline = number in chosen and number < body and number < last_line
        if piece.folded != fold(head.headline) and (
            named or heading or above_byline or (piece.folded in said and number < body)
        ):
            found.append(number)
    return [n for n in found if n < body or len(kept) > 1][:_MAX_DECKS]


def _behind_headline(headline: int, body: int) -> int:
    """Return the number of the first piece that may stand between headline and body."""
    return max(headline + 1, body - _FAR) if 0 <= headline <= body else max(0, body - _FEW)


def _may_be_deck(page: PageText, head: Head, number: int, body: int) -> bool:
    """Return whether a heading stands beside the headline, or apart from the body that it would else head."""
    node = page.nodes[page.pieces[number].node]
    if node.tag not in {"h2", "h3"}:
        return False
    if head.piece >= 0 and page.nodes[page.pieces[head.piece].node].parent == node.parent:
        return True
    return node.parent not in page.around(page.pieces[body].node)


def notes_above(page: PageText, head: Head, body: int) -> list[int]:
    """Return the pieces between headline and body that say where the article appeared first."""
    start = _behind_headline(head.piece, body)
    return [
        n
        for n in range(start, min(body, len(page.pieces)))
        if furniture.is_first_published(page.pieces[n].text)
    ]


def is_about_article(text: str, head: Head) -> bool:
    """Return whether a line above the body says who wrote the article, or when, and no more."""
    if furniture.is_byline(text) or (len(text.split()) <= _STAMP_WORDS and day_of(text)):
        return True
    folded = fold(text)
    for name in head.authors:
        folded = folded.replace(fold(name), "")
    return bool(head.authors) and len(folded) < len(fold(text)) and len(folded) <= _JOB_CHARS


def _headline(page: PageText, about: Metadata, body: int) -> tuple[str, int]:
    """Choose the title that the visible text bears out, best the one that stands last before the body."""
    titles = [_without_site(title, about) for title in about.titles]
    heads = [
        number
        for number, piece in enumerate(page.pieces)
        if page.nodes[piece.node].tag == "h1" or "headline" in page.nodes[piece.node].names.split()
    ]
    heads = [n for n in heads if _MIN_HEADLINE_CHARS <= len(page.pieces[n].text) <= _HEADLINE_CHARS][
        :_MAX_HEADS
    ]
    borne = [
        n for n in heads if any(_alike(page.pieces[n].text, title) for title in (*titles, *about.titles))
    ]
    above = [n for n in borne if n <= body] or borne
    if above:
        number = above[-1]
        return _without_label(page.pieces[number].text, titles), number
    by_text = {piece.folded: number for number, piece in reversed(list(enumerate(page.pieces)))}
    for title in titles:
        if fold(title) in by_text:
            return title, by_text[fold(title)]
    near = [n for n in heads if body - _FAR <= n <= body and page.nodes[page.pieces[n].node].tag == "h1"]
    if near:
        return page.pieces[near[-1]].text, near[-1]
    return next((title for title in titles if len(title) >= _MIN_HEADLINE_CHARS), next(iter(titles), "")), -1


def _without_site(title: str, about: Metadata) -> str:
    """Return a title without the name of the site, the section and the date behind it."""
    site = fold(about.outlet or "") or "\n"
    host = fold(re.sub(r"^https?://(?:www\.)?", "", about.url or "").partition("/")[0]) or "\n"
    while breaks := list(_TITLE_BREAK.finditer(title)):
        last = fold(title[breaks[-1].end() :])
        named = last and (last in site or site in last or last in host)
        if not named and not last.isdigit():
            break
        title = title[: breaks[-1].start()]
    return title.strip()


def _without_label(headline: str, titles: Sequence[str]) -> str:
    """Return a headline without the section before it, if another title of the page has none."""
    label = _LABEL_BREAK.match(headline)
    if label and any(fold(title) == fold(headline[label.end() :]) for title in titles):
        return headline[label.end() :]
    return headline


def _alike(one: str, other: str) -> bool:
    """Return whether two titles are of one article: one in the other, or most words the same."""
    folded, again = fold(one), fold(other)
    if not folded or not again:
        return False
    if folded in again or again in folded:
        return min(len(folded), len(again)) >= _MIN_HEADLINE_CHARS
    words, others = {fold(word) for word in one.split()}, {fold(word) for word in other.split()}
    return len(words & others) >= _SAME * min(len(words), len(others)) > 1


def _authors(page: PageText, about: Metadata, headline: int, body: int) -> tuple[str, ...]:
    """Return the names in the article's own bylines, else those that the page gives as data."""
    visible = list(
        dict.fromkeys(name for line in _bylines(page, headline, body) for name in _names(line, about))
    )
    told = list(dict.fromkeys(name for text in about.authors for name in _names(text, about)))
    if visible and told:
        both = [name for name in visible if fold(name) in set(map(fold, told))]
        visible = both or visible
    return tuple((visible or told)[:_MAX_AUTHORS])


def _bylines(page: PageText, headline: int, body: int) -> Iterator[str]:
    """Yield the texts of the elements that are called byline or author, near the article's head.

    The last such element of an article may stand at its foot ("Author: …").
    """
    start = max(0, _behind_headline(headline, body) - 1)
    for number in range(max(0, start - 3), min(len(page.pieces), body + 4)):
        piece = page.pieces[number]
        around = page.around(piece.node)[:3]
        names = " ".join(page.nodes[one].names for one in around)
        if _NO_BYLINE.search(names) or any(page.nodes[one].tag in {"figure", "figcaption"} for one in around):
            continue
        if _BYLINE.search(names) or (furniture.is_byline(piece.text) and _BY.match(piece.text)):
            yield piece.text
    for number in range(body + 4, len(page.pieces)):
        piece = page.pieces[number]
        if _BYLINE.search(page.nodes[piece.node].names) and re.match(
            r"(?:author|by):?\s", piece.text, re.IGNORECASE
        ):
            yield piece.text


def _names(text: str, about: Metadata) -> Iterator[str]:
    """Yield the names of people, and of agencies, in a byline or in what stands in an author's place."""
    if "//" in text or "@" in text.partition(" ")[0]:
        return
    outlet = fold(about.outlet or "")
    opening = _BY.match(text)
    for part in _BETWEEN_NAMES.split(text[opening.end() if opening else 0 :]):
        ended = _NAME_ENDS.search(part, 1) if part else None
        name = _without_job((part[: ended.start()] if ended else part).strip(" .,-"))
        if ended and _JOB.match(part, ended.start()) and len(name.split()) > _NAME_WORDS:
            name = name.rpartition(" ")[0]  # "Ann Roe Transport" (editor)
        if outlet and (outlet in fold(name) or fold(name) in outlet):
            continue
        if name.lower() in AGENCIES - NO_AUTHORS:
            yield name
        elif _is_person(name):
            yield name.title() if name.isupper() and len(name.split()) > 1 else name


def _without_job(name: str) -> str:
    """Return a name without what follows it: "Richard Roe Education" (editor), "Ann Roe Staff"."""
    words = name.split()
    for at, word in enumerate(words):
        if at > 1 and word.lower() in BYLINE_WORDS - _PARTICLES:
            return " ".join(words[:at])
    return " ".join(words)


def _is_person(name: str) -> bool:
    """Return whether words may be the name of a person who writes."""
    words = name.split()
    if not _NAME.fullmatch(name) or any(word.lower().strip(".") in NO_AUTHORS for word in words):
        return False
    if all(word.lower() in BYLINE_WORDS for word in words):
        return False
    return all(word[0].isupper() or word in _PARTICLES for word in words)
