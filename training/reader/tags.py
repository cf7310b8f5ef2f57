"""The tags that the reader gives each word, and their numbers.

Four groups, each a tag set of its own: source, cue, content (PolNeAR's roles, which may overlap) and names.
Spans are coded begin, inside, end, single; what stands outside is 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newscli.engines.reader.decoding import OUTSIDE
from newscli.engines.reader.model import NAMES, ROLES
from newscli.model import LABELS

# A word whose tag is not known, and which teaches nothing; a word that is no PER, ORG or LOC, but may be
# MISC where the set does not say.
UNKNOWN: Final = -1
OUTSIDE_OR_MISC: Final = -2

GROUPS: Final = (*ROLES, NAMES)


def write_span(tags: list[int], start: int, end: int, label: int = 0) -> None:
    """Write the tags of a span over words ``start`` to ``end``, half-open, in place."""
    base = 1 + 4 * label
    if end - start == 1:
        tags[start] = base + 3
        return
    tags[start], tags[end - 1] = base, base + 2
    tags[start + 1 : end - 1] = [base + 1] * (end - start - 2)


def write_spans(length: int, spans: Iterable[tuple[int, int, int]]) -> list[int]:
    """Return the tags of ``length`` words that hold spans (start, end, label).

    Of spans that overlap, the longest is kept, of equal ones the first.
    """
    tags = [OUTSIDE] * length
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if start < end and not any(tags[start:end]):
            write_span(tags, start, end, label)
    return tags


def label_of(name: str) -> int:
    """Return the number of a label of names."""
    return LABELS.index(name)
