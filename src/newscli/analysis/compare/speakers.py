"""Whether the speakers of two articles are one: by their names, by what they speak for, by what they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from newscli.analysis.names.forms import acronyms, fold_letters, name_words, same_name
from newscli.engines.terms import stem
from newscli.english.grammar import DETERMINERS
from newscli.english.name_parts import SMALL_WORDS
from newscli.english.newswriting import is_content_word
from newscli.model import Analysis, Quote, Source, SourceType


class Relation(IntEnum):
    """How two speakers are related: two people, perhaps one, or one."""

    OTHER = 0
    PERHAPS = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, as names are compared.

    Attributes:
        words: The words of the name, folded; without the determiner that opens it.
        kind: What it is.
        named: Whether it has a name.
        stems: The stems of the content words among them.
        identity: These and the stems of what the article says of who it is.
    """

    words: tuple[str, ...]
    kind: SourceType | None
    named: bool
    stems: frozenset[str]
    identity: frozenset[str]


def speaker_of(analysis: Analysis, quote: Quote) -> Speaker:
    """Return the speaker of a quote that has one."""
    told = quote.description.of(analysis.article.prose) if quote.description else ""
    return _speaker(quote.speaker or "", quote.source_type, told, is_entity=quote.entity is not None)


def speaker_of_source(analysis: Analysis, source: Source) -> Speaker:
    """Return a source as a speaker."""
    told = source.description.of(analysis.article.prose) if source.description else ""
    return _speaker(source.name, source.source_type, told, is_entity=source.named)


def _speaker(name: str, kind: SourceType | None, told: str, *, is_entity: bool) -> Speaker:
    words = name_words(name, "PER" if kind == "person" else "ORG")
    opened = len(words) > 1 and words[0] in DETERMINERS
    stems = _stems(name)
    return Speaker(
        words=words[1:] if opened else words,
        kind=kind,
        named=is_entity or (kind == "person" and not opened),
        stems=stems,
        identity=stems | _stems(told),
    )


def _stems(phrase: str) -> frozenset[str]:
    words = (word.strip(".,()'’\"“”") for word in phrase.replace("'s", "").replace("’s", "").split())
    return frozenset(stem(fold_letters(word)) for word in words if word and is_content_word(word))


def relation(one: Speaker, other: Speaker) -> Relation:
    """Return how two speakers of different articles are related.

    They are one if their names are: of people in full, or one in full behind a word that is none
    ("Baker Owen Pask"); of others without small words, in any order, or as an acronym. They may be one

    - if one bears the surname alone,
    - if the words of a body's name hold those of the other ("the bank", "Aldermoor Bank"),
    - if one has no name, or is the body that the other speaks for, and what the article says of the other
      holds all its words ("the coastguard", "Ruth Ansell, coastguard spokeswoman"),
    - if neither has a name and they share a noun ("a harbour worker", "one dock worker").
    """
    if not one.words or not other.words:
        return Relation.OTHER
    if one.words == other.words:
        return Relation.SAME
    if one.kind == other.kind == "organisation":
        return _of_bodies(one, other)
    if one.named and other.named and one.kind == other.kind:
        return same_person(one.words, other.words) if one.kind == "person" else _of_bodies(one, other)
    if one.named or other.named:
        holds = (one.stems and one.stems <= other.identity) or (other.stems and other.stems <= one.identity)
        return Relation.PERHAPS if holds else Relation.OTHER
    return Relation.PERHAPS if one.stems & other.stems else Relation.OTHER


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    """Return how two people are related, by the words of their names."""
    if same_name(one, "PER") == same_name(other, "PER"):
        return Relation.SAME
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and long[-len(short) :] == short:
        return Relation.SAME if len(short) > 1 else Relation.PERHAPS
    return Relation.OTHER


def _of_bodies(one: Speaker, other: Speaker) -> Relation:
    if same_name(one.words, "ORG") == same_name(other.words, "ORG"):
        return Relation.SAME
    if _spells(one.words, other.words) or _spells(other.words, one.words):
        return Relation.SAME
    mine, others = ({word for word in each.words if word not in SMALL_WORDS} for each in (one, other))
    return Relation.PERHAPS if mine and others and (mine <= others or others <= mine) else Relation.OTHER


def _spells(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and short[0] in acronyms(long)
