"""One quote from what the finders found of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.running_text import RunningText
from newscli.model import HEADLINES, Span
from newscli.text.furniture import is_headline_label

WORD: Final = re.compile(r"\w+")
_COMMA: Final = re.compile(r",\s+(?=\S)")
# A content and a quotation that share this part of their words are one quote: the reader misses a word or two
# at an edge. Set by hand: of the 3,794 quotes in the samples and 140 articles of PolNeAR, 0.7 changes 12, 0.9
# changes 4.
_SAME: Final = 0.8
# A quote inside a turn that has this part of its words is the turn itself. Set by hand: transcripts are
# rare, and 0.3 and 0.7 change no quote there.
_MOST: Final = 0.5

_Spans = tuple[Span, ...]


def merge(text: str, quoted: Sequence[QuoteDraft], contents: Sequence[QuoteDraft]) -> tuple[QuoteDraft, ...]:
    """Bring quotations and the reader's contents together.

    A quotation stands for the contents that it holds or nearly equals: its marks bound it, and its source is
    the one of its own cue, or else theirs. It is no quote of its own if it is a part of a longer content
    ("said the talks were “useful”"), or if it has no cue and the reader sees no content in it.
    """
    read = _Contents(text, contents)
    left: list[_Spans] = [content.spans for content in contents]  # what quotations leave of each
    kept: list[QuoteDraft] = []
    for quotation in quoted:
        own = _word_starts(text, quotation.spans)
        meeting = read.meeting(own)
        likeness = {n: read.likeness(n, own) for n in meeting}
        held = {n for n in meeting if read.words[n] <= own}
        best = max(meeting, key=likeness.__getitem__, default=None)
        if best is not None and contents[best].inner and likeness[best] >= _SAME:
            # It is told inside another content, which keeps its words.
            for n in meeting:
                left[n] = () if n in held or n == best else left[n]
            kept.append(_completed(quotation, contents[best])._replace(inner=True))
            continue
        # What others are told to have said inside it stays a quote of its own.
        likeness = {n: share for n, share in likeness.items() if not contents[n].inner}
        kept += _from_outer(text, quotation, contents, likeness, held, left)
    rest = (content._replace(spans=spans) for content, spans in zip(contents, left, strict=True) if spans)
    return (*rest, *kept)


def _from_outer(
    text: str,
    quotation: QuoteDraft,
    contents: Sequence[QuoteDraft],
    likeness: Mapping[int, float],
    held: Set[int],
    left: list[_Spans],
) -> list[QuoteDraft]:
    """Return the quotation with what the contents know that share words with it, or nothing.

    Args:
        text: The article's.
        quotation: It stands in no content that stands inside another.
        contents: All of them.
        likeness: The share of common words, by the number of each content that shares any.
        held: The numbers of those that the quotation holds as a whole.
        left: What is left of each content; the quotation takes its own out.
    """
    if not likeness:
        return [quotation] if quotation.cue is not None or quotation.beside else []
    best = max(likeness, key=likeness.__getitem__)
    if likeness[best] < _SAME and not quotation.bounded and not held >= likeness.keys():
        return []
    for n, share in likeness.items():
        if n in held or share >= _SAME:
            left[n] = ()
    # What the reader joined to it from behind its cue is a quote of that cue, in other words.
    left[best] = tuple(span for span in left[best] if span.start >= quotation.spans[-1].end)
    spans = quotation.spans
    for n in likeness:
        spans, left[n] = _divide(text, spans, left[n])
    return [_completed(quotation._replace(spans=spans), contents[best])]


class _Contents:
    """The words of the contents, to find those that a quotation shares words with."""

    def __init__(self, text: str, contents: Sequence[QuoteDraft]) -> None:
        self.words = [_word_starts(text, content.spans) for content in contents]
        self._holders: dict[int, list[int]] = {}
        for number, starts in enumerate(self.words):
            for start in starts:
                self._holders.setdefault(start, []).append(number)

    def meeting(self, own: frozenset[int]) -> list[int]:
        """Return the numbers of the contents that have a word of these."""
        return sorted({number for start in own for number in self._holders.get(start, ())})

    def likeness(self, number: int, own: frozenset[int]) -> float:
        """Return the share of the words of both that both have, 0 to 1."""
        return len(own & self.words[number]) / len(own | self.words[number])


def _word_starts(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(m.start() for span in spans for m in WORD.finditer(text, span.start, span.end))


def _divide(text: str, quotation: _Spans, content: _Spans) -> tuple[_Spans, _Spans]:
    """Leave a stretch that both have to the one that begins with it, or else to the quotation."""
    if all(any(span.holds(one) for span in content) for one in quotation):
        return quotation, content  # a quotation in a longer one
    if quotation[0] not in content:
        quotation = tuple(one for one in quotation if one not in content)
    for one in quotation:
        content = tuple(part for span in content for part in _outside(text, span, one))
    return quotation, content


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


def _completed(quotation: QuoteDraft, content: QuoteDraft) -> QuoteDraft:
    """Return a quotation with what its content knows, unless its own source stands right beside it."""
    quotation = quotation._replace(sureness=content.sureness, status=content.status)
    if quotation.beside:
        return quotation
    return quotation._replace(
        evidence="reader" if quotation.cue is None else quotation.evidence,
        cue=quotation.cue or content.cue,
        mention=content.mention or quotation.mention,
    )


def put_turns(text: str, found: Sequence[QuoteDraft], turns: Sequence[QuoteDraft]) -> tuple[QuoteDraft, ...]:
    """Put turns in place of the quotes found inside them; keep what a turn quotes of others with a cue."""
    turn_of = {start: turn for turn in turns for start in _word_starts(text, turn.spans)}

    def is_apart(draft: QuoteDraft) -> bool:
        starts = _word_starts(text, draft.spans)
        turn = next((turn_of[start] for start in starts if start in turn_of), None)
        if turn is None:
            return True
        attributed = draft.cue is not None and draft.cue.start in turn_of
        return attributed and len(starts) < _MOST * len(_word_starts(text, turn.spans))

    return (*(draft for draft in found if is_apart(draft)), *turns) if turns else tuple(found)


def without_source(running_text: RunningText, draft: QuoteDraft) -> QuoteDraft:
    """Return a draft whose content does not begin with its source, or with the name that goes with it.

    "According to Ann Roe, the pier is shut"; "According to the mayor, Ann Roe, the pier is shut".
    """
    first, mention, prose = draft.spans[0], draft.mention, running_text.article.prose
    if mention is None or draft.cue is None or draft.cue.end > mention.start:
        return draft
    words = running_text.words[running_text.sentence_at(first.start)]
    at = words.index.behind(first.start)
    last = words.name_starts.get(at)
    if last is None:
        return draft
    name = words.span(at, last)
    comma = _COMMA.match(prose, name.end, first.end)
    same = mention.start == first.start or prose[mention.end : first.start].strip() == ","
    if comma is None or not same:
        return draft
    return draft._replace(mention=name, spans=(Span(comma.end(), first.end), *draft.spans[1:]))


def without_label(running_text: RunningText, draft: QuoteDraft) -> QuoteDraft:
    """Return a draft without a source that is the label of a headline: "Video: ‘It came out of nowhere’"."""
    mention, text = draft.mention, running_text.article.prose
    if mention is None or not is_headline_label(mention.of(text)):
        return draft
    sentence = running_text.sentences[running_text.sentence_at(mention.start)]
    if sentence.role not in HEADLINES or sentence.span.start != mention.start:
        return draft
    cue = draft.cue
    keeps_cue = cue is not None and cue.of(text) != ":" and sentence.span.holds(cue)
    return draft._replace(mention=None, cue=cue if keeps_cue else None)
