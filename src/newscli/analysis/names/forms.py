"""The shapes of a name: how it is compared, and by which shorter forms an article may repeat it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from newscli.english.given_names import NICKNAMES
from newscli.english.name_parts import (
    COMPANY_FORMS,
    DEPARTMENTS,
    FIRST_SURNAMES,
    FULL_WORDS,
    GENERATIONS,
    GENERIC_PARTS,
    LANDFORMS,
    PARTICIPLE_ENDINGS,
    PARTICLES,
    RANGES,
    SMALL_WORDS,
    STATE_WORDS,
    STREETS,
)
from newscli.english.places import ADJECTIVES, PEOPLES, PLACES, SAME_PLACE
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

# A name of more words is compared whole: no article repeats a part of it, and the number of its
# parts must not grow with a hostile input.
MAX_PARTS: Final = 8
# A given name and a surname.
_FULL: Final = 2
# "Department of Homeland Security" is "Homeland Security"; "Justice" alone may be anything.
_OF_SEVERAL: Final = 3
_MATTERS: Final = frozenset({"for", "on"})
_ALSO_GIVEN: Final = frozenset({"dong", "jin", "lee", "song", "wan"})


_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|['’ʼ](?=[^\W_]))*")
_POSSESSIVE: Final = re.compile(r"['’ʼ][sS]?$")
_DOTTED: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])")
_UNDECOMPOSED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


def fold_letters(text: str) -> str:
    """Lower the case and drop the diacritics of a text, so that spellings of one name are equal."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_UNDECOMPOSED)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def plain_name(text: str, label: Label) -> str:
    """Return a name for display: without "the", a person's titles and a possessive ending.

    Of a list by surname ("Roe, Ann") the given name comes first. White space (a line break, a no-break space)
    becomes one space each.
    """
    words = _POSSESSIVE.sub("", " ".join(text.split())).split()
    if label == "PER" and len(words) == _FULL and words[0].endswith(","):
        words = [words[1], words[0].rstrip(",")]
    if len(words) > 1 and words[0].lower() == "the" and " ".join(words) not in PLACES:
        del words[0]
    return " ".join(words[title_length(words) :] if label == "PER" else words)


def title_length(words: Sequence[str]) -> int:
    """Count the leading words that are a person's title; at least one word is left as the name.

    "Vice President Harris" has two, "Secretary of State Blinken" three; "Duke of York" has none, for "of"
    begins no name.
    """
    length = 0
    for i, word in enumerate(words[:-1]):
        plain = word.lower().rstrip(".")
        is_matter = i > 1 and words[i - 1].lower() in TITLE_JOINTS and plain in OFFICE_MATTERS
        is_rank = plain in SHORT_RANKS or (plain == "con" and words[max(0, i - 1)].lower() in {"det", "det."})
        if plain in HONORIFICS or plain in OFFICES or is_rank or is_matter:
            if words[i + 1].lower() not in TITLE_JOINTS:
                length = i + 1
        elif plain not in OFFICE_MODIFIERS and plain not in TITLE_JOINTS:
            break
    return length


@lru_cache(maxsize=4_096)
def name_words(name: str, label: Label) -> tuple[str, ...]:
    """Return the words by which a plain name is compared: folded, hyphens parted, abbreviations full.

    "St. Mary's" and "Saint Mary's" are equal; of dotted letters a person's are words of their own
    ("J.K." and "JK" are "j k"), another's are one word ("U.S." is "us").
    """
    joint = " " if label == "PER" else ""
    undotted = _DOTTED.sub(lambda dotted: joint.join(dotted.group().replace(".", " ").split()) + " ", name)
    undotted = undotted.replace("A/S", "AS")
    initials, _, rest = undotted.partition(" ")
    is_run = initials.isalpha() and initials.isupper() and len(initials) in {2, 3}
    if label == "PER" and is_run and not rest.isupper():
        undotted = " ".join([*initials, rest])
    words = [
        re.sub("['’ʼ]", "", word) for word in _WORD.findall(fold_letters(undotted).replace("&", " and "))
    ]
    last = len(words) - 1
    for i, word in enumerate(words):
        if 0 < i == last:
            words[i] = STREETS.get(word, word)
        elif i < last:
            words[i] = FULL_WORDS.get(word, word)
    return tuple(words)


# A middle name of fewer letters is an initial or a particle.
_MIN_MIDDLE_NAME: Final = 3
# Of letters: one is an initial, nine are a word in capitals.
MIN_ACRONYM: Final = 2
MAX_ACRONYM: Final = 8
# "Nasa" is written as it is pronounced; with fewer letters it may be a word.
MIN_PRONOUNCED: Final = 4


