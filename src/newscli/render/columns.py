"""The records of each view and their columns, declared once for every format.

A column's name is its JSON key and its CSV header; its heading is what people read. A ``ViewTable`` is
the table of one view: how an analysis becomes records, and which columns the short formats show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, Literal, TypeVar

from newscli.model import Analysis, Article, Entity, Keyword, Quote, Source, Span, SummarySentence
from newscli.render import Looks, View
from newscli.render.compared import Row, rows
from newscli.render.concordance import Occurrence, occurrences
from newscli.render.wording import APART, by_speaker, in_full, quoted, resolved

# Of a share, in every format: finer than any share is sure, and the same number everywhere.
DECIMALS: Final = 4

ColumnKind = Literal["text", "number", "flag", "share", "passage", "parts", "mentions", "names"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the article together with their place.

    Attributes:
        text: The words; "…" between pieces that stand apart.
        span: From the first word to the last, in the text that users count in; None if the words are of
            several articles.
        pieces: Where each piece stands, if they stand apart; else empty.
    """

    text: str
    span: Span | None
    pieces: tuple[Span, ...] = ()


Value = str | int | float | Passage | tuple[Span, ...] | tuple[str, ...] | None
Record = Mapping[str, Value]
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column of a view.

    Attributes:
        name: In JSON and CSV.
        heading: For people.
        kind: What the value is: a ``flag`` is true or false, a ``share`` a number from 0 to 1, a ``passage``
            words with their place, ``parts`` are the spans that together make up one thing, ``mentions`` the
            spans of its occurrences, ``names`` several strings.
        get: The value, from the analysis and one of its records.
    """

    name: str
    heading: str
    kind: ColumnKind
    get: Callable[[Analysis, R], Value]


@dataclass(frozen=True, slots=True)
class ViewTable(Generic[R]):
    """The table of one view.

    Attributes:
        columns: All columns, in the order of JSON and CSV; the first is the file.
        shown: The names of those that ``plain`` and ``markdown`` show, in their order.
        rows: The view's records, in the order in which every format shows them.
    """

    columns: tuple[Column[R], ...]
    shown: tuple[str, ...]
    rows: Callable[[Analysis], Sequence[R]]

    def records(self, analysis: Analysis) -> Iterator[Record]:
        """Yield each record as column name to value."""
        for row in self.rows(analysis):
            yield {column.name: column.get(analysis, row) for column in self.columns}

    def headings(self) -> tuple[str, ...]:
        """Return the headings of the shown columns."""
        heading = {column.name: column.heading for column in self.columns}
        return tuple(heading[name] for name in self.shown)


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the report in its long form; what does not apply to a part is None.

    Attributes:
        part: ``headline``, ``summary``, ``quote``, ``entity`` or ``keyword``.
        name: The speaker, the entity's name or the term.
        kind: The quote's kind or the entity's label.
        count: The number of mentions.
        score: Confidence of a quote, salience of an entity, score of a sentence or term.
        text: The words of the article.
        spans: The place of the finding; of the first mention, if it has many.
    """

    part: str
    name: str | None
    kind: str | None
    count: int | None
    score: float | None
    text: str
    spans: tuple[Span, ...]


def passage(article: Article, span: Span | None) -> Passage | None:
    """Return the span with its words, None for None."""
    return None if span is None else Passage(span.of(article.text), _whole(article, span))


def pieces(article: Article, spans: Sequence[Span]) -> Passage | None:
    """Return what may stand in pieces as one passage, None for no pieces."""
    if len(spans) < 2:  # noqa: PLR2004 - one piece stands in no pieces
        return passage(article, spans[0] if spans else None)
    words = APART.join(span.of(article.text) for span in spans)
    places = article.in_file(*spans)
    return Passage(words, Span(places[0].start, places[-1].end), places)


def _whole(article: Article, span: Span) -> Span:
    """Return where a span stands in the file, from its first character to its last."""
    places = article.in_file(span)
    return Span(places[0].start, places[-1].end)


def findings(analysis: Analysis) -> list[Finding]:
    """Return the report in its long form: headline, summary, quotes, entities, keywords."""
    article = analysis.article
    headline, text = article.first("headline"), article.text
    return [
        *([Finding("headline", None, None, None, None, headline.of(text), (headline,))] if headline else []),
        *(
            Finding("summary", None, None, None, s.score, s.span.of(text), (s.span,))
            for s in analysis.summary
        ),
        *(
            Finding("quote", q.speaker, q.kind, None, q.confidence, quoted(article, q), q.spans)
            for q in analysis.quotes
        ),
        *(
            Finding("entity", e.name, e.label, e.count, e.salience, e.mentions[0].of(text), e.mentions[:1])
            for e in analysis.entities
        ),
        *(
            Finding("keyword", k.term, None, len(k.mentions), k.score, k.mentions[0].of(text), k.mentions[:1])
            for k in analysis.keywords
        ),
    ]


