"""Direct quotes: to each quotation its cue and source, and its pieces joined.

A quotation is attributed by the words behind it (“…,” he said) or before it (she said: “…”); a
quotation that continues over paragraphs or that its cue interrupts is one quote.
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.confidence import Evidence
from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.analysis.quotes.subjects import is_passive, main_subject, subject_after, subject_before
from newscli.analysis.quotes.surroundings import MAX_GAP_TOKENS, Surroundings
from newscli.english.cues import Cue, cue_forms
from newscli.english.name_parts import PARTICLES
from newscli.model import Span

_DASHES: Final = frozenset({"-", "–", "—", "―", "--"})
MAX_SIGNATURE: Final = 8
# Sentences from one piece of a quote to the next: “…?” Mr Roe asked. “…”
MAX_APART: Final = 2
# Between a quotation and its source: "…," the Rovers manager, Ann Roe, said.
MAX_BEFORE_SOURCE: Final = 3
MAX_APPOSED: Final = 12
# Behind the cue, in a sentence that does nothing but attribute: "said on Friday."
MAX_REST: Final = 3
# Between a cue and its quotation: "told reporters on Friday after the meeting:".
MAX_OBJECT_TOKENS: Final = 12
# What they open behind a quotation tells of something else: “…,” when the mayor asked him.
_SUBORDINATE: Final = frozenset("when while after before because since although though if until".split())


def attribute_quotations(reading: RunningText) -> list[QuoteDraft]:
    """Attribute the quotations of an article.

    Returns:
        One attribution for each quote that stands in marks as a whole, in text order. Fragments
        ("“severe” consequences") are left to the reader's contents. The cues that were used are added
        to ``reading.used``.
    """
    found: list[QuoteDraft] = []
    for quotation in reading.quotations:
        attribution = _Attributor(reading, quotation).attribute(found)
        if attribution is not None:
            found.append(attribution)
    return found


def _is_verb_of_speaking(word: str) -> bool:
    form = cue_forms().get(word)
    return form is not None and not form.noun


class _Attributor(Surroundings):
    """The rules that tell who speaks in a quotation, from what stands before it and behind it."""

    def attribute(self, found: list[QuoteDraft]) -> QuoteDraft | None:
        """Attribute the quotation; None where it was joined to a quote before or is a mere fragment."""
        before = found[-1] if found else None
        if self.quotation.continues and before is not None and before.open:
            self._join(before)
            if before.mention is None:
                self._complete(before, self._behind())
            return None
        attribution = self._behind()
        if attribution is not None:
            attribution.spans = [self.with_words_before()]
            attribution.bounded = self.is_sentence and self.begins_anew
        attribution = attribution or self._signed_below() or self._before()
        if attribution is None and before is not None and self._goes_on(before):
            self._join(before)
            return None
        attribution = attribution or self._colon() or self._alone()
        if attribution is not None:
            attribution.open = not self.quotation.closed
        return attribution

    def _join(self, before: QuoteDraft) -> None:
        before.spans.append(self.quotation.span)
        before.block, before.open = self.block, not self.quotation.closed

    @staticmethod
    def _complete(before: QuoteDraft, own: QuoteDraft | None) -> None:
        if own is not None:
            before.cue, before.mention, before.evidence = own.cue, own.mention, own.evidence

    def _made(
        self,
        words: QuotedWords,
        cue: int,
        source: tuple[int, int] | None,
        form: Cue,
        *,
        beside: bool = False,
    ) -> QuoteDraft:
        self.reading.used.add(words.spans[cue].start)
        mention = words.span(*source) if source else None
        return QuoteDraft(
            [self.quotation.span],
            words.spans[cue],
            mention,
            form.act,
            "beside" if beside else "before",
            0.0,
            self.block,
        )

    def _behind(self) -> QuoteDraft | None:
        """Find a cue behind the quotation: “…,” he said; “…,” said the minister."""
        words, first, stop = self.behind
        behind = words is not self.reading.words[self.last_sentence]
        start = first
        while start < stop and words.lower[start] in {",", *_DASHES}:
            start += 1
        if first < start < stop and words.lower[first] in _DASHES:
            signed = self._signed(words, start, stop)
            if signed is not None:
                return signed
        if behind and self.ends_with(".") and not self._only_attributes(words, stop):
            return None
        if (
            start >= stop
            or not (self.ends_with(",?!.…-—") or start > first)
            or words.lower[start] in _SUBORDINATE
        ):
            return None
        opening = cue_forms().get(words.lower[start])
        if (opening is not None and opening.participle) or self._is_governed():
            return None  # “…,” adding that …: the quotation belongs to what stands before it
        if words.lower[start : start + 2] == ("according", "to"):
            source = subject_after(words, start + 1, stop)
            return self._made(words, start, source, cue_forms()["said"], beside=True) if source else None
        for cue in range(start, min(stop, start + MAX_GAP_TOKENS)):
            form = cue_forms().get(words.lower[cue])
            if form is None or (words.capital[cue] and cue > start):
                if words.lower[cue] in {";", ":"}:
                    return None
                continue
            source = self._source(words, cue, start, stop)
            if (
                source is not None
                and self._begins(words, source[0], start)
                and not is_passive(words, cue, start)
            ):
                return self._made(words, cue, source, form, beside=True)
        return self._behind_any_verb(words, start, stop) if self.ends_with(",") else None

    @staticmethod
    def _only_attributes(words: QuotedWords, stop: int) -> bool:
        """Tell whether a sentence is no more than "Mr Roe said" or "said Mr Roe"."""
        at = next((i for i in range(stop) if words.lower[i] in cue_forms()), stop)
        rest = words.lower[at + 1 : stop]
        return (
            at < stop
            and len(rest) <= MAX_REST
            and stop == len(words.lower)
            and not any(word in cue_forms() or word in {"that", ":", ","} for word in rest)
        )

    def _is_governed(self) -> bool:
        """Tell whether a cue before the quotation in its sentence makes it a part of a clause."""
        words, first, stop = self.before
        return (
            stop > first
            and words.lower[stop - 1] not in {",", ":"}
            and any(
                words.lower[i] in cue_forms()
                and not cue_forms()[words.lower[i]].noun
                and subject_before(words, i, first) is not None
                for i in range(first, stop)
            )
        )

    def _behind_any_verb(self, words: QuotedWords, start: int, stop: int) -> QuoteDraft | None:
        """Find a name or pronoun and a verb that is no usual cue: “…,” Roe shot back."""
        name_starts = {first: last for last, first in words.name_ends.items()}
        last = name_starts.get(start, start if words.lower[start] in {"he", "she", "they"} else None)
        verb = last + 1 if last is not None else stop
        if verb >= stop or words.capital[verb] or not words.lower[verb].isalpha():
            return None
        return self._made(words, verb, (start, verb - 1), cue_forms()["said"], beside=True)

    def _signed(self, words: QuotedWords, start: int, stop: int) -> QuoteDraft | None:
        """Find a name after a dash, and at most what describes it: “…” — Ann Roe, mayor of Exwick.

        Without a verb it is no other way to tell who speaks (chartbeat-labs/textacy#383).
        """
        end = start
        while end < stop and (words.capital[end] or (end > start and words.lower[end] in PARTICLES | {"."})):
            end += 1
        end -= words.lower[end - 1] == "."
        rest = words.lower[end : stop - (words.lower[stop - 1] == ".")]
        described = rest[:1] in ((",",), ("(",)) and not any(_is_verb_of_speaking(word) for word in rest)
        if not 0 < end - start <= MAX_SIGNATURE or (rest and not described) or stop < len(words.lower):
            return None
        return self._without_cue(words.span(start, end - 1), beside=True)

    def _signed_below(self) -> QuoteDraft | None:
        """Find the signature of a quotation in a line of its own."""
        number = self.last_sentence + 1
        sentences = self.reading.sentences
        if number >= len(sentences) or self.quotation.span.end < sentences[self.last_sentence].span.end:
            return None
        words = self.reading.words[number]
        if sentences[number].block == self.block or words.lower[0] not in _DASHES or len(words.lower) < 2:
            return None
        return self._signed(words, 1, len(words.lower))

    @staticmethod
    def _begins(words: QuotedWords, source: int, start: int) -> bool:
        """Tell whether a source opens what stands behind a quotation, or is in apposition to what does."""
        return source - start <= MAX_BEFORE_SOURCE or (
            words.lower[source - 1] == "," and source - start <= MAX_APPOSED
        )

    @staticmethod
    def _source(words: QuotedWords, cue: int, start: int, stop: int) -> tuple[int, int] | None:
        if cue == start:
            return subject_after(words, cue, stop)
        return subject_before(words, cue, start)

    def _before(self) -> QuoteDraft | None:
        """Find a cue before the quotation: she said: “…”; he told reporters, adding: “…”."""
        words, first, stop = self.before
        forms = cue_forms()
        for cue in range(stop - 1, max(first, stop - MAX_OBJECT_TOKENS) - 1, -1):
            form = forms.get(words.lower[cue])
            if form is None or (words.capital[cue] and cue > first):
                continue
            if words.spans[cue].start in self.reading.used:
                return None  # it stands behind the piece before: “…,” she said, “…”
            between = words.lower[cue + 1 : stop]
            leads_in = not between or between[-1] in {":", ","} or between == ("that",)
            if not leads_in or (between and between[-1] != ":" and self.text_goes_on):
                return None
            if not between and (self.text_goes_on or not (self.is_sentence or self.ends_with(".,?!"))):
                return None
            source = subject_before(words, cue, first) or self._earlier_source(words, cue)
            return self._made(words, cue, source, form) if source else None
        if words.lower[first : first + 2] == ("according", "to") and words.lower[stop - 1] == ",":
            source = subject_after(words, first + 1, stop)
            return self._made(words, first, source, forms["said"]) if source else None
        return None

    def _earlier_source(self, words: QuotedWords, cue: int) -> tuple[int, int] | None:
        """Find the subject of a participle ("…, adding: “…”") or of a second verb ("… and said")."""
        for earlier in range(cue - 1, -1, -1):
            if words.lower[earlier] in cue_forms() and not words.quoted[earlier]:
                first = max((i + 1 for i in range(earlier) if words.quoted[i]), default=0)
                source = subject_before(words, earlier, first)
                if source is None and first > 0 and earlier <= first + 1:
                    source = subject_after(words, earlier, cue)
                if source is not None:
                    return source
        return main_subject(words, cue)

    def _goes_on(self, before: QuoteDraft) -> bool:
        """Tell whether the quotation is a further piece of the quote before it in its paragraph."""
        end = before.spans[-1].end
        if before.block != self.block or self.first_sentence - self.reading.sentence_at(end - 1) > MAX_APART:
            return False
        text = self.reading.article.prose[end : self.quotation.span.start]
        if not any(char.isalnum() for char in text):
            return True
        if before.cue is None or not (end <= before.cue.start < self.quotation.span.start):
            return False
        if not self.is_whole or self._says_more(before.cue):
            return False
        # Only the cue and its source stand between: in one sentence, or with a full stop after them.
        begins = self.reading.sentences[self.first_sentence].span.start
        sentences_between = self.first_sentence - self.reading.sentence_at(before.cue.start)
        if begins == self.quotation.span.start:
            return sentences_between == 1
        return sentences_between == 0

    def _says_more(self, cue: Span) -> bool:
        """Tell whether another verb of speaking leads it in: “…,” he said, going on to say “…”."""
        words, first, stop = self.before
        return any(
            _is_verb_of_speaking(words.lower[i]) and words.spans[i].start > cue.start
            for i in range(first, stop)
        )

    def _colon(self) -> QuoteDraft | None:
        """Find a source before a colon: Ann Roe: “…”, also at the end of the paragraph before."""
        words, first, stop = self.before
        if (
            stop > first
            and words.lower[stop - 1] == ":"
            and 1 <= stop - 1 - first <= 8
            and words.capital[first]
        ):
            subject = main_subject(words, stop - 1)
            mention = words.span(*subject) if subject else words.span(first, stop - 2)
            return self._without_cue(mention)
        if stop == 0 and self.first_sentence > 0:
            return self._led_in(self.reading.words[self.first_sentence - 1])
        return None

    def _led_in(self, words: QuotedWords) -> QuoteDraft | None:
        """Find the source in a sentence before that ends with a colon ("He told the court:")."""
        if not words.lower or words.lower[-1] != ":" or words.quoted[-1]:
            return None
        for cue in range(len(words.lower) - 1, max(0, len(words.lower) - MAX_GAP_TOKENS) - 1, -1):
            form = cue_forms().get(words.lower[cue])
            source = subject_before(words, cue, 0) if form and not words.quoted[cue] else None
            if form is not None and source is not None:
                return self._made(words, cue, source, form)
        subject = main_subject(words, len(words.lower) - 1)
        return self._without_cue(words.span(*subject)) if subject else None

    def _without_cue(self, mention: Span | None, *, beside: bool = False) -> QuoteDraft:
        evidence: Evidence = "beside" if beside else "before"
        return QuoteDraft([self.quotation.span], None, mention, "speech", evidence, 0.0, self.block)

    def _alone(self) -> QuoteDraft | None:
        """Take a sentence in quotation marks that no cue tells of; ``quotes`` looks for its speaker."""
        _, first, stop = self.before
        if not self.is_sentence or stop > first or self.text_goes_on:
            return None
        return self._without_cue(self._subject_of_sentence_before())

    def _subject_of_sentence_before(self) -> Span | None:
        """Return the name or pronoun that opens the sentence before, in the same paragraph."""
        if self.first_sentence == 0:
            return None
        sentence = self.reading.sentences[self.first_sentence - 1]
        words = self.reading.words[self.first_sentence - 1]
        if sentence.block != self.block or not words.lower or words.quoted[0]:
            return None
        if words.lower[0] in {"he", "she"}:
            return words.spans[0]
        starts = {start: end for end, start in words.name_ends.items()}
        return next((words.span(i, starts[i]) for i in range(min(3, len(words.lower))) if i in starts), None)
