"""A parsed page as the pieces of text that stand on lines of their own, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from newscli.text.mend import without_unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS: Final = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td tfoot th "
    "thead time tr ul".split()
)
_UNREAD: Final = frozenset(
    "audio button canvas embed head iframe img input link map meta nav noscript object option script select "
    "source style svg template textarea title track video".split()
)
_HIDDEN: Final = re.compile(
    r"\b(?:visually-?hidden|sr-only|screen-reader(?:-text)?|u-hidden|is-hidden|noprint|no-print)\b",
    re.IGNORECASE,
)
_NO_LETTERS: Final = re.compile(r"[\W_]+")
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a page.

    Attributes:
        parent: The number of the element that holds it; -1 for the first.
        tag: Its tag.
        names: Its class, id and role: what the page's makers call it.
        depth: The number of elements round it.
    """

    parent: int
    tag: str
    names: str
    depth: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stands on lines of its own.

    Attributes:
        text: With single spaces.
        node: The number of the innermost block that holds it.
        linked: The share of its characters that are links, 0 to 1.
        strong: Whether all of it is in bold type.
        folded: Its letters and digits, for comparing.
    """

    text: str
    node: int
    linked: float
    strong: bool
    folded: str


@dataclass(slots=True)
class PageText:
    """The elements of a page and the text in them, in the order of the page."""

    nodes: list[Node] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def around(self, number: int) -> Sequence[int]:
        """Return the numbers of an element and of those that hold it, from the innermost."""
        found: list[int] = []
        while number >= 0:
            found.append(number)
            number = self.nodes[number].parent
        return found


def fold(text: str) -> str:
    """Return the letters and digits of a text, for comparing."""
    return _NO_LETTERS.sub("", text.casefold())


def read_page(root: _Element) -> PageText:
    """Return the text of a page in pieces, without scripts, navigation and what is hidden.

    Linear in the page, without recursion.
    """
    return _Walk().run(root)


class _Walk:
    """A page on its way to pieces: the open elements, and the text since the last line break."""

    def __init__(self) -> None:
        self.page = PageText()
        self.open: list[tuple[int, bool, bool]] = []  # number, whether a link, whether bold
        self.words: list[str] = []
        self.chars = self.linked = self.bold = 0
        self.links = self.bolds = 0

    def run(self, root: _Element) -> PageText:
        from lxml.etree import iterwalk

        walk = iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._starts(element):
                    walk.skip_subtree()
            else:
                if event == "end":
                    self._ends(element)
                if element is not root:
                    self._add(element.tail)
        self._flush()
        return self.page

    def _starts(self, element: _Element) -> bool:
        """Open an element; return whether what it holds is not read."""
        tag = str(element.tag)
        names = " ".join(
            filter(None, map(element.get, ("class", "id", "role", "data-component", "itemprop")))
        )
        if tag in _BLOCKS:
            self._flush()
        link, bold = tag == "a" and element.get("href") is not None, tag in {"b", "strong"}
        parent = self.open[-1][0] if self.open else -1
        self.open.append((len(self.page.nodes), link, bold))
        self.page.nodes.append(Node(parent, tag, names[:_NAME_CHARS], len(self.open)))
        self.links += link
        self.bolds += bold
        if tag in _UNREAD or element.get("hidden") is not None or _HIDDEN.search(names):
            return True
        self._add(element.text)
        return False

    def _ends(self, element: _Element) -> None:
        if element.tag in _BLOCKS:
            self._flush()
        _, link, bold = self.open.pop()
        self.links -= link
        self.bolds -= bold

    def _add(self, text: str | None) -> None:
        if text:
            self.words.append(text)
            size = len(text) - text.count(" ")
            self.chars += size
            self.linked += size if self.links else 0
            self.bold += size if self.bolds else 0

    def _flush(self) -> None:
        """End a piece at a line break."""
        text = " ".join(without_unseen("".join(self.words)).split())
        if text and self.open:
            block = next((n for n, *_ in reversed(self.open) if self.page.nodes[n].tag in _BLOCKS), 0)
            size = max(1, self.chars)
            self.page.pieces.append(
                Piece(text, block, self.linked / size, self.bold * 10 >= size * 9, fold(text))
            )
        self.words.clear()
        self.chars = self.linked = self.bold = 0


_NAME_CHARS: Final = 300
