"""The table of sources on a page, as ``newscli sources`` has it."""

from __future__ import annotations

from typing import NamedTuple

from newscli.model import Analysis, Source
from newscli.render import wording
from newscli.render.html.templates import words


class SourceRow(NamedTuple):
    """A source in words.

    Attributes:
        source: Its figures.
        name: Who it is.
        description: What the article says of who that is; empty if nothing.
        type: What kind of source it is, and the pronoun that the article uses.
        share: Its share of the words, in whole percent.
        length: The same for a bar, 0 to 100.
        first: Where it speaks first; in how many articles, if the sources are those of several.
    """

    source: Source
    name: str
    description: str
    type: str
    share: str
    length: float
    first: str


def source_rows(analysis: Analysis) -> tuple[SourceRow, ...]:
    """Return the rows of an analysis' sources, in their order."""
    return tuple(
        SourceRow(
            source,
            words(source.name),
            words(wording.readable(analysis.article, source.description)) if source.description else "",
            ", ".join(filter(None, (source.source_type, source.pronoun))),
            wording.percent(source.share),
            round(100 * source.share, 1),
            wording.place_of(source.first_paragraph) if analysis.articles == 1 else str(source.articles),
        )
        for source in analysis.sources
    )
