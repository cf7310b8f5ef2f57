"""The words of a source: which gender, number and kind of body they can mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newscli.analysis.names.described import chief_noun, is_person
from newscli.analysis.names.forms import acronyms, is_place, name_words
from newscli.analysis.speakers.noun_phrases import head, head_noun
from newscli.english.grammar import DEFINITE_DETERMINERS
from newscli.english.nouns import (
    BODIES,
    COMPANIES,
    DOCUMENTS,
    NAMED_AS,
    NO_PLACES,
    PEOPLE,
    SPOKESPEOPLE,
    STATE_BODIES,
)
from newscli.english.pronouns import GENDER_OF_PRONOUN, POSSESSIVE_PRONOUNS, PRONOUNS, RELATIVES
from newscli.english.titles import GENDER_OF_TITLE, OFFICES, Gender
from newscli.model import Entity

# Bodies of a kind that is theirs alone: a council is no court. "The group", "the body" may be any of them.
_KINDS: Final = (
    BODIES
    - COMPANIES
    - {
        "administration",
        "agency",
        "authority",
        "body",
        "board",
        "branch",
        "bureau",
        "group",
        "institution",
        "household",
        "movement",
        "network",
        "organisation",
        "organization",
        "outlet",
        "panel",
        "regulator",
        "team",
        "watchdog",
    }
)

_JOINED_TO_SERVED: Final = ("a", "an", "for", "of")

# What a short form or an adjective has of a name at least: "Met" of "Metropolitan Police".
_SHORTEST: Final = 3


def may_mean(word: str, entity: Entity) -> bool:
    """Return whether a word may be short for a body, or an adjective of it: "met", "fbi", "malian"."""
    names = [name_words(name, entity.label) for name in (entity.name, *entity.aliases)]
    begins = any(one[:_SHORTEST] == word[:_SHORTEST] for words in names for one in words)
    return begins or any(word in acronyms(words) for words in names)


class Source:
    """The words of a source, and whom they can mean.

    Attributes:
        noun: Its chief noun in lower case, "" if it has none.
        is_definite: Whether it is one who was introduced before: "the barber".
        is_specified: Whether it says which: "the finance minister".
        is_of_people: Whether it is one or several without a name: "experts of the board".
        is_gendered: Whether it is "he" or "she".
        is_several: Whether it is several without a name: "residents", "the trustees".
        is_spokesperson: Whether it speaks for another: "a spokesman".
        served: Of what speaks for another the words that may tell for whom: "a Town spokesman".
        served_names: Those of them that have a capital: "the Bat spokesman".
        serves_person: Whether it speaks for somebody without a name: "the rapper's spokesman".
        of_state: Of which state a body is: "the Malian government".
        is_possessed: Whether it is somebody's whom a pronoun means: "his lawyer".
        is_of_speaker: Whether it is somebody's who speaks: "my mother".
        is_described: Whether it is a description, not a pronoun.
        is_relative: Whether it is "who" or "which".
        pronoun: "it" or "they", "" if it is neither.
        gender: The gender that a pronoun or the noun shows.
    """

    def __init__(self, text: str, shown: Mapping[str, Gender], likely: Mapping[str, Gender]) -> None:
        self._word = text.lower()
        self._shown, self._likely = shown, likely
        words = head(text)
        self.is_definite = len(words) > 1 and words[0].lower() == "the"
        self.is_gendered = self._word in GENDER_OF_PRONOUN
        self._introduces = len(words) > 1 and words[0].lower() in {"a", "an", "another", "one", "some"}
        self.is_specified = self.is_definite and len(words) > len(("the", "minister"))
        noun = head_noun(text)
        # "MPs", and "Growers" at the head of a headline, but not "Roberts".
        is_common = noun.islower() or noun.lower().removesuffix("s") in OFFICES | PEOPLE
        several = is_common and noun.endswith("s") and not noun.endswith("ss")
        self.noun = noun.lower()
        self.is_of_people = noun.islower() and is_person(self.noun.removesuffix("s"))
        self.is_several = several
        self.is_spokesperson = self.noun in SPOKESPEOPLE
        self._read_served(text)
        which = " ".join(word for word in words[1 : chief_noun(words)] if word[0].isupper())
        self.of_state = frozenset(name_words(which, "ORG")) if self.noun in STATE_BODIES else frozenset()
        self.is_of_speaker = len(words) > 1 and words[0].lower() in {"my", "our"}
        self.is_possessed = bool(words) and words[0].lower() in POSSESSIVE_PRONOUNS and len(words) > 1
        self.is_relative = self._word in RELATIVES
        self.pronoun = self._word if self._word in {"it", "they"} else ""
        self.is_described = self.noun != "" and self._word not in PRONOUNS
        self._names_person = bool(words) and not several and is_person(self.noun)
        self.gender: Gender | None = GENDER_OF_PRONOUN.get(self._word) or GENDER_OF_TITLE.get(self.noun)
        # "A spokesman" whom the article names elsewhere would be "the spokesman".
        is_unnamed = self._introduces and self.noun in SPOKESPEOPLE
        self._is_of_one = not (several or is_unnamed or self.noun in BODIES or self.noun in DOCUMENTS)
        self._is_officeholder = self.is_definite and self._is_of_one and self.noun in OFFICES

    def _read_served(self, text: str) -> None:
        served = {word.lower(): word for word in text.replace(".", "").replace(",", "").split()}
        for word in (*DEFINITE_DETERMINERS, self.noun, *_JOINED_TO_SERVED):
            served.pop(word, None)
        if not self.is_spokesperson:
            served = {}
        self.served = frozenset(served)
        names = " ".join(word for word in served.values() if not word.islower())
        self.served_names = frozenset(name_words(names, "ORG"))
        self.serves_person = any(is_person(one[:-2]) for one in served if one.endswith(("'s", "’s")))

    def agrees(self, entity: Entity) -> bool:
        """Return whether the source agrees with an entity in gender and number, and in its state.

        "The widow" is neither a man nor a body, but "a spokeswoman" may be the voice of one. "The Malian
        government" is no other body. "The company" is no country.
        """
        if entity.label == "LOC" and self.noun in NO_PLACES and is_place(name_words(entity.name, "LOC")):
            return False
        if entity.label != "PER":
            is_of_state = not self.of_state or any(may_mean(word, entity) for word in self.of_state)
            return is_of_state and (self.gender is None or self.is_spokesperson)
        gender = self._shown.get(entity.name)
        if gender is None and not self.is_gendered:
            gender = self._likely.get(entity.name)
        if self.gender is not None and gender not in {None, self.gender}:
            return False
        return self.is_gendered or (self._is_of_one and self._word not in {"it", "they"})

    def is_held_by(self, entity: Entity) -> bool:
        """Return whether the source may be an officeholder who is named so: "the president" is no newspaper.

        "The ombudsman" may be the office itself, which then is in its name.
        """
        return not self._is_officeholder or entity.label == "PER" or self.is_named_in(entity)

    def suits(self, entity: Entity) -> float:
        """Return 1 if a person is likely of the source's gender, -1 if not, 0 if nobody knows."""
        likely = self._likely.get(entity.name)
        return 0.0 if likely is None or self.gender is None else 1.0 if likely == self.gender else -1.0

    def is_new_to(self, entity: Entity, start: int) -> bool:
        """Return whether the source introduces somebody, and so nobody who was named before it."""
        return self._introduces and entity.label == "PER" and entity.mentions[0].start < start

    def is_of_kind(self, entity: Entity) -> bool:
        """Return whether "the barber" may be a person and "the agency" an organisation, by the noun."""
        if entity.label == "PER":
            return self._names_person
        return entity.label == "ORG" and (self.noun in BODIES or self.noun in DOCUMENTS)

    def is_other_body(self, entity: Entity) -> bool:
        """Return whether a name shows another kind of body than the source: "the council", "Ferry Board"."""
        words = frozenset(entity.name.lower().split())
        return self.noun in _KINDS and not self.is_named_in(entity) and not BODIES.isdisjoint(words)

    def is_named_in(self, entity: Entity) -> bool:
        """Return whether a name has the noun of the source: "the ministry" and "Ministry of Trade".

        Or another that such bodies are named by: "the union" and "Dockers' Federation".
        """
        words = entity.name.lower().split()
        return self.noun in words or not NAMED_AS.get(self.noun, frozenset()).isdisjoint(words)
