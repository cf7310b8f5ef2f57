"""NLTK's Punkt sentence splitter, with parameters of our own handed to it in memory.

Punkt (Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", 2006) knows
abbreviations, frequent sentence starters and how words are capitalised from unannotated text.
``training/train_punkt.py`` made the parameters; a list of news abbreviations adds what it does not see.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import Final

from newscli.engines.nltk_import import nltk_module
from newscli.engines.nltk_types import SentenceTokenizer
from newscli.engines.store import read_model
from newscli.engines.tokens import pieces
from newscli.english.abbreviations import NEWS_ABBREVIATIONS
from newscli.limits import MAX_PIECE_CHARS

PARAMETERS: Final = "punkt.json"


@cache
def _splitter() -> SentenceTokenizer:
    punkt = nltk_module("nltk.tokenize.punkt")
    stored = json.loads(read_model(PARAMETERS))
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(stored["abbreviations"].split()) | NEWS_ABBREVIATIONS
    parameters.sent_starters = set(stored["sentence_starters"].split())
    parameters.collocations = {tuple(pair.split()) for pair in stored["collocations"]}
    for flags, words in stored["orthography"].items():
        parameters.ortho_context.update(dict.fromkeys(words.split(), int(flags)))
    tokenizer: SentenceTokenizer = punkt.PunktSentenceTokenizer(parameters)
    # A full stop between the same two words is decided alike; tables repeat one many times.
    tokenizer.text_contains_sentbreak = lru_cache(maxsize=1_000)(tokenizer.text_contains_sentbreak)
    return tokenizer


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Cut a paragraph into sentences, as Punkt sees them.

    Returns:
        Half-open code-point offsets, in order, without surrounding white space. Linear in the
        paragraph's length: a paragraph beyond ``MAX_PIECE_CHARS`` is read piece by piece.

    Raises:
        ModelError: If the parameters are missing or altered.
    """
    spans: list[tuple[int, int]] = []
    for start, end in pieces(text, MAX_PIECE_CHARS):
        found = _splitter().span_tokenize(text[start:end])
        spans.extend((start + s, start + e) for s, e in found)
    return spans
