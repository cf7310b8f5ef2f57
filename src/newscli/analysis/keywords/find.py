"""The terms that set an article apart: its entities, recurring collocations and the nouns it keeps using.

There is no background corpus to distinguish a rare word from a common one. What stands in for it: lists of
the words that any article may use, and the company that words keep (runs between function words as in RAKE,
Rose et al. 2010; collocations by NLTK).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from newscli.analysis.keywords.phrases import Run, find_runs
from newscli.analysis.keywords.terms import Key, Term
from newscli.analysis.words import SentenceWords
from newscli.engines.terms import rank_bigrams, stem
from newscli.model import RUNNING_TEXT, Article, Entity, Keyword, Span
from newscli.spans import SpanIndex

# Independent words reach this likelihood ratio once in a thousand times (Dunning 1993).
_MIN_RATIO: Final = 10.83
# Words of a term; what is longer is a clause.
_MAX_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class _KeyedRun:
    """A run with start, end and key of every multiword stretch of it that may be a term."""

    words: Run
    keys: tuple[tuple[int, int, Key], ...]


def _with_keys(run: Run) -> _KeyedRun:
    if len(run) == 1:
        return _KeyedRun(run, ())
    stems = [word.stem for word in run]
    keys = [
        (start, end, tuple(stems[start:end]))
        for start in range(len(run))
        for end in range(start + 2, min(start + _MAX_WORDS, len(run)) + 1)
    ]
    return _KeyedRun(run, tuple(keys))


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


def _gather(article: Article, runs: Sequence[_KeyedRun]) -> list[Term]:
    """Gather the common terms with their occurrences, in the order of the first ones."""
    phrases = _find_collocations(runs)
    terms: dict[Key, Term] = {}
    for run in runs:
        for words in _cut(run, phrases):
            key = tuple(word.stem for word in words)
            term = terms.setdefault(key, Term(key, words[0].before))
            span = Span(words[0].span.start, words[-1].span.end)
            term.spans.append(span)
            term.spellings[" ".join(span.of(article.prose).split())] += words[-1].noun >= 0
            term.lead |= words[0].lead
            term.noun += words[-1].noun
    return list(terms.values())


def _home(term: Term, phrases: Sequence[Term]) -> Term | None:
    """Return the collocation that a single word stands for, None if it is a term of its own.

    It holds most of what collocations hold of the word, and is at least as frequent as the word alone.
    """
    home = max(phrases, key=lambda phrase: len(phrase.spans), default=None)
    if home is None or 2 * len(home.spans) <= sum(len(phrase.spans) for phrase in phrases):
        return None
    return home if len(home.spans) >= len(term.spans) else None


def _swallow(terms: Sequence[Term]) -> list[Term]:
    """Merge single words into the collocations that they abbreviate."""
    phrases: defaultdict[str, list[Term]] = defaultdict(list)
    for term in terms:
        if len(term.key) > 1:
            for word in dict.fromkeys(term.key):
                phrases[word].append(term)
    homes = [_home(term, phrases.get(term.key[0], ())) if len(term.key) == 1 else None for term in terms]
    for term, home in zip(terms, homes, strict=True):
        if home is not None:
            home.absorb(term)
    return [term for term, home in zip(terms, homes, strict=True) if home is None]


def _named(words: Sequence[SentenceWords], entities: Iterable[Entity]) -> list[Term]:
    """Return a term for each entity that headlines or body name; a people's adjective is its place's."""
    running = [sentence for sentence in words if sentence.sentence.role in RUNNING_TEXT]
    index = SpanIndex(sentence.sentence.span for sentence in running)
    before = list(accumulate((len(sentence.texts) for sentence in running), initial=0))
    lead = next((n for n, sentence in enumerate(running) if sentence.sentence.role == "body"), -1)
    terms: list[Term] = []
    for entity in entities:
        places = [(span, n) for span in entity.mentions if (n := index.at(span.start)) is not None]
        if places:
            span, n = places[0]
            terms.append(
                Term(
                    tuple(stem(word) for word in entity.name.split()),
                    before[n] + running[n].index.behind(span.start),
                    entity,
                    [span for span, _ in places],
                    headline=any(running[n].sentence.role == "headline" for _, n in places),
                    lead=any(n == lead for _, n in places),
                )
            )
    return list(_with_peoples(terms))


def _with_peoples(terms: Sequence[Term]) -> Iterator[Term]:
    """Merge the adjectives of peoples into their places: "Chinese" into "China"."""
    places = {
        form.lower()[:-1]: term
        for term in terms
        if term.is_place and term.entity is not None
        for form in (term.entity.name, *term.entity.aliases)
    }
    for term in terms:
        adjective = term.spelling.lower() if term.is_adjective and not term.is_place else ""
        beginnings = (adjective[:end] for end in range(len(adjective), 1, -1))
        home = next((places[beginning] for beginning in beginnings if beginning in places), None)
        if home is None:
            yield term
        else:
            home.absorb(term)


def _repeats(term: Term, better: Term) -> bool:
    """Return whether a term says nothing that a better one does not: a part of it, or it and more.

    Two entities are two, unless they have one name.
    """
    if term.entity is not None and better.entity is not None:
        return term.key == better.key
    key, other = set(term.key), set(better.key)
    if key < other:
        return True
    size = len(better.key)
    extends = better.key in (term.key[-size:], term.key[:size])
    return key > other and (extends or better.entity is None)


def find_terms(article: Article, words: Sequence[SentenceWords], entities: Sequence[Entity]) -> list[Term]:
    """Return the terms that an article may be about, its entities first.

    Args:
        article: The article.
        words: All its sentences; headlines and body are read.
        entities: All of the article; their names are the terms that have a capital.
    """
    names = SpanIndex(sorted(span for entity in entities for span in entity.mentions))
    runs = [_with_keys(run) for run in find_runs(words, names)]
    terms = (*_named(words, entities), *_swallow(_gather(article, runs)))
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


def find_keywords(
    article: Article, words: Sequence[SentenceWords], entities: Sequence[Entity], limit: int = 10
) -> tuple[Keyword, ...]:
    """Find the terms that set an article apart.

    Args:
        article: The article.
        words: All its sentences; headlines and body are read.
        entities: All of the article. A keyword that is one has its name.
        limit: The most terms to return.

    Returns:
        The best terms first, equal ones in the order of the text. ``mentions`` of an entity are its own in
        headlines and body, of a place also the adjectives of its people, of a phrase the single words that
        stand for it.
    """
    chosen = choose(((term.score(), term) for term in find_terms(article, words, entities)), limit)
    return tuple(
        Keyword(term.spelling, round(score / chosen[0][0], 4), tuple(term.spans)) for score, term in chosen
    )
