"""Quotes: who said what, as the text says it; ``speakers`` resolves who that is.

Quotation marks bound what is quoted as a whole, and the words beside them say by whom. The annotations of the
reader give everything else, and the sources that no such rule finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newscli.analysis.quotes.confidence import MAX_FAINT, confidence
from newscli.analysis.quotes.cues import WholeCues
from newscli.analysis.quotes.direct import attribute_quotations
from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.listeners import without_listener
from newscli.analysis.quotes.main_clauses import with_main_clause, with_predicate
from newscli.analysis.quotes.merge import WORD, merge, put_turns, without_label, without_source
from newscli.analysis.quotes.reactions import is_example, is_name, is_reaction, is_taking
from newscli.analysis.quotes.references import references
from newscli.analysis.quotes.reported import attribute_contents
from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.quotes.statuses import status_of, told_by_others
from newscli.analysis.quotes.transcripts import attribute_turns
from newscli.analysis.quotes.unasserted import status_around
from newscli.analysis.words import SentenceWords
from newscli.engines.reader.annotations import Annotations
from newscli.english.clauses import SUBORDINATORS
from newscli.english.punctuation import OPENING_MARKS
from newscli.model import HEADLINES, Article, Kind, Mention, Quote, Span
from newscli.spans import SpanIndex
from newscli.text.quotation_marks import Quotation


def find_quotes(
    article: Article,
    words: Sequence[SentenceWords],
    quotations: Sequence[Quotation],
    annotations: Annotations,
    mentions: Sequence[Mention],
) -> tuple[Quote, ...]:
    """Find the quotes of headline and body.

    Args:
        article: The article.
        words: All its sentences.
        quotations: What stands between quotation marks, of any depth.
        annotations: What the reader found.
        mentions: The names, which bound sources.

    Returns:
        In text order of their first span, with ``speaker`` still None, ids from 1. Linear in the text's
        length.
    """
    running_text, drafts = draft_quotes(article, words, quotations, annotations, mentions)
    return finish(running_text, drafts, annotations)


def finish(
    running_text: RunningText, drafts: Sequence[QuoteDraft], annotations: Annotations
) -> tuple[Quote, ...]:
    """Return drafts as numbered quotes, in their order; ``draft_quotes`` gives the first two arguments."""
    cues = WholeCues(running_text, annotations)
    drafts = [cues.with_what_is_wished(without_listener(running_text, draft, cues)) for draft in drafts]
    holders = _holders([draft.spans for draft in drafts])
    article = running_text.article
    paragraphs, headlines = SpanIndex(article.spans("body")), _headlines(article)
    drafts = [_of_its_headline(draft, headlines) for draft in drafts]
    outers = [None if holder is None else drafts[holder] for holder in holders]
    drafts = [
        draft._replace(status=status_around(article.prose, draft, outer))
        for draft, outer in zip(drafts, outers, strict=True)
    ]
    return tuple(
        replace(_quote(number, draft, running_text, cues, holder), paragraph=_paragraph(draft, paragraphs))
        for number, (draft, holder) in enumerate(zip(drafts, holders, strict=True), start=1)
    )


def draft_quotes(
    article: Article,
    words: Sequence[SentenceWords],
    quotations: Sequence[Quotation],
    annotations: Annotations,
    mentions: Sequence[Mention],
) -> tuple[RunningText, tuple[QuoteDraft, ...]]:
    """Bring together what the finders know of each quote; the arguments are those of ``find_quotes``.

    Returns:
        The article as the finders read it, without the quotations that hold the labels of turns, and the
        drafts in text order of their first span.
    """
    turns = attribute_turns(article, mentions)
    labels = [turn.mention for turn in turns if turn.mention is not None]
    running_text = RunningText.of(article, words, quotations, mentions, labels)
    text = article.prose
    titles, headlines = references(running_text), _headlines(article)
    quoted = [one for one in attribute_quotations(running_text) if titles.at(one.spans[0].start) is None]
    reported = [
        with_predicate(running_text, with_main_clause(running_text, without_source(running_text, one)))
        for one in attribute_contents(running_text, annotations)
        if titles.at(one.spans[0].start) is None
        and not _is_side_clause(text, one, headlines)
        and not any(is_other(text, one) for is_other in (is_reaction, is_example, is_name, is_taking))
    ]
    found = put_turns(text, merge(text, quoted, reported), turns)
    drafts = (_weighed(running_text, without_label(running_text, draft)) for draft in found)
    return running_text, tuple(sorted(drafts, key=_place))


def _weighed(running_text: RunningText, draft: QuoteDraft) -> QuoteDraft:
    """Return a draft with what shows that it is one: less if the reader alone found a word or two.

    Or a part of another quote without a cue: "of a leak" of "I was not told by Roe of a leak" is not what Roe
    said.
    """
    prose, first = running_text.article.prose, draft.spans[0]
    if draft.evidence != "reader" or prose[first.start] in OPENING_MARKS:
        return draft
    in_marks = any(running_text.quotation_at(one.start) for one in draft.spans)
    words = sum(len(one.of(prose).split()) for one in draft.spans)
    is_part = draft.inner and draft.cue is None
    return draft._replace(evidence="faint") if is_part or (words <= MAX_FAINT and not in_marks) else draft


def _is_side_clause(text: str, draft: QuoteDraft, headlines: SpanIndex) -> bool:
    """Return whether a headline's content is its side clause: "Firm lifts forecast as prices ease"."""
    start = draft.spans[0].start
    if draft.cue is not None or headlines.at(start) is None:
        return False
    opening = WORD.match(text, start)
    return opening is not None and opening[0].lower() in SUBORDINATORS | {"as"}


