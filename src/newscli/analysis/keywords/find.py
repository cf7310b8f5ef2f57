"""The terms that set an article apart: names, recurring collocations and the nouns it keeps using.

There is no background corpus to distinguish a rare word from a common one. What stands in for it: lists of
the words that any article may use, the capitals of names, and the company that words keep (runs
between function words as in RAKE, Rose et al. 2010; collocations by NLTK).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log2
from typing import Final

from newscli.analysis.keywords.phrases import JOINTS, Run, find_runs
from newscli.analysis.words import SentenceWords
from newscli.engines.terms import rank_bigrams
from newscli.english.newswriting import NEWS_WORDS
from newscli.english.places import ADJECTIVES, PLACES, SAME_PLACE
from newscli.model import Article, Keyword, Span

# Independent words reach this likelihood ratio once in a thousand times (Dunning 1993).
_MIN_RATIO: Final = 10.83
# Words of a term; what is longer is a clause.
_MAX_WORDS: Final = 5
# The numbers below were set by hand on the rated Wikinews articles (benchmarks/keywords.py).
# A term that first occurs after so many tokens has half the bonus of one in the first sentence.
_HALF_WAY_TOKENS: Final = 100
_HEADLINE_FACTOR: Final = 1.4
_NAME_FACTOR: Final = 1.8
_PHRASE_FACTOR: Final = 1.3

# A name of two words may be called by its first, one of more by its initials, of which two are too few.
_PAIR: Final = 2
_MIN_INITIALS: Final = 3

_Key = tuple[str, ...]


@dataclass(slots=True)
class _Term:
    """A term while its occurrences are gathered.

    Attributes:
        key: The stems of its words.
        name: Whether the article writes it as a name.
        spans: Its occurrences in text order.
        spellings: How often each spelling occurs; those that are verbs count 0.
        first: Number of tokens before its first occurrence.
        headline: Whether the headline has it.
        noun: Balance of what its occurrences show of its last word, see ``Word.noun``.
    """

    key: _Key
    name: bool
    first: int
    spans: list[Span] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    headline: bool = False
    noun: int = 0

    @property
    def spelling(self) -> str:
        """The most frequent spelling, for all but names one without a sentence's capital."""
        ranked = [spelling for spelling, _ in self.spellings.most_common()]
        plain = [] if self.name else [spelling for spelling in ranked if spelling[0].islower()]
        return (plain or ranked)[0]

    @property
    def is_adjective(self) -> bool:
        """Whether it is an adjective of a place or people: "North Korean"."""
        return self.spelling.rpartition(" ")[2] in ADJECTIVES

    @property
    def is_place(self) -> bool:
        """Whether it names a well-known place; that is no short form of anything."""
        return any(spelling in PLACES for spelling in self.spellings)

    @property
    def is_subject(self) -> bool:
        """Whether an article may be about it: a name, or something that it uses as a noun."""
        if len(self.key) == 1 and any(spelling.lower() in NEWS_WORDS for spelling in self.spellings):
            return False
        return self.name or self.noun > 0

    @property
    def score(self) -> float:
        """Frequency, damped, times position, times what marks a specific term."""
        value = log2(1 + len(self.spans)) * (1 + 1 / (1 + self.first / _HALF_WAY_TOKENS))
        value *= _HEADLINE_FACTOR if self.headline else 1
        value *= _NAME_FACTOR if self.name and not self.is_adjective else 1
        return value * (_PHRASE_FACTOR if len(self.key) > 1 else 1)

    def absorb(self, part: _Term) -> None:
        """Count the occurrences of a short form as its own; the spelling stays."""
        self.spans = sorted(self.spans + part.spans)
        self.first = min(self.first, part.first)
        self.headline |= part.headline


@dataclass(frozen=True, slots=True)
class _KeyedRun:
    """A run with start, end and key of every multiword stretch of it that may be a term."""

    words: Run
    keys: tuple[tuple[int, int, _Key], ...]


def _with_keys(run: Run) -> _KeyedRun:
    if len(run) == 1:
        return _KeyedRun(run, ())
    stems = [word.stem for word in run]
    ends = [at for at, word in enumerate(run) if word.text not in JOINTS]
    keys = [
        (start, last + 1, tuple(stems[start : last + 1]))
        for number, start in enumerate(ends)
        for last in ends[number + 1 : number + _MAX_WORDS]
        if last < start + _MAX_WORDS
    ]
    return _KeyedRun(run, tuple(keys))


