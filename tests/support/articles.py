"""Articles for tests: made of paragraphs, cut into words, without a file and without the reader."""

from __future__ import annotations

from newscli.analysis.names.titles import TitleReader
from newscli.analysis.segment import segment
from newscli.analysis.words import SentenceWords, cut_words
from newscli.model import Article, Block, Role, Span


def article_of(*paragraphs: str, role: Role = "body") -> Article:
    """Return an article whose blocks are these paragraphs, all of one role, with a blank line between two."""
    text, blocks = "\n\n".join(paragraphs), []
    start = 0
    for paragraph in paragraphs:
        if paragraph.strip():
            blocks.append(Block(role, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article(text, "story.txt", tuple(blocks), text)


def words_of(article: Article) -> tuple[SentenceWords, ...]:
    """Return all sentences of an article with their words."""
    return cut_words(article.prose, segment(article))


def titles_of(article: Article) -> TitleReader:
    """Return what reads the titles before the names of an article."""
    return TitleReader(words_of(article))
