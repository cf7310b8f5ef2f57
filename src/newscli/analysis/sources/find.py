"""The sources of an article: its statements, sorted by who speaks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, Literal

from newscli.english.grammar import DETERMINERS
from newscli.english.pronouns import SUBJECT_FORM
from newscli.model import Article, Quote, Source, Span

Pronoun = Literal["he", "she", "they"]

_PRONOUNS: Final[tuple[Pronoun, ...]] = ("he", "she", "they")
# Who is said not to speak: "nobody has told us".
_NOBODY: Final = frozenset({"neither", "no one", "nobody", "none"})
# A spokeswoman is "she", the body that she speaks for is not.
_WITH_PRONOUN: Final = frozenset({"anonymous", "group", "person"})
# An entity, or the words of who has no name.
_Key = int | str


def find_sources(article: Article, quotes: Sequence[Quote]) -> tuple[Source, ...]:
    """Find the sources of an article.

    Args:
        article: The article.
        quotes: All of them, in text order. Those that are ``shown`` are counted; the others still show which
            pronoun the article uses.

    Returns:
        One source for each speaker, those of most words first, and of equal ones the earlier. Empty if no
        quote is shown. Linear in the number of quotes.
    """
    statements: defaultdict[_Key, list[Quote]] = defaultdict(list)
    pronouns: defaultdict[_Key, Counter[str]] = defaultdict(Counter)
    for quote in quotes:
        if quote.speaker is None or quote.speaker.lower() in _NOBODY:
            continue
        key = _key(quote.speaker, quote.entity)
        if quote.mention is not None:
            pronouns[key][SUBJECT_FORM.get(quote.mention.of(article.prose).lower(), "")] += 1
        if quote.shown:
            statements[key].append(quote)
    words = _own_words(article.prose, [quote for own in statements.values() for quote in own])
    total = sum(words.values())
    found = [_source(own, pronouns[key], words, total) for key, own in statements.items()]
    return tuple(sorted(found, key=lambda source: -source.words))


def _key(speaker: str, entity: int | None) -> _Key:
    return speaker.casefold() if entity is None else entity


def _source(quotes: Sequence[Quote], pronouns: Counter[str], words: dict[int, int], total: int) -> Source:
    first = quotes[0]
    kinds = Counter(quote.kind for quote in quotes)
    own = sum(words[quote.id] for quote in quotes)
    return Source(
        name=first.speaker or "",
        named=_is_named(first),
        source_type=first.source_type,
        description=first.description,
        pronoun=_most_used(pronouns) if first.source_type in _WITH_PRONOUN else None,
        direct=kinds["direct"],
        mixed=kinds["mixed"],
        indirect=kinds["indirect"],
        words=own,
        share=own / total if total else 0.0,
        first_paragraph=first.paragraph,
    )


def _most_used(pronouns: Counter[str]) -> Pronoun | None:
    best = max(_PRONOUNS, key=lambda one: pronouns[one])
    return best if pronouns[best] else None


def _is_named(quote: Quote) -> bool:
    """Return whether a speaker has a name: an entity has one, and a person of a byline."""
    first, *_ = (quote.speaker or "").split() or [""]
    is_name = first[:1].isupper() and first.lower() not in DETERMINERS
    return quote.entity is not None or (quote.source_type == "person" and is_name)


def _own_words(prose: str, quotes: Sequence[Quote]) -> dict[int, int]:
    """Return how many words each quote has that stand in no other one inside it, by its id.

    Args:
        prose: The article's.
        quotes: In any order.
    """
    whole = {quote.id: _size(prose, quote.spans) for quote in quotes}
    found = dict(whole)
    for quote in quotes:
        if quote.within in found:
            found[quote.within] = max(0, found[quote.within] - whole[quote.id])
    return found


def _size(prose: str, spans: Sequence[Span]) -> int:
    return sum(len(span.of(prose).split()) for span in spans)