def _file(analysis: Analysis, _: object) -> str:
    return analysis.article.file


def _article(analysis: Analysis, _: object) -> str | int | None:
    return analysis.article.article


def _description_of_source(analysis: Analysis, source: Source) -> Passage | None:
    found = passage(analysis.article, source.description)
    return found if found is None or analysis.articles == 1 else replace(found, span=None)


SUMMARY: Final[ViewTable[SummarySentence]] = ViewTable(
    columns=(
        Column("file", "File", "text", _file),
        Column("article", "Article", "text", _article),
        Column("index", "No.", "number", lambda _, s: s.index),
        Column("text", "Sentence", "text", lambda a, s: s.span.of(a.article.text)),
        Column("start", "Start", "number", lambda a, s: _whole(a.article, s.span).start),
        Column("end", "End", "number", lambda a, s: _whole(a.article, s.span).end),
        Column("score", "Score", "share", lambda _, s: s.score),
        Column("reasons", "Reasons", "names", lambda _, s: s.reasons),
        Column("text_resolved", "With names", "text", lambda a, s: in_full(a.article, s)),
    ),
    shown=("text",),
    rows=lambda a: a.summary,
)

QUOTES: Final[ViewTable[Quote]] = ViewTable(
    columns=(
        Column("file", "File", "text", _file),
        Column("article", "Article", "text", _article),
        Column("id", "No.", "number", lambda _, q: q.id),
        Column("kind", "Kind", "text", lambda _, q: q.kind),
        Column("text", "Quote", "text", lambda a, q: quoted(a.article, q)),
        Column("spans", "Spans", "parts", lambda a, q: a.article.in_file(*q.spans)),
        Column("cue", "Cue", "passage", lambda a, q: pieces(a.article, q.cue)),
        Column("mention", "Source", "passage", lambda a, q: passage(a.article, q.mention)),
        Column("speaker", "Speaker", "text", lambda _, q: q.speaker),
        Column("source_type", "Source type", "text", lambda _, q: q.source_type),
        Column("description", "Description", "passage", lambda a, q: passage(a.article, q.description)),
        Column("status", "Status", "text", lambda _, q: q.status),
        Column("act", "Act", "text", lambda _, q: q.act),
        Column("within", "Within", "number", lambda _, q: q.within),
        Column("confidence", "Confidence", "share", lambda _, q: q.confidence),
        Column("paragraph", "Paragraph", "number", lambda _, q: q.paragraph),
        Column("shown", "Shown", "flag", lambda _, q: q.shown),
        Column("text_resolved", "With names", "text", lambda a, q: resolved(a.article, q)),
    ),
    shown=("speaker", "paragraph", "kind", "status", "cue", "text"),
    rows=lambda a: a.quotes,
)

SOURCES: Final[ViewTable[Source]] = ViewTable(
    columns=(
        Column("file", "File", "text", lambda a, _: a.article.file or None),
        Column("article", "Article", "text", _article),
        Column("speaker", "Source", "text", lambda _, s: s.name),
        Column("source_type", "Type", "text", lambda _, s: s.source_type),
        Column("description", "Description", "passage", _description_of_source),
        Column("pronoun", "Pronoun", "text", lambda _, s: s.pronoun),
        Column("quotes", "Statements", "number", lambda _, s: s.quotes),
        Column("direct", "Direct", "number", lambda _, s: s.direct),
        Column("words", "Words", "number", lambda _, s: s.words),
        Column("share", "Share", "share", lambda _, s: s.share),
        Column("first_paragraph", "First in", "number", lambda _, s: s.first_paragraph),
        Column("mixed", "Mixed", "number", lambda _, s: s.mixed),
        Column("indirect", "Indirect", "number", lambda _, s: s.indirect),
        Column("named", "Named", "flag", lambda _, s: s.named),
        Column("articles", "Articles", "number", lambda _, s: s.articles),
    ),
    shown=("speaker", "description", "source_type", "pronoun", "quotes", "direct", "words", "share"),
    rows=lambda a: a.sources,
)

ENTITIES: Final[ViewTable[Entity]] = ViewTable(
    columns=(
        Column("file", "File", "text", _file),
        Column("article", "Article", "text", _article),
        Column("name", "Name", "text", lambda _, e: e.name),
        Column("label", "Label", "text", lambda _, e: e.label),
        Column("count", "Count", "number", lambda _, e: e.count),
        Column("aliases", "Also", "names", lambda _, e: e.aliases),
        Column("mentions", "Mentions", "mentions", lambda a, e: a.article.in_file(*e.mentions)),
        Column("description", "Description", "passage", lambda a, e: passage(a.article, e.description)),
        Column("salience", "Salience", "share", lambda _, e: e.salience),
    ),
    shown=("count", "label", "name", "aliases"),
    rows=lambda a: a.entities,
)

