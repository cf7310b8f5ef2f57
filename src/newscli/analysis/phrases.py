"""Noun phrases: whom one names, and whom it only mentions ("Roe's lawyer", "a spokesman for Roe")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from newscli.analysis.descriptions import TAIL_OPENERS
from newscli.analysis.entities.merge import NamedSpans
from newscli.analysis.names.forms import acronyms, fold, looks_like_acronym, name_words
from newscli.analysis.names.titles import gender
from newscli.english.name_parts import GENERATIONS, POSSESSIVES
from newscli.english.titles import HONORIFICS, OFFICE_MATTERS, OFFICES, Gender
from newscli.model import Entity, Span

# A family of more in one article is not told apart; the bound keeps a list of them linear.
MAX_NAMESAKES: Final = 20
_TITLES: Final = HONORIFICS | OFFICES
_DETERMINERS: Final = frozenset({"the", "a", "an"})
_JOINTS: Final = frozenset({"and", "&"})
_REFLEXIVES: Final = frozenset({"himself", "herself", "itself"})
# "Critics, including Senator Roe": the name is an example of whoever is meant.
_EXAMPLES: Final = frozenset({"including", "like", "as", "notably", "especially", "particularly"})
# A comma or a bracket behind a name opens what only adds to it.
_ADDED: Final = tuple(",([–—-")


def named_by(prose: str, phrase: Span, named: NamedSpans) -> Entity | None:
    """Return the entity that a noun phrase names.

    Args:
        prose: The article.
        phrase: The noun phrase, with its apposition where it has one.
        named: The named mentions of the article.

    Returns:
        None where the phrase names nobody, or several ("Roe and Poe"), or only holds a name.
    """
    within = named.within(phrase)
    for number, (span, entity) in enumerate(within):
        before = prose[phrase.start : span.start].rpartition(",")[2].lower().split()
        behind = prose[span.end : phrase.end].split()
        if not _leads_to(before, entity) or not _may_follow(behind, entity):
            continue
        following = within[number + 1][0].start if number + 1 < len(within) else phrase.start
        return None if _is_list(prose[span.end : following].split(), behind) else entity
    return None


def _leads_to(before: list[str], entity: Entity) -> bool:
    """Tell whether a name is what the words before it describe."""
    # "The crofter" may be taken for a name by the reader.
    if before and before[-1] in _DETERMINERS and entity.name.islower():
        return False
    while before and (length := _title_before(before)):
        del before[-length:]
    if entity.label == "MISC":  # "some Democrats" are not the Democrats
        return not before
    return not any(word in TAIL_OPENERS or word in _EXAMPLES for word in before)


def _title_before(before: Sequence[str]) -> int:
    """Return how many words at the end are a title, "secretary of state", or a determiner; 0 for none."""
    if before[-1].rstrip(".") in _TITLES or before[-1] in _DETERMINERS:
        return 1
    return 3 if before[-1] in OFFICE_MATTERS and before[-2:-1] == ["of"] and before[-3:-2] else 0


def _may_follow(behind: Sequence[str], entity: Entity) -> bool:
    """Tell whether the words after a name leave it the chief word of the phrase."""
    if not behind or behind[0].startswith(_ADDED) or behind[0] in _REFLEXIVES:
        return True
    if behind[0] in POSSESSIVES or behind[0].lower().rstrip(".,") in GENERATIONS:
        return len(behind) == 1
    return behind[0] in TAIL_OPENERS - _JOINTS and entity.label in ("PER", "ORG")


def _is_list(gap: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell whether the name is one of several: only a comma, or "and", parts it from the next."""
    return gap in (["and"], ["&"], [",", "and"], [",and"]) or (
        gap == [","] and not _JOINTS.isdisjoint(behind)
    )


def head(phrase: str) -> list[str]:
    """Return the words of a phrase before its apposition: "the judge, who …" gives "the" and "judge"."""
    return phrase.partition(",")[0].split()


class Spellings:
    """Finds people by the letters of their names, where the reader overlooked one."""

    def __init__(self, entities: Iterable[Entity], genders: Mapping[str, Gender]) -> None:
        """Index the people of one article by surname, and all names by their whole."""
        self._genders = genders
        self._people: defaultdict[str, list[tuple[frozenset[str], Entity]]] = defaultdict(list)
        self._whole: dict[str, Entity] = {}
        for entity in entities:
            for form in (entity.name, *entity.aliases):
                self._whole.setdefault(_letters(form), entity)
            words = name_words(entity.name, entity.label)
            if entity.label != "PER":
                for letters in acronyms(words):
                    self._whole.setdefault(letters, entity)
            elif words:
                forms = (name_words(form, "PER") for form in entity.aliases)
                self._people[words[-1]].append((frozenset(words).union(*forms), entity))

    def of(self, phrase: str) -> Entity | None:
        """Return whom a phrase spells: "Mr. Roe", "Former Gov. Ann Roe, who …"; None for several."""
        words = _name_words(phrase)
        first = len(words)
        while first > 0 and words[first - 1][:1].isupper():
            first -= 1
        words = words[first:]
        titles = [n for n, word in enumerate(words) if word.lower().rstrip(".") in _TITLES]
        name = " ".join(words[titles[-1] + 1 if titles else 0 :])
        spelled = name_words(name, "PER")
        if not spelled:
            return None
        told = gender("", [words[n].lower().rstrip(".") for n in titles])
        found = [
            entity
            for known, entity in self._people.get(spelled[-1], ())[:MAX_NAMESAKES]
            if known.issuperset(spelled) and (told is None or self._genders.get(entity.name, told) == told)
        ]
        if len(found) == 1:
            return found[0]
        return None if first else self._whole.get(_letters(name))


def _letters(name: str) -> str:
    """Return a name's key: of an acronym the letters alone, "u.n." as "un"."""
    return fold(name.replace(".", "") if looks_like_acronym(name) else name)


def _name_words(phrase: str) -> list[str]:
    """Return the words of a phrase up to where its apposition or its "of" begins, none of "Roe and Poe"."""
    words: list[str] = []
    for word in head(phrase):
        if word in _JOINTS:
            return []
        if word in TAIL_OPENERS or word.startswith(_ADDED):
            break
        words.append(word)
    return words[1:] if words and words[0].lower() in _DETERMINERS else words
