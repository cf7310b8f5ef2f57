"""Where a page has its article: the element that holds it, and what in it stands beside the story."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
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
_MIN_PROSE_WORDS: Final = 12
_MIN_ITEM_WORDS: Final = 4  # of an item of a list that is part of the story; tags and menus have fewer
_MIN_STAMPS: Final = 3  # times in an article; from this on it is a live blog, and they head its entries
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
    weights = [0] * len(page.nodes)
    held: dict[int, int] = {}
    for number, piece in enumerate(page.pieces):
        if piece.folded in sure:
            held[number] = len(piece.text.split())
            for node in page.around(piece.node):
                weights[node] += held[number]
    total = sum(held.values())
    container = _smallest(page, weights, total)
    containers = {container, *_continued(page, container)}
    beside = _beside(page, weights, total, container)
    inside = [n for n, piece in enumerate(page.pieces) if containers.intersection(page.around(piece.node))]
    parents = {page.nodes[page.pieces[n].node].parent for n in held}
    stamps = {n for n in inside if page.nodes[page.pieces[n].node].tag == "time"}
    live = len([n for n in stamps if page.pieces[n].node not in beside]) >= _MIN_STAMPS
    chosen = [
        n
        for n in inside
        if page.pieces[n].node not in beside
        and (n in held or (live and n in stamps) or _belongs(page, page.pieces[n], parents))
    ]
    told = {page.pieces[n].folded for n in chosen}
    lost = [
        n
        for n in inside
        if page.pieces[n].folded not in told
        and is_prose(page, page.pieces[n])
        and not any(_BY_READERS.search(page.nodes[node].names) for node in page.around(page.pieces[n].node))
    ]
    return Found(
        tuple(chosen),
        min(containers),
        sum(len(page.pieces[n].text.split()) for n in lost),
        page.pieces[lost[0]].text if lost else "",
    )


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
    prose: dict[int, int] = dict.fromkeys(alike, 0)
    headed: set[int] = set()
    for piece in page.pieces:
        for number in alike.intersection(page.around(piece.node)):
            prose[number] += is_prose(page, piece)
            if page.nodes[piece.node].tag == "h1":
                headed.add(number)
    return {number for number in alike - headed if prose[number]}


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
