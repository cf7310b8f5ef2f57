"""Speakers: who the sources of quotes are, by name, alias, description and pronoun."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from newscli.analysis.names.titles import TitleReader
from newscli.analysis.speakers.descriptions import Descriptions, chief_noun
from newscli.analysis.speakers.first_person import Speaker, Talk
from newscli.analysis.speakers.genders import genders
from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.noun_phrases import head, named_by
from newscli.analysis.speakers.pronouns import Antecedents
from newscli.analysis.speakers.spellings import Spellings
from newscli.analysis.words import SentenceWords
from newscli.english.grammar import DEFINITE_DETERMINERS, TAIL_OPENERS
from newscli.english.nouns import COMPANIES, PAPERS, PEOPLE
from newscli.english.pronouns import (
    FIRST_PERSON,
    GENDER_OF_PRONOUN,
    POSSESSIVE_PRONOUNS,
    RELATIVES,
    SUBJECT_FORM,
)
from newscli.english.titles import GENDER_OF_TITLE, HONORIFICS, OFFICES
from newscli.model import Article, Entity, Label, Quote, Span
from newscli.spans import SpanIndex

_OF_THE_TALK: Final = FIRST_PERSON | {"you", "your", "one", "this", "that"}
_ENDS_PHRASE: Final = re.compile(r"\s*(?:[.,;:!?)—–]|$)")
# These bounds were set by hand. Halving or doubling one changes at most two of the 2,483 speakers in the
# samples and PolNeAR's development articles.

# From a name to its "who": "Ann Roe, the chief of police here, who said".
MAX_DESCRIPTION_WORDS: Final = 12
MAX_PHRASE_CHARS: Final = 200
# From a description to its name: "his daughter, the novelist and critic Ann Roe".
MAX_APPOSED_WORDS: Final = 5
MAX_APPOSED_CHARS: Final = 60


def resolve(
    article: Article,
    words: Sequence[SentenceWords],
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    titles: TitleReader,
) -> tuple[Quote, ...]:
    """Name the speaker of each quote.

    Args:
        article: The article.
        words: All its sentences.
        quotes: In text order, without speakers.
        entities: Those of headline, dateline and body.
        titles: The titles before names.

    Returns:
        The same quotes with ``speaker``: the entity's name if the source is one or stands for one, with
        the entity's index as ``entity``; the source's own words if it is a description ("a police
        spokeswoman"); None if it is a pronoun that nothing before explains. "I" and "we" inside a quotation
        are its speaker, "I" outside is the author of the byline. Linear in the text's length.
    """
    resolver = _SpeakerResolver(article, words, quotes, entities, titles)
    sources = sorted(
        ((quote.mention, quote.id) for quote in quotes if quote.mention is not None), key=lambda pair: pair[0]
    )
    speakers = {number: resolver.speaker(mention) for mention, number in sources}
    talk = Talk(article, quotes, speakers)
    for mention, number in sources:
        if speakers[number] is None:
            speakers[number] = talk.speaker(mention)
    index = {entity: number for number, entity in enumerate(entities)}
    return tuple(_spoken(quote, speakers.get(quote.id), index) for quote in quotes)


def _spoken(quote: Quote, speaker: Speaker | None, index: Mapping[Entity, int]) -> Quote:
    """Return a quote with its speaker."""
    if speaker is None:
        return quote
    return replace(quote, speaker=speaker.name, entity=index[speaker.entity] if speaker.entity else None)


class _Unnamed:
    """The source of the quote before, if it is a description that no name stands for."""

    def __init__(self) -> None:
        self.text = ""
        self.sentence = -1
        self.noun = ""
        self.is_new = False
        self.introduced: set[str] = set()  # the nouns of all such sources introduced by "a", not by "the"

    def heard(self, text: str, sentence: int) -> None:
        """Take note of the source of a quote, empty if it has a name."""
        self.text, self.sentence = text, sentence
        words = head(text.lower())
        self.noun = words[chief_noun(words)] if words else ""
        if words and words[0] not in DEFINITE_DETERMINERS:
            self.introduced.add(self.noun)
        self.is_new = self.noun in self.introduced

    def is_meant_by(self, pronoun: str, sentence: int) -> bool:
        """Return whether a pronoun goes on with it: "A spokeswoman said … She said", "Residents … They"."""
        if not self.text or sentence - self.sentence > 1:
            return False
        gendered = GENDER_OF_TITLE.get(self.noun)
        is_person = gendered is not None or self.noun in OFFICES or _is_person(self.noun)
        if pronoun in GENDER_OF_PRONOUN:
            # "The senator" is rather somebody whom the article has named.
            return is_person and self.is_new and gendered in (None, GENDER_OF_PRONOUN[pronoun])
        return pronoun == "they" or not (is_person or self.noun.endswith("s"))


def _is_person(noun: str) -> bool:
    return noun in PEOPLE or (noun.endswith(("er", "or", "ist", "ian")) and noun not in PAPERS)


class _SpeakerResolver:
    """Resolves the sources of one article, in text order."""

    def __init__(
        self,
        article: Article,
        words: Sequence[SentenceWords],
        quotes: Sequence[Quote],
        entities: Sequence[Entity],
        titles: TitleReader,
    ) -> None:
        self.prose = article.prose
        self.named = name_at(entities)
        known = genders(entities, titles)
        self.spellings = Spellings(entities, known)
        quoted = sorted(span for quote in quotes if quote.kind == "direct" for span in quote.spans)
        self.descriptions = Descriptions(words, self.named, titles)
        self.antecedents = Antecedents(words, self.named, self.descriptions, known, quoted)
        self.sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self.unnamed = _Unnamed()
        self.spelled: dict[str, str] = {}

    def speaker(self, mention: Span) -> Speaker | None:
        """Return who a source is, or None if the article does not say."""
        text = " ".join(mention.of(self.prose).split())
        # "WHO" may be the World Health Organization.
        word = "" if text.isupper() and len(text) > 1 and self.spellings.of(text) else text.lower()
        if word in _OF_THE_TALK:
            return None
        word = SUBJECT_FORM.get(word, word)
        at = self.sentences.before(mention.start)
        sentence = -1 if at is None else at
        if word in SUBJECT_FORM and self.unnamed.is_meant_by(word, sentence):
            self.unnamed.sentence = sentence
            return Speaker(self.unnamed.text)
        entity = self._entity(mention, word, text)
        if entity is None and (word in SUBJECT_FORM or word in RELATIVES):
            return None
        self.antecedents.heard(entity)
        # "The ministry" that begins a sentence is the ministry.
        text = "" if entity else self.spelled.setdefault(text.lower(), text)
        self.unnamed.heard(text, sentence)
        return Speaker(entity.name if entity else text, entity)

    def _entity(self, mention: Span, word: str, text: str) -> Entity | None:
        if word in RELATIVES:
            return self._named_before(mention, "PER" if word == "which" else "LOC")
        if word in SUBJECT_FORM:
            return self.antecedents.of(word, mention.start)
        named = named_by(self.prose, mention, self.named)
        if named is None and not self.named.within(mention):
            named = self.spellings.of(text)
        return named or self._apposed(mention) or self._described(head(text), mention.start)

    def _apposed(self, mention: Span) -> Entity | None:
        """Return the person whose name follows a description: "said the head of the board, Dr Ann Roe."."""
        near = Span(mention.end, mention.end + MAX_APPOSED_CHARS)
        name = next((pair for pair in self.named.within(near) if pair[0].start > mention.end), None)
        if name is None or name[1].label != "PER" or not _ENDS_PHRASE.match(self.prose, name[0].end):
            return None
        between = self.prose[mention.end : name[0].start]
        words = [word.rstrip(".") for word in between[1:].lower().split()]
        if between[:1] != "," or "," in between[1:] or len(words) > MAX_APPOSED_WORDS:
            return None
        described = words[:1] in (["the"], ["a"], ["an"]) and TAIL_OPENERS.isdisjoint(words)
        return name[1] if described or HONORIFICS.issuperset(words) else None

    def _described(self, phrase: Sequence[str], start: int) -> Entity | None:
        """Return whom a definite description means: "the minister", "his lawyer"."""
        first = phrase[0].lower() if phrase else ""
        owner = self.antecedents.of(first, start) if first in POSSESSIVE_PRONOUNS else None
        known = self.antecedents.latest(self.descriptions.of(phrase, owner), start)
        # "The firm said" goes on with a company as "it" does.
        is_company = first == "the" and " ".join(phrase[1:]) in COMPANIES
        return known or (self.antecedents.of("it", start) if is_company else None)

    def _named_before(self, mention: Span, other: Label) -> Entity | None:
        """Return the name that a relative pronoun follows, unless it is of a label that it never means."""
        before = self.named.within(Span(max(0, mention.start - MAX_PHRASE_CHARS), mention.start))
        for span, entity in reversed(before):
            between = self.prose[span.end : mention.start]
            described = between.lstrip().startswith(",") and len(between.split()) <= MAX_DESCRIPTION_WORDS
            if entity.label != other and (described or not between.strip(" ,\n")):
                return entity
        return None
