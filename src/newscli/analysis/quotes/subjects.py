"""Sources: the words that name who speaks, found beside a cue.

English tells the source as the subject of its cue: before it ("the minister said"), behind it where
it is inverted after a quotation ("said the minister"), or left out in a participle ("…, adding that").
No parser is used: a subject runs from a clause boundary to the cue, without adverbs and times.
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.running_text import QuotedWords
from newscli.english.calendar import TIME_WORDS
from newscli.english.cues import cue_forms
from newscli.english.grammar import (
    ADVERBS_BEFORE_VERBS,
    AUXILIARIES,
    BARE_SUBJECTS,
    BE_FORMS,
    DETERMINERS,
    PAST_FORMS,
    PREPOSITIONS_BEFORE_SUBJECTS,
    QUANTIFIERS,
)
from newscli.english.titles import OFFICES

MAX_SUBJECT: Final = 20
MAX_INVERTED: Final = 12
MAX_APPOSITION: Final = 40

_TIME_OPENERS: Final = frozenset("on in at last this late early next earlier later by since during".split())
_CLAUSE_OPENERS: Final = frozenset(
    """
    that because as while when if after before since although though but whether where how what why than
    until unless so yet nor whereas , ; : — – -- - ( ) [ ] … ... . ? !
    """.split()
)
_MARKS: Final = frozenset({'"', "“", "”", "''", "``", "«", "»", "‘"})
_PRONOUNS: Final = BARE_SUBJECTS - QUANTIFIERS
# Right before a verb these tell that its subject stands further off, or that it has none.
_NO_SUBJECTS: Final = frozenset(
    {"to", "and", "or", "but", "not", "n't", "n’t", "by", "of", "for", "without", "about", "in"}
)
_NO_HEADS: Final = _CLAUSE_OPENERS | PREPOSITIONS_BEFORE_SUBJECTS | (DETERMINERS - QUANTIFIERS)
_LEADING: Final = frozenset(
    "but and yet or so then however meanwhile still instead moreover also now even nor thus".split()
)
_INVERTED_STOPS: Final = frozenset(
    """
    on in at after before during when while as who that which because to by but if since until last earlier
    later yesterday today where whose following and through about , ; : — – -- ( ) [ ] . ? ! … ...
    """.split()
)


def _is_adverb(word: str) -> bool:
    return word in ADVERBS_BEFORE_VERBS or (
        word.endswith("ly") and len(word) > 4 and word not in {"family", "italy", "assembly"}
    )


def _skip_time(words: QuotedWords, last: int, first: int) -> int:
    """Step back over "on Friday", "late last week" that ends at token ``last``."""
    at = last
    while at > first and (words.lower[at] in TIME_WORDS or words.lower[at].isdigit()):
        at -= 1
    return at - 1 if first < at < last and words.lower[at] in _TIME_OPENERS else last


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
    """Tell whether a form of "be" stands before a past participle: "was told"."""
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
        First and last token index of the source, both included; None where there is none.
    """
    last = verb_group_start(words, cue, first) - 1
    if last >= first and words.lower[last] in _NO_SUBJECTS:
        return None
    if last >= first:
        last = _skip_time(words, last, first)
    if last < first or words.quoted[last]:
        return None
    if words.lower[last] == "," and last > first:
        # "Dana Orel, the port's director, said": step over what stands between the commas.
        opening = _opening_comma(words, last, first)
        if opening is None and (last - 1 not in words.name_ends or words.lower[cue].endswith("ing")):
            return None
        if opening == first:
            return None
        if opening is not None and words.name_ends.get(last - 1) == opening + 1:
            return opening + 1, last - 1  # "his daughter, Ann Roe, said"
        last = (last if opening is None else opening) - 1
    if words.lower[last] == ")":
        brackets = (i for i in range(last - 1, max(first, last - 12) - 1, -1) if words.lower[i] == "(")
        bracket = next(brackets, first)
        last = bracket - 1 if bracket > first else last
    if words.lower[last] in _NO_SUBJECTS:
        return None
    if words.lower[last] in BARE_SUBJECTS or words.lower[last] in {"which", "that"}:
        return last, last
    return _noun_phrase_back(words, last, first)


def _opening_comma(words: QuotedWords, closing: int, first: int) -> int | None:
    """Return the comma that opens what the comma before a cue closes.

    That is the last one before it; but behind a name, descriptions may follow one another: "Ann Roe,
    head of the union, which speaks for drivers, said".
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
        if words.quoted[at] or word in _CLAUSE_OPENERS or word in _MARKS or word in _PRONOUNS:
            break
        if word in AUXILIARIES and word not in {"'s", "’s", "can", "will", "may"} and not words.capital[at]:
            break
        if at < last and word in forms and not words.capital[at] and words.lower[at + 1] != "of":
            break
        at -= 1
    start = at + 1
    while start < last and (
        words.lower[start] in _LEADING or _is_adverb(words.lower[start]) or words.lower[start] in {"'s", "’s"}
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
    if name is not None and last - start > 8:
        start = name
    return start, last


def subject_after(words: QuotedWords, cue: int, end: int) -> tuple[int, int] | None:
    """Find the subject that stands behind an inverted cue: "said the minister".

    Args:
        words: The sentence.
        cue: Token index of the cue.
        end: Token index where the search ends, exclusive.

    Returns:
        First and last token index of the source, both included; None where there is none.
    """
    start = cue + 1
    if start >= end or words.quoted[start]:
        return None
    if words.lower[start] in BARE_SUBJECTS:
        return start, start
    at = start
    while at < min(end, start + MAX_INVERTED):
        word = words.lower[at]
        if words.quoted[at] or word in _MARKS:
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
    """Tell whether an "and" joins two names: "said Jane Roe and John Doe"."""
    return at + 1 < len(words.lower) and words.capital[at + 1] and words.capital[at - 1]


def main_subject(words: QuotedWords, cue: int) -> tuple[int, int] | None:
    """Find the subject of the sentence that a participle hangs on: "Washington has …, saying …"."""
    forms = cue_forms()
    for i in range(cue):
        finite = words.lower[i] in AUXILIARIES - {"'s", "’s"} or (
            i > 0
            and not words.capital[i]
            and (words.lower[i] in forms or words.lower[i] in PAST_FORMS or words.lower[i].endswith("ed"))
        )
        if finite and not words.quoted[i]:
            return subject_before(words, i, 0)
    return None
