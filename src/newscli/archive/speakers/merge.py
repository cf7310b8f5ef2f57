"""Who the speakers of an archive are: all that is decided, and how it is entered."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from newscli.archive.speakers.bodies import merge_bodies
from newscli.archive.speakers.chosen import Chosen, enter_chosen, keep_chosen
from newscli.archive.speakers.full_names import merge_full_names
from newscli.archive.speakers.surnames import merge_surnames
from newscli.archive.speakers.tables import drop_tables, make_tables


def merge_speakers(connection: sqlite3.Connection, chosen: Sequence[Chosen] | None = None) -> list[str]:
    """Find which speakers are one, and enter that into ``speaker_alias`` and ``canonical_id``.

    All is decided anew from the names that the articles have, so that nothing depends on the order in which
    they came. What the user has chosen before stays chosen.

    Args:
        connection: An archive, open to write, without a transaction.
        chosen: What the user has decided; None to leave it as it is in the archive.

    Returns:
        The names that the user has decided about and that no article has.
    """
    make_tables(connection)
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            missing = _decide(connection, chosen)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    finally:
        drop_tables(connection)
    return missing


def _decide(connection: sqlite3.Connection, chosen: Sequence[Chosen] | None) -> list[str]:
    execute = connection.execute
    execute("INSERT INTO touched SELECT DISTINCT speaker_id FROM speaker_alias")
    missing = keep_chosen(connection) if chosen is None else enter_chosen(connection, chosen)
    merge_full_names(connection)
    merge_surnames(connection)
    merge_bodies(connection)
    _follow_chosen(connection)
    execute(
        "INSERT INTO touched SELECT DISTINCT speaker_id FROM speaker_alias WHERE true ON CONFLICT DO NOTHING"
    )
    for table in ("quote", "source"):
        _enter(connection, table)
    execute(
        "DELETE FROM speaker WHERE id NOT IN (SELECT speaker_id FROM quote WHERE speaker_id IS NOT NULL)"
        " AND id NOT IN (SELECT speaker_id FROM source)"
        " AND id NOT IN (SELECT canonical_id FROM speaker_alias)"
    )
    return missing


def _follow_chosen(connection: sqlite3.Connection) -> None:
    """Let those who were merged with somebody follow where the user has sent him."""
    connection.execute(
        "UPDATE speaker_alias SET canonical_id = chosen.canonical_id FROM speaker_alias AS chosen"
        " WHERE chosen.speaker_id = speaker_alias.canonical_id AND chosen.reason = 'chosen'"
        " AND speaker_alias.reason <> 'chosen'"
    )


def _enter(connection: sqlite3.Connection, table: str) -> None:
    """Set who the speakers are in the rows of a table, where that has changed."""
    canonical = (
        "coalesce((SELECT canonical_id FROM speaker_alias AS alias WHERE"
        f" alias.speaker_id = {table}.speaker_id AND alias.outlet IN ('', {table}.outlet)"
        f" AND alias.month IN ('', substr({table}.date, 1, 7))"
        f" ORDER BY alias.outlet || alias.month <> '' DESC LIMIT 1), {table}.speaker_id)"
    )
    connection.execute(
        f"UPDATE {table} SET canonical_id = {canonical}"
        f" WHERE speaker_id IN (SELECT speaker_id FROM touched) AND canonical_id IS NOT {canonical}"
    )
