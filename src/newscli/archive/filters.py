"""What a user asks of an archive, as conditions in SQL."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.analysis.names.forms import fold_letters
from newscli.errors import UsageError
from newscli.model import SHOWN_FROM

# What makes a query one of FTS5's own language, rather than some words that all must occur.
_OPERATORS: Final = re.compile(r'["()*^]|\b(?:AND|OR|NOT|NEAR)\b')
_NEAREST: Final = 3
# Misspelt names are looked for among so many that begin with as many of the same letters.
_SAME_LETTERS: Final = 2
_MOST_COMPARED: Final = 5_000
# What a word of a name is made of, for FTS5's tokenizer too.
_WORD: Final = re.compile(r"[^\W_]+")
# As ``model.Quote.attributed`` has it.
_ATTRIBUTED: Final = (
    "r.canonical_id IS NOT NULL"
    " AND (r.paragraph IS NOT NULL OR r.kind <> 'indirect' OR r.mention IS NOT NULL)"
)

Parameter = str | int | float


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; what is empty or None lets all pass.

    Attributes:
        speakers: Beginnings of names, as for ``newscli quotes --speaker``; of any name of a speaker.
        kinds: Of ``model.KINDS``.
        acts: Of ``model.ACTS``.
        statuses: Of ``model.STATUSES``.
        everything: Also quotes that no list shows.
        min_confidence: 0 to 1; None for that of what is shown.
        outlets: Names of outlets; case does not count.
        since: The first day, month or year: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.
        until: The last one.
        topic: Words that an article must hold, or a query of FTS5.
    """

    speakers: Sequence[str] = ()
    kinds: Sequence[str] = ()
    acts: Sequence[str] = ()
    statuses: Sequence[str] = ()
    everything: bool = False
    min_confidence: float | None = None
    outlets: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that all must hold, and the values of their question marks."""

    conditions: tuple[str, ...]
    values: tuple[Parameter, ...]

    @property
    def sql(self) -> str:
        """The conditions as SQL, without WHERE."""
        return " AND ".join(self.conditions) or "1"


def where(connection: sqlite3.Connection, filters: Filters, *, quotes: bool) -> Where:
    """Return the conditions on rows ``r`` of quotes, sources or mentions.

    Args:
        connection: To the archive, for the names that the filters mean.
        filters: What the user asks for.
        quotes: Whether the rows are quotes; what only quotes have does not count for others.

    Raises:
        UsageError: If there is no such outlet, or the topic is no query.
    """
    found = [*_place(connection, filters)]
    if filters.speakers:
        people = json.dumps(canonical_speakers(connection, filters.speakers))
        found.append(("r.canonical_id IN (SELECT value FROM json_each(?))", (people,)))
    if quotes:
        found += _statements(filters)
    return Where(tuple(sql for sql, _ in found), tuple(value for _, values in found for value in values))


def where_mentions(connection: sqlite3.Connection, filters: Filters) -> Where:
    """Return the conditions on rows ``r`` that have an article, an outlet and a day."""
    found = [*_place(connection, filters)]
    return Where(tuple(sql for sql, _ in found), tuple(value for _, values in found for value in values))


def _place(
    connection: sqlite3.Connection, filters: Filters, article: str = "r.article_id"
) -> Iterator[tuple[str, tuple[Parameter, ...]]]:
    if filters.outlets:
        names = named_outlets(connection, filters.outlets)
        yield f"r.outlet IN ({_marks(names)})", tuple(names)
    if filters.since:
        yield "r.date >= ?", (filters.since,)
    if filters.until:
        yield "r.date <= ?", (f"{filters.until}~",)  # behind every day of it
    if filters.topic:
        query = full_text(connection, filters.topic)
        yield f"{article} IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", (query,)


def where_articles(connection: sqlite3.Connection, filters: Filters) -> Where:
    """Return the conditions on rows ``r`` of articles."""
    found = [*_place(connection, filters, "r.id")]
    return Where(tuple(sql for sql, _ in found), tuple(value for _, values in found for value in values))


def _statements(filters: Filters) -> Iterator[tuple[str, tuple[Parameter, ...]]]:
    """Yield the conditions that choose quotes as ``analysis.filters.filter_quotes`` does."""
    usual = not filters.everything and not filters.acts and filters.min_confidence is None
    if usual:
        yield "r.shown = 1", ()
    else:
        yield "r.shown IN (0, 1)", ()  # all, by an index
        least = 0.0 if filters.everything else SHOWN_FROM
        yield "r.confidence >= ?", (least if filters.min_confidence is None else filters.min_confidence,)
        if not filters.everything:
            yield (
                _ATTRIBUTED,
                (),
            )
            if not filters.acts:
                yield "r.act = 'speech'", ()
    for column, chosen in (("kind", filters.kinds), ("act", filters.acts), ("status", filters.statuses)):
        if chosen:
            yield f"r.{column} IN ({_marks(chosen)})", tuple(chosen)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def full_text(connection: sqlite3.Connection, query: str) -> str:
    """Return a query for full-text search: words as they are typed must all occur, in any order.

    With quotation marks, brackets, ``*``, AND, OR, NOT or NEAR it is FTS5's own language.

    Raises:
        UsageError: If it is no query.
    """
    words = query.split()
    if not words or not _WORD.search(query):
        raise UsageError(
            f"{query!r} holds no word to search for", "name words, or a phrase in quotation marks"
        )
    asked = query if _OPERATORS.search(query) else " ".join('"' + word + '"' for word in words)
    try:
        connection.execute("SELECT 1 FROM quote_fts WHERE quote_fts MATCH ? LIMIT 1", (asked,)).fetchone()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        hint = 'words, or "a phrase", a*, NEAR(a b), a AND (b OR c) NOT d'
        raise UsageError(f"{query!r} cannot be searched for: {error}", hint) from error
    return asked


def canonical_speakers(connection: sqlite3.Connection, names: Sequence[str]) -> list[int]:
    """Return the numbers of the canonical speakers that some beginnings of names mean, in order.

    A name begins at any word of a speaker's name, or of a name that was merged with it.
    """
    from newscli.analysis.filters import is_called

    found: set[int] = set()
    for name in names:
        words = _WORD.findall(fold_letters(name))
        if not words:
            continue
        # The last words say who it is, for the first may be titles.
        asked = f'"{words[-1]}"*'
        rows = connection.execute(
            "SELECT id, name FROM speaker WHERE id IN"
            " (SELECT rowid FROM speaker_fts WHERE speaker_fts MATCH ?)",
            (asked,),
        )
        found.update(number for number, whole in rows if is_called(whole, [name]))
    merged = connection.execute(
        "SELECT canonical_id FROM speaker_alias WHERE speaker_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(found)),),
    )
    return sorted({*found, *(number for (number,) in merged)})


def near_speakers(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return names of speakers that are most like one that nobody bears: at most three, the nearest first.

    Only those with a word that begins as its last word does are compared, and not too many.
    """
    from newscli.analysis.filters import nearest_names

    words = _WORD.findall(fold_letters(name))
    if not words:
        return []
    rows = connection.execute(
        "SELECT name FROM speaker WHERE id IN"
        " (SELECT rowid FROM speaker_fts WHERE speaker_fts MATCH ? LIMIT ?)",
        (f'"{words[-1][:_SAME_LETTERS]}"*', _MOST_COMPARED),
    )
    return nearest_names(name, {found for (found,) in rows})


