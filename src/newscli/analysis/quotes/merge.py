"""One quote from what the finders found of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.running_text import RunningText
from newscli.model import Span
from newscli.text.furniture import is_headline_label

WORD: Final = re.compile(r"\w+")
# A content and a quotation that share this part of their words are one quote.
_SAME: Final = 0.8
# A quote inside a turn that has this part of its words is the turn itself.
_TOLD_OF_OTHERS: Final = 0.5


def _word_starts(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(m.start() for span in spans for m in WORD.finditer(text, span.start, span.end))


def merge(text: str, quoted: list[QuoteDraft], contents: list[QuoteDraft]) -> list[QuoteDraft]:
    """Bring quotations and the reader's contents together.

    A quotation stands for the contents that it holds or nearly equals: its marks bound it, and its own cue
    tells the source, or else theirs. One that is a part of a longer content ("said the talks were
    “useful”") is no quote of its own, nor is one without a cue in which the reader sees no content.
    """
    words = [_word_starts(text, content.spans) for content in contents]
    holders: dict[int, list[int]] = {}
    for number, starts in enumerate(words):
        for start in starts:
            holders.setdefault(start, []).append(number)
    dropped: set[int] = set()
    kept: list[QuoteDraft] = []
    for quotation in quoted:
        own = _word_starts(text, quotation.spans)
        meeting = sorted({number for start in own for number in holders.get(start, ())})
        if not meeting:
            kept += [quotation] if quotation.cue is not None or quotation.beside else []
            continue
        same = {n: len(own & words[n]) / len(own | words[n]) for n in meeting}
        best = max(meeting, key=lambda n: same[n])
        if same[best] < _SAME and not quotation.bounded and not all(words[n] <= own for n in meeting):
            continue
        dropped.update(n for n in meeting if words[n] <= own or same[n] >= _SAME)
        kept.append(_completed(quotation, contents[best]))
        if best not in dropped:
            # What the reader joined to it from behind its cue is told in other words, with that cue.
            contents[best].spans = [s for s in contents[best].spans if s.start >= quotation.spans[-1].end]
        for n in meeting:
            if n not in dropped:
                _divide(text, quotation, contents[n])
        dropped.update(n for n in meeting if not contents[n].spans)
    return [*(c for n, c in enumerate(contents) if n not in dropped), *kept]


def leave_out_label(reading: RunningText, attribution: QuoteDraft) -> None:
    """Take the label of a headline for no source: "Video: ‘It came out of nowhere’"."""
    mention, text = attribution.mention, reading.article.prose
    if mention is None or not is_headline_label(mention.of(text)):
        return
    sentence = reading.sentences[reading.sentence_at(mention.start)]
    if sentence.role in ("headline", "subhead") and sentence.span.start == mention.start:
        attribution.mention = None
        cue = attribution.cue
        if cue is not None and (cue.of(text) == ":" or not sentence.span.holds(cue)):
            attribution.cue = None


def _divide(text: str, quotation: QuoteDraft, content: QuoteDraft) -> None:
    """Leave a stretch that both have to the one that begins with it, or else to the quotation."""
    if all(any(span.holds(one) for span in content.spans) for one in quotation.spans):
        return  # a quotation in a longer one
    if quotation.spans[0] not in content.spans:
        quotation.spans = [one for one in quotation.spans if one not in content.spans]
    for one in quotation.spans:
        content.spans = [part for span in content.spans for part in _outside(text, span, one)]


def _outside(text: str, span: Span, other: Span) -> list[Span]:
    """Return what of a span another one leaves, without the space and the full stops at its edges."""
    if not span.meets(other):
        return [span]
    left = []
    for start, end in ((span.start, other.start), (other.end, span.end)):
        words = text[start:end].strip(" \n\t.,;:")
        if any(map(str.isalnum, words)):
            at = text.index(words, start)
            left.append(Span(at, at + len(words)))
    return left


def beside_turns(text: str, found: list[QuoteDraft], turns: list[QuoteDraft]) -> list[QuoteDraft]:
    """Put turns in the place of what was found of them; what a turn tells of others, with a cue, stays."""
    turn_of = {start: turn for turn in turns for start in _word_starts(text, turn.spans)}

    def is_apart(attribution: QuoteDraft) -> bool:
        starts = _word_starts(text, attribution.spans)
        turn = next((turn_of[start] for start in starts if start in turn_of), None)
        if turn is None:
            return True
        told = attribution.cue is not None and attribution.cue.start in turn_of
        return told and len(starts) < _TOLD_OF_OTHERS * len(_word_starts(text, turn.spans))

    return [*(attribution for attribution in found if is_apart(attribution)), *turns] if turns else found


def _completed(quotation: QuoteDraft, content: QuoteDraft) -> QuoteDraft:
    """Give a quotation what its content knows, where its own source does not stand right beside it."""
    quotation.sureness = content.sureness
    if not quotation.beside:
        quotation.evidence = "reader" if quotation.cue is None else quotation.evidence
        quotation.cue = quotation.cue or content.cue
        quotation.mention = content.mention or quotation.mention
    return quotation
