"""Clusters: the mentions of an article sorted by whom or what they name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from newscli.analysis.names.forms import (
    MAX_ACRONYM,
    MIN_PRONOUNCED,
    ONLY_AFTER,
    acronyms,
    calls,
    fold_letters,
    is_peer,
    is_place,
    looks_like_acronym,
    name_words,
    plain_name,
    same_name,
    short_forms,
    spells,
)
from newscli.analysis.names.titles import TitleReader, gender
from newscli.english.given_names import NICKNAMES
from newscli.english.name_parts import FIRST_SURNAMES, SMALL_WORDS
from newscli.english.places import ALSO_CALLED, OPPOSITES, STATES
from newscli.english.titles import RULING, Gender
from newscli.model import LABELS, Article, Label, Mention, Span

_RANKS: Final = (0, 1, 2, ONLY_AFTER)
# A name has some twenty short forms; the bound keeps a text that permutes its words linear.
_MOST_ALIASES: Final = 100
# Of one surname, in one article; and surnames of one person.
_MOST_BEARERS: Final = 8
# So many times a bearer was called by a form of the name, and keeps it whoever is named meanwhile.
_OFTEN: Final = 2

# A space and a spelling: people, places, other names, acronyms and what organisations are called do not meet.
Key = tuple[str, str]
_SPACES: Final[dict[Label, str]] = {"PER": "person", "LOC": "place", "ORG": "name", "MISC": "name"}


class Named(NamedTuple):
    """A mention and what its own words show.

    Attributes:
        mention: The mention.
        name: Its text without titles, "the" and endings.
        words: The words by which it is compared.
        titles: The titles right before it, for people alone.
        kin: Whether a person is introduced here as another's kin.
    """

    mention: Mention
    name: str
    words: tuple[str, ...]
    titles: tuple[str, ...]
    kin: bool = False

    @property
    def label(self) -> Label:
        """The mention's label."""
        return self.mention.label

    @property
    def key(self) -> Key:
        """The key that all full forms of this name share."""
        return _SPACES[self.label], same_name(self.words, self.label)

    @property
    def fullness(self) -> tuple[int, int]:
        """How much of a name this is: its words, then their letters."""
        return len(self.words), sum(map(len, self.words))

    @property
    def gender(self) -> Gender | None:
        """What the titles before this mention or its given name show."""
        if self.label != "PER":
            return None
        return gender(self.name if len(self.words) > 1 else "", self.titles)


@dataclass(slots=True)
class Cluster:
    """Mentions found to name the same.

    Attributes:
        gender: A person's, as far as it is known by now.
        kin: Whether a person was introduced as another's kin.
        surnames: The last words of the full names by which a person was called by now.
        members: In text order.
        aliases: The keys, each with its rank, under which more members may come.
    """

    gender: Gender | None
    kin: bool = False
    surnames: set[str] = field(default_factory=set)
    members: list[Named] = field(default_factory=list)
    aliases: dict[tuple[Key, int], None] = field(default_factory=dict)


def read_mention(article: Article, titles: TitleReader, mention: Mention) -> Named:
    """Read a mention; titles that stand inside its span are cut from the name and heard."""
    words = mention.span.of(article.prose).split()
    name = plain_name(" ".join(words), mention.label)
    heard: tuple[str, ...] = ()
    if mention.label == "PER":
        inside = (word.lower().rstrip(".") for word in words[: len(words) - len(name.split())])
        heard = (*titles.before(mention.span), *inside)
    full = STATES.get(name.rstrip("."), name) if mention.label == "LOC" else name
    compared = name_words(full, mention.label) or (fold_letters(name),)
    return Named(mention, name, compared, heard, mention.label == "PER" and titles.is_kin(mention.span))


def majority(labels: Iterable[Label]) -> Label:
    """Return the most frequent label, of equally frequent ones the first of PER, ORG, LOC, MISC."""
    counts = Counter(labels)
    return max(LABELS, key=lambda label: counts[label])


