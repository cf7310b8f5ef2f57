"""What stands beside a name and says who that is: "Judge Ann Roe", "Ann Roe, who led the survey, said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newscli.analysis.words import SentenceWords
from newscli.english.calendar import TIME_WORDS
from newscli.english.clauses import AUXILIARIES, PAST_FORMS
from newscli.english.cues import SAYING, cue_forms
from newscli.english.grammar import (
    CONNECTIVES,
    DEFINITE_DETERMINERS,
    EXAMPLES,
    FUNCTION_WORDS,
    LEADING_PREPOSITIONS,
    TAIL_OPENERS,
)
from newscli.english.name_parts import POSSESSIVE_S
from newscli.english.nouns import PEOPLE, THINGS
from newscli.english.titles import GENDER_OF_TITLE, HONORIFICS, OFFICE_MODIFIERS, OFFICES
from newscli.english.words import word_set
from newscli.model import Span

# These bounds were set by hand. Halving or doubling one changes at most five of the 2,483 speakers in the
# samples and PolNeAR's development articles.

# "the former Deputy Prime Minister and Secretary of State for Foreign Affairs" is about the longest.
MAX_WORDS: Final = 12
# Of a definite description: determiner, three words that say which, and the noun.
MAX_REPEATED: Final = 5
# "The head of the board, Professor Dr Ann Roe": of one person before the name.
MAX_HONORIFICS: Final = 3
# "who …" may run on to the end of a sentence.
MAX_CLAUSE: Final = 30

OPENERS: Final = DEFINITE_DETERMINERS | POSSESSIVE_S | {"a", "an", "one", "our"}
# Tokens of a clause that tells what somebody's relative does.
MIN_OF_RELATIVE: Final = 5
_ENDS: Final = word_set(", . ; : ( ) — – - -- who whose which")
STOPS: Final = OPENERS | _ENDS | TAIL_OPENERS | word_set('but or as when if while said says told “ " ” ‘')
_CLOSERS: Final = word_set(", . ; : ( ) — – --")
_CLAUSE_ENDS: Final = word_set(", ; : ( ) — – --")
_PARTY: Final = re.compile(r"[DRI]-[A-Z][\w.]*")
_SHORT: Final = word_set("rep sen gov gen col capt lt sgt maj")
_OF_OFFICES: Final = word_set("for in of on to")
_BEFORE_TITLES: Final = FUNCTION_WORDS | TIME_WORDS | EXAMPLES | LEADING_PREPOSITIONS
_IN_TITLES: Final = TAIL_OPENERS - {"to", "which", "who", "whose", "that"} | {"and", "the"}


def is_person(noun: str) -> bool:
    """Return whether a noun in lower case means one person."""
    known = noun in PEOPLE or noun in OFFICES or noun in GENDER_OF_TITLE
    return known or (noun.endswith(("er", "or", "ist", "ian", "man", "eer")) and noun not in THINGS)


def chief_noun(phrase: Sequence[str]) -> int:
    """Return the place of a phrase's chief noun: the last word before what says which."""
    tail = (i for i, word in enumerate(phrase) if i and word.lower() in TAIL_OPENERS)
    return next(tail, len(phrase)) - 1


