"""JSON for scripts: one envelope, or one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TextIO

from newscli.comparison import Comparison, Figure, Telling
from newscli.model import Analysis, Role, Span
from newscli.render import Looks, View
from newscli.render.columns import (
    COMPARE,
    DECIMALS,
    ENTITIES,
    KEYWORDS,
    QUOTES,
    SOURCES,
    SUMMARY,
    AnyTable,
    Passage,
    R,
    Record,
    Value,
    ViewTable,
    passage,
)
from newscli.render.listing import Listing
from newscli.render.sanitize import safe
from newscli.render.wording import body_words

SCHEMA: Final = "newscli/2"
_PARTS: Final[Mapping[View, AnyTable]] = {
    "summary": SUMMARY,
    "quotes": QUOTES,
    "entities": ENTITIES,
    "keywords": KEYWORDS,
    "sources": SOURCES,
}

_SINGLE_ROLES: Final[tuple[Role, ...]] = ("headline", "deck", "section", "byline", "dateline")

# Line tools break at these.
_BREAKS: Final = re.compile("[\u2028\u2029]")


def write_envelope(view: View, analyses: Iterable[Analysis], _: Looks, out: TextIO) -> None:
    """Write one object that holds an object for each article, in the order given.

    Its shape is that of every view; an article has only the parts that the view asks for. A comparison has a
    key of its own behind the articles. Each record stands on a line of its own.
    """
    out.write(f'{{"schema": {_dumps(SCHEMA)}, "articles": [')
    before, compared = "\n", None
    for analysis in analyses:
        compared = analysis if isinstance(analysis, Comparison) else None
        for told in compared.told if compared else (analysis,):
            out.write(f"{before}{_pretty(article(view, told))}")
            before = ",\n"
    out.write("\n]")
    if compared:
        out.write(f',\n"comparison": {_pretty(comparison(compared))}')
    out.write("}\n")


def write_lines(view: View, analyses: Iterable[Analysis], _: Looks, out: TextIO) -> None:
    """Write one record a line: an article for a report, else a sentence, quote, entity or keyword.

    A comparison has one for each article and each thing that it has.
    """
    lines = {**_PARTS, "compare": COMPARE}
    for analysis in analyses:
        records = _records(lines[view], analysis) if view in lines else iter([article(view, analysis)])
        out.writelines(f"{_dumps(record)}\n" for record in records)


def write_listing(listing: Listing, _: Looks, out: TextIO) -> None:
    """Write one object that holds the records of a listing under its name, each on a line of its own."""
    out.write(f'{{"schema": {_dumps(SCHEMA)}, {_dumps(listing.name)}: [')
    before = "\n"
    for record in listing.records:
        out.write(before + _dumps(_encoded(record)))
        before = ",\n"
    out.write("\n]}\n")


def write_listing_lines(listing: Listing, _: Looks, out: TextIO) -> None:
    """Write the records of a listing, one a line."""
    out.writelines(f"{_dumps(_encoded(record))}\n" for record in listing.records)


def article(view: View, analysis: Analysis) -> dict[str, object]:
    """Return an article's object: its layout and size, then the parts that the view asks for.

    ``words`` and ``sentences`` count those of the body: words as white space parts them.
    ``text`` is what offsets refer to if that is not the file's own text, else None.
    """
    source = analysis.article
    wanted: dict[str, object] = {
        name: list(_records(table, analysis)) for name, table in _PARTS.items() if view in {name, "report"}
    }
    if "summary" in wanted:
        wanted["summary"] = {"method": analysis.summary_method, "sentences": wanted["summary"]}
    return {
        "file": source.file,
        "article": source.article,
        "encoding": source.encoding,
        "encoding_how": source.encoding_how,
        **{role: _encode(passage(source, source.first(role))) for role in _SINGLE_ROLES},
        "date": source.date,
        "url": source.url,
        "outlet": source.outlet,
        "credits": [_encode(passage(source, span)) for span in source.spans("credits")],
        "words": body_words(source),
        "sentences": sum(sentence.role == "body" for sentence in analysis.sentences),
        **wanted,
        "warnings": list(analysis.warnings),
        "meta": dict(source.meta),
        "text": source.counted,
    }


def comparison(compared: Comparison) -> dict[str, object]:
    """Return a comparison's object: its groups, in which ``article`` is the index of an article.

    What an article has is the record of the view of its name.
    """
    told = compared.told
    return {
        "statements": [
            {
                "speakers": list(group.speakers),
                "articles": list(group.articles),
                "agreement": _encode(group.agreement) if group.shared else None,
                "disputed": group.disputed,
                "told": [_telling(told[one.article], one) for one in group.tellings],
            }
            for group in compared.statements
        ],
        "numbers": [
            {"unit": group.unit, "told": [_figure(told[one.article], one) for one in group.figures]}
            for group in compared.numbers
        ],
        "sources": [
            {
                "name": group.name,
                "articles": list(group.articles),
                "told": _held("source", SOURCES, told, group.sources),
            }
            for group in compared.cited
        ],
        "names": [
            {
                "name": group.name,
                "label": group.label,
                "articles": list(group.articles),
                "told": _held("entity", ENTITIES, told, group.entities),
            }
            for group in compared.named
        ],
    }


def _telling(told: Analysis, telling: Telling) -> dict[str, object]:
    return {
        "article": telling.article,
        "differs": _encode(told.article.in_file(*telling.differs)),
        "quote": _record(QUOTES, told, telling.quote),
    }


def _figure(told: Analysis, figure: Figure) -> dict[str, object]:
    return {
        "article": figure.article,
        "value": figure.value,
        "number": _encode(passage(told.article, figure.span)),
        "sentence": _encode(passage(told.article, figure.sentence)),
    }


def _held(
    name: str, table: ViewTable[R], told: Sequence[Analysis], rows: Sequence[R | None]
) -> list[dict[str, object]]:
    """Return the record of each article that has one."""
    pairs = enumerate(zip(told, rows, strict=True))
    return [{"article": at, name: _record(table, one, row)} for at, (one, row) in pairs if row is not None]


def _record(table: ViewTable[R], analysis: Analysis, row: R) -> dict[str, object]:
    return {column.name: _encode(column.get(analysis, row)) for column in table.columns}


def _records(table: AnyTable, analysis: Analysis) -> Iterator[dict[str, object]]:
    for record in table.records(analysis):
        yield _encoded(record)


def _encoded(record: Record) -> dict[str, object]:
    return {name: _encode(value) for name, value in record.items()}


def _encode(value: Value) -> object:
    if isinstance(value, Passage):
        start, end = (value.span.start, value.span.end) if value.span else (None, None)
        place = {"text": value.text, "start": start, "end": end}
        return {**place, "spans": _encode(value.pieces)} if value.pieces else place
    if isinstance(value, tuple):
        return [[part.start, part.end] if isinstance(part, Span) else part for part in value]
    return round(value, DECIMALS) if isinstance(value, float) else value


def _pretty(record: Mapping[str, object]) -> str:
    """Return an object with each key, and each record of a list, on a line of its own."""
    return "{" + ",\n ".join(f"{_dumps(key)}: {_pretty_value(value)}" for key, value in record.items()) + "}"


def _pretty_value(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(_dumps, value)) + "]"
    return _dumps(value)


def _dumps(value: object) -> str:
    """Return JSON that passes the gate for terminals everywhere: in JSON an escape is the same data."""
    text = _BREAKS.sub(lambda match: _escape(match[0]), json.dumps(value, ensure_ascii=False))
    return safe(text, single_line=False, isolates=False, escape=_escape)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
