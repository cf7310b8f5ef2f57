"""Lists of people by surname: "those present: Roe, Ann; Holm, Lars"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newscli.analysis.entities.labels import PERSON, Sighting
from newscli.model import LABELS, Span

_PER: Final = LABELS.index("PER")
_MIN_PAIRS: Final = 2
# Behind a given name: the next person, or the end of the list.
_BEHIND: Final = re.compile(r"; ?(?:and )?|[.)\n]|$")


def with_last_first(prose: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the names of an article, those of a list of people by surname whole: "Roe, Ann".

    Such a list has semicolons between two people at least.

    Args:
        prose: The article.
        sightings: In text order, without overlaps. Linear in their number.
    """
    pairs = [
        (at, Span(one.span.start, other.span.end))
        for at, (one, other) in enumerate(pairwise(sightings))
        if _is_word(prose, one) and _is_word(prose, other)
        if prose[one.span.end : other.span.start] == ", " and _BEHIND.match(prose, other.span.end)
    ]
    listed: dict[int, Span] = {}
    run: list[tuple[int, Span]] = []
    for at, span in [*pairs, (-1, Span(0, 0))]:
        if run and (at < 0 or prose[run[-1][1].end : span.start].strip() not in {";", "; and"}):
            listed.update(run if len(run) >= _MIN_PAIRS else ())
            run = []
        run.append((at, span))
    return [
        Sighting(listed[at], PERSON) if at in listed else one
        for at, one in enumerate(sightings)
        if at - 1 not in listed
    ]


def _is_word(prose: str, sighting: Sighting) -> bool:
    is_person = sighting.is_likeliest(_PER)
    return is_person and " " not in sighting.span.of(prose)
