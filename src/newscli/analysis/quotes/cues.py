"""The whole cue of a quote: "has never claimed", not "claimed".

A cue that is cut may turn what the article says, so it keeps its auxiliaries, its negation, its adverbs and
its particle. The reader annotates them together; where it has no cue, the rules take the verb group.
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.quotes.subjects import verb_group_start
from newscli.engines.reader.annotations import Annotations
from newscli.english.clauses import AUXILIARIES, ORDERING
from newscli.english.cues import WISHING, cue_forms
from newscli.model import Span, Status
from newscli.spans import SpanIndex

# Words between a verb and its "that": "to remind people here that".
MAX_LISTENER: Final = 5
# Words of the shortest cue that opens with an adverb.
_WITH_ADVERB: Final = 2


class WholeCues:
    """The cues of an article that the reader annotates, to find the whole one around a word."""

    def __init__(self, running_text: RunningText, annotations: Annotations) -> None:
        self._running_text = running_text
        self._cues = SpanIndex(cue.span for cue in annotations.cues)
        used = {link.cue for link in (*annotations.links, *annotations.inner_links)}
        self._alone = [number not in used for number in range(len(annotations.cues))]

    def of(self, cue: Span) -> tuple[Span, ...]:
        """Return the pieces of the cue that a span is, or is the verb of; at least one, in text order."""
        number = self._cues.at(cue.start)
        if number is None:
            return (self._without_order(self._verb_group(cue)),)
        here = self._cues[number]
        if self._is_opening(here) and self._goes_on(number, number + 1):
            return here, self._cues[number + 1]
        if number and self._is_opening(self._cues[number - 1]) and self._goes_on(number, number - 1):
            return self._cues[number - 1], here
        return (self._without_order(Span(here.start, max(here.end, cue.end))),)

    def with_what_is_wished(self, draft: QuoteDraft) -> QuoteDraft:
        """Return a draft whose cue holds what the source wishes to say: "wanted to remind" them that ….

        The verb is no part of the content then, and nothing is told as having been said.
        """
        if draft.cue is None:
            return draft
        words = self._running_text.words[self._running_text.sentence_at(draft.cue.start)]
        cue = self.of(draft.cue)[-1]
        verb = words.index.behind(cue.end)
        wishes = verb > 0 and words.lower[verb - 1] in WISHING and words.lower[verb : verb + 1] == ("to",)
        while wishes and verb + 1 < len(words.lower) and words.lower[verb].endswith(("to", "ly")):
            verb += 1
        known = cue_forms().get(words.lower[verb]) if wishes else None
        content = draft.spans[0]
        last = verb + 1 < len(words.spans) and words.spans[verb + 1].start < content.end
        if known is None or known.act != "speech" or not last or content.start > words.spans[verb].start:
            return draft
        behind = words.lower[verb + 1 : verb + 1 + MAX_LISTENER]
        start = verb + 1 + (behind.index("that") if "that" in behind else 0)
        spans = (Span(words.spans[start].start, content.end), *draft.spans[1:])
        status: Status = "possible" if draft.status == "said" else draft.status
        return draft._replace(cue=Span(draft.cue.start, words.spans[verb].end), spans=spans, status=status)

    def _verb_group(self, cue: Span) -> Span:
        words = self._running_text.words[self._running_text.sentence_at(cue.start)]
        inside = words.index.inside(cue)
        if not inside:
            return cue
        return words.span(verb_group_start(words, inside[0], 0), inside[-1])

    def _without_order(self, cue: Span) -> Span:
        """Return a cue without the adverb that it opens with, if that says nothing of what became of it."""
        words = self._running_text.words[self._running_text.sentence_at(cue.start)]
        inside = words.index.inside(cue)
        if len(inside) < _WITH_ADVERB or words.lower[inside[0]] not in ORDERING:
            return cue
        return words.span(inside[1], inside[-1])

    def _is_opening(self, cue: Span) -> bool:
        """Return whether a cue is the auxiliary of an inverted verb alone: "did" of "did he say"."""
        words = self._running_text.words[self._running_text.sentence_at(cue.start)]
        inside = words.index.inside(cue)
        return bool(inside) and all(words.lower[i] in AUXILIARIES for i in inside)

    def _goes_on(self, number: int, other: int) -> bool:
        """Return whether another cue stands in the same sentence and belongs to no content of its own."""
        if other >= len(self._cues) or not self._alone[other]:
            return False
        at = self._running_text.sentence_at
        return at(self._cues[number].start) == at(self._cues[other].start)
