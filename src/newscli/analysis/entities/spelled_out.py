"""Long names in front of the acronym that they explain: "the Bishop Lane community forum (BLCF)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newscli.analysis.entities.labels import Sighting
from newscli.analysis.names.forms import MAX_ACRONYM, looks_like_acronym
from newscli.analysis.words import SentenceWords
from newscli.english.grammar import ARTICLES
from newscli.english.name_parts import SMALL_WORDS
from newscli.model import LABELS, Span
from newscli.spans import SpanIndex

_ORG: Final = LABELS.index("ORG")
_SMALL: Final = SMALL_WORDS | {"&"}


def with_spelled_out(words: Sequence[SentenceWords], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the names of an article with those that an acronym of an organisation behind them spells.

    What the reader marked inside such a name is replaced by it.

    Args:
        words: All sentences.
        sightings: In text order, without overlaps. Linear in the text's length.
    """
    index = SpanIndex(one.span for one in sightings)
    found: list[Sighting] = []
    replaced: set[int] = set()
    for sentence in words:
        for long, short in explained(sentence):
            at = index.at(short.start)
            if at is None or sightings[at].span != short:
                continue
            first = at
            while first > 0 and sightings[first - 1].span.end > long.start:
                first -= 1
            if sightings[at].is_likeliest(_ORG) and all(long.holds(one.span) for one in sightings[first:at]):
                found.append(Sighting(long, sightings[at].chances))
                replaced.update(range(first, at))
    kept = [one for number, one in enumerate(sightings) if number not in replaced]
    return sorted([*kept, *found], key=lambda one: one.span)


def explained(sentence: SentenceWords) -> Iterator[tuple[Span, Span]]:
    """Yield each long name of a sentence with the acronym in brackets behind it."""
    texts = sentence.texts
    if "(" not in texts:
        return
    for at in range(1, len(texts) - 2):
        if texts[at] == "(" and texts[at + 2] == ")" and looks_like_acronym(texts[at + 1]):
            first = _first(sentence, at, texts[at + 1].lower())
            if first is not None:
                yield sentence.span(first, at - 1), sentence.spans[at + 1]


def _first(sentence: SentenceWords, end: int, letters: str) -> int | None:
    """Return the first token of the name whose initials are these letters and that ends before a token.

    Names right before it belong to it: what it stands for may be written small.
    """
    lower, texts = sentence.lower, sentence.texts
    left, at = list(letters), end
    while left and at > 0 and end - at < 2 * MAX_ACRONYM:
        at -= 1
        if lower[at][0] == left[-1]:
            left.pop()
        elif lower[at] not in _SMALL:
            return None
    if left:
        return None
    if texts[at][:1].isupper():
        return at
    while at > 0 and texts[at - 1][:1].isupper() and lower[at - 1] not in ARTICLES:
        at -= 1
    return at if texts[at][:1].isupper() else None
