"""Full names in an archive: who bears them, and which are so common that several people may."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from newscli.archive.speakers.names import FullName, full_name, outlet_group, surnames
from newscli.archive.speakers.people import Named, Person, people_of, why
from newscli.archive.speakers.tables import (
    ANYWHERE,
    KEPT,
    Meant,
    Scope,
    add_alias,
    add_scopes,
    scopes_of_entity,
    scopes_of_speaker,
    speaker_called,
)

COMMON_NAME: Final = "full name, a common one, within outlet and year"
ONE_OF_MIDDLE: Final = "first and last name, one person with a middle name in outlet and month"
# A name of which a greater share of mentions may be of others is parted. Of most names that share is nearly
# 0, so that all together stay well above 97 % right.
_MAX_OTHERS: Final = 0.1
# Readers of one article in so many part the two names of a man by mistake.
_MISTAKEN: Final = 0.05
_SURNAME: Final = "SELECT id FROM entity WHERE folded = ? AND label = 'PER'"


def merge_full_names(connection: sqlite3.Connection) -> None:
    """Find the people whom the archive knows by full name, and note which names are theirs.

    Fills ``full_name``, ``person`` and what belongs to them. Linear but for sorting; memory holds the names
    of one first and last name at a time.
    """
    _collect(connection)
    rows = connection.execute(
        "SELECT id, text, last, given, speaker_id,"
        " max(coalesce((SELECT count(*) FROM mention WHERE mention.entity_id = full_name.entity_id), 0),"
        " coalesce((SELECT count(*) FROM source WHERE source.speaker_id = full_name.speaker_id), 0)),"
        " EXISTS (SELECT 1 FROM settled WHERE settled.speaker_id = full_name.speaker_id)"
        " FROM full_name ORDER BY last, given, text"
    )
    for (last, given), group in groupby(rows, key=lambda row: (row[2], row[3])):
        names = [Named(row[0], row[1], _parts(row[1]), row[5], row[4], bool(row[6])) for row in group]
        _add_people(connection, last, given, people_of(names, lambda a, b: _are_two(connection, a, b)))
    _find_common(connection)
    for person in _ids(connection, "SELECT id FROM person WHERE common = 1"):
        _part_common(connection, person)
    for person in _ids(connection, "SELECT DISTINCT person FROM may_be ORDER BY 1"):
        _find_middle_names(connection, person)


def _parts(text: str) -> FullName:
    parts = full_name(text)
    assert parts is not None, text  # noqa: S101 - only full names are collected
    return parts


def _ids(connection: sqlite3.Connection, query: str) -> list[int]:
    return [int(row[0]) for row in connection.execute(query)]


def _collect(connection: sqlite3.Connection) -> None:
    """Collect the full names of speakers and of people who are named."""
    for column, query in (
        ("speaker_id", f"SELECT id, name FROM speaker WHERE source_type = 'person' {KEPT}"),
        ("entity_id", "SELECT id, name FROM entity WHERE label = 'PER' ORDER BY id"),
    ):
        for number, text in connection.execute(query):
            parts = full_name(text)
            if parts is None:
                continue
            connection.execute(
                f"INSERT INTO full_name (text, last, given, {column}) VALUES (?, ?, ?, ?)"
                f" ON CONFLICT (text) DO UPDATE SET {column} = excluded.{column}",
                (text, parts.last, parts.given, number),
            )
    connection.execute("CREATE INDEX temp.full_name_by_person ON full_name (person)")


def _are_two(connection: sqlite3.Connection, without: Sequence[Named], behind: Sequence[Named]) -> bool:
    """Return whether articles that name "Ted Roe Jr." name "Ted Roe" or "Roe" as well, as somebody else."""
    if any(name.parts.generation == "sr" for name in behind):
        return True  # nobody is called the elder if there is no younger one
    last = without[0].parts.words[-1]
    others = f"SELECT entity_id FROM full_name WHERE id IN ({_list(without)}) UNION {_SURNAME}"
    articles, both = connection.execute(
        "SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM mention AS other WHERE"
        f" other.article_id = mention.article_id AND other.entity_id IN ({others}))), 0) FROM mention"
        f" WHERE entity_id IN (SELECT entity_id FROM full_name WHERE id IN ({_list(behind)}))",
        (last,),
    ).fetchone()
    return bool(both > articles * _MISTAKEN)


def _list(names: Sequence[Named]) -> str:
    return ", ".join(str(name.id) for name in names)


def _add_people(connection: sqlite3.Connection, last: str, given: str, people: Sequence[Person]) -> None:
    numbers = []
    for person in people:
        first = person.names[0]
        articles = sum(name.articles for name in person.names)
        added = connection.execute(
            "INSERT INTO person (text, last, given, articles, speaker_id) VALUES (?, ?, ?, ?, ?)",
            (first.text, last, given, articles, first.speaker),
        )
        number = int(added.lastrowid or 0)
        numbers.append(number)
        for name in person.names:
            connection.execute("UPDATE full_name SET person = ? WHERE id = ?", (number, name.id))
            connection.executemany(
                "INSERT INTO surname VALUES (?, ?) ON CONFLICT DO NOTHING",
                [(word, number) for word in surnames(name.parts)],
            )
            if name.speaker is not None and first.speaker is not None and name is not first:
                reason = why(name.parts, first.parts)
                add_alias(connection, name.speaker, ANYWHERE, first.speaker, reason)
        connection.executemany(
            "INSERT INTO may_be VALUES (?, ?)", [(number, numbers[other]) for other in person.may_be]
        )


def _find_common(connection: sqlite3.Connection) -> None:
    """Mark the names that several people may bear, as far as chance goes.

    If first and last names were joined at random, so many others would bear this pair: the last names that
    stand behind the first one, times the first names that stand before the last one, over all people. Each of
    them is in as many articles as people are on average, and whoever is in far more has the name to himself.
    """
    connection.execute(
        "UPDATE person SET common = 1 FROM"
        " (SELECT given, count(DISTINCT last) - 1 AS people FROM person GROUP BY given) AS first,"
        " (SELECT last, count(DISTINCT given) - 1 AS people FROM person GROUP BY last) AS behind,"
        " (SELECT count(*) AS people, avg(articles) AS articles FROM person) AS every"
        " WHERE first.given = person.given AND behind.last = person.last AND person.articles > 1"
        " AND 1.0 * first.people * behind.people / every.people * every.articles > ? * person.articles",
        (_MAX_OTHERS,),
    )


def scopes_of_person(connection: sqlite3.Connection, person: int) -> Iterator[Scope]:
    """Yield where and when somebody is named in full; a scope may come again."""
    rows = connection.execute(
        "SELECT speaker_id, entity_id FROM full_name WHERE person = ? ORDER BY id", (person,)
    ).fetchall()
    for speaker, entity in rows:
        if entity is not None:
            yield from scopes_of_entity(connection, entity)
        if speaker is not None:
            yield from scopes_of_speaker(connection, speaker)


def canonical_of(connection: sqlite3.Connection, person: int, scope: Scope) -> int:
    """Return the speaker that a person is in an outlet and month, who is added if there is none yet."""
    text, speaker, common = connection.execute(
        "SELECT text, speaker_id, common FROM person WHERE id = ?", (person,)
    ).fetchone()
    if common:
        return _one_of_common(connection, person, text, scope)
    if speaker is None:
        speaker = speaker_called(connection, text, "person")
        connection.execute("UPDATE person SET speaker_id = ? WHERE id = ?", (speaker, person))
    return int(speaker)


def _one_of_common(connection: sqlite3.Connection, person: int, text: str, scope: Scope) -> int:
    key = (person, outlet_group(scope.outlet), scope.month[:4])
    found = connection.execute(
        "SELECT speaker_id FROM common_of WHERE person = ? AND outlet = ? AND year = ?", key
    ).fetchone()
    if found:
        return int(found[0])
    place = ", ".join(part for part in (scope.outlet, scope.month[:4]) if part)
    speaker = speaker_called(connection, f"{text} ({place})" if place else text, "person")
    connection.execute("INSERT INTO common_of VALUES (?, ?, ?, ?)", (*key, speaker))
    return speaker


def _part_common(connection: sqlite3.Connection, person: int) -> None:
    """Take the bearers of a common name for one within an outlet and a year."""
    groups = {(outlet_group(scope.outlet), scope.month[:4]) for scope in scopes_of_person(connection, person)}
    if len(groups) <= 1:
        connection.execute("UPDATE person SET common = 0 WHERE id = ?", (person,))
        return
    rows = connection.execute(
        "SELECT speaker_id FROM full_name WHERE person = ? AND speaker_id IS NOT NULL ORDER BY id", (person,)
    ).fetchall()
    for (speaker,) in rows:
        scopes = list(scopes_of_speaker(connection, speaker))
        found = {scope: Meant(canonical_of(connection, person, scope), COMMON_NAME) for scope in scopes}
        add_scopes(connection, speaker, scopes, found)


def _find_middle_names(connection: sqlite3.Connection, person: int) -> None:
    """Take a name without middle names for the one person with some whom an outlet knows in that month."""
    others = [row[0] for row in connection.execute("SELECT other FROM may_be WHERE person = ?", (person,))]
    speakers = connection.execute(
        "SELECT speaker_id FROM full_name WHERE person = ? AND speaker_id IS NOT NULL", (person,)
    ).fetchall()
    known: dict[tuple[str, str], set[int]] = {}
    for other in others:
        for scope in scopes_of_person(connection, other):
            known.setdefault((outlet_group(scope.outlet), scope.month), set()).add(other)
    for (speaker,) in speakers:
        scopes = list(scopes_of_speaker(connection, speaker))
        found: dict[Scope, Meant] = {}
        for scope in scopes:
            bearers = known.get((outlet_group(scope.outlet), scope.month), set())
            if len(bearers) == 1:
                canonical = canonical_of(connection, next(iter(bearers)), scope)
                found[scope] = Meant(canonical, ONE_OF_MIDDLE)
        add_scopes(connection, speaker, scopes, found)
