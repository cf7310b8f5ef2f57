"""What the source of a quote is: a person, an organisation, a document, somebody without a name, a group."""

from __future__ import annotations

from typing import Final

from newscli.analysis.names.described import is_person
from newscli.analysis.speakers.noun_phrases import JOINTS, head_noun
from newscli.english.nouns import BODIES, DOCUMENTS, WITHHELD
from newscli.english.places import PEOPLES
from newscli.model import Entity, SourceType

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


def _of_words(words: str, mention: str) -> SourceType:
    """Return what somebody is of whom the article has no name."""
    lower = f"{words} {mention}".lower()
    noun = head_noun(words).lower()
    one = noun.removesuffix("s")
    if not WITHHELD.isdisjoint((noun, one)) or "familiar with" in lower or "anonym" in lower:
        return "anonymous"
    if noun in DOCUMENTS or one in DOCUMENTS:
        return "document"
    if noun in BODIES:
        return "organisation"
    first, *_, last = words.split() * 2
    if first[:1].isupper() and last[:1].isupper() and first != last and not words.isupper():
        return "group" if not JOINTS.isdisjoint(words.split()) else "person"
    several = noun.endswith("s") and not noun.endswith("ss")
    if several or lower.split()[0] in _MANY or noun in {"people", "police"}:
        return "group"
    # "THE WITNESS" of a transcript is one who is there.
    return "person" if words.isupper() and not is_person(noun) else "anonymous"
