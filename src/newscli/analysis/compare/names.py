"""Which names and which sources several articles have, and which one has alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newscli.analysis.compare.speakers import Relation, Speaker, relation, same_person, speaker_of_source
from newscli.analysis.names.forms import acronyms, name_words, same_name
from newscli.comparison import NameGroup, SourceGroup, StatementGroup
from newscli.limits import MAX_STATEMENTS_OF_WORD
from newscli.model import Analysis, Entity, Source, SourceType

# A given name and a surname.
_FULL: Final = 2


def group_names(told: Sequence[Analysis]) -> tuple[NameGroup, ...]:
    """Group the entities of several articles by their names.

    Two are one if they have a form of the name in common, with word order, nicknames, company forms and the
    several names of a country alike (``names.forms``), and a label; without that, if their full names are the
    same words. Two people who are both named in full must have that name in common: a surname alone is that
    of the first who has it.

    Returns:
        Those that several articles have first, the most salient ones first. Linear in their number.
    """
    columns: list[list[Entity | None]] = []
    holders: dict[tuple[str, str], list[int]] = {}
    for article, analysis in enumerate(told):
        for entity in analysis.entities:
            keys = _keys(entity)
            near = dict.fromkeys(number for key in keys for number in holders.get(key, ()))
            number = next((n for n in near if _fits(entity, columns[n], article)), len(columns))
            if number == len(columns):
                columns.append([None] * len(told))
            columns[number][article] = entity
            for key in keys:
                if len(own := holders.setdefault(key, [])) < MAX_STATEMENTS_OF_WORD:
                    own.append(number)
    groups = [_name_group(column) for column in columns]
    return tuple(sorted(groups, key=lambda group: (-len(group.articles), -_salience(group))))


def _keys(entity: Entity) -> list[tuple[str, str]]:
    """Return by what an entity is found, the surest first: its label and its forms, then its words alone."""
    forms = [name_words(form, entity.label) for form in (entity.name, *entity.aliases)]
    keys = [(entity.label, same_name(each, entity.label)) for each in forms if each]
    if entity.label == "PER" and len(forms[0]) > _FULL:
        keys.append((entity.label, " ".join(forms[0][-_FULL:])))  # "Baker Owen Pask"
    return list(dict.fromkeys([*keys, ("", " ".join(name_words(entity.name, "MISC")))]))


def _fits(entity: Entity, column: Sequence[Entity | None], article: int) -> bool:
    """Return whether an entity is that of the other articles of a group."""
    if column[article] is not None:
        return False
    words = name_words(entity.name, "PER")
    others = [name_words(other.name, "PER") for other in column if other is not None and other.label == "PER"]
    full = [other for other in others if len(other) > 1 < len(words)] if entity.label == "PER" else []
    return all(same_person(words, other) is Relation.SAME for other in full)


def _name_group(column: Sequence[Entity | None]) -> NameGroup:
    held = [entity for entity in column if entity is not None]
    names = [entity.name for entity in held]
    # A given name and a surname are a person's whole name: what is more may be a trade.
    full = [name for name in names if " " in name] if held[0].label == "PER" else []
    name = min(full, key=len) if full else max(names, key=len)
    return NameGroup(name, held[0].label, tuple(column))


def _salience(group: NameGroup) -> float:
    return sum(entity.salience for entity in group.entities if entity)


def group_sources(told: Sequence[Analysis], statements: Sequence[StatementGroup]) -> tuple[SourceGroup, ...]:
    """Group the sources of several articles: those that are one by name, or by a statement that they share.

    Returns:
        Those that several articles quote first, then by the number of their words.
    """
    partners = _partners(statements)
    columns: list[list[Source | None]] = []
    speakers: list[list[Speaker]] = []
    holders: dict[str, list[int]] = {}
    for article, analysis in enumerate(told):
        for source in analysis.sources:
            speaker = speaker_of_source(analysis, source)
            near = sorted({number for key in _index(speaker) for number in holders.get(key, ())})
            free = [n for n in near if columns[n][article] is None]
            known = [n for n in free if any(relation(speaker, one) is Relation.SAME for one in speakers[n])]
            known += [n for n in free if _share(columns[n], source, article, partners)]
            number = known[0] if known else len(columns)
            if number == len(columns):
                columns.append([None] * len(told))
                speakers.append([])
            columns[number][article] = source
            speakers[number].append(speaker)
            for key in _index(speaker):
                if len(own := holders.setdefault(key, [])) < MAX_STATEMENTS_OF_WORD:
                    own.append(number)
    groups = [_source_group(column) for column in columns]
    return tuple(sorted(groups, key=lambda group: (-len(group.articles), -_words(group))))


def _index(speaker: Speaker) -> frozenset[str]:
    """Return the keys by which who may be one with a speaker is found."""
    return speaker.identity | {*speaker.words, *acronyms(speaker.words)}


# The articles and names of two sources that share a statement.
_Named = tuple[int, str, SourceType | None]


def _partners(statements: Sequence[StatementGroup]) -> Mapping[_Named, frozenset[_Named]]:
    """Return for each speaker those of other articles who may be the same, by a statement that they share."""
    found: dict[_Named, set[_Named]] = {}
    for group in statements:
        named = [(one.article, one.quote.speaker or "", one.quote.source_type) for one in group.tellings]
        for one in named if len(group.speakers) > 1 and not group.disputed else ():
            found.setdefault(one, set()).update(named)
    return {one: frozenset(others) for one, others in found.items()}


def _share(
    column: Sequence[Source | None],
    source: Source,
    article: int,
    partners: Mapping[_Named, frozenset[_Named]],
) -> bool:
    others = partners.get((article, source.name, source.source_type), frozenset())
    return any(
        one is not None and (number, one.name, one.source_type) in others for number, one in enumerate(column)
    )


def _source_group(column: Sequence[Source | None]) -> SourceGroup:
    held = [source for source in column if source is not None]
    first = next((source for source in held if source.named), held[0])
    return SourceGroup(first.name, first.source_type, tuple(column))


def _words(group: SourceGroup) -> int:
    return sum(source.words for source in group.sources if source)
