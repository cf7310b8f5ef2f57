"""Names that the reader left out beside one that it marked, or beside what none but a name follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from newscli.analysis.entities.labels import BODY, PERSON, PLACE, Sighting
from newscli.analysis.names.forms import fold_letters
from newscli.analysis.words import SentenceWords
from newscli.english.capitals import Shape, shape
from newscli.english.places import STATES
from newscli.english.titles import SHORT_RANKS, TITLES
from newscli.model import LABELS, Span
from newscli.spans import SpanIndex

_PER: Final = LABELS.index("PER")
_LOC: Final = LABELS.index("LOC")
_WORDS: Final = frozenset({Shape.TITLE, Shape.CAPITALS, Shape.MIXED})
_BEHIND_TOWN: Final = 2  # the town, a comma
# "She wrote on X that", "its account on X.": where something is posted, not "on X Road" or "on X-ray".
_ON_X: Final = re.compile(
    r"\b(?:accounts?|posted|posts?|statements?|tweeted|videos?|writes|writing|written|wrote)\b"
    r"[^.!?\n]{0,60}?\bon (X)\b(?!['’-]|\s[A-Z0-9])"
)


def with_left_out(
    prose: str, words: Sequence[SentenceWords], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return the names of an article with those that the reader left out although what is beside shows them.

    A surname behind an initial ("Ann B. | Roe"), the surname of somebody named in full behind a title
    ("General | Roe"), a state behind its town ("Aldby, | Miss."), the platform X where something is posted.

    Args:
        prose: The article.
        words: All its sentences.
        sightings: In text order, without overlaps.

    Returns:
        In text order, without overlaps. Linear in the text's length.
    """
    whole = _with_surnames(words, sightings)
    marks = SpanIndex(one.span for one in whole)
    people = (one.span.of(prose).split() for one in whole if one.is_likeliest(_PER))
    surnames = {fold_letters(name[-1]) for name in people if len(name) > 1}
    found = [
        one
        for sentence in words
        for at, before in enumerate(sentence.texts[:-1], 1)
        if (before == "," or before[0].isupper())
        and marks.at(sentence.spans[at].start) is None
        and ((one := _titled(sentence, at, surnames)) or (one := _state(sentence, at, whole, marks)))
    ]
    posted = (Span(*match.span(1)) for match in _ON_X.finditer(prose))
    found += [Sighting(span, BODY) for span in posted if marks.at(span.start) is None]
    return sorted([*whole, *found], key=lambda one: one.span)


def _with_surnames(words: Sequence[SentenceWords], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings, those of people that end in an initial with the surname behind it."""
    found = list(sightings)
    marks = SpanIndex(one.span for one in sightings)
    for sentence in words:
        for at in range(2, len(sentence.texts)):
            text, initial, span = sentence.texts[at], sentence.texts[at - 1], sentence.spans[at]
            if not initial.endswith(".") or shape(initial) is not Shape.CAPITAL or shape(text) not in _WORDS:
                continue
            number = marks.at(sentence.spans[at - 1].start)
            if number is None or marks.at(span.start) is not None:
                continue
            one = sightings[number]
            if one.is_likeliest(_PER) and one.span.start < sentence.spans[at - 1].start:
                found[number] = Sighting(Span(one.span.start, span.end), one.chances)
    return found


def _titled(sentence: SentenceWords, at: int, surnames: Collection[str]) -> Sighting | None:
    """Return a token as a person if it is one of these surnames, alone behind a title."""
    title, text = sentence.texts[at - 1 : at + 1]
    if not title[0].isupper() or title.lower().rstrip(".") not in TITLES | SHORT_RANKS:
        return None
    is_surname = shape(text) in _WORDS and fold_letters(text) in surnames
    goes_on = at + 1 < len(sentence.texts) and shape(sentence.texts[at + 1]) in _WORDS
    return Sighting(sentence.spans[at], PERSON) if is_surname and not goes_on else None


def _state(
    sentence: SentenceWords, at: int, sightings: Sequence[Sighting], marks: SpanIndex
) -> Sighting | None:
    """Return a token as a place if it is the short form of a state behind a town."""
    text = sentence.texts[at]
    if at < _BEHIND_TOWN or sentence.texts[at - 1] != "," or text[-1:] != "." or text[:-1] not in STATES:
        return None
    number = marks.at(sentence.spans[at - _BEHIND_TOWN].start)
    is_town = number is not None and sightings[number].is_likeliest(_LOC)
    return Sighting(sentence.spans[at], PLACE) if is_town else None
