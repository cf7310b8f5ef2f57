"""Whom a source may mean, and what speaks for each: the features of a small fitted model.

A candidate is an entity that is named near, that the reader points to or that a rule gives; and nobody, for
what only the source's own words tell. ``engines/speakers.py`` weighs the features; a candidate's chance is
the softmax of the scores.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newscli.analysis.names.described import is_person
from newscli.analysis.speakers.confidence import Form
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.documents import HANDED, is_another_by
from newscli.analysis.speakers.focus import Focuses
from newscli.analysis.speakers.known import Known
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.noun_phrases import is_in_clause
from newscli.analysis.speakers.pointed import Chances, Pointed
from newscli.analysis.speakers.source import Source
from newscli.analysis.speakers.trial import COURT_PARTS
from newscli.analysis.speakers.unnamed import UnnamedPeople
from newscli.analysis.words import SentenceWords
from newscli.engines.speakers import weigh
from newscli.english.clauses import BE_FORMS
from newscli.english.cues import ASKING, TOLD_OF
from newscli.english.grammar import DEFINITE_DETERMINERS, GOVERNING
from newscli.english.name_parts import POSSESSIVES
from newscli.english.nouns import DOCUMENTS, MADE, OUTSIDERS
from newscli.english.titles import TITLES, Gender
from newscli.english.words import word_set
from newscli.model import HEADLINES, Article, Entity, Quote, Span
from newscli.spans import SpanIndex, outermost

# Names before and behind a source that are looked at; of a list of names nobody is meant.
MAX_NEAR: Final = 24
# What the article is about may be meant wherever it was named last.
MAX_SALIENT: Final = 3
# A pointer's chance is never so small or great that it settles the matter.
_LEAST: Final = 0.005

# "An aunt of Roe", "an adviser to Roe".
_RELATING: Final = word_set("for of to with")

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
    """A source that was resolved.

    Attributes:
        start: Where it stands.
        block: In which block.
        entity: Who it is; None for somebody without a name.
        is_unnamed: Whether it is somebody without a name, of whom the article gives a description.
    """

    start: int
    block: int
    entity: Entity | None
    is_unnamed: bool = False


class Spoken(NamedTuple):
    """The sources around a quote.

    Attributes:
        before: That of the quote before.
        earlier: That of the last quote before it that is somebody else's.
        behind: That of the quote behind, if it is a name.
    """

    before: Heard | None = None
    earlier: Heard | None = None
    behind: Heard | None = None


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
        descriptions: Descriptions,
        shown: Mapping[str, Gender],
        likely: Mapping[str, Gender],
    ) -> None:
        self._prose = article.prose
        self._blocks = SpanIndex(block.span for block in article.blocks)
        self._sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self._words, self._named = words, named
        self._unnamed, self._pointed = unnamed, pointed
        self._genders = shown, likely
        entities = {entity.mentions[0]: entity for _, entity in named.found}.values()
        self._salient = sorted(entities, key=_by_salience)[:MAX_SALIENT]
        quoted = sorted({span for quote in quotes if quote.kind == "direct" for span in quote.spans})
        self._in_quotes = SpanIndex(outermost(quoted))
        self._focuses = Focuses(article, words, named, self._in_quotes)
        self._headlines = SpanIndex(block.span for block in article.blocks if block.role in HEADLINES)
        body = (number for number, block in enumerate(article.blocks) if block.role == "body")
        self._lead = next(body, -1)
        self._mentions: dict[Span, SpanIndex] = {}
        self._known = Known(article.prose, words, quotes, named, descriptions)

    def block_at(self, offset: int) -> int:
        """Return the number of the block that holds or precedes a character; -1 for none."""
        block = self._blocks.before(offset)
        return -1 if block is None else block

    def of(
        self,
        quote: Quote,
        ruled: Entity | None,
        spoken: Spoken,
        around: Entity | None,
        *,
        goes_on: bool = False,
    ) -> list[Candidate]:
        """Return whom a quote's source may mean; nobody comes first.

        Args:
            quote: The quote.
            ruled: Whom the rules give.
            spoken: The sources around it.
            around: Who says the quote in which this one stands.
            goes_on: Whether it is a pronoun that may go on with the source before, which has no name.
        """
        before = spoken.before
        start = (quote.mention or quote.spans[0]).start
        by_source, by_content = self._pointers_of(quote)
        source = Source(quote.mention.of(self._prose) if quote.mention else "", *self._genders)
        heard = (one.entity for one in spoken if one is not None)
        others = (ruled, around, *heard, *self._known.meant_by(source))
        entities = self._in_reach(start, (by_source or {}, by_content or {}), others)
        focus = self._focuses.at(start, quote, source.agrees)
        nobody = dict(self._of_nobody(quote, ruled, by_source, by_content))
        nobody |= self._unnamed_before(source, start)
        nobody |= self._of_nobody_heard(source, start, before)
        nobody["nobody goes on"] = float(goes_on)
        found = [Candidate(None, nobody)]
        for entity in entities:
            elsewhere = self._is_where(entity, quote) or source.is_new_to(entity, start)
            may_be = self._may_be(entity, quote, source, is_ruled=entity is ruled)
            is_own = source.is_of_speaker and entity is around
            if not may_be or is_own or (elsewhere and entity is not ruled):
                continue
            features = dict(self._basics(entity, source, ruled, around))
            is_inside = quote.mention is not None and bool(self._index_of(entity).meeting(quote.mention))
            features |= self._known.features(entity, source, is_inside=is_inside)
            features |= self._pointers(entity, by_source, by_content)
            features |= self._places(entity, quote, source, start)
            features |= self._spoken(entity, start, spoken)
            features |= focus.features(entity, source, spoke=before is not None and before.entity is entity)
            features |= self._behind(entity, source, start)
            found.append(Candidate(entity, {name: value for name, value in features.items() if value}))
        return found

    def _basics(
        self, entity: Entity, source: Source, ruled: Entity | None, around: Entity | None
    ) -> Iterator[tuple[str, float]]:
        yield "ruled", float(entity is ruled)
        yield "ruled, specified", float(entity is ruled and source.is_specified)
        yield "ruled, who", float(entity is ruled and source.is_relative)
        yield "around", float(entity is around)
        yield "salience", entity.salience
        yield "person", float(entity.label == "PER")
        yield "noun in name", float(source.is_named_in(entity))
        yield "gender", source.suits(entity)

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

    def _of_nobody_heard(
        self, source: Source, start: int, before: Heard | None
    ) -> Iterator[tuple[str, float]]:
        """Yield what speaks for somebody without a name: who spoke before, and what kind of source it is."""
        if before is not None and before.is_unnamed:
            apart = abs(before.block - self.block_at(start))
            yield f"nobody spoke before, {apart}", float(apart <= 1)
        yield f"nobody {source.pronoun}", float(bool(source.pronoun))
        yield "nobody is called so", float(source.is_described and not self._known.called(source))
        yield "nobody of theirs", float(source.is_possessed)
        yield "nobody of several", float(source.is_several)
        yield "nobody in headline", float(self._headlines.at(start) is not None)

    def _behind(self, entity: Entity, source: Source, start: int) -> Iterator[tuple[str, float]]:
        """Yield that an entity is named only behind a source, which headlines and first paragraphs may do."""
        if entity.mentions[0].start > start:
            yield "behind", 1.0
            in_headline = self._headlines.at(start) is not None
            may_be_told_later = entity.label == "PER" or source.is_named_in(entity)
            if may_be_told_later and self.block_at(start) <= self._lead:
                yield "behind headline" if in_headline else "behind lead", 1.0

    def _may_be(self, entity: Entity, quote: Quote, source: Source, *, is_ruled: bool) -> bool:
        """Return whether a source can mean an entity.

        "Roe's wife" is not Roe, but "Roe's statement" is; who says something of Roe is not Roe either.
        """
        # A headline without a source may be by whom it names: "Roe 'gives up' the harbour".
        is_odd = quote.kind == "mixed" and quote.paragraph is not None and not quote.cue
        is_bare = quote.mention is None and (is_odd or quote.kind == "direct")
        if is_bare and entity.label == "LOC":
            return False  # no town speaks in a bare quotation
        if self._owns(entity, quote):
            return source.noun.removesuffix("s") in MADE
        if self._is_of_another(entity, quote, source):
            return False
        speaks = quote.mention is None or self._known.may_speak(entity, source, quote.mention)
        if not speaks or self._known.is_against(entity, source):
            return False
        is_one = source.is_gendered or (is_bare and entity.label == "PER")
        if is_one and any(self._index_of(entity).meeting(span) for span in quote.spans):
            return False
        if not is_ruled and not source.is_held_by(entity):
            return False
        # "The prosecution", or "the letter", may be one person's where the article says whose it is.
        is_told = (is_ruled and source.noun in COURT_PARTS) or self._known.has_made(entity, source)
        return source.agrees(entity) or is_told

    def _owns(self, entity: Entity, quote: Quote) -> bool:
        """Return whether a source is somebody's: "Roe's wife"."""
        if entity.label != "PER" or quote.mention is None:
            return False
        index = self._index_of(entity)
        behind = (self._prose[index[n].end : quote.mention.end].split() for n in index.meeting(quote.mention))
        return any(len(words) > 1 and words[0].replace("’", "'") in POSSESSIVES for words in behind)

    def _beside(self, entity: Entity, mention: Span | None) -> tuple[list[str], list[str]] | None:
        """Return the words of a source before and behind a name in it, in lower case; None for no name."""
        meeting = self._index_of(entity).meeting(mention) if mention is not None else ()
        if not meeting or mention is None:
            return None
        name = self._index_of(entity)[meeting[0]]
        before, behind = self._prose[mention.start : name.start], self._prose[name.end : mention.end]
        return before.lower().split(), behind.lower().split()

    def _is_of_another(self, entity: Entity, quote: Quote, source: Source) -> bool:
        """Return whether a source is somebody else: "the aunt of the winger Roe", "Ferry Board watchers"."""
        before, behind = self._beside(entity, quote.mention) or ([], [])
        noun = source.noun.removesuffix("s")
        is_body = bool(before) and entity.label != "PER"
        if (is_body and noun in OUTSIDERS) or any(one.removesuffix("s") in OUTSIDERS for one in behind[:1]):
            return True
        if source.noun not in DOCUMENTS and is_in_clause(before):
            return True
        while before and (is_person(before[-1].rstrip(".")) or before[-1] in DEFINITE_DETERMINERS):
            before.pop()
        if len(before) > 1 and before[-1] in {"by", "to"} and is_another_by(before):
            return True
        return len(before) > 1 and before[-1] in _RELATING and entity.label == "PER" and is_person(noun)

    def _is_where(self, entity: Entity, quote: Quote) -> bool:
        """Return whether a name only says which source it is, or who has it.

        "The harbour board of Sandwick", "figures seen by the Gazette".
        """
        beside = self._beside(entity, quote.mention)
        before = beside[0] if beside else []
        before = before[: -1 if before[-1:] == ["the"] else None]
        has_it = len(before) > 1 and before[-1] in HANDED.get(before[-2], ())
        return beside is not None and (entity.label == "LOC" or has_it)

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
        *before, last = " ".join(span.of(self._prose) for span in quote.cue).lower().split() or [""]
        yield "nobody in passive", float(last in TOLD_OF and not BE_FORMS.isdisjoint(before))

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

    def _spoken(self, entity: Entity, start: int, spoken: Spoken) -> Iterator[tuple[str, float]]:
        """Yield whether an entity says one of the quotes around, in the same or the next paragraph."""
        for name, other in zip(spoken._fields, spoken, strict=True):
            if other is not None and other.entity is entity:
                apart = abs(other.block - self.block_at(start))
                if apart <= 1:
                    yield f"spoke {name}, {'next' if apart else 'same'} paragraph", 1.0


def _odds(chance: float) -> float:
    """Return the logarithm of a chance, bounded."""
    return math.log(max(_LEAST, chance)) - math.log(_LEAST)


def chances_of(form: Form, candidates: Sequence[Candidate]) -> list[float]:
    """Return the chance of each candidate, together 1."""
    scores = weigh(form, [one.features for one in candidates])
    best = max(scores)
    grown = [math.exp(score - best) for score in scores]
    total = sum(grown)
    return [one / total for one in grown]
