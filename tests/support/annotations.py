"""What the reader would say of an article, written down by hand, so that a test of a rule needs no network.

    text = "The harbour was closed, Ana Orel said. Hale doubted it."
    annotated(
        text,
        ("The harbour was closed", "said", "Ana Orel"),
        ("it", "doubted", "Hale"),
        names={"Ana Orel": "PER", "Hale": "PER"},
        acts={"it": "thought"},
    )

Words of the article stand for their places in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newscli.engines.reader.annotations import (
    NOBODY,
    Annotation,
    Annotations,
    ContentAnnotation,
    Link,
    NameAnnotation,
)
from newscli.engines.reader.telling import SCORED_ACTS, ScoredAct, Telling
from newscli.model import LABELS, STATUSES, Article, Label, Mention, Span, Status
from newscli.text.quotation_marks import Quotation, pair_marks

# How sure the made-up reader is of what it finds, and of the label of a name.
SURE = 0.9
SURE_OF_LABEL = 0.91

# The content, its cue, its source.
Content = tuple[str, str | None, str | None]


def annotated(
    text: str,
    *contents: Content,
    inner: Sequence[Content] = (),
    statuses: Mapping[str, Status] | None = None,
    acts: Mapping[str, ScoredAct] | None = None,
    names: Mapping[str, Label] | None = None,
    cues: Sequence[str] = (),
    sources: Sequence[str] = (),
    sure: float = SURE,
) -> Annotations:
    """Return the annotations of a text.

    Args:
        text: The text of the article.
        contents: In text order, each with its cue and its source, None if it has none. The content is the
            first stretch of these words behind the content before. The cue is the one nearest to it, the
            source the one nearest to the cue, or to the content if there is no cue; what is in the same
            sentence counts as nearer.
        inner: Likewise contents that stand inside one of these.
        statuses: What became of a content, by its words; "said" if nothing is said here.
        acts: What a content is told as, likewise; "speech" if nothing is said here.
        names: The label of each name. All its places are annotated that no longer name holds.
        cues: Cues to which no content is linked; the first place of each.
        sources: Sources to which no content is linked, likewise.
        sure: The probability of all contents, cues, sources and links.

    Returns:
        Annotations as the reader makes them: each part in text order.

    Raises:
        ValueError: If the text does not hold some words, or no content holds an inner one.
    """
    outer_places, inner_places = _placed(text, contents), _placed(text, inner)
    placed = [*outer_places, *inner_places]
    all_cues = sorted({*(p.cue for p in placed if p.cue), *(places(text, cue)[0] for cue in cues)})
    all_sources = sorted({*(p.source for p in placed if p.source), *(places(text, s)[0] for s in sources)})

    def content(place: _Place, within: int | None = None) -> ContentAnnotation:
        words = place.content.of(text)
        told = _telling((statuses or {}).get(words, "said"), (acts or {}).get(words, "speech"))
        return ContentAnnotation(place.content, sure, told, within)

    def link(place: _Place) -> Link:
        return Link(_number(place.cue, all_cues), sure, _number(place.source, all_sources), sure)

    return Annotations(
        tuple(Annotation(span, sure) for span in all_sources),
        tuple(Annotation(span, sure) for span in all_cues),
        tuple(map(content, outer_places)),
        tuple(_names(text, names or {})),
        tuple(map(link, outer_places)),
        tuple(content(place, _holder(place.content, outer_places)) for place in inner_places),
        tuple(map(link, inner_places)),
        (NOBODY,) * len(all_sources),
    )


class _Place(NamedTuple):
    """Where a content stands, its cue and its source."""

    content: Span
    cue: Span | None
    source: Span | None


def _placed(text: str, contents: Sequence[Content]) -> list[_Place]:
    found: list[_Place] = []
    for content, cue, source in contents:
        behind = found[-1].content.end if found else 0
        span = next((place for place in places(text, content) if place.start >= behind), None)
        if span is None:
            raise ValueError(f"{content!r} does not stand behind the content before it")
        cue_span = nearest(text, cue, span) if cue is not None else None
        source_span = nearest(text, source, cue_span or span) if source is not None else None
        found.append(_Place(span, cue_span, source_span))
    return found


def _holder(inner: Span, contents: Sequence[_Place]) -> int:
    number = next((n for n, outer in enumerate(contents) if outer.content.holds(inner)), None)
    if number is None:
        raise ValueError(f"no content holds {inner}")
    return number


def _telling(status: Status, act: ScoredAct) -> Telling:
    statuses, acts = (
        tuple(float(one == sure) for one in all_of)
        for all_of, sure in ((STATUSES, status), (SCORED_ACTS, act))
    )
    return Telling(statuses, acts)


def places(text: str, words: str) -> list[Span]:
    """Return the places of the words in a text, none of them a part of a longer word.

    Raises:
        ValueError: If there are none.
    """
    first, last = (r"\b" if char.isalnum() else "" for char in (words[0], words[-1]))
    found = [Span(*match.span()) for match in re.finditer(f"{first}{re.escape(words)}{last}", text)]
    if not found:
        raise ValueError(f"{words!r} does not stand in the text")
    return found


def nearest(text: str, words: str, to: Span) -> Span:
    """Return the place of the words that is nearest to a span, in the same sentence if there is one."""

    def distance(place: Span) -> tuple[bool, int]:
        between = text[min(place.end, to.end) : max(place.start, to.start)]
        return any(stop in between for stop in ".?!\n"), len(between)

    return min(places(text, words), key=distance)


def mentions_of(annotations: Annotations) -> tuple[Mention, ...]:
    """Return the annotated names as mentions."""
    return tuple(Mention(name.span, name.label) for name in annotations.names)


def quotations_of(article: Article) -> tuple[Quotation, ...]:
    """Return what stands between the quotation marks of an article."""
    return pair_marks(article.prose, article.blocks)[0]


def _number(span: Span | None, spans: Sequence[Span]) -> int | None:
    return None if span is None else spans.index(span)


def _names(text: str, labels: Mapping[str, Label]) -> Iterator[NameAnnotation]:
    found = [(place, label) for name, label in labels.items() for place in places(text, name)]
    for span, label in sorted(found):
        if not any(other.holds(span) for other, _ in found if other != span):
            other_chance = (1 - SURE_OF_LABEL) / (len(LABELS) - 1)
            chances = tuple(SURE_OF_LABEL if one == label else other_chance for one in LABELS)
            yield NameAnnotation(span, label, SURE_OF_LABEL, chances)
