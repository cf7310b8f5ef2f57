"""Organisations in an archive: which names are one body's, and whose acronym is whose."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from newscli.analysis.names.forms import (
    acronyms,
    fold_letters,
    is_generic,
    is_place,
    looks_like_acronym,
    name_words,
    plain_name,
    same_name,
    spells,
)
from newscli.archive.speakers.names import outlet_group
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
from newscli.english.grammar import DETERMINERS

SAME_WORDS: Final = "name of the organisation, its words in another order or form"
DOCUMENT: Final = "name of the organisation, for a document of it"
INTRODUCED: Final = "acronym that articles introduce"
INITIALS: Final = "acronym by the initials of one organisation alone"
IN_SCOPE: Final = "acronym of one organisation alone in outlet and month"
# Two initials fit too many names.
_MIN_INITIALS: Final = 3
_DOCUMENTS: Final = (
    "SELECT id, name FROM speaker WHERE source_type = 'document'"
    f" AND name IN (SELECT name FROM entity WHERE label = 'ORG') {KEPT}"
)


class _Body(NamedTuple):
    """A name of an organisation, with its speaker, and the speaker of its documents, if there are any."""

    id: int
    text: str
    same: str
    speaker: int | None
    document: int | None
    articles: int
    chosen: int


def merge_bodies(connection: sqlite3.Connection) -> None:
    """Note which names of organisations mean one: other forms of a name, and acronyms.

    An acronym means the organisation beside whose name articles have it, or of whose name it has the
    initials, if that is one alone in the archive; of several, the one that an outlet names in full in that
    month. Linear but for sorting.
    """
    _collect(connection)
    _collect_acronyms(connection)
    unsure = _settle_acronyms(connection)
    rows = connection.execute(
        "SELECT id, text, same, speaker_id, document_id,"
        " max(coalesce((SELECT count(*) FROM mention WHERE mention.entity_id = body.entity_id), 0),"
        " coalesce((SELECT count(*) FROM source WHERE source.speaker_id = body.speaker_id), 0)),"
        " EXISTS (SELECT 1 FROM settled WHERE settled.speaker_id = body.speaker_id)"
        " FROM body ORDER BY same, text"
    )
    for _, group in groupby((_Body(*row) for row in rows), key=lambda body: body.same):
        _merge(connection, list(group))
    for body, letters in unsure:
        _merge_by_scope(connection, body, letters)


def _collect(connection: sqlite3.Connection) -> None:
    """Collect the names of organisations, as speakers and as entities, and their documents."""
    for column, query in (
        ("speaker_id", f"SELECT id, name FROM speaker WHERE source_type = 'organisation' {KEPT}"),
        ("entity_id", "SELECT id, name FROM entity WHERE label = 'ORG' ORDER BY id"),
        ("document_id", _DOCUMENTS),
    ):
        for number, text in connection.execute(query):
            words = _words(text)
            if words and _is_name(text, words):
                connection.execute(
                    f"INSERT INTO body (text, same, {column}) VALUES (?, ?, ?)"
                    f" ON CONFLICT (text) DO UPDATE SET {column} = excluded.{column}",
                    (text, same_name(words, "ORG"), number),
                )
    connection.execute("CREATE INDEX temp.body_by_same ON body (same)")


def _is_name(text: str, words: tuple[str, ...]) -> bool:
    """Return whether words name a body: "the Obama administration", but no "the campaign", "Police"."""
    first, *others = text.split()
    kept = others if first.lower() in DETERMINERS else [first, *others]
    is_kind = len(words) == 1 and is_generic(words)
    return any(char.isupper() for char in " ".join(kept)) and not is_kind


def _words(text: str) -> tuple[str, ...]:
    return name_words(plain_name(text, "ORG"), "ORG")


def _letters(text: str) -> str:
    return fold_letters(text).replace(".", "")


def _collect_acronyms(connection: sqlite3.Connection) -> None:
    """Collect which acronyms articles have beside a name, and those that names give by their initials."""
    beside = connection.execute(
        "SELECT DISTINCT entity.name, other.value FROM mention JOIN entity ON entity.id = mention.entity_id"
        " JOIN json_each(mention.aliases) AS other WHERE entity.label = 'ORG' AND mention.aliases <> '[]'"
    )
    for text, other in beside:
        words = _words(text)
        letters = _letters(other)
        is_short_for = looks_like_acronym(other) and not looks_like_acronym(text) and spells(other, words)
        # "U.S." may be found beside the Senate's name, and "NBC" is a part of "NBC News".
        if is_short_for and letters not in words and not is_place((letters,)):
            _add_acronym(connection, letters, same_name(words, "ORG"), 1)
    for (text,) in connection.execute("SELECT text FROM body"):
        words = _words(text)
        for letters in () if looks_like_acronym(text) else acronyms(words):
            if len(letters) >= _MIN_INITIALS:
                _add_acronym(connection, letters, same_name(words, "ORG"), 0)


def _add_acronym(connection: sqlite3.Connection, letters: str, same: str, introduced: int) -> None:
    connection.execute(
        "INSERT INTO acronym VALUES (?, ?, ?) ON CONFLICT (letters, same) DO NOTHING",
        (letters, same, introduced),
    )


def _settle_acronyms(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Count an acronym of one organisation alone among its names; return the speakers of the others."""
    unsure = []
    rows = connection.execute("SELECT id, text, speaker_id FROM body ORDER BY id").fetchall()
    for number, text, speaker in rows:
        if not looks_like_acronym(text):
            continue
        meant = connection.execute(
            "SELECT same, introduced FROM acronym WHERE letters = ? ORDER BY introduced DESC, same",
            (_letters(text),),
        ).fetchall()
        if len(meant) == 1:
            reason = INTRODUCED if meant[0][1] else INITIALS
            connection.execute(
                "UPDATE body SET same = ?, reason = ? WHERE id = ?", (meant[0][0], reason, number)
            )
        elif meant and speaker is not None:
            unsure.append((speaker, _letters(text)))
    return unsure


