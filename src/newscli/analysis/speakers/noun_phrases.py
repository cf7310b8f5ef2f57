"""Noun phrases: whom one names, and whom it only mentions ("Roe's lawyer", "a spokesman for Roe")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newscli.analysis.names.described import chief_noun, is_person
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.english.clauses import BE_FORMS
from newscli.english.grammar import ARTICLES, EXAMPLES, TAIL_OPENERS
from newscli.english.name_parts import GENERATIONS, POSSESSIVES
from newscli.english.nouns import SPOKESPEOPLE, WITHHELD
from newscli.english.pronouns import ANYONE, CLASSES, REFLEXIVES, RELATIVES
from newscli.english.titles import OFFICE_MATTERS, OFFICES, TITLES
from newscli.model import Entity, Span

_SERVING: Final = frozenset({"for", "of", "to"})
_INDEFINITE: Final = frozenset({"a", "an", "another", "one"})
JOINTS: Final = frozenset({"and", "&"})
_CLAUSE_OPENERS: Final = RELATIVES | {"that"}
# A comma or a bracket behind a name opens what only adds to it.
ADDED: Final = tuple(",([–—-")

# "A diplomat, who was not allowed to speak": only the diplomat is the speaker.
_CLAUSE: Final = re.compile(r",? (?:--|—|–) |, (?:which|who|whose) ")
# "Republicans who"; of "those who" the clause alone tells who they are.
_RELATIVE: Final = re.compile(
    r",? (?:all|both|few|many|most|none|several|some) of (?:whom|which)$"
    r"|(?<!hose)(?<!some)(?<!any)(?<!one)(?<!thers) (?:who|which|that)$"
)
# "The neighbourhood forum (NF)": what it is called from now on.
_ADDED_ACRONYM: Final = re.compile(r" \([A-Z][\w.&-]{0,11}\)$")


def named_by(prose: str, phrase: Span, named: NamedSpans) -> Entity | None:
    """Return the entity that a noun phrase names.

    Args:
        prose: The article.
        phrase: The noun phrase, with its apposition if it has one.
        named: The named mentions of the article.

    Returns:
        None if the phrase names nobody, or several ("Roe and Poe"), or only holds a name.
    """
    within = named.within(phrase)
    for number, (span, entity) in enumerate(within):
        before = _before(prose, phrase.start, span.start, within[:number]).rpartition(",")[2].lower().split()
        behind = _without_bracket(prose[span.end : phrase.end].split())
        if not _leads_to(before, entity) or not _may_follow(behind, entity):
            continue
        following = within[number + 1][0].start if number + 1 < len(within) else phrase.start
        return None if _is_list(_gap(prose, span.end, following), behind) else entity
    return None


def _before(prose: str, start: int, end: int, names: Sequence[tuple[Span, Entity]]) -> str:
    """Return the words before a name, of other names their last alone: "England" of "Bank of England"."""
    kept = ""
    for span, _ in names:
        name = span.of(prose)
        kept += prose[start : span.start] + name.split()[-1]
        start = span.end
    return kept + prose[start:end]


def _without_bracket(behind: list[str]) -> list[str]:
    """Return the words after a name without the brackets that only add to it: "the Board (FB) chairwoman"."""
    closed = (n for n, word in enumerate(behind) if word.endswith(")"))
    first = next(closed, -1) + 1 if behind and behind[0].startswith("(") else 0
    return behind[first:] or behind


def _gap(prose: str, end: int, start: int) -> list[str]:
    """Return the words between two names, without the titles before the second."""
    gap = prose[end:start].split()
    while gap and gap[-1].rstrip(".").lower() in TITLES:
        gap.pop()
    return gap


def _leads_to(before: list[str], entity: Entity) -> bool:
    """Return whether a name is what the words before it describe."""
    # "The crofter" may be taken for a name by the reader.
    if before and before[-1] in ARTICLES and entity.name.islower():
        return False
    while before and (length := _title_before(before)):
        del before[-length:]
    if entity.label == "MISC":  # "some Democrats" are not the Democrats
        return not before
    if entity.label == "PER" and _is_of_matter(before):
        return True
    return not any(word in TAIL_OPENERS or word in EXAMPLES for word in before)


def _is_of_matter(before: Sequence[str]) -> bool:
    """Return whether words are somebody's office: "clerk of the court", not "friend of the judge"."""
    at = chief_noun(before) if before else 0
    *of_the, thing = before[at + 1 :] or [""]
    is_of_thing = of_the == ["of", "the"] and thing.isalpha() and not is_person(thing)
    return is_of_thing and is_person(before[at])


