"""Articles for tests: made of paragraphs, cut into words, without a file and without the reader."""

from __future__ import annotations

from newscli.analysis.names.titles import TitleReader
from newscli.analysis.segment import segment
from newscli.analysis.words import SentenceWords, cut_words
from newscli.model import Article, Block, Role, Span


def laid_out(*parts: tuple[Role, str]) -> Article:
    """Return an article of these blocks, with a blank line between two; a blank part is no block."""
    text, blocks = "\n\n".join(part for _, part in parts), []
    start = 0
    for role, part in parts:
        if part.strip():
            blocks.append(Block(role, Span(start, start + len(part))))
        start += len(part) + 2
    return Article(text, "story.txt", tuple(blocks), text)


def article_of(*paragraphs: str) -> Article:
    """Return an article of these paragraphs of body text."""
    return laid_out(*(("body", paragraph) for paragraph in paragraphs))


def words_of(article: Article) -> tuple[SentenceWords, ...]:
    """Return all sentences of an article with their words."""
    return cut_words(article.prose, segment(article))


def titles_of(article: Article) -> TitleReader:
    """Return what reads the titles before the names of an article."""
    return TitleReader(words_of(article))
