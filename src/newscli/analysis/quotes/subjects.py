"""The grammatical subject beside a cue: the words that name who speaks.

The subject stands before its cue ("the minister said"), behind it after a quotation ("said the minister"), or
is left out in a participle ("…, adding that"). No parser is used: a subject runs from the start of its clause
to the cue, without adverbs and times.
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.running_text import QuotedWords
from newscli.english.calendar import TIME_OPENERS, TIME_WORDS
from newscli.english.clauses import (
    ADVERBS_BEFORE_VERBS,
    AUXILIARIES,
    BARE_SUBJECTS,
    BE_FORMS,
    BEHIND_INVERTED_SUBJECTS,
    CLAUSE_OPENERS,
    LEADING,
    NO_SUBJECTS,
    NOUNS_IN_LY,
    PAST_FORMS,
    PREPOSITIONS_BEFORE_SUBJECTS,
)
from newscli.english.cues import cue_forms
from newscli.english.grammar import DETERMINERS, LEADING_PREPOSITIONS, QUANTIFIERS
from newscli.english.name_parts import POSSESSIVE_S
from newscli.english.pronouns import SUBJECTS
from newscli.english.punctuation import CLAUSE_MARKS, MARK_TOKENS
from newscli.english.titles import OFFICES

# The bounds are tokens, set by hand. Halving or doubling one of them changes at most three of the 3,794
# quotes in the samples and 140 articles of PolNeAR.

# A subject: "the chief executive of the company that runs the ferry between Exwick and Port Ellery said".
MAX_SUBJECT: Final = 20
# A subject behind its cue: "said Ann Roe, …" ends at the comma; this is for sentences without one.
MAX_INVERTED: Final = 12
# What two commas hold between a subject and its cue.
MAX_APPOSITION: Final = 40
# What brackets hold between a subject and its cue: "Roe (Exwick North) said".
MAX_BRACKETED: Final = 12
# From the start of a subject to a name that ends it. In a longer one the name alone is the source, because
# its beginning is doubtful.
MAX_BEFORE_LAST_NAME: Final = 8
# Letters; shorter words in -ly are no adverbs: "ally", "fly", "July".
MIN_ADVERB: Final = 5

_STOPS: Final = CLAUSE_OPENERS | CLAUSE_MARKS
# Auxiliaries that may be the end of a possessive, or nouns: "the can", "May".
# "Told reporters, adding": the verb's place from the comma back.
_WITH_LISTENER: Final = 2
_ALSO_NOUNS: Final = POSSESSIVE_S | {"can", "may", "will"}
_PRONOUNS: Final = BARE_SUBJECTS - QUANTIFIERS
_NO_HEADS: Final = _STOPS | PREPOSITIONS_BEFORE_SUBJECTS | (DETERMINERS - QUANTIFIERS)
_INVERTED_STOPS: Final = BEHIND_INVERTED_SUBJECTS | CLAUSE_MARKS


def _is_adverb(word: str) -> bool:
    return word in ADVERBS_BEFORE_VERBS or (
        word.endswith("ly") and len(word) >= MIN_ADVERB and word not in NOUNS_IN_LY
    )


def is_verb_of_speaking(word: str) -> bool:
    """Return whether a word, in lower case, is a form of a cue verb and not as often a noun."""
    form = cue_forms().get(word)
    return form is not None and not form.noun


def _skip_time(words: QuotedWords, last: int, first: int) -> int:
    """Step back over "on Friday", "late last week" that ends at token ``last``."""
    at = last
    while at > first and (words.lower[at] in TIME_WORDS or words.lower[at].isdigit()):
        at -= 1
    return at - 1 if first < at < last and words.lower[at] in TIME_OPENERS else last


def verb_group_start(words: QuotedWords, cue: int, first: int) -> int:
    """Return the first token of the verb group that the cue ends: "has also said"."""
    at = cue
    while (
        at > first
        and not words.quoted[at - 1]
        and (words.lower[at - 1] in AUXILIARIES or _is_adverb(words.lower[at - 1]))
    ):
        at -= 1
    return at


def is_passive(words: QuotedWords, cue: int, first: int) -> bool:
    """Return whether a form of "be" stands before a past participle: "was told"."""
    at = cue - 1
    while at >= first and _is_adverb(words.lower[at]):
        at -= 1
    return at >= first and words.lower[at] in BE_FORMS and not words.lower[cue].endswith("ing")


def subject_before(words: QuotedWords, cue: int, first: int) -> tuple[int, int] | None:
    """Find the subject that stands before a cue.

    Args:
        words: The sentence.
        cue: Token index of the cue.
        first: Token index where the search ends: the sentence's start, or a quotation's end.

    Returns:
        First and last token index of the source, both included; None if there is none.
    """
    last = verb_group_start(words, cue, first) - 1
    if last < first or words.lower[last] in NO_SUBJECTS:
        return None
    last = _skip_time(words, last, first)
    if words.quoted[last]:
        return None
    if words.lower[last] == "," and last > first:
        opening = _opening_comma(words, last, first)
        if opening is not None and words.name_ends.get(last - 1) == opening + 1 and opening > first:
            return opening + 1, last - 1  # "his daughter, Ann Roe, said"
        before_comma = _before_comma(words, cue, first, last, opening)
        if before_comma is None:
            return None
        last = before_comma
    last = _skip_brackets(words, last, first)
    if words.lower[last] in NO_SUBJECTS:
        return None
    if words.lower[last] in BARE_SUBJECTS or words.lower[last] in {"which", "that"}:
        return last, last
    return _noun_phrase_back(words, last, first)


def _before_comma(words: QuotedWords, cue: int, first: int, closing: int, opening: int | None) -> int | None:
    """Return the last token before what two commas hold: "Dana Orel, the port's director, said".

    A comma alone counts only behind a name, and before no participle: "Dana Orel, said".
    """
    if opening is not None:
        return opening - 1 if opening > first else None
    behind_name = closing - 1 in words.name_ends
    return closing - 1 if behind_name and not words.lower[cue].endswith("ing") else None


def _skip_brackets(words: QuotedWords, last: int, first: int) -> int:
    """Step back over what stands in brackets and ends at a token: "Roe (Exwick North) said"."""
    if words.lower[last] != ")":
        return last
    nearby = range(last - 1, max(first, last - MAX_BRACKETED) - 1, -1)
    bracket = next((i for i in nearby if words.lower[i] == "("), first)
    return bracket - 1 if bracket > first else last


def _opening_comma(words: QuotedWords, closing: int, first: int) -> int | None:
    """Return the comma that opens what the comma before a cue closes.

    It is the last one before it. Descriptions of a name may follow one another, though, and then it is the
    first one behind the name: "Ann Roe, head of the union, which speaks for drivers, said".
    """
    commas = [i for i in range(max(first, closing - MAX_APPOSITION), closing) if words.lower[i] == ","]
    describes = (i for i in commas if not words.capital[i + 1] or words.lower[i + 1] in OFFICES)
    behind_name = (i for i in describes if i - 1 in words.name_ends)
    return next(behind_name, commas[-1] if commas else None)


def _noun_phrase_back(words: QuotedWords, last: int, first: int) -> tuple[int, int] | None:
    """Extend a noun phrase from its last token to the left, up to the clause's start."""
    forms = cue_forms()
    at = last
    while at >= first and last - at < MAX_SUBJECT:
        word = words.lower[at]
        if words.quoted[at] or word in _STOPS or word in MARK_TOKENS or word in _PRONOUNS:
            break
        if word in AUXILIARIES and word not in _ALSO_NOUNS and not words.capital[at]:
            break
        if at < last and word in forms and not words.capital[at] and words.lower[at + 1] != "of":
            break
        at -= 1
    start = at + 1
    while start < last and (
        words.lower[start] in LEADING or _is_adverb(words.lower[start]) or words.lower[start] in POSSESSIVE_S
    ):
        start += 1
    if start <= last and words.lower[start] in PREPOSITIONS_BEFORE_SUBJECTS:
        inner = [i for i in range(start + 1, last + 1) if words.lower[i] in DETERMINERS]
        name = words.name_ends.get(last)
        start = name if name is not None else inner[-1] if inner else start + 1
    if start <= last and words.lower[start] == "to":
        return None
    if start > last or words.lower[last] in _NO_HEADS:
        return None
    name = words.name_ends.get(last)
    if name is not None and last - start > MAX_BEFORE_LAST_NAME:
        start = name
    return _list_start(words, start, last, first), last


