"""The one writer of an archive: rows as they come, in transactions of some seconds."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from newscli.analysis.names.forms import fold_letters
from newscli.archive.rows import (
    ArticleRow,
    ArticleRows,
    EntityName,
    FailureRow,
    MentionRow,
    QuoteRow,
    SourceRow,
    SpeakerName,
)

# What is lost if the process is killed is at most what came in so many seconds.
_SECONDS_OF_TRANSACTION: Final = 2.0
# Names whose numbers are kept in memory: some 10 MB.
_NAMES_KEPT: Final = 50_000


def _insert(table: str, columns: Sequence[str]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


_ARTICLE: Final = _insert("article", ("id", *ArticleRow._fields))
_OF_SPEAKER: Final = ("article_id", "outlet", "date", "speaker_id", "canonical_id")
_QUOTE: Final = _insert("quote", (*_OF_SPEAKER, *QuoteRow._fields[1:]))
_SOURCE: Final = _insert("source", (*_OF_SPEAKER, *SourceRow._fields[1:]))
_MENTION: Final = _insert("mention", ("article_id", "outlet", "date", "entity_id", *MentionRow._fields[1:]))
_FAILURE: Final = f"{_insert('failure', FailureRow._fields)} ON CONFLICT (file, article, message) DO NOTHING"

_FORGET_SPEAKERS: Final = (
    "DELETE FROM speaker WHERE NOT EXISTS (SELECT 1 FROM quote WHERE speaker_id = speaker.id)"
    " AND NOT EXISTS (SELECT 1 FROM quote WHERE canonical_id = speaker.id)"
    " AND NOT EXISTS (SELECT 1 FROM source WHERE speaker_id = speaker.id)"
    " AND NOT EXISTS (SELECT 1 FROM source WHERE canonical_id = speaker.id)"
)
_FORGET_ENTITIES: Final = (
    "DELETE FROM entity WHERE NOT EXISTS (SELECT 1 FROM mention WHERE entity_id = entity.id)"
)


class Writer:
    """Writes rows into an archive.

    Args:
        connection: Open to write, with the schema, and no transaction begun.
        clock: Returns seconds; when the next commit is due goes by it.

    Attributes:
        replaced: How many articles took the place of a reading by another version.
    """

    def __init__(self, connection: sqlite3.Connection, clock: Callable[[], float] = time.monotonic) -> None:
        self._connection = connection
        self._clock = clock
        self._due = 0.0
        self.replaced = 0
        self._speaker = lru_cache(_NAMES_KEPT)(self._speaker_in_table)
        self._entity = lru_cache(_NAMES_KEPT)(self._entity_in_table)

    def reads_as(self, content: str) -> str | None:
        """Return the version that has read an article of this hash, None if it is not in the archive."""
        found = self._connection.execute("SELECT model FROM article WHERE content = ?", (content,)).fetchone()
        return str(found[0]) if found else None

    def add(self, rows: ArticleRows) -> None:
        """Add an article; a reading of the same content by another version gives way to it."""
        self._begin()
        article, execute = rows.article, self._connection.execute
        before = execute("SELECT id FROM article WHERE content = ?", (article.content,)).fetchone()
        if before:
            execute("DELETE FROM article WHERE id = ?", before)
            self.replaced += 1
        number = execute(_ARTICLE, (before[0] if before else None, *article)).lastrowid
        place = (number, article.outlet, article.date)
        many = self._connection.executemany
        many(_QUOTE, [(*place, *self._both(quote.speaker), *quote[1:]) for quote in rows.quotes])
        many(_SOURCE, [(*place, *self._both(source.speaker), *source[1:]) for source in rows.sources])
        many(_MENTION, [(*place, self._entity(mention.entity), *mention[1:]) for mention in rows.mentions])
        self._commit_if_due()

    def fail(self, failure: FailureRow) -> None:
        """Note what could not be read."""
        self._begin()
        self._connection.execute(_FAILURE, failure)
        self._commit_if_due()

    def forget_failures(self, file: str) -> None:
        """Forget what could not be read of an input, because it is read again."""
        self._begin()
        self._connection.execute("DELETE FROM failure WHERE file = ?", (file,))

    def commit(self) -> None:
        """Make what was written last, whatever happens to this process."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")

    def finish(self) -> None:
        """Commit, without the names that no article has any more."""
        self._begin()
        if self.replaced:
            self._connection.execute(_FORGET_SPEAKERS)
            self._connection.execute(_FORGET_ENTITIES)
            self._speaker.cache_clear()
            self._entity.cache_clear()
        self.commit()

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._due = self._clock() + _SECONDS_OF_TRANSACTION

    def _commit_if_due(self) -> None:
        if self._clock() >= self._due:
            self.commit()

    def _both(self, speaker: SpeakerName | None) -> tuple[int | None, int | None]:
        """Return the number of a speaker, and the same as its canonical one until speakers are merged."""
        number = None if speaker is None else self._speaker(speaker)
        return number, number

    def _speaker_in_table(self, speaker: SpeakerName) -> int:
        return self._number(
            "SELECT id FROM speaker WHERE name = ? AND source_type IS ?",
            "INSERT INTO speaker (name, source_type, folded) VALUES (?, ?, ?)",
            *speaker,
        )

    def _entity_in_table(self, entity: EntityName) -> int:
        return self._number(
            "SELECT id FROM entity WHERE name = ? AND label = ?",
            "INSERT INTO entity (name, label, folded) VALUES (?, ?, ?)",
            *entity,
        )

    def _number(self, select: str, insert: str, name: str, kind: str | None) -> int:
        found = self._connection.execute(select, (name, kind)).fetchone()
        if found:
            return int(found[0])
        return int(self._connection.execute(insert, (name, kind, fold_letters(name))).lastrowid or 0)
