"""What a page says of several articles of one event, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.comparison import Comparison, SourceGroup, StatementGroup, Telling
from newscli.model import Analysis, Article, Quote, Span
from newscli.render import compared, wording
from newscli.render.html.templates import words

# As many as page.css sets side by side; more stand below each other.
MOST_COLUMNS: Final = 4
# Words of an article, and whether another article lacks them.
_Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Account:
    """One of the articles: its letter, its headline or file, where it comes from, its size."""

    letter: str
    title: str
    file: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as one article has it.

    Attributes:
        where: The paragraph in which it begins.
        cue: The words that say so; empty if there are none.
        kind: The quote's.
        notes: What the words do not show: that it was not said, or only thought.
        pieces: Its words.
        description: What the article says of who the speaker is; empty if nothing.
        speaker: Who says it.
    """

    where: str
    cue: str
    kind: str
    notes: tuple[str, ...]
    pieces: tuple[_Piece, ...]
    description: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one article has of a statement; empty if it does not have it."""

    letter: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A statement that several articles have: who says it, in each article's words."""

    speakers: tuple[str, ...]
    description: str
    disputed: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The statements that so many articles have."""

    id: str
    title: str
    groups: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, with the number of its statements and words in each article, None if it is not quoted."""

    name: str
    type: str
    cells: tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of the same thing: for each article the number and its sentence, cut at the number."""

    unit: str
    cells: tuple[tuple[str, str, str] | None, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one article has alone: statements, sources, names."""

    letter: str
    title: str
    told: tuple[Told, ...]
    sources: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A comparison on a page.

    Attributes:
        title: What it is.
        columns: How many articles stand side by side; 1 if they are too many.
        accounts: The articles.
        sections: What several have, that of most articles first.
        numbers: Those that differ.
        alone: What each has alone.
        cited: All sources.
        names: Those that several have, by their kind.
        warnings: What is wrong with the articles.
    """

    title: str
    columns: int
    accounts: tuple[Account, ...]
    sections: tuple[Section, ...]
    numbers: tuple[Numbers, ...]
    alone: tuple[Alone, ...]
    cited: tuple[Cited, ...]
    names: tuple[tuple[str, tuple[str, ...]], ...]
    warnings: tuple[str, ...]


def side_by_side(told: Comparison) -> SideBySide:
    """Return a comparison for a page."""
    count = len(told.told)
    shared = compared.known_names(compared.shared_groups(told.named))
    return SideBySide(
        title=f"{count} articles side by side",
        columns=count if count <= MOST_COLUMNS else 1,
        accounts=tuple(_account(at, one) for at, one in enumerate(told.told)),
        sections=tuple(_sections(told)),
        numbers=tuple(_numbers(told, at) for at in range(len(told.numbers))),
        alone=tuple(_alone(told, at) for at in range(count)),
        cited=tuple(_cited(group) for group in told.cited),
        names=tuple(
            (title, tuple(words(group.name) for group in shared if group.label == label))
            for label, title in wording.GROUPS.items()
            if any(group.label == label for group in shared)
        ),
        warnings=tuple(words(warning) for warning in told.warnings),
    )


def _account(at: int, analysis: Analysis) -> Account:
    article = analysis.article
    file = words(wording.origin(article))
    facts = (article.outlet, article.date, f"{wording.body_words(article)} words")
    title = words(compared.heading_of(analysis)) or file
    return Account(compared.letter(at), title, file, tuple(words(fact) for fact in facts if fact))


def _sections(told: Comparison) -> Iterator[Section]:
    for articles in range(len(told.told), 1, -1):
        groups = tuple(_shared(told, group) for group in told.shared if len(group.articles) == articles)
        if groups:
            yield Section(f"in{articles}", compared.title_of_shared(told, articles), groups)


def _shared(told: Comparison, group: StatementGroup) -> Shared:
    sides = tuple(
        Side(
            compared.letter(at),
            tuple(_told(one, telling) for telling in group.tellings if telling.article == at),
        )
        for at, one in enumerate(told.told)
    )
    described = (one.description for side in sides for one in side.told if one.description)
    return Shared(tuple(map(words, group.speakers)), next(described, ""), group.disputed, sides)


def _told(analysis: Analysis, telling: Telling) -> Told:
    article, quote = analysis.article, telling.quote
    return Told(
        where=wording.place_of(quote.paragraph),
        cue=words(wording.APART.join(wording.readable(article, piece) for piece in quote.cue)),
        kind=quote.kind,
        notes=tuple(wording.quote_notes(quote)),
        pieces=tuple(_pieces(article, quote, telling.differs)),
        description=words(wording.readable(article, quote.description)) if quote.description else "",
        speaker=words(quote.speaker or ""),
    )


def _pieces(article: Article, quote: Quote, differs: Sequence[Span]) -> Iterator[_Piece]:
    for number, span in enumerate(quote.spans):
        if number:
            yield wording.APART, False
        for text, lacking in compared.stretches(article, span, differs):
            before, behind = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
            yield before + words(text) + (behind if text.strip() else ""), lacking


def _alone(told: Comparison, at: int) -> Alone:
    names = compared.known_names(compared.groups_alone(told.named, at))
    return Alone(
        compared.letter(at),
        compared.alone_in(at),
        tuple(_told(told.told[at], Telling(at, quote)) for quote in told.alone(at)),
        tuple(words(group.name) for group in compared.groups_alone(told.cited, at)),
        tuple(words(group.name) for group in names),
    )


def _cited(group: SourceGroup) -> Cited:
    cells = tuple((one.quotes, one.words) if one else None for one in group.sources)
    return Cited(words(group.name), group.source_type or "", cells)


def _numbers(told: Comparison, number: int) -> Numbers:
    group = told.numbers[number]
    cells: list[tuple[str, str, str] | None] = [None] * len(told.told)
    for figure in group.figures:
        article, whole = told.told[figure.article].article, figure.sentence
        parts = (
            Span(whole.start, figure.span.start),
            figure.span,
            Span(figure.span.end, whole.end),
        )
        before, found, behind = (words(wording.readable(article, part)) for part in parts)
        cells[figure.article] = (before, found, behind)
    return Numbers(words(group.unit), tuple(cells))
