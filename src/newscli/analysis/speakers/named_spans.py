"""Where each entity is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newscli.model import Entity, Span
from newscli.spans import SpanIndex


@dataclass(frozen=True, slots=True)
class NamedSpans:
    """The named mentions of an article, in text order, and whose they are.

    Attributes:
        found: Each mention and its entity.
        index: The mentions, found by offset.
    """

    found: tuple[tuple[Span, Entity], ...]
    index: SpanIndex

    def within(self, span: Span) -> tuple[tuple[Span, Entity], ...]:
        """Return the mentions that share a character with the span and their entities, in text order."""
        meeting = self.index.meeting(span)
        return self.found[meeting.start : meeting.stop]


def name_at(entities: Iterable[Entity]) -> NamedSpans:
    """Index the mentions of entities by their place in the text."""
    found = sorted(
        ((mention, entity) for entity in entities for mention in entity.mentions), key=lambda pair: pair[0]
    )
    return NamedSpans(tuple(found), SpanIndex(mention for mention, _ in found))
