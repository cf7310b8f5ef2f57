"""Speakers: who the sources of quotes are, by alias, title and pronoun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newscli.analysis.antecedents import Antecedents
from newscli.analysis.names import genders, name_at
from newscli.analysis.titles import HONORIFICS, OFFICES, TitleReader
from newscli.model import Article, Entity, Quote, Sentence, Span

_PERSONAL: Final = frozenset({"he", "she", "they", "it"})
_RELATIVE: Final = frozenset({"who", "which"})
# Whom these mean depends on who talks; the article seldom tells it by name.
_OF_THE_TALK: Final = frozenset({"i", "we", "you", "one", "this", "that"})
# "a spokesman for Roe", "the mayor of London": the name behind these is not who speaks.
_HOLDS_A_NAME: Final = frozenset({"of", "for", "at", "from", "to", "in", "and", "by"})
# From a name to its "who": "Ann Roe, the chief of police here, who said".
MAX_DESCRIPTION_WORDS: Final = 12
MAX_OFFICE_WORDS: Final = 4


def resolve(
    article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote], entities: Sequence[Entity]
) -> tuple[Quote, ...]:
    """Name the speaker of each quote.

    Args:
        article: The article.
        sentences: All its sentences.
        quotes: In text order, without speakers.
        entities: Those of headline, dateline and body.

    Returns:
        The same quotes with ``speaker``: the entity's name where the source is one or stands for one;
        the source's own words where it is a description ("a police spokeswoman"); None where it is a
        pronoun that nothing before explains. Linear in the text's length.
    """
    resolver = _Resolver(article, sentences, quotes, entities)
    told = sorted(
        ((quote.mention, quote.id) for quote in quotes if quote.mention is not None), key=lambda pair: pair[0]
    )
    speakers = {number: resolver.speaker(mention) for mention, number in told}
    return tuple(replace(quote, speaker=speakers.get(quote.id)) for quote in quotes)


class _Resolver:
    """Resolves the sources of one article, in text order."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        quotes: Sequence[Quote],
        entities: Sequence[Entity],
    ) -> None:
        self.prose = article.prose
        self.named = name_at(entities)
        quoted = sorted(span for quote in quotes if quote.kind == "direct" for span in quote.spans)
        gender = genders(article, sentences, entities)
        self.antecedents = Antecedents(article, sentences, self.named, gender, quoted)
        self.holders = _holders_of_offices(article, sentences, entities)
        self.starts = [sentence.span.start for sentence in sentences]
        self.described = ""  # the latest source that is a description, and its sentence
        self.described_in = -1

    def speaker(self, mention: Span) -> str | None:
        """Return the name of a source, or None."""
        text = " ".join(mention.of(self.prose).split())
        lower = text.lower()
        if lower in _OF_THE_TALK:
            return None
        entity = self._entity(mention, lower)
        if entity is None and lower in _PERSONAL | _RELATIVE:
            # "Residents … They said": a group that was the source before.
            return self.described if lower == "they" and self._group_spoke(mention) else None
        self.antecedents.heard(entity)
        self.described = "" if entity else text
        self.described_in = self._sentence_of(mention)
        return entity.name if entity else text

    def _sentence_of(self, mention: Span) -> int:
        return bisect_right(self.starts, mention.start) - 1

    def _group_spoke(self, mention: Span) -> bool:
        """Tell whether the source of this sentence or the one before is a description."""
        return bool(self.described) and self._sentence_of(mention) - self.described_in <= 1

    def _entity(self, mention: Span, lower: str) -> Entity | None:
        if lower in _RELATIVE:
            return self._named_before(mention)
        if lower == "they" and self._group_spoke(mention):
            return None
        if lower in _PERSONAL:
            return self.antecedents.of(lower, mention.start)
        return self._named_by(mention) or self._by_office(lower)

    def _named_by(self, mention: Span) -> Entity | None:
        """Return the entity that a noun phrase names, None where it only holds a name ("Roe's lawyer")."""
        within = self.named.within(mention)
        if not within:
            return None
        span, entity = within[-1]
        behind = self.prose[span.end : mention.end].strip()
        before = self.prose[mention.start : span.start].lower().split()
        if behind and behind[0] not in ",(":
            return None
        while before and before[-1].rstrip(".") in HONORIFICS | OFFICES:
            before.pop()
        if len(within) > 1 and (entity.label != "PER" or "and" in before):
            return None
        return None if before and before[-1] in _HOLDS_A_NAME else entity

    def _by_office(self, lower: str) -> Entity | None:
        """Return the one person whose title a definite description repeats: "the minister"."""
        words = lower.split()
        if not 1 < len(words) <= MAX_OFFICE_WORDS or words[0] not in {"the", "his", "her"}:
            return None
        return self.holders.get(words[-1])

    def _named_before(self, mention: Span) -> Entity | None:
        """Return the name that a relative pronoun follows."""
        before = self.named.within(Span(max(0, mention.start - 200), mention.start))
        if not before:
            return None
        span, entity = before[-1]
        between = self.prose[span.end : mention.start]
        described = between.lstrip().startswith(",") and len(between.split()) <= MAX_DESCRIPTION_WORDS
        return entity if described or not between.strip(" ,\n") else None


def _holders_of_offices(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> dict[str, Entity]:
    """Index people by the titles before their names; an office that two people hold is nobody's."""
    reader = TitleReader(article, sentences)
    holders: dict[str, Entity | None] = {}
    for entity in entities:
        if entity.label == "PER":
            for title in sorted({title for mention in entity.mentions for title in reader.before(mention)}):
                holders[title] = entity if holders.get(title, entity) is entity else None
    return {title: entity for title, entity in holders.items() if entity is not None}
