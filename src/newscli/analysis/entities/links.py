"""Links: names that no certain rule joins, joined where what was learnt of such pairs says that they are one.

The rules of `clusters` come first: a surname with its title, an acronym that its name spells. What is left
are pairs such as "Halden" and "Halden Foods", "Hormuz" and "Strait of Hormuz", "NQ" and "Ngaire Quill",
"Kristen Wilkins" and "Kristin Wilkins". A logistic regression weighs how the two share their words, what
each is taken for, where they stand; its weights are in ``link_weights``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log1p
from typing import Final

from newscli.analysis.entities.clusters import Cluster, Named
from newscli.analysis.entities.link_weights import WEIGHTS
from newscli.analysis.entities.parties import Party, Surroundings
from newscli.analysis.names.forms import (
    is_adjective,
    is_generic,
    is_place,
    is_station,
    looks_like_acronym,
    same_name,
)
from newscli.analysis.names.slips import is_slip, slips
from newscli.analysis.names.titles import gender
from newscli.english.name_parts import (
    COMPANY_FORMS,
    FIRST_SURNAMES,
    KIND_NOUNS,
    LAND_AND_WATER,
    PARTS_OF_BODIES,
    SMALL_WORDS,
)
from newscli.model import LABELS, Label

# A word of a name leads to the first so many names that have it; that keeps a list of fifty thousand linear.
MOST_ALIKE: Final = 8
# Names of more words are compared by their first and last ones alone.
MOST_WORDS: Final = 8
# Of a word that two spellings of a name may share but for its vowels, at least.
_LEAST_CONSONANTS: Final = 3
_VOWELS: Final = frozenset("aeiouyh")
# So many more may one spelling have than the other: "Taasinge", not "Kirriemuir" for "Kramer".
_MOST_VOWELS: Final = 2
_INITIALS: Final = 2
# Of a pair that is joined; a name that stands at a turn of speech for whose initials it is surely is.
_LIKELY: Final = 0.5
_CERTAIN: Final = 0.99
_SURE: Final = 0.9

Features = dict[str, float]


def linked(clusters: Sequence[Cluster], surroundings: Surroundings) -> list[tuple[list[Named], Label]]:
    """Join clusters that name the same by what was learnt of such pairs.

    Args:
        clusters: As the certain rules make them, in the order of their first mention.
        surroundings: Of their article.

    Returns:
        The members of each joined cluster, in text order, and its label: that of most members, or of two
        that are joined what `_label` says. Linear in the number of clusters.
    """
    parties = [surroundings.party(cluster) for cluster in clusters]
    likely = [(chance(found), i, j) for i, j, found in pairs(parties)]
    heads = list(range(len(clusters)))
    labels = {number: party.label for number, party in enumerate(parties)}
    taken: set[int] = set()  # "Chase" is one of Jordan Chase and Georgia Chase, not both
    for sure, short, long in sorted(likely, key=lambda each: (-each[0], each[1], each[2])):
        one, other = sorted((_head(heads, short), _head(heads, long)))
        if sure > _LIKELY and one != other and short not in taken:
            taken.add(short)
            labels[one] = _label(parties[short], parties[long])
            heads[other] = one
    joined: defaultdict[int, list[Named]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        joined[_head(heads, number)] += cluster.members
    return [
        (sorted(members, key=lambda one: one.mention.span), labels[head]) for head, members in joined.items()
    ]


def _label(short: Party, long: Party) -> Label:
    """Return the label of two that are one: a person goes by the last word of a name, a firm by its first."""
    how = relation(short, long)
    if how in {"last", "initials"} and "PER" in {short.label, long.label}:
        return "PER"
    if len(short.words) < len(long.words):
        return long.label
    return max((short, long), key=lambda party: party.count).label


def _head(heads: list[int], number: int) -> int:
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number


def chance(found: Features) -> float:
    """Return how likely a pair with these features is one, 0 to 1."""
    if found.get("initials") and found.get("turns"):
        return _CERTAIN
    score = sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-max(-50.0, min(50.0, score))))


def pairs(parties: Sequence[Party]) -> Iterator[tuple[int, int, Features]]:
    """Yield the pairs of parties that may be one, by their numbers, with their features.

    Each pair comes once, the shorter name first.
    """
    related: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for i, j in sorted(_alike(parties)):
        short, long = sorted((i, j), key=lambda at: (len(parties[at].words), len(parties[at].name), at))
        how = relation(parties[short], parties[long])
        if how and not _are_two(parties[short], parties[long], how):
            related[short][long] = how
    for short, others in related.items():
        for long, how in others.items():
            rivals = sum(1 for other in others.values() if other == how) - 1
            yield short, long, features(parties[short], parties[long], how, rivals)


def _are_two(short: Party, long: Party, how: str) -> bool:
    """Return whether two names are surely of two."""
    labels = {short.label, long.label}
    if is_adjective(short.name) or is_adjective(long.name):  # "Korean" is not for this to say
        return True
    if how == "equal":  # a city and its team have one name; "Mrs Lee" is a woman, Lee a town
        return labels == {"ORG", "LOC"} or short.shares[0] + long.shares[0] > 0
    # "Sydney" and Sydney Marlowe; "House" and "White House".
    if labels in ({"PER", "LOC"}, {"LOC", "MISC"}, {"MISC"}) or is_generic(long.words):
        return True
    rest = [word for word in long.words if word not in short.words]
    if _is_named_after(short, long, how) or (labels == {"ORG"} and _is_part_of_body(short, long, rest, how)):
        return True
    if labels == {"ORG", "LOC"} and (is_place(short.words) or (rest and is_generic((rest[-1],)))):
        return True  # France and Air France, a town and its court
    if labels == {"ORG", "LOC"} and how == "last":  # Greensboro and UNC Greensboro
        return short.label == "LOC"
    if labels == {"ORG", "MISC"}:  # FIFA and the FIFA World Cup
        return short.label == "ORG" or short.chances[LABELS.index(short.label)] > _SURE
    if labels == {"PER"}:
        is_swapped = how == "order" and FIRST_SURNAMES.isdisjoint(short.words)
        if how == "first" and short.rules and not long.rules:
            return True
        return is_swapped or (None not in {short.gender, long.gender} and short.gender != long.gender)
    return labels == {"LOC"} and _are_two_places(short, long)


def _is_named_after(person: Party, other: Party, how: str) -> bool:
    """Return whether a longer name begins with the full name of who is surely a person: a foundation's."""
    is_full = person.label == "PER" and len(person.words) > 1
    is_sure = is_full and person.chances[LABELS.index("PER")] > _SURE
    return is_sure and how == "first" and other.label in {"ORG", "MISC"}


