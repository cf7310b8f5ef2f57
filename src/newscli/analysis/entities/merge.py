"""Merging: which mentions name the same person, organisation or place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from newscli.analysis.entities.clusters import Named, Resolver, introduced, majority, read_mention
from newscli.analysis.entities.salience import Salience
from newscli.analysis.names.forms import MAX_PARTS, is_adjective, looks_like_acronym, name_words
from newscli.analysis.names.titles import TitleReader, gender
from newscli.english.given_names import GIVEN_NAMES
from newscli.english.titles import Gender
from newscli.model import Article, Entity, Label, Mention, Sentence, Span

__all__ = ["NamedSpans", "gender", "genders", "merge", "name_at"]


def merge(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Entity, ...]:
    """Merge the mentions of each person, organisation, place or other name.

    A name without titles, endings, diacritics and company forms is compared with the fuller names of
    the article: a surname goes to the person of that surname who was named last and whom no title
    contradicts ("Mrs Lee" is not John Lee), a name that comes before its full form to the first who
    bears it. An acronym goes to the name whose initials it has, or that introduces it in brackets.
    Linear in the number of mentions.

    Args:
        article: The article.
        sentences: All its sentences, in order.
        mentions: In text order, without overlaps.

    Returns:
        Most salient first, of equal ones the one named earlier. Labels that disagree follow the
        majority; but a city and the team that is named after it are two.
    """
    titles = TitleReader(article, sentences)
    named = [read_mention(article, titles, mention) for mention in mentions]
    clusters = Resolver(named, introduced(article, named)).clusters()
    most = max((len(cluster.members) for cluster in clusters), default=1)
    salience = Salience(article, sentences, most)
    entities = [_entity(cluster.members, salience) for cluster in clusters]
    return tuple(sorted(entities, key=lambda entity: (-entity.salience, entity.mentions[0])))


def genders(article: Article, sentences: Sequence[Sentence], entities: Iterable[Entity]) -> dict[str, Gender]:
    """Return the gender of each person of whom it is told, by name.

    Most of the titles decide, else the given name. Namesakes who differ ("Mr Lee", "Mrs Lee") are left out.
    """
    titles = TitleReader(article, sentences)
    found: dict[str, set[Gender | None]] = {}
    for entity in entities:
        if entity.label == "PER":
            votes = Counter(gender("", titles.before(mention)) for mention in entity.mentions)
            he, she = votes["m"], votes["f"]
            told: Gender | None = gender(entity.name) if he == she else ("m" if he > she else "f")
            found.setdefault(entity.name, set()).add(told)
    return {name: told for name, (told, *more) in found.items() if told and not more}


@dataclass(frozen=True, slots=True)
class NamedSpans:
    """The named mentions of an article and whose they are, by place."""

    starts: tuple[int, ...]
    found: tuple[tuple[Span, Entity], ...]

    def at(self, span: Span) -> Entity | None:
        """Return the entity with a mention of exactly this span, None where there is none."""
        return next((entity for mention, entity in self.within(span) if mention == span), None)

    def within(self, span: Span) -> tuple[tuple[Span, Entity], ...]:
        """Return the mentions that share a character with the span and their entities, in text order."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = bisect_left(self.starts, span.end)
        return tuple(pair for pair in self.found[first:last] if pair[0].meets(span))


def name_at(entities: Iterable[Entity]) -> NamedSpans:
    """Index the mentions of entities by their place in the text."""
    found = sorted(
        ((mention, entity) for entity in entities for mention in entity.mentions), key=lambda pair: pair[0]
    )
    return NamedSpans(tuple(mention.start for mention, _ in found), tuple(found))


def _entity(members: Sequence[Named], salience: Salience) -> Entity:
    spellings: dict[str, Counter[str]] = {}
    for one in members:
        spellings.setdefault(one.name.casefold().rstrip("."), Counter())[one.name] += 1
    # "LYON" is no other form of "Lyon", nor "Acme Inc." of "Acme Inc". Of equals, max and sorted keep the
    # one that is named first.
    forms = {
        max(same, key=lambda form: (not form.isupper(), same[form])): same.total()
        for same in spellings.values()
    }
    label = majority(one.label for one in members)
    known = {name_words(form, label) for form in forms}
    fullest = [form for form in forms if label != "PER" or not _has_epithet(name_words(form, label), known)]
    name = max(fullest, key=lambda form: (*_fullness(form, label), forms[form]))
    aliases = sorted((form for form in forms if form != name), key=lambda form: -forms[form])
    mentions = tuple(one.mention.span for one in members)
    return Entity(name, label, mentions, tuple(aliases), salience.of(mentions, adjective=is_adjective(name)))


def _has_epithet(words: tuple[str, ...], known: Collection[tuple[str, ...]]) -> bool:
    """Tell whether a form is another full name after a further word ("Lucky Mary Moss")."""
    starts = range(1, min(len(words) - 1, MAX_PARTS))
    return any(words[i] in GIVEN_NAMES and words[i:] in known for i in starts)


def _fullness(name: str, label: Label) -> tuple[int, bool, int]:
    """Rank the forms of a name: more words first, then not in capitals only, then more letters."""
    letters = sum(char.isalnum() for char in name)
    return len(name_words(name, label)), not name.isupper() or looks_like_acronym(name), letters
