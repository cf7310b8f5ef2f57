"""What the filters of a command leave of an analysis: pure functions, order kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from newscli.model import Analysis


def fold(name: str) -> str:
    """Return a name as a person types it: without case, accents, and with straight apostrophes."""
    from newscli.analysis.names import forms

    return forms.fold_letters(name.replace("’", "'"))


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
        speakers: Names or their beginnings, of which one must begin a word of the speaker's name, or of
            another name that the article has for the speaker ("NATO"), whatever the case and accents.
        kinds: ``direct``, ``mixed``, ``indirect``.
        acts: ``speech``, ``stance``.
        min_confidence: The least confidence, 0 to 1.
    """
    wanted = [re.compile(rf"(?<!\w){re.escape(fold(name))}") for name in speakers]
    known = _names(analysis) if wanted else {}
    kept = (
        quote
        for quote in analysis.quotes
        if (not wanted or (quote.speaker and _is_meant(known.get(quote.speaker, (quote.speaker,)), wanted)))
        and (not kinds or quote.kind in kinds)
        and (not acts or quote.act in acts)
        and quote.confidence >= min_confidence
    )
    return replace(analysis, quotes=tuple(kept))


def _names(analysis: Analysis) -> dict[str, tuple[str, ...]]:
    """Return all names of each entity by its chief one; of namesakes, those of the more salient."""
    return {entity.name: (entity.name, *entity.aliases) for entity in reversed(analysis.entities)}


def _is_meant(names: Iterable[str], wanted: Collection[re.Pattern[str]]) -> bool:
    return any(pattern.search(fold(name)) for name in names for pattern in wanted)


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
