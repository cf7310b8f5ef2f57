"""People's names swapped, so that whom a word points to is learnt from the text, not from the name.

A few hundred articles are read a score of times; without this a reader comes to know who speaks in them by
heart. A given name becomes another of the same gender, for pronouns still to fit.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from newscli.engines.given_names import genders_of_given_names
from newscli.engines.reader.decoding import BEGIN, END, SINGLE
from newscli.engines.reader.features import SHAPES
from newscli.engines.reader.wordpieces import WordPieces
from newscli.english.capitals import Shape
from newscli.english.titles import Gender
from training.reader.documents import Document
from training.reader.tags import label_of

Word = tuple[int, ...]
# A surname is of no gender.
Pools = dict[Gender | None, list[Word]]

_PERSON: Final = label_of("PER")


def _people(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of words of each person's name."""
    first = 0
    for word, tags in enumerate(document.tags):
        if tags[-1] <= 0 or (tags[-1] - 1) // 4 != _PERSON:
            continue
        position = (tags[-1] - 1) % 4 + 1
        if position in {BEGIN, SINGLE}:
            first = word
        if position in {END, SINGLE}:
            yield first, word + 1


def _is_plain(document: Document, word: int) -> bool:
    """Whether a word is written as a name is: not an initial, a particle or a run of capitals."""
    return document.cases[word] % SHAPES == Shape.TITLE and bool(document.pieces[word])


class Renamer:
    """Gives the people of a window other names, all that are written alike the same one."""

    def __init__(self, documents: Sequence[Document], cutter: WordPieces) -> None:
        """Gather the names of all documents."""
        self._genders: dict[Word, Gender] = {}
        for name, gender in genders_of_given_names().items():
            self._genders.setdefault(cutter.cut(name), gender)
        self._pools: Pools = defaultdict(list)
        for document in documents:
            for word, pool in self._parts(document).items():
                self._pools[pool].append(word)

    def _parts(self, document: Document) -> dict[Word, Gender | None]:
        """Return the words of people's names that may be swapped, and the gender of the given ones."""
        given: dict[Word, Gender | None] = {}
        last: set[Word] = set()
        alone: set[Word] = set()
        for first, end in _people(document):
            if end - first > 1 and _is_plain(document, first):
                given[document.pieces[first]] = self._genders.get(document.pieces[first])
            if _is_plain(document, end - 1):
                (last if end - first > 1 else alone).add(document.pieces[end - 1])
        parts: dict[Word, Gender | None] = {
            word: gender for word, gender in given.items() if gender and word not in last
        }
        # "Ruth" alone may be a given name whose bearer the window does not name in full.
        parts |= dict.fromkeys((last | (alone - self._genders.keys())) - given.keys())
        return parts

    def __call__(self, window: Document, chance: random.Random, room: int) -> None:
        """Swap the names of a window in place, unless it would then hold more than ``room`` pieces."""
        parts = sorted(self._parts(window).items(), key=lambda part: part[0])
        swapped = {word: chance.choice(self._pools[gender]) for word, gender in parts}
        pieces = [
            swapped.get(word, word) if _is_plain(window, number) else word
            for number, word in enumerate(window.pieces)
        ]
        if sum(map(len, pieces)) <= room:
            window.pieces = pieces
