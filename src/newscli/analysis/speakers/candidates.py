"""Whom a source may mean, and what speaks for each: the features of a small fitted model.

A candidate is an entity that is named near, that the reader points to or that a rule gives; and nobody, for
what only the source's own words tell. The weights of the features stand in ``weights.py``; a candidate's
chance is the softmax of their sums.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newscli.analysis.speakers.confidence import Form
from newscli.analysis.speakers.descriptions import chief_noun
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.noun_phrases import head
from newscli.analysis.speakers.pointed import Chances, Pointed
from newscli.analysis.speakers.weights import WEIGHTS
from newscli.english.grammar import DEFINITE_DETERMINERS
from newscli.english.nouns import BODIES, DOCUMENTS
from newscli.english.pronouns import GENDER_OF_PRONOUN
from newscli.english.titles import Gender
from newscli.model import Article, Entity, Quote, Span
from newscli.spans import SpanIndex

# Names before and behind a source that are looked at; of a list of names nobody is meant.
MAX_NEAR: Final = 24
# What the article is about may be meant wherever it was named last.
MAX_SALIENT: Final = 3
# A pointer's chance is never so small or great that it settles the matter.
_LEAST: Final = 0.005

Features = Mapping[str, float]


class Candidate(NamedTuple):
    """Whom a source may mean.

    Attributes:
        entity: Who; None for nobody who is named.
        features: What speaks for it, by name; those that are 0 may be missing.
    """

    entity: Entity | None
    features: Features


class Heard(NamedTuple):
    """A source that was resolved: where it stands, in which block, and who it is."""

    start: int
    block: int
    entity: Entity | None


class _Source:
    """The words of a source, and whom they can mean."""

    def __init__(self, text: str, genders: Mapping[str, Gender]) -> None:
        self._word = text.lower()
        self._genders = genders
        words = head(text)
        self._introduces = len(words) > 1 and words[0].lower() in {"a", "an", "another", "one", "some"}
        noun = words[chief_noun(words)].strip(".,’'") if words else ""
        several = noun.islower() and noun.endswith("s") and not noun.endswith("ss")
        self._noun = noun.lower()
        self._is_of_one = not (several or self._noun in BODIES or self._noun in DOCUMENTS)

    def agrees(self, entity: Entity) -> bool:
        """Return whether the source agrees with an entity in gender and number."""
        gender = GENDER_OF_PRONOUN.get(self._word)
        if gender is not None:
            return entity.label == "PER" and self._genders.get(entity.name, gender) == gender
        return entity.label != "PER" or (self._is_of_one and self._word not in {"it", "they"})

    def is_new_to(self, entity: Entity, start: int) -> bool:
        """Return whether the source introduces somebody, and so nobody who was named before it."""
        return self._introduces and entity.label == "PER" and entity.mentions[0].start < start

    def is_named_in(self, entity: Entity) -> bool:
        """Return whether a name has the noun of the source: "the ministry" and "Ministry of Trade"."""
        return self._noun in entity.name.lower().split()


def _by_salience(entity: Entity) -> tuple[float, Span]:
    return -entity.salience, entity.mentions[0]


class Candidates:
    """Finds the candidates of an article's sources."""

    def __init__(
        self,
        article: Article,
        sentences: SpanIndex,
        quotes: Sequence[Quote],
        named: NamedSpans,
        pointed: Pointed,
        genders: Mapping[str, Gender],
    ) -> None:
        self._prose = article.prose
        self._blocks = SpanIndex(block.span for block in article.blocks)
        self._sentences = sentences
        self._named = named
        self._pointed = pointed
        self._genders = genders
        entities = {entity.mentions[0]: entity for _, entity in named.found}.values()
        self._salient = sorted(entities, key=_by_salience)[:MAX_SALIENT]
        quoted = sorted({span for quote in quotes if quote.kind == "direct" for span in quote.spans})
        self._in_quotes = SpanIndex(
            span for number, span in enumerate(quoted) if not number or quoted[number - 1].end <= span.start
        )
        self._mentions: dict[Span, SpanIndex] = {}

    def block_at(self, offset: int) -> int:
        """Return the number of the block that holds or precedes a character; -1 for none."""
        block = self._blocks.before(offset)
        return -1 if block is None else block

    def of(
        self,
        quote: Quote,
        ruled: Entity | None,
        before: Heard | None,
        behind: Heard | None,
        around: Entity | None,
    ) -> list[Candidate]:
        """Return whom a quote's source may mean; nobody comes first.

        Args:
            quote: The quote.
            ruled: Whom the rules give.
            before: The source of the quote before.
            behind: That of the quote behind, if it is a name.
            around: Who says the quotation in which the quote stands.
        """
        start = (quote.mention or quote.spans[0]).start
        by_source = self._pointed.by_source(quote.mention) if quote.mention else None
        by_content = self._pointed.by_content(quote)
        if quote.mention is not None:
            # Where the reader sees no source, its content alone shows whose it is, and the other way round.
            by_source = by_content if by_source is None else by_source
        by_content = by_source if by_content is None else by_content
        source = _Source(quote.mention.of(self._prose) if quote.mention else "", self._genders)
        entities = self._near(start)
        for chances in (by_source or {}, by_content or {}):
            entities |= {first: chance.entity for first, chance in chances.items()}
        heard = (one.entity for one in (before, behind) if one is not None)
        entities |= {
            one.mentions[0]: one for one in (ruled, around, *heard, *self._salient) if one is not None
        }
        found = [Candidate(None, dict(self._of_nobody(quote, ruled, by_source, by_content)))]
        for entity in filter(source.agrees, entities.values()):
            if entity is not ruled and (self._is_where(entity, quote) or source.is_new_to(entity, start)):
                continue
            features = {
                "ruled": float(entity is ruled),
                "around": float(entity is around),
                "salience": entity.salience,
                "person": float(entity.label == "PER"),
                "noun in name": float(source.is_named_in(entity)),
            }
            features |= self._pointers(entity, by_source, by_content)
            features |= self._places(entity, quote, start)
            features |= self._heard("before", entity, start, before)
            features |= self._heard("behind", entity, start, behind)
            found.append(Candidate(entity, {name: value for name, value in features.items() if value}))
        return found

    def _is_where(self, entity: Entity, quote: Quote) -> bool:
        """Return whether a place only says which source it is: "the harbour board of Sandwick"."""
        named = quote.mention is not None and bool(self._index_of(entity).meeting(quote.mention))
        return named and entity.label == "LOC"

    def _near(self, start: int) -> dict[Span, Entity]:
        """Return those who are named shortly before a source, or right behind it."""
        at = self._named.index.behind(start)
        pairs = self._named.found[max(0, at - MAX_NEAR) : at + 2]
        return {entity.mentions[0]: entity for _, entity in pairs}

    def _of_nobody(
        self, quote: Quote, ruled: Entity | None, by_source: Chances | None, by_content: Chances | None
    ) -> Iterator[tuple[str, float]]:
        yield "nobody", 1.0
        yield "nobody ruled", float(ruled is None)
        for role, chances in (("source", by_source), ("content", by_content)):
            known = chances.values() if chances else ()
            yield f"nobody by {role}", _odds(1 - sum(chance.chance for chance in known))
        words = quote.mention.of(self._prose).lower().split() if quote.mention else []
        yield "nobody indefinite", float(bool(words) and words[0] not in DEFINITE_DETERMINERS)

    def _pointers(
        self, entity: Entity, by_source: Chances | None, by_content: Chances | None
    ) -> Iterator[tuple[str, float]]:
        for role, chances in (("source", by_source), ("content", by_content)):
            if chances is None:
                continue
            chance = chances.get(entity.mentions[0])
            yield role, _odds(chance.chance if chance else 0.0)

    def _places(self, entity: Entity, quote: Quote, start: int) -> Iterator[tuple[str, float]]:
        """Yield how near an entity was named, and how."""
        index = self._index_of(entity)
        last = index.before(start - 1)
        if last is not None:
            mention = entity.mentions[last]
            here, there = self._sentences.before(start) or 0, self._sentences.before(mention.start) or 0
            yield "near", 1 / (1 + here - there)
            if here - there <= 1:
                first = self._named.index.behind(self._sentences[there].start)
                yield "opens sentence", float(self._named.index[first] == mention)
            yield "same sentence", float(here == there)
            yield "in quotation", float(self._in_quotes.at(mention.start) is not None)
            yield "same paragraph", float(self.block_at(mention.start) == self.block_at(start))
        if quote.mention is not None:
            yield "in source", float(bool(index.meeting(quote.mention)))
        yield "in content", float(any(index.meeting(span) for span in quote.spans))

    def _index_of(self, entity: Entity) -> SpanIndex:
        first = entity.mentions[0]
        if first not in self._mentions:
            self._mentions[first] = SpanIndex(entity.mentions)
        return self._mentions[first]

    def _heard(
        self, name: str, entity: Entity, start: int, other: Heard | None
    ) -> Iterator[tuple[str, float]]:
        if other is not None and other.entity is entity:
            apart = abs(other.block - self.block_at(start))
            if apart == 0:
                yield f"spoke {name}, same paragraph", 1.0
            elif apart == 1:
                yield f"spoke {name}, next paragraph", 1.0


def _odds(chance: float) -> float:
    """Return the logarithm of a chance, bounded."""
    return math.log(max(_LEAST, chance)) - math.log(_LEAST)


def chances_of(form: Form, candidates: Sequence[Candidate]) -> list[float]:
    """Return the chance of each candidate, together 1."""
    weights = WEIGHTS[form]
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in one.features.items()) for one in candidates
    ]
    best = max(scores)
    grown = [math.exp(score - best) for score in scores]
    total = sum(grown)
    return [one / total for one in grown]
