"""The whole cue of a quote: "has never claimed", not "claimed".

A cue that is cut may turn what the article says, so it keeps its auxiliaries, its negation, its adverbs and
its particle. The reader annotates them together; where it has no cue, the rules take the verb group.
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.quotes.subjects import verb_group_start
from newscli.engines.reader.annotations import Annotations
from newscli.english.clauses import AUXILIARIES, ORDERING
from newscli.model import Span
from newscli.spans import SpanIndex

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
        return (self._without_order(here),)

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
