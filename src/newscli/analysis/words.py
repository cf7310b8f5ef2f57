"""A sentence's words as the rules read them: cut out of the text and lower-cased once, for all stages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from newscli.model import Sentence, Span
from newscli.spans import SpanIndex


@dataclass(frozen=True)
class SentenceWords:
    """A sentence with its tokens as text; ``words.texts[i]`` stands at ``words.spans[i]``.

    Attributes:
        sentence: The sentence.
        texts: Its tokens as the article spells them, markup blanked.
        lower: The same in lower case.
    """

    sentence: Sentence
    texts: tuple[str, ...]
    lower: tuple[str, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The tokens' spans in the article."""
        return self.sentence.tokens

    @cached_property
    def index(self) -> SpanIndex:
        """The same spans, found by offset."""
        return SpanIndex(self.sentence.tokens)

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token to another, both included."""
        tokens = self.sentence.tokens
        return Span(tokens[first].start, tokens[last].end)


def cut_words(prose: str, sentences: Iterable[Sentence]) -> tuple[SentenceWords, ...]:
    """Cut the tokens of sentences out of an article's prose.

    Returns:
        One for each sentence, in their order. Linear in the text's length.
    """
    found = []
    for sentence in sentences:
        texts = tuple([prose[token.start : token.end] for token in sentence.tokens])
        found.append(SentenceWords(sentence, texts, tuple([text.lower() for text in texts])))
    return tuple(found)
