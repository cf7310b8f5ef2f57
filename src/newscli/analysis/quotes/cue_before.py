"""The cue or the colon before a quotation: she said: “…”; Ann Roe: “…”; the judge told the court, “…”."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from newscli.analysis.quotes.draft import Attribution
from newscli.analysis.quotes.running_text import QuotedWords
from newscli.analysis.quotes.subjects import main_subject, subject_after, subject_before, told_before
from newscli.analysis.quotes.surroundings import MAX_GAP_TOKENS, Surroundings
from newscli.english.cues import cue_forms
from newscli.english.grammar import FUNCTION_WORDS
from newscli.english.pronouns import SUBJECTS

# The bounds are tokens, set by hand. Halving or doubling one of them changes no quote in the samples and 140
# articles of PolNeAR.

# Between a cue and its quotation: "told reporters on Friday after the meeting:".
MAX_OBJECT_TOKENS: Final = 12
# Before the colon behind a source: "Ann Roe, mayor of Exwick:".
MAX_BEFORE_COLON: Final = 8
_IN_THE_WORDS_OF: Final = ("in", "the", "words", "of")
# What is no source, alone before a colon: "Then: “…”".
_NOBODY: Final = FUNCTION_WORDS - SUBJECTS


def attribute_before(surroundings: Surroundings, used: Collection[int]) -> Attribution | None:
    """Find a cue before a quotation, and its source.

    Args:
        surroundings: The quotation.
        used: Starts of the cues that lead another quotation in or out: “…,” she said, “…”.
    """
    words, first, stop = surroundings.before
    cue = _last_cue(words, first, stop)
    if cue is not None:
        if words.spans[cue].start in used or not _leads_in(surroundings, words.lower[cue + 1 : stop]):
            return None
        goes_on = told_before(words, cue) if cue_forms()[words.lower[cue]].participle else None
        source = goes_on or subject_before(words, cue, first) or _earlier_source(words, cue)
        return _attribution(words, cue, source) if source else None
    if words.lower[first : first + 4] == _IN_THE_WORDS_OF and words.lower[stop - 1] == ",":
        source = subject_after(words, first + 3, stop)
        behind = words.span(*source) if source else None
        return Attribution(words.span(first, first + 3), behind, "beside") if behind else None
    if words.lower[first : first + 2] == ("according", "to") and words.lower[stop - 1] == ",":
        source = subject_after(words, first + 1, stop)
        return _attribution(words, first, source) if source else None
    return None


def attribute_by_colon(surroundings: Surroundings) -> Attribution | None:
    """Find a source before a colon: Ann Roe: “…”, also at the end of the paragraph before."""
    words, first, stop = surroundings.before
    if (
        stop > first
        and words.lower[stop - 1] == ":"
        and 1 <= stop - 1 - first <= MAX_BEFORE_COLON
        and words.capital[first]
    ):
        subject = main_subject(words, stop - 1) or (first, stop - 2)
        if (
            words.lower[subject[0] : subject[1] + 1] == (words.lower[first],)
            and words.lower[first] in _NOBODY
        ):
            return None  # Then: “…”
        return Attribution(None, words.span(*subject), "before")
    if stop == 0 and surroundings.first_sentence > 0:
        return _led_in(surroundings.running_text.words[surroundings.first_sentence - 1])
    return None


def _attribution(words: QuotedWords, cue: int, source: tuple[int, int]) -> Attribution:
    return Attribution(words.spans[cue], words.span(*source), "before")


def _last_cue(words: QuotedWords, first: int, stop: int) -> int | None:
    """Return the token index of the last cue before a quotation, None if none is near."""
    near = range(stop - 1, max(first, stop - MAX_OBJECT_TOKENS) - 1, -1)
    forms = cue_forms()
    return next((i for i in near if words.lower[i] in forms and not (words.capital[i] and i > first)), None)


def _leads_in(surroundings: Surroundings, between: tuple[str, ...]) -> bool:
    """Return whether a cue leads a quotation in, by the words between them."""
    if between[-1:] == (":",):
        return True
    if surroundings.text_goes_on:
        return False
    if not between:
        return surroundings.is_sentence or surroundings.ends_with(".,?!")
    return between[-1] == "," or between == ("that",)


def _earlier_source(words: QuotedWords, cue: int) -> tuple[int, int] | None:
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


def _led_in(words: QuotedWords) -> Attribution | None:
    """Find the source in a sentence before that ends with a colon ("He told the court:")."""
    if not words.lower or words.lower[-1] != ":" or words.quoted[-1]:
        return None
    count = len(words.lower)
    for cue in range(count - 1, max(0, count - MAX_GAP_TOKENS) - 1, -1):
        if words.lower[cue] in cue_forms() and not words.quoted[cue]:
            source = subject_before(words, cue, 0)
            if source is not None:
                return _attribution(words, cue, source)
    subject = main_subject(words, count - 1)
    return Attribution(None, words.span(*subject), "before") if subject else None
