"""The genders of people, as the article shows them and as their given names make them likely."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from newscli.analysis.names.titles import TitleReader, gender
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.english.titles import Gender
from newscli.model import Entity


def shown_genders(
    entities: Iterable[Entity], titles: TitleReader, descriptions: Descriptions
) -> dict[str, Gender]:
    """Return the gender of each person of whom the article shows it, keyed by name.

    Titles and descriptions show it ("Mr Lee", "his wife, Ann Lee"); most of them decide. Namesakes who differ
    ("Mr Lee", "Mrs Lee") are left out.
    """
    described: defaultdict[str, Counter[Gender | None]] = defaultdict(Counter)
    for entity, shown in descriptions.genders():
        described[entity.name][shown] += 1
    found: dict[str, set[Gender | None]] = {}
    for entity in entities:
        if entity.label == "PER":
            votes = Counter(gender("", titles.before(mention)) for mention in entity.mentions)
            he, she = (votes[one] or described[entity.name][one] for one in ("m", "f"))
            found.setdefault(entity.name, set()).add(None if he == she else "m" if he > she else "f")
    return {name: shown for name, (shown, *more) in found.items() if shown and not more}


def likely_genders(entities: Iterable[Entity], shown: Mapping[str, Gender]) -> dict[str, Gender]:
    """Return the gender of each person of whom it is shown, or else made likely by the given name."""
    people = {entity.name for entity in entities if entity.label == "PER"}
    by_name = {name: gender(name) for name in sorted(people)}
    return {name: one for name, one in by_name.items() if one} | dict(shown)
