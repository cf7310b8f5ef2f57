"""Archives of articles in which nothing matters but who speaks, and who is named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from newscli.archive.rows import (
    ArticleRow,
    ArticleRows,
    EntityName,
    MentionRow,
    QuoteRow,
    SourceRow,
    SpeakerName,
)
from newscli.archive.writer import Writer


@dataclass(frozen=True)
class Told:
    """An article in figures.

    Attributes:
        speakers: Names, each with a type behind a colon if it is no person; "Roe=Mr Roe" also says by which
            words.
        named: Who else is named, with a label behind a colon if it is no person; "Board=BD" has an alias.
    """

    speakers: tuple[str, ...]
    named: tuple[str, ...] = ()
    outlet: str | None = "Ellery Post"
    date: str | None = "2024-03-05"


_LABELS = {"organisation": "ORG", "document": "ORG"}


def fill(connection: sqlite3.Connection, articles: Iterable[Told], before: int = 0) -> None:
    """Write articles into an archive."""
    writer = Writer(connection)
    for number, article in enumerate(articles, before + 1):
        writer.add(_rows(f"{number:032x}", article))
    writer.finish()


def canonical(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """Return the canonical names under which each name speaks."""
    found: dict[str, set[str]] = {}
    for name, by in connection.execute(
        "SELECT speaker.name, canonical.name FROM quote JOIN speaker ON speaker.id = quote.speaker_id"
        " JOIN speaker AS canonical ON canonical.id = quote.canonical_id"
    ):
        found.setdefault(name, set()).add(by)
    return found


def _rows(content: str, told: Told) -> ArticleRows:
    head = (content, "1", f"{content}.txt", None, told.outlet, told.date, None, "A headline")
    article = ArticleRow._make((*head, None, None, None, None, 1, 1, "A headline", "[]", "{}"))
    speakers = [_speaker(words) for words in told.speakers]
    quotes = tuple(_quote(number, *one) for number, one in enumerate(speakers, 1))
    sources = tuple(_source(name) for name, _ in speakers)
    named = [(one.name, _LABELS.get(one.source_type or "", "PER")) for one, _ in speakers]
    mentions = [*(f"{name}:{label}" for name, label in named), *told.named]
    return ArticleRows(article, quotes, sources, tuple(_mention(words) for words in dict.fromkeys(mentions)))


def _speaker(words: str) -> tuple[SpeakerName, str]:
    name, _, mention = words.partition("=")
    name, _, kind = name.partition(":")
    return SpeakerName(name, kind or "person"), mention or name


def _quote(number: int, speaker: SpeakerName, mention: str) -> QuoteRow:
    nothing = (None, None, None)
    place = (mention, 0, len(mention))
    head = (speaker, number, "indirect", "it rains", "[[0, 8]]", "said", "[]")
    return QuoteRow._make((*head, *place, *nothing, "said", "speech", None, 0.9, 1, 1, None, 2))


def _source(speaker: SpeakerName) -> SourceRow:
    return SourceRow(speaker, 1, None, None, None, None, 1, 0, 0, 1, 2, 0.5, 1)


def _mention(words: str) -> MentionRow:
    name, _, label = words.partition(":")
    name, _, alias = name.partition("=")
    aliases = json.dumps([alias] if alias else [])
    return MentionRow(EntityName(name, label or "PER"), 1, aliases, "[[0, 1]]", None, None, None, 0.5)
