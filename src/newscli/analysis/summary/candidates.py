"""What the methods of summary share: an article as candidate sentences, sets of stemmed content words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from newscli.analysis.summary.asides import is_aside
from newscli.analysis.words import SentenceWords
from newscli.engines.terms import stem
from newscli.english.newswriting import is_content_word
from newscli.english.openings import leans
from newscli.english.punctuation import CLOSING_MARKS
from newscli.model import HEADLINES, Article, Role, Sentence, Span
from newscli.spans import SpanIndex
from newscli.text.furniture import is_beside_story

_TELLING: Final[tuple[tuple[Role, ...], ...]] = (("body",), HEADLINES)
_FULL_STOPS: Final = (".", "!", "…")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen.

    Attributes:
        sentence: The sentence.
        text: Its characters, markup blanked.
        words: Its words as the text spells them, without punctuation marks; at least one.
        terms: Stems of its content words, each once, in text order.
        before: Number of words of all candidates that stand before it.
        leaning: Whether it opens with a pronoun or with "But" and the like, or stands wholly in quotation
            marks, so that only the sentence before it shows who or what it is about, or who says it.
        unended: Whether it asks, or breaks off without a full stop.
    """

    sentence: Sentence
    text: str
    words: tuple[str, ...]
    terms: tuple[str, ...]
    before: int
    leaning: bool
    unended: bool


@dataclass(frozen=True, slots=True)
class Story:
    """What a method knows about an article and the summary that is asked for.

    Attributes:
        candidates: In text order.
        words: Number of words of all candidates.
        headline: Stems of the content words of headlines.
        spread: Number of candidates that each term is in.
        room: The most words that the summary may have; None if a number of sentences bounds it.
        worths: What the reader makes of each candidate; empty if it has not read the article.
    """

    candidates: tuple[Candidate, ...]
    words: int
    headline: frozenset[str]
    spread: Mapping[str, int]
    room: int | None = None
    worths: tuple[float, ...] = ()


def _words_of(sentence: SentenceWords) -> tuple[str, ...]:
    """Return the words of a sentence without punctuation marks."""
    return tuple([text for text in sentence.texts if text.isalnum() or any(map(str.isalnum, text))])


def _terms_of(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(word) for word in words if is_content_word(word)))


def _is_quoted(sentence: SentenceWords, quotations: SpanIndex) -> bool:
    """Return whether all words of a sentence stand inside quotations."""
    return all(
        quotations.at(span.start) is not None
        for text, span in zip(sentence.texts, sentence.spans, strict=True)
        if any(map(str.isalnum, text))
    )


def _candidates(
    article: Article, sentences: Iterable[SentenceWords], quotations: SpanIndex
) -> list[Candidate]:
    found: list[Candidate] = []
    before = 0
    for sentence in sentences:
        words = _words_of(sentence)
        if words:
            text = sentence.sentence.span.of(article.prose)
            ended = text.rstrip(CLOSING_MARKS + ")]").endswith(_FULL_STOPS)
            leaning = leans(words) or _is_quoted(sentence, quotations)
            found.append(
                Candidate(sentence.sentence, text, words, _terms_of(words), before, leaning, not ended)
            )
            before += len(words)
    return found


def _stands_beside(text: str, sentence: SentenceWords) -> bool:
    """Return whether a sentence is not part of the story."""
    return is_beside_story(text) or is_aside(text, _words_of(sentence))


def _story_sentences(
    article: Article, words: Sequence[SentenceWords], quotations: SpanIndex
) -> list[Candidate]:
    """Return the sentences of the body that have a word; if there are none, those of the headlines."""
    for roles in _TELLING:
        inside = [one for one in words if one.sentence.role in roles]
        story = [one for one in inside if not _stands_beside(one.sentence.span.of(article.prose), one)]
        if found := _candidates(article, story, quotations):
            return found
    return []


def read_story(
    article: Article,
    words: Sequence[SentenceWords],
    quotations: Sequence[Span] = (),
    worths: Sequence[float] = (),
) -> Story:
    """Gather the sentences of the story.

    Captions, links to other stories and the like are none, nor are lines without a content word (the
    time stamps of a live blog), unless the article has nothing else. If the body has no word,
    the headlines are all there is.

    Args:
        article: The article.
        words: All its sentences with their words.
        quotations: The outermost ones in text order, with their marks.
        worths: What the reader makes of each of the sentences; empty if it has not read them.
    """
    found = _story_sentences(article, words, SpanIndex(quotations))
    candidates = tuple([candidate for candidate in found if candidate.terms] or found)
    headlines = (_words_of(one) for one in words if one.sentence.role == "headline")
    return Story(
        candidates,
        words=sum(len(candidate.words) for candidate in candidates),
        headline=frozenset(_terms_of(chain.from_iterable(headlines))),
        spread=Counter(term for candidate in candidates for term in candidate.terms),
        worths=tuple(worths[candidate.sentence.index] for candidate in candidates) if worths else (),
    )
