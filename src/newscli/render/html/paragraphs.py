"""The lines and paragraphs of an article for a page: all of its prose, in order, each character once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from newscli.model import Article, Role, Span
from newscli.render.html.marking import Marks, Stretch

PartRole = Literal[Role, "between"]

# Lines of verse, and others that are broken on purpose; text that is wrapped has longer ones.
_LONGEST_LINE_OF_VERSE: Final = 60
# A paragraph is called after the first of these that it has.
_RANK: Final[tuple[PartRole, ...]] = (
    "headline",
    "subhead",
    "deck",
    "body",
    "section",
    "byline",
    "dateline",
    "credits",
    "between",
)


class Part(NamedTuple):
    """What is of one role in a paragraph; ``between`` is what stands between two blocks of the layout."""

    role: PartRole
    stretches: tuple[Stretch, ...]


class Paragraph(NamedTuple):
    """A line or a paragraph.

    Attributes:
        before: White space before it.
        role: The role of its chief part.
        verse: Whether the ends of its lines mean something.
        parts: In text order: a dateline shares the paragraph that it opens.
    """

    before: str
    role: PartRole
    verse: bool
    parts: tuple[Part, ...]


def paragraphs(article: Article, marks: Marks) -> Iterator[Paragraph]:
    """Yield the paragraphs; the last one may be nothing but white space.

    Marks are found inside paragraphs alone, not in the white space between them.
    """
    before = Span(0, 0)
    for line in _lines(article):
        if all(role == "between" for role, _ in line) and not _whole(line).of(article.prose).strip():
            before = Span(before.start, _whole(line).end)
            continue
        yield _paragraph(article, marks, before, line)
        before = Span(_whole(line).end, _whole(line).end)
    yield Paragraph(before.of(article.prose), "between", verse=False, parts=())


def _paragraph(
    article: Article, marks: Marks, before: Span, line: Sequence[tuple[PartRole, Span]]
) -> Paragraph:
    roles = [role for role, _ in line]
    chief = min(roles, key=_RANK.index)
    rows = _whole(line).of(article.prose).split("\n")
    verse = len(rows) > 1 and max(map(len, rows)) <= _LONGEST_LINE_OF_VERSE
    parts = tuple(Part(role, marks.stretches(span)) for role, span in line)
    return Paragraph(before.of(article.prose), chief, verse, parts)


def _whole(line: Sequence[tuple[PartRole, Span]]) -> Span:
    return Span(line[0][1].start, line[-1][1].end)


def _lines(article: Article) -> Iterator[list[tuple[PartRole, Span]]]:
    """Yield blocks and what is between them, together unless a line ends between two of them."""
    end = Span(len(article.prose), len(article.prose))
    line: list[tuple[PartRole, Span]] = []
    at = 0
    for role, span in (*((block.role, block.span) for block in article.blocks), ("body", end)):
        first = article.prose.find("\n", at, span.start)
        if first >= 0:
            last = article.prose.rfind("\n", at, span.start) + 1
            line += _between(at, first)
            if line:
                yield line
            yield _between(first, last)
            line, at = [], last
        line += _between(at, span.start)
        if span.start < span.end:
            line.append((role, span))
        at = span.end
    if line:
        yield line


def _between(start: int, end: int) -> list[tuple[PartRole, Span]]:
    return [("between", Span(start, end))] if start < end else []
