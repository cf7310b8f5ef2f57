"""Quotes: who said what, as the text tells it; ``speakers`` resolves who that is.

Quotation marks come first: each outermost quotation gets the cue and the source that stand beside it.
Then every cue outside quotation marks that has a subject and a complement makes an indirect quote, or
a mixed one where marks stand inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newscli.analysis.attribution import CONFIDENCE, Attribution, Reading
from newscli.analysis.clauses import attribute_clauses
from newscli.analysis.quotations import attribute_quotations
from newscli.model import Article, Kind, Mention, Quote, Sentence, Span

_WORD: Final = re.compile(r"\w+")


def find_quotes(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[Quote, ...], tuple[str, ...]]:
    """Find the quotes of headline and body.

    Args:
        article: The article.
        sentences: All its sentences.
        mentions: The names in it, which bound sources.

    Returns:
        The quotes in text order of their first span, with ``speaker`` still None, ids from 1; and
        warnings about quotation marks without a partner. Linear in the text's length.
    """
    reading = Reading.of(article, sentences, mentions)
    marked = attribute_quotations(reading)
    found = [*marked, *_outside(attribute_clauses(reading), marked)]
    found.sort(key=lambda a: (a.spans[0], a.cue or a.spans[0]))
    _go_on(found)
    kinds = _Kinds(article.prose, [q.span for q in reading.quotations])
    quotes = tuple(
        Quote(number, kinds.of(a.spans), tuple(a.spans), a.cue, a.mention, None, a.act, a.confidence)
        for number, a in enumerate(found, start=1)
    )
    return quotes, reading.warnings


def _outside(clauses: list[Attribution], marked: list[Attribution]) -> list[Attribution]:
    """Leave out the clauses that only cut across a quotation which has its own attribution."""
    taken = sorted(span for attribution in marked for span in attribution.spans)
    starts = [span.start for span in taken]

    def cuts(span: Span) -> bool:
        first = max(0, bisect_right(starts, span.start) - 1)
        for other in taken[first:]:
            if other.start >= span.end:
                return False
            if other.meets(span) and not span.holds(other):
                return True
        return False

    return [clause for clause in clauses if not any(cuts(span) for span in clause.spans)]


def _go_on(found: list[Attribution]) -> None:
    """Give a quotation that stands alone the source of the quote before, at most one paragraph away."""
    for before, alone in pairwise(found):
        if alone.cue is None and alone.mention is None and alone.begins - before.block <= 1:
            alone.mention = before.mention
            alone.confidence = (
                CONFIDENCE["quotation beside a quotation"] if before.mention else alone.confidence
            )


class _Kinds:
    """Tells how much of a content stands inside quotation marks."""

    def __init__(self, text: str, quoted: list[Span]) -> None:
        self.text, self.quoted = text, quoted
        self.starts = [span.start for span in quoted]

    def of(self, spans: Sequence[Span]) -> Kind:
        """Return direct, mixed or indirect."""
        inside = outside = 0
        for span in spans:
            for word in _WORD.finditer(self.text, span.start, span.end):
                at = bisect_right(self.starts, word.start()) - 1
                if at >= 0 and word.end() <= self.quoted[at].end:
                    inside += 1
                else:
                    outside += 1
        return "indirect" if not inside else "mixed" if outside else "direct"
