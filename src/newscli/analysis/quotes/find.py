"""Quotes: who said what, as the text says it; ``speakers`` resolves who that is.

Quotation marks bound what is quoted as a whole, and the words beside them say by whom. The annotations of the
reader give everything else, and the sources that no such rule finds.
"""

from __future__ import annotations

from collections.abc import Sequence

from newscli.analysis.quotes.confidence import confidence
from newscli.analysis.quotes.direct import attribute_quotations
from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.merge import WORD, merge, put_turns, without_label
from newscli.analysis.quotes.reported import attribute_contents
from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.quotes.transcripts import attribute_turns
from newscli.analysis.words import SentenceWords
from newscli.engines.reader.annotations import Annotations
from newscli.model import Article, Kind, Mention, Quote
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
    return tuple(_quote(number, draft, running_text) for number, draft in enumerate(drafts, start=1))


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
    quoted = attribute_quotations(running_text)
    found = put_turns(text, merge(text, quoted, attribute_contents(running_text, annotations)), turns)
    drafts = (without_label(running_text, draft) for draft in found)
    in_order = sorted(drafts, key=lambda draft: (draft.spans[0], draft.cue or draft.spans[0]))
    return running_text, tuple(in_order)


def _quote(number: int, draft: QuoteDraft, running_text: RunningText) -> Quote:
    """Return a draft as a quote; what stands in marks is speech, whatever the cue."""
    kind = _kind(draft, running_text)
    act = draft.act if kind == "indirect" else "speech"
    believed = round(confidence(draft.evidence, draft.sureness), 4)
    return Quote(number, kind, draft.spans, draft.cue, draft.mention, None, act, believed)


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