def _title_before(before: Sequence[str]) -> int:
    """Return how many words at the end are a title, "secretary of state", or a determiner; 0 for none."""
    if before[-1].rstrip(".") in TITLES or before[-1] in ARTICLES:
        return 1
    return 3 if before[-1] in OFFICE_MATTERS and before[-2:-1] == ["of"] and before[-3:-2] else 0


def _may_follow(behind: Sequence[str], entity: Entity) -> bool:
    """Return whether the words after a name leave it the chief word of the phrase."""
    if not behind or behind[0].startswith(ADDED) or behind[0] in REFLEXIVES:
        return True
    if behind[0] in POSSESSIVES or behind[0].lower().rstrip(".,") in GENERATIONS:
        return len(behind) == 1
    return behind[0] in TAIL_OPENERS - JOINTS and entity.label in ("PER", "ORG")


def _is_list(gap: Sequence[str], behind: Sequence[str]) -> bool:
    """Return whether the name is one of several: only a comma, or "and", parts it from the next."""
    return gap in (["and"], ["&"], [",", "and"], [",and"]) or (gap == [","] and not JOINTS.isdisjoint(behind))


def is_joined(prose: str, phrase: Span, named: NamedSpans) -> bool:
    """Return whether a noun phrase joins several names: "Ann Roe and Mr Bob Ash"."""
    within = named.within(phrase)
    for (span, _), (following, _) in pairwise(within):
        gap = _gap(prose, span.end, following.start)
        if _is_list(gap, prose[span.end : phrase.end].split()):
            return True
    return False


def spoken_for(prose: str, phrase: Span, named: NamedSpans) -> Entity | None:
    """Return the one body that an unnamed spokesperson speaks for: "a spokesman for the Ferry Board"."""
    if SPOKESPEOPLE.isdisjoint(word.lower().strip(",") for word in phrase.of(prose).split()):
        return None
    within = named.within(phrase)
    if len(within) != 1 or within[0][1].label not in {"ORG", "LOC"}:
        return None
    name, entity = within[0]
    if is_in_clause(prose[phrase.start : name.start].lower().split()):
        return None
    behind = prose[name.end : phrase.end].split()
    is_where = entity.label == "LOC" and bool(behind) and behind[0].isalpha()  # "the Paris prosecutor"
    return None if is_where else entity


def is_in_clause(before: Sequence[str]) -> bool:
    """Return whether words in lower case open a clause that tells more of whom they mean.

    "A coalition that bombs" does so, but not "the priest, whose name is".
    """
    return not _CLAUSE_OPENERS.isdisjoint(before[1:]) and before[-1] not in BE_FORMS


def is_beneath(phrase: str) -> bool:
    """Return whether a phrase keeps back who serves an officeholder: "an aide to the president".

    A name behind its comma is then the officeholder's: "an aide to the president, Ann Roe".
    """
    words = phrase.lower().split()
    at = next((number for number, word in enumerate(words) if word in _SERVING), 0)
    withheld = words[0] in _INDEFINITE and not WITHHELD.isdisjoint(words[:at])
    return withheld and not OFFICES.isdisjoint(words[at:])


def head_noun(phrase: str) -> str:
    """Return the chief noun of a phrase as it is spelled, "" for none: "head" of "the head of the board".

    That of "the mother-of-nine" is "mother".
    """
    words = head(phrase)
    return words[chief_noun(words)].strip(".,’'").partition("-of-")[0] if words else ""


def head(phrase: str) -> list[str]:
    """Return the words of a phrase before its apposition: "the judge, who …" gives "the" and "judge".

    "Himself" and the like add nothing: "the judge himself".
    """
    words = phrase.partition(",")[0].split()
    return words[: -1 if len(words) > 1 and words[-1].lower() in REFLEXIVES else None]


def without_clause(phrase: str) -> str:
    """Return the words of a phrase without a clause, a bracket or half of one behind them."""
    words = _ADDED_ACRONYM.sub("", _RELATIVE.sub("", _CLAUSE.split(phrase)[0]))
    return words.rstrip(" ," if "[" in words else " ,]")  # "[the coach] said"


def is_anyone(words: str) -> bool:
    """Return whether a source in lower case is nobody whom an article tells of: "anyone", "someone who"."""
    first, _, rest = words.partition(" ")
    return words in ANYONE or (first in CLASSES and rest in RELATIVES)


def has_no_case(phrase: str) -> bool:
    """Return whether a phrase is written in letters without capitals, as Chinese or Arabic names are."""
    return any(char.isalpha() for char in phrase) and phrase.lower() == phrase.upper()