def looks_like_acronym(name: str) -> bool:
    """Return whether a plain name is written like an acronym: one word, capitals, perhaps stops."""
    letters = name.replace(".", "")
    return (
        MIN_ACRONYM <= len(letters) <= MAX_ACRONYM
        and letters.isalnum()
        and sum(char.isupper() for char in letters) * 3 >= len(letters) * 2
    )


def is_compound(name: str) -> bool:
    """Return whether a name ends in a participle that makes an adjective of it: "London-based"."""
    last = name[name.rfind("-") + 1 :]
    return len(last) < len(name) - 1 and last.islower() and last.endswith(PARTICIPLE_ENDINGS)


def is_peer(name: str) -> bool:
    """Return whether a name is that of a peer by rank: "Duchess of Aldmoor"."""
    rank, of, _ = (*name.split(" ", 2), "", "")[:3]
    return of == "of" and rank[:1].isupper() and rank.lower() in PEERAGE


def is_adjective(name: str) -> bool:
    """Return whether a name is an adjective or a people: "Russian", "Russians", "London-based"."""
    return is_compound(name) or fold_letters(name) in _ADJECTIVES or fold_letters(name) in _PEOPLES


def spells(acronym: str, words: tuple[str, ...]) -> bool:
    """Return whether an acronym's letters stand in a long name in this order, the first one first.

    A word may give several letters ("Interpol" from "International Police"). Meant for acronyms that the
    article introduces in brackets; without that, see `acronyms`.
    """
    letters, long = fold_letters(acronym).replace(".", ""), "".join(words)
    rest = iter(long)
    return len(letters) < len(long) and long[:1] == letters[:1] and all(letter in rest for letter in letters)


