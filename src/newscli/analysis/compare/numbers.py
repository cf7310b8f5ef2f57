"""Numbers that differ for the same thing: "12 people hurt" here, "14 people injured" there.

A figure is a number with what it counts behind it: a noun ("12 people"), percent, or a currency. Lengths of
time are measured alike, "two weeks" as 14 days. Two figures of two articles are of the same thing if they
count the same and

- stand in statements that are paired, or
- stand in sentences that say the same of them: of the content words near both, those that they share weigh
  enough, as those of statements do; less, if each article has no other number of the kind. Words for who is
  hurt or dead are alike ("injured", "wounded").

What both articles count alike is no difference, nor are years, days, hours and ages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from newscli.analysis.compare.statements import worth
from newscli.analysis.compare.words import Word, words_of
from newscli.comparison import Figure, NumberGroup, StatementGroup
from newscli.engines.terms import stem
from newscli.english.casualties import DEAD, HURT
from newscli.english.numbers import CURRENCIES, DURATIONS, MONTHS_AND_CLOCK
from newscli.limits import MAX_STATEMENTS_OF_WORD
from newscli.model import RUNNING_TEXT, Analysis, Span

# Words on each side of a figure that say what it is of.
_NEAR: Final = 10
# Set by hand: "injuring 12 people" and "14 people were injured" share all that there is.
_LEAST: Final = 0.4
_LEAST_OF_ONE: Final = 0.2
# "23 other objects", "16,000 more": the noun may stand behind one of these.
_BEFORE_NOUN: Final = frozenset({"additional", "extra", "further", "more", "new", "other"})
_YEARS: Final = range(1900, 2101)
_MONEY: Final = frozenset({*CURRENCIES.values()})


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure with what it counts, as a stem, and the stems near it."""

    figure: Figure
    unit: str
    words: str
    near: frozenset[str]


def differing_numbers(
    told: Sequence[Analysis], statements: Sequence[StatementGroup]
) -> tuple[NumberGroup, ...]:
    """Find the numbers of the same thing that differ between articles.

    Args:
        told: The analyses.
        statements: The groups of their statements.

    Returns:
        In the order of the first article. Linear in the number of figures.
    """
    found = [list(_figures(number, analysis)) for number, analysis in enumerate(told)]
    known = [{(one.unit, one.figure.value) for one in own} for own in found]
    pairs = [
        (one, other)
        for one, other in (*_in_statements(found, statements), *_in_sentences(found, known))
        if not _agrees(one, known[other.figure.article]) and not _agrees(other, known[one.figure.article])
    ]
    groups: dict[Span, list[_Found]] = {}
    taken: dict[tuple[int, Span], Span] = {}
    for one, other in pairs:
        mine, others = ((each.figure.article, each.figure.span) for each in (one, other))
        if others in taken or (mine in taken and taken[mine] not in groups):
            continue
        first = taken.setdefault(mine, one.figure.span)
        group = groups.setdefault(first, [one])
        if all(each.figure.article != other.figure.article for each in group):
            taken[others] = first
            group.append(other)
    ordered = sorted(groups.values(), key=lambda group: (group[0].figure.article, group[0].figure.span))
    return tuple(
        NumberGroup(group[0].words, tuple(sorted((one.figure for one in group), key=_place)))
        for group in ordered
        if len(group) > 1
    )


def _place(figure: Figure) -> tuple[int, Span]:
    return figure.article, figure.span


def _agrees(one: _Found, known: Collection[tuple[str, float]]) -> bool:
    """Return whether another article counts the same alike, somewhere."""
    return (one.unit, one.figure.value) in known


def _figures(article: int, analysis: Analysis) -> Iterator[_Found]:
    prose = analysis.article.prose
    for sentence in analysis.sentences:
        if sentence.role not in RUNNING_TEXT:
            continue
        words = words_of(prose, [sentence.span])
        for at, word in enumerate(words):
            if word.value is None or _is_time(prose, words, at):
                continue
            if unit := _unit(prose, words, at):
                end = max(unit.span.end, word.span.end)
                around = [w.stem for w in words[max(0, at - _NEAR) : at + _NEAR + 2] if w is not unit]
                near = frozenset(_alike(each) for each in around if each and each != word.stem)
                kind, factor = DURATIONS.get(unit.key, (unit.stem or unit.key, 1.0))
                figure = Figure(article, Span(word.span.start, end), word.value * factor, sentence.span)
                yield _Found(figure, kind, unit.key, near)