def _list_start(words: QuotedWords, start: int, last: int, first: int) -> int:
    """Return where a list of names begins that ends with two of them: "Ann Roe, Bob Ash and Cy Doe".

    Not in "In Aldby, Bob Ash and Cy Doe said".
    """
    final = words.name_ends.get(last, start)
    if final - 2 < start or words.lower[final - 1] != "and" or words.name_ends.get(final - 2) != start:
        return start
    begin = start
    while begin - 2 >= first and words.lower[begin - 1] == "," and begin - 2 in words.name_ends:
        begin = words.name_ends[begin - 2]
    opener = words.lower[begin - 1] if begin > first else ""
    return start if opener in LEADING_PREPOSITIONS | PREPOSITIONS_BEFORE_SUBJECTS else begin


def subject_after(words: QuotedWords, cue: int, end: int) -> tuple[int, int] | None:
    """Find the subject that stands behind an inverted cue: "said the minister".

    Args:
        words: The sentence.
        cue: Token index of the cue.
        end: Token index where the search ends, exclusive.

    Returns:
        First and last token index of the source, both included; None if there is none.
    """
    start = cue + 1
    if start >= end or words.quoted[start]:
        return None
    if words.lower[start] in BARE_SUBJECTS:
        return start, start
    at = start
    while at < min(end, start + MAX_INVERTED):
        word = words.lower[at]
        if words.quoted[at] or word in MARK_TOKENS:
            break
        if word in _INVERTED_STOPS and not (word == "and" and _names_on(words, at)):
            break
        if word in TIME_WORDS and words.capital[at] and at > start:
            break
        at += 1
    last = at - 1
    if last < start or words.lower[start] in PREPOSITIONS_BEFORE_SUBJECTS or _is_adverb(words.lower[start]):
        return None
    return start, last


