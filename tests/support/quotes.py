"""Quotes of a text for tests of their rules, without a file and without the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newscli.analysis.quotes import find_quotes
from newscli.analysis.quotes.draft import Attribution, QuoteDraft
from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.quotes.surroundings import Surroundings
from newscli.engines.reader.annotations import Annotations
from newscli.model import Label, Quote, Span
from tests.support.annotations import Content, annotated, mentions_of, quotations_of
from tests.support.articles import article_of, words_of

Names = Mapping[str, Label]


class Told(NamedTuple):
    """A quote as strings."""

    kind: str
    mention: str | None
    cue: str | None
    content: tuple[str, ...]


def quotes_of(text: str, *contents: Content, names: Names | None = None) -> tuple[Quote, ...]:
    """Return the quotes of a text; a blank line parts paragraphs.

    Args:
        text: The text of an article's body.
        contents: What the reader annotates: (content, cue, source), as ``annotated`` takes them.
        names: The names that it annotates, with their labels.
    """
    return quotes_by(text, annotated(text, *contents, names=names))


def quotes_by(text: str, annotations: Annotations) -> tuple[Quote, ...]:
    """Return the quotes of a text that is annotated; a blank line parts paragraphs."""
    article = article_of(*text.split("\n\n"))
    return find_quotes(
        article, words_of(article), quotations_of(article), annotations, mentions_of(annotations)
    )


def told(text: str, *contents: Content, names: Names | None = None) -> list[Told]:
    """Return the quotes of a text as strings; the arguments are those of ``quotes_of``."""
    return told_by(text, annotated(text, *contents, names=names))


def told_by(text: str, annotations: Annotations) -> list[Told]:
    """Return the quotes of a text that is annotated as strings."""
    return [
        Told(
            quote.kind,
            quote.mention.of(text) if quote.mention else None,
            " … ".join(piece.of(text) for piece in quote.cue) or None,
            tuple(span.of(text) for span in quote.spans),
        )
        for quote in quotes_by(text, annotations)
    ]


def running_text_of(text: str, names: Names | None = None) -> RunningText:
    """Return a text as the rules read it; a blank line parts paragraphs."""
    article = article_of(*text.split("\n\n"))
    mentions = mentions_of(annotated(text, names=names))
    return RunningText.of(article, words_of(article), quotations_of(article), mentions)


def surroundings_of(text: str, names: Names | None = None, number: int = 0) -> Surroundings:
    """Return where a quotation of a text stands, the first unless a number says otherwise."""
    running_text = running_text_of(text, names)
    return Surroundings(running_text, running_text.quotations[number])


def words_of_attribution(text: str, found: Attribution | None) -> tuple[str | None, str | None] | None:
    """Return cue and source of an attribution as strings, None if there is none."""
    if found is None:
        return None
    cue, mention, _ = found
    return cue.of(text) if cue else None, mention.of(text) if mention else None


def draft_of(text: str, *content: str, cue: str | None = None, mention: str | None = None) -> QuoteDraft:
    """Return what the reader found of a quote; words stand for their first place in the text."""
    spans = tuple(span_of(text, words) for words in content)
    cue_span, mention_span = (span_of(text, words) if words else None for words in (cue, mention))
    return QuoteDraft(spans, cue_span, mention_span, "speech", "reader", 0.9, 0)


def span_of(text: str, words: str) -> Span:
    """Return the first place of words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))
