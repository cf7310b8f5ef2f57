"""Words that a capital makes look like people where they open a sentence: callings and other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from newscli.analysis.entities.labels import Sighting
from newscli.analysis.names.described import is_person
from newscli.analysis.names.titles import gender
from newscli.analysis.words import SentenceWords
from newscli.english.capitals import Shape, Style, shape, style
from newscli.english.grammar import FUNCTION_WORDS
from newscli.english.nouns import PEOPLE
from newscli.english.titles import GENDER_OF_TITLE, HONORIFICS, OFFICES
from newscli.model import LABELS, Span
from newscli.spans import SpanIndex

_PER: Final = LABELS.index("PER")
_ORG: Final = LABELS.index("ORG")
_CALLINGS: Final = (PEOPLE | OFFICES | GENDER_OF_TITLE.keys()) - HONORIFICS
_PLAIN: Final = FUNCTION_WORDS | OFFICES | PEOPLE
_FULL: Final = 2  # a given name and a surname


def without_openers(
    prose: str, words: Sequence[SentenceWords], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return the names of an article without the words that are taken for people where they open sentences.

    "Singer Ann Roe" is Ann Roe, for Ann is a given name; "Comic Roe" is Roe if the article has Ann Roe too.
    A word alone is nobody if it is a function word ("So looks like") or an office ("Councillor loses seat")
    and no surname; or if the article also writes it small, and gives it a capital where a sentence begins
    alone (Lita et al., 2003, "tRuEcasIng"). In headlines of title case a noun for a person is none anywhere.

    Args:
        prose: The article.
        words: All its sentences.
        sightings: In text order, without overlaps. Linear in the text's length.
    """
    article = _Words(prose, words, sightings)
    found = []
    for one in sightings:
        name = one.span.of(prose).split()
        if one.is_likeliest(_PER) and len(name) == 1 and article.is_noun_in_headline(one.span.start, name[0]):
            continue
        if one.span.start not in article.openings or gender(name[0].lower()) is not None:
            found.append(one)
        elif not one.is_likeliest(_PER):
            found += [] if one.is_likeliest(_ORG) and article.is_plain(one.span.of(prose)) else [one]
        elif len(name) == 1:
            found += [] if article.is_no_name(name[0]) else [one]
        else:
            start = (
                one.span.start + prose[one.span.start :].index(name[1])
                if article.is_called(name)
                else one.span.start
            )
            found.append(Sighting(Span(start, one.span.end), one.chances))
    return found


class _Words:
    """How an article uses its words."""

    def __init__(self, prose: str, words: Sequence[SentenceWords], sightings: Sequence[Sighting]) -> None:
        people = {tuple(one.span.of(prose).split()) for one in sightings if one.is_likeliest(_PER)}
        full = [name for name in people if len(name) > 1]
        self._firsts: defaultdict[str, set[str]] = defaultdict(set)
        for name in full:
            self._firsts[name[-1]].add(name[0])
        self._borne = Counter(word for name in full for word in name)
        self._small: set[str] = set()
        self._inner: set[str] = set()
        self.openings: set[int] = set()
        loud = []
        for sentence in words:
            if style([shape(text) for text in sentence.texts]) is Style.HEADLINE:
                loud.append(sentence.sentence.span)
                continue
            self._small.update(text for text in sentence.texts if text.islower())
            first = next((at for at, text in enumerate(sentence.texts) if text[0].isalpha()), 0)
            self._inner.update(text for text in sentence.texts[first + 1 :] if shape(text) is Shape.TITLE)
            self.openings.add(sentence.spans[first].start)
            # What stands behind a colon opens one too: "'I feared for my life': Nurse tells of fire".
            colon = sentence.texts.index(":") + 1 if ":" in sentence.texts else len(sentence.texts)
            if colon < len(sentence.texts):
                self.openings.add(sentence.spans[colon].start)
        self._loud = SpanIndex(loud)

    def is_noun_in_headline(self, start: int, word: str) -> bool:
        """Return whether a word that stands in a headline of title case is a noun for a person."""
        return word.lower() in _CALLINGS and word not in self._borne and self._loud.at(start) is not None

    def is_no_name(self, word: str) -> bool:
        """Return whether a word that is taken for a person where it opens a sentence is none."""
        return word not in self._borne and (word.lower() in _PLAIN or self.is_plain(word))

    def is_plain(self, word: str) -> bool:
        """Return whether a word is written small, but for where it opens a sentence."""
        return word.lower() in self._small and word not in self._inner

    def is_called(self, name: Sequence[str]) -> bool:
        """Return whether what is taken for a person's name begins with what the person does."""
        if not is_person(name[0].lower()) or self._borne[name[0]] > 1:  # "Wasserman Schultz", of Debbie
            return False
        if len(name) > _FULL:
            return gender(name[1].lower()) is not None
        return bool(self._firsts[name[-1]] - {name[0]})
