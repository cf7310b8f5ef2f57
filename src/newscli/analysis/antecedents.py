"""Antecedents: whom a personal pronoun stands for.

The article is read once, from the start; names and pronouns alike keep a person in focus. A pronoun goes
to the candidate that fits best: near, of the right gender, a subject, the source of the quote before,
what the article is about (Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.analysis.names import NamedSpans
from newscli.analysis.titles import HONORIFICS, OFFICES, Gender
from newscli.model import Article, Entity, Sentence, Span

MAX_SENTENCES_BACK: Final = 6
# More names than this in a few sentences are a list, in which nobody is in focus.
MAX_CANDIDATES: Final = 40

GENDER_OF_PRONOUN: Final[dict[str, Gender]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}  # fmt: skip
_SUBJECT_PRONOUNS: Final = frozenset({"he", "she"})
_GOVERNS: Final = frozenset(
    """
    of in on at to for from by with about against near over under into between after before through as and or
    than like 's ’s
    """.split()
)

# Preferences, in sentences of distance.
_SUBJECT: Final = 0.7
_SOURCE_BEFORE: Final = 0.9
_INSIDE_QUOTATION: Final = 1.5
_UNKNOWN_GENDER: Final = 1.0
# What an article is about holds the focus if it is a person; a thing must be near to be meant by "it".
_SALIENCE_OF_PERSON: Final = 2.4
_SALIENCE_OF_THING: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Candidate:
    entity: Entity
    sentence: int
    subject: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Event:
    """A name or a pronoun of the third person, in text order."""

    start: int
    sentence: int
    subject: bool
    pronoun: str
    entity: Entity | None


class Antecedents:
    """Resolves the personal pronouns of one article, asked for in text order."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        named: NamedSpans,
        genders: Mapping[str, Gender],
        quoted: Sequence[Span],
    ) -> None:
        """Prepare.

        Args:
            article: The article.
            sentences: All its sentences.
            named: The named mentions of its entities.
            genders: The gender of people, by entity name, where something tells it.
            quoted: The direct quotes, in text order: their pronouns are the speaker's.
        """
        self._starts = [sentence.span.start for sentence in sentences]
        self._genders = genders
        self._quoted = quoted
        self._quoted_starts = [span.start for span in quoted]
        self._events = _events(article, sentences, named)
        self._next = 0
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
            A person for he and she, another entity for it and they; None where nothing fits.
        """
        while self._next < len(self._events) and self._events[self._next].start < start:
            self._read(self._events[self._next])
            self._next += 1
        return self._best(pronoun, max(0, bisect_right(self._starts, start) - 1))

    def _read(self, event: _Event) -> None:
        entity = event.entity or self._best(event.pronoun, event.sentence)
        if entity is not None:
            quoted = self._is_quoted(event.start)
            self._recent.append(_Candidate(entity, event.sentence, event.subject, quoted))

    def _best(self, pronoun: str, here: int) -> Entity | None:
        best: tuple[float, Entity] | None = None
        for candidate in reversed(self._recent):
            if here - candidate.sentence > MAX_SENTENCES_BACK:
                break
            score = self._score(candidate, pronoun, here)
            if score is not None and (best is None or score > best[0]):
                best = (score, candidate.entity)
        return best[1] if best else None

    def _score(self, candidate: _Candidate, pronoun: str, here: int) -> float | None:
        cost = self._disagreement(candidate.entity, pronoun)
        if cost is None:
            return None
        weight = _SALIENCE_OF_PERSON if candidate.entity.label == "PER" else _SALIENCE_OF_THING
        score = weight * candidate.entity.salience - cost - (here - candidate.sentence)
        score += _SUBJECT * candidate.subject - _INSIDE_QUOTATION * candidate.quoted
        return score + _SOURCE_BEFORE * (candidate.entity is self._source)

    def _disagreement(self, entity: Entity, pronoun: str) -> float | None:
        """Return what it costs to take a pronoun for an entity, None where they cannot agree."""
        gender = GENDER_OF_PRONOUN.get(pronoun)
        if (gender is not None) != (entity.label == "PER"):
            return None
        if gender is not None:
            told = self._genders.get(entity.name)
            return _UNKNOWN_GENDER if told is None else 0.0 if told == gender else None
        if pronoun == "they":
            return 0.0 if entity.label == "ORG" else 1.0
        return 0.0 if entity.label in ("ORG", "LOC") else None

    def _is_quoted(self, start: int) -> bool:
        at = bisect_right(self._quoted_starts, start) - 1
        return at >= 0 and start < self._quoted[at].end


def _events(article: Article, sentences: Sequence[Sentence], named: NamedSpans) -> list[_Event]:
    """List the names and pronouns of the third person, in text order."""
    entities = {span.start: entity for span, entity in named.found}
    found: list[_Event] = []
    for number, sentence in enumerate(sentences):
        before, first = "", True
        for token in sentence.tokens:
            word = token.of(article.prose).lower()
            entity = entities.get(token.start)
            if entity is not None:
                subject = before not in _GOVERNS and (first or entity.label == "PER")
                found.append(_Event(token.start, number, subject, "", entity))
                first = False
            elif word in GENDER_OF_PRONOUN:
                found.append(_Event(token.start, number, word in _SUBJECT_PRONOUNS, word, None))
            if word.rstrip(".") not in HONORIFICS | OFFICES:
                before = word
    return found
