"""What is the same to a person reads the same: other marks, other line ends, other code points."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from unittest.mock import patch

from hypothesis import given

from newscli.engines.reader import model
from newscli.engines.reader.annotations import Annotations, ContentAnnotation, Link, Pointer
from newscli.model import Analysis, Sentence, Span
from tests.support.strategies import articles, paragraphs, reading

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Place = Callable[[int], int]


def here(place: int) -> int:
    return place


def plain(words: str | None) -> str | None:
    """Return words of the article in the spelling that is compared."""
    return words and unicodedata.normalize("NFC", words).translate(_STRAIGHT)


def told(analysis: Analysis, place: Place) -> dict[str, list[tuple[object, ...]]]:
    """Return what was read; its offsets are moved to their places in another spelling of the text."""

    def at(*spans: Span | None) -> list[tuple[int, int] | None]:
        return [(place(span.start), place(span.end)) if span else None for span in spans]

    return {
        "blocks": [(block.role, *at(block.span)) for block in analysis.article.blocks],
        "sentences": [(sentence.role, *at(sentence.span)) for sentence in analysis.sentences],
        "quotes": [
            (
                *(quote.kind, quote.act, quote.status, quote.within),
                *at(*quote.cue),
                *at(quote.mention, *quote.spans),
            )
            for quote in analysis.quotes
        ],
        "speakers": [(plain(quote.speaker), quote.confidence) for quote in analysis.quotes],
        "entities": [(plain(e.name), e.label, e.salience, *at(*e.mentions)) for e in analysis.entities],
        "summary": [(chosen.score, *at(chosen.span)) for chosen in analysis.summary],
        "keywords": [(plain(term.term), term.score, *at(*term.mentions)) for term in analysis.keywords],
    }


def reads_the_same(text: str, change: Callable[[str], str]) -> None:
    """Compare the readings of a text and of its other spelling."""
    expected = told(reading(text), lambda place: len(change(text[:place])))
    assert told(reading(change(text)), here) == expected


@given(articles())
def test_lines_may_end_as_on_windows(text: str) -> None:
    reads_the_same(text, lambda part: part.replace("\n", "\r\n"))


@given(articles())
def test_marks_may_be_straight(text: str) -> None:
    reads_the_same(text, lambda part: part.translate(_STRAIGHT))


@given(articles())
def test_letters_and_their_accents_may_be_two_code_points(text: str) -> None:
    reads_the_same(text, lambda part: unicodedata.normalize("NFD", part))


def parted(annotations: Annotations, end: int) -> tuple[Annotations, Annotations]:
    """Return the annotations without links over an offset: all of them, and those before it alone."""
    sources, cues = (
        tuple(mark for mark in role if mark.span.end <= end)
        for role in (annotations.sources, annotations.cues)
    )
    names = tuple(name for name in annotations.names if name.span.end <= end)

    def inside(pointer: Pointer) -> Pointer:
        return pointer._replace(names=tuple(one for one in pointer.names if one[0] < len(names)))

    def before(layer: Sequence[ContentAnnotation]) -> tuple[ContentAnnotation, ...]:
        return tuple(replace(one, speaker=inside(one.speaker)) for one in layer if one.span.end <= end)

    def linked(links: Sequence[Link], count: int) -> tuple[Link, ...]:
        return tuple(
            link._replace(
                cue=link.cue if link.cue is not None and link.cue < len(cues) else None,
                source=link.source if link.source is not None and link.source < len(sources) else None,
            )
            for link in links[:count]
        )

    contents, inner = before(annotations.contents), before(annotations.inner)
    links, inner_links = linked(annotations.links, len(contents)), linked(annotations.inner_links, len(inner))
    pointers = tuple(map(inside, annotations.pointers[: len(sources)]))
    whole = annotations._replace(
        contents=contents + annotations.contents[len(contents) :],
        links=links + annotations.links[len(contents) :],
        inner=inner + annotations.inner[len(inner) :],
        inner_links=inner_links + annotations.inner_links[len(inner) :],
        pointers=pointers + annotations.pointers[len(sources) :],
    )
    return whole, Annotations(sources, cues, contents, names, links, inner, inner_links, pointers)


@given(articles().filter(lambda text: "\n\n" in text), paragraphs)
def test_a_further_paragraph_changes_nothing_before_it_but_who_is_who(text: str, further: str) -> None:
    """Add a paragraph, and hold the reader's annotations of what stands before it.

    The reader sees some 180 words at a time, so that what follows may change its mind about what goes before:
    that is what a window is for. The rules have no such excuse: from the same annotations they read the same.
    Only coreference looks ahead: by a fuller name that comes later a speaker is called from the start, and a
    name that stands whole further down is taken whole before. Whether a lone paragraph is a headline shows
    only in what follows it, so there are two or more here.
    """
    end, annotate = len(text), model.annotate
    held: list[Annotations] = []

    def hold(
        prose: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]], *, threads: int
    ) -> Annotations:
        whole, first = parted(annotate(prose, sentences, quotations, threads=threads), end)
        held.append(first)
        return whole

    with patch.object(model, "annotate", hold):
        longer = told(reading(f"{text}\n\n{further}"), here)
    with patch.object(model, "annotate", lambda *_, **__: held[0]):
        alone = told(reading(text), here)
    for part in ("blocks", "sentences", "quotes"):
        assert longer[part][: len(alone[part])] == alone[part]
    mentions = {span for entity in longer["entities"] for span in entity[3:] if isinstance(span, tuple)}
    for entity in alone["entities"]:
        for start, stop in (span for span in entity[3:] if isinstance(span, tuple)):
            assert any(first <= start and stop <= last for first, last in mentions)
