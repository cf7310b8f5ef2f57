"""Focus: who is named last before a source, who is the subject there, and what that means to the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.source import Source
from newscli.analysis.words import SentenceWords
from newscli.english.grammar import GOVERNING
from newscli.model import Article, Entity, Quote, Span
from newscli.spans import SpanIndex

# Names before a source that are looked at. Of a list of names nobody is in focus.
MAX_BACK: Final = 12
# Tokens before a name that opens its sentence: "But Mr Roe", "On Friday the minister, Ann Roe".
MAX_BEFORE_SUBJECT: Final = 3


class Focus(NamedTuple):
    """Who is in focus where a source stands.

    Attributes:
        nearest: The last person named before it, outside quotations, whom it may mean; one who stands
            behind a preposition only if there is no other.
        subject: Who opens its own sentence before it, or else the sentence before in its paragraph.
        is_alone: Whether the quote is its whole paragraph.
    """

    nearest: Entity | None
    subject: Entity | None
    is_alone: bool

    def features(self, entity: Entity, source: Source, *, spoke: bool) -> Iterator[tuple[str, float]]:
        """Yield whether an entity is in focus, and what that means to this kind of source.

        Args:
            entity: The entity.
            source: The source.
            spoke: Whether the quote before is the entity's.
        """
        yield "nearest", float(entity is self.nearest)
        yield "subject", float(entity is self.subject)
        yield "alone, spoke before", float(self.is_alone and spoke)
        yield "theirs, spoke before", float(source.is_possessed and spoke)
        yield "theirs, nearest", float(source.is_possessed and entity is self.nearest)
        if source.pronoun:
            yield f"{source.pronoun} {entity.label}", 1.0
            yield f"{source.pronoun}, spoke before", float(spoke)
            yield f"{source.pronoun}, subject", float(entity is self.subject)
        is_body = entity.label in {"ORG", "LOC"}
        yield "spokesperson, body", float(source.is_spokesperson and is_body)
        yield "spokesperson, spoke before", float(source.is_spokesperson and is_body and spoke)
        yield "several, body", float(source.is_several and is_body)


class Focuses:
    """Finds who is in focus at any place of an article."""

    def __init__(
        self, article: Article, words: Sequence[SentenceWords], named: NamedSpans, in_quotes: SpanIndex
    ) -> None:
        self._words, self._named, self._in_quotes = words, named, in_quotes
        self._sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self._alone = {block.span for block in article.blocks}

    def at(self, start: int, quote: Quote, fits: Callable[[Entity], bool]) -> Focus:
        """Return who is in focus at the start of a quote's source.

        Args:
            start: Where the source stands, or the content where there is none.
            quote: The quote.
            fits: Whether the source may mean somebody.
        """
        is_alone = quote.mention is None and quote.spans[0] in self._alone
        return Focus(self._nearest(start, fits), self._subject(start), is_alone)

    def _nearest(self, start: int, fits: Callable[[Entity], bool]) -> Entity | None:
        last = self._named.index.behind(start)
        governed: Entity | None = None
        for span, entity in reversed(self._named.found[max(0, last - MAX_BACK) : last]):
            if entity.label == "PER" and span.end <= start and not self._is_quoted(span) and fits(entity):
                if not self._is_governed(span):
                    return entity
                governed = governed or entity
        return governed

    def _is_governed(self, span: Span) -> bool:
        """Return whether a name stands behind a preposition or the like: "married to Carmen"."""
        at = self._sentences.at(span.start)
        first = self._words[at].index.behind(span.start) if at is not None else 0
        return at is not None and first > 0 and self._words[at].lower[first - 1] in GOVERNING

    def _subject(self, start: int) -> Entity | None:
        at = self._sentences.before(start)
        if at is None:
            return None
        before = at - 1 if at and self._words[at - 1].sentence.block == self._words[at].sentence.block else at
        found = (self._opens(number, start) for number in (at, before))
        return next((entity for entity in found if entity is not None), None)

    def _opens(self, number: int, start: int) -> Entity | None:
        """Return who is named at the beginning of a sentence, before an offset and outside quotations."""
        words = self._words[number]
        span = words.sentence.span
        first = next(
            iter(self._named.within(Span(span.start, min(span.end, max(start, span.start + 1))))), None
        )
        if first is None or self._is_quoted(first[0]) or first[0].end > start:
            return None
        return first[1] if words.index.behind(first[0].start) <= MAX_BEFORE_SUBJECT else None

    def _is_quoted(self, span: Span) -> bool:
        return self._in_quotes.at(span.start) is not None
