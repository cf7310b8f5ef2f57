"""Word pieces: each word cut into the longest entries of a vocabulary, from left to right.

What WordPiece does (Devlin et al. 2019, section 3), over words that are cut already: lower-cased, without
accents, cut at punctuation, and each part matched greedily. A second tokenizer, which could disagree with
the first, is not needed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

UNKNOWN: Final = "[UNK]"
START: Final = "[CLS]"
STOP: Final = "[SEP]"
PADDING: Final = "[PAD]"

# What follows adds nothing that a reader of names or quotations needs: such words are addresses and base64.
MAX_PIECES: Final = 12
# Enough for the pieces above, and it bounds the work for a word of a thousand characters.
_MAX_CHARS: Final = 100
_CACHED_WORDS: Final = 20_000


def _is_punctuation(char: str) -> bool:
    """Return whether BERT's vocabulary was built with this character as a word of its own."""
    if char.isascii():
        return not char.isalnum()
    return unicodedata.category(char)[0] == "P"


def _parts(word: str) -> list[str]:
    """Lower-case a word, take its accents off and cut it at punctuation."""
    parts: list[str] = []
    joins = False
    for char in unicodedata.normalize("NFD", word[:_MAX_CHARS].lower()):
        if unicodedata.category(char) == "Mn":
            continue
        if _is_punctuation(char):
            parts.append(char)
            joins = False
        elif joins:
            parts[-1] += char
        else:
            parts.append(char)
            joins = True
    return parts


class WordPieces:
    """A vocabulary, and the cutting of words into its entries.

    Attributes:
        start: The number of the entry that opens a window.
        stop: The number of the entry that closes it.
        padding: The number of the entry that fills a batch.
        unknown: The number of the entry for what has no pieces.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(len(piece) for piece in vocabulary)
        self.start = self._numbers[START]
        self.stop = self._numbers[STOP]
        self.padding = self._numbers[PADDING]
        self.unknown = self._numbers[UNKNOWN]
        self.cut = lru_cache(maxsize=_CACHED_WORDS)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        """Cut a word into pieces.

        Returns:
            One to ``MAX_PIECES`` vocabulary numbers; the rest of a longer word is left out. Linear in the
            word's length.
        """
        found: list[int] = []
        for part in _parts(word):
            found += self._match(part)
            if len(found) >= MAX_PIECES:
                break
        return tuple(found[:MAX_PIECES]) or (self.unknown,)

    def _match(self, part: str) -> list[int]:
        """Match a part greedily; a part with a stretch that no entry matches is unknown as a whole."""
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                number = self._numbers.get(prefix + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found