def acronyms(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the acronyms that a name's initials give, with its small words and without them.

    Of a department also those of its matter: "VA" of "Department of Veterans Affairs".
    """
    full = tuple(word for word in words if word not in SMALL_WORDS)
    matter = full[1:] if full and full[0] in DEPARTMENTS else ()
    for chosen in (words, full, matter):
        if 1 < len(chosen) <= MAX_PARTS:
            yield "".join(word[0] for word in chosen)


def calls(words: tuple[str, ...]) -> Iterator[str]:
    """Yield what an organisation may be called though it means another thing too.

    That is a place in its name ("Leeds" for "Leeds United") and a party's bent ("Labour" for "Labour Party").
    """
    for start, end in combinations(range(min(len(words), MAX_PARTS) + 1), 2):
        if end - start < len(words) and is_place(words[start:end]):
            yield " ".join(words[start:end])
    if len(words) > 1 and words[-1] == "party":
        yield " ".join(words[:-1])


@lru_cache(maxsize=5_000)
def same_name(words: tuple[str, ...], label: Label) -> str:
    """Return the key that all full forms of one name share.

    Company forms, generations and word order with and without "of" ("Ministry of Defence", "Defence
    Ministry") make no difference, nor do nicknames and the several names of a country.
    """
    if label == "PER":
        bare = _without_ending(words, GENERATIONS)
        kept = bare if len(bare) > 1 else words
        return " ".join((NICKNAMES.get(kept[0], kept[0]), *kept[1:]) if len(kept) > 1 else kept)
    place = _place_key(words)
    if place is not None:
        return place
    if label != "ORG":
        return " ".join(words)
    full = ("united", "states", *words[1:]) if words[0] == "us" else words
    content = [word for word in _without_ending(full, COMPANY_FORMS) if word not in SMALL_WORDS]
    return " ".join(sorted(content) if len(content) > 1 else content or words)


# News has "Halden Foods" and then "Halden"; of "EMI" and then "EMI Music" the second is a part or a product.
ONLY_AFTER: Final = 3


def short_forms(words: tuple[str, ...], label: Label) -> Iterator[tuple[int, str]]:
    """Yield the shorter forms of a name as keys, each with its rank: 0 is the usual one.

    A surname has rank 0, a given name 1, a name in the middle 2; `ONLY_AFTER` is that of a form which is its
    bearer's where the name stands before it. The number of forms is bounded.
    """
    if not 1 < len(words) <= MAX_PARTS:
        return
    if label == "PER":
        yield from _short_forms_of_person(words)
        return
    if label == "LOC":
        rest = words[1:] if words[0] in LANDFORMS else words[:-1] if words[-1] in LANDFORMS else ()
        if len(words) == _FULL and words[1] in RANGES:
            yield 0, f"{words[0][:-1]}ies" if words[0].endswith("y") else f"{words[0]}s"
        if rest and not is_place(rest):
            yield 0, " ".join(rest)
        return
    yield from _parts_of_name(_without_ending(words, COMPANY_FORMS) if label == "ORG" else words, label)


def _parts_of_name(words: tuple[str, ...], label: Label) -> Iterator[tuple[int, str]]:
    """Yield the parts of a name that is no person's by which an article may call its bearer again."""
    is_short = label == "ORG" and not words[2:]
    if words[0] in DEPARTMENTS and words[1] == "of" and len(words) > _OF_SEVERAL and not is_place(words[2:]):
        yield 0, same_name(words[2:], label)
    for cut in range(1, len(words)):
        kept, rest = words[:cut], words[cut:]
        is_local = is_place(kept) or (cut == 1 and words[0] in _ADJECTIVES)
        if rest[0] in _PEOPLES:
            continue
        if is_local or (label == "MISC" and cut == 1 and _is_distinctive(rest)):
            yield 0, same_name(rest, label)
        elif is_short and _is_distinctive(rest):
            yield 2, same_name(rest, label)
        is_kept = label == "ORG" and _is_distinctive(kept)
        # "UN Office for Trade" is no other name of the UN, nor "BBC Radio 4" one of the BBC.
        is_part = not _MATTERS.isdisjoint(rest) or is_station(rest)
        if words[cut] == "of" or (is_kept and is_generic(rest) and not is_part):
            yield 1, same_name(kept, label)
        elif is_kept and is_short:
            yield ONLY_AFTER, same_name(kept, label)


def is_station(rest: Sequence[str]) -> bool:
    """Return whether the words behind a broadcaster's name are those of one of its stations: "Radio 4"."""
    return len(rest) > 1 and rest[0] == "radio"


def is_place(words: tuple[str, ...]) -> bool:
    """Return whether the words are a place that needs no context to be known as one."""
    key = " ".join(words)
    return key in _PLACES or key in SAME_PLACE


def _short_forms_of_person(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    words = _without_ending(words, GENERATIONS)
    first, last = words[0], words[-1]
    if len(words) == 1:
        yield 0, first
        return
    full_first = NICKNAMES.get(first, first)
    for start in range(1, len(words)):
        if start > 1 and len(words[start - 1]) == len(words[start]) == 1:
            continue  # George H. W. Bush is not George W. Bush
        rank = 0 if len(words[start:]) > 1 or len(last) > 1 else 2
        yield rank, " ".join(words[start:])
        if len(words[start:]) > 1:  # "DeWinne"
            yield rank, "".join(words[start:])
        yield 0, f"{full_first} {' '.join(words[start:])}"
        yield 0, f"{first[0]} {' '.join(words[start:])}"
    initials = [word[0] for word in words[:-1] if word not in PARTICLES]
    yield 0, " ".join([*initials, last])
    for end in range(1, len(words)):
        # "Kim" of "Kim Dae-jung" is the surname; "Lee" of "Lee Marsh" need not be.
        is_surname = end == 1 and first in FIRST_SURNAMES and (len(words) > _FULL or first not in _ALSO_GIVEN)
        yield 0 if is_surname else 1, " ".join(words[:end])
    for word in words[1:-1]:
        if len(word) >= _MIN_MIDDLE_NAME and word not in PARTICLES:
            yield 2, word


def _is_distinctive(part: tuple[str, ...]) -> bool:
    """Return whether a part of a name can stand for the whole: it is no place and says not only the kind."""
    edges_hold = part[0] not in SMALL_WORDS and part[-1] not in SMALL_WORDS
    return edges_hold and not is_generic(part) and not is_place(part)


def is_generic(part: tuple[str, ...]) -> bool:
    """Return whether the words of a name say only of what kind or people its bearer is."""
    return all(word in GENERIC_PARTS or word in _ADJECTIVES or word in SMALL_WORDS for word in part)


def _without_ending(words: tuple[str, ...], endings: frozenset[str]) -> tuple[str, ...]:
    """Drop the last words that are among the endings; one word always stays."""
    end = len(words)
    while end > 1 and words[end - 1] in endings:
        end -= 1
    while 1 < end < len(words) and words[end - 1] == "and":
        end -= 1
    return words[:end]


def _place_key(words: tuple[str, ...]) -> str | None:
    """Return the one name of a country or city that has several, None for other names."""
    key = " ".join(words)
    if is_place(words):
        return SAME_PLACE.get(key, key)
    if "of" in words[1:-1]:
        cut = words.index("of", 1)
        rest = words[cut + 1 :]
        rest = rest[1:] if rest[0] == "the" else rest
        if words[cut - 1] in STATE_WORDS and is_place(rest):
            return SAME_PLACE.get(" ".join(rest), " ".join(rest))
    return None


_PLACES: Final = frozenset(" ".join(name_words(place, "LOC")) for place in sorted(PLACES))
_ADJECTIVES: Final = frozenset(fold_letters(word) for word in ADJECTIVES)
_PEOPLES: Final = frozenset(fold_letters(word) for word in PEOPLES)
