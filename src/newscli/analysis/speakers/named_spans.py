"""Where each entity is named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from newscli.model import Entity, Span


@dataclass(frozen=True, slots=True)
class NamedSpans:
    """The named mentions of an article and whose they are, by place."""

    starts: tuple[int, ...]
    found: tuple[tuple[Span, Entity], ...]

    def at(self, span: Span) -> Entity | None:
        """Return the entity with a mention of exactly this span, None where there is none."""
        return next((entity for mention, entity in self.within(span) if mention == span), None)

    def within(self, span: Span) -> tuple[tuple[Span, Entity], ...]:
        """Return the mentions that share a character with the span and their entities, in text order."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = bisect_left(self.starts, span.end)
        return tuple(pair for pair in self.found[first:last] if pair[0].meets(span))


def name_at(entities: Iterable[Entity]) -> NamedSpans:
    """Index the mentions of entities by their place in the text."""
    found = sorted(
        ((mention, entity) for entity in entities for mention in entity.mentions), key=lambda pair: pair[0]
    )
    return NamedSpans(tuple(mention.start for mention, _ in found), tuple(found))
