"""The words of an article, and the windows of word pieces that the network reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newscli.engines.reader.features import Quoted, cases, places, quoted
from newscli.engines.reader.linking import Window
from newscli.engines.reader.wordpieces import WordPieces
from newscli.english.pronouns import GENDER_OF_PRONOUN
from newscli.model import Sentence, Span

# Pieces of a window, without the one that opens and the one that closes it.
ROOM: Final = 254
# Pieces that neighbouring windows share: each word is read with at least half as many on either side.
OVERLAP: Final = 44
# The vocabulary distinguishes curly marks from straight ones; the reading must not. What opens and closes a
# quotation is read as curly double marks, any other mark as a straight one.
_STRAIGHT: Final = str.maketrans("“”„‟‘’‚‛ʼ′´", "\"\"\"\"'''''''")
_CURLY: Final = {Quoted.OPENING: "“", Quoted.CLOSING: "”"}


class InputWords(NamedTuple):
    """The words of an article as the network takes them.

    Attributes:
        spans: The place of each word.
        pieces: Its vocabulary numbers.
        features: Its case, place and quotation; see ``features``.
        starts: The number of the first word of each sentence.
        pronouns: The numbers of the words that stand for one person: "he", "her".
    """

    spans: list[Span]
    pieces: list[tuple[int, ...]]
    features: list[tuple[int, int, int]]
    starts: list[int]
    pronouns: list[int]


def prepare(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, Span]], cutter: WordPieces
) -> InputWords:
    """Cut an article into words with pieces and features; the arguments are those of ``annotate``."""
    spans = [token for sentence in sentences for token in sentence.tokens]
    states = quoted(spans, quotations)
    pieces: list[tuple[int, ...]] = []
    shapes: list[int] = []
    starts: list[int] = []
    pronouns: list[int] = []
    for sentence in sentences:
        words = [token.of(text) for token in sentence.tokens]
        starts.append(len(pieces))
        pronouns += [at for at, word in enumerate(words, len(pieces)) if word.lower() in GENDER_OF_PRONOUN]
        here = states[len(pieces) : len(pieces) + len(words)]
        pieces += [cutter.cut(_one_style(word, state)) for word, state in zip(words, here, strict=True)]
        shapes += cases(words)
    features = list(zip(shapes, places(sentences), states, strict=True))
    return InputWords(spans, pieces, features, starts, pronouns)


def _one_style(word: str, state: int) -> str:
    """Return a word with its marks in the one style that the network sees."""
    if word.isalnum():
        return word
    straight = word.translate(_STRAIGHT)
    return _CURLY.get(Quoted(state), straight) if straight == '"' else straight


def _units(words: InputWords) -> list[tuple[int, int, int]]:
    """Return sentences as (first word, last word, pieces); one too long for a window in several."""
    units: list[tuple[int, int, int]] = []
    for start, end in zip(words.starts, [*words.starts[1:], len(words.pieces)], strict=True):
        first, size = start, 0
        for word in range(start, end):
            length = len(words.pieces[word])
            if size + length > ROOM // 2:
                units.append((first, word, size))
                first, size = word, 0
            size += length
        units.append((first, end, size))
    return units


def windows(words: InputWords) -> Iterator[Window]:
    """Yield windows of whole sentences that overlap; each word is owned by the one with most context."""
    units = _units(words)
    begin = own = 0  # the first unit of the window, the first word that it owns
    while begin < len(units):
        stop, size = begin, 0
        while stop < len(units) and size + units[stop][2] <= ROOM:
            size += units[stop][2]
            stop += 1
        if stop == len(units):
            yield Window(units[begin][0], units[-1][1], own, units[-1][1])
            return
        shared, resume = 0, stop
        while resume > begin + 1 and shared + units[resume - 1][2] <= OVERLAP:
            resume -= 1
            shared += units[resume][2]
        half, middle = 0, resume
        while half < shared / 2:
            half += units[middle][2]
            middle += 1
        yield Window(units[begin][0], units[stop - 1][1], own, units[middle][0])
        begin, own = resume, units[middle][0]
