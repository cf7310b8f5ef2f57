"""People who are introduced without a name ("a nurse", "his daughter"): a pronoun behind may mean them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newscli.analysis.names.described import is_person
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.words import SentenceWords
from newscli.english.pronouns import POSSESSIVE_PRONOUNS
from newscli.english.titles import GENDER_OF_TITLE, Gender
from newscli.model import Span
from newscli.spans import SpanIndex

_INTRODUCING: Final = POSSESSIVE_PRONOUNS | {"a", "an", "another", "my", "one", "our"}
# "a retired police officer": what stands between the determiner and the noun.
MAX_BETWEEN: Final = 3


class UnnamedPeople:
    """The unnamed people of an article, found by offset."""

    def __init__(self, words: Sequence[SentenceWords], named: NamedSpans) -> None:
        """Find them. Linear in the number of words."""
        found = [one for sentence in words for one in _introduced(sentence, named)]
        self._index = SpanIndex(span for span, _ in found)
        self._genders = [GENDER_OF_TITLE.get(noun) for _, noun in found]
        self._first: dict[str, int] = {}
        for span, noun in found:
            self._first.setdefault(noun, span.start)

    def before(self, offset: int, gender: Gender | None) -> Span | None:
        """Return the noun of the last one before an offset, if it may have the gender; None otherwise."""
        at = self._index.before(offset - 1)
        if at is None:
            return None
        own = self._genders[at]
        return self._index[at] if gender is None or own in (None, gender) else None

    def is_known(self, noun: str, offset: int) -> bool:
        """Return whether one was introduced by this noun, in lower case, before an offset."""
        return self._first.get(noun, offset) < offset


def _introduced(words: SentenceWords, named: NamedSpans) -> Iterator[tuple[Span, str]]:
    """Yield the nouns of unnamed people in a sentence, in lower case."""
    last = len(words.lower)
    for at, word in enumerate(words.lower):
        if word not in _INTRODUCING:
            continue
        for end in range(at + 1, min(at + 2 + MAX_BETWEEN, last)):
            noun = words.lower[end]
            if not noun.isalpha():
                break
            following = words.lower[end + 1] if end + 1 < last else ""
            if is_person(noun) and not is_person(following):
                beside = Span(words.spans[end].end, words.spans[end].end + 3)
                if not named.within(beside):
                    yield words.spans[end], noun
                break
