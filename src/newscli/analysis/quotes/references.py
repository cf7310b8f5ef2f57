"""Titles in a list of references, which nobody says: Ann Roe. “Ferry to close” — Aldby Times, May 3, 2024."""

from __future__ import annotations

import re
from typing import Final

from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.quotes.surroundings import Surroundings
from newscli.english.calendar import MONTHS
from newscli.english.punctuation import DASHES
from newscli.spans import SpanIndex

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
# Tokens behind the dash: an outlet and a day.
_MAX_ORIGIN: Final = 20


def references(running_text: RunningText) -> SpanIndex:
    """Return where the titles in an article's lists of references stand. Linear in its length."""
    return SpanIndex(
        quotation.span
        for quotation in running_text.quotations
        if _is_reference(Surroundings(running_text, quotation))
    )


def _is_reference(surroundings: Surroundings) -> bool:
    """Return whether a quotation is the title of something published.

    A dash, an outlet and a day stand behind it; and either an author before it, or it is no sentence, as a
    guest's dated lines would be.
    """
    words, first, stop = surroundings.behind
    rest = words.lower[first:stop]
    if not 0 < len(rest) <= _MAX_ORIGIN or rest[0] not in DASHES or stop < len(words.lower):
        return False
    dated = not MONTHS.isdisjoint(rest) and any(map(_YEAR.fullmatch, rest))
    return dated and (_has_author(surroundings) or not surroundings.ends_with(".!…"))


def _has_author(surroundings: Surroundings) -> bool:
    """Return whether a name and a full stop open the line that the quotation stands in."""
    block = surroundings.running_text.article.blocks[surroundings.block].span
    before = surroundings.running_text.article.prose[block.start : surroundings.quotation.span.start].rstrip()
    return before[-1:] in {".", ",", ":"} and before[:1].isupper() and len(before.split()) <= _MAX_ORIGIN
