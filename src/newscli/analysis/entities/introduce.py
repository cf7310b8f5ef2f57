"""Who is meant by a short name in a summary whose full one stands in a sentence left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from newscli.analysis.names.forms import fold_letters, looks_like_acronym
from newscli.english.grammar import FUNCTION_WORDS
from newscli.model import Article, Entity, Referent, Span, SummarySentence
from newscli.spans import SpanIndex

# A longer description is a clause of its own and would hide the sentence.
_MAX_DESCRIPTION: Final = 7
_WORD: Final = re.compile(r"\w+")


def introduce(
    article: Article, summary: Sequence[SummarySentence], entities: Sequence[Entity]
) -> tuple[SummarySentence, ...]:
    """Return a summary's sentences with the full names behind the first short ones.

    Somebody is introduced once, at the first mention in the summary, if that is a part of the name or an
    acronym; with the description that the article has for a person, unless the summary tells it already.

    Args:
        article: Whose summary it is.
        summary: In text order.
        entities: All of the article. Linear in their mentions.
    """
    places = SpanIndex(sentence.span for sentence in summary)

    @cache
    def told_in(at: int) -> frozenset[str]:
        return frozenset(_content_words(summary[at].span.of(article.prose)))

    firsts: list[list[Referent]] = [[] for _ in summary]
    for entity in entities:
        for mention in entity.mentions:
            at = places.at(mention.start)
            if at is not None:
                if _is_short(entity, mention.of(article.prose)):
                    found = Referent(mention, entity.name, _untold(article, entity, places, at, told_in))
                    firsts[at].append(found)
                break
    return tuple(
        replace(sentence, referents=tuple(sorted(found, key=lambda one: one.span.start)))
        for sentence, found in zip(summary, firsts, strict=True)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold_letters(text))


def _is_short(entity: Entity, mention: str) -> bool:
    """Return whether a mention is a part of a person's name, or an acronym for a name."""
    if entity.label == "PER":
        return set(_words(mention)) < set(_words(entity.name))
    is_acronym = looks_like_acronym(mention) and not looks_like_acronym(entity.name)
    return entity.label == "ORG" and is_acronym and len(_words(entity.name)) > len(_words(mention))


def _untold(
    article: Article,
    entity: Entity,
    places: SpanIndex,
    at: int,
    told_in: Callable[[int], frozenset[str]],
) -> Span | None:
    """Return the description of an entity if it is short and the sentences up to this one don't tell it."""
    found = entity.description
    told = None if found is None else places.at(found.start)
    if found is None or (told is not None and told <= at):
        return None
    words = list(_content_words(found.of(article.prose)))
    return found if 0 < len(words) <= _MAX_DESCRIPTION and told_in(at).isdisjoint(words) else None


def _content_words(text: str) -> Iterator[str]:
    return (word for word in _words(text) if word not in FUNCTION_WORDS)
