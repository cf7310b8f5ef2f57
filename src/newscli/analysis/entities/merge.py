"""Merging: which mentions name the same person, organisation or place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from newscli.analysis.entities.clusters import Clusters, Named, introduced, read_mention
from newscli.analysis.entities.links import linked
from newscli.analysis.entities.parties import Surroundings
from newscli.analysis.entities.salience import Salience
from newscli.analysis.names.forms import MAX_PARTS, is_adjective, is_peer, looks_like_acronym, name_words
from newscli.analysis.names.titles import TitleReader
from newscli.engines.reader.annotations import NameAnnotation
from newscli.english.given_names import GIVEN_NAMES
from newscli.model import Article, Entity, Label, Mention, Sentence, Span
from newscli.spans import SpanIndex

# "Gawker.com" is called Gawker.
_ADDRESS: Final = re.compile(r"\w[\w-]*\.[a-z]{2,4}")
_APOSTROPHES: Final = frozenset("'’ʼ")


def merge(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    titles: TitleReader,
    names: Sequence[NameAnnotation] = (),
) -> tuple[Entity, ...]:
    """Merge the mentions of each person, organisation, place or other name.

    A name without titles, endings, diacritics and company forms is compared with the fuller names of
    the article: a surname goes to the person of that surname who was named last and whom no title
    contradicts ("Mrs Lee" is not John Lee), a name that comes before its full form to the first who
    bears it. An acronym goes to the name whose initials it has, or that introduces it in brackets. What these
    rules leave apart may be joined by what was learnt of such pairs, see ``links``. Linear in the number of
    mentions.

    Args:
        article: The article.
        sentences: All its sentences, in order.
        mentions: In text order, without overlaps.
        titles: The titles before names.
        names: As the reader annotates them.

    Returns:
        Most salient first, of equal ones the one named earlier. Labels that disagree follow the
        majority; but a city and the team that is named after it are two.
    """
    named = [read_mention(article, titles, mention) for mention in mentions]
    clusters = Clusters(named, introduced(article, named)).clusters()
    joined = linked(clusters, Surroundings(sentences, titles, chances_of(mentions, names)))
    salience = Salience(article, sentences, max((len(members) for members, _ in joined), default=1))
    entities = [_entity(members, label, salience) for members, label in joined]
    return tuple(sorted(entities, key=lambda entity: (-entity.salience, entity.mentions[0])))


def chances_of(mentions: Sequence[Mention], names: Sequence[NameAnnotation]) -> dict[Span, tuple[float, ...]]:
    """Return what the reader thinks of each mention that it marked, or of the mark that holds it."""
    marks = SpanIndex(name.span for name in names)
    held = ((mention.span, marks.meeting(mention.span)) for mention in mentions)
    return {span: names[numbers[0]].chances for span, numbers in held if numbers}


def _entity(members: Sequence[Named], label: Label, salience: Salience) -> Entity:
    spellings: dict[str, Counter[str]] = {}
    for one in members:
        spellings.setdefault(one.name.casefold().rstrip("."), Counter())[one.name] += 1
    # "LYON" is no other form of "Lyon", nor "Acme Inc." of "Acme Inc". Of equals, max and sorted keep the
    # one that is named first.
    forms = {
        max(same, key=lambda form: (not form.isupper(), same[form])): same.total()
        for same in spellings.values()
    }
    known = {name_words(form, label) for form in forms}
    fullest = [form for form in forms if label != "PER" or not _has_epithet(name_words(form, label), known)]
    name = max(_beside_rank(fullest), key=lambda form: (*_fullness(form, label), forms[form]))
    aliases = sorted((form for form in forms if form != name), key=lambda form: -forms[form])
    name = _with_usual_apostrophe(name, [one.name for one in members])
    mentions = tuple(one.mention.span for one in members)
    return Entity(name, label, mentions, tuple(aliases), salience.of(mentions, adjective=is_adjective(name)))


def _with_usual_apostrophe(name: str, forms: Sequence[str]) -> str:
    """Return a name with the apostrophe that most mentions have, where they are mixed (O’Hara, O'Hara)."""
    marks = Counter(char for form in forms for char in form if char in _APOSTROPHES)
    if len(marks) < 2:  # noqa: PLR2004 - one kind is no mixture
        return name
    usual = max(marks, key=marks.__getitem__)
    return "".join(usual if char in _APOSTROPHES else char for char in name)


def _beside_rank(forms: Sequence[str]) -> Sequence[str]:
    """Return the forms of a name without a peer's rank if there are others: of "Prince Otto, Duke of Ord"."""
    own = [form for form in forms if not is_peer(form)]
    rank = {word for form in forms if is_peer(form) for word in form.split()}
    return own if any(not rank.issuperset(form.split()) for form in own) else forms


def _has_epithet(words: tuple[str, ...], known: Collection[tuple[str, ...]]) -> bool:
    """Return whether a form is another full name after a further word ("Lucky Mary Moss")."""
    starts = range(1, min(len(words) - 1, MAX_PARTS))
    return any(words[i] in GIVEN_NAMES and words[i:] in known for i in starts)


def _fullness(name: str, label: Label) -> tuple[bool, int, bool, int]:
    """Rank the forms of a name: no address, then more words, then not in capitals only, then more letters."""
    letters = sum(char.isalnum() for char in name)
    is_quiet = not name.isupper() or looks_like_acronym(name)
    return _ADDRESS.fullmatch(name) is None, len(name_words(name, label)), is_quiet, letters
