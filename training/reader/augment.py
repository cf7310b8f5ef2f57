"""Seeded changes to windows, for what the training sets show too seldom.

They are news and encyclopaedia articles in neat running text; the reader also meets headlines in capitals,
lower-case messages, a paragraph for each sentence, text without final stops, and people of other names.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from newscli.engines.reader.features import SHAPES
from newscli.engines.reader.wordpieces import WordPieces
from newscli.english.capitals import Shape, Style
from training.reader.documents import Document
from training.reader.renaming import Renamer

_LETTERS: Final = frozenset({Shape.LOWER, Shape.TITLE, Shape.CAPITALS, Shape.MIXED})

Recase = Callable[[int], int]


def _shape_of(case: int) -> Shape:
    return Shape(case % SHAPES)


def _capitals(case: int) -> int:
    shape = _shape_of(case)
    return Style.HEADLINE * SHAPES + (Shape.CAPITALS if shape in _LETTERS else shape)


def _title_case(case: int) -> int:
    shape = _shape_of(case)
    return Style.HEADLINE * SHAPES + (Shape.TITLE if shape == Shape.LOWER else shape)


def _lower_case(case: int) -> int:
    shape = _shape_of(case)
    unchanged = shape in {Shape.OTHER, Shape.NUMBER, Shape.HANDLE}
    return Style.BARE * SHAPES + (shape if unchanged else Shape.LOWER)


# How often a window of names loses its sentence ends, how often any window its full stops, and how often all
# of its sentences are changed alike; by hand.
_RUN_ON: Final = 0.6
_DROP_STOPS: Final = 0.1
_WHOLE_WINDOW: Final = 0.25
# How often the people of a window that points to somebody get other names.
_RENAME: Final = 0.5
# How often a sentence is changed; for names, whose sets have more to gain and less to lose.
_RECASES: Final[tuple[tuple[float, Recase], ...]] = (
    (0.04, _capitals),
    (0.04, _title_case),
    (0.06, _lower_case),
)


class Augmenter:
    """Changes windows at random; the same seed gives the same changes."""

    def __init__(self, cutter: WordPieces, renamer: Renamer, room: int, seed: int) -> None:
        """Change windows of at most ``room`` pieces."""
        self._random = random.Random(seed)
        self._renamer = renamer
        self._room = room
        self._stop = cutter.cut(".")

    def __call__(self, window: Document) -> Document:
        """Return a changed copy of a window; the window itself is left as it is."""
        window = replace(
            window,
            pieces=list(window.pieces),
            cases=list(window.cases),
            places=list(window.places),
        )
        if window.pointers and self._random.random() < _RENAME:
            self._renamer(window, self._random, self._room)
        self._recase(window)
        if window.joined and self._random.random() < _RUN_ON:
            self._run_on(window)
        if self._random.random() < _DROP_STOPS:
            self._drop_stops(window)
        return window

    def _recase(self, window: Document) -> None:
        """Set whole sentences in capitals, title case or lower case; pieces are lower-case anyway."""
        whole = self._random.random() < _WHOLE_WINDOW
        chosen = self._choose_case()
        for start, end in zip(window.starts, [*window.starts[1:], len(window.pieces)], strict=True):
            change = chosen if whole else self._choose_case()
            if change:
                window.cases[start:end] = [change(case) for case in window.cases[start:end]]

    def _choose_case(self) -> Recase | None:
        at = self._random.random()
        for chance, change in _RECASES:
            if at < chance:
                return change
            at -= chance
        return None

    def _run_on(self, window: Document) -> None:
        """Make one body paragraph of sentences that were joined as a paragraph each."""
        window.places = [0] * len(window.places)
        for start in window.starts:
            window.places[start] = 1

    def _drop_stops(self, window: Document) -> None:
        """Take the full stops off sentences, as in headlines and messages.

        A stop loses its piece and stays a word, so that the others keep their numbers.
        """
        for end in [*window.starts[1:], len(window.pieces)]:
            last = end - 1
            if window.pieces[last] == self._stop and last > 0 and not any(t > 0 for t in window.tags[last]):
                window.pieces[last] = ()
