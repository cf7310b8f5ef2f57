"""The table of a comparison: what several articles share side by side, then what one has alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rich.console import Group
from rich.text import Text

from newscli.comparison import Comparison, NumberGroup, StatementGroup, Telling
from newscli.model import Analysis
from newscli.render import compared, wording
from newscli.render.table.cells import (
    GAP,
    QUIET,
    STRONG,
    Block,
    Page,
    in_columns,
    item,
    left,
    safe_text,
    title_cell,
)
from newscli.render.table.quotes import quote_rows

# Words that the others lack stand in these, and colour underlines them.
_DIFFERS: Final = "yellow"
_OPENS, _CLOSES = "{", "}"
_SIDE_BY_SIDE: Final = 2
_SENTENCE_LINES: Final = 2


def comparison_blocks(page: Page) -> Iterator[Block]:
    """Yield the articles, what several have, the numbers that differ, and what each has alone."""
    told = page.analysis
    if not isinstance(told, Comparison):
        return
    yield Group(*(_article(page, at, one) for at, one in enumerate(told.told)))
    for articles in range(len(told.told), 1, -1):
        groups = [group for group in told.shared if len(group.articles) == articles]
        if groups:
            yield title_cell(f"{compared.title_of_shared(told, articles)} ({len(groups)})")
            yield from (_statement(page, told, group) for group in groups)
    if not told.shared:
        yield Text(compared.NOTHING_SHARED, QUIET)
    if told.numbers:
        numbers = (row for group in told.numbers for row in _numbers(page, told, group))
        yield Group(title_cell(compared.NUMBERS), *numbers)
    yield from _lists(page, told)


def _article(page: Page, at: int, told: Analysis) -> Block:
    name = safe_text(wording.origin(told.article), STRONG)
    heading = compared.heading_of(told)
    words = Text(" · ").join([name, safe_text(heading)]) if heading else name
    return item(page, words, Text(compared.letter(at), QUIET))


def _statement(page: Page, told: Comparison, group: StatementGroup) -> Block:
    """Return a statement that several articles have: its speakers, then its tellings side by side."""
    speakers = Text(" / ").join(safe_text(name, STRONG) for name in group.speakers)
    head = [speakers, *([Text(compared.DISPUTED, QUIET)] if group.disputed else [])]
    if len(told.told) == _SIDE_BY_SIDE and not page.stacked:
        half = (page.width - GAP) // _SIDE_BY_SIDE
        sides = [[one for one in group.tellings if one.article == at] for at in range(_SIDE_BY_SIDE)]
        cells = [Text("\n").join(_telling(told, one) for one in side) for side in sides]
        return Group(*head, in_columns([(half, GAP), (half, 0)], [cells]))
    rows = (
        item(page, _telling(told, one), Text(compared.letter(one.article), QUIET)) for one in group.tellings
    )
    return Group(*head, *rows)


def _telling(told: Comparison, telling: Telling) -> Text:
    """Return place, cue and words of a statement, marked where another article lacks them."""
    article, quote = told.told[telling.article].article, telling.quote
    cue = wording.APART.join(wording.readable(article, piece) for piece in quote.cue)
    place = safe_text(" ".join(filter(None, (wording.place_of(quote.paragraph), cue))), QUIET)
    words = Text(wording.APART).join(
        Text.assemble(*(_marked(words, differs=differs) for words, differs in pieces), overflow="fold")
        for pieces in (list(compared.stretches(article, span, telling.differs)) for span in quote.spans)
    )
    notes = wording.quote_notes(quote)
    if notes:
        words = Text.assemble(words, " ", safe_text(f"[{', '.join(notes)}]", QUIET))
    return Text.assemble(place, (" · ", QUIET), words, overflow="fold")


def _marked(words: str, *, differs: bool) -> Text:
    """Return words of an article with the white space around them, marked if another one lacks them."""
    found = safe_text(words, _DIFFERS if differs else "")
    if differs:
        found = Text.assemble((_OPENS, QUIET), found, (_CLOSES, QUIET))
    before, behind = (" " if edge.isspace() else "" for edge in (words[:1], words[-1:]))
    return Text.assemble(before, found, behind) if found else Text(before)


def _numbers(page: Page, told: Comparison, group: NumberGroup) -> Iterator[Block]:
    for figure in group.figures:
        article = told.told[figure.article].article
        number = safe_text(wording.readable(article, figure.span), STRONG)
        sentence = safe_text(wording.readable(article, figure.sentence), QUIET)
        yield item(page, Text("  ").join([number, sentence]), Text(compared.letter(figure.article), QUIET))


def _lists(page: Page, told: Comparison) -> Iterator[Block]:
    """Yield what each article has alone: statements, sources and names; then what several have."""
    for at, analysis in enumerate(told.told):
        parts: list[Block] = [title_cell(compared.alone_in(at))]
        if quotes := told.alone(at):
            own = Page(replace(analysis, quotes=quotes), page.looks)
            parts += quote_rows(own, quotes, {})
        sources = [group.name for group in compared.groups_alone(told.cited, at)]
        names = [group.name for group in compared.known_names(compared.groups_alone(told.named, at))]
        parts += _line(page, "Sources", sources)
        parts += _line(page, "Names", names)
        if len(parts) > 1:
            yield Group(*parts)
    shared = compared.shared_groups(told.cited), compared.known_names(compared.shared_groups(told.named))
    lines = [
        *_line(page, "Sources", [group.name for group in shared[0]]),
        *_line(page, "Names", [group.name for group in shared[1]]),
    ]
    if lines:
        yield Group(title_cell(compared.title_of_shared(told, len(told.told))), *lines)


def _line(page: Page, title: str, names: Sequence[str]) -> list[Block]:
    if not names:
        return []
    head = (len("Sources"), GAP)
    return [
        in_columns([head, (left(page.width, head), 0)], [[Text(title, QUIET), safe_text(" · ".join(names))]])
    ]
