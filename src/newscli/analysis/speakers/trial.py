"""Who is who in court: the defendant, the prosecution and the defence, as a report of a trial names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.words import SentenceWords
from newscli.english.grammar import ARTICLES
from newscli.english.nouns import CRIMES
from newscli.english.words import word_set
from newscli.model import Entity

# "Roe, 33, of Quay Road, Aldby, denies": tokens from a name to its verb.
MAX_TO_VERB: Final = 16
# "Prosecuting, Ann Roe KC said"; "Ann Roe KC, for the defence": tokens between a name and its part.
MAX_TO_PART: Final = 3

_DENYING: Final = word_set("denied denies")
_PLEADING: Final = _DENYING | {"pleaded"}
_ACCUSED: Final = ("defendant", "accused")
_PROSECUTING: Final = ("prosecution", "prosecutor")
_DEFENDING: Final = ("defence", "defense")
COURT_PARTS: Final = frozenset((*_ACCUSED, *_PROSECUTING, *_DEFENDING))
"""Nouns that mean somebody who has a part in a trial."""

_PARTS: Final = {"prosecuting": _PROSECUTING, "defending": _DEFENDING, "mitigating": _DEFENDING}
_SIDES: Final = {
    "prosecution": _PROSECUTING,
    "crown": _PROSECUTING,
    "defence": _DEFENDING,
    "defense": _DEFENDING,
}

# What a barrister's name may have behind it.
_BEHIND_NAME: Final = frozenset({",", "kc", "qc", "sc"})
_STOPS: Final = frozenset({",", ".", ")", ";"})
# A sentence without one of these says nothing of a part in a trial.
_TELLING: Final = _PLEADING | _PARTS.keys() | _SIDES.keys()


def parts(words: Sequence[SentenceWords], named: NamedSpans) -> Iterator[tuple[Entity, str]]:
    """Yield the people who have a part in a trial, each with a noun that means them.

    Args:
        words: All sentences of the article.
        named: Its named mentions.
    """
    for sentence in words:
        lower = sentence.lower
        if _TELLING.isdisjoint(lower):
            continue
        given: set[str] = set()  # "Roe, of Hale, denies": the first is meant, not who stands in the aside
        for span, entity in named.within(sentence.sentence.span):
            if entity.label == "PER":
                first, end = sentence.index.behind(span.start), sentence.index.behind(span.end)
                nouns = set(_part(lower, first, end)) - given
                yield from ((entity, noun) for noun in sorted(nouns))
                given |= nouns


def _part(lower: Sequence[str], first: int, end: int) -> tuple[str, ...]:
    """Return the nouns for somebody named from one token up to another, exclusive."""
    before = lower[max(0, first - MAX_TO_PART) : first]
    behind = lower[end : end + MAX_TO_VERB]
    for part, nouns in _PARTS.items():
        opens = part in before and before[before.index(part) + 1 :][:1] in ((",",), [","])
        if opens or part in behind[:MAX_TO_PART]:
            return nouns
    side = _side(behind)
    if side:
        return side
    verb = next((at for at, word in enumerate(behind) if word in _PLEADING), None)
    if verb is None or not _is_aside(behind[:verb]):
        return ()
    accused = behind[verb] == "pleaded" or not CRIMES.isdisjoint(behind[verb + 1 : verb + 2])
    return _ACCUSED if accused else ()


def _side(behind: Sequence[str]) -> tuple[str, ...]:
    """Return the nouns of the side for which somebody appears: "Roe KC, for the defence,"."""
    at = next((n for n, word in enumerate(behind[:MAX_TO_PART]) if word == "for"), None)
    if at is None or not _BEHIND_NAME.issuperset(behind[:at]):
        return ()
    noun = at + 1
    noun += noun < len(behind) and behind[noun] in ARTICLES
    ends = noun + 1 >= len(behind) or behind[noun + 1] in _STOPS
    return _SIDES.get(behind[noun], ()) if noun < len(behind) and ends else ()


def _is_aside(between: Sequence[str]) -> bool:
    """Return whether words between a name and its verb only add to the name: ", 33, of Quay Road,"."""
    return not between or between[0] in {"had", "has"} or (between[0] == "," and between[-1] == ",")