def _are_two_places(short: Party, long: Party) -> bool:
    """Return whether two places are surely two: both are known (Niger, Nigeria), or one is in the other."""
    if len(short.words) < len(long.words):
        return not _is_one_place(short, long)
    return is_place(short.words) and is_place(long.words)


def _is_part_of_body(short: Party, long: Party, rest: Sequence[str], how: str) -> bool:
    """Return whether the longer name is that of a part of a body, or the shorter one no name.

    A faculty "of Dhaka University" is another than it, as are "Senate Republicans", "Senate Budget
    Committee", "UN Office for Trade", "BBC Radio 4"; "Inc." names nothing.
    """
    is_owner = how == "last" and len(short.words) > 1 and long.words[-len(short.words) - 1] == "of"
    of_people = how == "first" and bool(rest) and is_adjective(rest[-1])
    is_matter = looks_like_acronym(short.name) and not SMALL_WORDS.isdisjoint(rest)
    is_part = how == "first" and bool(rest) and (rest[-1] in PARTS_OF_BODIES or is_station(rest) or is_matter)
    return is_owner or of_people or is_part or COMPANY_FORMS.issuperset(short.words)


def _alike(parties: Sequence[Party]) -> set[tuple[int, int]]:
    """Return the pairs of numbers of parties that share a key, the lower one first."""
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for number, party in enumerate(parties):
        for key in dict.fromkeys(_keys(party)):
            holders[key].append(number) if len(holders[key]) < MOST_ALIKE else None
    for number, party in enumerate(parties):
        for key in dict.fromkeys(_keys(party)):
            found.update((min(number, one), max(number, one)) for one in holders[key] if one != number)
    return found


def _keys(party: Party) -> Iterable[tuple[str, str]]:
    """Yield the keys under which names that may be one meet."""
    words = party.words
    kept = words if len(words) <= MOST_WORDS else (words[0], words[-1])
    for word in kept:
        if word not in SMALL_WORDS:
            yield "word", word.removesuffix("s") or word
    sound = _consonants(words[-1])
    if len(sound) >= _LEAST_CONSONANTS:
        yield "sound", f"{len(words)} {sound}"
        if party.label == "PER":  # "Mr Hassel", of Brian Hassell
            yield "sound", f"1 {sound}"
    if party.label == "PER":
        yield from (("slip", key) for key in slips(words[-1]))
    if looks_like_acronym(party.name):
        yield "letter", party.name[0].lower()
    elif len(words) > 1:
        yield "letter", words[0][0]


def _consonants(word: str) -> str:
    """Return the consonants of a word, of doubled ones the first."""
    heard = [char for char in word if char not in _VOWELS]
    return "".join(char for at, char in enumerate(heard) if not at or heard[at - 1] != char)


