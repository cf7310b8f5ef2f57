"""Descriptions: people and organisations by what they are, "the judge", "his lawyer", "the ministry".

An article that calls someone by a description says once whose it is: right before the name ("Judge Ann
Roe", "the striker Ann Roe"), or beside it between commas ("Ann Roe, a lawyer for the port, said"; "his
lawyer, Ann Roe, said"). An organisation is also described by the nouns of its name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Final

from newscli.analysis.names.described import (
    MAX_REPEATED,
    STOPS,
    chief_noun,
    is_person,
    is_word,
    phrases,
    title_before,
)
from newscli.analysis.names.forms import looks_like_acronym, name_words
from newscli.analysis.names.titles import TitleReader
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.trial import parts
from newscli.analysis.words import SentenceWords
from newscli.english.grammar import DEFINITE_DETERMINERS, DEMONSTRATIVE_DETERMINERS
from newscli.english.name_parts import COMPANY_FORMS, POSSESSIVE_S
from newscli.english.nouns import COMPANIES, NAMED_AS, NAMED_BY_NOUN, POLITIES
from newscli.english.titles import GENDER_OF_TITLE, HONORIFICS, OFFICES, OUTRANKED, WRITTEN_OUT, Gender
from newscli.model import Entity, Span

# What more people are called than this distinguishes nobody; the bound keeps a list of judges linear. Set by
# hand: halving or doubling it changes at most five of the 2,483 speakers in the samples and PolNeAR's
# development articles.
MAX_HOLDERS: Final = 20

_LABELS: Final = frozenset({"PER", "ORG"})


@dataclass(slots=True)
class _Described:
    """What an article says someone is: the words of all descriptions, whether they hold names, and whose."""

    entity: Entity
    words: set[str] = field(default_factory=set)
    has_names: bool = False
    owned: bool = False
    owner: Entity | None = None

    def is_of(self, owner: Entity | None) -> bool:
        """Return whether this can be the owner's; only who is said to be another's cannot."""
        return owner is None or not self.owned or self.owner is owner


class Descriptions:
    """Finds who is meant by a definite description, as far as the article says what people are."""

    def __init__(self, words: Sequence[SentenceWords], named: NamedSpans, titles: TitleReader) -> None:
        """Read the descriptions beside all names of people and organisations. Linear in their number."""
        # By noun, then by the entity's first mention.
        self._described: defaultdict[str, dict[Span, _Described]] = defaultdict(dict)
        self._by_name: defaultdict[str, dict[Span, Entity]] = defaultdict(dict)
        self._nouns: defaultdict[Span, set[str]] = defaultdict(set)  # of people, by the first mention
        self._titles = titles
        self._named = {span.start: (span, entity) for span, entity in named.found}
        for sentence in words:
            if named.within(sentence.sentence.span):
                self._read(sentence)
        for entity, noun in parts(words, named):
            self._note(noun, entity, (noun,))
        for span, entity in named.found:
            if entity.label == "ORG" and span == entity.mentions[0]:
                self._note_by_name(entity)

    def of(self, phrase: Sequence[str], owner: Entity | None = None) -> tuple[Entity, ...]:
        """Return those who may be meant by a definite description.

        Args:
            phrase: Its words, as the article writes them: "the", "Labour", "leader".
            owner: Whom a possessive at its start means, if that is known.

        Returns:
            In the order in which the article describes them; nobody if the phrase says more than is known
            of them ("the French president" is not President Roe), or is no such description.
        """
        if len(phrase) <= 1 or phrase[0].lower() not in DEFINITE_DETERMINERS:
            return ()
        at = chief_noun(phrase)
        noun = phrase[at].lower()
        if not 0 < at < MAX_REPEATED or (noun.endswith("s") and not noun.endswith("ss")):
            return ()
        named = {word.lower() for word in phrase[1:at] if word[:1].isupper() or word == "former"}
        tail = {word.lower() for word in phrase[at + 1 :]} - STOPS
        # "The veteran judge" is the judge, "the shipping company" need not be the company.
        which = {
            "PER": named | tail,
            "ORG": {word.lower() for word in phrase[1:at]} | tail,
        }
        lesser = OUTRANKED.difference(phrase)
        held = self._described.get(noun, {})
        if len(held) > MAX_HOLDERS:
            return ()
        found = tuple(
            one.entity
            for one in held.values()
            if which[one.entity.label] <= one.words and lesser.isdisjoint(one.words) and one.is_of(owner)
        )
        return found or self._by_words(phrase[0].lower(), [word.lower() for word in phrase[1:]])

    def at(self, tokens: Sequence[str], number: int) -> tuple[Entity, ...]:
        """Return the people who may be meant by the definite description that begins with a token, if any."""
        if tokens[number].lower() != "the":
            return ()
        for end in range(number + 2, min(number + MAX_REPEATED, len(tokens)) + 1):
            if not is_word(tokens[end - 1]):
                break
            if tokens[end - 1].lower() in self._described:
                found = self.of(tokens[number:end])
                return tuple(entity for entity in found if entity.label == "PER")
        return ()

    def excludes(self, phrase: Sequence[str], entity: Entity) -> bool:
        """Return whether an entity is certainly not whom a phrase means, by what the article calls it."""
        return (
            self.contradicts(phrase, entity)
            or self.is_other_body(phrase, entity)
            or self._is_other_officer(phrase, entity)
        )

    def _is_other_officer(self, phrase: Sequence[str], entity: Entity) -> bool:
        """Return whether a phrase is somebody of a body, and an entity is called otherwise.

        "The growers' union is for it, its secretary said": that is not the minister, whom the story is about.
        """
        if entity.label != "PER" or not phrase or phrase[0].lower() != "its":
            return False
        return self.is_called_otherwise(entity, phrase[chief_noun(phrase)].lower())

    def contradicts(self, phrase: Sequence[str], entity: Entity) -> bool:
        """Return whether the article calls an entity by the noun of a phrase, but by other words with it.

        "The Labour leader" is not the Conservative leader, Ann Roe, and "the leader" not her deputy.
        """
        if not phrase:
            return False
        at = chief_noun(phrase)
        known = self._described.get(phrase[at].lower(), {}).get(entity.mentions[0])
        if known is None:
            return False
        lesser = OUTRANKED & known.words
        if lesser and lesser.isdisjoint(word.lower() for word in phrase):
            return True
        which = {word.lower() for word in phrase[1:at] if word[:1].isupper()}
        return known.has_names and bool(which) and not which <= known.words

    def is_other_body(self, phrase: Sequence[str], entity: Entity) -> bool:
        """Return whether a phrase means a body whose name would hold its noun, and an entity is none such.

        "The union" is not Ellery Lines, unless the article calls it a union; "the state" is no body at all.
        """
        noun = phrase[chief_noun(phrase)].lower() if phrase else ""
        if entity.label == "ORG" and noun in POLITIES:
            return entity not in self.called(noun)
        if noun not in NAMED_BY_NOUN or entity.label not in ("ORG", "MISC"):
            return False
        names = (entity.name, *entity.aliases)
        nouns = NAMED_AS.get(noun, frozenset()) | {noun}
        holds_noun = any(not nouns.isdisjoint(re.split(r"\W+", name.lower())) for name in names)
        may_be_short = any(looks_like_acronym(name) for name in names)
        return not (holds_noun or may_be_short or entity in self.called(noun))

    def bodies_of(self, words: Iterable[str]) -> frozenset[Span]:
        """Return the first mentions of the bodies in whose names one of some words stands, in lower case."""
        found = (self._by_name.get(word, {}) for word in words)
        return frozenset(first for held in found if len(held) <= MAX_HOLDERS for first in held)

    def called(self, noun: str) -> tuple[Entity, ...]:
        """Return those whom the article calls by a noun, in lower case; nobody if there are many."""
        held = self._described.get(noun, {})
        return () if len(held) > MAX_HOLDERS else tuple(one.entity for one in held.values())

    def holder(self, phrase: Sequence[str]) -> Entity | None:
        """Return who alone holds an office, by all words of a definite description: "the prime minister".

        Or by its initials: "the PM".
        """
        noun = phrase[-1].lower() if phrase else ""
        is_short = len(noun) > 1 and phrase[-1].isupper()
        if not (noun in OFFICES or is_short) or phrase[0].lower() != "the":
            return None
        words = {word.lower() for word in phrase[1:]}
        lesser = frozenset() if is_short else OUTRANKED - words
        known = self._described.get(noun, {}).values()
        held = [one for one in known if words <= one.words and lesser.isdisjoint(one.words)]
        return held[0].entity if len(held) == 1 and held[0].entity.label == "PER" else None

    def is_called_otherwise(self, entity: Entity, noun: str) -> bool:
        """Return whether the article calls a person by nouns of people, but not by this one."""
        nouns = self._nouns.get(entity.mentions[0], ())
        return bool(nouns) and noun not in nouns

    def genders(self) -> Iterator[tuple[Entity, Gender]]:
        """Yield people whom a description shows to be a man or a woman ("his wife, Ann Roe"), and which."""
        for noun, shown in GENDER_OF_TITLE.items():
            for one in self._described.get(noun, {}).values():
                yield one.entity, shown

    def _by_words(self, determiner: str, words: Sequence[str]) -> tuple[Entity, ...]:
        """Return the organisations in whose names all of the words stand: "the foreign ministry"."""
        if determiner not in DEMONSTRATIVE_DETERMINERS or POLITIES.issuperset(words):
            return ()
        first, *others = (self._by_name.get(word, {}) for word in words)
        if len(first) > MAX_HOLDERS:
            return ()
        return tuple(entity for key, entity in first.items() if all(key in other for other in others))

    def _read(self, words: SentenceWords) -> None:
        """Take note of the descriptions in one sentence."""
        tokens, spans = words.texts, words.spans
        at = {span.start: number for number, span in enumerate(spans)}
        found = [self._named[start] for start in at if start in self._named]
        owners = {span.end: entity for span, entity in found}
        for span, entity in found:
            if entity.label not in _LABELS:
                continue
            titles = self._titles.before(span) if entity.label == "PER" else ()
            for title in titles:
                for noun in {title, WRITTEN_OUT.get(title.lower().rstrip("."), title)}:
                    self._note(noun, entity, titles)
            first = at[span.start]
            end = next((n for n in range(first, len(spans)) if spans[n].start >= span.end), len(spans))
            office = title_before(words, first) if entity.label == "PER" else (first, first)
            for start, stop in chain([office], phrases(tokens, first, end)):
                phrase = tokens[start:stop]
                if not phrase:
                    continue
                one = self._note_phrase(entity, phrase)
                if entity.label == "ORG" and stop == first and start and tokens[start - 1].lower() == "the":
                    # "The ruling Harbour List" is the ruling party.
                    self._by_name_of(entity, {word.lower() for word in phrase})
                for n in range(max(1, start - 1), stop):
                    if tokens[n] in POSSESSIVE_S:
                        one.owned, one.owner = True, owners.get(spans[n - 1].end)

    def _note_phrase(self, entity: Entity, phrase: Sequence[str]) -> _Described:
        """Take note of what somebody is called, by its noun and, of a person, by its initials."""
        if "(" in phrase and ")" in phrase:  # "Town Chief Executive (TCE) for Ord"
            phrase = [*phrase[: phrase.index("(")], *phrase[phrase.index(")") + 1 :]]
        at = chief_noun(phrase)
        shorts = _initials(phrase[: at + 1], whole=True) if entity.label == "PER" else ()
        for short in shorts:
            if short.lower() not in GENDER_OF_TITLE:  # a Marlow Senator is no Ms
                self._note(short.lower(), entity, phrase)
        return self._note(phrase[at].lower(), entity, phrase)

    def _note(self, noun: str, entity: Entity, phrase: Sequence[str]) -> _Described:
        one = self._described[noun].setdefault(entity.mentions[0], _Described(entity))
        if is_person(noun) and noun not in HONORIFICS:
            self._nouns[entity.mentions[0]].add(noun)
        one.words.update(word.lower() for word in (*phrase, *_initials(phrase)))
        one.has_names = one.has_names or any(word[:1].isupper() for word in phrase[1 : chief_noun(phrase)])
        return one

    def _note_by_name(self, entity: Entity) -> None:
        words = set(name_words(entity.name, "ORG")).union(*(name_words(a, "ORG") for a in entity.aliases))
        self._by_name_of(entity, words | (COMPANIES if words & COMPANY_FORMS else frozenset()))

    def _by_name_of(self, entity: Entity, words: Collection[str]) -> None:
        for word in words:
            self._by_name[word][entity.mentions[0]] = entity


def _initials(phrase: Sequence[str], *, whole: bool = False) -> Iterator[str]:
    """Yield what names in a description are called for short: the Ferry League leader is the FL leader.

    Or what all of it is called, in capitals: the Prime Minister is the PM.
    """
    for is_name, letters in groupby((word[0] for word in phrase), str.isupper):
        initials = "".join(letters) if is_name else ""
        if len(initials) > 1 and not (whole and len(initials) < len(phrase)):
            yield initials
