"""The sentences that carry an article's story, chosen and never rewritten.

The default method sums up the article's own vocabulary: a sentence is worth the terms that other
sentences repeat, the more so the earlier it stands. How much place counts depends on the article's
length: a brief is all news, a long report tells it at the top and then goes on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt
from typing import Final

from newscli.analysis.stopwords import is_content_word, word_set
from newscli.engines.words import stem
from newscli.errors import UsageError
from newscli.model import Article, Role, Sentence, SummarySentence

# From this length on (in words), an article is read as a long report; half of it, as half of one.
_LONG_ARTICLE_WORDS: Final = 700
# A sentence that stands after so many words has half the bonus of the first one.
_HALF_WAY_WORDS: Final = 200
# How strongly a sentence's length tells against it, in a brief and in a long report.
_DAMPING: Final = (0.3, 0.7)
_HEADLINE_BONUS: Final = 0.2
# A sentence that quotes, asks, addresses somebody or is none, or needs the one before it, reads badly alone.
_ASIDE_PENALTY: Final = 0.2
_TORN_PENALTY: Final = 0.5
_DANGLING_PENALTY: Final = 0.05
# Two sentences that share more than this part of their terms say the same.
_SAME_NEWS: Final = 0.5
# A candidate is compared with so many chosen sentences, so that long summaries stay linear.
_MAX_COMPARED: Final = 50
# Sentences with fewer terms than this do not gain from being short.
_FEW_TERMS: Final = 5
# Mihalcea and Tarau 2004, section 2.
_TEXTRANK_DAMPING: Final = 0.85
_TEXTRANK_ROUNDS: Final = 20

_OPENING_MARKS: Final = "\"“„«‹‘'"
_CLOSING_MARKS: Final = "\"”»›’')]"
_FULL_STOPS: Final = (".", "!", "…", ":")
_ADDRESSING: Final = frozenset({"i", "me", "my", "we", "our", "you", "your"})
_LEANING: Final = word_set("he she it they this that these those but and so yet or however also then")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen.

    Attributes:
        sentence: The sentence.
        terms: Stems of its content words, each once, in text order.
        before: Number of words of the article's body that stand before it.
        aside: Whether it does not tell the news: opens with a quotation, asks, says "I" or "you", or
            has no full stop.
        torn: Whether it holds half of a quotation.
        dangling: Whether its first words lean on the sentence before ("But he …").
    """

    sentence: Sentence
    terms: tuple[str, ...]
    before: int
    aside: bool
    torn: bool
    dangling: bool


@dataclass(frozen=True, slots=True)
class Story:
    """What a method of scoring knows about an article.

    Attributes:
        candidates: In text order, at least one.
        words: Length of the body in words.
        headline: Stems of the headline's content words, each once.
    """

    candidates: tuple[Candidate, ...]
    words: int
    headline: tuple[str, ...]


Method = Callable[[Story], list[float]]


def _words_of(article: Article, sentence: Sentence) -> list[str]:
    """Return a sentence's words as the text spells them, without punctuation marks."""
    tokens = (article.prose[token.start : token.end] for token in sentence.tokens)
    return [token for token in tokens if any(map(str.isalnum, token))]


def _terms_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the stems of the content words, each once, in order."""
    return tuple(dict.fromkeys(stem(word) for word in words if is_content_word(word)))


def _is_aside(text: str, words: Iterable[str]) -> bool:
    """Tell whether a sentence quotes, asks or addresses somebody, or is no full sentence."""
    return (
        text[0] in _OPENING_MARKS
        or not text.rstrip(_CLOSING_MARKS).endswith(_FULL_STOPS)
        or any(word.lower() in _ADDRESSING for word in words)
    )


def _is_half_quoted(text: str) -> bool:
    """Tell whether a quotation begins in a sentence and does not end in it, or the other way round."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”")


def _candidate(article: Article, sentence: Sentence, words: Sequence[str], before: int) -> Candidate:
    """Describe a sentence that may be chosen."""
    text = sentence.span.of(article.prose)
    return Candidate(
        sentence,
        terms=_terms_of(words),
        before=before,
        aside=_is_aside(text, words),
        torn=_is_half_quoted(text),
        dangling=text[0] not in _OPENING_MARKS and words[0].lower() in _LEANING,
    )


def _read_story(article: Article, sentences: Sequence[Sentence]) -> Story:
    """Gather the candidates; where there is no body, the headlines are all there is."""
    roles: tuple[Role, ...] = ("body",)
    if all(sentence.role != "body" for sentence in sentences):
        roles = ("headline", "subhead")
    candidates: list[Candidate] = []
    before = 0
    for sentence in sentences:
        words = _words_of(article, sentence) if sentence.role in roles else []
        if words:
            candidates.append(_candidate(article, sentence, words, before))
            before += len(words)
    headlines = (_words_of(article, sentence) for sentence in sentences if sentence.role == "headline")
    return Story(tuple(candidates), before, _terms_of(chain.from_iterable(headlines)))


def _scaled(scores: Sequence[float]) -> list[float]:
    """Scale scores so that the best is 1; none falls below 0."""
    best = max(scores)
    return [max(score, 0.0) / best if best > 0 else 1.0 for score in scores]


def _score_lead(story: Story) -> list[float]:
    """Score by place alone: the opening sentences, a strong baseline for news."""
    count = len(story.candidates)
    return [1 - index / count for index in range(count)]


