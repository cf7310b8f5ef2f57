"""Descriptions: what the article says of who a person is, beside the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from newscli.analysis.names.described import description
from newscli.analysis.words import SentenceWords
from newscli.model import Entity, Span
from newscli.spans import SpanIndex

# Somebody is described where first named; the bound keeps a long list of mentions cheap.
MAX_MENTIONS: Final = 20


def describe(words: Sequence[SentenceWords], entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return the entities with the first description of each person, in their order.

    Args:
        words: All sentences of the article.
        entities: Those of it.
    """
    sentences = SpanIndex(sentence.sentence.span for sentence in words)
    return tuple(replace(entity, description=_first(words, sentences, entity)) for entity in entities)


def _first(words: Sequence[SentenceWords], sentences: SpanIndex, entity: Entity) -> Span | None:
    if entity.label != "PER":
        return None
    for mention in entity.mentions[:MAX_MENTIONS]:
        at = sentences.at(mention.start)
        found = None if at is None else description(words[at], mention)
        if found is not None:
            return found
    return None
