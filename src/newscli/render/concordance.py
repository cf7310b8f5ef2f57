"""Mentions in the words around them, and where in an article's layout they stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from newscli.model import Analysis, Article, Entity, Span
from newscli.render.sanitize import fold_space
from newscli.spans import SpanIndex

# About as many characters as half a line of print; concordances have shown that much for long.
CONTEXT_CHARS: Final = 60


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention of an entity, where it stands, and the words around it on one line."""

    entity: Entity
    span: Span
    place: str
    left: str
    right: str


class Places:
    """Finds the part of an article's layout that holds an offset; made once per article."""

    def __init__(self, article: Article) -> None:
        self._whole = Span(0, len(article.text))
        self._blocks = article.blocks
        self._index = SpanIndex(block.span for block in article.blocks)
        self._paragraphs = list(accumulate(block.role == "body" for block in article.blocks))

    def name(self, offset: int) -> str:
        """Return the role of the block around an offset, for the body the paragraph: ``¶ 3``."""
        number = self._index.before(offset)
        if number is None:
            return ""
        role = self._blocks[number].role
        return f"¶ {self._paragraphs[number]}" if role == "body" else role

    def bounds(self, offset: int) -> Span:
        """Return the span of the block around an offset."""
        number = self._index.before(offset)
        return self._whole if number is None else self._blocks[number].span


def occurrences(analysis: Analysis) -> list[Occurrence]:
    """Return all mentions of all entities, with up to 60 characters of their paragraph on each side.

    Entities stand in the order of the analysis, mentions in text order.
    """
    text, places = analysis.article.text, Places(analysis.article)
    return [
        Occurrence(entity, span, places.name(span.start), *_around(text, span, places.bounds(span.start)))
        for entity in analysis.entities
        for span in entity.mentions
    ]


def _around(text: str, span: Span, bounds: Span) -> tuple[str, str]:
    """Return the words before and after a span, whole ones, within the bounds."""
    start = max(bounds.start, span.start - CONTEXT_CHARS)
    end = min(max(bounds.end, span.end), span.end + CONTEXT_CHARS)
    left, right = text[start : span.start], text[span.end : end]
    # If the window cuts a word, the rest of that word goes; a script without spaces is cut as it is.
    if start > bounds.start and not text[start - 1].isspace():
        left = left.partition(" ")[2] or left
    if end < bounds.end and not text[end].isspace():
        right = right.rpartition(" ")[0] or right
    return fold_space(left), fold_space(right)
