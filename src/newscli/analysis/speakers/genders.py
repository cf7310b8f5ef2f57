"""The genders of people, as titles and given names show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newscli.analysis.names.titles import TitleReader, gender
from newscli.english.titles import Gender
from newscli.model import Entity


def genders(entities: Iterable[Entity], titles: TitleReader) -> dict[str, Gender]:
    """Return the gender of each person whose gender is known, keyed by name.

    Most of the titles decide, else the given name. Namesakes who differ ("Mr Lee", "Mrs Lee") are left out.
    """
    found: dict[str, set[Gender | None]] = {}
    for entity in entities:
        if entity.label == "PER":
            votes = Counter(gender("", titles.before(mention)) for mention in entity.mentions)
            he, she = votes["m"], votes["f"]
            known: Gender | None = gender(entity.name) if he == she else ("m" if he > she else "f")
            found.setdefault(entity.name, set()).add(known)
    return {name: known for name, (known, *more) in found.items() if known and not more}
