"""A quotation in its sentence, with the words before it and behind it that no marks hold."""

from __future__ import annotations

from functools import cached_property
from typing import Final, NamedTuple

from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.english.clauses import CONTINUING
from newscli.english.punctuation import CLOSING_MARKS
from newscli.english.words import word_set
from newscli.model import Span
from newscli.text.quotation_marks import Quotation

# Fewer words in marks are a quoted word or phrase ("severe"), even with a full stop. Set by hand: any value
# from 3 to 8 gives the same but for three of the 3,794 quotes in the samples and 140 articles of PolNeAR.
MIN_WORDS_ALONE: Final = 5
# Tokens from a quotation to its cue: "…," the man who had found the dog two days before told reporters. Set
# by hand: 15 changes four of those quotes, 50 changes three.
MAX_GAP_TOKENS: Final = 25
# A quotation may end with the marks of one inside it: “She said ‘no.’”
_INNER_CLOSERS: Final = CLOSING_MARKS + " \n\t\u00a0"
_ENDS: Final = ".?!…-—,"
_BEHIND: Final = CONTINUING | word_set(", ; . ? !")


class Gap(NamedTuple):
    """Words outside quotation marks: token ``first`` of a sentence and those up to ``stop``, exclusive."""

    words: QuotedWords
    first: int
    stop: int


class Surroundings:
    """Where an outermost quotation stands.

    Attributes:
        running_text: The article.
        quotation: The quotation.
        first_sentence: Index of the sentence where it begins.
        last_sentence: Index of the sentence where it ends.
        block: Index of its block.
    """

    def __init__(self, running_text: RunningText, quotation: Quotation) -> None:
        self.running_text, self.quotation = running_text, quotation
        self.first_sentence = running_text.sentence_at(quotation.span.start)
        self.last_sentence = running_text.sentence_at(quotation.inner.end - 1)
        self.block = running_text.sentences[self.first_sentence].block

    @cached_property
    def behind(self) -> Gap:
        """The words after it, in its sentence or in the next one if the splitter cut there."""
        words = self.running_text.words[self.last_sentence]
        first = words.index.behind(self.quotation.span.end)
        following = self._following
        if first == len(words.spans) and self.ends_with(_ENDS) and following is not None:
            # “Never!” Mr Roe said. The splitter ends a sentence at the mark.
            words, first = following, following.index.behind(self.quotation.span.end)
        stop = next((i for i in range(first, len(words.spans)) if words.quoted[i]), len(words.spans))
        return Gap(words, first, stop)

    @property
    def _following(self) -> QuotedWords | None:
        """The next sentence if it is a short one of the same paragraph."""
        if self.last_sentence + 1 >= len(self.running_text.words):
            return None
        words = self.running_text.words[self.last_sentence + 1]
        fits = words.sentence.block == self.block and len(words.spans) <= MAX_GAP_TOKENS
        return words if fits else None

    @property
    def is_cut_off(self) -> bool:
        """Whether the splitter made a sentence of its own of the words behind it."""
        return self.behind.words is not self.running_text.words[self.last_sentence]

    @cached_property
    def before(self) -> Gap:
        """The words before it, in its sentence."""
        words = self.running_text.words[self.first_sentence]
        first = stop = words.index.behind(self.quotation.span.start)
        while first > 0 and not words.quoted[first - 1]:
            first -= 1
        return Gap(words, first, stop)

    @cached_property
    def _last_character(self) -> str:
        return self.quotation.inner.of(self.running_text.article.prose).rstrip(_INNER_CLOSERS)[-1:]

    def ends_with(self, marks: str) -> bool:
        """Return whether its words end with one of these marks."""
        return bool(self._last_character) and self._last_character in marks

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it reads as a sentence rather than as a quoted word."""
        inner = self.quotation.inner.of(self.running_text.article.prose).strip()
        return (
            inner[0].isupper()
            and len(inner.split(maxsplit=MIN_WORDS_ALONE)) >= MIN_WORDS_ALONE
            and (self.ends_with(_ENDS) or not self.quotation.closed)
        )

    @property
    def is_whole(self) -> bool:
        """Whether no words behind it make one clause with it, as in “It is” how she began."""
        return self.ends_with(_ENDS) or not self.quotation.closed or not self.text_goes_on

    @property
    def begins_anew(self) -> bool:
        """Whether no words before it make one clause with it, as in She has “no plans”."""
        words, first, stop = self.before
        return stop == first or words.lower[stop - 1] in {":", ".", "?", "!"}

    @property
    def text_goes_on(self) -> bool:
        """Whether the sentence goes on behind it so that both make one clause."""
        words, first, stop = self.behind
        return first < stop and words.lower[first] not in _BEHIND and not self.ends_with(",")

    def with_words_before(self) -> Span:
        """Return it with the words before it that make one clause with it: The plan is “dead,”."""
        words, first, stop = self.before
        while first < stop and not words.lower[first][:1].isalnum():
            first += 1
        led_in = first >= stop or words.lower[stop - 1] in {",", ":", ";"}
        if led_in or (first > 0 and words.quoted[first - 1]):
            return self.quotation.span
        return Span(words.spans[first].start, self.quotation.span.end)
