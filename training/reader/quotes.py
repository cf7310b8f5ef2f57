"""From the reader's annotations to quotes, by its own links alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from newscli.engines.reader.annotations import Annotation, Annotations, ContentAnnotation, Link
from newscli.model import Span

Quotes = list[dict[str, Any]]
# Contents are joined where both links to the cue are at least this probable; chosen on polnear-dev.
SURE_CUE: Final = 0.8


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _joined(
    annotations: Annotations, contents: Sequence[ContentAnnotation], links: Sequence[Link]
) -> Iterator[dict[str, Any]]:
    """Yield the quotes of one layer: contents that surely have the same cue are one."""
    by_cue: dict[int, dict[str, Any]] = {}
    for content, link in zip(contents, links, strict=True):
        sure = link.cue if link.cue_probability > SURE_CUE else None
        if sure in by_cue:
            by_cue[sure]["content"].append(_pair(content.span))
            continue
        quote = {
            "content": [_pair(content.span)],
            "source": None if link.source is None else _pair(annotations.sources[link.source].span),
            "cue": [] if link.cue is None else [_pair(annotations.cues[link.cue].span)],
            "status": content.told.status,
            "act": content.told.act,
        }
        if sure is not None:
            by_cue[sure] = quote
        yield quote


def corpus_quotes(annotations: Annotations) -> Quotes:
    """Return what a corpus would call attributions: no content inside another one, deeds too."""
    return list(_joined(annotations, annotations.contents, annotations.links))


def listed_quotes(annotations: Annotations) -> Quotes:
    """Return what a reader would list: inner contents too, no deeds."""
    outer = _joined(annotations, annotations.contents, annotations.links)
    inner = _joined(annotations, annotations.inner, annotations.inner_links)
    return [quote for quote in (*outer, *inner) if quote["act"] != "none"]


def nearest_quotes(annotations: Annotations) -> Quotes:
    """Take each content for a quote and the nearest source for its own."""

    def gap(mark: Annotation, content: Annotation) -> int:
        return max(content.span.start - mark.span.end, mark.span.start - content.span.end, 0)

    return [
        {
            "content": [_pair(content.span)],
            "source": _pair(min(annotations.sources, key=lambda mark: gap(mark, content)).span)
            if annotations.sources
            else None,
        }
        for content in annotations.contents
    ]
