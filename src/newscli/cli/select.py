"""What the filters of a command leave of an analysis: pure functions, order kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import replace

from newscli.model import Analysis


def fold(name: str) -> str:
    """Return a name as a person types it: without case, accents, and with straight apostrophes."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def filter_quotes(
    analysis: Analysis,
    *,
    speakers: Collection[str] = (),
    kinds: Collection[str] = (),
    acts: Collection[str] = (),
    min_confidence: float = 0.0,
) -> Analysis:
    """Keep the quotes that pass every filter; an empty filter lets all pass.

    Args:
        analysis: Left as it is.
        speakers: Parts of names, of which one must be in the speaker's, whatever the case and accents.
        kinds: ``direct``, ``mixed``, ``indirect``.
        acts: ``speech``, ``stance``.
        min_confidence: The least confidence, 0 to 1.
    """
    wanted = [fold(name) for name in speakers]
    kept = (
        quote
        for quote in analysis.quotes
        if (not wanted or (quote.speaker and any(name in fold(quote.speaker) for name in wanted)))
        and (not kinds or quote.kind in kinds)
        and (not acts or quote.act in acts)
        and quote.confidence >= min_confidence
    )
    return replace(analysis, quotes=tuple(kept))


def filter_entities(analysis: Analysis, *, labels: Collection[str] = (), min_count: int = 1) -> Analysis:
    """Keep the entities of these labels, or of any label, that are named often enough."""
    kept = (
        entity
        for entity in analysis.entities
        if (not labels or entity.label in labels) and entity.count >= min_count
    )
    return replace(analysis, entities=tuple(kept))


def keep_top(analysis: Analysis, limit: int) -> Analysis:
    """Keep the ``limit`` most salient entities; 0 keeps all."""
    return replace(analysis, entities=analysis.entities[:limit]) if limit else analysis