# Between a name and its acronym: a blank, a bracket, "the", a mark.
_MAX_BRACKET: Final = 8
# "Ann Roe, more commonly known as Annie".
_ALSO_KNOWN: Final = re.compile(
    r"[\s,(–—-]*(?:(?:who\s|which\s)?(?:is|was)\s)?"
    r"(?:(?:\w+ly|also|better|more|now|often|otherwise|simply|then)\s){0,2}"
    r"(?:(?:known|referred to)\s(?:\w+ly\s)?(?:as|to\s\w+\sas)|nicknamed|a\.?k\.?a\.?|alias)\s"
    r"(?:the\s)?[“‘\"']?"
)
_MAX_ALSO_KNOWN: Final = 50
_OF_RANK: Final = re.compile(r", (?:the )?(?:\d{1,2}(?:st|nd|rd|th) )?")
_PAIRS: Final = 4  # two names, and what each is also called
# "North Korea": so many words.
_FULL: Final = 2


def introduced(article: Article, named: Sequence[Named]) -> dict[Key, list[str]]:
    """Find the names that the article itself explains, as aliases of the key of the name that they stand for.

    These are acronyms in brackets after their long name, or before it, what somebody is also known as, what
    a peer is called by rank, and the halves of a country.
    """
    found: defaultdict[Key, list[str]] = defaultdict(list, _halves(named))
    for one in named:
        if one.name.lower() in ALSO_CALLED and one.key not in found:
            found[one.key] += map(_letters, ALSO_CALLED[one.name.lower()])
    opened: set[Key] = set()
    for at, (first, second) in enumerate(pairwise(named)):
        opened.add(first.key)
        gap = Span(first.mention.span.end, second.mention.span.start)
        may_be_one = gap.end - gap.start <= _MAX_ALSO_KNOWN and first.label == second.label != "MISC"
        between = gap.of(article.prose)
        if may_be_one and _is_also_known(between, first.label):
            if len(pair := _joined(article.prose, named[max(0, at - 1) : at + 3])) == _PAIRS:
                found[pair[0].key].append(_letters(pair[2].name))
                found[pair[1].key].append(_letters(pair[3].name))
            else:
                found[first.key].append(_letters(second.name))
        if gap.end - gap.start > _MAX_BRACKET:
            continue
        # "Prince Otto, Duke of Ord", "John Otto, 2nd Earl of Ord"
        if _OF_RANK.fullmatch(between) and first.label == "PER" and is_peer(second.name):
            found[first.key].append(_letters(second.name))
        if between.replace("the ", "").strip(" \"“‘'") != "(":
            continue
        long, short = (first, second) if len(first.words) > len(second.words) else (second, first)
        if _is_short(short, long) or (short is second and _is_called(article.prose, short, long, opened)):
            found[long.key].append(_letters(short.name))
    return found


def _is_also_known(between: str, label: Label) -> bool:
    """Return whether the words between two names say that the second is what the first is also called.

    "East of Ord, known as the Ordmere" is not Ord; "the Ord (also known as the Orda)" is.
    """
    is_of_more = label == "LOC" and " the " in f"{between} " and "(" not in between
    return not is_of_more and _ALSO_KNOWN.fullmatch(between) is not None


def _joined(prose: str, named: Sequence[Named]) -> Sequence[Named]:
    """Return four names if they are two pairs: "Ann Roe and Tom Hale, known as Annie and Tommy"."""
    if len(named) < _PAIRS:
        return ()
    gaps = [prose[one.mention.span.end : other.mention.span.start] for one, other in pairwise(named)]
    return named if gaps[0].strip() == gaps[2].strip() == "and" else ()


def _halves(named: Sequence[Named]) -> Iterator[tuple[Key, list[str]]]:
    """Yield what "the North" and "the South" are if the article names both halves of a country in full."""
    full = {one.words: one.key for one in named if len(one.words) == _FULL and one.label in {"LOC", "ORG"}}
    for (half, country), key in full.items():
        if half in OPPOSITES and (OPPOSITES[half], country) in full:
            yield key, [half]


