"""What a page says of sources: those of an article, or of several together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from newscli.model import Analysis, Audit, SourceType
from newscli.render import wording
from newscli.render.compared import heading_of
from newscli.render.html.sources import SourceRow, source_rows
from newscli.render.html.templates import words

_UNKNOWN: Final = "other"
_KINDS: Final = (*get_args(SourceType), _UNKNOWN)
_FULL: Final = 100


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one kind of source in the quoted words.

    Attributes:
        kind: The type of source.
        style: The class of its colour.
        sources: How many there are.
        share: Their share, in whole percent.
        start: Where it begins on a bar, 0 to 100.
        length: How long it is there.
    """

    kind: str
    style: str
    sources: int
    share: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Audited:
    """The sources of an article, or of several, on a page.

    Attributes:
        id: Begins the ids of what is in it.
        title: The headline, the file, or how many articles they are of.
        file: Where it comes from; empty if that is the title.
        line: The sources in one line.
        anonymous: The share of words whose source is withheld, in whole percent.
        parts: The kinds of sources.
        largest: The share of words of the source that has most, 0 to 1.
        sources: Each of them in words.
        several: Whether they are of several articles.
        warnings: What is wrong with the articles.
    """

    id: str
    title: str
    file: str
    line: str
    anonymous: str
    parts: tuple[Part, ...]
    largest: float
    sources: tuple[SourceRow, ...]
    several: bool
    warnings: tuple[str, ...]


def audited(analysis: Analysis, number: int) -> Audited:
    """Return the sources of an analysis for a page.

    Args:
        analysis: Of an article, or of several.
        number: Its number on the page, from 1.
    """
    audit, file = Audit(analysis.sources), words(wording.origin(analysis.article))
    several = analysis.articles > 1
    title = words(heading_of(analysis)) or file or f"{analysis.articles} articles"
    return Audited(
        id=f"s{number}-",
        title=title,
        file=file if file != title else "",
        line=wording.audit_line(audit),
        anonymous=wording.percent(audit.anonymous),
        parts=tuple(_parts(analysis)),
        largest=audit.largest or 1.0,
        sources=source_rows(analysis),
        several=several,
        warnings=tuple(words(warning) for warning in analysis.warnings),
    )


def _parts(analysis: Analysis) -> Iterator[Part]:
    shares: defaultdict[str, float] = defaultdict(float)
    counts = Counter(source.source_type or _UNKNOWN for source in analysis.sources)
    for source in analysis.sources:
        shares[source.source_type or _UNKNOWN] += source.share
    start = 0.0
    for number, kind in enumerate(_KINDS, 1):
        if counts[kind]:
            length = _FULL * shares[kind]
            yield Part(
                kind,
                f"c{number}",
                counts[kind],
                wording.percent(shares[kind]),
                round(start, 1),
                round(length, 1),
            )
            start += length
