"""Whom the reader's pointers mean: the chances of names near a source or a content, as those of entities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.engines.reader.annotations import Annotations, ContentAnnotation, Pointer
from newscli.model import Entity, Quote, Span
from newscli.spans import SpanIndex


class Chance(NamedTuple):
    """An entity, and how likely it is meant, 0 to 1."""

    entity: Entity
    chance: float


Chances = Mapping[Span, Chance]  # by the first mention of each entity


class Pointed:
    """The pointers of an article's sources and contents."""

    def __init__(self, annotations: Annotations, named: NamedSpans) -> None:
        self._names = annotations.names
        self._named = named
        self._sources = SpanIndex(source.span for source in annotations.sources)
        self._of_sources = annotations.pointers
        layers = (annotations.contents, annotations.inner)
        self._contents = [(SpanIndex(content.span for content in layer), layer) for layer in layers]

    def sees(self, quote: Quote) -> bool:
        """Return whether the reader sees a quote's source or its content."""
        source = None if quote.mention is None else self._sources.at(quote.mention.start)
        return source is not None or self._content(quote) is not None

    def of(self, quote: Quote) -> Chances:
        """Return who says a quote, by its source and its content in equal parts."""
        source = None if quote.mention is None else self.by_source(quote.mention)
        known = [chances for chances in (source, self.by_content(quote)) if chances is not None]
        found: dict[Span, Chance] = {}
        for chances in known:
            for first, (entity, chance) in chances.items():
                before = found.get(first)
                found[first] = Chance(entity, chance / len(known) + (before.chance if before else 0.0))
        return found

    def by_source(self, mention: Span) -> Chances | None:
        """Return who is meant by a source; None if the reader sees no source there."""
        at = self._sources.at(mention.start)
        return None if at is None else self.by_pointer(self._of_sources[at])

    def by_content(self, quote: Quote) -> Chances | None:
        """Return who says what a quote begins with; None if the reader sees no content there."""
        content = self._content(quote)
        return None if content is None else self.by_pointer(content.speaker)

    def _content(self, quote: Quote) -> ContentAnnotation | None:
        """Return the content of either layer that is most like the beginning of a quote."""
        first = quote.spans[0]
        meeting = (layer[n] for index, layer in self._contents for n in index.meeting(first))
        return max(meeting, key=lambda content: _likeness(content.span, first), default=None)

    def by_pointer(self, pointer: Pointer) -> Chances:
        """Add up the chances of the names of each entity."""
        found: dict[Span, Chance] = {}
        for number, chance in pointer.names:
            for _, entity in self._named.within(self._names[number].span)[:1]:
                before = found.get(entity.mentions[0])
                found[entity.mentions[0]] = Chance(entity, chance + (before.chance if before else 0.0))
        return found


def _likeness(one: Span, other: Span) -> float:
    """Return the share of the characters of both that both have; at most 0 if they do not meet."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))
