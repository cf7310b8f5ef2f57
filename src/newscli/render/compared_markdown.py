"""A comparison in Markdown: a column for each article, and lists of what one has alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newscli.comparison import Comparison, StatementGroup, Telling
from newscli.render import compared, wording
from newscli.render.markdown import escape

_STRONG = "**"


def lines(told: Comparison) -> Iterator[str]:
    """Yield the parts of a comparison; words that another article lacks are strong."""
    letters = [compared.letter(at) for at in range(len(told.told))]
    yield f"# {len(told.told)} articles"
    yield "\n".join(
        f"- {name}: {escape(wording.origin(one.article))} · {escape(compared.heading_of(one))}"
        for name, one in zip(letters, told.told, strict=True)
    )
    for articles in range(len(told.told), 1, -1):
        groups = [group for group in told.shared if len(group.articles) == articles]
        if groups:
            yield f"## {compared.title_of_shared(told, articles)}"
            rows = [_statement(told, group, len(letters)) for group in groups]
            yield table(("Speaker", *letters), rows)
    if not told.shared:
        yield compared.NOTHING_SHARED
    if told.numbers:
        yield f"## {compared.NUMBERS}"
        yield table(("Of", *letters), [_numbers(told, at) for at in range(len(told.numbers))])
    yield from _lists(told)
    for warning in told.warnings:
        yield f"Note: {escape(warning)}"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells that are escaped already as a table."""
    return "\n".join(f"| {' | '.join(line)} |" for line in (headings, ["---"] * len(headings), *rows))


def _statement(told: Comparison, group: StatementGroup, articles: int) -> list[str]:
    sides = [[one for one in group.tellings if one.article == at] for at in range(articles)]
    speakers = " / ".join(map(escape, group.speakers))
    return [speakers, *(" … ".join(_telling(told, one) for one in side) for side in sides)]


def _telling(told: Comparison, telling: Telling) -> str:
    article = told.told[telling.article].article
    pieces = (
        "".join(
            _marked(words, differs=differs)
            for words, differs in compared.stretches(article, span, telling.differs)
        ).strip()
        for span in telling.quote.spans
    )
    notes = wording.quote_notes(telling.quote)
    return " … ".join(pieces) + (f" ({', '.join(notes)})" if notes else "")


def _marked(words: str, *, differs: bool) -> str:
    found = escape(words)
    if not found:
        return " "
    before, behind = (" " if edge.isspace() else "" for edge in (words[:1], words[-1:]))
    mark = _STRONG if differs else ""
    return f"{before}{mark}{found}{mark}{behind}"


def _numbers(told: Comparison, number: int) -> list[str]:
    group = told.numbers[number]
    cells = [""] * len(told.told)
    for figure in group.figures:
        cells[figure.article] = escape(figure.span.of(told.told[figure.article].article.text))
    return [escape(group.unit), *cells]


def _lists(told: Comparison) -> Iterator[str]:
    for at, analysis in enumerate(told.told):
        quotes = [
            f"- {escape(quote.speaker or '')}: {escape(wording.quoted(analysis.article, quote))}"
            for quote in told.alone(at)
        ]
        sources = ", ".join(escape(group.name) for group in compared.groups_alone(told.cited, at))
        own = compared.known_names(compared.groups_alone(told.named, at))
        names = ", ".join(escape(group.name) for group in own)
        if quotes or sources or names:
            yield f"## {compared.alone_in(at)}"
            yield from filter(None, ["\n".join(quotes)])
            yield from (
                f"{title}: {found}" for title, found in (("Sources", sources), ("Names", names)) if found
            )
