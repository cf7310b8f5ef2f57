"""Groups of statements: what is paired, over all articles, and the words that differ in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, count
from typing import Final

from newscli.analysis.compare.statements import Pair, Statement, align
from newscli.analysis.compare.words import Word
from newscli.comparison import StatementGroup, Telling
from newscli.limits import MAX_ALIGNED_WORDS
from newscli.model import Analysis, Span

# The number of an article and that of one of its statements, or the id of one of its quotes.
_Place = tuple[int, int]
# Where two articles have pieces of a quotation in another order, a run of so many words is the same piece.
_MOVED_RUN: Final = 3
_MOST_MOVES: Final = 8
_DECIMALS: Final = 4
_NEGATIONS: Final = frozenset({"never", "no", "nobody", "none", "nor", "not", "nothing"})


def group_statements(
    told: Sequence[Analysis], statements: Sequence[Sequence[Statement]]
) -> tuple[StatementGroup, ...]:
    """Group the statements of several articles: those that are one stand together.

    Args:
        told: The analyses.
        statements: Those of each article, in text order.

    Returns:
        The groups that several articles have, then those that one has alone, each in the order of the first
        article. A statement inside another one that is paired, and whose words the other article has too, is
        in no group.
    """
    pairs = {(i, j): align(statements[i], statements[j]) for i, j in combinations(range(len(statements)), 2)}
    agreed: dict[_Place, float] = {}
    disputed: set[_Place] = set()
    for (i, _), found in pairs.items():
        for pair in found:
            agreed[i, pair.first] = min(pair.agreement, agreed.get((i, pair.first), 1.0))
            disputed |= {(i, pair.first)} if pair.apart else set()
    shared: list[StatementGroup] = []
    alone: list[Statement] = []
    for places in _connected(statements, pairs):
        members = [statements[article][number] for article, number in places]
        if len(places) > 1:
            least = min(agreed.get(place, 1.0) for place in places)
            tellings = tuple(_tellings(told, members))
            shared.append(StatementGroup(tellings, round(least, _DECIMALS), not disputed.isdisjoint(places)))
        else:
            alone += members
    outer = {(one.article, one.quote.id): one for group in shared for one in group.tellings}
    kept = (one for one in alone if not _told_within(one, outer))
    return (*shared, *(StatementGroup((Telling(one.article, one.quote),)) for one in kept))


def _connected(
    statements: Sequence[Sequence[Statement]], pairs: Mapping[_Place, Sequence[Pair]]
) -> list[list[_Place]]:
    """Return the places of statements that pairs connect, in order, each group in order."""
    leader: dict[_Place, _Place] = {}

    def lead(place: _Place) -> _Place:
        while place in leader:
            place = leader[place]
        return place

    for (i, j), found in pairs.items():
        for pair in found:
            one, other = sorted((lead((i, pair.first)), lead((j, pair.second))))
            if one != other:
                leader[other] = one
    groups: defaultdict[_Place, list[_Place]] = defaultdict(list)
    for article, own in enumerate(statements):
        for number in range(len(own)):
            groups[lead((article, number))].append((article, number))
    return [groups[first] for first in sorted(groups)]


def _told_within(one: Statement, outer: Mapping[_Place, Telling]) -> bool:
    """Return whether a statement stands inside one that is shared, in words that do not differ."""
    if one.quote.within is None or (one.article, one.quote.within) not in outer:
        return False
    differs = outer[one.article, one.quote.within].differs
    return not any(mine.meets(span) for mine in differs for span in one.quote.spans)


def _tellings(told: Sequence[Analysis], members: Sequence[Statement]) -> Iterator[Telling]:
    """Yield the tellings of one group, in order, with the words that another article lacks."""
    own: defaultdict[int, list[Word]] = defaultdict(list)
    for one in members:
        own[one.article] += one.words[:MAX_ALIGNED_WORDS]
    quoted = all(one.quote.kind != "indirect" for one in members)
    lacking: defaultdict[int, set[Span]] = defaultdict(set)
    for first, second in combinations(sorted(own), 2):
        mine, others = differing(own[first], own[second], quoted=quoted)
        lacking[first] |= mine
        lacking[second] |= others
    for one in members:
        prose = told[one.article].article.prose
        differs = [word.span for word in one.words if word.span in lacking[one.article]]
        pieces = ([span for span in differs if whole.holds(span)] for whole in one.quote.spans)
        yield Telling(one.article, one.quote, tuple(run for piece in pieces for run in _joined(prose, piece)))


def _joined(prose: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans in text order, those between which no word stands as one."""
    start: Span | None = None
    for span in spans:
        if start is None:
            start = span
        elif any(char.isalnum() for char in prose[start.end : span.start]):
            yield start
            start = span
        else:
            start = Span(start.start, max(start.end, span.end))
    if start is not None:
        yield start


def differing(one: Sequence[Word], other: Sequence[Word], *, quoted: bool) -> tuple[set[Span], set[Span]]:
    """Return where the words of two tellings stand that the other one lacks.

    Args:
        one: The words of the first telling.
        other: Those of the second.
        quoted: Whether both are quotations: then all words count, in their order, though pieces of three
            words and more may stand in another order. Else a word is lacking if no word of the other telling
            has its stem, and of small words negations alone count.
    """
    if not quoted:
        return _without_counterpart(one, other), _without_counterpart(other, one)
    mine, others = [word.key for word in one], [word.key for word in other]
    left, right = set(range(len(one))), set(range(len(other)))
    fresh = count()
    for move in range(_MOST_MOVES):
        runs = SequenceMatcher(None, mine, others, autojunk=False).get_matching_blocks()
        kept = [run for run in runs if run.size >= (_MOVED_RUN if move else 1)]
        if not kept:
            break
        for at, to in ((run.a + step, run.b + step) for run in kept for step in range(run.size)):
            left.discard(at)
            right.discard(to)
            # What is matched once is matched with nothing else.
            mine[at], others[to] = f"<{next(fresh)}", f">{next(fresh)}"
    return {one[at].span for at in left}, {other[at].span for at in right}


def _without_counterpart(words: Sequence[Word], others: Sequence[Word]) -> set[Span]:
    stems = {word.stem for word in others}
    negated = any(word.key in _NEGATIONS for word in others)
    return {
        word.span
        for word in words
        if (word.stem is not None and word.stem not in stems) or (word.key in _NEGATIONS and not negated)
    }