def _names_on(words: QuotedWords, at: int) -> bool:
    """Return whether an "and" joins two names: "said Jane Roe and John Doe"."""
    return at + 1 < len(words.lower) and words.capital[at + 1] and words.capital[at - 1]


def told_before(words: QuotedWords, comma: int) -> tuple[int, int] | None:
    """Find who speaks in the words that a comma ends: "…, Roe said, adding", "…, said Roe, adding".

    Args:
        words: The sentence.
        comma: Token index of the comma, or of the participle if there is none: "…, Roe told them adding".

    Returns:
        First and last token index of the source, both included; None if the words tell of no speech.
    """
    forms = cue_forms()
    for at in range(comma - 1, max(0, comma - 1 - MAX_INVERTED), -1):
        if words.lower[at] in MARK_TOKENS or words.lower[at] == ",":
            return None
        known = forms.get(words.lower[at])
        if known is None or known.act != "speech" or known.participle or known.noun or words.capital[at]:
            continue
        if at == comma - 1 or (at == comma - _WITH_LISTENER and known.lemma == "tell"):
            return subject_before(words, at, 0)
        is_inverted = words.lower[at - 1] in MARK_TOKENS or words.lower[at - 1] == ","
        return subject_after(words, at, comma) if is_inverted else None
    return None


def main_subject(words: QuotedWords, cue: int) -> tuple[int, int] | None:
    """Find the subject of the sentence that a participle hangs on: "Washington has …, saying …"."""
    forms = cue_forms()
    for i in range(cue):
        finite = words.lower[i] in AUXILIARIES - POSSESSIVE_S or (
            i > 0
            and not words.capital[i]
            and (words.lower[i] in forms or words.lower[i] in PAST_FORMS or words.lower[i].endswith("ed"))
        )
        if finite and not words.quoted[i]:
            subject = subject_before(words, i, 0)
            before = subject[0] - 1 if subject is not None else -1
            # "She looks at the pile placed on a desk": what stands behind a pronoun is its verb's object.
            return (before, before) if before >= 0 and words.lower[before] in SUBJECTS else subject
    return None