def _opens_as_name(words: Run, lower: frozenset[str]) -> bool:
    """Return whether the phrase that opens a sentence is a name: "Mara Lindqvist, who …".

    The first capital says nothing there, but the others do, and the first word is no common one.
    """
    first, rest = words[0], words[1:]
    common = first.stem in lower or first.text.lower() in NEWS_WORDS
    return not (first.headline or common) and all(word.named for word in rest)


def _find_names(runs: Sequence[_KeyedRun]) -> frozenset[_Key]:
    """Return the keys of what the article writes with capitals where it need not.

    A phrase in the capitals of a headline must occur twice; one that opens with an adjective must
    keep its words together: "Grand Prix" may be "Japanese" everywhere, "Lindqvist" is only sometimes
    "Swedish".
    """
    balance: Counter[str] = Counter()
    for word in chain.from_iterable(run.words for run in runs):
        balance[word.stem] += 1 if word.named else -word.text[0].islower()
    lower = frozenset(stem for stem, surplus in balance.items() if surplus < 0)
    capitals: Counter[_Key] = Counter()
    seen: Counter[_Key] = Counter((word.stem,) for run in runs for word in run.words)
    described: set[_Key] = set()
    for run in runs:
        for start, end, key in run.keys:
            words = [word for word in run.words[start:end] if word.text not in JOINTS]
            if all(word.text[0].isupper() for word in words):
                seen[key] += 1
                named = all(word.named for word in words) or _opens_as_name(words, lower)
                capitals[key] += 2 if named else 1
                if words[0].text in ADJECTIVES:
                    described.add(key)
    apart = {key for key in described if seen[key[1:]] >= 2 * seen[key]}
    singles = ((stem,) for stem, surplus in balance.items() if surplus > 0)
    return frozenset(singles) | {key for key, count in capitals.items() if count > 1 and key not in apart}


def _find_collocations(runs: Sequence[_KeyedRun]) -> frozenset[_Key]:
    """Return the keys of phrases that occur at least twice and whose words attract each other."""
    words = [text for run in runs for text in ("", *(word.stem for word in run.words))]
    tied = {pair for pair, ratio in rank_bigrams(words, 2) if ratio >= _MIN_RATIO}
    seen = Counter(
        key for run in runs for _, _, key in run.keys if all(pair in tied for pair in pairwise(key))
    )
    return frozenset(key for key, count in seen.items() if count > 1)


def _cut(run: _KeyedRun, phrases: frozenset[_Key]) -> Iterator[Run]:
    """Cut a run into terms, each the longest phrase that starts where the one before ended."""
    ends = {start: end for start, end, key in run.keys if key in phrases}
    start = 0
    while start < len(run.words):
        end = ends.get(start, start + 1)
        yield run.words[start:end]
        start = end


def _gather(article: Article, runs: Sequence[_KeyedRun]) -> dict[_Key, _Term]:
    """Gather the terms with their occurrences, in the order of the first ones."""
    names = _find_names(runs)
    phrases = names | _find_collocations(runs)
    terms: dict[_Key, _Term] = {}
    for run in runs:
        for words in _cut(run, phrases):
            key = tuple(word.stem for word in words)
            term = terms.setdefault(key, _Term(key, key in names, words[0].before))
            span = Span(words[0].span.start, words[-1].span.end)
            term.spans.append(span)
            term.spellings[" ".join(span.of(article.prose).split())] += words[-1].noun >= 0
            term.headline |= words[0].headline
            term.noun += words[-1].noun
    return terms


def _initials(term: _Term) -> str:
    """Return the initials of a name, in the case of stems."""
    return "".join(word[0] for word in term.key if word not in JOINTS)


def _short_forms(term: _Term) -> Iterator[str]:
    """Yield the single words that may stand for a phrase, as stems.

    Any word for a collocation; for a name the last one ("Lindqvist" for "Mara Lindqvist"), the
    first of two ("Guantanamo"), the initials of three and more.
    """
    if not term.name:
        yield from dict.fromkeys(term.key)
        return
    yield term.key[-1]
    if len(term.key) == _PAIR:
        yield term.key[0]
    elif len(_initials(term)) >= _MIN_INITIALS:
        yield _initials(term)