def phrases(tokens: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the descriptions before and behind a name stand, itself the tokens ``first`` to ``end``.

    Determiners are left out; some stand empty.
    """
    start = first
    while start > 0 and first - start < MAX_REPEATED and is_word(tokens[start - 1]):
        start -= 1
    if start < first and (tokens[first - 1].islower() or tokens[first - 1].lower() in OFFICES):
        yield start, first
    yield _between_commas(tokens, end)
    yield _before_comma(tokens, first, end)


def _before_comma(tokens: Sequence[str], first: int, end: int) -> tuple[int, int]:
    """Return where a description before a comma and the name stands: "his daughter, Dr Ann Roe, said"."""
    comma = first - 1
    while comma > 0 and first - comma <= MAX_HONORIFICS and tokens[comma].lower().rstrip(".") in HONORIFICS:
        comma -= 1
    if comma > 0 and tokens[comma] == "," and (end == len(tokens) or tokens[end] in _ENDS):
        opener = comma - 1
        while opener > 0 and comma - opener < MAX_WORDS - 1 and not _opens(tokens, opener):
            opener -= 1
        # "In the city, Ann Roe, …" describes nobody.
        is_place = opener == 1 and tokens[0].lower() in LEADING_PREPOSITIONS
        if _opens(tokens, opener) and not is_place and "," not in tokens[opener + 1 : comma]:
            return opener + 1, comma
    return first, first


def _between_commas(tokens: Sequence[str], comma: int) -> tuple[int, int]:
    """Return where the apposition that a comma opens stands, ages and its determiner left out."""
    if tuple(tokens[comma : comma + 1]) != (",",):
        return comma, comma
    start = _behind_age(tokens, comma + 1)
    ends = (i for i in range(start, min(len(tokens), start + MAX_WORDS)) if tokens[i].lower() in _ENDS)
    stop = next(ends, start)
    if tokens[start : start + 1] and tokens[start].lower() in CONNECTIVES:  # "Ann Roe, and her brother, came"
        return comma, comma
    return (start + 1 if start < stop and _opens(tokens, start) else start), stop


def _behind_age(tokens: Sequence[str], start: int) -> int:
    """Return where an apposition goes on behind an age: "Ann Roe, 34, a nurse"."""
    has_age = bool(tokens[start : start + 1]) and tokens[start].isdigit()
    return start + 2 if has_age and tuple(tokens[start + 1 : start + 2]) == (",",) else start


def _opens(tokens: Sequence[str], at: int) -> bool:
    return tokens[at].lower() in OPENERS


def is_word(token: str) -> bool:
    """Return whether a token may be a part of a description."""
    return token[:1].isalpha() and token.lower() not in STOPS


def description(words: SentenceWords, name: Span) -> Span | None:
    """Return what stands beside a person's name and tells who that is, with its determiner.

    Args:
        words: The sentence.
        name: The name, without titles before it.

    Returns:
        The title or the nouns right before the name, else what stands before it and a comma, else the
        apposition or the clause behind it, else where it is from ("Ann Roe of the Ferry Board"); None if
        there is none of these. A verb of speaking makes no description.
    """
    first, end = words.index.behind(name.start), words.index.behind(name.end)
    for start, stop in (
        title_before(words, first),
        _introduction(words, first, end),
        _apposition(words, end),
        _clause(words.lower, end),
        _belonging(words, end),
    ):
        if start < stop:
            return words.span(start, stop - 1)
    return None


def _clause(lower: Sequence[str], comma: int) -> tuple[int, int]:
    """Return where a clause of who somebody is stands behind a comma: "who led the survey"."""
    start = _behind_age(lower, comma + 1)
    if tuple(lower[comma : comma + 1]) != (",",) or lower[start : start + 1] not in (("who",), ("whose",)):
        return comma, comma
    verb = start + 1
    while verb < len(lower) and (lower[verb] in AUXILIARIES or lower[verb].endswith("ly")):
        verb += 1
    if verb >= len(lower) or lower[verb] in SAYING:
        return comma, comma
    last = min(len(lower), start + MAX_CLAUSE)
    stop = next((i for i in range(start, last) if lower[i] in _CLAUSE_ENDS or _says_more(lower, i)), last)
    # "whose late husband, Arthur, opened": what he did does not fit.
    if lower[start] == "whose" and stop - start < MIN_OF_RELATIVE and lower[stop : stop + 1] == (",",):
        return comma, comma
    return start, stop - (lower[stop - 1] in {".", "!", "?"})


def _says_more(lower: Sequence[str], at: int) -> bool:
    """Return whether a clause goes on with what somebody says: "who led it and who said that"."""
    if lower[at] != "and":
        return False
    verb = at + 1 + (lower[at + 1 : at + 2] == ("who",))
    return verb < len(lower) and lower[verb] in SAYING


def _apposition(words: SentenceWords, comma: int) -> tuple[int, int]:
    """Return where the noun phrase that a comma opens stands: "the mayor of Aldby", "head of the union"."""
    lower = words.lower
    if lower[comma : comma + 1] not in ((",",), ("(",)):
        return comma, comma
    start = _behind_age(lower, comma + 1)
    last = min(len(lower), start + MAX_CLAUSE)
    stop = next((i for i in range(start, last) if lower[i] in _CLOSERS), start)
    phrase = lower[start:stop]
    phrase = phrase[phrase[:1] in (("now",), ("then",)) :]
    if not phrase:
        return comma, comma
    before_tail = phrase[: chief_noun(phrase) + 1]
    opened = phrase[0] in {"a", "an", "one"}
    is_participle = phrase[0].endswith("ing") and phrase[0] not in OFFICE_MODIFIERS
    personal = is_person(before_tail[-1].rstrip(".")) and not is_participle
    # "Ann Roe, and the mayor"; "Ann Roe, she said"; "Ann Roe, this is the end".
    runs_on = phrase[0] in FUNCTION_WORDS - OPENERS or not (SAYING | AUXILIARIES - POSSESSIVE_S).isdisjoint(
        before_tail
    )
    fits = not runs_on and (personal or (opened and len(phrase) > 1))
    return (start, stop) if fits or _PARTY.fullmatch(words.texts[start]) else (comma, comma)


def _belonging(words: SentenceWords, end: int) -> tuple[int, int]:
    """Return where what somebody belongs to stands behind the name: "of the Ferry Board"."""
    lower = words.lower
    start = end + (lower[end : end + 1] == (",",))
    opener = lower[start] if start < len(lower) else ""
    if opener not in {"of", "from", "for"} or (start == end and opener == "for"):
        return end, end
    stop = start + 1
    following = words.texts[stop] if stop < len(lower) else ""
    if not following[:1].isupper() and following not in OPENERS:  # ", for example,"
        return end, end
    while stop < len(lower) and stop - start < MAX_WORDS and _belongs(words, stop):
        stop += 1
    while stop > start and not words.texts[stop - 1][:1].isupper() and start == end:
        stop -= 1
    closed = start == end or (stop < len(lower) and lower[stop] in _CLOSERS)
    return (start, stop) if closed and stop > start + 1 else (end, end)


def _belongs(words: SentenceWords, at: int) -> bool:
    """Return whether a word goes on with the name of a body."""
    word = words.lower[at]
    is_verb = word in cue_forms() or word in AUXILIARIES or word in PAST_FORMS or word.endswith("ed")
    return word.isalpha() and not (is_verb and words.texts[at].islower())


def _introduction(words: SentenceWords, first: int, end: int) -> tuple[int, int]:
    """Return where what a name explains stands, with its determiner: "his lawyer, Ann Roe"."""
    start, stop = _before_comma(words.texts, first, end)
    if start == stop or not any(map(is_person, words.lower[start:stop])):
        return first, first
    opener = start - 1
    # "the board's chairman": from the determiner on.
    if words.lower[opener] in POSSESSIVE_S:
        while opener > 0 and (words.texts[opener - 1][:1].isupper() or words.lower[opener] in POSSESSIVE_S):
            opener -= 1
        opener -= opener > 0 and words.lower[opener - 1] in OPENERS
    return opener, stop


def title_before(words: SentenceWords, first: int) -> tuple[int, int]:
    """Return where the title or the nouns right before a name stand: "Minister for Housing", "shepherd".

    Args:
        words: The sentence.
        first: The first word of the name.

    Returns:
        The words, half-open; empty if there are none. Determiners are left out.
    """
    lower, texts = words.lower, words.texts
    stop = first
    while stop > 0 and lower[stop - 1].rstrip(".") in HONORIFICS | {""}:
        stop -= 1
    # "Minister of Energy, Ann Roe, said": a title may have a comma.
    comma = stop > 1 and lower[stop - 1] == "," and texts[stop - 2][:1].isupper()
    stop -= comma
    start, office = stop, -1
    while start > 0 and stop - start < MAX_WORDS:
        word = lower[start - 1].rstrip(".")
        if office < 0 and is_person(word) and (start == stop or lower[start] in _OF_OFFICES):
            office = start - 1
        is_verb = word in cue_forms() or word in PAST_FORMS
        plain = word[:1].isalpha() and word not in _BEFORE_TITLES and not is_verb
        if not (plain or (word in _IN_TITLES and start > 1) or word in POSSESSIVE_S):
            break
        start -= 1
    if office < 0 or lower[stop - 1] in _IN_TITLES:
        return first, first
    start = max(start, _clause_start(lower, start, office))
    opened = start == 0 or lower[start - 1] in _CLOSERS | {"“", '"'}
    if comma and not opened:
        return first, first
    is_short = stop - start == 1 and (texts[start].endswith(".") or lower[start] in HONORIFICS | _SHORT)
    return (first, first) if is_short else (start, stop)


def _clause_start(lower: Sequence[str], start: int, office: int) -> int:
    """Return where a title begins: behind the last preposition or "and" before its office."""
    inside = (at for at in range(office - 1, start - 1, -1) if lower[at] in _IN_TITLES)
    return next(inside, start - 1) + 1
