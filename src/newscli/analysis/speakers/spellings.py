"""People and organisations by the letters of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from newscli.analysis.names.forms import acronyms, fold_letters, looks_like_acronym, name_words
from newscli.analysis.names.titles import gender
from newscli.analysis.speakers.noun_phrases import ADDED, JOINTS, head
from newscli.english.grammar import ARTICLES, TAIL_OPENERS
from newscli.english.titles import TITLES, Gender
from newscli.model import Entity

# A family of more in one article cannot be kept apart; the bound keeps a list of them linear.
MAX_NAMESAKES: Final = 20


class Spellings:
    """Finds people by the letters of their names, if the reader overlooked one."""

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
        titles = [n for n, word in enumerate(words) if word.lower().rstrip(".") in TITLES]
        name = " ".join(words[titles[-1] + 1 if titles else 0 :])
        spelled = name_words(name, "PER")
        if not spelled:
            return None
        shown = gender("", [words[n].lower().rstrip(".") for n in titles])
        found = [
            entity
            for known, entity in self._people.get(spelled[-1], ())[:MAX_NAMESAKES]
            if known.issuperset(spelled) and (shown is None or self._genders.get(entity.name, shown) == shown)
        ]
        if len(found) == 1:
            return found[0]
        return None if first else self._whole.get(_letters(name))


def _letters(name: str) -> str:
    """Return a name's key: of an acronym the letters alone, "u.n." as "un"."""
    return fold_letters(name.replace(".", "") if looks_like_acronym(name) else name)


def _name_words(phrase: str) -> list[str]:
    """Return the words of a phrase up to where its apposition or its "of" begins, none of "Roe and Poe"."""
    words: list[str] = []
    for word in head(phrase):
        if word in JOINTS:
            return []
        if word in TAIL_OPENERS or word.startswith(ADDED):
            break
        words.append(word)
    return words[1:] if words and words[0].lower() in ARTICLES else words
