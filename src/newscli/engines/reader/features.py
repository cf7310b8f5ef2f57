"""What the reader sees of a word beside its pieces: its capitals, its place, the quotation round it.

The vocabulary is lower-cased and knows neither paragraphs nor which mark closes which. Each of the three
is a small number, for which the model learned an embedding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from newscli.english.capitals import Shape, Style, shape, style
from newscli.model import Sentence, Span


class Quoted(IntEnum):
    """How a word stands to the outermost quotation."""

    OUTSIDE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3
    UNCLOSED = 4  # inside one that its paragraph does not close


class Convention(IntEnum):
    """By whose rules the network marks a window."""

    CORPUS = 0  # PolNeAR's annotators: deeds, states and plans too
    READER = 1  # what a fact-checker would list


SHAPES: Final = len(Shape)
STYLES: Final = len(Style)
CASES: Final = SHAPES * STYLES
QUOTED: Final = len(Quoted)
CONVENTIONS: Final = len(Convention)
# Nothing, the start of a sentence, the start of a block; in body text, in headlines, elsewhere.
PLACES: Final = 9
_ZONES: Final = {"body": 0, "headline": 1, "deck": 1, "subhead": 1}
_ELSEWHERE: Final = 2


def cases(words: Sequence[str]) -> list[int]:
    """Return for each word of a sentence the number of its shape in a sentence of that style."""
    shapes = [shape(word) for word in words]
    base = style(shapes) * SHAPES
    return [base + s for s in shapes]


def places(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Yield for each word of an article the number of its place in the layout."""
    block = -1
    for sentence in sentences:
        zone = _ZONES.get(sentence.role, _ELSEWHERE)
        yield 3 * zone + (1 if sentence.block == block else 2)
        yield from (3 * zone for _ in sentence.tokens[1:])
        block = sentence.block


def quoted(words: Sequence[Span], quotations: Sequence[tuple[Span, Span]]) -> list[int]:
    """Return for each word how it stands to the quotation round it.

    Args:
        words: In text order.
        quotations: The outermost ones in text order, without overlaps: with their marks, and the words
            inside alone. If the two end together, no mark closes the quotation.
    """
    states = [int(Quoted.OUTSIDE)] * len(words)
    number = 0
    for outer, inner in quotations:
        while number < len(words) and words[number].end <= outer.start:
            number += 1
        inside = Quoted.UNCLOSED if outer.end == inner.end else Quoted.INSIDE
        while number < len(words) and words[number].start < outer.end:
            word = words[number]
            at_mark = Quoted.OPENING if word.end <= inner.start else Quoted.CLOSING
            states[number] = int(inside if word.meets(inner) else at_mark)
            number += 1
    return states
