"""Who says "I"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newscli.analysis.speakers.speaker import Speaker
from newscli.english.pronouns import FIRST_PERSON, FIRST_SINGULAR
from newscli.model import Article, Entity, Quote, Span
from newscli.spans import SpanIndex

# A byline of more words is no name: "By Our Own Staff In Brussels".
MAX_NAME_WORDS: Final = 4
# Quotations that begin before a word and may hold it, those inside others included.
MAX_NESTED: Final = 12
# How sure the speaker of a quotation must be to be the "I" in it without a further look.
_SURE: Final = 0.8
# What the note below a column goes on with: "Ann Roe is a nurse", "Ann Roe teaches law".
_OF_AUTHORS: Final = frozenset({"is", "lives", "runs", "teaches", "was", "works", "writes"})
# A line above a statement that is given whole: "Full statement by the mayor, Ann Roe:".
_HEADS_STATEMENT: Final = re.compile(
    r"(?:the |full |joint |press |official |open )*(?:statement|message|letter|speech|remarks|address)\b"
    r"[^!?]{0,80}? (?:by|from|of)\b[^!?]*(?<!\.)$",
    re.IGNORECASE,
)
_HEADING_CHARS: Final = 160


class Talk:
    """Finds who says "I": the speaker of the quotation around it, whose statement it is, or the author."""

    def __init__(
        self,
        article: Article,
        quotes: Sequence[Quote],
        speakers: Mapping[int, Speaker],
        entities: Sequence[Entity] = (),
    ) -> None:
        self._prose = article.prose
        self._quoted = sorted((span, q.id) for q in quotes if q.kind != "indirect" for span in q.spans)
        self._starts = [span.start for span, _ in self._quoted]
        self._speakers = speakers
        name = author(article)
        self._author = _by_note(article, entities) if name is None else Speaker(name)
        self._given = list(_given_whole(article, entities))

    def is_author(self, mention: Span) -> bool:
        """Return whether a source is an "I" outside all quotations, which only the author can say."""
        return mention.of(self._prose).lower() in FIRST_SINGULAR and self._around(mention.start) is None

    def speaker(self, mention: Span) -> Speaker | None:
        """Return the speaker of "I" or "we" at this point, or None if the article does not say."""
        word = mention.of(self._prose).lower()
        if word not in FIRST_PERSON:
            return None
        around = self._around(mention.start)
        if around is not None:
            return self._speakers.get(around)
        return self._author_at(mention.start) if word in FIRST_SINGULAR else None

    def _author_at(self, offset: int) -> Speaker | None:
        """Return whose statement holds an offset, the article's author where none does."""
        at = bisect_right(self._given, offset, key=lambda one: one[0])
        return self._given[at - 1][1] if at else self._author

    def is_certain(self, mention: Span, speaker: Speaker) -> bool:
        """Return whether an "I" is who says the quotation that it stands in, of which there is little doubt.

        "I said to Roe 'go'," he said: it is he, whatever the words to Roe sound like. So with a body's "we".
        """
        word = mention.of(self._prose).lower()
        is_body = speaker.entity is not None and speaker.entity.label == "ORG"
        is_sure = speaker.sureness > _SURE or (is_body and speaker.form == "name")
        is_own = word == "i" or (word == "we" and is_body)
        return is_own and is_sure and self._around(mention.start) is not None

    def _around(self, offset: int) -> int | None:
        """Return the ``id`` of the innermost quotation that holds a character, None if none does."""
        at = bisect_right(self._starts, offset)
        nearest = reversed(self._quoted[max(0, at - MAX_NESTED) : at])
        return next((number for span, number in nearest if offset < span.end), None)


def _given_whole(article: Article, entities: Sequence[Entity]) -> Iterator[tuple[int, Speaker]]:
    """Yield where statements begin that an article gives whole, in text order, and whose they are."""
    headings = SpanIndex(
        block.span
        for block in article.blocks
        if len(text := block.span.of(article.prose)) <= _HEADING_CHARS
        and _HEADS_STATEMENT.match(text.rstrip())
    )
    named: dict[int, dict[str, Speaker]] = {}
    for entity in entities if len(headings) else ():
        for span in entity.mentions if entity.label == "PER" else ():
            if (at := headings.at(span.start)) is not None:
                named.setdefault(at, {})[entity.name] = Speaker(entity.name, entity)
    for at, people in sorted(named.items()):
        if len(people) == 1:
            yield headings[at].end, next(iter(people.values()))


def _by_note(article: Article, entities: Sequence[Entity]) -> Speaker | None:
    """Return the person whom the last paragraph tells to be the author: "Ann Roe is a nurse in Aldby."."""
    last = next((b.span for b in reversed(article.blocks) if b.role in {"body", "credits"}), Span(0, 0))
    for entity in entities:
        if entity.label == "PER" and entity.mentions[-1].start == last.start:
            behind = Span(entity.mentions[-1].end, last.end).of(article.prose).split(maxsplit=1)
            if behind[:1] and behind[0] in _OF_AUTHORS:
                return Speaker(entity.name, entity)
    return None


def author(article: Article) -> str | None:
    """Return the one person whom the byline names ("By Ann Roe, science editor"), None for others."""
    byline = article.first("byline")
    line = byline.of(article.prose) if byline else ""
    by, _, rest = line.partition(" ")
    return named_by_line(rest) if by.lower() == "by" else None


def named_by_line(text: str) -> str | None:
    """Return the one person whose name opens a line ("Ann Roe, science editor"), None for others."""
    words = text.split()
    name: list[str] = []
    for word in words:
        plain = word.rstrip(",;|.")
        if not (plain[:1].isupper() and plain.replace(".", "").replace("-", "").isalpha()):
            break
        name.append(plain)
        if plain != word and len(plain) > 1:
            break
    is_joint = "and" in words or "&" in words
    return " ".join(name) if 1 < len(name) <= MAX_NAME_WORDS and not is_joint else None
