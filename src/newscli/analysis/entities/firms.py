"""Firms that are called after two people: "Harper & Boyle" is one name and nobody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.analysis.entities.labels import FIRM, Sighting
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

    Not the authors of a paper, whom its year stands behind, nor two places.

    Args:
        prose: The article.
        sightings: In text order, without overlaps. Linear in their number.
    """
    found: list[Sighting] = []
    for sighting in sightings:
        start, end = sighting.span.start, sighting.span.end
        joined = False
        if _CITED.match(prose, end) or max(sighting.chances) == sighting.chances[_PLACE]:
            found.append(sighting)
            continue
        last = found[-1].span if found else Span(0, 0)
        before = _NAME_BEFORE.search(prose, max(last.end, start - _LONGEST), start)
        of_place = bool(found) and max(found[-1].chances) == found[-1].chances[_PLACE]
        if found and not of_place and last.end < start and _AND.fullmatch(prose, last.end, start):
            start, joined = found.pop().span.start, True
        elif before:
            start, joined = before.start(1), True
        if behind := _NAME_BEHIND.match(prose, end):
            # What is marked there too is joined in its turn.
            end, joined = behind.end(1), True
        if found and start < found[-1].span.end:
            found[-1] = Sighting(Span(found[-1].span.start, max(end, found[-1].span.end)), FIRM)
            continue
        found.append(Sighting(Span(start, end), FIRM) if joined else sighting)
    return found
