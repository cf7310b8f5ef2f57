"""Whose a document is: "the board's report", "a survey by the union"; what it says is what its maker says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.words import SentenceWords
from newscli.english.name_parts import POSSESSIVES
from newscli.english.nouns import DOCUMENTS
from newscli.model import Entity, Span

# "the board's first annual report", "a report on the harbour published by the board".
MAX_BEFORE: Final = 4
MAX_BEHIND: Final = 8
_BY: Final = frozenset({"by", "from"})


class Documents:
    """The makers of an article's documents, by what these are called."""

    def __init__(self, words: Sequence[SentenceWords], named: NamedSpans) -> None:
        """Find them. Linear in the number of words."""
        self._makers: defaultdict[str, list[Entity]] = defaultdict(list)
        for sentence in words:
            if not DOCUMENTS.isdisjoint(sentence.lower):
                for noun, maker in _made(sentence, named):
                    self._makers[noun].append(maker)

    def is_by(self, noun: str, entity: Entity) -> bool:
        """Return whether an entity made what is called by a noun, in lower case."""
        return any(maker is entity for maker in self._makers.get(noun, ()))


def _made(words: SentenceWords, named: NamedSpans) -> Iterator[tuple[str, Entity]]:
    """Yield the documents of a sentence with whom they are said to be by."""
    ends = {span.end: entity for span, entity in named.within(words.sentence.span)}
    starts = {span.start: entity for span, entity in named.within(words.sentence.span)}
    for at, noun in enumerate(words.lower):
        if noun not in DOCUMENTS:
            continue
        for n in range(max(0, at - MAX_BEFORE), at):
            if words.texts[n] in POSSESSIVES and words.spans[n].start in ends:
                yield noun, ends[words.spans[n].start]
        for n in range(at + 1, min(len(words.lower) - 1, at + MAX_BEHIND)):
            if words.lower[n] in _BY:
                name = n + 1 + (words.lower[n + 1] == "the")
                behind: Span | None = words.spans[name] if name < len(words.spans) else None
                if behind is not None and behind.start in starts:
                    yield noun, starts[behind.start]
                break
