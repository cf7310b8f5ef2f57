"""Whom the sources of one article mean, taken in text order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from newscli.analysis.names.described import is_person
from newscli.analysis.names.titles import TitleReader
from newscli.analysis.speakers.barred import Barred
from newscli.analysis.speakers.candidates import Candidate, Candidates, Heard, Spoken, chances_of
from newscli.analysis.speakers.confidence import Form
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.first_person import Talk
from newscli.analysis.speakers.genders import likely_genders, shown_genders
from newscli.analysis.speakers.labels import Labels
from newscli.analysis.speakers.named_sources import NamedSources
from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.noun_phrases import (
    has_no_case,
    head,
    head_noun,
    is_anyone,
    is_joined,
    named_by,
    without_clause,
)
from newscli.analysis.speakers.pointed import Pointed
from newscli.analysis.speakers.pronouns import Antecedents
from newscli.analysis.speakers.speaker import Speaker
from newscli.analysis.speakers.spellings import Spellings
from newscli.analysis.speakers.trial import COURT_PARTS
from newscli.analysis.speakers.unnamed import UnnamedPeople
from newscli.analysis.speakers.unnamed_source import UnnamedSource
from newscli.analysis.words import SentenceWords
from newscli.engines.reader.annotations import Annotations
from newscli.english.nouns import COMPANIES, SPOKESPEOPLE
from newscli.english.pronouns import (
    FIRST_PERSON,
    LISTENER,
    POSSESSIVE_PRONOUNS,
    RELATIVES,
    SUBJECT_FORM,
)
from newscli.english.punctuation import CLOSING_MARKS
from newscli.model import Article, Entity, Quote, Span
from newscli.spans import SpanIndex, outermost

_OF_THE_TALK: Final = FIRST_PERSON | LISTENER | {"one", "this", "that"}
# How sure it is who the defendant is, or the prime minister, where the article says so.
_CERTAIN: Final = 0.95
# The least chance of a name that only the scorer gives; below it nobody is named, or the source's own words
# stand. Of the lines of three marked sets that are shown one in ten of those that name another goes, and as
# many as before name the right one.
_NAMED_FROM: Final[Mapping[Form, float]] = {"none": 0.6, "description": 0.35}


def _main_body(entities: Sequence[Entity]) -> Entity | None:
    """Return the organisation that an article is most about."""
    bodies = (entity for entity in entities if entity.label == "ORG")
    return max(bodies, key=lambda entity: entity.salience, default=None)


class SpeakerResolver:
    """Resolves the sources of one article, in text order."""

    def __init__(
        self,
        article: Article,
        words: Sequence[SentenceWords],
        quotes: Sequence[Quote],
        entities: Sequence[Entity],
        titles: TitleReader,
        annotations: Annotations,
    ) -> None:
        self.prose = article.prose
        self.named = name_at(entities)
        self.pointed = Pointed(annotations, self.named)
        self.descriptions = Descriptions(words, self.named, titles)
        shown = shown_genders(entities, titles, self.descriptions)
        likely = self.genders = likely_genders(entities, shown)
        self.spellings = Spellings(entities, likely)
        self.named_sources = NamedSources(article.prose, self.named, self.spellings, self.descriptions)
        self.labels = Labels(article, quotes, entities, self.spellings)
        quoted = sorted(span for quote in quotes if quote.kind == "direct" for span in quote.spans)
        self.quoted = SpanIndex(outermost(quoted))
        self.holders = {quote.id: quote for quote in quotes}
        self.main_body = _main_body(entities)
        self.opening = {block.span.start for block in article.blocks}
        self.antecedents = Antecedents(words, self.named, self.descriptions, likely, quoted)
        self.barred = Barred(article, words, self.named, self.descriptions, self.antecedents)
        self.sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self.unnamed = UnnamedSource()
        self.spelled: dict[str, str] = {}
        likely = self.antecedents.told | likely  # which name somebody bears tells more than a pronoun near it
        unnamed = UnnamedPeople(words, self.named)
        self.candidates = Candidates(
            article, words, quotes, self.named, self.pointed, unnamed, self.descriptions, shown, likely
        )
        self.before: Heard | None = None
        self.earlier: Heard | None = None  # who spoke before that
        self.said: dict[int, Entity | None] = {}  # who says each quote that is resolved
        self.described: dict[str, Entity | None] = {}  # whom "the nominee" meant first
        self.asked = False  # whether the quote before is a question in marks
        self.behind = self._named_sources(quotes)

    def _named_sources(self, quotes: Sequence[Quote]) -> list[Heard]:
        """Return the sources that are names, in text order."""
        mentions = sorted(quote.mention for quote in quotes if quote.mention)
        named = ((mention, named_by(self.prose, mention, self.named)) for mention in mentions)
        return [self._heard(mention, entity) for mention, entity in named if entity is not None]

    def is_of_the_talk(self, quote: Quote) -> bool:
        """Return whether a source is "I", "we" or the like, whom only the talk around it explains."""
        return quote.mention is not None and self._word(quote.mention.of(self.prose)) in _OF_THE_TALK

    def _word(self, text: str) -> str:
        """Return a source in lower case, "" if it is a name in capitals: "WHO" may be an organisation."""
        return "" if text.isupper() and len(text) > 1 and self.spellings.of(text) else text.lower()

    def speaker(self, quote: Quote) -> Speaker:
        """Return who says a quote; quotes come in the order of their sources."""
        speaker = self._speaker(quote)
        self.said[quote.id] = speaker.entity
        if self.before is not None and self.before.entity is not speaker.entity:
            self.earlier = self.before
        self.before = self._heard(
            quote.mention or quote.spans[0], speaker.entity, is_known=speaker.name is not None
        )
        last = quote.spans[-1].of(self.prose).rstrip(CLOSING_MARKS + ", ")
        self.asked = quote.kind == "direct" and last.endswith("?")
        return speaker

    def _speaker(self, quote: Quote) -> Speaker:
        mention = quote.mention
        labelled = self.labels.of(quote)
        if labelled is not None:
            self.antecedents.heard(labelled.entity)
            return labelled
        around = self.said.get(quote.within or 0)
        if mention is None:
            return self._likeliest(quote, Speaker(None, form="none"), around)
        text = " ".join(mention.of(self.prose).split())
        word = self._word(text)
        word = SUBJECT_FORM.get(word, word)
        if is_anyone(word):
            return Speaker(None)
        # "… it is new," he added: what he says may hold sentences.
        begins = self._sentence(min(mention.start, quote.spans[0].start))
        goes_on = word in SUBJECT_FORM and self.unnamed.is_meant_by(word, begins)
        goes_on = goes_on and self.quoted.at(mention.start) is None
        if (known := self.unnamed.again(text)) is None and goes_on:
            known = self.unnamed.body(word, begins) or self._unnamed(quote, mention, word)
        by_rules = self._by_rules(mention, word, text)
        if word in {"who", "which"} and by_rules.name and (by_rules.entity is None) == (word == "who"):
            known = by_rules
        if goes_on:
            by_rules = Speaker(self.unnamed.text, form="pronoun")
        speaker = known or self._likeliest(quote, by_rules, around)
        sentence = self._sentence(mention.start)
        if goes_on and (speaker.entity is None or known):
            self.unnamed.go_on(sentence, mention.end)
        elif speaker.name is not None:
            self.antecedents.heard(speaker.entity)
            opens = sentence >= 0 and self.sentences[sentence].start == mention.start and quote.within is None
            # "The staff association, which …. It said": whom it goes on with has a better name than "which".
            own_words = speaker.name if word in RELATIVES else text
            self.unnamed.heard(own_words, sentence, speaker, mention.end if opens else -1)
        return speaker

    def _sentence(self, offset: int) -> int:
        """Return the number of the sentence at an offset, -1 before the first."""
        at = self.sentences.before(offset)
        return -1 if at is None else at

    def _unnamed(self, quote: Quote, mention: Span, word: str) -> Speaker | None:
        """Return the unnamed person with whom a pronoun goes on: nobody else is named between them."""
        end, block_at = self.unnamed.end, self.candidates.block_at
        if quote.within is not None or end < 0 or block_at(mention.start) - block_at(end) > 1:
            return None
        between = self.named.within(Span(end, mention.start))
        is_named = any(one.label == "PER" and self.quoted.at(span.start) is None for span, one in between)
        return None if is_named else self.unnamed.person(word)

    def _excluded(self, quote: Quote) -> Entity | None:
        """Return who certainly does not say a quote.

        "The man said so," said Roe: he is not Roe. "Why?" said Roe. ¶ "Because.": that is an answer to Roe.
        """
        if quote.mention is None:
            before, content = self.before, quote.spans[0]
            if before is None or not self.asked or content.start not in self.opening:
                return None
            return before.entity if self.candidates.block_at(content.start) - before.block == 1 else None
        barred = self.barred.by(quote.mention) or self._holder_of(quote, quote.mention)
        return barred or self.barred.object_of(quote.mention)

    def _holder_of(self, quote: Quote, mention: Span) -> Entity | None:
        """Return who says what a quote stands in, if that one does not speak of himself there."""
        holder = self.holders.get(quote.within or 0)
        if holder is None or self.is_of_the_talk(quote):
            return None
        # "He told her" in what Roe is reported to say may be Roe; "the farmer told her" is not.
        word = self._word(mention.of(self.prose))
        if self.quoted.at(mention.start) is None and word in {*SUBJECT_FORM, *RELATIVES}:
            return None
        labelled = self.labels.of(holder)
        if labelled is not None:
            return labelled.entity
        return named_by(self.prose, holder.mention, self.named) if holder.mention else None

    def in_talk(self, quote: Quote, talk: Talk) -> Speaker:
        """Return who says "I" or "we"."""
        mention = quote.mention
        around = talk.speaker(mention) if mention else None
        if mention is not None and talk.is_author(mention):
            return around or Speaker(None)
        if mention is not None and around is not None and quote.within is not None:
            is_labelled = self.labels.has(quote.within)
            if is_labelled or talk.is_certain(mention, around):
                return around._replace(form="first")
        if mention is not None and self._word(mention.of(self.prose)) in LISTENER:
            # Who is spoken to is not the one who speaks.
            likely = self._likeliest(quote, Speaker(None, form="first"))
            itself = around is not None and likely.entity is around.entity
            return Speaker(None, form="first") if itself else likely
        known = (around or Speaker(None))._replace(form="first")
        return self._likeliest(quote, known, known.entity)

    def _heard(self, mention: Span, entity: Entity | None, *, is_known: bool = True) -> Heard:
        block = self.candidates.block_at(mention.start)
        return Heard(mention.start, block, entity, is_known and entity is None)

    def _by_rules(self, mention: Span, word: str, text: str) -> Speaker:
        """Return whom a source means by the rules, its own words if they are all that is known."""
        if word in SUBJECT_FORM or word in RELATIVES:
            unnamed = self.named_sources.unnamed_before(mention, word)
            entity = None if unnamed and word == "who" else self._by_pronoun(mention, word)
            return Speaker(entity.name if entity else unnamed, entity, "pronoun")
        named = self.named_sources.of(mention, text)
        if named is None and (is_joined(self.prose, mention, self.named) or has_no_case(text)):
            return Speaker(self._spelled(text), form="name")
        # "The Republican" is a description, which somebody with a name may share.
        form: Form = "name" if named and named.label != "MISC" else "description"
        entity = named or self._described(head(text), mention.start)
        return Speaker(entity.name if entity else self._spelled(text), entity, form)

    def _likeliest(self, quote: Quote, by_rules: Speaker, around: Entity | None = None) -> Speaker:
        """Return the likeliest speaker; a source that names somebody is that one."""
        if by_rules.form == "name":
            first = by_rules.entity.mentions[0] if by_rules.entity else None
            known = self.pointed.of(quote).get(first) if first else None
            return by_rules._replace(sureness=known.chance if known else 0.0)
        if not self.pointed.sees(quote):
            return by_rules._replace(sureness=0.0)
        excluded = self._excluded(quote)
        ruled = None if by_rules.entity is excluded else by_rules.entity
        described = quote.mention.of(self.prose) if by_rules.form == "description" and quote.mention else ""
        goes_on = by_rules.form == "pronoun" and by_rules.name is not None and by_rules.entity is None
        found = [
            one
            for one in self._in_reach(quote, ruled, around, goes_on=goes_on)
            if one.entity is None
            or not (
                one.entity is excluded
                or (one.entity.label == "MISC" and one.entity is not ruled)
                or self.descriptions.excludes(head(described), one.entity)
            )
        ]
        chances = chances_of(by_rules.form, found)
        is_part = head_noun(described).lower() in COURT_PARTS
        if described and ruled and (is_part or self.descriptions.holder(head(described)) is ruled):
            return by_rules._replace(sureness=_CERTAIN, among=found)
        best = max(range(len(found)), key=chances.__getitem__)
        if chances[best] < _NAMED_FROM.get(by_rules.form, 0.0) and found[best].entity is not ruled:
            best = next((number for number, one in enumerate(found) if one.entity is None), best)
        if found[best].entity is None and ruled is not None and self._is_group(quote):
            best = next((n for n, one in enumerate(found) if one.entity is ruled), best)
        entity = found[self._as_before(described, found, best)].entity
        name = entity.name if entity else by_rules.name if by_rules.entity is None else self._own_words(quote)
        return Speaker(name, entity, by_rules.form, chances[best], found)

    def _as_before(self, described: str, found: Sequence[Candidate], best: int) -> int:
        """Return the number of the candidate whom "the nominee" meant before, ``best`` for another source."""
        words = head(described.lower())
        if words[:1] != ["the"] or not is_person(words[-1]):
            return best
        known = self.described.setdefault(" ".join(words), found[best].entity)
        return next((number for number, one in enumerate(found) if one.entity is known), best)

    def _in_reach(
        self, quote: Quote, ruled: Entity | None, around: Entity | None, *, goes_on: bool
    ) -> list[Candidate]:
        """Return the candidates for a source, between the source before it and the one behind."""
        start = (quote.mention or quote.spans[0]).start
        at = bisect_right(self.behind, start, key=lambda one: one.start)
        behind = self.behind[at] if at < len(self.behind) else None
        spoken = Spoken(self.before, self.earlier, behind)
        return self.candidates.of(quote, ruled, spoken, around, goes_on=goes_on)

    def _is_group(self, quote: Quote) -> bool:
        """Return whether a source is "they": the reader points to single names alone."""
        return quote.mention is not None and quote.mention.of(self.prose).lower() == "they"

    def _own_words(self, quote: Quote) -> str | None:
        """Return a source's own words; None for a pronoun, which says nothing."""
        text = " ".join(quote.mention.of(self.prose).split()) if quote.mention else ""
        is_pronoun = text.lower() in {*SUBJECT_FORM, *RELATIVES, *_OF_THE_TALK}
        return None if is_pronoun or not text else self._spelled(text)

    def _spelled(self, text: str) -> str:
        """Return a source's own words as the article spelled them first, without a clause behind them."""
        return self.spelled.setdefault((words := without_clause(text)).lower(), words)

    def _by_pronoun(self, mention: Span, word: str) -> Entity | None:
        if word in RELATIVES:
            return self.named_sources.before(mention, "PER" if word == "which" else "LOC")
        return self.antecedents.of(word, mention.start)

    def _described(self, phrase: Sequence[str], start: int) -> Entity | None:
        """Return whom a definite description means: "the minister", "his lawyer"."""
        first = phrase[0].lower() if phrase else ""
        owner = self.antecedents.of(first, start) if first in POSSESSIVE_PRONOUNS else None
        known = self.antecedents.latest(self.descriptions.of(phrase, owner), start)
        # "The firm said" goes on with a company as "it" does, or with the one that the article is about.
        if known is None and first == "the" and " ".join(phrase[1:]) in COMPANIES:
            return self.antecedents.of("it", start) or self.main_body
        # "The rapper's spokesman" and "the Ferry Board spokesman" say for whom they speak.
        is_bare = all(word.islower() and word.isalpha() for word in phrase[1:])
        if known is None and is_bare and phrase and phrase[-1].lower() in SPOKESPEOPLE:
            return self._spoken_for_before(start)
        return known

    def _spoken_for_before(self, start: int) -> Entity | None:
        """Return the body whose words stand in this paragraph or the one before: "a spokesman" is its."""
        before = self.before
        if before is None or before.entity is None or before.entity.label not in {"ORG", "LOC"}:
            return None
        return before.entity if self.candidates.block_at(start) - before.block <= 1 else None
