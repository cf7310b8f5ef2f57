"""Quotes: who said what, as the text tells it; ``speakers`` resolves who that is.

Quotation marks bound what is quoted as a whole, and the words beside them say by whom; the annotations of the
reader give everything else, and the sources that no such rule finds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newscli.analysis.quotes.confidence import confidence
from newscli.analysis.quotes.direct import attribute_quotations
from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.merge import WORD, beside_turns, leave_out_label, merge
from newscli.analysis.quotes.reported import attribute_contents
from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.quotes.transcripts import attribute_turns
from newscli.analysis.words import SentenceWords
from newscli.engines.reader.annotations import Annotations
from newscli.model import Article, Kind, Mention, Quote, Span
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
    reading = RunningText.of(article, words, quotations, mentions)
    found = attribute(reading, annotations, mentions)
    kinds = _Kinds(article.prose, [q.span for q in reading.quotations])
    return tuple(_quote(number, a, kinds) for number, a in enumerate(found, start=1))


def _quote(number: int, found: QuoteDraft, kinds: _Kinds) -> Quote:
    """Return an attribution as a quote; what stands in marks is speech, whatever the cue."""
    kind = found.kind or kinds.of(found.spans)
    act = found.act if kind == "indirect" else "speech"
    believed = round(confidence(found.evidence, found.sureness), 4)
    return Quote(number, kind, tuple(found.spans), found.cue, found.mention, None, act, believed)


def attribute(
    reading: RunningText, annotations: Annotations, mentions: Sequence[Mention]
) -> list[QuoteDraft]:
    """Find the quotes with what tells of each; the arguments are those of ``find_quotes``.

    Returns:
        In text order of their first span. The labels of turns are left out of the reading's quotations.
    """
    text = reading.article.prose
    turns = attribute_turns(reading, mentions)
    reading.leave_out([turn.mention for turn in turns if turn.mention is not None])
    found = merge(text, attribute_quotations(reading), attribute_contents(reading, annotations))
    found = beside_turns(text, found, turns)
    for attribution in found:
        leave_out_label(reading, attribution)
    return sorted(found, key=lambda a: (a.spans[0], a.cue or a.spans[0]))


class _Kinds:
    """Tells how much of a content stands inside quotation marks."""

    def __init__(self, text: str, quoted: list[Span]) -> None:
        self.text, self.quoted = text, quoted
        self.starts = [span.start for span in quoted]

    def of(self, spans: Sequence[Span]) -> Kind:
        """Return direct, mixed or indirect."""
        inside = outside = 0
        for span in spans:
            for word in WORD.finditer(self.text, span.start, span.end):
                at = bisect_right(self.starts, word.start()) - 1
                if at >= 0 and word.end() <= self.quoted[at].end:
                    inside += 1
                else:
                    outside += 1
        return "indirect" if not inside else "mixed" if outside else "direct"
