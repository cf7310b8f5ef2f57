"""The parts of a person's full name, and whether two names differ in what tells people apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newscli.analysis.names.forms import MAX_PARTS, fold_letters, name_words, plain_name
from newscli.english.given_names import NICKNAMES
from newscli.english.name_parts import FIRST_SURNAMES, GENERATIONS, PARTICLES, POSTNOMINALS

# A given name and a surname.
_FULL: Final = 2
_SENIOR_AND_JUNIOR: Final = {"junior": "jr", "senior": "sr"}
# "Pres. Roe": what is cut short before a name is a title, unless it is an initial ("J. Roe", "J.R. Roe").
_SHORT_TITLE: Final = re.compile(r"[^\W\d_]{2,}\. ")
_TOP_LEVELS: Final = (".com", ".co.uk", ".org", ".net")


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's name of two words or more, folded.

    Attributes:
        given: The first name, a nickname in full ("joseph" for "Joe").
        middle: The names or initials between, without particles.
        last: The surname, without particles.
        generation: "jr", "iii"; empty if there is none.
        words: All of it but the generation.
    """

    given: str
    middle: tuple[str, ...]
    last: str
    generation: str
    words: tuple[str, ...]


@lru_cache(maxsize=4_096)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words by which a person's name is compared, without titles and what follows the name."""
    plain = plain_name(name, "PER")
    while _SHORT_TITLE.match(plain):
        plain = plain.partition(" ")[2]
    words = name_words(plain, "PER")
    end = len(words)
    while end > _FULL and words[end - 1] in POSTNOMINALS:
        end -= 1
    return words[:end]


def full_name(name: str) -> FullName | None:
    """Return the parts of a full name; None for a single word, and for what is too long to be a name."""
    words = words_of(name)
    generation = ""
    if len(words) > _FULL and words[-1] in GENERATIONS:
        generation = _SENIOR_AND_JUNIOR.get(words[-1], words[-1])
        words = words[:-1]
    if not _FULL <= len(words) <= MAX_PARTS:
        return None
    if len(words) > _FULL and words[0] in FIRST_SURNAMES:
        # "Kim Jong-un", "Kim Jong Un": what follows the surname is one given name.
        return FullName(" ".join(words[1:]), (), words[0], generation, words)
    end = len(words) - 1
    if "-" in plain_name(name, "PER").rpartition(" ")[2] and end > 1:
        end -= 1  # "Smith-Jones" is another surname than "Jones"
    middle = tuple(word for word in words[1:end] if word not in PARTICLES)
    return FullName(NICKNAMES.get(words[0], words[0]), middle, " ".join(words[end:]), generation, words)


def surnames(name: FullName) -> tuple[str, ...]:
    """Return by which single words the person may be called: the surname, where it stands first or last."""
    found = [name.words[-1]]
    if name.words[0] in FIRST_SURNAMES:
        found.append(name.words[0])
    return tuple(found)


def is_surname_of(short: tuple[str, ...], name: FullName) -> bool:
    """Return whether words are a person's surname: "Blasio" and "de Blasio" of "Bill de Blasio"."""
    if len(short) == 1:
        return short[0] in surnames(name)
    return name.words[-len(short) :] == short and all(word in PARTICLES for word in short[:-1])


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two sets of middle names may be one person's: an initial stands for a name."""
    if not one or not other:
        return True
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(a.startswith(b) or b.startswith(a) for a, b in pairs)


@lru_cache(maxsize=1_024)
def outlet_group(outlet: str) -> str:
    """Return what the names of one outlet have in common: "nytimes" for "www.nytimes.com"."""
    plain = fold_letters(" ".join(outlet.split())).removeprefix("www.").removeprefix("the ")
    for ending in _TOP_LEVELS:
        plain = plain.removesuffix(ending)
    return plain
