"""Antecedents: whom a personal pronoun stands for.

The article is read once, from the start; names and pronouns alike keep a person in focus. A pronoun goes
to the candidate that fits best: near, of the right gender, a subject, the source of the quote before,
what the article is about (Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994).
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.words import SentenceWords
from newscli.english.grammar import GOVERNING
from newscli.english.pronouns import GENDER_OF_PRONOUN, GENDERED_SUBJECTS
from newscli.english.titles import TITLES, Gender
from newscli.model import Entity, Span
from newscli.spans import SpanIndex

# The numbers below were set by hand, with the samples, PolNeAR's development articles and the reports of GUM
# in view; none was fitted. Halving or doubling one of them changes at most 25 of the 2,483 speakers in the
# samples and PolNeAR's development articles (``_SALIENCE_OF_PERSON``), most of them fewer than five.

# A name is out of focus after so many sentences, the source of the quote before a little earlier.
MAX_SENTENCES_BACK: Final = 6
MAX_SENTENCES_BACK_TO_SOURCE: Final = 3
# More names than this in a few sentences are a list, in which nobody is in focus.
MAX_CANDIDATES: Final = 40

_CLAUSE_OPENERS: Final = frozenset({"", ",", ";", ":", "that", "but", "because", "when", "“", '"'})

# Preferences: how many sentences nearer or farther a candidate counts.
_SUBJECT: Final = 0.7  # nearer, if it is a subject
_SOURCE_BEFORE: Final = 0.9  # nearer, if it spoke last
_INSIDE_QUOTATION: Final = 1.5  # farther, if it is named in somebody's words
_UNKNOWN_GENDER: Final = 1.0  # farther, if nothing shows its gender
_GUESSED: Final = 0.2  # farther, if only other pronouns show that its gender is the pronoun's
_GUESSED_OTHER: Final = 4.0  # farther, if they show that it is not
# What an article is about holds the focus if it is a person; a thing must be near to be meant by "it".
_SALIENCE_OF_PERSON: Final = 2.4
_SALIENCE_OF_THING: Final = 0.8


class _Candidate(NamedTuple):
    entity: Entity
    sentence: int
    subject: bool
    joined: bool
    quoted: bool


class _Event(NamedTuple):
    """A name, a description or a pronoun of the third person; a description may be of several people.

    ``joined`` if "and" follows a name: "Norway and its neighbours".
    """

    start: int
    sentence: int
    subject: bool
    pronoun: str
    among: tuple[Entity, ...]
    joined: bool = False


class Antecedents:
    """Resolves the personal pronouns of one article, asked for in text order."""

    def __init__(
        self,
        words: Sequence[SentenceWords],
        named: NamedSpans,
        descriptions: Descriptions,
        genders: Mapping[str, Gender],
        quoted: Sequence[Span],
    ) -> None:
        """Prepare; ``told`` is the gender of people as pronouns tell it, by entity name.

        Args:
            words: All sentences of the article.
            named: The named mentions of its entities.
            descriptions: Who is meant by "the judge".
            genders: The gender of people, by entity name, if it is known.
            quoted: The direct quotes, in text order: their pronouns are the speaker's.
        """
        self._sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self._quoted = SpanIndex(quoted)
        self._events = _events(words, named, descriptions)
        unquoted = [event for event in self._events if not self._is_quoted(event.start)]
        self._genders = genders
        self.told = _told_by_pronouns(unquoted)
        self._next = 0
        # When each entity was last named, by its first mention.
        self._named_last: dict[Span, int] = {}
        self._recent: deque[_Candidate] = deque(maxlen=MAX_CANDIDATES)
        self._source: Entity | None = None

    def heard(self, source: Entity | None) -> None:
        """Take note of the source of the latest quote."""
        self._source = source

    def of(self, pronoun: str, start: int) -> Entity | None:
        """Return the entity that a pronoun most likely stands for.

        Args:
            pronoun: In lower case: he, she, it or they, or one of their forms.
            start: Where it stands; not before that of an earlier call.

        Returns:
            A person for he and she, another entity for it and they; None if nothing fits.
        """
        self._read_to(start)
        return self._best(pronoun, self._sentences.before(start) or 0)

    def latest(self, among: Collection[Entity], start: int) -> Entity | None:
        """Return which of the entities was meant last before an offset; of none yet, the first given."""
        self._read_to(start)
        return self._latest(among)

    def _latest(self, among: Collection[Entity]) -> Entity | None:
        return max(among, key=lambda entity: self._named_last.get(entity.mentions[0], -1), default=None)

    def _read_to(self, start: int) -> None:
        while self._next < len(self._events) and self._events[self._next].start < start:
            self._read(self._events[self._next])
            self._next += 1

    def _read(self, event: _Event) -> None:
        entity = self._latest(event.among) if event.among else self._best(event.pronoun, event.sentence)
        if entity is not None:
            self._named_last[entity.mentions[0]] = event.start
            quoted = self._is_quoted(event.start)
            self._recent.append(_Candidate(entity, event.sentence, event.subject, event.joined, quoted))

    def _best(self, pronoun: str, here: int) -> Entity | None:
        best: tuple[float, Entity] | None = None
        for candidate in reversed(self._recent):
            if here - candidate.sentence > MAX_SENTENCES_BACK:
                break
            score = self._score(candidate, pronoun, here) if self._is_near(candidate, pronoun, here) else None
            if score is not None and (best is None or score > best[0]):
                best = (score, candidate.entity)
        return best[1] if best else None

    def _is_near(self, candidate: _Candidate, pronoun: str, here: int) -> bool:
        """Return whether a candidate is in focus; "it" and "they" mostly mean what has no name."""
        if pronoun in GENDER_OF_PRONOUN:
            return True
        back = here - candidate.sentence
        spoke = candidate.entity is self._source and back <= MAX_SENTENCES_BACK_TO_SOURCE
        return spoke or (candidate.subject and back <= 1)

    def _score(self, candidate: _Candidate, pronoun: str, here: int) -> float | None:
        cost = self._disagreement(candidate, pronoun)
        if cost is None:
            return None
        weight = _SALIENCE_OF_PERSON if candidate.entity.label == "PER" else _SALIENCE_OF_THING
        score = weight * candidate.entity.salience - cost - (here - candidate.sentence)
        score += _SUBJECT * candidate.subject - _INSIDE_QUOTATION * candidate.quoted
        return score + _SOURCE_BEFORE * (candidate.entity is self._source)

    def _disagreement(self, candidate: _Candidate, pronoun: str) -> float | None:
        """Return what it costs to take a pronoun for an entity, None if they cannot agree."""
        entity = candidate.entity
        gender = GENDER_OF_PRONOUN.get(pronoun)
        if (gender is not None) != (entity.label == "PER"):
            return None
        if gender is not None:
            known = self._genders.get(entity.name)
            if known is not None:
                return 0.0 if known == gender else None
            guess = self.told.get(entity.name)
            return _UNKNOWN_GENDER if guess is None else _GUESSED if guess == gender else _GUESSED_OTHER
        if pronoun == "they":
            is_people = entity.label == "MISC" and any(
                n.endswith("s") for n in (entity.name, *entity.aliases)
            )
            return 0.0 if is_people or candidate.joined or entity.label == "ORG" else None
        return 0.0 if entity.label in ("ORG", "LOC") else None

    def _is_quoted(self, start: int) -> bool:
        return self._quoted.at(start) is not None


def _events(words: Sequence[SentenceWords], named: NamedSpans, descriptions: Descriptions) -> list[_Event]:
    """List the names, descriptions of people and pronouns of the third person, in text order."""
    entities = {span.start: (span.end, entity) for span, entity in named.found}
    found: list[_Event] = []
    for number, sentence in enumerate(words):
        before, first = "", True
        for at, (token, word) in enumerate(zip(sentence.spans, sentence.lower, strict=True)):
            if token.start in entities:
                end, entity = entities[token.start]
                subject = before not in GOVERNING and (first or entity.label == "PER")
                behind = sentence.index.behind(end)
                joined = sentence.texts[behind : behind + 1] == ("and",)
                found.append(_Event(token.start, number, subject, "", (entity,), joined))
                first = False
            elif word in GENDER_OF_PRONOUN:
                found.append(_Event(token.start, number, word in GENDERED_SUBJECTS, word, ()))
            elif word == "the" and (described := descriptions.at(sentence.texts, at)):
                found.append(_Event(token.start, number, before in _CLAUSE_OPENERS, "", described))
            if word.rstrip(".") not in TITLES:
                before = word
    return found


def _is_person(event: _Event) -> bool:
    return any(entity.label == "PER" for entity in event.among)


def _is_clear(votes: Counter[Gender]) -> bool:
    return votes["m"] > 2 * votes["f"] or votes["f"] > 2 * votes["m"]


def _told_by_pronouns(events: Sequence[_Event]) -> dict[str, Gender]:
    """Return the gender of people whom only a pronoun can mean ("Roe left after her speech").

    If pronouns contradict each other, most of them by far decide, else the gender stays unknown.
    """
    votes: defaultdict[str, Counter[Gender]] = defaultdict(Counter)
    for before, event in pairwise(event for event in events if event.pronoun or _is_person(event)):
        near = event.sentence == before.sentence or (event.subject and event.sentence == before.sentence + 1)
        if event.pronoun and len(before.among) == 1 and near:
            votes[before.among[0].name][GENDER_OF_PRONOUN[event.pronoun]] += 1
    return {name: max(counts, key=counts.__getitem__) for name, counts in votes.items() if _is_clear(counts)}
