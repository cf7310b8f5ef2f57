"""What the article says of those whom it names, against the words of a source: "the barber", "the report"."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.documents import Documents
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.noun_phrases import named_by
from newscli.analysis.speakers.source import Source, may_mean
from newscli.analysis.words import SentenceWords
from newscli.english.nouns import DOCUMENTS
from newscli.model import Entity, Quote, Span
from newscli.spans import SpanIndex

# Bodies that are known by a noun: "the report", "the ministry".
MAX_KNOWN: Final = 6
# Mentions of an entity beside which nouns are looked for.
MAX_BESIDE: Final = 3
# "A letter from the office of": who made it follows.
_MAKER: Final = re.compile(r"\b(?:by|from) ")


class Known:
    """What is known of the entities of one article."""

    def __init__(
        self,
        prose: str,
        words: Sequence[SentenceWords],
        quotes: Sequence[Quote],
        named: NamedSpans,
        descriptions: Descriptions,
    ) -> None:
        self._prose, self._words, self._named = prose, words, named
        self._sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self._descriptions = descriptions
        mentions = sorted({quote.mention for quote in quotes if quote.mention})
        sources = [(mention, entity) for mention in mentions if (entity := named_by(prose, mention, named))]
        self._speaks = Counter(entity.mentions[0] for _, entity in sources)
        self._documents = Documents(words, named, sources)
        self._by_word = _bodies_by_word({entity.mentions[0]: entity for _, entity in named.found}.values())
        self._beside: dict[Span, frozenset[str]] = {}

    def called(self, source: Source) -> tuple[Entity, ...]:
        """Return those whom the article calls by the noun of a source."""
        return self._descriptions.called(source.noun) if source.is_described else ()

    def is_called(self, entity: Entity, source: Source) -> bool:
        """Return whether the article calls an entity by the noun of a source."""
        return any(one is entity for one in self.called(source))

    def may_speak(self, entity: Entity, source: Source, mention: Span) -> bool:
        """Return whether a spokesperson or a document may be the voice of an entity, any other source of all.

        "Roe's spokesman" is nobody whom the article does not call one, and no body; "a spokesman for the
        council" is not that of a ferry line, nor "the Ord spokesman" that of the Daily Post. "A letter from
        the office of Ann Roe" is the letter of no one else.
        """
        is_document = source.noun in DOCUMENTS
        if not (is_document or source.is_spokesperson):
            return True
        if source.is_spokesperson and entity.label == "PER":
            return self.is_called(entity, source)
        within = self._named.within(mention)
        inside = [one for _, one in within]
        if is_document:
            is_told = any(_MAKER.search(self._prose, mention.start, span.start) for span, _ in within)
            return entity in inside or not is_told
        if entity not in inside:
            if source.serves_person or any(one.label == "PER" for one in inside):
                return False
            if source.served_names and not any(may_mean(word, entity) for word in source.served_names):
                return False
        return not any(self._descriptions.is_other_body(("the", word), entity) for word in source.served)

    def meant_by(self, source: Source) -> tuple[Entity, ...]:
        """Return whom it may mean wherever they are named: the called, makers, bodies of such a name."""
        if not source.is_definite:
            return self.called(source)
        makers = self._documents.makers(source.noun)[:MAX_KNOWN]
        bodies = (*makers, *self._by_word.get(source.noun, ()))
        return (*self.called(source), *bodies[:MAX_KNOWN])

    def has_made(self, entity: Entity, source: Source) -> bool:
        """Return whether the article says that an entity made what a source is called: "the letter"."""
        return source.is_definite and self._documents.is_by(source.noun, entity)

    def is_against(self, entity: Entity, source: Source) -> bool:
        """Return whether a source is a suit against an entity, whose words it is not then."""
        return self._documents.is_against(source.noun, entity)

    def features(self, entity: Entity, source: Source, *, is_inside: bool) -> Iterator[tuple[str, float]]:
        """Yield what the article says of an entity that the source says too, and where it speaks by name.

        Args:
            entity: The entity.
            source: The source.
            is_inside: Whether the source names the entity.
        """
        made = self._documents.is_by(source.noun, entity)
        yield "kind", float(source.is_of_kind(entity))
        yield "noun beside name", float(source.noun in self._words_beside(entity))
        yield "made it", float(made)
        yield "made it, in source", float(made and is_inside)
        yield "speaks by name", math.log1p(self._speaks.get(entity.mentions[0], 0))
        if source.is_described:
            called = self.called(source)
            is_called = any(one is entity for one in called)
            otherwise = entity.label == "PER" and self._descriptions.is_called_otherwise(entity, source.noun)
            yield "called", float(is_called)
            yield "called otherwise", float(otherwise)
            yield "another is called so", float(bool(called) and not is_called)
            if source.is_definite and len(called) == 1:
                yield "alone called so" if is_called else "another alone is called so", 1.0
            if source.is_spokesperson:
                served = self._descriptions.bodies_of(source.served)
                yield "it is served", float(entity.mentions[0] in served)
                yield "another is served", float(bool(served) and entity.mentions[0] not in served)
                yield "anybody is served", float(not source.served and entity.label == "ORG")
            yield "another kind of body", float(source.is_other_body(entity))
            is_known = is_called or is_inside or source.is_named_in(entity)
            yield "body, specified", float(source.is_specified and entity.label != "PER" and not is_known)

    def _words_beside(self, entity: Entity) -> frozenset[str]:
        """Return the words of the sentences in which an entity is named first."""
        first = entity.mentions[0]
        if first not in self._beside:
            at = {self._sentences.at(mention.start) for mention in entity.mentions[:MAX_BESIDE]}
            self._beside[first] = frozenset(
                word for n in at if n is not None for word in self._words[n].lower
            )
        return self._beside[first]


def _bodies_by_word(entities: Collection[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Index the bodies and places of an article by the words of their names, in lower case."""
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.label in {"ORG", "LOC"}:
            for word in dict.fromkeys(entity.name.lower().split()):
                found[word].append(entity)
    return found