def _is_short(short: Named, long: Named) -> bool:
    """Return whether a name in brackets stands for the one before: "(BLCF)", "(PT)", "(Ofcom)"."""
    of_bodies = short.label == long.label == "ORG"
    if looks_like_acronym(short.name):
        initials = sorted(word[0] for word in long.words if word not in SMALL_WORDS)
        # Another language has its words in another order: "the Civic Accord Party (PAC)".
        is_mixed = of_bodies and len(initials) > _FULL and sorted(_letters(short.name)) == initials
        return is_mixed or _spell_any(short.name, long.words)
    is_word = of_bodies and " " not in short.name and len(long.words) > 1 and not is_place(short.words)
    return is_word and _spell_any(short.name, long.words)


def _is_called(prose: str, short: Named, long: Named, before: Set[Key]) -> bool:
    """Return whether a body has a name in brackets that its letters do not spell, one in its own language.

    "The Ord Chamber of Building (Cordac) said": one word that is named there first and amid the sentence,
    so that it is neither somebody else's name nor the credit of an agency.
    """
    are_bodies = short.label == long.label == "ORG" and len(long.words) > _FULL and " " not in short.name
    behind = prose[short.mention.span.end : short.mention.span.end + 3]
    return are_bodies and short.key not in before and behind[:2] == ") " and behind[2:].islower()


def _spell_any(acronym: str, words: tuple[str, ...]) -> bool:
    """Return whether an acronym stands for a name or its last words: "the Ord community forum (CF)"."""
    return any(spells(acronym, words[first:]) for first in range(max(1, len(words) - 1)))


def _letters(name: str) -> str:
    return fold_letters(name).replace(".", "")


