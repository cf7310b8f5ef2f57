"""The names of an article: the reader's marks, without titles and possessive endings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from newscli.analysis.titles import HONORIFICS
from newscli.engines.reader import NameMark
from newscli.limits import MAX_TOKEN_CHARS
from newscli.model import Article, Mention, Sentence, Span

_POSSESSIVE: Final = ("'s", "’s", "'", "’")


def find_mentions(
    article: Article, sentences: Sequence[Sentence], names: Sequence[NameMark]
) -> tuple[Mention, ...]:
    """Take the names that the reader marked.

    Args:
        article: The article.
        sentences: All its sentences.
        names: In text order, without overlaps.

    Returns:
        In text order, without overlaps; a person's title ("Mr") and a possessive ending are outside the
        span. A name that runs over the end of a sentence ("By Ann Roe", then "LISBON") is two.
    """
    found: list[Mention] = []
    at = 0
    for sentence in sentences:
        while at < len(names) and names[at].span.end <= sentence.span.start:
            at += 1
        here = at
        while here < len(names) and names[here].span.start < sentence.span.end:
            span = _name_in(article, sentence, names[here])
            found += [Mention(span, names[here].label)] if span else []
            here += 1
    return tuple(found)


def _name_in(article: Article, sentence: Sentence, name: NameMark) -> Span | None:
    """Return the part of a name in a sentence, without title and possessive ending."""
    starts = [token.start for token in sentence.tokens]
    first = bisect_left(starts, name.span.start)
    end = bisect_left(starts, name.span.end)
    words = [token.of(article.prose) for token in sentence.tokens[first:end]]
    before, behind = 0, len(words)
    while name.label == "PER" and behind - before > 1 and words[before].lower().rstrip(".") in HONORIFICS:
        before += 1
    while behind - before > 1 and words[behind - 1] in _POSSESSIVE:
        behind -= 1
    if before == behind or _in_address(article.prose, sentence.tokens[first + before]):
        return None
    return Span(sentence.tokens[first + before].start, sentence.tokens[first + behind - 1].end)


def _in_address(prose: str, token: Span) -> bool:
    """Tell whether a word is a part of a mail or web address."""
    start, end = token.start, token.end
    while start > 0 and not prose[start - 1].isspace() and token.start - start < MAX_TOKEN_CHARS:
        start -= 1
    while end < len(prose) and not prose[end].isspace() and end - token.end < MAX_TOKEN_CHARS:
        end += 1
    run = prose[start:end]
    return "://" in run or "www." in run or ("@" in run[1:-1] and "." in run.partition("@")[2])
