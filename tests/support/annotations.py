"""What the reader would say of an article, written down by hand, so that a test of a rule needs no network.

    text = "The harbour was closed, Ana Orel said. Hale doubted it."
    annotated(
        text,
        ("The harbour was closed", "said", "Ana Orel"),
        ("it", "doubted", "Hale"),
        names={"Ana Orel": "PER", "Hale": "PER"},
    )

Words of the article stand for their places in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newscli.engines.reader.annotations import Annotation, Annotations, Link, NameAnnotation
from newscli.model import LABELS, Article, Label, Mention, Span
from newscli.text.quotation_marks import Quotation, pair_marks

# How sure the made-up reader is of what it finds, and of the label of a name.
SURE = 0.9
SURE_OF_LABEL = 0.91


def annotated(
    text: str,
    *contents: tuple[str, str | None, str | None],
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
        names: The label of each name. All its places are annotated that no longer name holds.
        cues: Cues to which no content is linked; the first place of each.
        sources: Sources to which no content is linked, likewise.
        sure: The probability of all contents, cues, sources and links.

    Returns:
        Annotations as the reader makes them: each part in text order.

    Raises:
        ValueError: If the text does not hold some words.
    """
    content_spans: list[Span] = []
    linked: list[tuple[Span | None, Span | None]] = []
    for content, cue, source in contents:
        behind = content_spans[-1].end if content_spans else 0
        span = next((place for place in places(text, content) if place.start >= behind), None)
        if span is None:
            raise ValueError(f"{content!r} does not stand behind the content before it")
        cue_span = nearest(text, cue, span) if cue is not None else None
        source_span = nearest(text, source, cue_span or span) if source is not None else None
        content_spans.append(span)
        linked.append((cue_span, source_span))
    all_cues = sorted({*(c for c, _ in linked if c), *(places(text, cue)[0] for cue in cues)})
    all_sources = sorted({*(s for _, s in linked if s), *(places(text, source)[0] for source in sources)})
    return Annotations(
        tuple(Annotation(span, sure) for span in all_sources),
        tuple(Annotation(span, sure) for span in all_cues),
        tuple(Annotation(span, sure) for span in content_spans),
        tuple(_names(text, names or {})),
        tuple(Link(_number(c, all_cues), sure, _number(s, all_sources), sure) for c, s in linked),
    )


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
