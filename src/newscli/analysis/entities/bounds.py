"""Bounds: of what the reader marks, the words that are a name, and marks that hold none.

Only what is certain is cut: titles and letters beside a name, a noun in lower case that says what kind of
place it is, what a transcript has in capitals for what is heard, what stands for a share on an exchange. And
only what is certain is widened: "the Duchess of Aldmoor" is one name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from newscli.analysis.entities.labels import BODY, PERSON, PLACE, Sighting
from newscli.analysis.names.forms import (
    fold_letters,
    is_adjective,
    is_compound,
    is_place,
    name_words,
    title_length,
)
from newscli.analysis.names.titles import gender
from newscli.analysis.words import SentenceWords
from newscli.engines.reader.annotations import NameAnnotation
from newscli.english.abbreviations import COMMON_NOUNS
from newscli.english.calendar import MONTH_ABBREVIATIONS, MONTHS, TIME_ZONES
from newscli.english.capitals import Shape, shape
from newscli.english.grammar import ARTICLES, FUNCTION_WORDS, INTERJECTIONS
from newscli.english.name_parts import (
    AREAS,
    CHAMBERS,
    COMMITTEES,
    COMPANY_FORMS,
    EPITHETS,
    FIRST_SURNAMES,
    GENERATIONS,
    KIND_NOUNS,
    PARTICLES,
    POSSESSIVES,
    POSTNOMINALS,
    STORMS,
)
from newscli.english.newspaper import STAGE_DIRECTIONS
from newscli.english.nouns import COMPANIES
from newscli.english.titles import (
    HONORIFICS,
    OFFICE_MATTERS,
    OFFICE_MODIFIERS,
    OFFICES,
    PEERAGE,
    SHORT_RANKS,
    TITLE_JOINTS,
)
from newscli.model import Label

# In full, without those that are given names as well.
_MONTHS: Final = MONTHS - MONTH_ABBREVIATIONS - {"april", "august", "june", "march", "may"}
_CLOSING: Final = {"(": ")", "[": "]"}
# "The House Majority Leader": of a body, whoever leads most of it.
_SIDES: Final = frozenset({"majority", "minority"})
_LEADERS: Final = frozenset({"leader", "whip"})
# What stands before a name only: "the Rt Rev Ann Roe".
_TITLE_PARTS: Final = frozenset({"assoc", "asst", "hon", "ret", "retd", "rev", "rt", "v.p", "vp"})
# A title of theirs alone that is a given name as well.
_DEANS: Final = frozenset({"dean", "earl"})
_BEFORE_OFFICES: Final = ARTICLES | frozenset({"former", "her", "his", "its", "lord", "our", "their", "then"})
# "Home | Secretary"; a house, a senate, a party are bodies where they stand so, too.
_NO_BODIES: Final = OFFICE_MODIFIERS - frozenset(
    {"cabinet", "crown", "district", "house", "labor", "labour", "national", "senate", "state", "supreme"}
)
_CONJUNCTIONS: Final = frozenset({"and", "or"})
_COLLOQUIAL: Final = frozenset({"n", "'n'", "’n’"})
_ENDINGS: Final = GENERATIONS | POSTNOMINALS  # "Ann Roe, M.D.", "Tom Roe, Jr."
_JOINTS: Final = _CONJUNCTIONS | {","}
# "The Secretary of | State": an office, its "of" and what the mark begins with.
_OFFICE_BEFORE: Final = 2
_OFFICE_OF_TWO: Final = 4
_MINISTERS: Final = frozenset({"minister", "secretary", "undersecretary"})
# "Left-armer Ann Roe", "Ten-year-old Ann Roe", not "Anne-Marie Roe" or "Hyun-soo Kim".
_DOER: Final = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)?-[a-z]*(?:ain|ant|er|ist|man|old|or)")
_COUNTIES: Final = frozenset({"city", "county", "town", "township", "village"})
_RANK_OF: Final = 2  # "Duchess of"
_MAX_TICKER: Final = 8
# "American | MTV", not "English FA", which is another one than the next.
_WITH_PEOPLE: Final = 2
_MIN_ACRONYM: Final = 3
_PARTISAN: Final = frozenset({"Democratic", "Republican"})
_HALVES: Final = frozenset({"Congress", "House", "Senate"})
# "Science, technology and women's" of a committee's name: its words, commas and ends of possessives.
_MAX_MATTER: Final = 8
_POLLS: Final = frozenset({"Poll", "Polls"})  # "a Gallup | Poll"
# "Old Murdo Beaton": an epithet, a given name and a surname.
_MIN_WITH_EPITHET: Final = 2


def names_in(sentence: SentenceWords, name: NameAnnotation, known: Collection[str]) -> Iterator[Sighting]:
    """Yield the names that a mark holds in a sentence, without what is no part of a name.

    Args:
        sentence: The sentence.
        name: The mark, which may run over the sentence's end.
        known: All marks of the article, their letters folded.
    """
    inside = slice(sentence.index.behind(name.span.start), sentence.index.behind(name.span.end))
    start = _behind_office(sentence, inside.start, inside.stop)
    # "The Secretary of | State Ann Roe" is a person, whatever the reader takes State for.
    chances = PERSON if start > inside.start else name.chances
    for first, last in _parts(sentence.texts[start : inside.stop], known, is_person=name.label == "PER"):
        before, behind = _trimmed(sentence, start + first, start + last, is_person=name.label == "PER")
        if before == behind or _is_none(sentence, before, behind):
            continue
        if name.label != "MISC" and _is_common(sentence, before, behind, name.label):
            continue
        if name.label == "PER" and _is_nobody(sentence, before, behind):
            continue
        if name.label == "PER" and _is_small_word(sentence, before, behind):
            continue
        if name.label in {"ORG", "LOC"} and _is_phrase(sentence, start + first, start + last):
            continue
        if _is_of(sentence, before, PEERAGE) and name.label in {"PER", "LOC"}:
            yield Sighting(sentence.span(before - _RANK_OF, behind - 1), PERSON)
        elif name.label != "PER" or before == start + first or not _is_small(sentence, before):
            behind = behind if name.label == "PER" else _before_holder(sentence, before, behind)
            is_county = behind < start + last and sentence.lower[behind - 1] in _COUNTIES
            widened = _with_committee(sentence, before, behind)
            whole = sentence.span(_with_kind(sentence, before, name.label), widened - 1)
            yield Sighting(whole, PLACE if is_county else BODY if widened > behind else chances)


def _is_of(sentence: SentenceWords, at: int, ranks: Collection[str]) -> bool:
    """Return whether a name is what one of these ranks is of: "the Duchess of | Aldmoor"."""
    if at < _RANK_OF:
        return False
    rank, of = sentence.texts[at - _RANK_OF : at]
    return of == "of" and rank[0].isupper() and rank.lower() in ranks


def _with_kind(sentence: SentenceWords, first: int, label: Label) -> int:
    """Return where a name begins with what it is: "the Municipality of | Ord", "Hurricane | Ellen"."""
    if label == "LOC" and first > _RANK_OF and _is_of(sentence, first, AREAS):
        return first - _RANK_OF
    is_storm = first > 0 and sentence.lower[first - 1] in STORMS and sentence.texts[first - 1][0].isupper()
    return first - 1 if is_storm else first


def _with_committee(sentence: SentenceWords, first: int, last: int) -> int:
    """Return where a chamber's name ends with its committee's: "Commons | work and pensions committee"."""
    if sentence.lower[first] not in CHAMBERS or not sentence.texts[first][0].isupper():
        return last
    for at in range(last, min(last + _MAX_MATTER, len(sentence.texts))):
        word = sentence.texts[at]
        if word in COMMITTEES:
            return at + 1 if at > first + 1 else last
        is_matter = word.isalpha() and word.islower() and word not in FUNCTION_WORDS - _CONJUNCTIONS
        if not is_matter and word != "," and word not in POSSESSIVES:
            return last
    return last


def _is_phrase(sentence: SentenceWords, first: int, last: int) -> bool:
    """Return whether a mark has several words and no capital or figure: "school of public health"."""
    words = sentence.texts[first:last]
    is_plain = not any(char.isupper() or char.isdigit() for word in words for char in word)
    return is_plain and last - first > 1 and any(word[:1].isupper() for word in sentence.texts)


def _is_small(sentence: SentenceWords, at: int) -> bool:
    """Return whether what a title leaves of a mark is no name: "King | salmon"."""
    return sentence.texts[at] == sentence.lower[at] and sentence.lower[at] not in PARTICLES


def _before_holder(sentence: SentenceWords, first: int, last: int) -> int:
    """Return where a name ends before an office whose holder follows: "Ord County | Coroner Ann Roe"."""
    lower, texts = sentence.lower, sentence.texts
    if last - first <= _RANK_OF or lower[last - 1] not in OFFICES or lower[last - 2] in OFFICE_MODIFIERS:
        return last
    has_holder = last < len(texts) and shape(texts[last]) in {Shape.TITLE, Shape.MIXED}
    return last - 1 if has_holder and texts[last - 1][0].isupper() else last


def _trimmed(sentence: SentenceWords, first: int, last: int, *, is_person: bool) -> tuple[int, int]:
    """Return the first token of a name and the one behind it, without titles, endings, letters behind it."""
    lower, texts = sentence.lower, sentence.texts
    if is_person:
        first += title_length(texts[first:last])
        opens = first == 0 and last > _MIN_WITH_EPITHET
        first += opens and (lower[first] in EPITHETS or _DOER.fullmatch(texts[first]) is not None)
    elif last - first == _WITH_PEOPLE and _is_adjective_before(texts[first], texts[first + 1]):
        first += 1
    while last - first > 1 and texts[first].endswith(".") and lower[first].rstrip(".") in SHORT_RANKS:
        first += 1
    last = _before_bracket(texts, first, last)
    if last - first > 1 and lower[last - 1] in _SIDES and lower[last : last + 1] and lower[last] in _LEADERS:
        last -= 1
    while last - first > 1 and (lower[last - 1] in POSSESSIVES or texts[last - 1] in _POLLS):
        last -= 1
    while first < last and (texts[last - 1] == "," or _is_postnominal(sentence, last - 1)):
        last -= 1
    tail = last
    while tail - first > 1 and lower[tail - 1] == texts[tail - 1] and lower[tail - 1].isalpha():
        tail -= 1
    # "Harlan Gap dam", "the La Libertad port": the noun says only of what kind the place is.
    return first, tail if tail < last and lower[last - 1] in KIND_NOUNS else last


def _is_acronym(text: str) -> bool:
    return text.isalpha() and text.isupper() and len(text) >= _MIN_ACRONYM


def _is_adjective_before(text: str, name: str) -> bool:
    """Return whether the first of two words is no part of the name: "American MTV", "Republican Congress"."""
    of_people = is_adjective(text) and not text.isupper()
    return (of_people and _is_acronym(name)) or (text in _PARTISAN and name in _HALVES)


def _before_bracket(texts: Sequence[str], first: int, last: int) -> int:
    """Return where a name ends before a bracket within it that closes behind it: "Jeff | [Drake"."""
    opened = (
        at
        for at in range(first + 1, last)
        if texts[at] in _CLOSING and _CLOSING[texts[at]] not in texts[at:last]
    )
    return next(opened, last)


def _is_postnominal(sentence: SentenceWords, at: int) -> bool:
    """Return whether a token is no name but letters behind one: "Ann Roe KC", "Ann Roe, M.D."."""
    text = sentence.texts[at]
    if text.replace(".", "").lower() not in POSTNOMINALS or not (text.isupper() or "." in text):
        return False
    before = at - 1
    while before > 0 and (sentence.texts[before] == "," or _is_postnominal(sentence, before)):
        before -= 1
    return before >= 0 and sentence.texts[before][:1].isupper()


def _is_none(sentence: SentenceWords, first: int, last: int) -> bool:
    """Return whether a mark that was cut to its name holds none."""
    words, lower = sentence.texts[first:last], sentence.lower[first:last]
    plain = [word.rstrip(".") for word in lower]
    is_short_title = len(words) == 1 and (plain[0] in _TITLE_PARTS or plain[0] in SHORT_RANKS)
    is_date = len(words) == 1 and (plain[0] in MONTHS - {"may", "march", "june"} and "." in words[0])
    is_zone = len(words) == 1 and words[0].isupper() and plain[0] in TIME_ZONES
    return (
        is_short_title
        or is_date
        or is_zone
        or (len(words) == 1 and _is_within_office(sentence, first))
        or _is_address(sentence, first, last)
        or _is_stage_direction(sentence, first, last)
        or _is_ticker(sentence, first, last)
    )


def _is_common(sentence: SentenceWords, first: int, last: int, label: Label) -> bool:
    """Return whether a mark is a word that names no person, body or place: "TV", "November", "Inc."."""
    word, text = sentence.lower[first], sentence.texts[first]
    if last - first > 1:
        return False
    before = sentence.lower[first - 1 : first]
    is_noun = text.isupper() and word.replace(".", "") in COMMON_NOUNS
    is_fund = word.removesuffix("s") == "pac" and before == ("super",)
    is_form = text.endswith(".") and word.rstrip(".") in COMPANY_FORMS
    is_month = word in _MONTHS or (word == "may" and label == "LOC")
    is_matter = _opens_office(sentence, first) or (label == "ORG" and _ends_office(sentence, first))
    return is_noun or is_fund or is_form or is_month or is_matter or word in COMPANIES


def _is_nobody(sentence: SentenceWords, first: int, last: int) -> bool:
    """Return whether a person's mark holds a word that names nobody, or offices alone.

    "Howdy!", "J-", "Assistant V.P.", "Dean | for Ponds".
    """
    words, lower = sentence.texts[first:last], sentence.lower[first:last]
    plain = [word.rstrip(".") for word in lower]
    if len(words) > 1:
        return all(word in OFFICES | OFFICE_MODIFIERS | _TITLE_PARTS for word in plain)
    behind, before = sentence.lower[last : last + 1], sentence.lower[max(0, first - 1) : first]
    stands_alone = (bool(behind) and behind[0] in {"of", "for"}) or not _BEFORE_OFFICES.isdisjoint(before)
    is_office = plain[0] in OFFICES | _DEANS and stands_alone
    is_exclaimed = lower[0] in INTERJECTIONS - FIRST_SURNAMES or lower[0] in ARTICLES
    return is_office or is_exclaimed or words[0].endswith("-")


def _is_small_word(sentence: SentenceWords, first: int, last: int) -> bool:
    """Return whether a mark is a word in lower case where others have capitals: "eczema"."""
    word = sentence.texts[first]
    is_small = last - first == 1 and word.isalpha() and word.islower()
    return is_small and any(text[0].isupper() for text in sentence.texts)


def _is_address(sentence: SentenceWords, first: int, last: int) -> bool:
    """Return whether a title alone calls somebody: "Senator, thank you", "What truck, Minister?"."""
    if last - first > 1 or sentence.lower[first] not in HONORIFICS | OFFICES:
        return False
    texts = sentence.texts
    opens = first == 0 or texts[first - 1] in {",", '"', "“", "‘", "'"}
    closes = last == len(texts) or texts[last] in {",", ".", "?", "!"}
    return opens and closes and (first > 0 or last < len(texts))


def _is_stage_direction(sentence: SentenceWords, first: int, last: int) -> bool:
    """Return whether a transcript tells here what is heard or shown: "(CROSSTALK)", "(VIDEO CLIP)"."""
    texts = sentence.texts
    if not all(word.isupper() for word in texts[first:last]):
        return False
    if STAGE_DIRECTIONS.isdisjoint(sentence.lower[first:last]):
        return False
    return (first > 0 and texts[first - 1] in {"(", "["}) or (last < len(texts) and texts[last] in {")", "]"})


def _is_ticker(sentence: SentenceWords, first: int, last: int) -> bool:
    """Return whether a mark is an exchange or a share on it: "(NYSE: ABC)"."""
    texts, at = sentence.texts, first
    if last - first > 1 or not texts[first].isupper() or len(texts[first]) > _MAX_TICKER:
        return False
    if texts[first - 1 : first] == (":",) and first > 1:
        at = first - 2
    exchange = texts[at : at + 4]
    shaped = len(exchange) == 4 and exchange[1] == ":" and exchange[3] in {")", ";", ","}  # noqa: PLR2004
    return shaped and texts[at - 1 : at] == ("(",) and exchange[0].isupper() and exchange[2].isupper()


def _behind_office(sentence: SentenceWords, first: int, last: int) -> int:
    """Return where a name begins if its mark begins within an office: "Secretary of | State Ann Roe"."""
    if not _is_within_office(sentence, first):
        return first
    given = (at for at in range(first + 1, last - 1) if gender(sentence.lower[at]) is not None)
    return next(given, first)


def _is_within_office(sentence: SentenceWords, at: int) -> bool:
    """Return whether a token is what an office is for: "Secretary of | State"."""
    before = sentence.lower[max(0, at - _OFFICE_BEFORE) : at]
    return (
        len(before) == _OFFICE_BEFORE
        and before[0] in OFFICES
        and before[1] in TITLE_JOINTS
        and sentence.lower[at] in OFFICE_MATTERS
    )


def _ends_office(sentence: SentenceWords, at: int) -> bool:
    """Return whether a token is the second matter of a minister: "Minister for Women and | Ferries"."""
    before = sentence.lower[max(0, at - _OFFICE_OF_TWO) : at]
    return (
        len(before) == _OFFICE_OF_TWO
        and before[0] in _MINISTERS
        and before[1] in {"for", "of"}
        and before[3] == "and"
    )


def _opens_office(sentence: SentenceWords, at: int) -> bool:
    """Return whether a token says what an office behind it is for: "Shadow | Home | Secretary"."""
    behind = sentence.texts[at + 1 : at + 2]
    is_office = bool(behind) and behind[0][0].isupper() and behind[0].lower() in OFFICES
    return is_office and sentence.lower[at] in _NO_BODIES


def _parts(words: Sequence[str], known: Collection[str], *, is_person: bool) -> list[tuple[int, int]]:
    """Cut a mark into names: behind "Boston-based", and at "and" between names if one is known alone.

    Nobody has "and" in a name: two people are two, known or not.
    """
    parts, first = [], 0
    beside = pairwise(words)
    several = any(one == "," and other.lower().rstrip(".") not in _ENDINGS for one, other in beside)
    for i, word in enumerate(words):
        if word.lower() in _JOINTS or (is_person and word in _COLLOQUIAL):
            parts.append((first, i))
            first = i + 1
    parts.append((first, len(words)))
    texts = [fold_letters(" ".join(words[start:end])) for start, end in parts]
    # "The Presbytery of Ord and Lorn" is one although "Lorn" is named alone.
    is_one = "of" in words[parts[0][0] : parts[0][1]] or is_place(name_words(" ".join(words), "LOC"))
    is_joined = not is_one and any(word.lower() in _CONJUNCTIONS for word in words)
    are_people = is_person and (several or any(word in _CONJUNCTIONS | _COLLOQUIAL for word in words))
    if are_people or (is_joined and any(text in known for text in texts)):
        return [(start, end) for start, end in parts if start < end]
    cut = next((i + 1 for i, word in enumerate(words[:-1]) if is_compound(word)), 0)
    return [(0, cut), (cut, len(words))] if cut else [(0, len(words))]
