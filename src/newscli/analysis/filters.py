"""What to keep of an analysis: pure functions that keep the order."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from newscli.model import Analysis, Quote


def as_typed(name: str) -> str:
    """Return a name as a person types it: without case and accents, with straight apostrophes."""
    # Imported on use: the command line imports this module, and most commands filter by no name.
    from newscli.analysis.names.forms import fold_letters

    return fold_letters(name.replace("’", "'"))


def filter_quotes(
    analysis: Analysis,
    *,
    speakers: Collection[str] = (),
    kinds: Collection[str] = (),
    acts: Collection[str] = (),
    statuses: Collection[str] = (),
    everything: bool = False,
    min_confidence: float = 0.0,
) -> Analysis:
    """Keep the quotes that pass every filter; an empty filter lets all pass.

    Args:
        analysis: Left as it is.
        speakers: Names or their beginnings. One of them must begin a word of the speaker's name, or of
            another name that the article has for the speaker ("NATO"). Case and accents do not count.
        kinds: ``direct``, ``mixed``, ``indirect``.
        acts: ``speech``, ``thought``.
        statuses: ``said``, ``unsaid``, ``denied``, ``asked``, ``possible``.
        everything: Keep what is no statement too. Else a quote must be ``shown``, or of one of ``acts``.
        min_confidence: The least confidence, 0 to 1.
    """
    wanted = [re.compile(rf"(?<!\w){re.escape(as_typed(name))}") for name in speakers]
    kept = (
        quote
        for quote in analysis.quotes
        if (not wanted or _is_meant(_names(analysis, quote), wanted))
        and (not kinds or quote.kind in kinds)
        and (quote.act in acts if acts else everything or quote.shown)
        and (not statuses or quote.status in statuses)
        and quote.confidence >= min_confidence
    )
    return replace(analysis, quotes=tuple(kept))


def _names(analysis: Analysis, quote: Quote) -> tuple[str, ...]:
    """Return all names that the article has for the speaker of a quote."""
    if quote.entity is None:
        return (quote.speaker,) if quote.speaker else ()
    entity = analysis.entities[quote.entity]
    return (entity.name, *entity.aliases)


def _is_meant(names: Collection[str], wanted: Collection[re.Pattern[str]]) -> bool:
    return any(pattern.search(as_typed(name)) for name in names for pattern in wanted)


def filter_entities(analysis: Analysis, *, labels: Collection[str] = (), min_count: int = 1) -> Analysis:
    """Keep the entities of these labels, or of any label, that are named often enough."""
    kept = [
        index
        for index, entity in enumerate(analysis.entities)
        if (not labels or entity.label in labels) and entity.count >= min_count
    ]
    return _with_entities(analysis, kept)


def keep_top(analysis: Analysis, limit: int) -> Analysis:
    """Keep the ``limit`` most salient entities; 0 keeps all."""
    return _with_entities(analysis, range(len(analysis.entities))[:limit]) if limit else analysis


def _with_entities(analysis: Analysis, kept: Sequence[int]) -> Analysis:
    """Keep the entities of these indices, and let the quotes refer to them by the new ones."""
    index: dict[int | None, int] = {old: new for new, old in enumerate(kept)}
    return replace(
        analysis,
        entities=tuple(analysis.entities[old] for old in kept),
        quotes=tuple(replace(quote, entity=index.get(quote.entity)) for quote in analysis.quotes),
    )
