"""Agreement: an article means one thing by one name, so that all its mentions together tell its label.

Each mention is heard by the others, as with the features of Krishnan and Manning ("An Effective Two-Stage
Model for Exploiting Non-Local Dependencies in Named Entity Recognition", 2006). Together they outvote a
doubtful one; where the reader is sure of both kinds ("in Chicago", "Chicago lost"), both stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

from newscli.analysis.nameforms import is_compound, is_place, name_words, plain_name, same_name, short_forms
from newscli.analysis.titles import TitleReader
from newscli.engines.reader import LABELS
from newscli.model import Article, Mention, Sentence, Span

_PER, _MISC = LABELS.index("PER"), LABELS.index("MISC")
_UNTOLD: Final = (1 / len(LABELS),) * len(LABELS)

# How often the label of the row goes with that of the column in two mentions of one spelling: rounded from
# the training part of CoNLL-2003, wikigold and GUM. Teams are named after their cities.
_ALIKE: Final = (
    (0.94, 0.02, 0.02, 0.02),
    (0.02, 0.86, 0.10, 0.02),
    (0.02, 0.10, 0.86, 0.02),
    (0.02, 0.02, 0.02, 0.94),
)
# No mention is surer of its label than this: the others can outvote it.
_FLOOR: Final = exp(-6)
# All the others together weigh as much as this many, so that a sure minority of some size keeps its label.
_MOST_OTHERS: Final = 6.0
# What a surname tells that the article gives in full ("Doug Ford", "Ford").
_SURNAME: Final = (0.9, 0.04, 0.02, 0.04)
_SURE: Final = 0.8
# A title before a name makes a person of what the reader takes for one with this chance.
_IMAGINABLE: Final = 0.1
_IMPOSSIBLE: Final = -1e3

# A weight for each of LABELS, in logarithms.
Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name where the text has it.

    Attributes:
        span: Without titles and possessive ending.
        chances: How likely each of ``LABELS`` is, together 1; all equal where nothing tells.
    """

    span: Span
    chances: tuple[float, ...] = _UNTOLD


def agree(
    article: Article, sentences: Sequence[Sentence], sightings: Sequence[Sighting]
) -> tuple[Mention, ...]:
    """Label the names of an article by what all their mentions tell.

    Args:
        article: The article.
        sentences: All its sentences.
        sightings: In text order.

    Returns:
        A mention for each sighting. Linear in their number.
    """
    titles = TitleReader(article, sentences)
    spellings: defaultdict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        spellings[_spelling(article, sighting.span)].append(sighting)
    heard = {words: [_heard(sighting.chances) for sighting in group] for words, group in spellings.items()}
    surnames = _surnames({words: _sum(*votes) for words, votes in heard.items()})
    labels: dict[Span, int] = {}
    for words, group in spellings.items():
        total = _sum(*heard[words])
        share = min(1.0, _MOST_OTHERS / max(1, len(group) - 1))
        told = _logs(_SURNAME) if " ".join(words) in surnames else (0.0,) * len(LABELS)
        for sighting, own in zip(group, heard[words], strict=True):
            others = tuple((every - one) * share for every, one in zip(total, own, strict=True))
            weights = _sum(_own_weights(article, titles, sighting), others, told)
            labels[sighting.span] = max(range(len(LABELS)), key=weights.__getitem__)
    return tuple(Mention(sighting.span, LABELS[labels[sighting.span]]) for sighting in sightings)


def _spelling(article: Article, span: Span) -> tuple[str, ...]:
    """Return the words under which mentions of one name meet; the names of one country are one."""
    name = plain_name(span.of(article.prose), "MISC")
    words = name_words(name, "MISC")
    return tuple(same_name(words, "MISC").split()) if words else (name,)


def _own_weights(article: Article, titles: TitleReader, sighting: Sighting) -> Weights:
    """Return what a mention tells of itself: by the reader's eyes, by its words, by the title before it."""
    certain = _MISC if is_compound(sighting.span.of(article.prose)) else None
    if certain is None and sighting.chances[_PER] > _IMAGINABLE and titles.before(sighting.span):
        certain = _PER
    if certain is not None:
        return tuple(0.0 if label == certain else _IMPOSSIBLE for label in range(len(LABELS)))
    return tuple(log(max(chance, _FLOOR)) for chance in sighting.chances)


def _heard(chances: Sequence[float]) -> Weights:
    """Return what a mention tells of another of the same spelling."""
    return tuple(
        log(sum(share * chance for share, chance in zip(row, chances, strict=True))) for row in _ALIKE
    )


def _surnames(totals: Mapping[tuple[str, ...], Weights]) -> frozenset[str]:
    """Return the surnames of the people whom the article names in full; known places are none."""
    found: set[str] = set()
    for words, total in totals.items():
        if len(words) > 1 and _share(total, _PER) > _SURE:
            found.update(short for rank, short in short_forms(words, "PER") if rank == 0)
    return frozenset(short for short in found if not is_place(tuple(short.split())))


def _share(weights: Weights, label: int) -> float:
    """Return the chance of a label by weights."""
    return 1 / sum(exp(min(weight - weights[label], 700)) for weight in weights)


def _logs(chances: Sequence[float]) -> Weights:
    return tuple(map(log, chances))


def _sum(*weights: Weights) -> Weights:
    return tuple(map(sum, zip(*weights, strict=True)))
