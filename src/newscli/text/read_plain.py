"""Plain text and Markdown to what is read of them: without markup, broken words and page heads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newscli.model import Block, Span
from newscli.origin import Edit, Origin, apply, apply_behind
from newscli.text import mend
from newscli.text.dates import day_of
from newscli.text.layout import lay_out
from newscli.text.markdown import NO_MARKUP, read_markdown
from newscli.text.paragraphs import paragraphs
from newscli.text.wrapped import broken_words, page_heads


class Plain(NamedTuple):
    """A plain text as it is read.

    Attributes:
        text: What is read.
        prose: The same, of equal length, without control characters.
        blocks: Its layout.
        origin: The way back to the text of the file; None if that is what is read.
        date: The day of publication, as the front matter or the byline says it.
        warnings: What was read otherwise than it stands there.
    """

    text: str
    prose: str
    blocks: tuple[Block, ...]
    origin: Origin | None
    date: str | None
    warnings: tuple[str, ...]


def read_plain(text: str) -> Plain:
    """Read a plain text or a Markdown text. Linear in its length."""
    unmarked, markup = read_markdown(text)
    entities = list(mend.entities(text))
    edits = [*_markup(text, unmarked), *mend.unseen(text), *entities]
    read, origin = apply(text, edits)
    if origin and markup is not NO_MARKUP:
        markup = markup.moved(origin.reading)
    if markup is NO_MARKUP:
        edits, read, origin = apply_behind(text, edits, read, origin, page_heads(read))
    spans = list(paragraphs(mend.as_read(read), markup))
    if markup is NO_MARKUP and (broken := list(broken_words(read))):
        spans = _joined(read, spans, broken)
        edits, read, origin = apply_behind(text, edits, read, origin, broken)
    prose = mend.as_read(read)
    blocks = lay_out(prose, markup, spans)
    example = text[entities[0].start : entities[0].end] if entities else ""
    warnings = (mend.ENTITIES_READ.format(example=example),) if entities else ()
    date = day_of(markup.date) or _dated(prose, blocks)
    return Plain(read, prose, blocks, origin, date, warnings)


def _markup(text: str, unmarked: str) -> Iterator[Edit]:
    """Yield the characters that were blanked because they are markup, as stretches."""
    if unmarked is text:
        return
    start = None
    for at, (char, shown) in enumerate(zip(text, unmarked, strict=True)):
        if char != shown:
            start = at if start is None else start
        elif start is not None:
            yield Edit(start, at)
            start = None
    if start is not None:
        yield Edit(start, len(text))


def _joined(read: str, spans: list[Span], broken: list[Edit]) -> list[Span]:
    """Return where the paragraphs stand once the broken words are whole; one may have ended at a hyphen."""
    _, local = apply(read, broken)
    if local is None:
        return spans
    joined: list[Span] = []
    for span in spans:
        start, end = local.reading(span.start), local.reading(span.end)
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    return joined


def _dated(prose: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the first full date of the bylines."""
    for block in blocks:
        if block.role == "byline" and (day := day_of(block.span.of(prose))):
            return day
    return None
