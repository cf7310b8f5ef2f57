"""Names that look like none but that an article uses for another one that it names: "a No 10 source"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.analysis.entities.labels import Sighting
from newscli.english.places import ALSO_CALLED
from newscli.model import Span
from newscli.spans import SpanIndex

# "No 10 Aldby Road" is another house.
_CALLS: Final = {
    name: re.compile(rf"\b(?:{'|'.join(map(re.escape, calls))})\b(?! [A-Z]|[-–]\d)")
    for name, calls in ALSO_CALLED.items()
}


def with_other_names(prose: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the names of an article with what it also calls them, taken for the same.

    Args:
        prose: The article.
        sightings: In text order, without overlaps. Linear in the text's length.
    """
    by_span = {one.span: one for one in sightings}
    index = SpanIndex(by_span)
    named = {one.span.of(prose).lower(): one.chances for one in sightings}
    for name, calls in _CALLS.items():
        for match in calls.finditer(prose) if name in named else ():
            span = Span(*match.span())
            if span in by_span or not index.meeting(span):
                by_span[span] = Sighting(span, named[name])
    return [by_span[span] for span in sorted(by_span)]
