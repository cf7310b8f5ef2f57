"""Quotes: who said what, as the text tells it; ``speakers`` resolves who that is.

Quotation marks bound what is quoted as a whole, and the words beside them tell by whom; the reader's marks
give everything else, and the sources that no such rule finds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from newscli.analysis.attribution import Attribution, Reading
from newscli.analysis.confidence import confidence
from newscli.analysis.contents import attribute_contents
from newscli.analysis.quotations import attribute_quotations
from newscli.analysis.turns import attribute_turns
from newscli.engines.reader import Marks
from newscli.model import Article, Kind, Mention, Quote, Sentence, Span
from newscli.text.furniture import is_headline_label
from newscli.text.marks import Quotation

_WORD: Final = re.compile(r"\w+")
# A content and a quotation that share this part of their words are one quote.
_SAME: Final = 0.8
# A quote inside a turn that has this part of its words is the turn itself.
_TOLD_OF_OTHERS: Final = 0.5


def find_quotes(
    article: Article,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    marks: Marks,
    mentions: Sequence[Mention],
) -> tuple[Quote, ...]:
    """Find the quotes of headline and body.

    Args:
        article: The article.
        sentences: All its sentences.
        quotations: What stands between quotation marks, of any depth.
        marks: What the reader marked.
        mentions: The names, which bound sources.

    Returns:
        In text order of their first span, with ``speaker`` still None, ids from 1. Linear in the text's
        length.
    """
    reading = Reading.of(article, sentences, quotations, mentions)
    found = attribute(reading, marks, mentions)
    kinds = _Kinds(article.prose, [q.span for q in reading.quotations])
    return tuple(_quote(number, a, kinds) for number, a in enumerate(found, start=1))


def _quote(number: int, found: Attribution, kinds: _Kinds) -> Quote:
    """Return an attribution as a quote; what stands in marks is speech, whatever the cue."""
    kind = found.kind or kinds.of(found.spans)
    act = found.act if kind == "indirect" else "speech"
    believed = round(confidence(found.evidence, found.sureness), 4)
    return Quote(number, kind, tuple(found.spans), found.cue, found.mention, None, act, believed)


def attribute(reading: Reading, marks: Marks, mentions: Sequence[Mention]) -> list[Attribution]:
    """Find the quotes with what tells of each; the arguments are those of ``find_quotes``.

    Returns:
        In text order of their first span. The labels of turns are left out of the reading's quotations.
    """
    text = reading.article.prose
    turns = attribute_turns(reading, mentions)
    reading.leave_out([turn.mention for turn in turns if turn.mention is not None])
    found = _merged(text, attribute_quotations(reading), attribute_contents(reading, marks))
    found = _beside_turns(text, found, turns)
    for attribution in found:
        _leave_out_label(reading, attribution)
    return sorted(found, key=lambda a: (a.spans[0], a.cue or a.spans[0]))


def _word_starts(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(m.start() for span in spans for m in _WORD.finditer(text, span.start, span.end))


def _merged(text: str, quoted: list[Attribution], contents: list[Attribution]) -> list[Attribution]:
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
    kept: list[Attribution] = []
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


def _leave_out_label(reading: Reading, attribution: Attribution) -> None:
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


def _divide(text: str, quotation: Attribution, content: Attribution) -> None:
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


def _beside_turns(text: str, found: list[Attribution], turns: list[Attribution]) -> list[Attribution]:
    """Put turns in the place of what was found of them; what a turn tells of others, with a cue, stays."""
    turn_of = {start: turn for turn in turns for start in _word_starts(text, turn.spans)}

    def is_apart(attribution: Attribution) -> bool:
        starts = _word_starts(text, attribution.spans)
        turn = next((turn_of[start] for start in starts if start in turn_of), None)
        if turn is None:
            return True
        told = attribution.cue is not None and attribution.cue.start in turn_of
        return told and len(starts) < _TOLD_OF_OTHERS * len(_word_starts(text, turn.spans))

    return [*(attribution for attribution in found if is_apart(attribution)), *turns] if turns else found


def _completed(quotation: Attribution, content: Attribution) -> Attribution:
    """Give a quotation what its content knows, where its own source does not stand right beside it."""
    quotation.sureness = content.sureness
    if not quotation.beside:
        quotation.evidence = "reader" if quotation.cue is None else quotation.evidence
        quotation.cue = quotation.cue or content.cue
        quotation.mention = content.mention or quotation.mention
    return quotation


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
