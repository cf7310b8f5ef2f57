"""What to keep of an analysis: pure functions that keep the order."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from newscli.english.titles import TITLES
from newscli.model import SHOWN_FROM, Analysis, Quote

_NEAREST: Final = 3
# As difflib measures it: "lavrof" has 0.83 of "lavrov"; below that names are others rather than misspelt.
_ALIKE: Final = 0.7


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
    min_confidence: float | None = None,
) -> Analysis:
    """Keep the quotes that pass every filter; an empty filter lets all pass.

    Args:
        analysis: Left as it is.
        speakers: Beginnings of names, each of one word or of several. One of them must begin at a word of the
            speaker's name, or of another name that the article has for the speaker ("NATO"). Case, accents
            and titles ("Mr") do not count.
        kinds: ``direct``, ``mixed``, ``indirect``.
        acts: ``speech``, ``thought``.
        statuses: ``said``, ``unsaid``, ``denied``, ``asked``, ``possible``.
        everything: Keep what no list shows, too. Else a quote must be a statement of speech, or of one of
            ``acts``, with a speaker.
        min_confidence: The least confidence, 0 to 1; None for that of ``Quote.shown``, or with ``everything``
            for none.
    """
    wanted = _patterns(speakers)
    least = (0.0 if everything else SHOWN_FROM) if min_confidence is None else min_confidence
    kept = (
        quote
        for quote in analysis.quotes
        if (not wanted or _is_meant(_names(analysis, quote), wanted))
        and (not kinds or quote.kind in kinds)
        and (not acts or quote.act in acts)
        and (everything or (quote.attributed and (acts or quote.act == "speech")))
        and (not statuses or quote.status in statuses)
        and quote.confidence >= least
    )
    return replace(analysis, quotes=tuple(kept))


def is_called(name: str, speakers: Collection[str]) -> bool:
    """Return whether one of the beginnings that a user asks for begins a word of a name."""
    return _is_meant((name,), _patterns(speakers))


def _patterns(speakers: Collection[str]) -> list[re.Pattern[str]]:
    return [re.compile(rf"(?<!\w){re.escape(_without_title(as_typed(name)))}") for name in speakers]


def _without_title(name: str) -> str:
    """Return a name as it is typed without titles before it: "lavrov" for "mr lavrov"."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def nearest_names(name: str, known: Collection[str]) -> list[str]:
    """Return the names that are most like one that nobody bears, at most three, the nearest first.

    Args:
        name: As a person typed it.
        known: Names of speakers. A name is as near as its nearest word, or all of it.
    """
    typed = _without_title(as_typed(name))
    # Of names that share a word the fullest is meant.
    by_length = sorted(known, key=lambda full: (len(full), full))
    forms = {form: full for full in by_length for form in (as_typed(full), *as_typed(full).split())}
    near = get_close_matches(typed, forms, n=_NEAREST * 2, cutoff=_ALIKE)
    return list(dict.fromkeys(forms[form] for form in near))[:_NEAREST]


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


def keep_top(analysis: Analysis, limit: int, part: str = "entities") -> Analysis:
    """Keep the first ``limit`` records of a part; 0 keeps all.

    Entities begin with the most salient, keywords with the best, sources with those of most words; quotes
    stand in the order of the text.
    """
    if not limit:
        return analysis
    if part == "entities":
        return _with_entities(analysis, range(len(analysis.entities))[:limit])
    return replace(analysis, **{part: getattr(analysis, part)[:limit]})


def _with_entities(analysis: Analysis, kept: Sequence[int]) -> Analysis:
    """Keep the entities of these indices, and let the quotes refer to them by the new ones."""
    index: dict[int | None, int] = {old: new for new, old in enumerate(kept)}
    return replace(
        analysis,
        entities=tuple(analysis.entities[old] for old in kept),
        quotes=tuple(replace(quote, entity=index.get(quote.entity)) for quote in analysis.quotes),
    )