def _is_time(prose: str, words: Sequence[Word], at: int) -> bool:
    """Return whether a number is a year, a day or an hour."""
    beside = [words[near].key for near in (at - 1, at + 1) if 0 <= near < len(words)]
    digits = words[at].span.of(prose)
    return any(key in MONTHS_AND_CLOCK for key in beside) or (
        len(digits) == len("2026") and digits.isdigit() and int(digits) in _YEARS
    )


def _unit(prose: str, words: Sequence[Word], at: int) -> Word | None:
    """Return what a number counts: the noun right behind it; None if it counts nothing."""
    behind = at + 1
    if behind < len(words) and words[behind].key in _MONEY:
        return words[behind]
    while behind < len(words) and words[behind].key in _BEFORE_NOUN:
        behind += 1
    if behind == len(words) or words[behind].stem is None or words[behind].value is not None:
        return None
    between = prose[words[at].span.end : words[behind].span.start]
    return words[behind] if not set(between) & set(",;:.()—–") else None


def _in_statements(
    found: Sequence[Sequence[_Found]], groups: Sequence[StatementGroup]
) -> Iterator[tuple[_Found, _Found]]:
    """Yield the figures of one unit that paired statements have, each once in each article."""
    starts = [[one.figure.span.start for one in own] for own in found]
    for group in groups:
        if not group.shared:
            continue
        own: defaultdict[int, list[_Found]] = defaultdict(list)
        for telling in group.tellings:
            places = starts[telling.article]
            for span in telling.quote.spans:
                inside = slice(bisect_left(places, span.start), bisect_left(places, span.end))
                own[telling.article] += found[telling.article][inside]
        for i, j in combinations(sorted(own), 2):
            for one in own[i]:
                others = [other for other in own[j] if other.unit == one.unit]
                if len(others) == 1 and sum(each.unit == one.unit for each in own[i]) == 1:
                    yield one, others[0]


def _in_sentences(
    found: Sequence[Sequence[_Found]], known: Sequence[Collection[tuple[str, float]]]
) -> Iterator[tuple[_Found, _Found]]:
    """Yield the figures of one unit near which two articles have the same words, those of most first.

    What both count alike is left out.
    """
    for i, j in combinations(range(len(found)), 2):
        firsts = [one for one in found[i] if not _agrees(one, known[j])]
        seconds = [one for one in found[j] if not _agrees(one, known[i])]
        weights = _weights((*firsts, *seconds))
        by_unit: defaultdict[str, list[_Found]] = defaultdict(list)
        for other in seconds:
            if len(by_unit[other.unit]) < MAX_STATEMENTS_OF_WORD:
                by_unit[other.unit].append(other)
        units = Counter(one.unit for one in firsts)
        scored = [
            (_agreement(one.near, other.near, weights), at, to, one, other)
            for at, one in enumerate(firsts)
            for to, other in enumerate(by_unit.get(one.unit, ()))
        ]
        for score, _, _, one, other in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
            is_only = units[one.unit] == len(by_unit[one.unit]) == 1
            if score >= (_LEAST_OF_ONE if is_only else _LEAST):
                yield one, other


def _agreement(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return how much the words near two figures agree, 0 to 1, as those of two statements."""
    shared, light, heavy = (sum(weights[key] for key in sorted(keys)) for keys in (one & other, one, other))
    light, heavy = sorted((light, heavy))
    return (shared / light + 2 * shared / (light + heavy)) / 2 if shared else 0.0


def _weights(found: Iterable[_Found]) -> Mapping[str, float]:
    counts = Counter(key for one in found for key in one.near)
    return {key: worth(key) / number for key, number in counts.items()}


@cache
def _casualties() -> Mapping[str, str]:
    groups = (("dead", DEAD), ("hurt", HURT))
    return {stem(word): name for name, words in groups for word in words}


def _alike(key: str) -> str:
    """Return one key for the words that mean that somebody is hurt, and one for those of the dead."""
    return _casualties().get(key, key)
