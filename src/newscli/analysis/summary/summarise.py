"""The sentences that carry an article's story, chosen and never rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newscli.analysis.summary import rankers
from newscli.analysis.summary.candidates import read_story
from newscli.analysis.summary.news_model import fast, news
from newscli.analysis.summary.rankers import Method
from newscli.analysis.summary.selection import length, select
from newscli.analysis.words import SentenceWords
from newscli.errors import UsageError
from newscli.model import Article, Span, SummarySentence

# The one method for which the reader reads the article.
READS: Final = "news"
METHODS: Final[dict[str, Method]] = {
    READS: news,
    "fast": fast,
    "lead": rankers.lead,
    "textrank": rankers.textrank,
    "lexrank": rankers.lexrank,
    "centroid": rankers.centroid,
}


def summarise(
    article: Article,
    sentences: Sequence[SentenceWords],
    *,
    limit: int = 3,
    words: int | None = None,
    ratio: float | None = None,
    method: str = "news",
    quotations: Sequence[Span] = (),
    worths: Sequence[float] = (),
) -> tuple[SummarySentence, ...]:
    """Choose the sentences that carry an article's story.

    Only sentences of the body are chosen, unless the article has none; none is ever cut, and none that
    says what a better one says.

    Args:
        article: The article.
        sentences: All its sentences with their words.
        limit: The most sentences to choose.
        words: The most white-space words to choose; it replaces ``limit``.
        ratio: The most words to choose, as a share of those of the story; it replaces ``limit``.
            If ``words`` is given too, both hold.
        method: A key of ``METHODS``.
        quotations: The outermost ones in text order, with their marks: what stands wholly inside one does
            not show who says it.
        worths: What the reader makes of each sentence, for the method ``news``; empty if it has not read
            the article.

    Returns:
        The chosen sentences in text order, scored from 0 to 1, the best sentence of the article
        with 1. A larger limit only adds to them. None at all if the budget of words is shorter than any
        sentence. Linear in the article's length.

    Raises:
        UsageError: If there is no such method.
    """
    if method not in METHODS:
        raise UsageError(f"there is no summary method {method!r}", f"methods: {', '.join(METHODS)}")
    story = read_story(article, sentences, quotations, worths)
    bounds = [] if words is None else [words]
    if ratio is not None:
        bounds.append(int(ratio * sum(map(length, story.candidates))))
    room = min(bounds, default=None)
    ranking = METHODS[method](replace(story, room=room))
    scores = rankers.scaled(ranking.scores)
    indices = select(story.candidates, scores, limit=limit if room is None else None, room=room)
    return tuple(
        SummarySentence(found.index, found.span, round(scores[index], 4), ranking.reasons(index))
        for index in indices
        for found in (story.candidates[index].sentence,)
    )
