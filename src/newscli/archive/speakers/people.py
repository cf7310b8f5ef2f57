"""Which full names of one first and last name are one person's, by what stands between and behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.archive.speakers.names import FullName

SAME_NAME: Final = "full name"
SAME_BUT_NICKNAME: Final = "full name, by its short form"
SAME_BUT_MIDDLE: Final = "first and last name, middle name or initial left out"
SAME_BUT_GENERATION: Final = "full name, generation left out"


@dataclass(frozen=True, slots=True)
class Named:
    """A full name as articles write it.

    Attributes:
        id: Its number.
        text: As articles have it.
        parts: Of what it is made.
        articles: How many articles have it.
        speaker: The number of the speaker so called; None if it is an entity's name alone.
        chosen: Whether the user has said who that is: the others follow.
    """

    id: int
    text: str
    parts: FullName
    articles: int
    speaker: int | None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who goes by some full names.

    Attributes:
        names: All of them, the one to be called by first.
        may_be: If this is a name without middle names, and several people of other ones share it: their
            places in the list. In an outlet and month that know one of these alone it is that one.
    """

    names: tuple[Named, ...]
    may_be: tuple[int, ...] = ()


# Whether two generations of a name are two people, by the articles that name both.
AreTwo = Callable[[Sequence[Named], Sequence[Named]], bool]


def people_of(names: Sequence[Named], are_two: AreTwo) -> list[Person]:
    """Return the people of one first and last name.

    Args:
        names: All full names with that first and last name.
        are_two: Whether those without a generation and those with one are two people.

    Returns:
        In the order of their names. Linear in the number of names.
    """
    by_generation: defaultdict[str, list[Named]] = defaultdict(list)
    for name in sorted(names, key=lambda name: name.text):
        by_generation[name.parts.generation].append(name)
    if set(by_generation) - {""} and len(by_generation) == len({"", "jr"}) and "" in by_generation:
        (behind,) = set(by_generation) - {""}
        if not are_two(by_generation[""], by_generation[behind]):
            by_generation[""] += by_generation.pop(behind)
    found: list[Person] = []
    for _, group in sorted(by_generation.items()):
        found.extend(_by_middle_names(group, len(found)))
    return found


def _by_middle_names(names: Sequence[Named], before: int) -> Iterator[Person]:
    """Yield the people of one generation; ``before`` is how many people were found before these."""
    bare = [name for name in names if not name.parts.middle]
    by_initials: defaultdict[tuple[str, ...], list[Named]] = defaultdict(list)
    for name in names:
        if name.parts.middle:
            by_initials[tuple(word[0] for word in name.parts.middle)].append(name)
    others = [part for group in by_initials.values() for part in _by_spelt_out(group)]
    if len(others) <= 1:
        yield Person(_ordered([*bare, *(name for group in others for name in group)]))
        return
    for group in others:
        yield Person(_ordered(group))
    if bare:
        yield Person(_ordered(bare), tuple(range(before, before + len(others))))


def _by_spelt_out(names: Sequence[Named]) -> list[list[Named]]:
    """Part names of the same initials that are spelt out differently: "John", "James" and "J."."""
    by_middle: defaultdict[tuple[str, ...], list[Named]] = defaultdict(list)
    for name in names:
        by_middle[name.parts.middle].append(name)
    spelt_out = [middle for middle in by_middle if any(len(word) > 1 for word in middle)]
    return [list(names)] if len(spelt_out) <= 1 else list(by_middle.values())


def _ordered(names: Sequence[Named]) -> tuple[Named, ...]:
    """Put the name first that a person is called by: a speaker's, in small letters, the most frequent."""

    def rank(name: Named) -> tuple[bool, bool, bool, int, str]:
        return not name.chosen, name.speaker is None, name.text.isupper(), -name.articles, name.text

    return tuple(sorted(names, key=rank))


def why(name: FullName, canonical: FullName) -> str:
    """Return for what reason two names are one person's."""
    if name.generation != canonical.generation:
        return SAME_BUT_GENERATION
    if name.middle != canonical.middle:
        return SAME_BUT_MIDDLE
    return SAME_NAME if name.words == canonical.words else SAME_BUT_NICKNAME
