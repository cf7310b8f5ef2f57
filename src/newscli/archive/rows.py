"""From one article that was read to the rows that an archive holds of it.

The rows are plain tuples of what SQLite and Parquet can hold; speakers and entities are named in them, and
numbered by whoever writes them. Offsets are as in ``render.columns``: code points, half-open, into the text
that is stored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from newscli.model import Analysis, Article, Entity, Quote, Role, Source, Span
from newscli.render.columns import ENTITIES, QUOTES, SOURCES, Passage, Value
from newscli.render.wording import body_words


class SpeakerName(NamedTuple):
    """A speaker as an article names it; ``source_type`` as in ``model.Quote``."""

    name: str
    source_type: str | None


class EntityName(NamedTuple):
    """An entity by its fullest form in an article, and its label."""

    name: str
    label: str


class ArticleRow(NamedTuple):
    """An article: a row of the table ``article``.

    Attributes:
        content: ``keys.content_key``.
        model: ``keys.model_version``.
        text: The text in which offsets count.
        warnings: A JSON list of sentences.
        meta: A JSON object: what the container says of it.
    """

    content: str
    model: str
    file: str
    article: str | None
    outlet: str | None
    date: str | None
    url: str | None
    headline: str | None
    deck: str | None
    section: str | None
    byline: str | None
    dateline: str | None
    words: int
    sentences: int
    text: str
    warnings: str
    meta: str


class QuoteRow(NamedTuple):
    """A quote: a row of the table ``quote``, with its speaker's name; fields as in ``model.Quote``.

    Attributes:
        number: The quote's ``id`` in its article.
        within: The ``number`` of the quote that it stands in.
        spans: JSON; also ``cue_spans``.
        words: Those of the content, as white space parts them.
    """

    speaker: SpeakerName | None
    number: int
    kind: str
    text: str
    spans: str
    cue: str | None
    cue_spans: str
    mention: str | None
    mention_start: int | None
    mention_end: int | None
    description: str | None
    description_start: int | None
    description_end: int | None
    status: str
    act: str
    within: int | None
    confidence: float
    paragraph: int | None
    shown: int
    text_resolved: str | None
    words: int


class SourceRow(NamedTuple):
    """A speaker in an article: a row of the table ``source``; its fields are those of ``model.Source``."""

    speaker: SpeakerName
    named: int
    description: str | None
    description_start: int | None
    description_end: int | None
    pronoun: str | None
    quotes: int
    direct: int
    mixed: int
    indirect: int
    words: int
    share: float
    first_paragraph: int | None


class MentionRow(NamedTuple):
    """An entity in an article: a row of the table ``mention``; its fields are those of ``model.Entity``.

    Attributes:
        mentions: How many.
        aliases: A JSON list of names.
        spans: JSON: each mention.
    """

    entity: EntityName
    mentions: int
    aliases: str
    spans: str
    description: str | None
    description_start: int | None
    description_end: int | None
    salience: float


class FailureRow(NamedTuple):
    """What could not be read: a row of the table ``failure``.

    Attributes:
        file: The input.
        article: The container's name of the article, empty if it has none or the input failed as a whole.
        message: What is wrong, one line.
        hint: What to do about it, or empty.
        code: The exit code that it leads to.
    """

    file: str
    article: str
    message: str
    hint: str
    code: int


class ArticleRows(NamedTuple):
    """All that an archive holds of one article.

    Attributes:
        quotes: All of them, in text order; ``shown`` marks the statements.
        sources: Those of most words first.
        mentions: The entities, most salient first.
    """

    article: ArticleRow
    quotes: tuple[QuoteRow, ...]
    sources: tuple[SourceRow, ...]
    mentions: tuple[MentionRow, ...]


def rows_of(analysis: Analysis, content: str, model: str) -> ArticleRows:
    """Return the rows of an article.

    Args:
        analysis: With quotes, sources and entities.
        content: The hash that the article is known by.
        model: What has read it.
    """
    quotes = zip(analysis.quotes, QUOTES.records(analysis), strict=True)
    sources = zip(analysis.sources, SOURCES.records(analysis), strict=True)
    mentions = zip(analysis.entities, ENTITIES.records(analysis), strict=True)
    return ArticleRows(
        _article(analysis, content, model),
        tuple(_quote(analysis.article, quote, record) for quote, record in quotes),
        tuple(_source(source, record) for source, record in sources),
        tuple(_mention(entity, record) for entity, record in mentions),
    )


def clean(text: str) -> str:
    """Return a text as UTF-8 can hold it: half a surrogate pair of a file's name is an escape."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _article(analysis: Analysis, content: str, model: str) -> ArticleRow:
    article = analysis.article

    def words(role: Role) -> str | None:
        span = article.first(role)
        return None if span is None else clean(span.of(article.text))

    return ArticleRow(
        content=content,
        model=model,
        file=clean(article.file),
        article=None if article.article is None else clean(str(article.article)),
        outlet=_text(article.outlet),
        date=article.date,
        url=_text(article.url),
        headline=words("headline"),
        deck=words("deck"),
        section=words("section"),
        byline=words("byline"),
        dateline=words("dateline"),
        words=body_words(article),
        sentences=sum(sentence.role == "body" for sentence in analysis.sentences),
        text=clean(article.origin.text if article.origin else article.text),
        warnings=_json(analysis.warnings),
        meta=_json(dict(article.meta)),
    )


def _quote(article: Article, quote: Quote, record: Mapping[str, Value]) -> QuoteRow:
    cue = record["cue"]
    return QuoteRow(
        None if quote.speaker is None else SpeakerName(clean(quote.speaker), quote.source_type),
        quote.id,
        quote.kind,
        clean(str(record["text"])),
        _spans(record["spans"]),
        _text(cue.text) if isinstance(cue, Passage) else None,
        _spans((cue.pieces or (cue.span,)) if isinstance(cue, Passage) else ()),
        *_passage(record["mention"]),
        *_passage(record["description"]),
        quote.status,
        quote.act,
        quote.within,
        quote.confidence,
        quote.paragraph,
        int(quote.shown),
        _text(record["text_resolved"]),
        sum(len(span.of(article.prose).split()) for span in quote.spans),
    )


def _source(source: Source, record: Mapping[str, Value]) -> SourceRow:
    return SourceRow(
        SpeakerName(clean(source.name), source.source_type),
        int(source.named),
        *_passage(record["description"]),
        source.pronoun,
        source.quotes,
        source.direct,
        source.mixed,
        source.indirect,
        source.words,
        source.share,
        source.first_paragraph,
    )


def _mention(entity: Entity, record: Mapping[str, Value]) -> MentionRow:
    return MentionRow(
        EntityName(clean(entity.name), entity.label),
        entity.count,
        _json(entity.aliases),
        _spans(record["mentions"]),
        *_passage(record["description"]),
        entity.salience,
    )


def _passage(value: Value) -> tuple[str | None, int | None, int | None]:
    """Return the words of a passage and where it begins and ends."""
    if not isinstance(value, Passage):
        return None, None, None
    return clean(value.text), value.span.start if value.span else None, value.span.end if value.span else None


def _text(value: object) -> str | None:
    return None if value is None else clean(str(value))


def _spans(value: object) -> str:
    spans = value if isinstance(value, tuple) else ()
    return json.dumps([[span.start, span.end] for span in spans if isinstance(span, Span)])


def _json(value: object) -> str:
    return clean(json.dumps(value, ensure_ascii=False, default=str))
