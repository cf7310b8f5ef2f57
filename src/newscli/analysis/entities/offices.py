"""Offices that the reader took for bodies: "Town Chief Executive (TCE) Ann Roe" holds one name."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from newscli.analysis.entities.labels import Sighting
from newscli.analysis.entities.spelled_out import explained
from newscli.analysis.words import SentenceWords
from newscli.english.titles import OFFICE_MODIFIERS, OFFICES
from newscli.model import LABELS
from newscli.spans import SpanIndex

_PER: Final = LABELS.index("PER")
_LEAST: Final = 2  # words: "Chief Executive"


def without_offices(
    prose: str, words: Sequence[SentenceWords], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return the names of an article without offices, spelled out or by their initials.

    An office is taken for a name no more, wherever it stands, if its initials or its holder once stand right
    behind it.

    Args:
        prose: The article.
        words: All its sentences.
        sightings: In text order, without overlaps.

    Returns:
        The others, in text order. Linear in the text's length.
    """
    offices = _with_initials(prose, words) | _with_holders(prose, sightings)
    return [one for one in sightings if one.is_likeliest(_PER) or one.span.of(prose) not in offices]


def _with_initials(prose: str, words: Sequence[SentenceWords]) -> Set[str]:
    """Return the offices that have their initials behind them, and the initials."""
    pairs = ((long.of(prose), short.of(prose)) for sentence in words for long, short in explained(sentence))
    return {name for long, short in pairs if _is_office(long) for name in (long, short)}


def _with_holders(prose: str, sightings: Sequence[Sighting]) -> Set[str]:
    """Return the offices that have a person behind them."""
    people = SpanIndex(one.span for one in sightings if one.is_likeliest(_PER))
    return {
        text
        for one in sightings
        if not one.is_likeliest(_PER)
        and prose[one.span.end : one.span.end + 1] == " "
        and people.at(one.span.end + 1) is not None
        and _is_office(text := one.span.of(prose))
    }


def _is_office(name: str) -> bool:
    """Return whether a name ends as an office does: "Chief Executive"."""
    words = name.split()
    if len(words) < _LEAST or not all(word[0].isupper() for word in words):
        return False
    return words[-1].lower() in OFFICES and words[-2].lower() in OFFICE_MODIFIERS