class Clusters:
    """Assigns mentions to clusters, in text order."""

    def __init__(self, named: Sequence[Named], in_brackets: dict[Key, list[str]]) -> None:
        """Prepare for all mentions of an article, and the acronyms that it introduces in brackets."""
        self._named = named
        self._in_brackets = in_brackets
        self._clusters: list[Cluster] = []
        # The cluster named last under an alias of a rank, by the gender that it had then, and when.
        self._last: dict[tuple[Key, int, Gender | None], tuple[int, Cluster]] = {}
        # The person named last of all, and by each form of a name.
        self._person: Cluster | None = None
        self._holders: dict[Key, Cluster] = {}
        self._held: Counter[tuple[Key, int]] = Counter()
        # By surname those who were called by their full names, and not as another's kin.
        self._bearers: dict[str, list[Cluster]] = {}
        # The first fuller form of an alias, for mentions that precede it.
        self._fuller: dict[tuple[Key, int, Gender | None], tuple[int, Named]] = {}
        for order, one in enumerate(named):
            for alias, rank in self._aliases(one):
                if alias != one.key and rank != ONLY_AFTER:
                    self._fuller.setdefault((alias, rank, one.gender), (order, one))

    def clusters(self) -> list[Cluster]:
        """Return all clusters, in the order of their first mention."""
        for order, one in enumerate(self._named):
            cluster = self._resolve(one, one.gender)
            cluster.gender = cluster.gender or one.gender
            cluster.members.append(one)
            if one.label == "PER":
                self._person = cluster
                self._holders[one.key] = cluster
                self._held[one.key, id(cluster)] += 1
                self._introduce(one, cluster)
            if len(cluster.aliases) < _MOST_ALIASES:
                cluster.aliases.update(dict.fromkeys(self._aliases(one)))
            for alias, rank in cluster.aliases:
                self._last[alias, rank, cluster.gender] = (order, cluster)
        return self._clusters

    def _resolve(self, one: Named, gender_shown: Gender | None) -> Cluster:
        """Return the cluster of a mention, a new one if none fits."""
        lookups = _lookups(one)
        for rank, keys in lookups:
            near = [
                entry
                for key in keys
                for slot in _slots(gender_shown)
                if (entry := self._last.get((key, rank, slot)))
                and _agree(entry[1].gender, gender_shown)
                and not (rank and rules(one) and not any(map(rules, entry[1].members)))
            ]
            if near:
                # "Mrs Lee" is rather a Lee known to be a woman than one of whom nothing is known.
                last = max(near, key=lambda entry: (entry[1].gender == gender_shown, entry[0]))[1]
                return self._holder(one, last, gender_shown)
        for rank, keys in lookups:
            ahead = [
                fuller
                for key in keys
                for slot in _slots(gender_shown)
                if (fuller := self._fuller.get((key, rank, slot)))
                and fuller[1].fullness > one.fullness
                and not (rank and rules(one) and not rules(fuller[1]))
            ]
            if ahead:
                nearest = min(ahead, key=lambda entry: entry[0])[1]
                return self._resolve(nearest, nearest.gender or gender_shown)
        cluster = Cluster(gender_shown, aliases=dict.fromkeys(self._aliases(one)))
        self._clusters.append(cluster)
        return cluster

    def _holder(self, one: Named, last: Cluster, gender_shown: Gender | None) -> Cluster:
        """Choose between the last bearer of a surname and the one who went by it alone before.

        News keeps the bare surname for the person of the story and names relatives in full: the earlier one
        keeps it, unless called so but once while the other was the last person named at all.
        """
        if one.label == "PER" and len(one.words) == 1 and (last.kin or one.words[0] not in last.surnames):
            bearers = self._bearers.get(one.words[0], ())
            # Kin, and who was called by the given name alone, leave the surname to the one of the story.
            last = next((each for each in bearers if _agree(each.gender, gender_shown)), last)
        holder = self._holders.get(one.key)
        is_common = one.words[0] in FIRST_SURNAMES  # two Kims are no family
        if one.label != "PER" or holder is None or is_common:
            return last
        if last is self._person and self._held[one.key, id(holder)] < _OFTEN:
            return last
        return holder if gender_shown is None or holder.gender == gender_shown else last

    def _introduce(self, one: Named, cluster: Cluster) -> None:
        """Remember who is called by a full name, and whether as another's kin."""
        if len(one.words) == 1 or one.words[-1] in cluster.surnames:
            return
        cluster.kin = cluster.kin or (one.kin and not cluster.surnames)
        if len(cluster.surnames) < _MOST_BEARERS:
            cluster.surnames.add(one.words[-1])
        bearers = self._bearers.setdefault(one.words[-1], [])
        if not cluster.kin and len(bearers) < _MOST_BEARERS:
            bearers.append(cluster)

    def _aliases(self, one: Named) -> Iterator[tuple[Key, int]]:
        """Yield the keys under which a name may come back, its own first."""
        space, _ = one.key
        yield one.key, 0
        for rank, short in short_forms(one.words, one.label):
            yield (space, short), rank
        if one.label != "PER":
            for letters in acronyms(one.words):
                yield ("acronym", letters), 0
        if one.label == "ORG":
            for call in calls(one.words):
                yield ("call", call), 1
        for letters in self._in_brackets.get(one.key, ()):
            yield ("bracket", letters), 0


def _lookups(one: Named) -> list[tuple[int, list[Key]]]:
    """Return the keys under which a mention is looked up, at each rank in turn."""
    keys = [one.key, ("bracket", _letters(one.name))]
    is_pronounced = one.label == "ORG" and MIN_PRONOUNCED <= len(one.name) <= MAX_ACRONYM
    if is_pronounced or looks_like_acronym(one.name):
        keys.append(("acronym", _letters(one.name)))
    if one.label == "ORG":
        keys.append(("call", " ".join(one.words)))
    # "Oxford" as a place is no short form of a name that begins with it.
    lookups = [(rank, keys) for rank in (_RANKS[:1] if one.label == "LOC" else _RANKS)]
    if one.label == "PER" and one.name.lower() in NICKNAMES:  # "Bernie" alone, of "Bernard Roe"
        lookups.append((1, [("person", NICKNAMES[one.name.lower()])]))
    return lookups


def rules(one: Named) -> bool:
    """Return whether somebody has a title of those who go by the given name alone: "Prince Otto"."""
    return not RULING.isdisjoint(one.titles)


def _slots(gender_shown: Gender | None) -> tuple[Gender | None, ...]:
    return (gender_shown, None) if gender_shown else (None, "m", "f")


def _agree(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other
