"""Indirect and mixed quotes: the clause that a cue outside quotation marks governs.

The content stands behind the cue ("said that …", "denied it was …"), before it ("…, he said",
"…, according to …"), or round it ("That, analysts noted, could …").
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.attribution import CONFIDENCE, Attribution, Reading
from newscli.analysis.cues import PARTICIPLES_ALONE, Cue, cue_forms
from newscli.analysis.sources import (
    AUXILIARIES,
    DETERMINERS,
    PRONOUNS,
    Words,
    is_passive,
    main_subject,
    subject_after,
    subject_before,
    verb_group_start,
)
from newscli.model import Span

MIN_CONTENT_WORDS: Final = 2
_OPENERS: Final = frozenset({"that", "whether", "if", "how", "why", "what"})
_ADVERBIAL: Final = frozenset(
    "on in at during last this earlier late early yesterday today after before when as via".split()
)
_TIMES_OF_DAY: Final = frozenset({"night", "morning", "evening", "afternoon"})
_BEFORE_TIMES: Final = frozenset({"on", "in", "last", "late", "earlier"})
_LEAD_INS: Final = frozenset({"in", "on", "at", "after", "when", "asked", "as", "for", "speaking"})
_PLURALS: Final = frozenset({"people", "police", "women", "men", "media"})
# The person told: "told reporters that", "reminded the court that".
_WITH_PERSON: Final = frozenset("tell remind assure warn inform ask instruct text promise".split())
# "continued to fall", "came to see": an infinitive after these is what was done, not what was said.
_NO_INFINITIVE: Final = frozenset("continue begin speak see hear know find read".split())
_NO_CLAUSE: Final = frozenset(
    "call describe criticize criticise praise blast slam accuse blame thank".split()
)
MAX_ATTRIBUTION: Final = 6
MAX_THAT_DISTANCE: Final = 12
MAX_ADVERBIAL: Final = 14
_FINAL: Final = frozenset(". , ; : ! ? … — – -- -".split())
_NEW_CLAUSE: Final = frozenset("but while although though whereas and".split())


def attribute_clauses(reading: Reading) -> list[Attribution]:
    """Find the clauses that cues outside quotation marks govern.

    Returns:
        Attributions in text order, sentence by sentence; the cues in ``reading.used`` are left out.
    """
    return [
        attribution
        for number, words in enumerate(reading.words)
        for attribution in _Clauses(reading, number, words).run()
    ]


class _Clauses:
    """The cues of one sentence."""

    def __init__(self, reading: Reading, number: int, words: Words) -> None:
        self.reading, self.words = reading, words
        self.sentence = reading.sentences[number]
        self.end = len(words.lower)
        self.last_source: tuple[int, int] | None = None

    def run(self) -> list[Attribution]:
        """Return the attributions of the sentence."""
        forms = cue_forms()
        found = []
        for cue, word in enumerate(self.words.lower):
            if self.words.quoted[cue]:
                continue
            if word == "according" and self.words.lower[cue + 1 : cue + 2] == ["to"]:
                attribution = self._according(cue)
            elif word in forms and not (forms[word].noun and self._is_noun(cue)) and self._is_finite(cue):
                attribution = self._of_verb(cue, forms[word])
            else:
                continue
            if attribution is not None:
                found.append(attribution)
        return found

    # -- the verb --------------------------------------------------------------------------------------

    def _of_verb(self, cue: int, form: Cue) -> Attribution | None:
        words = self.words
        inverted = cue > 0 and words.lower[cue - 1] in {",", "”", '"'} and not form.participle
        source = subject_before(words, cue, self._clause_start(cue))
        used = words.spans[cue].start in self.reading.used
        if source is None and inverted and not used:
            after = subject_after(words, cue, self.end)
            if after is not None and (self._is_end(after[1] + 1) or words.lower[after[1] + 1] == ","):
                return self._made(cue, form, after, self._left_of(cue - 1), "clause")
        if source is None:
            source = self._inherited(cue, form)
        if source is not None and not used and is_passive(words, cue, 0):
            return None
        if source is None or used:
            self.last_source = source or self.last_source
            return None
        self.last_source = source
        return self._complement(cue, form, source)

    def _is_noun(self, cue: int) -> bool:
        """Tell whether a form that may be a noun ("fears", "report") is one here."""
        words = self.words
        last = verb_group_start(words, cue, 0) - 1
        before = words.lower[last] if last >= 0 else ""
        after = words.lower[cue + 1] if cue + 1 < self.end else ""
        if before in PRONOUNS or after in PRONOUNS | _OPENERS or (after and words.quoted[cue + 1]):
            return False
        # "Residents fear the wall …", "Reyes fears the wall …", but "the fear the wall …".
        singular = words.lower[cue].endswith("s")
        subject = last in words.name_ends if singular else before.endswith("s") or before in _PLURALS
        return not (subject and after in DETERMINERS)

    def _is_finite(self, cue: int) -> bool:
        """Tell whether a form such as "written" has its auxiliary: alone it is an adjective."""
        if self.words.lower[cue] not in PARTICIPLES_ALONE:
            return True
        return verb_group_start(self.words, cue, 0) < cue

    def _clause_start(self, cue: int) -> int:
        """Return the token after the last quotation before the cue."""
        at = cue
        while at > 0 and not self.words.quoted[at - 1]:
            at -= 1
        return at

    def _inherited(self, cue: int, form: Cue) -> tuple[int, int] | None:
        """Find the source of a participle or of a second verb of one subject."""
        start = verb_group_start(self.words, cue, 0)
        lead = self.words.lower[start - 1] if start else ""
        if form.participle and (lead in {",", "”", '"', "and", "by", "while"} or start == cue):
            return self.last_source or main_subject(self.words, cue)
        if lead in {"and", "but"}:
            return self.last_source or main_subject(self.words, cue)
        return None

    def _complement(self, cue: int, form: Cue, source: tuple[int, int]) -> Attribution | None:
        words, after = self.words, cue + 1
        aside = self._left_of(source[0] - 1)
        if aside and self._is_end(after):
            return self._made(cue, form, source, aside, "clause")
        behind = self._behind_time(after)
        if aside and behind < self.end and words.lower[behind] == ",":
            right = self._trimmed(behind + 1, self._content_end(behind + 1))
            return self._made(cue, form, source, [*aside, *([right] if right else [])], "clause")
        opener = None if form.lemma in _NO_CLAUSE else self._opener(after, form)
        start = after if opener is None else opener
        if opener is None and form.lemma in _WITH_PERSON:
            start = self._behind_person(after)
        elif opener is None:
            start = self._behind_time(after)
        # "called that account …" has no clause behind its "that".
        start += start < self.end and words.lower[start] == "that" and form.lemma not in _NO_CLAUSE
        end = self._content_end(start)
        content = self._trimmed(start, end)
        if content is None:
            return None
        marked = any(words.quoted[start:end])
        to = words.lower[start] in {"to", "not"} and form.lemma not in _NO_INFINITIVE
        if not (form.plain or opener is not None or marked or to):
            return None
        evidence = "clause with that" if opener is not None else "clause with marks" if marked else "clause"
        if evidence == "clause" and not self._is_clause(start):
            evidence = "complement"
        return self._made(cue, form, source, [content], evidence)

    def _opener(self, after: int, form: Cue) -> int | None:
        """Return the token that opens the content clause: "said at one point that", "asked whether"."""
        words = self.words
        for i in range(after, min(self.end, after + MAX_THAT_DISTANCE)):
            word = words.lower[i]
            if words.quoted[i] or word in {":", ";", ",", "to"} or word in AUXILIARIES:
                return None
            if word in _OPENERS:
                relative = i + 1 < self.end and (words.lower[i + 1] in AUXILIARIES or word == "what")
                return None if relative and i > after else i
            if i == after and not (word in _ADVERBIAL or form.lemma in _WITH_PERSON or word.endswith("ly")):
                return None
        return None

    def _behind_person(self, after: int) -> int:
        """Step over who was told: "told the Herald on Friday", up to where a clause begins."""
        words = self.words
        at = after
        while at < self.end and at - after < 6 and not words.quoted[at]:
            if at > after and self._is_clause(at):
                return at
            if words.lower[at] == "to":
                return at
            at += 1
        return after

    def _behind_time(self, after: int) -> int:
        """Step over "on Friday" right behind the cue."""
        words = self.words
        if after + 1 < self.end and words.lower[after] in _BEFORE_TIMES and words.capital[after + 1]:
            at = after + 2
            while at < self.end and at - after < 4 and words.lower[at] in _TIMES_OF_DAY:
                at += 1
            return at
        return after

    def _is_clause(self, start: int) -> bool:
        """Tell whether the words from ``start`` look like a clause: a subject and soon a finite verb."""
        words = self.words
        near = words.lower[start + 1 : start + 9]
        return (
            start < self.end
            and words.lower[start] not in {"to", "of", "for", "in", "on"}
            and any(
                word in AUXILIARIES or word in cue_forms() or word.endswith(("ed", "es")) for word in near
            )
        )

    # -- how far the content goes --------------------------------------------------------------------------

    def _content_end(self, start: int) -> int:
        """Return the token where the content ends: the sentence's end, or where another cue takes over."""
        words, forms = self.words, cue_forms()
        for i in range(start + 1, self.end - 1):
            if words.lower[i] == "and" and not words.quoted[i] and self._second_verb(i + 1):
                return i
            if words.quoted[i] or words.lower[i] not in {",", ";", "—"}:
                continue
            following = words.lower[i + 1]
            form = forms.get(following)
            if form is not None and form.participle and not words.quoted[i + 1]:
                return i
            if words.lower[i + 1 : i + 3] == ["according", "to"]:
                return i
            if following in _NEW_CLAUSE and self._cue_within(i + 2, 8):
                return i
            if self._is_attribution(i + 1):
                return i
        return self.end

    def _is_attribution(self, start: int) -> bool:
        """Tell whether a source and its cue stand right behind a comma: "…, investigators said"."""
        words = self.words
        for cue in range(start + 1, min(self.end, start + MAX_ATTRIBUTION)):
            form = cue_forms().get(words.lower[cue])
            if form is not None and form.plain and form.act == "speech" and not words.quoted[cue]:
                source = subject_before(words, cue, start)
                return source is not None and source[0] == start
        return False

    def _second_verb(self, at: int) -> bool:
        """Tell whether a verb of speaking after "and" is the source's second one: "said … and warned …"."""
        form = cue_forms().get(self.words.lower[at])
        past = self.words.lower[at].endswith(("ed", "said", "told"))
        return form is not None and form.plain and form.act == "speech" and past and not self.words.quoted[at]

    def _cue_within(self, start: int, reach: int) -> bool:
        forms = cue_forms()
        near = [i for i in range(start, min(self.end, start + reach)) if not self.words.quoted[i]]
        found = (forms.get(self.words.lower[i]) for i in near)
        return any(form is not None and form.act == "speech" for form in found)

    def _is_end(self, at: int) -> bool:
        """Tell whether from ``at`` on only a time, a place or the full stop is left."""
        words = self.words
        if at >= self.end or words.lower[at] in {".", "!", "?"}:
            return True
        if words.lower[at] not in _ADVERBIAL or words.quoted[at]:
            return False
        rest = words.lower[at : self.end]
        goes_on = any(word in {"that", ",", ":"} for word in rest) or self._is_clause(at + 1)
        return len(rest) <= MAX_ADVERBIAL and not goes_on

    def _left_of(self, comma: int) -> list[Span]:
        """Return the clause that ends at a comma before the source: "The plan is dead, she said"."""
        words = self.words
        if comma < 2 or words.lower[comma] not in {",", "”", '"'}:
            return []
        last = comma if words.quoted[comma] else comma - 1
        start = 0
        while start < last and words.lower[start] in {"but", "and", "so", "yet"}:
            start += 1
        # A lead-in such as "In a statement," is no content.
        if not self._is_clause(start) and last - start < 3 and words.lower[start] != "that":
            return []
        if words.lower[start] in _LEAD_INS and "," not in words.lower[start:last]:
            return []
        content = self._trimmed(start, last + 1)
        return [content] if content else []

    def _trimmed(self, start: int, end: int) -> Span | None:
        """Return the span of the tokens, without punctuation at its ends unless that is quoted."""
        words = self.words
        while start < end and words.lower[start] in _FINAL and not words.quoted[start]:
            start += 1
        while end > start and words.lower[end - 1] in _FINAL and not words.quoted[end - 1]:
            end -= 1
        if sum(word[:1].isalnum() for word in words.lower[start:end]) < MIN_CONTENT_WORDS:
            return None
        return words.span(start, end - 1)

    # -- according to --------------------------------------------------------------------------------------

    def _according(self, cue: int) -> Attribution | None:
        words = self.words
        if words.spans[cue].start in self.reading.used:
            return None
        form = cue_forms()["said"]
        source = subject_after(words, cue + 1, self.end)
        if source is None:
            return None
        comma = next((i for i in range(source[1] + 1, self.end) if words.lower[i] == ","), None)
        if cue == 0:
            content = self._trimmed(comma + 1, self.end) if comma is not None else None
        else:
            content = self._trimmed(0, cue)
        return self._made(cue, form, source, [content] if content else [], "clause", length=2)

    def _made(
        self,
        cue: int,
        form: Cue,
        source: tuple[int, int],
        content: list[Span],
        evidence: str,
        length: int = 1,
    ) -> Attribution | None:
        if not content:
            return None
        self.reading.used.add(self.words.spans[cue].start)
        return Attribution(
            content,
            self.words.span(cue, cue + length - 1),
            self.words.span(*source),
            form.act,
            CONFIDENCE[evidence],
            self.sentence.block,
            self.sentence.block,
        )
