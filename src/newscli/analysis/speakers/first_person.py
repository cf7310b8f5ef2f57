"""Who says "I"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newscli.analysis.speakers.speaker import Speaker
from newscli.english.pronouns import FIRST_PERSON, FIRST_SINGULAR
from newscli.model import Article, Quote, Span
from newscli.spans import SpanIndex

# A byline of more words is no name: "By Our Own Staff In Brussels".
MAX_NAME_WORDS: Final = 4


class Talk:
    """Finds who says "I": the speaker of the quotation around it, else the article's author."""

    def __init__(self, article: Article, quotes: Sequence[Quote], speakers: Mapping[int, Speaker]) -> None:
        quoted = sorted((span, q.id) for q in quotes if q.kind == "direct" for span in q.spans)
        self._prose = article.prose
        self._quoted = SpanIndex(span for span, _ in quoted)
        self._speakers = [speakers.get(number) for _, number in quoted]
        author = _author(article)
        self._author = None if author is None else Speaker(author)

    def speaker(self, mention: Span) -> Speaker | None:
        """Return the speaker of "I" or "we" at this point, or None if the article does not say."""
        word = mention.of(self._prose).lower()
        if word not in FIRST_PERSON:
            return None
        at = self._quoted.at(mention.start)
        if at is not None:
            return self._speakers[at]
        return self._author if word in FIRST_SINGULAR else None


def _author(article: Article) -> str | None:
    """Return the one person whom the byline names ("By Ann Roe, science editor"), None for others."""
    byline = article.first("byline")
    words = byline.of(article.prose).split() if byline else []
    if words[:1] not in (["By"], ["BY"], ["by"]):
        return None
    name: list[str] = []
    for word in words[1:]:
        plain = word.rstrip(",;|")
        if not (plain[:1].isupper() and plain.replace(".", "").replace("-", "").isalpha()):
            break
        name.append(plain)
        if plain != word:
            break
    is_joint = "and" in words or "&" in words
    return " ".join(name) if 1 < len(name) <= MAX_NAME_WORDS and not is_joint else None
