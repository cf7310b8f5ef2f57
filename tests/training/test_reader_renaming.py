"""People's names swapped, so that whom a word points to is learnt from the text."""

from __future__ import annotations

import random

from newscli.engines.reader.wordpieces import WordPieces
from newscli.text.load import parse
from training.reader.documents import Document, new_document
from training.reader.names import add_names
from training.reader.renaming import Renamer

WORDS = "ruth alice tom hale orr lund said that would go she ##s . , and".split()
CUTTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS])
SPELLED = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS]


def document_of(text: str, *people: str) -> Document:
    document, words = new_document("one", parse(text), CUTTER, 1.0)
    names = [(text.index(name), text.index(name) + len(name), "PER") for name in people]
    add_names(document, text, words, names)
    return document


def spelled(document: Document) -> str:
    return " ".join("".join(SPELLED[piece] for piece in word) for word in document.pieces)


TOLD = document_of("Ruth Hale said that she would go. Hale said that.", "Ruth Hale")
POOL = [TOLD, document_of("Alice Orr said that.", "Alice Orr")]


def test_a_given_name_becomes_one_of_the_same_gender_and_a_surname_the_same_one_everywhere() -> None:
    renamer, chance = Renamer(POOL, CUTTER), random.Random(0)
    found = set()
    for _ in range(30):
        window = document_of("Ruth Hale said that she would go. Hale said that.", "Ruth Hale")
        renamer(window, chance, 254)
        found.add(spelled(window))
    assert found == {
        f"{given} {surname} said that she would go . {surname} said that ."
        for given in ("ruth", "alice")
        for surname in ("hale", "orr")
    }


def test_a_man_stays_a_man() -> None:
    window = document_of("Tom Hale said that.", "Tom Hale")
    Renamer([*POOL, window], CUTTER)(window, random.Random(1), 254)
    assert spelled(window).startswith("tom ")


def test_a_window_that_would_not_fit_stays_as_it_is() -> None:
    window = document_of("Ruth Hale said that.", "Ruth Hale")
    Renamer(POOL, CUTTER)(window, random.Random(0), 0)
    assert spelled(window) == "ruth hale said that ."
