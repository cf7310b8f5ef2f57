"""What is kept while speakers are merged: tables of the connection alone, on disk if they are large."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from newscli.analysis.names.forms import fold_letters

TABLES: Final = """
CREATE TEMP TABLE full_name (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    last TEXT NOT NULL,
    given TEXT NOT NULL,
    speaker_id INTEGER,
    entity_id INTEGER,
    person INTEGER
);
CREATE TEMP TABLE person (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    last TEXT NOT NULL,
    given TEXT NOT NULL,
    articles INTEGER NOT NULL,
    speaker_id INTEGER,
    common INTEGER NOT NULL DEFAULT 0
);
CREATE TEMP TABLE may_be (person INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (person, other));
CREATE TEMP TABLE surname (word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person));
CREATE TEMP TABLE common_of (
    person INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    year TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    PRIMARY KEY (person, outlet, year)
);
CREATE TEMP TABLE body (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    same TEXT NOT NULL,
    speaker_id INTEGER,
    document_id INTEGER,
    entity_id INTEGER,
    reason TEXT
);
CREATE TEMP TABLE acronym (
    letters TEXT NOT NULL,
    same TEXT NOT NULL,
    introduced INTEGER NOT NULL,
    PRIMARY KEY (letters, same)
);
CREATE TEMP TABLE settled (speaker_id INTEGER PRIMARY KEY, sent INTEGER NOT NULL);
CREATE TEMP TABLE touched (speaker_id INTEGER PRIMARY KEY);
"""
_NAMES: Final = (
    *("full_name", "person", "may_be", "surname", "common_of", "body", "acronym", "settled", "touched"),
)


class Scope(NamedTuple):
    """Where and when a name is used: an outlet as articles write it, and a month, ``YYYY-MM``.

    Either is empty if the articles do not say it.
    """

    outlet: str
    month: str


class Meant(NamedTuple):
    """The speaker whom a name means, and for what reason."""

    canonical: int
    reason: str


# Of the speakers, not those of whom the user says that they are nobody else.
KEPT: Final = "AND id NOT IN (SELECT speaker_id FROM settled WHERE sent = 0) ORDER BY id"
ANYWHERE: Final = Scope("", "")


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the temporary tables."""
    drop_tables(connection)
    for statement in TABLES.split(";"):
        connection.execute(statement)


def drop_tables(connection: sqlite3.Connection) -> None:
    """Remove the temporary tables."""
    for name in _NAMES:
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")


def add_alias(
    connection: sqlite3.Connection, speaker: int, scope: Scope, canonical: int, reason: str
) -> None:
    """Note that a speaker's name means another speaker, in one outlet and month or anywhere.

    Nothing is noted of a speaker about whom the user has decided.
    """
    connection.execute(
        "INSERT INTO speaker_alias (speaker_id, outlet, month, canonical_id, reason)"
        " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM settled WHERE speaker_id = ?1)"
        " ON CONFLICT (speaker_id, outlet, month) DO NOTHING",
        (speaker, *scope, canonical, reason),
    )


def add_scopes(
    connection: sqlite3.Connection, speaker: int, scopes: Collection[Scope], found: Mapping[Scope, Meant]
) -> None:
    """Note whom a speaker's name means in each outlet and month where that was found.

    An alias with an empty outlet or month holds in all: it is left out if the name means others there.

    Args:
        connection: The archive.
        speaker: Who is named.
        scopes: Where and when the name is used, all of them.
        found: Whom it means there, and why; of some of them.
    """
    for scope, meant in found.items():
        if "" in scope:
            also = (other for other in scopes if scope.outlet in {"", other.outlet})
            held = [found.get(other) for other in also if scope.month in {"", other.month}]
            if any(other is None or other.canonical != meant.canonical for other in held):
                continue
        add_alias(connection, speaker, scope, *meant)


def speaker_called(connection: sqlite3.Connection, name: str, source_type: str | None) -> int:
    """Return the number of a speaker of this name and type, who is added if there is none."""
    found = connection.execute(
        "SELECT id FROM speaker WHERE name = ? AND source_type IS ?", (name, source_type)
    ).fetchone()
    if found:
        return int(found[0])
    added = connection.execute(
        "INSERT INTO speaker (name, source_type, folded) VALUES (?, ?, ?)",
        (name, source_type, fold_letters(name)),
    )
    return int(added.lastrowid or 0)


def scopes_of_speaker(connection: sqlite3.Connection, speaker: int) -> Iterator[Scope]:
    """Yield where and when somebody speaks by one name."""
    rows = connection.execute(
        "SELECT DISTINCT coalesce(outlet, ''), substr(coalesce(date, ''), 1, 7) FROM quote"
        " WHERE speaker_id = ? ORDER BY 1, 2",
        (speaker,),
    )
    yield from (Scope(*row) for row in rows)


def scopes_of_entity(connection: sqlite3.Connection, entity: int) -> Iterator[Scope]:
    """Yield where and when an entity is named."""
    rows = connection.execute(
        "SELECT DISTINCT coalesce(outlet, ''), substr(coalesce(date, ''), 1, 7) FROM mention"
        " WHERE entity_id = ? ORDER BY 1, 2",
        (entity,),
    )
    yield from (Scope(*row) for row in rows)