def _merge(connection: sqlite3.Connection, bodies: list[_Body]) -> None:
    """Note that the names of one organisation mean it; it is called as most articles do."""
    speaking = [body for body in bodies if body.speaker is not None]
    first = max(
        speaking,
        key=lambda body: (body.chosen, body.articles, not body.text.isupper(), body.text),
        default=None,
    )
    if first is None or first.speaker is None:
        return
    for body in bodies:
        if body.speaker is not None and body is not first:
            (reason,) = connection.execute("SELECT reason FROM body WHERE id = ?", (body.id,)).fetchone()
            if reason is None and looks_like_acronym(first.text):
                (reason,) = connection.execute("SELECT reason FROM body WHERE id = ?", (first.id,)).fetchone()
            add_alias(connection, body.speaker, ANYWHERE, first.speaker, reason or SAME_WORDS)
        if body.document is not None:
            add_alias(connection, body.document, ANYWHERE, first.speaker, DOCUMENT)


def _merge_by_scope(connection: sqlite3.Connection, speaker: int, letters: str) -> None:
    """Note whom an acronym of several organisations means where an outlet names one of them in full."""
    scopes = list(scopes_of_speaker(connection, speaker))
    places = {(outlet_group(scope.outlet), scope.month) for scope in scopes}
    known: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for same, entity in _named_in_full(connection, letters):
        for scope in scopes_of_entity(connection, entity):
            if (place := (outlet_group(scope.outlet), scope.month)) in places:
                known[place].add(same)
    found: dict[Scope, Meant] = {}
    for scope in scopes:
        meant = known[outlet_group(scope.outlet), scope.month]
        if len(meant) == 1:
            (text,) = connection.execute(
                "SELECT text FROM body WHERE same = ? AND reason IS NULL"
                " ORDER BY speaker_id IS NULL, text LIMIT 1",
                (next(iter(meant)),),
            ).fetchone()
            found[scope] = Meant(speaker_called(connection, text, "organisation"), IN_SCOPE)
    add_scopes(connection, speaker, scopes, found)


def _named_in_full(connection: sqlite3.Connection, letters: str) -> Iterator[tuple[str, int]]:
    rows = connection.execute(
        "SELECT body.same, body.entity_id FROM acronym JOIN body ON body.same = acronym.same"
        " WHERE acronym.letters = ? AND body.entity_id IS NOT NULL AND body.reason IS NULL ORDER BY body.id",
        (letters,),
    ).fetchall()
    yield from ((str(same), int(entity)) for same, entity in rows)