def _home(term: _Term, phrases: Sequence[_Term]) -> _Term | None:
    """Return the phrase that a single word stands for, None if it is a term of its own.

    A name stands for a name, the one that holds most of the word's occurrences inside phrases; one
    that occurs once must come first in the body, as a full name does. A common word stands for a
    collocation that is at least as frequent as the word alone.
    """
    fitting = [phrase for phrase in phrases if phrase.name == term.name]
    if not fitting or term.is_place or term.is_adjective:
        return None
    home = max(fitting, key=lambda phrase: len(phrase.spans))
    if 2 * len(home.spans) <= sum(len(phrase.spans) for phrase in phrases):
        return None
    if not home.name:
        return home if len(home.spans) >= len(term.spans) else None
    first = term.spans[1 if term.headline and len(term.spans) > 1 else 0]
    return home if len(home.spans) > 1 or home.spans[0] <= first else None


def _country(term: _Term) -> str:
    """Return one spelling for all names of a place: "US", "U.S." and "United States"."""
    spelling = " ".join(term.spelling.lower().replace(".", " ").split())
    return SAME_PLACE.get(spelling, spelling)


def _find_places(terms: Iterable[_Term]) -> dict[str, _Term]:
    """Return for each place of the article the most frequent of its names."""
    places: dict[str, _Term] = {}
    for term in terms:
        if term.is_place:
            place = places.setdefault(_country(term), term)
            if len(term.spans) > len(place.spans):
                places[_country(term)] = term
    return places


def _place_of(term: _Term, places: Mapping[str, _Term]) -> _Term | None:
    """Return the place that another of its names, or an adjective, stands for: "China" for "Chinese"."""
    if term.is_place:
        place = places[_country(term)]
        return place if place is not term else None
    if not term.is_adjective:
        return None
    adjective = term.spelling.lower()
    return next((place for name, place in places.items() if adjective.startswith(name[:-1])), None)


def _swallow(terms: dict[_Key, _Term]) -> list[_Term]:
    """Merge single words into the phrases they abbreviate, and adjectives into their places."""
    phrases: defaultdict[str, list[_Term]] = defaultdict(list)
    for term in terms.values():
        if len(term.key) > 1:
            for word in _short_forms(term):
                phrases[word].append(term)
    places = _find_places(terms.values())
    left: list[_Term] = []
    taken: list[tuple[_Term, _Term]] = []
    for term in terms.values():
        home = _place_of(term, places)
        if home is None and len(term.key) == 1:
            home = _home(term, phrases.get(term.key[0], ()))
        if home is None:
            left.append(term)
        else:
            taken.append((home, term))
    for home, part in taken:
        home.absorb(part)
    return left


def _repeats(term: _Term, better: _Term) -> bool:
    """Return whether a term says nothing that a better one does not: a part of it, or it and more."""
    key, other = set(term.key), set(better.key)
    if key < other:
        return not term.is_place
    size = len(better.key)
    extends = better.key in (term.key[-size:], term.key[:size]) and not better.is_place
    return key > other and (extends or not better.name)


def find_keywords(article: Article, words: Sequence[SentenceWords], limit: int = 10) -> tuple[Keyword, ...]:
    """Find the terms that set an article apart.

    Args:
        article: The article.
        words: All its sentences; headlines and body are read.
        limit: The most terms to return.

    Returns:
        The best terms first, equal ones in the order of the text. ``mentions`` of a phrase
        include the single words and initials that stand for it.
    """
    terms = _swallow(_gather(article, [_with_keys(run) for run in find_runs(words)]))
    ranked = sorted(
        (term for term in terms if term.is_subject), key=lambda term: (-term.score, term.spans[0])
    )
    chosen: list[_Term] = []
    for term in ranked:
        if len(chosen) == limit:
            break
        if not any(_repeats(term, better) for better in chosen):
            chosen.append(term)
    return tuple(
        Keyword(term.spelling, round(term.score / chosen[0].score, 4), tuple(term.spans)) for term in chosen
    )
