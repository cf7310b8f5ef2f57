"""The cue behind a quotation: “…,” he said; “…,” said the minister; “…,” according to Ann Roe."""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.answers import attribute_by_noun
from newscli.analysis.quotes.draft import Attribution
from newscli.analysis.quotes.running_text import QuotedWords
from newscli.analysis.quotes.signature import signature
from newscli.analysis.quotes.subjects import is_passive, is_verb_of_speaking, subject_after, subject_before
from newscli.analysis.quotes.surroundings import MAX_GAP_TOKENS, Surroundings
from newscli.english.clauses import SUBORDINATORS
from newscli.english.cues import cue_forms
from newscli.english.punctuation import DASHES

# The bounds are tokens, set by hand. Halving or doubling one of them changes no quote in the samples and 140
# articles of PolNeAR.

# Between a quotation and its source: "…," the Rovers manager, Ann Roe, said.
MAX_BEFORE_SOURCE: Final = 3
# The same if a comma stands before the source, so that the words between are in apposition to it.
MAX_APPOSED: Final = 12
# Behind the cue, in a sentence that does nothing but attribute: "said on Friday."
MAX_REST: Final = 3


def attribute_behind(surroundings: Surroundings) -> Attribution | None:
    """Find a cue and its source, or a signature, behind a quotation."""
    words, first, stop = surroundings.behind
    start = first
    while start < stop and words.lower[start] in {",", *DASHES}:
        start += 1
    if first < start < stop and words.lower[first] in DASHES:
        signed = signature(words, start, stop)
        if signed is not None:
            return signed
    answered = attribute_by_noun(words, start, stop) if surroundings.ends_with(",?!.…") else None
    if answered is not None:
        return answered
    if start >= stop or not _may_attribute(surroundings, start):
        return None
    if words.lower[start : start + 2] == ("according", "to"):
        source = subject_after(words, start + 1, stop)
        return _attribution(words, start, source) if source else None
    for cue in range(start, min(stop, start + MAX_GAP_TOKENS)):
        if words.lower[cue] in {";", ":"}:
            return None
        source = _source(words, cue, start, stop)
        if source is not None:
            return _attribution(words, cue, source)
    return _any_verb(words, start, stop) if surroundings.ends_with(",") else None


def _attribution(words: QuotedWords, cue: int, source: tuple[int, int]) -> Attribution:
    return Attribution(words.spans[cue], words.span(*source), "beside")


def _may_attribute(surroundings: Surroundings, start: int) -> bool:
    """Return whether the words from a token on may say who speaks."""
    words, first, stop = surroundings.behind
    if surroundings.is_cut_off and surroundings.ends_with(".") and not _only_attributes(words, stop):
        return False
    if surroundings.is_cut_off and _is_led_in(surroundings):
        return False  # Roe said: “…” Ash agreed.
    if not (surroundings.ends_with(",?!.…-—") or start > first) or words.lower[start] in SUBORDINATORS:
        return False
    opening = cue_forms().get(words.lower[start])
    # “…,” adding that …: the quotation belongs to what stands before it
    return not (opening is not None and opening.participle) and not _is_governed(surroundings)


def _is_led_in(surroundings: Surroundings) -> bool:
    """Return whether a colon before a quotation says that its source stands there."""
    words, first, stop = surroundings.before
    return stop - first > 1 and words.lower[stop - 1] == ":"


def _only_attributes(words: QuotedWords, stop: int) -> bool:
    """Return whether a sentence is no more than "Mr Roe said" or "said Mr Roe"."""
    at = next((i for i in range(stop) if words.lower[i] in cue_forms()), stop)
    rest = words.lower[at + 1 : stop]
    return (
        at < stop
        and len(rest) <= MAX_REST
        and stop == len(words.lower)
        and not any(word in cue_forms() or word in {"that", ":", ","} for word in rest)
    )


def _is_governed(surroundings: Surroundings) -> bool:
    """Return whether a cue before the quotation in its sentence makes it a part of a clause."""
    words, first, stop = surroundings.before
    return (
        stop > first
        and words.lower[stop - 1] not in {",", ":"}
        and any(
            is_verb_of_speaking(words.lower[i]) and subject_before(words, i, first) is not None
            for i in range(first, stop)
        )
    )


def _source(words: QuotedWords, cue: int, start: int, stop: int) -> tuple[int, int] | None:
    """Return the source of a token if it is a cue whose source opens what stands behind the quotation."""
    if words.lower[cue] not in cue_forms() or (words.capital[cue] and cue > start):
        return None
    source = subject_after(words, cue, stop) if cue == start else subject_before(words, cue, start)
    if source is None or not _opens(words, source[0], start) or is_passive(words, cue, start):
        return None
    return source


def _opens(words: QuotedWords, source: int, start: int) -> bool:
    """Return whether a source opens what stands behind a quotation, or is in apposition to what does."""
    return source - start <= MAX_BEFORE_SOURCE or (
        words.lower[source - 1] == "," and source - start <= MAX_APPOSED
    )


def _any_verb(words: QuotedWords, start: int, stop: int) -> Attribution | None:
    """Find a name or pronoun and a verb that is no usual cue: “…,” Roe shot back."""
    pronoun = start if words.lower[start] in {"he", "she", "they"} else None
    last = words.name_starts.get(start, pronoun)
    verb = last + 1 if last is not None else stop
    if verb >= stop or words.capital[verb] or not words.lower[verb].isalpha():
        return None
    return _attribution(words, verb, (start, verb - 1))
