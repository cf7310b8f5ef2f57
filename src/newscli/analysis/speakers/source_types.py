"""What the source of a quote is: a person, an organisation, a document, somebody without a name, a group."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newscli.analysis.names.described import is_person
from newscli.analysis.speakers.noun_phrases import JOINTS, head_noun
from newscli.english.grammar import DETERMINERS
from newscli.english.name_parts import PARTICLES
from newscli.english.nouns import BODIES, DOCUMENTS, EVIDENCE, WITHHELD
from newscli.english.places import PEOPLES
from newscli.model import Entity, SourceType

_PARTICIPLES: Final = ("ing", "ed", "seen", "shown")
_MANY: Final = frozenset({"all", "both", "many", "most", "others", "several", "some", "they", "we"})


def source_type(speaker: str | None, entity: Entity | None, mention: str) -> SourceType | None:
    """Return what a speaker is; None if there is none.

    Args:
        speaker: The name, or the source's own words.
        entity: Who that is, if it is an entity.
        mention: The source as the text names it.
    """
    if speaker is None:
        return None
    if entity is None:
        return _of_words(speaker, mention)
    if entity.label == "MISC":
        is_people = entity.name in PEOPLES or entity.name.endswith("s")
        return "group" if is_people else "document"
    if entity.label != "PER":
        return "document" if head_noun(mention).lower() in DOCUMENTS else "organisation"
    return "person"


def _head(words: str) -> str:
    """Return the chief noun of a phrase in lower case, before what only adds to it.

    "A new study documenting the status of children" has "study", "photos released of the scene" has "photos".
    """
    every = words.split()
    behind = (
        at
        for at, (before, word) in enumerate(pairwise(every), start=1)
        if word.endswith(_PARTICIPLES) and before.lower() not in DETERMINERS
    )
    return head_noun(" ".join(every[: next(behind, None)])).lower()


def _is_name(words: str) -> bool:
    """Return whether words may be a name: more than one, all with capitals but for particles."""
    all_words = words.split()
    named = [word for word in all_words if word.lower() not in PARTICLES and word not in JOINTS]
    return (
        len(set(all_words)) > 1
        and all(word[:1].isupper() for word in named)
        and all_words[0].lower() not in DETERMINERS
        and not words.isupper()
    )


def _of_words(words: str, mention: str) -> SourceType:
    """Return what somebody is of whom the article has no name."""
    lower = f"{words} {mention}".lower()
    noun = _head(words)
    one = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    if not WITHHELD.isdisjoint((noun, one)) or "familiar with" in lower or "anonym" in lower:
        return "anonymous"
    if not EVIDENCE.isdisjoint((noun, one)):
        return "document"
    if noun in BODIES:
        return "organisation"
    if _is_name(words):
        return "group" if not JOINTS.isdisjoint(words.split()) else "person"
    several = noun.endswith("s") and not noun.endswith("ss")
    if several or lower.split()[0] in _MANY or noun in {"media", "people", "police"}:
        return "group"
    # "THE WITNESS" of a transcript is one who is there.
    return "person" if words.isupper() and not is_person(noun) else "anonymous"
