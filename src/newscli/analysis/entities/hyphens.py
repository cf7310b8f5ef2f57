"""Words with a hyphen in which one or two names stand: "the US-China deal", "Rep. Ann Roe, D-Ill."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newscli.analysis.entities.labels import ADJECTIVE, BODY, PERSON, PLACE, Sighting
from newscli.analysis.names.forms import is_adjective, is_place, name_words
from newscli.english.places import NEW_WORLD
from newscli.model import LABELS, Span

# "Thai-Malaysian", "US–China".
_JOINED: Final = re.compile(r"([^\s–-]+)[–-]([^\s–-]+)")
_PART: Final = re.compile(r"[^\s–-]+")
_CHAIN: Final = re.compile(r"[^\s–-]+(?:[–-][^\s–-]+){2,}")
_KNOWN_OF_CHAIN: Final = 2
_OTHER: Final = LABELS.index("MISC")
_PERSON: Final = LABELS.index("PER")
_BODY: Final = LABELS.index("ORG")
# "ABC News/Washington Post".
_SLASHED: Final = re.compile(r"([A-Z][^/]{2,})/([A-Z][^/]{2,})")
# "Ann Paris-Kent" is one person, and "Metz-Nancy" an airport.
_MAY_JOIN: Final = frozenset({LABELS.index("LOC"), _OTHER})
# "Ex-Yukos", "the then-Labour Party", "non-Ferry users": the name begins behind the hyphen; "ex-Soviet" is an
# adjective.
_PREFIX: Final = re.compile(r"(?:[Ee]x|[Nn]on|[Nn]ow|[Tt]hen)[–-](?=[A-Z])")
# A legislator's party, and what stands around it and the state or town behind it.
_PARTY: Final = re.compile(r"[DIR][–-](?=[A-Z])(?!Day\b)")
_BEFORE_PARTY: Final = (", ", "(", "[")
_BEHIND_PARTY: Final = frozenset(",)].;:")


def apart(prose: str, sighting: Sighting) -> Iterator[Sighting]:
    """Yield the names of a marked word: behind a party or "ex-", both that are known of two, or itself."""
    span = sighting.span
    text = span.of(prose)
    joined = _JOINED.fullmatch(text)
    if _is_party(prose, span):
        yield Sighting(Span(span.start + len("D-"), span.end), PLACE)
        return
    likely = sighting.chances.index(max(sighting.chances))
    if likely != _OTHER and (prefix := _PREFIX.match(text)):
        yield Sighting(Span(span.start + prefix.end(), span.end), sighting.chances)
        return
    kinds = [_kind(part) for part in joined.groups()] if joined else []
    if likely in _MAY_JOIN and (chain := _chained(sighting, text)):
        yield from chain
        return
    if joined is None or likely not in _MAY_JOIN or _kind(text) or _is_new_people(joined.group(2), kinds):
        yield sighting
        return
    one, other = kinds
    if one is None or other is None:
        yield sighting
        return
    for number, kind in ((1, one), (2, other)):
        yield Sighting(Span(span.start + joined.start(number), span.start + joined.end(number)), kind)


def _chained(sighting: Sighting, text: str) -> list[Sighting]:
    """Return the places of a chain, if two are known: "the Iran-Lausanne-Yemen axis"."""
    parts = list(_PART.finditer(text)) if _CHAIN.fullmatch(text) else []
    kinds = [_kind(part[0]) for part in parts]
    if len([kind for kind in kinds if kind]) < _KNOWN_OF_CHAIN or any(part[0].islower() for part in parts):
        return []
    start = sighting.span.start
    return [
        Sighting(Span(start + part.start(), start + part.end()), kind or PLACE)
        for part, kind in zip(parts, kinds, strict=True)
    ]


def with_pairs_parted(prose: str, found: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield the names of an article, of two that are joined both: "the Roe-Moss case", "the Orr-GFC deal".

    Of people both must be named in full elsewhere, and the pair must not be the surname of somebody else. Of
    bodies both must be named alone elsewhere; or a slash joins them and one has several words.
    """
    people = [words for one in found if _is(one, _PERSON) and len(words := one.span.of(prose).split()) > 1]
    surnames = {words[-1] for words in people}
    bodies = {one.span.of(prose) for one in found if _is(one, _BODY)}
    for one in found:
        text = one.span.of(prose)
        pair = _JOINED.fullmatch(text)
        slashed = _SLASHED.fullmatch(text) if _is(one, _BODY) and " " in text else None
        if slashed is not None:
            pair, kind = slashed, BODY
        elif pair is not None and pair[0] not in surnames and surnames.issuperset(pair.groups()):
            kind = PERSON
        elif pair is not None and _is(one, _BODY) and bodies.issuperset(pair.groups()):
            kind = BODY
        else:
            yield one
            continue
        for number in (1, 2):
            start, end = pair.span(number)
            yield Sighting(Span(one.span.start + start, one.span.start + end), kind)


def _is(sighting: Sighting, label: int) -> bool:
    return sighting.chances.index(max(sighting.chances)) == label


def _is_party(prose: str, name: Span) -> bool:
    """Return whether a name is a legislator's party and place: "Sen. Ann Roe, D-Ill., said"."""
    behind = prose[name.end : name.end + 1]
    is_closed = not behind or behind in _BEHIND_PARTY
    return (
        bool(_PARTY.match(prose, name.start)) and is_closed and prose.endswith(_BEFORE_PARTY, 0, name.start)
    )


def _kind(name: str) -> tuple[float, ...] | None:
    """Return what a name is that is known without context: an adjective or a place; None for others."""
    if is_adjective(name):
        return ADJECTIVE
    return PLACE if is_place(name_words(name, "LOC")) else None


def _is_new_people(last: str, kinds: Sequence[tuple[float, ...] | None]) -> bool:
    """Return whether two peoples are one, "an Irish-American"; not so "the US-Canadian border"."""
    return last.lower() in NEW_WORLD and kinds[0] is ADJECTIVE