def relation(short: Party, long: Party) -> str:
    """Return how the shorter of two names is like the longer, "" if it is not."""
    one, other = short.words, long.words
    size = len(one)
    if one == other or same_name(one, "MISC") == same_name(other, "MISC"):
        return "equal"
    if (letters := _letters(short, long)) == "initials":
        return letters
    if size < len(other):
        if other[:size] == one:
            return "first"
        if other[-size:] == one:
            return "last"
        if any(other[at : at + size] == one for at in range(1, len(other) - size)):
            return "inner"
        return letters or _misspelled(short, long) or _clipped(short, long)
    if sorted(one) == sorted(other):
        return "order"
    are_people = short.label == long.label == "PER" and size > 1 and one[:-1] == other[:-1]
    return "sound" if are_people and is_slip(one[-1], other[-1]) else _spelling(one, other)


def _misspelled(short: Party, long: Party) -> str:
    """Return "sound" if a surname alone is that of a full name but for its vowels, doubled letters or a slip.

    Or but for an "s" that was taken for the possessive: "Mr Gate's", of Bill Gates.
    """
    if len(short.words) > 1 or not short.label == long.label == "PER":
        return ""
    (surname,), full = short.words, long.words[-1]
    is_alike = full == surname + "s" or _spelling((surname,), (full,)) == "sound"
    return "sound" if is_alike or is_slip(surname, full) else ""


def _clipped(short: Party, long: Party) -> str:
    """Return "beginning" if a body's name is clipped and says no longer of what kind it is: "Penn State"."""
    size = len(short.words)
    is_kind = short.label == long.label == "ORG" and is_generic(long.words[size:])
    how = _spelling(short.words, long.words[:size]) if is_kind else ""
    return how if how == "beginning" else ""


def _spelling(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """Return how two names are alike that differ in one word."""
    unlike = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(unlike) > 1 or len(one) != len(other):
        return ""
    short, long = sorted(unlike[0], key=len)
    if long in {short + "s", short + "es"}:
        return "plural"
    of_one_length = len(long) - len(short) <= _MOST_VOWELS
    if of_one_length and len(short) > _LEAST_CONSONANTS and _consonants(short) == _consonants(long):
        return "sound"
    return "beginning" if len(one) > 1 and one[0] != other[0] and long.startswith(short) else ""


def _is_one_place(short: Party, long: Party) -> bool:
    """Return whether the longer of two places is the shorter one in full, not a part or a whole of it.

    That is "the Gaza Strip", "the Strait of Hormuz", "Wending-on-Arle", not "Sallow Street", "Mexico City".
    """
    rest = [word for word in long.words if word not in short.words and word not in SMALL_WORDS]
    hyphened = long.name.lower().startswith(f"{short.name.lower()}-")
    return hyphened or (len(rest) == 1 and rest[0] in LAND_AND_WATER)


def _letters(short: Party, long: Party) -> str:
    """Return how letters in capitals are those of a name."""
    if not looks_like_acronym(short.name):
        return ""
    letters = "".join(char for char in short.name.lower() if char.isalnum())
    words = [word for word in long.words if word not in SMALL_WORDS]
    initials = "".join(word[0] for word in words)
    if long.label == "PER" and len(letters) == _INITIALS:
        return "initials" if letters == initials[0] + initials[-1] else ""
    if letters == initials:
        return "letters"
    if len(letters) > 1 and len(initials) > 1 and initials.endswith(letters):
        return "letters but first"
    return ""


def features(short: Party, long: Party, how: str, rivals: int) -> Features:
    """Return what speaks for and against the names being one."""
    rest = [word for word in long.words if word not in short.words]
    between = min(abs(a - b) for a in short.sentences for b in long.sentences)
    behind = short.sentences[0] > long.sentences[0]
    titled, after_the, says = short.shares
    one_word = len(short.words) == 1
    found: Features = {
        "always": 1.0,
        how: 1.0,
        "given name": float(one_word and gender(short.words[0]) is not None),
        "place": float(is_place(short.words)),
        "generic": float(is_generic(short.words)),
        "rest is generic": float(bool(rest) and is_generic(tuple(rest))),
        "rest ends generic": float(bool(rest) and is_generic((rest[-1],))),
        "rest": float(min(len(rest), 3)),
        "rest is of a people": float(any(map(is_adjective, rest))),
        "rest is a kind": float(bool(rest) and rest[-1] in KIND_NOUNS),
        "rest has of": float("of" in rest),
        "acronym": float(looks_like_acronym(short.name)),
        "turns": float(short.turns),
        "behind of": float(how == "last" and long.words[-len(short.words) - 1] == "of"),
        "several words": float(not one_word),
        "rivals": float(min(rivals, 3)),
        "same sentence": float(between == 0),
        "distance": log1p(between),
        "behind": float(behind),
        "titled": titled,
        "the": after_the,
        "says": says,
        "place in another": float(short.label == "LOC" and long.label in {"ORG", "MISC"}),
        "other label": float(short.label != long.label),
        "count": log1p(short.count),
        "count of the longer": log1p(long.count),
    }
    return {name: value for name, value in found.items() if value}
