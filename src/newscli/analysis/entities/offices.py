"""Offices that the reader took for bodies: "Town Chief Executive (TCE) Ann Roe" holds one name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from newscli.analysis.entities.labels import Sighting
from newscli.english.titles import OFFICE_MODIFIERS, OFFICES
from newscli.model import LABELS
from newscli.spans import SpanIndex

_PER: Final = LABELS.index("PER")
_LEAST: Final = 2  # words: "Chief Executive"
_MAX_BEFORE: Final = 120  # characters in which an office is spelled out before its initials


def without_offices(prose: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the names of an article without offices, spelled out or by their initials.

    An office is taken for a name no more, wherever it stands, if its initials or its holder once stand right
    behind it.

    Args:
        prose: The article.
        sightings: In text order, without overlaps.

    Returns:
        The others, in text order. Linear in their number.
    """
    offices = _offices(prose, sightings)
    if not offices:
        return list(sightings)
    return [one for one in sightings if _is_person(one) or one.span.of(prose) not in offices]


def _offices(prose: str, sightings: Sequence[Sighting]) -> Collection[str]:
    people = SpanIndex(one.span for one in sightings if _is_person(one))
    found: set[str] = set()
    for one in sightings:
        text, end = one.span.of(prose), one.span.end
        if _is_person(one):
            continue
        if prose[one.span.start - 1 : one.span.start] == "(":
            before = prose[max(0, one.span.start - _MAX_BEFORE) : one.span.start - 1].split()
            words = before[-len(text) :]
            if "".join(word[0] for word in words) == text and _is_office(words):
                found |= {text, " ".join(words)}
        elif prose[end : end + 1] == " " and people.at(end + 1) is not None and _is_office(text.split()):
            found.add(text)
    return found


def _is_office(words: Sequence[str]) -> bool:
    """Return whether the words of a name end as an office does: "Chief Executive"."""
    if len(words) < _LEAST or not all(word[0].isupper() for word in words):
        return False
    return words[-1].lower() in OFFICES and words[-2].lower() in OFFICE_MODIFIERS


def _is_person(sighting: Sighting) -> bool:
    return max(sighting.chances) == sighting.chances[_PER]
