"""Who speaks on a page: a letter, a colour and a pattern for each, and where in the article it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from string import ascii_uppercase
from typing import Final, NamedTuple

from newscli.model import Analysis, Quote, Source, Span
from newscli.render.html.templates import words
from newscli.render.wording import NO_SPEAKER, percent, readable

# As many as page.css tells apart; the next ones have the same colours in stripes, then in dots.
COLOURS: Final = 8
PATTERNS: Final = 3
# The strip is so many units wide; a statement of few words is still seen.
STRIP_WIDTH: Final = 1_000
_LEAST_MARK: Final = 6.0

_Key = int | str | None


class Voice(NamedTuple):
    """Somebody who speaks in an article, or holds an opinion.

    Attributes:
        id: For the classes and the script; begins with the page's prefix.
        letter: ``A`` for who has most words, ``?`` for those without a name.
        style: The classes of colour and pattern.
        name: The speaker.
        description: What the article says of who that is; empty if nothing.
        source: Its figures; None for who has no statement that a list shows.
        share: That of all quoted words, in whole percent.
        length: The same for the bar, 0 to 100.
        strip: Where on the strip each statement stands and how wide it is there, and its id.
        paragraphs: The numbers of the paragraphs in which its statements begin.
        quotes: The indices of its statements.
    """

    id: str
    letter: str
    style: str
    name: str
    description: str
    source: Source | None
    share: str
    length: float
    strip: tuple[tuple[float, float, int], ...]
    paragraphs: tuple[int, ...]
    quotes: tuple[int, ...]


def voices(analysis: Analysis, prefix: str) -> list[Voice]:
    """Return who speaks: those of most words first, then who only thinks, who has no name last."""
    groups: defaultdict[_Key, list[int]] = defaultdict(list)
    for index, quote in enumerate(analysis.quotes):
        groups[_key(quote)].append(index)
    nameless = groups.pop(None, None)
    sources = _Sources(analysis.sources)
    known = [(sources.take([analysis.quotes[at] for at in own]), own) for own in groups.values()]
    known.sort(key=lambda one: -(one[0].words if one[0] else -1))
    found = [_voice(analysis, prefix, number, source, own) for number, (source, own) in enumerate(known)]
    return found + ([_voice(analysis, prefix, None, None, nameless)] if nameless else [])


def _key(quote: Quote) -> _Key:
    if quote.speaker is None:
        return None
    return quote.speaker.casefold() if quote.entity is None else quote.entity


class _Sources:
    """The sources of an article, each to be taken by the speaker that it is."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._left: defaultdict[str, list[Source]] = defaultdict(list)
        for source in sources:
            self._left[source.name].append(source)

    def take(self, quotes: Sequence[Quote]) -> Source | None:
        """Return the source of a speaker's quotes; of namesakes that which begins where they do."""
        shown = [quote for quote in quotes if quote.shown]
        alike = self._left[shown[0].speaker or ""] if shown else []
        fits = [source for source in alike if source.first_paragraph == shown[0].paragraph]
        if fits:
            alike.remove(fits[0])
        return fits[0] if fits else None


def _voice(
    analysis: Analysis, prefix: str, number: int | None, source: Source | None, own: Sequence[int]
) -> Voice:
    quotes = [analysis.quotes[at] for at in own]
    described = next((quote.description for quote in quotes if quote.description), None)
    paragraphs = sorted({quote.paragraph for quote in quotes if quote.paragraph is not None})
    return Voice(
        id=f"{prefix}v{0 if number is None else number + 1}",
        letter="?" if number is None else _letter(number),
        style="nobody" if number is None else _style(number),
        name=NO_SPEAKER if number is None else words(quotes[0].speaker or ""),
        description=words(readable(analysis.article, described)) if described else "",
        source=source,
        share=percent(source.share) if source else "",
        length=round(100 * source.share, 1) if source else 0,
        strip=_strip(analysis, own),
        paragraphs=tuple(paragraphs),
        quotes=tuple(own),
    )


def _letter(number: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    letters = ""
    number += 1
    while number:
        number, last = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[last] + letters
    return letters


def _style(number: int) -> str:
    pattern = number // COLOURS % PATTERNS
    return f"c{number % COLOURS + 1}" + (f" p{pattern}" if pattern else "")


def _strip(analysis: Analysis, own: Sequence[int]) -> tuple[tuple[float, float, int], ...]:
    blocks = analysis.article.blocks
    whole = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(0, 0)
    scale = STRIP_WIDTH / max(whole.end - whole.start, 1)
    return tuple(
        (
            round((span.start - whole.start) * scale, 1),
            round(max((span.end - span.start) * scale, _LEAST_MARK), 1),
            at,
        )
        for at in own
        for span in analysis.quotes[at].spans
    )