MENTIONS: Final[ViewTable[Occurrence]] = ViewTable(
    columns=(
        Column("file", "File", "text", _file),
        Column("article", "Article", "text", _article),
        Column("name", "Name", "text", lambda _, o: o.entity.name),
        Column("label", "Label", "text", lambda _, o: o.entity.label),
        Column("left", "Before", "text", lambda _, o: o.left),
        Column("text", "Mention", "text", lambda a, o: o.span.of(a.article.text)),
        Column("right", "After", "text", lambda _, o: o.right),
        Column("start", "Start", "number", lambda a, o: _whole(a.article, o.span).start),
        Column("end", "End", "number", lambda a, o: _whole(a.article, o.span).end),
    ),
    shown=("name", "label", "left", "text", "right"),
    rows=occurrences,
)

KEYWORDS: Final[ViewTable[Keyword]] = ViewTable(
    columns=(
        Column("file", "File", "text", _file),
        Column("article", "Article", "text", _article),
        Column("term", "Term", "text", lambda _, k: k.term),
        Column("score", "Score", "share", lambda _, k: k.score),
        Column("count", "Count", "number", lambda _, k: len(k.mentions)),
        Column("mentions", "Mentions", "mentions", lambda a, k: a.article.in_file(*k.mentions)),
    ),
    shown=("term", "count", "score"),
    rows=lambda a: a.keywords,
)

REPORT: Final[ViewTable[Finding]] = ViewTable(
    columns=(
        Column("file", "File", "text", _file),
        Column("article", "Article", "text", _article),
        Column("part", "Part", "text", lambda _, f: f.part),
        Column("name", "Name", "text", lambda _, f: f.name),
        Column("kind", "Kind", "text", lambda _, f: f.kind),
        Column("count", "Count", "number", lambda _, f: f.count),
        Column("text", "Text", "text", lambda _, f: f.text),
        Column("score", "Score", "share", lambda _, f: f.score),
        Column("spans", "Spans", "parts", lambda a, f: a.article.in_file(*f.spans)),
    ),
    shown=("part", "name", "kind", "count", "text"),
    rows=findings,
)

COMPARE: Final[ViewTable[Row]] = ViewTable(
    columns=(
        Column("file", "File", "text", lambda _, r: r.analysis.article.file),
        Column("article", "Article", "text", lambda _, r: r.analysis.article.article),
        Column("part", "Part", "text", lambda _, r: r.part),
        Column("group", "Group", "number", lambda _, r: r.group),
        Column("articles", "Articles", "number", lambda _, r: r.articles),
        Column("name", "Name", "text", lambda _, r: r.name),
        Column("kind", "Kind", "text", lambda _, r: r.kind),
        Column("status", "Status", "text", lambda _, r: r.status),
        Column("count", "Count", "number", lambda _, r: r.count),
        Column("value", "Value", "number", lambda _, r: r.value),
        Column("text", "Text", "text", lambda _, r: r.text),
        Column("spans", "Spans", "parts", lambda _, r: r.analysis.article.in_file(*r.spans)),
        Column("differs", "Differs", "names", lambda _, r: r.differs),
        Column("agreement", "Agreement", "share", lambda _, r: r.agreement),
    ),
    shown=("part", "group", "articles", "name", "kind", "text"),
    rows=rows,
)

AnyTable = (
    ViewTable[SummarySentence]
    | ViewTable[Quote]
    | ViewTable[Source]
    | ViewTable[Entity]
    | ViewTable[Occurrence]
    | ViewTable[Keyword]
    | ViewTable[Finding]
    | ViewTable[Row]
)

_TABLES: Final[Mapping[View, AnyTable]] = {
    "report": REPORT,
    "summary": SUMMARY,
    "quotes": QUOTES,
    "sources": SOURCES,
    "entities": ENTITIES,
    "keywords": KEYWORDS,
    "compare": COMPARE,
}


def view_table(view: View, looks: Looks) -> AnyTable:
    """Return the table of a view, with the columns that the user asked for."""
    chosen = _TABLES[view]
    if view == "summary":
        text = "text_resolved" if looks.resolved else "text"
        chosen = replace(SUMMARY, shown=("score", text, "reasons") if looks.scores else (text,))
    elif view == "entities" and looks.mentions:
        chosen = MENTIONS
    elif view == "quotes" and looks.by_speaker:
        chosen = replace(QUOTES, rows=by_speaker)
    if looks.several:
        chosen = replace(chosen, shown=("file", *chosen.shown))
    if looks.numbered:
        files = ("file",) if looks.several else ()
        chosen = replace(
            chosen, shown=(*files, "article", *(name for name in chosen.shown if name != "file"))
        )
    return chosen


def count(view: View, analysis: Analysis) -> int:
    """Return the number of records that a view of the analysis has."""
    return len(_TABLES[view].rows(analysis))


def cell(value: Value) -> str:
    """Return a value as the words of a cell; several names are joined by semicolons."""
    if value is None:
        return ""
    if isinstance(value, Passage):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(round(value, DECIMALS))
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value)
