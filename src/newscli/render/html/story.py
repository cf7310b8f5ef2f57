"""What a page says of one article, in the order and the words in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from newscli.model import Analysis, Audit, Entity, Label, Quote, Span
from newscli.render import wording
from newscli.render.concordance import Places
from newscli.render.html.marking import Marks, Name
from newscli.render.html.paragraphs import Paragraph, paragraphs
from newscli.render.html.sources import SourceRow, source_rows
from newscli.render.html.templates import words
from newscli.render.html.voices import Voice, voices

KINDS: Final[dict[Label, str]] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "MISC": "other name",
}
# News tells what somebody said that somebody had said, and no more than that.
MOST_OUTER: Final = 4
_WEB: Final = ("http://", "https://")


class Statement(NamedTuple):
    """A quote with all that its details show.

    Attributes:
        id: That of its details; ``q`` before it makes the one of its place in the text.
        quote: The quote.
        voice: Who says it.
        outer: Who says the statements that it stands in, the innermost first.
        text: Its words, names for pronouns in brackets, one paragraph each.
        cue: The words that say so; empty if there are none.
        notes: What the words do not show: that it was not said, or only thought.
        where: The paragraph in which it begins.
        faint: Whether no list shows it unless it is asked for.
    """

    id: str
    quote: Quote
    voice: Voice
    outer: tuple[Voice, ...]
    text: tuple[str, ...]
    cue: str
    notes: tuple[str, ...]
    where: str
    faint: bool

    @property
    def confidence(self) -> str:
        """How sure it is, 0.00 to 1.00."""
        return f"{self.quote.confidence:.2f}"


class Place(NamedTuple):
    """A paragraph that names an entity: the id of the first mention there, what it is called, how many."""

    anchor: str
    name: str
    mentions: int


class Named(NamedTuple):
    """An entity, with the paragraphs that name it."""

    entity: Entity
    name: str
    kind: str
    also: str
    description: str
    places: tuple[Place, ...]


class Story(NamedTuple):
    """An article on a page.

    Attributes:
        id: Begins the ids of all that is in it.
        level: That of its heading, 1 or 2.
        title: Its headline, or its file.
        file: Where it comes from.
        facts: Outlet, date and size in a few words each.
        url: The address of the article, if it is one of the web.
        audit: Its sources in one line.
        sources: Each of them in words.
        summary: The id of each sentence of the summary, and its words.
        voices: Who speaks.
        statements: The quotes.
        paragraphs: The article itself.
        named: The entities, the most salient first.
        keywords: The terms, the best first.
        warnings: What is wrong with it.
        analysis: All that is known.
    """

    id: str
    level: int
    title: str
    file: str
    facts: tuple[str, ...]
    url: str
    audit: str
    sources: tuple[SourceRow, ...]
    summary: tuple[tuple[str, str], ...]
    voices: tuple[Voice, ...]
    statements: tuple[Statement, ...]
    paragraphs: Iterator[Paragraph]
    named: tuple[Named, ...]
    keywords: tuple[str, ...]
    warnings: tuple[str, ...]
    analysis: Analysis


def story(analysis: Analysis, number: int, level: int) -> Story:
    """Return an article for a page.

    Args:
        analysis: What was read in it.
        number: Its number on the page, from 1.
        level: The level of its heading.
    """
    article, prefix = analysis.article, f"a{number}-"
    speaking = tuple(voices(analysis, prefix))
    statements = tuple(_statements(analysis, speaking, prefix))
    named = [_named(analysis, entity, f"{prefix}n{at}") for at, entity in enumerate(analysis.entities)]
    anchors = {place.span.start: f"{prefix}s{at}" for at, place in enumerate(analysis.summary)}
    marks = Marks(
        article.prose,
        [quote.spans for quote in analysis.quotes],
        [len(statement.outer) for statement in statements],
        [mention for _, mentions in named for mention in mentions],
        anchors,
    )
    url = article.url or ""
    return Story(
        id=prefix,
        level=level,
        title=title(analysis),
        file=words(wording.origin(article)),
        facts=tuple(_facts(analysis)),
        url=words(url) if url.lower().startswith(_WEB) else "",
        audit=wording.audit_line(Audit(analysis.sources)),
        sources=source_rows(analysis),
        summary=tuple((anchors[one.span.start], _plain(analysis, one.span)) for one in analysis.summary),
        voices=speaking,
        statements=statements,
        paragraphs=paragraphs(article, marks),
        named=tuple(one for one, _ in named),
        keywords=tuple(words(keyword.term) for keyword in analysis.keywords),
        warnings=tuple(words(warning) for warning in analysis.warnings),
        analysis=analysis,
    )


def title(analysis: Analysis) -> str:
    """Return an article's headline, or its file if it has none."""
    headline = analysis.article.first("headline")
    found = _plain(analysis, headline) if headline else ""
    return found or words(wording.origin(analysis.article))


def _plain(analysis: Analysis, span: Span) -> str:
    return words(wording.readable(analysis.article, span))


def _facts(analysis: Analysis) -> Iterator[str]:
    article, quotes = analysis.article, sum(quote.shown for quote in analysis.quotes)
    yield from (words(fact) for fact in (article.outlet, article.date) if fact)
    yield f"{wording.body_words(article)} words"
    yield f"{quotes} statement{'s' * (quotes != 1)}"


def _statements(analysis: Analysis, speaking: Sequence[Voice], prefix: str) -> Iterator[Statement]:
    article = analysis.article
    voice_of = {at: voice for voice in speaking for at in voice.quotes}
    index_of = {quote.id: at for at, quote in enumerate(analysis.quotes)}
    for at, quote in enumerate(analysis.quotes):
        outer: list[int] = []
        within = quote.within
        while within in index_of and len(outer) < MOST_OUTER:
            outer.append(index_of[within])
            within = analysis.quotes[outer[-1]].within
        yield Statement(
            id=f"{prefix}d{at + 1}",
            quote=quote,
            voice=voice_of[at],
            outer=tuple(voice_of[one] for one in outer),
            text=tuple(map(words, wording.readable_quote(article, quote).split("\n"))),
            cue=words(wording.APART.join(wording.readable(article, span) for span in quote.cue)),
            notes=tuple(wording.quote_notes(quote)),
            where=wording.place_of(quote.paragraph),
            faint=not quote.shown,
        )


def _named(analysis: Analysis, entity: Entity, prefix: str) -> tuple[Named, list[Name]]:
    """Return an entity for the list, and its mentions for the text."""
    places = Places(analysis.article)
    found: list[Place] = []
    mentions: list[Name] = []
    for name, group in groupby(entity.mentions, key=lambda span: places.name(span.start)):
        spans = list(group)
        anchor = f"{prefix}-{len(found)}"
        found.append(Place(anchor, name.replace(" ", ""), len(spans)))
        mentions += [Name(span, entity.label, anchor if span is spans[0] else "") for span in spans]
    described = entity.description
    also = wording.further_aliases(entity)
    named = Named(
        entity,
        words(entity.name),
        KINDS[entity.label],
        words(", ".join(also)),
        _plain(analysis, described) if described else "",
        tuple(found),
    )
    return named, mentions
