"""Repeats: names that the reader missed although the article has them elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from newscli.analysis.entities.labels import Sighting
from newscli.analysis.names.forms import MAX_PARTS, fold_letters
from newscli.analysis.words import SentenceWords
from newscli.english.capitals import Shape, Style, shape, style
from newscli.model import Span

# In these shapes a word may be part of a longer name that begins or ends beside it.
_CAPITALISED: Final = frozenset({Shape.TITLE, Shape.CAPITAL, Shape.CAPITALS, Shape.INITIALS, Shape.MIXED})

NameWords = tuple[str, ...]


class _Line(NamedTuple):
    """A sentence and what is marked in it.

    Attributes:
        tokens: Its words.
        texts: The same as the article spells them, all folded if case says nothing.
        loud: Whether most of its words have capitals, so that a capital says nothing.
        marks: The sightings, each with the numbers of its first word and of the one after its last.
    """

    tokens: tuple[Span, ...]
    texts: tuple[str, ...]
    loud: bool
    marks: list[tuple[int, int, Sighting]]


def with_repeats(words: Sequence[SentenceWords], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Find the names of an article again that the reader did not mark.

    A part of a name is marked whole: "Port Ellery" if "Ellery" is. A run of words that is marked at least
    as often as not is a name wherever it stands alone, unless it is one word that the article also writes
    small ("Such" and "such"). In headlines of title case or capitals case says nothing: a name of the body
    is one there too ("ROTOR FANS"), and a marked word that the body writes small is none.

    Args:
        words: All sentences of the article.
        sightings: In text order, without overlaps.

    Returns:
        In text order, without overlaps. Linear in the text's length.
    """
    lines = list(_lines(words, sightings))
    names = _Names(lines)
    lines = [names.widened(line) for line in lines]
    missed = [found for line in lines for found in names.missed(line)]
    unmarked = Counter(words for words, _ in missed)
    found = [sighting for line in lines for sighting in names.kept(line)]
    found += [sighting for words, sighting in missed if names.is_usual(words, unmarked[words])]
    return sorted(found, key=lambda sighting: sighting.span)


def _lines(words: Sequence[SentenceWords], sightings: Sequence[Sighting]) -> Iterator[_Line]:
    at = 0
    for sentence in words:
        texts, tokens = sentence.texts, sentence.index
        loud = style([shape(text) for text in texts]) is Style.HEADLINE
        marks = []
        while at < len(sightings) and sightings[at].span.end <= sentence.sentence.span.end:
            span = sightings[at].span
            marks.append((tokens.behind(span.start), tokens.behind(span.end), sightings[at]))
            at += 1
        yield _Line(sentence.spans, tuple(map(fold_letters, texts)) if loud else texts, loud, marks)


class _Names:
    """The names that the article marks, as runs of words."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        """Index the names of the lines in which case says something, and the words that are small there."""
        plain = [line for line in lines if not line.loud]
        self._small = {text for line in plain for text in line.texts if text.islower()}
        marked = (line.texts[first:last] for line in plain for first, last, _ in line.marks)
        self._marked = Counter(words for words in marked if self._may_repeat(words))
        folded = ((tuple(map(fold_letters, words)), words) for words in self._marked)
        # "WHO" is a name, but no headline names it that asks who.
        self._folded = {low: words for low, words in folded if len(low) > 1 or low[0] not in self._small}
        # How many words the names have that begin with a word, the longest first.
        self._lengths: dict[str, list[int]] = {}
        for words in (*self._marked, *self._folded):
            lengths = self._lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))
                lengths.sort(reverse=True)

    def widened(self, line: _Line) -> _Line:
        """Return a line in which a mark that is a part of a name of the article is the whole name."""
        marks: list[tuple[int, int, Sighting]] = []
        for number, (first, last, sighting) in enumerate(line.marks):
            begin = max(line.marks[number - 1][1] if number else 0, first - MAX_PARTS)
            until = line.marks[number + 1][0] if number + 1 < len(line.marks) else len(line.texts)
            start, end = next(
                (
                    (at, end)
                    for at in range(begin, first + 1)
                    if last <= (end := self._longest(line, at)) <= until
                ),
                (first, last),
            )
            if (start, end) != (first, last):
                span = Span(line.tokens[start].start, line.tokens[end - 1].end)
                marks.append((start, end, Sighting(span, sighting.chances)))
            else:
                marks.append((first, last, sighting))
        return _Line(line.tokens, line.texts, line.loud, marks)

    def kept(self, line: _Line) -> Iterator[Sighting]:
        """Yield the sightings of a line, of a headline without the words that are no names in the body."""
        for first, last, sighting in line.marks:
            words = line.texts[first:last]
            if not line.loud or len(words) > 1 or words[0] not in self._small or words in self._folded:
                yield sighting

    def is_usual(self, words: NameWords, unmarked: int) -> bool:
        """Return whether a name is marked at least as often as not."""
        return self._marked[words] >= unmarked

    def missed(self, line: _Line) -> Iterator[tuple[NameWords, Sighting]]:
        """Yield the names that stand without a mark in a line, as the body spells them."""
        taken = {word for first, last, _ in line.marks for word in range(first, last)}
        at = 0
        while at < len(line.texts):
            end = self._longest(line, at)
            if end and taken.isdisjoint(range(at, end)) and not self._may_go_on(line, taken, at, end):
                words = line.texts[at:end]
                span = Span(line.tokens[at].start, line.tokens[end - 1].end)
                yield self._folded[words] if line.loud else words, Sighting(span)
            at = max(at + 1, end)

    def _longest(self, line: _Line, at: int) -> int:
        """Return the end of the longest name that begins at a word, 0 if none does."""
        lengths = self._lengths.get(line.texts[at])
        if lengths is None:
            return 0
        known: Collection[NameWords] = self._folded if line.loud else self._marked
        ends = (at + length for length in lengths if at + length <= len(line.texts))
        return next((end for end in ends if line.texts[at:end] in known), 0)

    @staticmethod
    def _may_go_on(line: _Line, taken: Collection[int], first: int, end: int) -> bool:
        """Return whether a name may be part of a longer one: a mark or a word with a capital is beside it."""
        beside = [i for i in (first - 1, end) if 0 <= i < len(line.texts)]
        return any(i in taken or (i and shape(line.texts[i]) in _CAPITALISED) for i in beside)

    def _may_repeat(self, words: NameWords) -> bool:
        """Return whether a name is one wherever its words stand."""
        if len(words) > MAX_PARTS or not words[0][0].isupper():
            return False
        is_other = words[0].isupper() or words[0].lower() not in self._small
        return len(words) > 1 or (len(words[0]) > 1 and is_other)
