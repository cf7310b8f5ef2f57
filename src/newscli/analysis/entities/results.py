"""Results and tables: the teams of a line of results, and the headings of a table's columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.analysis.entities.labels import BODY, Sighting
from newscli.model import LABELS, Span
from newscli.spans import SpanIndex

_PER: Final = LABELS.index("PER")
_TEAM: Final = r"([^\W\d_][^\W\d_.'’ -]{0,20}(?:[ '’.-]{1,2}[^\W\d_]{1,20}){0,4})"
# "Malmö 28 Aarhus 25", "Ord City 2-1 Aldby", each a line of its own.
_RESULT: Final = re.compile(
    rf"^{_TEAM} (?:\d{{1,3}}[ ,]{{1,2}}{_TEAM} \d{{1,3}}|\d{{1,3}} ?[–-] ?\d{{1,3}} {_TEAM})$", re.MULTILINE
)
# The first line of a table in Markdown, and the line under it.
_HEADINGS: Final = re.compile(
    r"^\|[^\n]{1,500}\|[ \t]{0,9}\n\|(?=[-:| \t]{0,500}\|)(?=[^\n]{0,500}-)", re.MULTILINE
)


def with_results(prose: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the names of an article, those of its results as teams, without the headings of its tables.

    Who stands in brackets behind a player ("Mats Roe (Ord) 41") is a team if a result names it.

    Args:
        prose: The article.
        sightings: In text order, without overlaps. Linear in the text's length.
    """
    headings = SpanIndex(Span(*match.span()) for match in _HEADINGS.finditer(prose))
    teams = {
        Span(*match.span(group))
        for match in _RESULT.finditer(prose)
        for group in (1, 2, 3)
        if match.group(group) is not None
    }
    names = {team.of(prose) for team in teams}
    found: list[Sighting] = []
    for at, one in enumerate(sightings):
        if headings.at(one.span.start) is not None:
            continue
        before = sightings[at - 1] if at else None
        is_named = bool(names) and one.span.of(prose) in names
        is_player = is_named and before is not None and before.is_likeliest(_PER)
        in_brackets = is_player and before is not None and _is_in_brackets(prose, before.span, one.span)
        found.append(Sighting(one.span, BODY) if one.span in teams or in_brackets else one)
    return found


def _is_in_brackets(prose: str, player: Span, team: Span) -> bool:
    return prose[player.end : team.start] == " (" and prose[team.end : team.end + 1] == ")"
