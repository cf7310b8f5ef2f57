"""What the user says of names: a file of which name means whom, which wins over all that newscli finds."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newscli.analysis.names.forms import fold_letters
from newscli.archive.speakers.tables import speaker_called
from newscli.errors import UsageError

CHOSEN: Final = "chosen"
_COLUMNS: Final = ("name", "canonical", "note")
# A list by hand has some hundred names; one from a register some ten thousand.
_MAX_BYTES: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Chosen:
    """A name, whom it means, and why; the same name twice says that it means nobody else."""

    name: str
    canonical: str
    note: str = ""


def read_chosen(path: str) -> list[Chosen]:
    """Read the user's file: CSV of name, canonical name and note, with a header or without.

    Raises:
        UsageError: If it cannot be read, a row lacks a name, or one name is to mean two.
    """
    try:
        data = Path(path).read_bytes()
        if len(data) > _MAX_BYTES:
            raise UsageError(
                f"--aliases: {path}: is larger than {_MAX_BYTES // 1024**2} MB",
                "keep only the names that matter",
            )
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is no UTF-8"
        raise UsageError(f"--aliases: {path}: cannot be read: {reason}", "name a CSV file in UTF-8") from None
    found: dict[str, Chosen] = {}
    hint = "a row is: name, canonical name, note"
    rows = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
    try:
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if rows.line_num == 1 and tuple(cell.lower() for cell in cells[:2]) == _COLUMNS[:2]:
                continue
            name, canonical, note = (*cells, "", "")[:3]
            if not name or not canonical:
                raise UsageError(f"--aliases: {path}: line {rows.line_num} has no two names", hint)
            before = found.setdefault(fold_letters(name), Chosen(name, canonical, note))
            if before.canonical != canonical:
                raise UsageError(
                    f"--aliases: {path}: line {rows.line_num}: {name} is {before.canonical} already",
                    "a name means one speaker",
                )
    except csv.Error as error:
        raise UsageError(f"--aliases: {path}: line {rows.line_num}: {error}", hint) from None
    return list(found.values())


def keep_chosen(connection: sqlite3.Connection) -> list[str]:
    """Leave what the user has chosen in the archive, and forget all other aliases."""
    connection.execute("DELETE FROM speaker_alias WHERE reason <> ?", (CHOSEN,))
    _settle(connection)
    return []


def enter_chosen(connection: sqlite3.Connection, chosen: Sequence[Chosen]) -> list[str]:
    """Enter what the user has chosen, and forget all other aliases; return the names that nobody bears."""
    connection.execute("DELETE FROM speaker_alias")
    means = {fold_letters(one.name): one.canonical for one in chosen}
    missing = []
    for one in chosen:
        rows = connection.execute(
            "SELECT id, source_type FROM speaker WHERE folded = ? ORDER BY id", (fold_letters(one.name),)
        ).fetchall()
        if not rows:
            missing.append(one.name)
        for speaker, source_type in rows:
            canonical = speaker_called(connection, _end_of(one.canonical, means), source_type)
            connection.execute(
                "INSERT INTO speaker_alias (speaker_id, canonical_id, reason, note) VALUES (?, ?, ?, ?)",
                (speaker, canonical, CHOSEN, one.note),
            )
    _settle(connection)
    return missing


def _settle(connection: sqlite3.Connection) -> None:
    """Note about whom the user has decided, and who was sent to somebody else."""
    connection.execute("INSERT INTO settled SELECT speaker_id, speaker_id <> canonical_id FROM speaker_alias")


def _end_of(canonical: str, means: dict[str, str]) -> str:
    """Follow a canonical name that means another one in turn, as far as that leads anywhere."""
    passed = {fold_letters(canonical)}
    while (further := means.get(fold_letters(canonical))) and fold_letters(further) not in passed:
        passed.add(fold_letters(further))
        canonical = further
    return canonical
