"""Analyses of articles that are made of statements, by hand: who says what, in marks or not."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from newscli.analysis.segment import segment
from newscli.analysis.sources import find_sources
from newscli.model import Act, Analysis, Entity, Kind, Label, Quote, SourceType, Span, Status
from tests.support.articles import article_of

MARKS = "“”"


class Said(NamedTuple):
    """A statement: in marks it is direct, without it is indirect, with marks inside mixed."""

    speaker: str
    words: str
    source_type: SourceType = "person"
    description: str = ""
    status: Status = "said"
    confidence: float = 0.9
    within: int | None = None
    act: Act = "speech"


def telling(*statements: Said, entities: tuple[tuple[str, Label], ...] = (), file: str = "a.txt") -> Analysis:
    """Return the analysis of an article with a paragraph for each statement: "Ana Orel, the mayor, said: …".

    A statement that is ``within`` another one, by its number from 1, must stand in its words.
    """
    paragraphs, outer = [], [one for one in statements if one.within is None]
    for one in outer:
        who = f"{one.speaker}, {one.description}," if one.description else one.speaker
        paragraphs.append(f"{who} said: {one.words}.")
    names = [f"{name} came." for name, _ in entities]
    article = replace(article_of(*paragraphs, *names), file=file)
    quotes, start = [], 0
    for number, one in enumerate(statements, 1):
        at = article.text.index(one.words, start if one.within is None else 0)
        start = at if one.within is None else start
        described = article.text.find(f"{one.description},", 0) if one.description else -1
        quotes.append(
            Quote(
                number,
                _kind(one.words),
                (Span(at, at + len(one.words)),),
                (),
                None,
                one.speaker,
                one.act,
                one.confidence,
                one.status,
                one.within,
                source_type=one.source_type,
                description=Span(described, described + len(one.description)) if described >= 0 else None,
                paragraph=number,
            )
        )
    found = tuple(_entity(article.text, name, label) for name, label in entities)
    return Analysis(
        article,
        segment(article),
        tuple(quotes),
        found,
        sources=find_sources(article, quotes),
    )


def _kind(words: str) -> Kind:
    if words[0] == MARKS[0] and words[-1] == MARKS[1]:
        return "direct"
    return "mixed" if MARKS[0] in words else "indirect"


def _entity(text: str, name: str, label: Label) -> Entity:
    start = text.index(f"{name} came.")
    return Entity(name, label, (Span(start, start + len(name)),), (), 0.5)
