"""Speakers whom an article names by surname alone: who that is, if the archive knows one such person."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.archive.speakers.full_names import canonical_of, scopes_of_person
from newscli.archive.speakers.names import full_name, is_surname_of, outlet_group, words_of
from newscli.archive.speakers.tables import Meant, Scope, add_scopes, scopes_of_speaker
from newscli.engines.given_names import genders_of_given_names
from newscli.english.name_parts import PARTICLES
from newscli.english.pronouns import GENDER_OF_PRONOUN
from newscli.english.titles import GENDER_OF_TITLE, Gender

_REASON: Final = "surname alone, one {who} of that name in {where}"
_WHO: Final[Mapping[Gender | None, str]] = {"m": "man", "f": "woman", None: "person"}
_GENDERS: Final[Mapping[str, Gender]] = {**GENDER_OF_TITLE, **GENDER_OF_PRONOUN}


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Somebody of a surname, with the gender that the given name makes likely."""

    person: int
    gender: Gender | None
    articles: int


def merge_surnames(connection: sqlite3.Connection) -> None:
    """Note whom a surname alone means, for each outlet and month in which it speaks.

    That is somebody if the articles of that outlet and month, or else those of that month, name one person
    of that surname in full, as a speaker or not; and if the archive knows nobody of that surname who is named
    more often: news may call its best-known people so, and never name them in full.
    Titles and pronouns say of which gender the speaker is. Memory holds the bearers of one surname at a time.
    """
    speakers = connection.execute(
        "SELECT id, name FROM speaker WHERE source_type = 'person' ORDER BY id"
    ).fetchall()
    for speaker, name in speakers:
        words = words_of(name)
        if not words or len(words[-1]) == 1:
            continue  # "I", "Q" for a question
        if full_name(name) is None or all(word in PARTICLES for word in words[:-1]):
            _merge(connection, speaker, words)


def _merge(connection: sqlite3.Connection, speaker: int, words: tuple[str, ...]) -> None:
    bearers = _bearers(connection, words)
    if not bearers:
        return
    scopes = list(scopes_of_speaker(connection, speaker))
    by_outlet, by_month = _known(connection, bearers, scopes)
    genders = _genders(connection, speaker)
    found: dict[Scope, Meant] = {}
    for scope in scopes:
        gender = genders.get(scope)
        may_be = [one for one in bearers if None in (gender, one.gender) or one.gender == gender]
        here = by_outlet[outlet_group(scope.outlet), scope.month]
        known, where = [one for one in may_be if one.person in here], "outlet and month"
        if not known:
            known, where = [one for one in may_be if one.person in by_month[scope.month]], "month"
        if len(known) == 1 and known[0].articles >= max(one.articles for one in may_be):
            who = _WHO[gender if len(may_be) < len(bearers) else None]
            canonical = canonical_of(connection, known[0].person, scope)
            found[scope] = Meant(canonical, _REASON.format(who=who, where=where))
    add_scopes(connection, speaker, scopes, found)


def _bearers(connection: sqlite3.Connection, words: tuple[str, ...]) -> list[_Bearer]:
    """Return the people whose surname it is."""
    rows = connection.execute(
        "SELECT full_name.person, full_name.text, full_name.given, person.articles FROM surname"
        " JOIN full_name ON full_name.person = surname.person JOIN person ON person.id = surname.person"
        " WHERE surname.word = ? ORDER BY full_name.id",
        (words[-1],),
    )
    found: dict[int, _Bearer] = {}
    for person, text, given, articles in rows:
        parts = full_name(text)
        if parts is not None and parts.words != words and is_surname_of(words, parts):
            found.setdefault(person, _Bearer(person, genders_of_given_names().get(given), articles))
    return list(found.values())


def _known(
    connection: sqlite3.Connection, bearers: Iterable[_Bearer], scopes: Sequence[Scope]
) -> tuple[defaultdict[tuple[str, str], set[int]], defaultdict[str, set[int]]]:
    """Return who is named in full in each outlet and month of some scopes, and in each month."""
    places = {(outlet_group(scope.outlet), scope.month) for scope in scopes}
    months = {scope.month for scope in scopes}
    by_outlet: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    by_month: defaultdict[str, set[int]] = defaultdict(set)
    for bearer in bearers:
        for scope in scopes_of_person(connection, bearer.person):
            if scope.month in months:
                by_month[scope.month].add(bearer.person)
            if (place := (outlet_group(scope.outlet), scope.month)) in places:
                by_outlet[place].add(bearer.person)
    return by_outlet, by_month


def _genders(connection: sqlite3.Connection, speaker: int) -> dict[Scope, Gender]:
    """Return of which gender a speaker is where the articles of an outlet and month show one alone."""
    shown: defaultdict[Scope, set[Gender]] = defaultdict(set)
    for outlet, month, mention in connection.execute(
        "SELECT DISTINCT coalesce(outlet, ''), substr(coalesce(date, ''), 1, 7), lower(mention) FROM quote"
        " WHERE speaker_id = ? AND mention IS NOT NULL",
        (speaker,),
    ):
        words = [word.strip(".,") for word in mention.split()]
        shown[Scope(outlet, month)].update(_GENDERS[word] for word in words if word in _GENDERS)
    return {scope: next(iter(genders)) for scope, genders in shown.items() if len(genders) == 1}
