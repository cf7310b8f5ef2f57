"""What the finding of quotes works on: an article's words, marks and names, and quotes in the making."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from newscli.analysis.words import SentenceWords
from newscli.model import Article, Mention, Sentence, Span
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
    name_ends: dict[int, int]


@dataclass(slots=True)
class RunningText:
    """An article with its words, outermost quotations and names, made once for quotations and contents.

    Attributes:
        article: The article.
        sentences: Those of headline, subheads and body, in text order.
        words: One for each of these sentences.
        quotations: Outermost quotations in them with at least one word, in text order.
        used: Starts of the cues that have a quotation already.
    """

    article: Article
    sentences: list[Sentence]
    words: list[QuotedWords]
    quotations: list[Quotation]
    used: set[int] = field(default_factory=set)
    _starts: list[int] = field(default_factory=list)
    _quotation_starts: list[int] = field(default_factory=list)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds or precedes a character."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def holds(self, span: Span) -> bool:
        """Tell whether a span lies in headline, subheads or body."""
        return bool(self.sentences) and self.sentences[self.sentence_at(span.start)].span.meets(span)

    def leave_out(self, labels: Sequence[Span]) -> None:
        """Leave out the quotations that hold a speaker's label: their mark opens a line of a transcript."""
        if labels:
            apart = {id(self.quotation_at(label.start)) for label in labels}
            self.quotations = [q for q in self.quotations if id(q) not in apart]
            self._quotation_starts = [q.span.start for q in self.quotations]

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation round a character, None outside."""
        at = bisect_right(self._quotation_starts, offset) - 1
        return self.quotations[at] if at >= 0 and offset < self.quotations[at].span.end else None

    @classmethod
    def of(
        cls,
        article: Article,
        words: Sequence[SentenceWords],
        quotations: Sequence[Quotation],
        mentions: Sequence[Mention],
    ) -> RunningText:
        """Prepare an article from all its sentences, its quotations of any depth, and its names."""
        inside = [one for one in words if one.sentence.role in ("headline", "subhead", "body")]
        told = [one.sentence for one in inside]
        blocks = [article.blocks[number].span for number in dict.fromkeys(s.block for s in told)]
        starts = [block.start for block in blocks]

        def is_told(span: Span) -> bool:
            at = bisect_right(starts, span.start) - 1
            return at >= 0 and span.start < blocks[at].end

        prose = article.prose
        quotations = [
            q
            for q in _outermost(quotations)
            if is_told(q.span) and any(c.isalnum() for c in q.inner.of(prose))
        ]
        marked = [(q.span.start, q.span.end) for q in quotations]
        mention_starts = {m.span.end: m.span.start for m in mentions}
        return cls(
            article,
            told,
            [_quoted_words(one, marked, mention_starts, len(prose)) for one in inside],
            quotations,
            set(),
            [s.span.start for s in told],
            [q.span.start for q in quotations],
        )


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations that stand in no other.

    A double mark at the head of a paragraph that is never closed and has double marks in it, which no
    quotation has, sets off an extract: what speaks there is what those other marks hold.
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


def _quoted_words(
    words: SentenceWords, marked: Sequence[tuple[int, int]], mention_starts: dict[int, int], end: int
) -> QuotedWords:
    sentence = words.sentence
    quoted = []
    at = max(0, bisect_right(marked, (sentence.span.start, end)) - 1)
    for token in sentence.tokens:
        while at < len(marked) and marked[at][1] <= token.start:
            at += 1
        quoted.append(at < len(marked) and marked[at][0] <= token.start)
    starts = {token.start: i for i, token in enumerate(sentence.tokens)}
    name_ends = {
        i: starts[mention_starts[token.end]]
        for i, token in enumerate(sentence.tokens)
        if mention_starts.get(token.end) in starts
    }
    capital = tuple([text[:1].isupper() for text in words.texts])
    return QuotedWords(sentence, words.texts, words.lower, tuple(quoted), capital, name_ends)