def _place(draft: QuoteDraft) -> tuple[int, int, int, Span]:
    """Return what a draft is sorted by: text order, what holds another one before that."""
    first, last = draft.spans[0], draft.spans[-1]
    return first.start, -last.end, len(draft.spans), draft.cue or first


def _quote(
    number: int, draft: QuoteDraft, running_text: RunningText, cues: WholeCues, holder: int | None
) -> Quote:
    """Return a draft as a quote.

    What stands in marks is speech, whatever the cue; but what is told inside it ("I think …") need not be.
    """
    kind = _kind(draft, running_text)
    uttered = kind == "direct" and not draft.inner
    cue = cues.of(draft.cue) if draft.cue else ()
    own = _without_denial(running_text.article.prose, draft, cue)
    if own != cue:
        cue, draft = own, draft._replace(status="said")
    words = " ".join(piece.of(running_text.article.prose) for piece in cue)
    return Quote(
        number,
        kind,
        draft.spans,
        cue,
        draft.mention,
        speaker=None,
        act="speech" if uttered else draft.act,
        confidence=round(confidence(draft.evidence, draft.sureness), 4),
        status=status_of(words, draft.status),
        within=None if holder is None else holder + 1,
    )


def _without_denial(prose: str, draft: QuoteDraft, cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a cue without the words by which somebody else denies what the source told."""
    if draft.status != "denied" or draft.mention is None or not cue:
        return cue
    last = cue[-1]
    start = last.start + told_by_others(last.of(prose), prose[last.end : draft.mention.start])
    return cue if start == last.start else (Span(start, last.end),)


def _paragraph(draft: QuoteDraft, paragraphs: SpanIndex) -> int | None:
    """Return the number of the paragraph of the body in which a draft begins, from 1."""
    at = paragraphs.at(draft.spans[0].start)
    return None if at is None else at + 1


def _headlines(article: Article) -> SpanIndex:
    return SpanIndex(block.span for block in article.blocks if block.role in HEADLINES)


def _of_its_headline(draft: QuoteDraft, headlines: SpanIndex) -> QuoteDraft:
    """Return a draft without a cue and a source that stand elsewhere, if it is a headline's.

    "Harbour to close" has its source in the story, which tells the same again; the headline tells of none.
    """
    at = headlines.at(draft.spans[0].start)
    if at is None:
        return draft
    cue = draft.cue if draft.cue and headlines[at].meets(draft.cue) else None
    mention = draft.mention if draft.mention and headlines[at].meets(draft.mention) else None
    return draft._replace(cue=cue, mention=mention)


def _holders(quotes: Sequence[tuple[Span, ...]]) -> list[int | None]:
    """Return for each quote the index of the smallest other one that holds all of it; None for no such.

    Args:
        quotes: The spans of each, in text order of the first.
    """
    found: list[int | None] = []
    open_quotes: list[int] = []  # those that may hold what follows, the outermost first
    for number, spans in enumerate(quotes):
        while open_quotes and quotes[open_quotes[-1]][-1].end <= spans[0].start:
            open_quotes.pop()
        holding = (at for at in reversed(open_quotes) if _holds(quotes[at], spans))
        found.append(next(holding, None))
        open_quotes.append(number)
    return found


def _holds(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> bool:
    return outer != inner and all(any(span.holds(one) for span in outer) for one in inner)


def _kind(draft: QuoteDraft, running_text: RunningText) -> Kind:
    """Return how much of a content stands in marks; the turn of a transcript needs none to be direct."""
    if draft.evidence == "turn":
        return "direct"
    inside = outside = False
    for span in draft.spans:
        end_of_quotation = -1
        for word in WORD.finditer(running_text.article.prose, span.start, span.end):
            if word.start() >= end_of_quotation:
                quotation = running_text.quotation_at(word.start())
                end_of_quotation = -1 if quotation is None else quotation.span.end
            if word.end() <= end_of_quotation:
                inside = True
            else:
                outside = True
            if inside and outside:
                return "mixed"
    return "direct" if inside else "indirect"
