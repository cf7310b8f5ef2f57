"""Firms that are called after two people: "Harper & Boyle" is one name and nobody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.analysis.entities.labels import BODY, Sighting
from newscli.model import LABELS, Span

_PLACE: Final = LABELS.index("LOC")
_AND: Final = re.compile(r"[ \n]&[ \n]")
# A word with a capital and a small letter: "Q & A" is no firm.
_WORD: Final = r"([A-Z](?:[\w-]|['’](?!s\b))*[a-z])"
_NAME_BEHIND: Final = re.compile(rf"[ \n]&[ \n]{_WORD}")
_NAME_BEFORE: Final = re.compile(rf"\b{_WORD}[ \n]&[ \n]$")
# The authors of a paper: "Orr & Hale (2012)".
_CITED: Final = re.compile(rf"(?:[ \n]&[ \n]{_WORD}){{0,5}}(?:['’]s)?[,;]?[ \n]\(?(?:1[89]|20)\d\d")
_LONGEST: Final = 40  # characters of a name that the reader did not mark


def with_firms(prose: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the names of an article with those on both sides of an ampersand as one organisation.

    Not the authors of a paper, whom its year stands behind, nor two places, nor two people in full.

    Args:
        prose: The article.
        sightings: In text order, without overlaps. Linear in their number.
    """
    found: list[Sighting] = []
    starts = {sighting.span.start for sighting in sightings}
    for sighting in sightings:
        span = sighting.span
        if not _may_partner(prose, sighting):
            found.append(sighting)
            continue
        start, end = span.start, span.end
        last = found[-1] if found else None
        if last is not None and _AND.fullmatch(prose, last.span.end, start):
            if _may_partner(prose, last) and not _are_people(prose, last, sighting):
                start = found.pop().span.start
        elif before := _NAME_BEFORE.search(prose, max(last.span.end if last else 0, start - _LONGEST), start):
            start = before.start(1)
        behind = _NAME_BEHIND.match(prose, end)
        if behind and behind.start(1) not in starts:
            end = behind.end(1)
        whole = Span(start, end)
        found.append(sighting if whole == span else Sighting(whole, BODY))
    return found


def _may_partner(prose: str, sighting: Sighting) -> bool:
    """Return whether a name may be a part of a firm's: it's no place and no author of a paper."""
    is_place = sighting.is_likeliest(_PLACE)
    return not is_place and _CITED.match(prose, sighting.span.end) is None


def _are_people(prose: str, *sightings: Sighting) -> bool:
    """Return whether all are names of several words: "Ann Roe & Tom Hale" are two people."""
    return all(" " in one.span.of(prose) and one.chances != BODY for one in sightings)
