"""Which statements of several articles are one: the alignment.

Two statements of different articles are compared if their speakers are one, or may be (``speakers``). They
agree by their words:

- Content words, stemmed, names among them, and numbers, whatever they are written with. A word that several
  statements of an article hold ("bridge", in a story of a bridge) counts for less: its weight is one over
  their number. A word of any news ("people", "time") has half of that, a number half as much again. The
  agreement is the weight that both share as a part of the lighter statement's, averaged with its part of
  both (Dice), so that a paraphrase that adds something still agrees, and two long statements with a few
  words in common do not. If they share one word alone, its part of both is all.
- If both hold words in quotation marks, also all words in their order, as ``difflib`` aligns them: how many
  stand in common runs of three words or more, as a part of the shorter one. The greater agreement counts.

Two denials, questions or refusals to say agree more for that. Speakers that may be one must agree more than
those that are. Those that are not one must have the same quotation, word for word: then the articles, or
newscli, differ in who says it, and the group is disputed.

Pairs are made in the order of their agreement, the earlier statements first among equals, so that each
statement goes to the one that it agrees with most. A statement that is paired already takes a further one
only if that agrees with words of it that are not matched yet: what one article tells in two statements,
another tells in one. Over more than two articles each two are aligned in their order, and what is paired is
one group.

The same articles in the same order give the same groups. A statement is compared with a bounded number of
others, those with which it shares its rarest words, so that time grows linearly in their number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from typing import Final, NamedTuple

from newscli.analysis.compare.speakers import Relation, Speaker, relation, speaker_of
from newscli.analysis.compare.words import Word, words_of
from newscli.engines.terms import stem
from newscli.english.newswriting import NEWS_WORDS
from newscli.limits import MAX_ALIGNED_WORDS, MAX_STATEMENT_PARTNERS, MAX_STATEMENTS_OF_WORD
from newscli.model import Analysis, Quote

# The least agreement of two statements, by how their speakers are related. Of two different statements of one
# speaker in one article, 929 of 70 articles of dev sets, 4 % agree so much; a third of these repeat a thing.
_LEAST: Final[Mapping[Relation, float]] = {Relation.SAME: 0.25, Relation.PERHAPS: 0.27, Relation.OTHER: 0.8}
# Of two speakers who are not one: so many words in one run.
_WORD_FOR_WORD: Final = 6
_RUN: Final = 3
# What is not matched yet must be so much of a further statement, or so many words in one run.
_REST: Final = 0.33
_NEW_RUN: Final = 5
_OF_ANY_NEWS: Final = 0.5
_OF_NUMBER: Final = 1.5
# Two denials by one speaker, or two questions, are rarely of two things.
_SAME_STATUS: Final = 0.2


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with its words.

    Attributes:
        article: The index of its article.
        quote: What the article has.
        speaker: Who says it.
        words: Its words in text order.
        stems: The stems of its content words, and its numbers.
    """

    article: int
    quote: Quote
    speaker: Speaker
    words: tuple[Word, ...]
    stems: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stems", frozenset(word.stem for word in self.words if word.stem))


class Pair(NamedTuple):
    """Two statements that agree, by their numbers in the two lists that are aligned; in order, best first.

    Attributes:
        apart: Whether their speakers are not one.
        disagreement: 1 less their agreement.
        first: The number in the first list.
        second: That in the second one.
    """

    apart: bool
    disagreement: float
    first: int
    second: int

    @property
    def agreement(self) -> float:
        """How much of their words they share, 0 to 1."""
        return 1 - self.disagreement


def statements_of(article: int, analysis: Analysis) -> list[Statement]:
    """Return the statements of an article that a list shows, in text order.

    One inside another by the same speaker tells no more than that, and is left out.
    """
    prose = analysis.article.prose
    shown = [quote for quote in analysis.quotes if quote.shown]
    speakers = {quote.id: quote.speaker for quote in shown}
    return [
        Statement(article, quote, speaker_of(analysis, quote), tuple(words_of(prose, quote.spans)))
        for quote in shown
        if quote.within is None or speakers.get(quote.within) != quote.speaker
    ]


