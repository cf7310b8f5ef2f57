"""Whom a source may mean, and what speaks for each: the features of a small fitted model.

A candidate is an entity that is named near, that the reader points to or that a rule gives; and nobody, for
what only the source's own words tell. The weights of the features stand in ``weights.py``; a candidate's
chance is the softmax of their sums.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newscli.analysis.speakers.confidence import Form
from newscli.analysis.speakers.documents import Documents
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.noun_phrases import named_by
from newscli.analysis.speakers.pointed import Chances, Pointed
from newscli.analysis.speakers.source import Source
from newscli.analysis.speakers.unnamed import UnnamedPeople
from newscli.analysis.speakers.weights import WEIGHTS
from newscli.analysis.words import SentenceWords
from newscli.english.cues import ASKING
from newscli.english.grammar import DEFINITE_DETERMINERS, GOVERNING
from newscli.english.name_parts import POSSESSIVES
from newscli.english.nouns import UTTERANCES
from newscli.english.titles import TITLES, Gender
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


def _by_salience(entity: Entity) -> tuple[float, Span]:
    return -entity.salience, entity.mentions[0]


class Candidates:
    """Finds the candidates of an article's sources."""

    def __init__(
        self,
        article: Article,
        words: Sequence[SentenceWords],
        quotes: Sequence[Quote],
        named: NamedSpans,
        pointed: Pointed,
        unnamed: UnnamedPeople,
        shown: Mapping[str, Gender],
        likely: Mapping[str, Gender],
    ) -> None:
        self._prose = article.prose
        self._blocks = SpanIndex(block.span for block in article.blocks)
        self._sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self._words = words
        self._unnamed = unnamed
        self._documents = Documents(words, named)
        self._named = named
        self._pointed = pointed
        self._genders = shown, likely
        entities = {entity.mentions[0]: entity for _, entity in named.found}.values()
        self._salient = sorted(entities, key=_by_salience)[:MAX_SALIENT]
        quoted = sorted({span for quote in quotes if quote.kind == "direct" for span in quote.spans})
        self._in_quotes = SpanIndex(
            span for number, span in enumerate(quoted) if not number or quoted[number - 1].end <= span.start
        )
        self._mentions: dict[Span, SpanIndex] = {}
        self._beside: dict[Span, frozenset[str]] = {}
        sources = (named_by(article.prose, quote.mention, named) for quote in quotes if quote.mention)
        self._speaks = Counter(entity.mentions[0] for entity in sources if entity is not None)

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
        by_source, by_content = self._pointers_of(quote)
        source = Source(quote.mention.of(self._prose) if quote.mention else "", *self._genders)
        heard = (one.entity for one in (before, behind) if one is not None)
        entities = self._in_reach(start, (by_source or {}, by_content or {}), (ruled, around, *heard))
        nobody = dict(self._of_nobody(quote, ruled, by_source, by_content))
        nobody |= self._unnamed_before(source, start)
        found = [Candidate(None, nobody)]
        for entity in entities:
            elsewhere = self._is_where(entity, quote) or source.is_new_to(entity, start)
            if not self._may_be(entity, quote, source) or (elsewhere and entity is not ruled):
                continue
            features = {
                "ruled": float(entity is ruled),
                "around": float(entity is around),
                "salience": entity.salience,
                "person": float(entity.label == "PER"),
                "noun in name": float(source.is_named_in(entity)),
                "gender": source.suits(entity),
            }
            features |= self._kinds(entity, source)
            features |= self._pointers(entity, by_source, by_content)
            features |= self._places(entity, quote, source, start)
            features |= self._heard("before", entity, start, before)
            features |= self._heard("behind", entity, start, behind)
            found.append(Candidate(entity, {name: value for name, value in features.items() if value}))
        return found

    def _pointers_of(self, quote: Quote) -> tuple[Chances | None, Chances | None]:
        """Return whom the reader takes a source for, and whom it takes for the one who says the content.

        Where it sees no source, the content alone shows whose it is, and the other way round.
        """
        by_source = self._pointed.by_source(quote.mention) if quote.mention else None
        by_content = self._pointed.by_content(quote)
        if quote.mention is not None:
            by_source = by_content if by_source is None else by_source
        return by_source, by_source if by_content is None else by_content

    def _unnamed_before(self, source: Source, start: int) -> Iterator[tuple[str, float]]:
        """Yield how near somebody without a name was introduced, nearer than anybody who has one."""
        noun = self._unnamed.before(start, source.gender)
        if noun is not None:
            here, there = self._sentences.before(start) or 0, self._sentences.before(noun.start) or 0
            yield "nobody introduced", 1 / (1 + here - there)
        yield "nobody of this noun", float(source.is_definite and self._unnamed.is_known(source.noun, start))

    def _kinds(self, entity: Entity, source: Source) -> Iterator[tuple[str, float]]:
        """Yield what the article says of an entity that the source says too, and where it speaks by name."""
        yield "kind", float(source.is_of_kind(entity))
        yield "noun beside name", float(source.noun in self._words_beside(entity))
        yield "made it", float(self._documents.is_by(source.noun, entity))
        yield "speaks by name", math.log1p(self._speaks.get(entity.mentions[0], 0))

    def _words_beside(self, entity: Entity) -> frozenset[str]:
        """Return the words of the sentences in which an entity is named first."""
        first = entity.mentions[0]
        if first not in self._beside:
            at = {self._sentences.at(mention.start) for mention in entity.mentions[:3]}
            self._beside[first] = frozenset(
                word for n in at if n is not None for word in self._words[n].lower
            )
        return self._beside[first]

    def _may_be(self, entity: Entity, quote: Quote, source: Source) -> bool:
        """Return whether a source can mean an entity.

        "Roe's wife" is not Roe, but "Roe's statement" is; "he said that Roe …" is not Roe either.
        """
        if self._owns(entity, quote):
            return source.noun.removesuffix("s") in UTTERANCES
        index = self._index_of(entity)
        if source.is_gendered and any(index.meeting(span) for span in quote.spans):
            return False
        return source.agrees(entity)

    def _owns(self, entity: Entity, quote: Quote) -> bool:
        """Return whether a source is somebody's: "Roe's wife"."""
        if entity.label != "PER" or quote.mention is None:
            return False
        index = self._index_of(entity)
        behind = (self._prose[index[n].end : quote.mention.end].split() for n in index.meeting(quote.mention))
        return any(len(words) > 1 and words[0].replace("’", "'") in POSSESSIVES for words in behind)

    def _is_where(self, entity: Entity, quote: Quote) -> bool:
        """Return whether a place only says which source it is: "the harbour board of Sandwick"."""
        named = quote.mention is not None and bool(self._index_of(entity).meeting(quote.mention))
        return named and entity.label == "LOC"

    def _in_reach(
        self, start: int, pointed: Sequence[Chances], others: Sequence[Entity | None]
    ) -> Collection[Entity]:
        """Return those named shortly before a source or right behind it, those pointed to, and others."""
        at = self._named.index.behind(start)
        pairs = self._named.found[max(0, at - MAX_NEAR) : at + 2]
        found = {entity.mentions[0]: entity for _, entity in pairs}
        for chances in pointed:
            found |= {first: chance.entity for first, chance in chances.items()}
        found |= {one.mentions[0]: one for one in (*others, *self._salient) if one is not None}
        return found.values()

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

    def _places(
        self, entity: Entity, quote: Quote, source: Source, start: int
    ) -> Iterator[tuple[str, float]]:
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
            before = self._word_before(mention)
            yield "governed", float(before in GOVERNING)
            yield "was asked", float(before in ASKING)
            yield "same sentence", float(here == there)
            yield "in quotation", float(self._in_quotes.at(mention.start) is not None)
            yield "same paragraph", float(self.block_at(mention.start) == self.block_at(start))
        if quote.mention is not None:
            inside = bool(index.meeting(quote.mention))
            yield "in source", float(inside)
            yield "its people", float(inside and source.is_of_people and entity.label != "PER")
        yield "in content", float(any(index.meeting(span) for span in quote.spans))

    def _word_before(self, mention: Span) -> str:
        """Return the word before a name and its titles, in lower case; "" if it opens its sentence."""
        at = self._sentences.at(mention.start)
        if at is None:
            return ""
        words = self._words[at]
        first = words.index.behind(mention.start) - 1
        while first >= 0 and words.lower[first].rstrip(".") in TITLES | {""}:
            first -= 1
        return words.lower[first] if first >= 0 else ""

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
