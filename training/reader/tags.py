"""The tags that the reader gives each word, and their numbers.

Five groups, each a tag set of its own, of which ``newscli.engines.reader`` tells; a content inside another
one is of the group "inner". Spans are coded begin, inside, end, single; what stands outside is 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newscli.engines.reader.decoding import OUTSIDE
from newscli.engines.reader.model import GROUPS
from newscli.model import LABELS

# A word whose tag is not known, and which teaches nothing; a word that is no PER, ORG or LOC, but may be
# MISC where the set does not say.
UNKNOWN: Final = -1
OUTSIDE_OR_MISC: Final = -2

NO_ROLES: Final = (UNKNOWN,) * (len(GROUPS) - 1)


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


def in_layers(spans: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Part contents into those inside no other, layer 0, and those inside one of these, layer 1.

    Left out are what crosses a longer one and what stands deeper; it is rare.
    """
    found: dict[tuple[int, int], int] = {}
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        met = [(kept, layer) for kept, layer in found.items() if kept[0] < end and start < kept[1]]
        inside = all(kept[0] <= start and end <= kept[1] and layer == 0 for kept, layer in met)
        if start < end and inside:
            found[start, end] = len(met)
    return found


def label_of(name: str) -> int:
    """Return the number of a label of names."""
    return LABELS.index(name)
