"""Agreement: an article means one thing by one name, so that all its mentions together decide its label.

Each mention is heard by the others, as with the features of Krishnan and Manning ("An Effective Two-Stage
Model for Exploiting Non-Local Dependencies in Named Entity Recognition", 2006). Together they outvote a
doubtful one; if the reader is sure of both kinds ("in Chicago", "Chicago lost"), both stay.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from operator import mul
from typing import Final, NamedTuple

from newscli.analysis.entities.things import is_thing
from newscli.analysis.names.forms import (
    MAX_PARTS,
    is_compound,
    is_place,
    name_words,
    plain_name,
    same_name,
    short_forms,
)
from newscli.analysis.names.titles import TitleReader
from newscli.english.countries import COUNTRIES
from newscli.english.name_parts import LAWS, SERVICES
from newscli.english.places import PARTIES
from newscli.english.titles import COURTESY_TITLES, SHORT_RANKS
from newscli.model import LABELS, Article, Label, Mention, Span

_PER: Final = LABELS.index("PER")
_ORG: Final = LABELS.index("ORG")
_LOC: Final = LABELS.index("LOC")
_UNTOLD: Final = (1 / len(LABELS),) * len(LABELS)

# How often the label of the row goes with that of the column in two mentions of one spelling: rounded from
# the training part of CoNLL-2003, wikigold and GUM. Teams are named after their cities.
_ALIKE: Final = (
    (0.94, 0.02, 0.02, 0.02),
    (0.02, 0.86, 0.10, 0.02),
    (0.02, 0.10, 0.86, 0.02),
    (0.02, 0.02, 0.02, 0.94),
)
# The same of names that no team has from its city: of several words, and no place that is known.
_ALIKE_IF_LONG: Final = (
    (0.94, 0.02, 0.02, 0.02),
    (0.02, 0.94, 0.02, 0.02),
    (0.02, 0.02, 0.94, 0.02),
    (0.02, 0.02, 0.02, 0.94),
)
# No mention is surer of its label than this: the others can outvote it.
_FLOOR: Final = exp(-6)
# The reader is surer of labels than it is right: of 1, 1.5, 2 and 3 this one finds most names in world-dev,
# invented-dev and CoNLL-2003's development set, by a tenth of a point.
_TEMPERATURE: Final = 1.5
_LEAST: Final = 1e-6
# Set by hand: the others together weigh as much as this many, so that a sure minority of some size keeps its
# label.
_MOST_OTHERS: Final = 6.0
# What others can show of a name: nothing, that it is a person's ("Doug Ford" of "Ford").
# In logarithms of odds, set by hand: -3.8 is what ``_ALIKE`` has for two unlike labels, 0.02 to 0.94.
_NOTHING: Final = (0.0, 0.0, 0.0, 0.0)
_PERSON: Final = (0.0, -3.1, -3.8, -3.1)
# Or that an organisation's name begins with it: counted like ``_ALIKE``, one of a thousand is a person.
_NO_PERSON: Final = (-3.8, 0.0, 0.0, 0.0)
# What certain words show: a title of the name behind it, "-based" of its own.
_TITLED: Final = (0.0, -1e3, -1e3, -1e3)
_OF_A_PLACE: Final = (-1e3, -1e3, 0.0, -1e3)
_OF_NOBODY: Final = (-1e3, -1e3, -1e3, 0.0)
_ONE_PLACE: Final = (_LEAST, _LEAST, 1 - 3 * _LEAST, _LEAST)
_OF_A_THING: Final = (_LEAST, _LEAST, _LEAST, 1 - 3 * _LEAST)
# What a sighting has that is certainly a body's, a person's, a place's, an adjective.
BODY: Final = (0.0, 1.0, 0.0, 0.0)
PERSON: Final = (1.0, 0.0, 0.0, 0.0)
PLACE: Final = (0.0, 0.0, 1.0, 0.0)
ADJECTIVE: Final = (0.0, 0.0, 0.0, 1.0)
_OF_A_FIRM: Final = (-1e3, 0.0, -1e3, -1e3)
# What the agency of a dateline in brackets may be, for each of LABELS.
_AGENCY: Final = (0.0, 1.0, 0.0, 1.0)
# A state is a place: a second row, for its team or its government, is of no use to a reader of news. The
# team of Monaco is a club.
_STATES: Final = frozenset(name_words(name, "MISC") for name in COUNTRIES) - {("monaco",)}
# "The A8703", "the M25": a road.
_ROAD: Final = re.compile(r"[ABM]\d{1,4}")
# What has a mayor is a town.
_MAYOR: Final = re.compile(r"\b(?:lord )?mayor(?:ess)? of $", re.IGNORECASE)
_MAYOR_CHARS: Final = len(" lord mayoress of ")
# A stroke parts two towns if a bracket follows.
_BEFORE_AGENCY: Final = ("(", "/")
# These make a person of any name, another title ("Bishop Auckland") of what the reader takes for one with
# this chance; set by hand.
_IMAGINABLE: Final = 0.1
_ARGUABLE: Final = 0.3
# "Mr", "Gov.", "Det Supt": no place and no body has these before its name.
_OF_PEOPLE: Final = COURTESY_TITLES | SHORT_RANKS

# A weight for each of LABELS, in logarithms.
Weights = tuple[float, ...]
NameWords = tuple[str, ...]


class Sighting(NamedTuple):
    """A name where the text has it.

    Attributes:
        span: Without titles and possessive ending.
        chances: How likely each of ``LABELS`` is, together 1; all equal if nothing shows it.
    """

    span: Span
    chances: tuple[float, ...] = _UNTOLD

    def is_likeliest(self, label: int) -> bool:
        """Return whether none of ``LABELS`` is likelier than the one of a number."""
        return max(self.chances) == self.chances[label]


@dataclass(slots=True)
class _Name:
    """The sightings of one spelling.

    Attributes:
        sightings: In text order.
        own: What each of them shows of itself.
        heard: What each of them shows the others.
        titled: Whether a title stands before one of them.
        person: Whether one stands there that only people have.
    """

    sightings: list[Sighting] = field(default_factory=list)
    own: list[Weights] = field(default_factory=list)
    heard: list[Weights] = field(default_factory=list)
    titled: bool = False
    person: bool = False

    def leans_to(self, label: int) -> bool:
        """Return whether its sightings together lean to a label, given by its place in ``LABELS``."""
        total = _sum(*self.heard)
        return total[label] == max(total)


def agree(article: Article, sightings: Sequence[Sighting], titles: TitleReader) -> tuple[Mention, ...]:
    """Label the names of an article by what all their mentions show.

    Args:
        article: The article.
        sightings: In text order.
        titles: The titles before names.

    Returns:
        A mention for each sighting. Linear in their number.
    """
    dateline = article.first("dateline") or Span(0, 0)
    agency = _agency(article.prose, dateline)
    names: defaultdict[NameWords, _Name] = defaultdict(_Name)
    for seen in sightings:
        sighting = seen
        if dateline.holds(seen.span):
            sighting = _among(_AGENCY if agency.holds(seen.span) else PLACE, seen)
        words = _spelling(article, sighting.span)
        _add(names[words], words, article, titles, sighting)
    people, organisations = _people(names), _organisations(names)
    labels: dict[Span, Label] = {}
    for words, name in names.items():
        total = _sum(*name.heard)
        share = min(1.0, _MOST_OTHERS / max(1, len(name.sightings) - 1))
        shown = _PERSON if words in people else _NO_PERSON if words in organisations else _NOTHING
        for sighting, own, heard in zip(name.sightings, name.own, name.heard, strict=True):
            others = tuple((every - one) * share for every, one in zip(total, heard, strict=True))
            is_turn = words in people and _is_label(article.prose, sighting.span)
            is_person = is_turn or (name.person and len(words) > 1 and not is_place(words))
            weights = _sum(_TITLED if is_person else own, others, shown)
            labels[sighting.span] = LABELS[weights.index(max(weights))]
    return tuple(Mention(sighting.span, labels[sighting.span]) for sighting in sightings)


def _agency(prose: str, dateline: Span) -> Span:
    """Return where a dateline names an agency: "MUSCAT/ADEN (Meridian)", "OSLO / Meridian"."""
    found = (prose.find(mark, dateline.start, dateline.end) for mark in _BEFORE_AGENCY)
    start = next((at for at in found if at >= 0), dateline.end)
    return Span(start, dateline.end)


def _is_label(prose: str, name: Span) -> bool:
    """Return whether a name in capitals opens the turn of a transcript: "ROE: We waited."."""
    return prose[name.end : name.end + 1] == ":" and name.of(prose).isupper()


def _among(possible: Weights, seen: Sighting) -> Sighting:
    """Return a sighting that has one of the possible labels, the likelier the likelier it was."""
    chances = [max(chance, 1e-6) * factor for chance, factor in zip(seen.chances, possible, strict=True)]
    return seen._replace(chances=tuple(chance / sum(chances) for chance in chances))


def _spelling(article: Article, span: Span) -> NameWords:
    """Return the words under which mentions of one name meet; the names of one country are one."""
    name = plain_name(span.of(article.prose), "MISC")
    words = name_words(name, "MISC")
    return tuple(same_name(words, "MISC").split()) if words else (name,)


def _add(name: _Name, words: NameWords, article: Article, titles: TitleReader, sighting: Sighting) -> None:
    """Hear a sighting: what the reader sees, its own words, the title before it."""
    chances = _OF_A_THING if is_thing(article.prose, titles, sighting.span) else _tempered(sighting.chances)
    if words in _STATES:
        person, body, place, other = chances
        chances = (person, _LEAST, place + body, other)
    start, before = sighting.span.start, titles.before(sighting.span)
    of_person = not _OF_PEOPLE.isdisjoint(before)
    titled = of_person or (bool(before) and chances[_PER] > _IMAGINABLE)
    has_mayor = _MAYOR.search(article.prose, max(0, start - _MAYOR_CHARS), start) is not None
    chances = _ONE_PLACE if has_mayor else chances
    own: Weights = tuple(log(max(chance, _FLOOR)) for chance in chances)
    if titled:
        own = _TITLED
    elif _is_where(words, titles.beside(sighting.span)[0], sighting.chances):
        own = _OF_A_PLACE
    if _ROAD.fullmatch(sighting.span.of(article.prose)) and titles.beside(sighting.span)[0] == "the":
        own = _OF_A_PLACE
    is_body = len(words) > 1 and words[-1] in SERVICES and max(chances) == chances[_PER]
    if is_body or sighting.chances == BODY or sighting.span.of(article.prose).lower() in PARTIES:
        own = _OF_A_FIRM
    if is_compound(sighting.span.of(article.prose)) or (len(words) > 1 and words[-1] in LAWS):
        own = _OF_NOBODY
    name.sightings.append(sighting)
    name.own.append(own)
    alike = _ALIKE if len(words) == 1 or is_place(words) else _ALIKE_IF_LONG
    name.heard.append(tuple(log(sum(map(mul, row, chances))) for row in alike))
    name.titled = name.titled or titled
    name.person = name.person or of_person


def _is_where(words: NameWords, before: str, chances: Weights) -> bool:
    """Return whether a known place stands where one does, though somebody may be called so: "from Jordan"."""
    return before in {"from", "in"} and chances[_LOC] > _ARGUABLE and is_place(words)


def _tempered(chances: tuple[float, ...]) -> tuple[float, ...]:
    """Return chances less sure than the reader has them (Guo et al., 2017, "On Calibration")."""
    grown = [max(chance, _LEAST) ** (1 / _TEMPERATURE) for chance in chances]
    return tuple(one / sum(grown) for one in grown)


def _people(names: Mapping[NameWords, _Name]) -> set[NameWords]:
    """Return the names that others show to be people's.

    These are surnames of people named in full elsewhere (unless also a known place), and full names of people
    called by title and surname.
    """
    found = {
        words
        for words in names
        if 1 < len(words) <= MAX_PARTS
        and (
            (names[words].person and not is_place(words))
            or (words[-1:] in names and names[words[-1:]].titled)
        )
    }
    for words, name in names.items():
        if len(words) > 1 and (words in found or name.leans_to(_PER)):
            shorter = (tuple(short.split()) for rank, short in short_forms(words, "PER") if rank == 0)
            found.update(short for short in shorter if not is_place(short))
    return found


def _organisations(names: Mapping[NameWords, _Name]) -> set[NameWords]:
    """Return the first words of organisations, "Brightwell" of "Brightwell Water", that are no surname."""
    ends = {words[-1] for words, name in names.items() if len(words) > 1 and name.leans_to(_PER)}
    return {
        words[:1]
        for words, name in names.items()
        if len(words) > 1 and words[:1] in names and words[0] not in ends and name.leans_to(_ORG)
    }


def _sum(*weights: Weights) -> Weights:
    return tuple(map(sum, zip(*weights, strict=True)))