def _score_textrank(story: Story) -> list[float]:
    """Score by TextRank (Mihalcea and Tarau 2004): sentences that share terms recommend each other.

    Similarity is the number of shared terms over the root of the product of both sentences' numbers of terms,
    so that the walk goes from sentences to terms and back: linear in the text, no matrix.
    """
    lengths = [sqrt(max(len(candidate.terms), 1)) for candidate in story.candidates]

    def spread(given: Sequence[float]) -> list[float]:
        """Return for each sentence what all others give it, weighted by similarity."""
        pool: defaultdict[str, float] = defaultdict(float)
        for candidate, length, gift in zip(story.candidates, lengths, given, strict=True):
            for term in candidate.terms:
                pool[term] += gift / length
        return [
            (sum(pool[term] for term in candidate.terms) - len(candidate.terms) * gift / length) / length
            for candidate, length, gift in zip(story.candidates, lengths, given, strict=True)
        ]

    ties = spread([1.0] * len(lengths))
    scores = [1.0] * len(lengths)
    for _ in range(_TEXTRANK_ROUNDS):
        gifts = [score / tie if tie > 1e-9 else 0.0 for score, tie in zip(scores, ties, strict=True)]
        scores = [1 - _TEXTRANK_DAMPING + _TEXTRANK_DAMPING * got for got in spread(gifts)]
    return scores


def _score_centroid(story: Story) -> list[float]:
    """Score by the terms that the article repeats, by place, and by how well the sentence stands alone.

    A term weighs the logarithm of the number of sentences that it is in (after the centroid of Radev
    et al. 2004, without a background corpus).
    """
    spread = Counter(term for candidate in story.candidates for term in candidate.terms)
    weights = {term: log(count) for term, count in spread.items()}
    length = min(1.0, story.words / _LONG_ARTICLE_WORDS)
    damping = _DAMPING[0] + (_DAMPING[1] - _DAMPING[0]) * length
    central = _scaled(
        [
            sum(weights[term] for term in candidate.terms) / max(len(candidate.terms), _FEW_TERMS) ** damping
            for candidate in story.candidates
        ]
    )
    headline = frozenset(story.headline)
    scores = []
    for candidate, score in zip(story.candidates, central, strict=True):
        shared = sum(term in headline for term in candidate.terms)
        scores.append(
            score
            + length / (1 + candidate.before / _HALF_WAY_WORDS)
            + _HEADLINE_BONUS * shared / max(len(headline), 1)
            - _ASIDE_PENALTY * candidate.aside
            - _TORN_PENALTY * candidate.torn
            - _DANGLING_PENALTY * candidate.dangling
        )
    return scores


METHODS: Final[dict[str, Method]] = {
    "centroid": _score_centroid,
    "lead": _score_lead,
    "textrank": _score_textrank,
}


def _says_the_same(candidate: Candidate, other: Candidate) -> bool:
    """Tell whether two sentences share most of their terms."""
    shared = len(set(candidate.terms).intersection(other.terms))
    return shared > _SAME_NEWS * (len(candidate.terms) + len(other.terms)) / 2


def _best_first(story: Story, scores: Sequence[float], limit: int) -> list[int]:
    """Choose up to ``limit`` candidates, best first; those that repeat a better one only to fill up."""
    ranked = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    chosen: list[int] = []
    repeating: list[int] = []
    for place in ranked:
        if len(chosen) == limit:
            break
        candidate = story.candidates[place]
        compared = chosen[:_MAX_COMPARED]
        if any(_says_the_same(candidate, story.candidates[better]) for better in compared):
            repeating.append(place)
        else:
            chosen.append(place)
    return (chosen + repeating)[:limit]


def _fit(article: Article, story: Story, order: Sequence[int], words: int) -> list[int]:
    """Take sentences, best first, while their white-space words fit; at least the best one."""
    taken: list[int] = []
    left = words
    for place in order:
        span = story.candidates[place].sentence.span
        length = len(article.prose[span.start : span.end].split())
        if length <= left:
            taken.append(place)
            left -= length
    return taken or [order[0]]


def summarise(
    article: Article,
    sentences: tuple[Sentence, ...],
    *,
    limit: int = 3,
    words: int | None = None,
    method: str = "centroid",
) -> tuple[SummarySentence, ...]:
    """Choose the sentences that carry an article's story.

    Only sentences of the body are chosen, unless the article has none; none is ever cut. One that says
    the same as a better one is chosen only where nothing else is left.

    Args:
        article: The article.
        sentences: All its sentences, as ``segment`` gives them.
        limit: The most sentences to choose.
        words: The most white-space words to choose; it replaces ``limit``. The best sentence
            is chosen even where it alone is longer.
        method: A key of ``METHODS``.

    Returns:
        The chosen sentences in text order, scored from 0 to 1, the best sentence of the article
        with 1. A larger limit only adds to them. Linear in the article's length.

    Raises:
        UsageError: If there is no such method.
    """
    if method not in METHODS:
        raise UsageError(f"there is no summary method {method!r}", f"methods: {', '.join(METHODS)}")
    story = _read_story(article, sentences)
    if not story.candidates:
        return ()
    scores = _scaled(METHODS[method](story))
    if words is None:
        chosen = _best_first(story, scores, limit)
    else:
        chosen = _fit(article, story, _best_first(story, scores, len(scores)), words)
    return tuple(
        SummarySentence(found.index, found.span, round(scores[place], 4))
        for place in sorted(chosen)
        for found in (story.candidates[place].sentence,)
    )