def outlets(connection: sqlite3.Connection) -> list[str]:
    """Return the names of all outlets, sorted; one step of an index for each."""
    rows = connection.execute(
        "WITH RECURSIVE found (name) AS (SELECT min(outlet) FROM article UNION ALL"
        " SELECT (SELECT min(outlet) FROM article WHERE outlet > found.name) FROM found"
        " WHERE found.name IS NOT NULL) SELECT name FROM found WHERE name IS NOT NULL"
    )
    return [name for (name,) in rows]


def named_outlets(connection: sqlite3.Connection, asked: Sequence[str]) -> list[str]:
    """Return the outlets that a user means.

    Raises:
        UsageError: If there is none of that name.
    """
    from difflib import get_close_matches

    known: dict[str, list[str]] = {}
    for name in outlets(connection):
        known.setdefault(fold_letters(name), []).append(name)
    found: list[str] = []
    for name in asked:
        if fold_letters(name) not in known:
            near = get_close_matches(fold_letters(name), known, n=_NEAREST)
            some = [spelt for key in near or list(known)[:_NEAREST] for spelt in known[key]]
            hint = f"did you mean {', '.join(some)}?" if near else f"outlets: {', '.join(some)}"
            raise UsageError(f"no outlet {name!r}", hint if some else "no article says where it is from")
        found += known[fold_letters(name)]
    return found
