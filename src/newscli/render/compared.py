"""The rows of a comparison, one for each article and each thing that it has; and what people read of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeVar

from newscli.comparison import Comparison, NameGroup, SourceGroup
from newscli.model import Analysis, Article, Span
from newscli.render.wording import quoted, readable

Part = Literal["statement", "number", "source", "name"]

IN_SEVERAL: Final = "In {} articles"
IN_BOTH: Final = "In both"
NOTHING_SHARED: Final = "No statement is in more than one article."
DISPUTED: Final = "The articles name different speakers."
NUMBERS: Final = "Numbers that differ"

_Group = TypeVar("_Group", SourceGroup, NameGroup)


@dataclass(frozen=True, slots=True)
class Row:
    """What one article has of a group.

    Attributes:
        analysis: The article's.
        part: What is grouped.
        group: The number of the group, from 1, over all parts.
        articles: How many articles have it.
        name: The speaker, the source, the name, or what is counted.
        text: The words of the article: those of the statement, the description of the source, the name, the
            number with what it counts.
        spans: Where they stand; empty if the article does not describe the source.
        kind: The quote's kind, the type of the source, the label of the name.
        status: What became of a statement; None for others.
        count: How many statements a source has, how often something is named.
        value: The number, a length of time in hours, days or months.
        differs: The words of a statement that another article of the group lacks.
        agreement: That of the group; None for what is no statement, and for one that stands alone.
    """

    analysis: Analysis
    part: Part
    group: int
    articles: int
    name: str
    text: str
    spans: tuple[Span, ...]
    kind: str | None = None
    status: str | None = None
    count: int | None = None
    value: float | None = None
    differs: tuple[str, ...] = ()
    agreement: float | None = None


def rows(analysis: Analysis) -> list[Row]:
    """Return the rows of a comparison: statements, numbers, sources, names; none of another analysis."""
    if not isinstance(analysis, Comparison):
        return []
    parts = (_of_statements, _of_numbers, _of_sources, _of_names)
    groups = [group for part in parts for group in part(analysis)]
    return [replace(row, group=number) for number, group in enumerate(groups, 1) for row in group]


def _of_statements(compared: Comparison) -> Iterator[list[Row]]:
    for group in compared.statements:
        found = []
        for telling in group.tellings:
            told, quote = compared.told[telling.article], telling.quote
            row = Row(
                told,
                "statement",
                0,
                len(group.articles),
                quote.speaker or "",
                quoted(told.article, quote),
                quote.spans,
                kind=quote.kind,
                status=quote.status,
                differs=tuple(span.of(told.article.text) for span in telling.differs),
                agreement=group.agreement if group.shared else None,
            )
            found.append(row)
        yield found


def _of_numbers(compared: Comparison) -> Iterator[list[Row]]:
    for group in compared.numbers:
        articles, found = len({figure.article for figure in group.figures}), []
        for figure in group.figures:
            told = compared.told[figure.article]
            words = figure.span.of(told.article.text)
            row = Row(
                told, "number", 0, articles, group.unit, words, (figure.span,), value=_plain(figure.value)
            )
            found.append(row)
        yield found


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _of_sources(compared: Comparison) -> Iterator[list[Row]]:
    for group in compared.cited:
        found = []
        for told, source in zip(compared.told, group.sources, strict=True):
            if source is not None:
                spans = (source.description,) if source.description else ()
                words = "".join(span.of(told.article.text) for span in spans)
                row = Row(told, "source", 0, len(group.articles), group.name, words, spans)
                found.append(replace(row, kind=group.source_type, count=source.quotes))
        yield found


def _of_names(compared: Comparison) -> Iterator[list[Row]]:
    for group in compared.named:
        found = []
        for told, entity in zip(compared.told, group.entities, strict=True):
            if entity is not None:
                first = entity.mentions[:1]
                row = Row(told, "name", 0, len(group.articles), group.name, entity.name, first)
                found.append(replace(row, kind=entity.label, count=entity.count))
        yield found


def stretches(article: Article, span: Span, differs: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the readable words of a span in pieces, each with whether another article lacks it."""
    start = span.start
    for mark in differs:
        if span.holds(mark):
            if start < mark.start:
                yield readable(article, Span(start, mark.start)), False
            yield readable(article, mark), True
            start = mark.end
    if start < span.end:
        yield readable(article, Span(start, span.end)), False


def title_of_shared(compared: Comparison, articles: int) -> str:
    """Return the heading of what so many of the articles have."""
    return IN_BOTH if len(compared.told) == articles == len("ab") else IN_SEVERAL.format(articles)


def letter(article: int) -> str:
    """Return the letter by which an article is called, A for the first."""
    return chr(ord("A") + article)


def heading_of(analysis: Analysis) -> str:
    """Return an article's headline, empty if it has none."""
    headline = analysis.article.first("headline")
    return readable(analysis.article, headline) if headline else ""


def alone_in(article: int) -> str:
    """Return the heading of what one article alone has."""
    return f"Only in {letter(article)}"


def shared_groups(groups: Sequence[_Group]) -> list[_Group]:
    """Return the sources or names that more than one article has."""
    return [group for group in groups if len(group.articles) > 1]


def groups_alone(groups: Sequence[_Group], article: int) -> list[_Group]:
    """Return the sources or names that one article alone has."""
    return [group for group in groups if group.articles == (article,)]


def known_names(groups: Sequence[NameGroup]) -> list[NameGroup]:
    """Return the names of people, organisations and places."""
    return [group for group in groups if group.label != "MISC"]
