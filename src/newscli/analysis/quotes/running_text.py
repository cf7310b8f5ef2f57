"""Running text: an article's headline, subheads and body, as the rules of quotes read them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newscli.analysis.words import SentenceWords
from newscli.model import RUNNING_TEXT, Article, Mention, Sentence, Span
from newscli.spans import SpanIndex
from newscli.text.quotation_marks import DOUBLE_STYLES, Quotation


@dataclass(frozen=True)
class QuotedWords(SentenceWords):
    """A sentence's words with what the rules of quotes ask of them.

    Attributes:
        quoted: For each token, whether it stands inside an outermost quotation, its marks included.
        capital: For each token, whether it begins with a capital.
        name_ends: Start of the name mention that ends with the token, by token index.
    """

    quoted: tuple[bool, ...]
    capital: tuple[bool, ...]
    name_ends: Mapping[int, int]

    @cached_property
    def name_starts(self) -> Mapping[int, int]:
        """End of the name mention that begins with the token, by token index."""
        return {first: last for last, first in self.name_ends.items()}


@dataclass(frozen=True)
class RunningText:
    """An article's headline, subheads and body with their words, quotations and names.

    Attributes:
        article: The article.
        words: One for each of their sentences, in text order.
        quotations: Outermost quotations in them with at least one word, in text order.
    """

    article: Article
    words: tuple[QuotedWords, ...]
    quotations: tuple[Quotation, ...]

    @classmethod
    def of(
        cls,
        article: Article,
        words: Sequence[SentenceWords],
        quotations: Sequence[Quotation],
        mentions: Sequence[Mention],
        labels: Collection[Span] = (),
    ) -> RunningText:
        """Prepare an article.

        Args:
            article: The article.
            words: All its sentences.
            quotations: Its quotations, of any depth.
            mentions: Its names.
            labels: Who talks in the lines of a transcript. A quotation that holds a label is left out: its
                mark opens the line.
        """
        inside = [one for one in words if one.sentence.role in RUNNING_TEXT]
        numbers = dict.fromkeys(one.sentence.block for one in inside)
        blocks = SpanIndex(article.blocks[number].span for number in numbers)
        outermost = [
            quotation
            for quotation in _outermost(quotations)
            if blocks.at(quotation.span.start) is not None
            and any(char.isalnum() for char in quotation.inner.of(article.prose))
        ]
        marked = SpanIndex(quotation.span for quotation in outermost)
        mention_starts = {mention.span.end: mention.span.start for mention in mentions}
        of_lines = {marked.at(label.start) for label in labels}
        return cls(
            article,
            tuple(_quoted_words(one, marked, mention_starts) for one in inside),
            tuple(quotation for number, quotation in enumerate(outermost) if number not in of_lines),
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of ``words``."""
        return tuple(one.sentence for one in self.words)

    @cached_property
    def _sentence_index(self) -> SpanIndex:
        return SpanIndex(sentence.span for sentence in self.sentences)

    @cached_property
    def _quotation_index(self) -> SpanIndex:
        return SpanIndex(quotation.span for quotation in self.quotations)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds or precedes a character; 0 if none does."""
        return self._sentence_index.before(offset) or 0

    def holds(self, span: Span) -> bool:
        """Return whether a span begins in headline, subheads or body."""
        return bool(self.sentences) and self.sentences[self.sentence_at(span.start)].span.meets(span)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation around a character, None if it stands in none."""
        number = self._quotation_index.at(offset)
        return None if number is None else self.quotations[number]


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations that stand in no other.

    A double mark that opens a paragraph, is never closed and has double marks behind it, which no quotation
    has, sets off an extract. The quotations of an extract are those between the other marks.
    """
    outer: Quotation | None = None
    extracts: set[Span] = set()
    for quotation in quotations:
        if quotation.depth == 0:
            outer = quotation
        elif quotation.depth == 1 and outer is not None and not outer.closed and _is_double(outer, quotation):
            extracts.add(outer.span)
    found: list[Quotation] = []
    for quotation in quotations:
        if quotation.depth == 0:
            outer = quotation
        if quotation.depth == int(outer is not None and outer.span in extracts):
            found.append(quotation)
    return found


def _is_double(*quotations: Quotation) -> bool:
    return all(quotation.style in DOUBLE_STYLES for quotation in quotations)


def _quoted_words(words: SentenceWords, marked: SpanIndex, mention_starts: Mapping[int, int]) -> QuotedWords:
    tokens = words.sentence.tokens
    ends = [(i, token.end) for i, token in enumerate(tokens) if token.end in mention_starts]
    starts = {token.start: i for i, token in enumerate(tokens)} if ends else {}
    name_ends = {i: starts[mention_starts[end]] for i, end in ends if mention_starts[end] in starts}
    if marked.meeting(words.sentence.span):
        quoted = tuple([marked.at(token.start) is not None for token in tokens])
    else:
        quoted = (False,) * len(tokens)
    capital = tuple([text[:1].isupper() for text in words.texts])
    return QuotedWords(words.sentence, words.texts, words.lower, quoted, capital, name_ends)
