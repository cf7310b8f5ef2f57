"""Dialogue: paragraphs that are a quotation and nothing else, between others that say who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newscli.analysis.speakers.speaker import Speaker
from newscli.model import Article, Quote
from newscli.spans import SpanIndex


def alternating(
    article: Article, quotes: Sequence[Quote], speakers: Mapping[int, Speaker]
) -> Iterator[tuple[int, Speaker]]:
    """Yield the speaker of each bare quotation between two people who are told to speak, by its ``id``.

    "…," said Roe. ¶ "…" ¶ "…" ¶ "…," said Ash: the four are by turns Roe's and Ash's. Where only Roe is told
    to speak, and another one is found to answer, the two take turns from there. Where the number of bare
    quotations does not let them alternate, nothing is known. (He, Barbosa and Kondrak, 2013,
    "Identification of Speakers in Novels".)

    Args:
        article: The article.
        quotes: In any order.
        speakers: Those that are known, by the quotes' ids.
    """
    alone = {block.span for block in article.blocks}
    run: list[int] = []
    first: Speaker | None = None
    for turn in _turns(article, quotes):
        if turn is not None and turn.mention is None and not turn.cue and turn.spans[0] in alone:
            run.append(turn.id)
            continue
        last = speakers.get(turn.id) if turn is not None else None
        if len(run) % 2 == 0 and first and last and first.name and last.name and first.name != last.name:
            yield from ((number, first if at % 2 else last) for at, number in enumerate(run))
        elif len(run) > 1 and turn is None and first and first.name:
            other = speakers.get(run[0])
            if other and other.name and other.name != first.name:
                yield from ((number, first if at % 2 else other) for at, number in enumerate(run))
        run, first = [], last


def _turns(article: Article, quotes: Sequence[Quote]) -> list[Quote | None]:
    """Return for each paragraph the only direct quotation of somebody that it holds, None for others."""
    blocks = SpanIndex(block.span for block in article.blocks)
    held: list[list[Quote]] = [[] for _ in article.blocks]
    for quote in quotes:
        at = blocks.at(quote.spans[0].start)
        if at is not None and quote.within is None:
            held[at].append(quote)
    return [
        one[0] if len(one) == 1 and one[0].kind == "direct" and blocks[n].holds(one[0].spans[-1]) else None
        for n, one in enumerate(held)
    ]
