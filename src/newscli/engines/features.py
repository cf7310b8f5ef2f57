"""What the reader sees of a word beside its pieces: its capitals, its place, the quotation round it.

The vocabulary is lower-cased and knows neither paragraphs nor which mark closes which. Each of the three
is a small number, for which the model learned an embedding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final

from newscli.model import Sentence, Span


class Shape(IntEnum):
    """The pattern of a word's capitals."""

    OTHER = 0  # punctuation, scripts without case
    LOWER = 1
    TITLE = 2
    CAPITAL = 3  # one letter, "A", "J."
    CAPITALS = 4
    INITIALS = 5  # "U.S.", "J.R."
    MIXED = 6  # "McNally", "iPhone"
    NUMBER = 7
    HANDLE = 8  # "@port", "#harbour", an address


class Style(IntEnum):
    """How a sentence uses capitals: what they tell depends on it."""

    PLAIN = 0
    HEADLINE = 1  # most words have them
    BARE = 2  # none has


class Quoted(IntEnum):
    """Where a word stands to the outermost quotation."""

    OUTSIDE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3
    UNCLOSED = 4  # inside one that its paragraph does not close


SHAPES: Final = len(Shape)
STYLES: Final = len(Style)
CASES: Final = SHAPES * STYLES
QUOTED: Final = len(Quoted)
# Nothing, the start of a sentence, the start of a block; in body text, in headlines, elsewhere.
PLACES: Final = 9
_ZONES: Final = {"body": 0, "headline": 1, "subhead": 1}
_ELSEWHERE: Final = 2


@lru_cache(maxsize=5_000)
def shape(word: str) -> Shape:
    """Return the pattern of a word's capitals."""
    if word[0] in "@#" or "://" in word:
        return Shape.HANDLE
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return Shape.NUMBER if any(char.isdigit() for char in word) else Shape.OTHER
    upper = sum(char.isupper() for char in letters)
    if not upper:
        return Shape.LOWER if any(char.islower() for char in letters) else Shape.OTHER
    if upper == len(letters):
        if "." in word and len(letters) > 1:
            return Shape.INITIALS
        return Shape.CAPITALS if len(letters) > 1 else Shape.CAPITAL
    return Shape.TITLE if upper == 1 and letters[0].isupper() else Shape.MIXED


def style(shapes: Sequence[Shape]) -> Style:
    """Return how a sentence uses capitals, from the shapes of its words."""
    lower = shapes.count(Shape.LOWER)
    upper = sum(map(shapes.count, _UPPER))
    if not upper:
        return Style.BARE
    # Headlines in title case keep "of", "in", "to" small; running text has three small words in four.
    return Style.HEADLINE if upper > 3 and upper >= 1.5 * lower else Style.PLAIN


_UPPER: Final = (Shape.TITLE, Shape.CAPITAL, Shape.CAPITALS, Shape.INITIALS, Shape.MIXED)


def cases(words: Sequence[str]) -> list[int]:
    """Return for each word of a sentence the number of its shape in a sentence of that style."""
    shapes = [shape(word) for word in words]
    return [style(shapes) * SHAPES + s for s in shapes]


def places(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Yield for each word of an article the number of its place in the layout."""
    block = -1
    for sentence in sentences:
        zone = _ZONES.get(sentence.role, _ELSEWHERE)
        yield 3 * zone + (1 if sentence.block == block else 2)
        yield from (3 * zone for _ in sentence.tokens[1:])
        block = sentence.block


def quoted(words: Sequence[Span], quotations: Sequence[tuple[Span, Span]]) -> list[int]:
    """Return for each word where it stands to the quotation round it.

    Args:
        words: In text order.
        quotations: The outermost ones in text order, without overlaps: with their marks, and the words
            inside alone. Where the two end together, no mark closes the quotation.
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
