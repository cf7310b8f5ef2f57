"""Reported contents: what the reader annotates as said, with the cue and the source that belong to it.

The reader annotates stretches and scores which cue and source go with each content. A content that its cue
interrupts is two stretches with one cue.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft, join_pieces
from newscli.analysis.quotes.linked_sources import linked_source, shares_sentence, without_description
from newscli.analysis.quotes.running_text import RunningText
from newscli.engines.reader.annotations import Annotations, ContentAnnotation, Link
from newscli.english.punctuation import CLOSING_MARKS
from newscli.model import Span
from newscli.spans import SpanIndex

# Not in "he says that would cost more", where it is the subject; "that had he known" has one of its own.
_THAT: Final = re.compile(
    r"that\s+(?!(?-i:can|could|does|has|is|may|might|must|was|will|would)\s)", re.IGNORECASE
)
# Of the next sentence, so many characters that a content took with it are its subject.
MAX_OPENING: Final = 40
# Punctuation at the edge of a content, outside quotation marks, is no part of it.
_EDGE: Final = ",;:.!—–- \t\n\r\u00a0"


def attribute_contents(running_text: RunningText, annotations: Annotations) -> tuple[QuoteDraft, ...]:
    """Attribute the contents that the reader annotates in headline, subheads and body.

    Returns:
        Those inside no other content, in text order of their first span, then those inside one; spans without
        a leading "that", with the quotation mark that closes them. What nobody uttered or thought, deeds and
        states, is left out.
    """
    outer = zip(annotations.contents, _links(running_text, annotations), strict=True)
    inner = (
        (content, link)
        for content, link in zip(annotations.inner, annotations.inner_links, strict=True)
        if not _is_part(running_text, annotations, content, link)
    )
    return (
        *_attribute_layer(running_text, annotations, outer, inner=False),
        *_attribute_layer(running_text, annotations, inner, inner=True),
    )


def _is_part(
    running_text: RunningText, annotations: Annotations, content: ContentAnnotation, link: Link
) -> bool:
    """Return whether a content inside another one has no cue there, and so is only a part of it.

    "Roe said she doubted that the dam would hold": not "Roe said the dam would hold". Of 1,317 inner
    statements that readers marked, 1,312 have their cue in the outer one. In quotation marks a link may be
    the slip.
    """
    if link.cue is None or content.within is None or running_text.quotation_at(content.span.start):
        return False
    cue = annotations.cues[link.cue].span
    is_outer = link.cue == annotations.links[content.within].cue
    return is_outer or not shares_sentence(running_text, cue, content.span)


def _attribute_layer(
    running_text: RunningText,
    annotations: Annotations,
    linked: Iterable[tuple[ContentAnnotation, Link]],
    *,
    inner: bool,
) -> tuple[QuoteDraft, ...]:
    """Attribute contents of which none stands inside another."""
    sources = SpanIndex(source.span for source in annotations.sources)
    quotes: list[list[QuoteDraft]] = []  # each by its pieces
    last: int | None = None  # the cue of the latest one
    known: set[int | None] = set()  # the cues of all of them
    for content, link in linked:
        span, act = _bounds(running_text, content.span), content.told.act
        if span is None or act == "none":
            continue
        cue = annotations.cues[link.cue].span if link.cue is not None else None
        mention = linked_source(running_text, sources, link, cue, span)
        mention = without_description(running_text, mention) if mention else None
        if quotes and cue is not None:
            pieces, before = quotes[-1], quotes[-1][-1]
            further = before._replace(spans=(span,), block=_block(running_text, span))
            if last == link.cue and _interrupted(running_text, before, cue, span):
                pieces.append(further)
                continue
            if mention is not None and _is_parenthesis(running_text, before, (cue, mention), span):
                quotes[-1] = [piece._replace(cue=cue, mention=mention) for piece in (*pieces, further)]
                last = link.cue
                continue
        # A further paragraph of a quote has no cue of its own.
        again = link.cue is not None and link.cue in known and not shares_sentence(running_text, cue, span)
        own, sureness, status = None if again else cue, _sureness(content), content.told.status
        block = _block(running_text, span)
        draft = QuoteDraft((span,), own, mention, act, "reader", sureness, block, status, inner)
        quotes.append([draft])
        last = link.cue
        known.add(last)
    return tuple(map(join_pieces, quotes))


def _sureness(content: ContentAnnotation) -> float:
    """Return how sure the reader is of a content and of how it is told."""
    return content.probability * max(content.told.statuses) * max(content.told.acts)


def _links(running_text: RunningText, annotations: Annotations) -> Iterator[Link]:
    """Yield the link of each content; a content that is alone with a cue in its sentence belongs to that.

    If one reported sentence follows another, the reader tends to link both to one cue.
    """
    contents, cues, sources = (
        [running_text.sentence_at(annotation.span.start) for annotation in kind]
        for kind in (annotations.contents, annotations.cues, annotations.sources)
    )
    alone = {at for at, count in Counter(contents).items() if count == 1}
    own_cue = {at: number for number, at in enumerate(cues)}
    own_source = {at: number for number, at in enumerate(sources)}
    counted, named = Counter(cues), Counter(sources)
    for content, at, link in zip(annotations.contents, contents, annotations.links, strict=True):
        is_alone = at in alone and counted[at] == 1 and named[at] <= 1
        if is_alone and link.cue != own_cue[at] and running_text.sentence_at(content.span.end - 1) == at:
            cue = annotations.cues[own_cue[at]]
            if not content.span.holds(cue.span):
                yield Link(own_cue[at], cue.probability, own_source.get(at, link.source), cue.probability)
                continue
        yield link


def _block(running_text: RunningText, span: Span) -> int:
    return running_text.sentences[running_text.sentence_at(span.start)].block


def _bounds(running_text: RunningText, span: Span) -> Span | None:
    """Return a content without its leading "that" and with its closing quotation mark.

    None if it lies outside headline, subheads and body, or if nothing is left.
    """
    prose = running_text.article.prose
    if not running_text.holds(span):
        return None
    leading = _THAT.match(prose, span.start, span.end)
    start = leading.end() if leading else span.start
    end = _without_opening(running_text, Span(start, span.end))
    opening = running_text.quotation_at(start)
    if opening is not None and opening.closed and _runs_on(running_text, opening.span.end, end):
        end = opening.span.end
    quotation = running_text.quotation_at(end - 1)
    # What begins inside a quotation has no mark of its own.
    inside = quotation is not None and quotation.span.start < start
    if quotation is not None and inside:
        end = min(end, quotation.inner.end)
    elif quotation is not None and quotation.closed and not prose[end : quotation.inner.end].strip(" .,"):
        end = max(end, quotation.span.end)
    return without_edges(running_text, start, end, inside=inside)


def _without_opening(running_text: RunningText, span: Span) -> int:
    """Return where a content ends without the first words of a sentence that goes on behind it.

    "He bore no grudge. His wife" said something else.
    """
    number = running_text.sentence_at(span.end - 1)
    begin, behind = running_text.sentences[number].span.start, running_text.sentences[number].span.end
    goes_on = any(map(str.isalpha, running_text.article.prose[span.end : behind]))
    is_opening = span.start < begin and span.end - begin <= MAX_OPENING and goes_on
    return begin if is_opening and running_text.quotation_at(span.end - 1) is None else span.end


def without_edges(running_text: RunningText, start: int, end: int, *, inside: bool) -> Span | None:
    """Return a content without the punctuation at its edges that no marks hold, or none of its own do."""
    prose = running_text.article.prose
    while start < end and prose[start] in _EDGE and running_text.quotation_at(start) is None:
        start += 1
    while end > start and prose[end - 1] in _EDGE and (inside or running_text.quotation_at(end - 1) is None):
        end -= 1
    return Span(start, end) if start < end else None


def _runs_on(running_text: RunningText, closing: int, end: int) -> bool:
    """Return whether a content that opens with a quotation ends in a further sentence that is not quoted."""
    return (
        closing < end
        and running_text.sentence_at(closing - 1) < running_text.sentence_at(end - 1)
        and running_text.quotation_at(end - 1) is None
    )


def _is_parenthesis(
    running_text: RunningText, before: QuoteDraft, told: tuple[Span, Span], span: Span
) -> bool:
    """Return whether cue and source alone part two contents: "He gets, according to Roe, “water”"."""
    cue, mention = told
    prose = running_text.article.prose
    gaps = (before.spans[-1].end, cue.start), (cue.end, mention.start), (mention.end, span.start)
    return (
        before.cue is None
        and cue.of(prose).lower() == "according to"
        and all(start <= end and not prose[start:end].strip(_EDGE) for start, end in gaps)
        and running_text.sentence_at(before.spans[-1].end - 1) == running_text.sentence_at(cue.start)
    )


def _interrupted(running_text: RunningText, before: QuoteDraft, cue: Span, span: Span) -> bool:
    """Return whether a content goes on after its cue ("That, analysts said, could …")."""
    last = before.spans[-1]
    quotation = running_text.quotation_at(span.start)
    if _block(running_text, span) != before.block and not (quotation and quotation.continues):
        return False  # a paragraph that goes on without a cue is a quote of its own, by the same speaker
    if last.end <= cue.start < span.start:
        # Said: “…” begins anew, and so does a sentence whose cue stands before its content.
        led_in = running_text.article.prose[cue.start : span.start].rstrip().endswith(":")
        before_cue = running_text.article.prose[last.start : last.end].rstrip(CLOSING_MARKS)
        anew = before_cue.endswith(".") and running_text.sentence_at(cue.start) > running_text.sentence_at(
            last.end - 1
        )
        return not led_in and not anew
    between = running_text.article.prose[last.end : span.start]
    return not any(char.isalnum() for char in between)