def align(first: Sequence[Statement], second: Sequence[Statement]) -> list[Pair]:
    """Return the pairs of statements of two articles that are one, best first."""
    weights = _weights(first, second)
    matched: tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]] = ({}, {})
    found = []
    for pair in sorted(_candidates(first, second, weights)):
        one, other = first[pair.first], second[pair.second]
        left, right = matched[0].get(pair.first), matched[1].get(pair.second)
        if left is not None and right is not None:
            continue
        if left is not None and not _goes_on(other, one, left, weights):
            continue
        if right is not None and not _goes_on(one, other, right, weights):
            continue
        shared = one.stems & other.stems
        matched[0][pair.first] = (left or frozenset()) | shared
        matched[1][pair.second] = (right or frozenset()) | shared
        found.append(pair)
    return found


def _goes_on(free: Statement, held: Statement, matched: frozenset[str], weights: Mapping[str, float]) -> bool:
    """Return whether a statement agrees with what is not matched yet of one that is paired already."""
    if relation(free.speaker, held.speaker) is not Relation.SAME:
        return False
    left = [word for word in held.words if word.stem is None or word.stem not in matched]
    if "indirect" not in {free.quote.kind, held.quote.kind} and in_order(free.words, left)[1] >= _NEW_RUN:
        return True
    rest = _weight(free.stems & (held.stems - matched), weights)
    return rest >= _REST * _weight(free.stems, weights)


def _weights(first: Sequence[Statement], second: Sequence[Statement]) -> dict[str, float]:
    """Return the weight of each stem: one over the number of statements of an article that hold it.

    A word that any news may use has half of that.
    """
    counts = [Counter(key for one in each for key in one.stems) for each in (first, second)]
    return {key: worth(key) / max(counts[0][key], counts[1][key]) for key in counts[0] | counts[1]}


def worth(key: str) -> float:
    """Return what a stem or a number is worth by itself; see above."""
    if key[0].isdigit():
        return _OF_NUMBER
    return _OF_ANY_NEWS if key in _news_stems() else 1.0


@cache
def _news_stems() -> frozenset[str]:
    return frozenset(map(stem, NEWS_WORDS))


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[key] for key in sorted(stems))


def _candidates(
    first: Sequence[Statement], second: Sequence[Statement], weights: Mapping[str, float]
) -> Iterator[Pair]:
    """Yield the pairs that agree enough, out of those that share their rarest words."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, other in enumerate(second):
        for key in other.stems:
            holders[key].append(number)
    for number, one in enumerate(first):
        near: defaultdict[int, float] = defaultdict(float)
        for key in sorted(one.stems):
            if len(holders.get(key, ())) <= MAX_STATEMENTS_OF_WORD:
                for partner in holders.get(key, ()):
                    near[partner] += weights[key]
        best = sorted(near, key=lambda partner: (-near[partner], partner))[:MAX_STATEMENT_PARTNERS]
        for partner in best:
            related = relation(one.speaker, second[partner].speaker)
            agreement = _agreement(one, second[partner], related, weights)
            if agreement >= _LEAST[related]:
                yield Pair(related is Relation.OTHER, 1 - agreement, number, partner)


def _agreement(one: Statement, other: Statement, related: Relation, weights: Mapping[str, float]) -> float:
    """Return how much two statements agree, 0 to 1."""
    quoted = "indirect" not in {one.quote.kind, other.quote.kind}
    if related is Relation.OTHER:
        aligned, longest = in_order(one.words, other.words) if quoted else (0.0, 0)
        return aligned if longest >= _WORD_FOR_WORD else 0.0
    agreement = by_content(one.stems, other.stems, weights)
    if quoted:
        agreement = max(agreement, in_order(one.words, other.words)[0])
    alike = one.quote.status == other.quote.status != "said"
    return min(1.0, agreement + _SAME_STATUS * alike)


def by_content(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return how much two statements agree by their content words; see above."""
    both = one & other
    if not both:
        return 0.0
    shared = _weight(both, weights)
    light, heavy = sorted((_weight(one, weights), _weight(other, weights)))
    dice = 2 * shared / (light + heavy)
    return dice if len(both) == 1 else (shared / light + dice) / 2


def in_order(one: Sequence[Word], other: Sequence[Word]) -> tuple[float, int]:
    """Return how much two quotations agree word for word, 0 to 1, and their longest common run of words."""
    mine, others = ([word.key for word in words[:MAX_ALIGNED_WORDS]] for words in (one, other))
    runs = SequenceMatcher(None, mine, others, autojunk=False).get_matching_blocks()
    shorter = min(len(mine), len(others))
    if not shorter:
        return 0.0, 0
    matched = sum(run.size for run in runs if run.size >= min(_RUN, shorter))
    return matched / shorter, max(run.size for run in runs)
