"""The terms that set an article apart: names, recurring collocations and the nouns it keeps using.

There is no background corpus to distinguish a rare word from a common one. What stands in for it: lists of
the words that any article may use, the capitals of names, and the company that words keep (runs
between function words as in RAKE, Rose et al. 2010; collocations by NLTK).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from newscli.analysis.keywords.phrases import JOINTS, Run, find_runs
from newscli.analysis.keywords.terms import Key, Term
from newscli.analysis.words import SentenceWords
from newscli.engines.terms import rank_bigrams
from newscli.english.newswriting import NEWS_WORDS
from newscli.english.places import ADJECTIVES, SAME_PLACE
from newscli.model import Article, Keyword, Span

# Independent words reach this likelihood ratio once in a thousand times (Dunning 1993).
_MIN_RATIO: Final = 10.83
# Words of a term; what is longer is a clause.
_MAX_WORDS: Final = 5
# A name of two words may be called by its first, one of more by its initials, of which two are too few.
_PAIR: Final = 2
_MIN_INITIALS: Final = 3


@dataclass(frozen=True, slots=True)
class _KeyedRun:
    """A run with start, end and key of every multiword stretch of it that may be a term."""

    words: Run
    keys: tuple[tuple[int, int, Key], ...]


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


def _find_names(runs: Sequence[_KeyedRun]) -> frozenset[Key]:
    """Return the keys of what the article writes with capitals where it need not.

    A phrase in the capitals of a headline must occur twice; one that opens with an adjective must
    keep its words together: "Grand Prix" may be "Japanese" everywhere, "Lindqvist" is only sometimes
    "Swedish".
    """
    balance: Counter[str] = Counter()
    for word in chain.from_iterable(run.words for run in runs):
        balance[word.stem] += 1 if word.named else -word.text[0].islower()
    lower = frozenset(stem for stem, surplus in balance.items() if surplus < 0)
    capitals: Counter[Key] = Counter()
    seen: Counter[Key] = Counter((word.stem,) for run in runs for word in run.words)
    described: set[Key] = set()
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


def _find_collocations(runs: Sequence[_KeyedRun]) -> frozenset[Key]:
    """Return the keys of phrases that occur at least twice and whose words attract each other."""
    words = [text for run in runs for text in ("", *(word.stem for word in run.words))]
    tied = {pair for pair, ratio in rank_bigrams(words, 2) if ratio >= _MIN_RATIO}
    seen = Counter(
        key for run in runs for _, _, key in run.keys if all(pair in tied for pair in pairwise(key))
    )
    return frozenset(key for key, count in seen.items() if count > 1)


def _cut(run: _KeyedRun, phrases: frozenset[Key]) -> Iterator[Run]:
    """Cut a run into terms, each the longest phrase that starts where the one before ended."""
    ends = {start: end for start, end, key in run.keys if key in phrases}
    start = 0
    while start < len(run.words):
        end = ends.get(start, start + 1)
        yield run.words[start:end]
        start = end


def _gather(article: Article, runs: Sequence[_KeyedRun]) -> dict[Key, Term]:
    """Gather the terms with their occurrences, in the order of the first ones."""
    names = _find_names(runs)
    phrases = names | _find_collocations(runs)
    terms: dict[Key, Term] = {}
    for run in runs:
        for words in _cut(run, phrases):
            key = tuple(word.stem for word in words)
            term = terms.setdefault(key, Term(key, key in names, words[0].before))
            span = Span(words[0].span.start, words[-1].span.end)
            term.spans.append(span)
            term.spellings[" ".join(span.of(article.prose).split())] += words[-1].noun >= 0
            term.headline |= words[0].headline
            term.lead |= words[0].lead
            term.noun += words[-1].noun
    return terms


def _initials(term: Term) -> str:
    """Return the initials of a name, in the case of stems."""
    return "".join(word[0] for word in term.key if word not in JOINTS)


def _short_forms(term: Term) -> Iterator[str]:
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


def _home(term: Term, phrases: Sequence[Term]) -> Term | None:
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


def _country(term: Term) -> str:
    """Return one spelling for all names of a place: "US", "U.S." and "United States"."""
    spelling = " ".join(term.spelling.lower().replace(".", " ").split())
    return SAME_PLACE.get(spelling, spelling)


def _find_places(terms: Iterable[Term]) -> dict[str, Term]:
    """Return for each place of the article the most frequent of its names."""
    places: dict[str, Term] = {}
    for term in terms:
        if term.is_place:
            place = places.setdefault(_country(term), term)
            if len(term.spans) > len(place.spans):
                places[_country(term)] = term
    return places


def _place_of(term: Term, places: Mapping[str, Term]) -> Term | None:
    """Return the place that another of its names, or an adjective, stands for: "China" for "Chinese"."""
    if term.is_place:
        place = places[_country(term)]
        return place if place is not term else None
    if not term.is_adjective:
        return None
    adjective = term.spelling.lower()
    return next((place for name, place in places.items() if adjective.startswith(name[:-1])), None)


def _swallow(terms: dict[Key, Term]) -> list[Term]:
    """Merge single words into the phrases they abbreviate, and adjectives into their places."""
    phrases: defaultdict[str, list[Term]] = defaultdict(list)
    for term in terms.values():
        if len(term.key) > 1:
            for word in _short_forms(term):
                phrases[word].append(term)
    places = _find_places(terms.values())
    left: list[Term] = []
    taken: list[tuple[Term, Term]] = []
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


def _repeats(term: Term, better: Term) -> bool:
    """Return whether a term says nothing that a better one does not: a part of it, or it and more."""
    key, other = set(term.key), set(better.key)
    if key < other:
        return not term.is_place
    size = len(better.key)
    extends = better.key in (term.key[-size:], term.key[:size]) and not better.is_place
    return key > other and (extends or not better.name)


def find_terms(article: Article, words: Sequence[SentenceWords]) -> list[Term]:
    """Return the terms that an article may be about, in the order of their first words.

    Args:
        article: The article.
        words: All its sentences; headlines and body are read.
    """
    terms = _swallow(_gather(article, [_with_keys(run) for run in find_runs(words)]))
    return [term for term in terms if term.is_subject]


def choose(terms: Iterable[tuple[float, Term]], limit: int) -> list[tuple[float, Term]]:
    """Return the best of scored terms, best first and equal ones in text order; none repeats a better one."""
    chosen: list[tuple[float, Term]] = []
    for score, term in sorted(terms, key=lambda one: (-one[0], one[1].spans[0])):
        if len(chosen) == limit:
            break
        if not any(_repeats(term, better) for _, better in chosen):
            chosen.append((score, term))
    return chosen


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
    chosen = choose(((term.score(), term) for term in find_terms(article, words)), limit)
    return tuple(
        Keyword(term.spelling, round(score / chosen[0][0], 4), tuple(term.spans)) for score, term in chosen
    )
