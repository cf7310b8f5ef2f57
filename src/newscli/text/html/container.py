"""Where a page has its article: the element that holds it, and what in it stands beside the story."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.text.html.page import HEADINGS, PageText, Piece

_WHOLE: Final = 0.9  # of the words that are surely the article's, which its container holds
# What a page's makers call the parts that are no story, each a word or words of a class or an id.
_BESIDE: Final = re.compile(
    r"(?<![a-z])(?:"
    r"ad|ads|advert(?:s|isement|ising)?|affiliate|article-?(?:footer|end|actions)"
    r"|(?:about-?the-?)?authors?-?(?:bio|biography|box|card|description|info|profile|details|note)|about-?the-?author"
    r"|bio|biography|abh|breadcrumbs?|captions?|image-?caption|wp-caption(?:-text)?"
    r"|comments?|comment-?(?:list|respond|form|section)|contributor-?bio|cookies?|consent|copyright|credits?"
    r"|disclaimer|disqus|donat(?:e|ion)|related|recirc(?:ulation)?|recommend(?:ed|ations?)?|read-?(?:more|next|also)"
    r"|more-?(?:from|in|on|stories|news|links|articles)|also-?(?:read|on)|see-?also|further-?reading"
    r"|gallery|slideshow|carousel|image-?credit|img-?(?:credit|author|caption)|photo-?(?:credit|caption)|media-?caption"
    r"|newsletter|sign-?up|subscri(?:be|ption)|inline-?(?:newsletter|promo|related)|promos?|teasers?|most-?(?:read|popular|viewed)"
    r"|navigation|nav|menu|footer|outbrain|taboola|paywall|popular|trending|pull-?quote|pullquote|share|sharing|social"
    r"|side-?bar|sponsor(?:ed)?|tags?|tag-?(?:list|cloud)|topics|toolbar|widget|you-?may-?(?:also-?)?like|up-?next|jp-relatedposts"
    r"|sharedaddy|addtoany|post-?(?:navigation|tags|meta-?footer)|entry-?footer|print-?only|rail"
    r")(?![a-z])",
    re.IGNORECASE,
)
_BESIDE_TAGS: Final = frozenset({"aside", "figcaption", "figure", "footer"})
_BY_READERS: Final = re.compile(r"(?<![a-z])(?:comments?|disqus|respond|form)(?![a-z])", re.IGNORECASE)
# Of what is surely the article's, the share in an element from which on its name misleads.
_TOO_MUCH: Final = 0.3
_LINKED: Final = 0.6  # of the characters of a piece; from this on it is a link elsewhere
_ALL_LINKED: Final = 0.95
_LINK_WORDS: Final = 30
_MIN_PROSE_WORDS: Final = 12
_MIN_ITEM_WORDS: Final = 4  # of an item of a list that is part of the story; tags and menus have fewer
_MIN_STAMPS: Final = 3  # times in an article; from this on it is a live blog, and they head its entries
_TEASER_END: Final = re.compile(r"(?:\.\.\.|…)\s*(?:\[…\]|(?:read )?more)?$", re.IGNORECASE)
_ENDS: Final = re.compile(r"[.!?…:][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Found:
    """The pieces of a page's article.

    Attributes:
        pieces: The numbers of the pieces, in order.
        container: The number of the first element that holds them.
        left_out: Words of prose in the container that are none of them, comments aside.
        first_left_out: The first such paragraph; empty if there is none.
    """

    pieces: tuple[int, ...]
    container: int
    left_out: int
    first_left_out: str


def find_article(page: PageText, sure: Collection[str]) -> Found:
    """Find the pieces of the article in a page.

    Args:
        page: The page.
        sure: The folded paragraphs that an extraction takes for the article's.

    The container is the smallest element that holds nearly all of the sure words, and what continues it:
    elements of the same kind beside it that hold prose, but no headline of their own.
    """
    held = {n: len(piece.text.split()) for n, piece in enumerate(page.pieces) if piece.folded in sure}
    weights = _weights(page, held)
    total = sum(held.values())
    container = _smallest(page, weights, total)
    containers = {container, *_continued(page, container)}
    beside = _beside(page, weights, total, container)
    within = _within(page, containers)
    inside = [n for n, piece in enumerate(page.pieces) if within[piece.node]]
    parents = {page.nodes[page.pieces[n].node].parent for n in held}
    links = {n for n in held if _is_link(page.pieces[n])}
    if sum(held[n] for n in links) > _TOO_MUCH * total:
        links = set()  # a page whose paragraphs are links, each to itself
    stamps = {n for n in inside if page.nodes[page.pieces[n].node].tag == "time"}
    live = len([n for n in stamps if page.pieces[n].node not in beside]) >= _MIN_STAMPS
    chosen = [
        n
        for n in inside
        if page.pieces[n].node not in beside
        and (
            (n in held and n not in links)
            or (live and n in stamps)
            or _belongs(page, page.pieces[n], parents)
        )
    ]
    told = {page.pieces[n].folded for n in chosen}
    by_readers = _within(page, {n for n, node in enumerate(page.nodes) if _BY_READERS.search(node.names)})
    lost = [
        piece
        for piece in (page.pieces[n] for n in inside)
        if piece.folded not in told
        and is_prose(page, piece)
        and not _TEASER_END.search(piece.text)
        and not by_readers[piece.node]
    ]
    words = sum(len(piece.text.split()) for piece in lost)
    return Found(tuple(chosen), min(containers), words, lost[0].text if lost else "")


def _weights(page: PageText, held: Mapping[int, int]) -> list[int]:
    """Return for each element how many of the words it holds; ``held`` is by piece."""
    weights = [0] * len(page.nodes)
    for number, words in held.items():
        weights[page.pieces[number].node] += words
    for number in range(len(page.nodes) - 1, 0, -1):
        weights[max(0, page.nodes[number].parent)] += weights[number]
    return weights


def _within(page: PageText, chosen: Collection[int]) -> list[bool]:
    """Return for each element whether it is one of the chosen or stands in one."""
    inside: list[bool] = []
    for number, node in enumerate(page.nodes):
        inside.append(number in chosen or (node.parent >= 0 and inside[node.parent]))
    return inside


def _smallest(page: PageText, weights: Sequence[int], total: int) -> int:
    """Return the deepest element that holds nearly all of the sure words."""
    best = 0
    for number, node in enumerate(page.nodes):
        if weights[number] >= _WHOLE * total and node.depth >= page.nodes[best].depth:
            best = number
    return best


def _continued(page: PageText, container: int) -> set[int]:
    """Return the elements beside the container that hold the rest of the article."""
    node = page.nodes[container]
    alike = {
        number
        for number, other in enumerate(page.nodes)
        if number != container
        and other.parent == node.parent
        and other.tag == node.tag
        and (_first_name(other.names) == _first_name(node.names) or other.tag == "article")
        and not _BESIDE.search(other.names)
    }
    if not alike:
        return alike
    holder: list[int] = []
    for number, other in enumerate(page.nodes):
        holder.append(number if number in alike else holder[other.parent] if other.parent >= 0 else -1)
    prose = {holder[piece.node] for piece in page.pieces if is_prose(page, piece)}
    headed = {holder[piece.node] for piece in page.pieces if page.nodes[piece.node].tag == "h1"}
    return alike & prose - headed


def _first_name(names: str) -> str:
    return names.split(" ", 1)[0]


def _beside(page: PageText, weights: Sequence[int], total: int, container: int) -> set[int]:
    """Return the elements, inside the container, that stand beside the story, and all that they hold."""
    found: set[int] = set()
    for number, node in enumerate(page.nodes):
        if node.parent in found:
            found.add(number)
        elif number > container and weights[number] <= _TOO_MUCH * total:
            named = node.tag in _BESIDE_TAGS or (node.tag not in HEADINGS and _BESIDE.search(node.names))
            if named and node.tag != "blockquote":
                found.add(number)
    return found


def _is_link(piece: Piece) -> bool:
    """Return whether a piece is a link to another story: short, and linked from end to end."""
    return piece.linked >= _ALL_LINKED and len(piece.text.split()) <= _LINK_WORDS


def _belongs(page: PageText, piece: Piece, parents: Collection[int]) -> bool:
    """Return whether a piece that the extraction left out is part of the article all the same."""
    node = page.nodes[piece.node]
    if piece.linked >= _LINKED:
        return False
    if is_prose(page, piece):
        return True
    if node.tag == "li":
        return not piece.linked and len(piece.text.split()) >= _MIN_ITEM_WORDS
    return node.tag in {"p", "h2", "h3", "h4", "blockquote"} and node.parent in parents


def is_prose(page: PageText, piece: Piece) -> bool:
    """Return whether a piece is a paragraph of sentences, and no list of links."""
    words = piece.text.split()
    return (
        len(words) >= _MIN_PROSE_WORDS
        and piece.linked < _LINKED
        and page.nodes[piece.node].tag not in HEADINGS
        and _ENDS.search(piece.text) is not None
    )


def is_named_beside(names: str) -> bool:
    """Return whether an element is called something that is no part of a story."""
    return _BESIDE.search(names) is not None
