"""Gaps: a quotation in its sentence, with the words before it and behind it that no marks hold."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Final, NamedTuple

from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.model import Span
from newscli.text.quotation_marks import Quotation

MIN_WORDS_ALONE: Final = 5
# Between a quotation and its cue: "…," the man who had found the dog two days before told reporters.
MAX_GAP_TOKENS: Final = 25
# A quotation may end with the marks of one inside it: “She said ‘no.’”
_INNER_CLOSERS: Final = "'’\"” \n\t\u00a0"
_ENDS: Final = ".?!…-—,"
# With these a sentence may go on behind a quotation without being one clause with it.
_BEHIND: Final = frozenset(
    "in on at as when while after before during to and but because since amid by for , ; . ? !".split()
)


class Gap(NamedTuple):
    """Words outside quotation marks: token ``first`` of a sentence and those up to ``stop``, exclusive."""

    words: QuotedWords
    first: int
    stop: int


class Surroundings:
    """Where an outermost quotation stands.

    Attributes:
        reading: The article.
        quotation: The quotation.
        first_sentence: Index of the sentence where it begins.
        last_sentence: Index of the sentence where it ends.
        block: Index of its block.
    """

    def __init__(self, reading: RunningText, quotation: Quotation) -> None:
        self.reading, self.quotation = reading, quotation
        self.first_sentence = reading.sentence_at(quotation.span.start)
        self.last_sentence = reading.sentence_at(quotation.inner.end - 1)
        self.block = reading.sentences[self.first_sentence].block

    @cached_property
    def behind(self) -> Gap:
        """The gap behind it, in its own sentence or in the one that the splitter makes of it."""
        words = self.reading.words[self.last_sentence]
        first = _token_at(words, self.quotation.span.end)
        if (
            first == len(words.spans)
            and self.ends_with(_ENDS)
            and self.last_sentence + 1 < len(self.reading.words)
        ):
            # “Never!” Mr Roe said. The splitter ends a sentence at the mark.
            following = self.reading.sentences[self.last_sentence + 1]
            if following.block == self.block and len(following.tokens) <= MAX_GAP_TOKENS:
                words = self.reading.words[self.last_sentence + 1]
                first = _token_at(words, self.quotation.span.end)
        stop = next((i for i in range(first, len(words.spans)) if words.quoted[i]), len(words.spans))
        return Gap(words, first, stop)

    @cached_property
    def before(self) -> Gap:
        """The gap before it, in its sentence."""
        words = self.reading.words[self.first_sentence]
        first = stop = _token_at(words, self.quotation.span.start)
        while first > 0 and not words.quoted[first - 1]:
            first -= 1
        return Gap(words, first, stop)

    @cached_property
    def _last_character(self) -> str:
        return self.quotation.inner.of(self.reading.article.prose).rstrip(_INNER_CLOSERS)[-1:]

    def ends_with(self, marks: str) -> bool:
        """Tell whether its words end with one of these marks."""
        return bool(self._last_character) and self._last_character in marks

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it reads as a sentence rather than as a quoted word."""
        inner = self.quotation.inner.of(self.reading.article.prose).strip()
        return (
            inner[0].isupper()
            and len(inner.split(maxsplit=MIN_WORDS_ALONE)) >= MIN_WORDS_ALONE
            and (self.ends_with(_ENDS) or not self.quotation.closed)
        )

    @property
    def is_whole(self) -> bool:
        """Whether no words behind it make one clause with it: “It is” how she began."""
        return self.ends_with(_ENDS) or not self.quotation.closed or not self.text_goes_on

    @property
    def begins_anew(self) -> bool:
        """Whether no words before it make one clause with it: She has “no plans”."""
        words, first, stop = self.before
        return stop == first or words.lower[stop - 1] in {":", ".", "?", "!"}

    @property
    def text_goes_on(self) -> bool:
        """Whether the sentence goes on behind it so that both make one clause."""
        words, first, stop = self.behind
        return first < stop and words.lower[first] not in _BEHIND and not self.ends_with(",")

    def with_words_before(self) -> Span:
        """Return it with the words that make one clause with it: The plan is “dead,”."""
        words, first, stop = self.before
        while first < stop and not words.lower[first][:1].isalnum():
            first += 1
        led_in = first >= stop or words.lower[stop - 1] in {",", ":", ";"}
        if led_in or (first > 0 and words.quoted[first - 1]):
            return self.quotation.span
        return Span(words.spans[first].start, self.quotation.span.end)


def _token_at(words: QuotedWords, offset: int) -> int:
    """Return the index of the first token that begins at or behind an offset."""
    return bisect_left(words.spans, offset, key=lambda span: span.start)
