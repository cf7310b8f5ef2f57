"""Direct quotes: who says each quotation, and which quotations are pieces of one quote.

The words behind a quotation (“…,” he said) or before it (she said: “…”) say whose it is. A quotation that
goes on over paragraphs, or that its cue interrupts, is one quote.
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.cue_before import attribute_before, attribute_by_colon
from newscli.analysis.quotes.cue_behind import attribute_behind
from newscli.analysis.quotes.draft import Attribution, QuoteDraft, join_pieces
from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.analysis.quotes.signature import signature_above, signature_below
from newscli.analysis.quotes.subjects import is_verb_of_speaking, main_subject
from newscli.analysis.quotes.surroundings import Surroundings
from newscli.english.grammar import DEFINITE_DETERMINERS
from newscli.english.nouns import PEOPLE
from newscli.english.titles import GENDER_OF_TITLE, OFFICES
from newscli.model import Span

# Sentences from one piece of a quote to the next: “…?” Mr Roe asked. “…” Set by hand: with 1, two of the
# 3,794 quotes in the samples and 140 articles of PolNeAR change; with 4, none.
MAX_APART: Final = 2
# Tokens before the name that opens a sentence: "But Mr Roe went on." Set by hand: with 0
# or 4, no quote there changes.
MAX_BEFORE_NAME: Final = 2
# Tokens of a subject that does something: "the barber Luca Ferri", "her older brother".
MAX_ACTING: Final = 6
_PEOPLE: Final = PEOPLE | OFFICES | GENDER_OF_TITLE.keys()


def attribute_quotations(running_text: RunningText) -> tuple[QuoteDraft, ...]:
    """Attribute the quotations of an article.

    Returns:
        One draft for each quote that stands in marks as a whole, in text order. Fragments ("“severe”
        consequences") are left to what the reader finds.
    """
    quotes: list[list[QuoteDraft]] = []  # each by its pieces
    used: set[int] = set()  # starts of the cues of these
    for quotation in running_text.quotations:
        surroundings = Surroundings(running_text, quotation)
        before = quotes[-1][-1] if quotes else None
        if before is not None and before.open and quotation.continues:
            quotes[-1].append(_continued(before, surroundings))
        elif (own := _attributed(surroundings, used)) is not None:
            quotes.append([own])
        elif before is not None and _goes_on(before, surroundings):
            quotes[-1].append(_next_piece(before, surroundings))
        elif (led_in := _led_in_or_alone(surroundings)) is not None:
            quotes.append([led_in])
        if quotes and (cue := quotes[-1][-1].cue) is not None:
            used.add(cue.start)
    return tuple(map(join_pieces, quotes))


def _attributed(surroundings: Surroundings, used: set[int]) -> QuoteDraft | None:
    """Return a quotation that the words beside it attribute, with the words that make one clause with it."""
    behind = attribute_behind(surroundings)
    if behind is not None:
        bounded = surroundings.is_sentence and surroundings.begins_anew
        return _draft(surroundings, behind, surroundings.with_words_before(), bounded=bounded)
    signed = signature_below(surroundings) or signature_above(surroundings)
    other = signed or attribute_before(surroundings, used)
    return _draft(surroundings, other, surroundings.quotation.span) if other else None


def _led_in_or_alone(surroundings: Surroundings) -> QuoteDraft | None:
    """Return a quotation behind a colon, or a sentence in marks that no cue attributes; else None."""
    attribution = attribute_by_colon(surroundings)
    if attribution is None:
        _, first, stop = surroundings.before
        if not surroundings.is_sentence or stop > first or surroundings.text_goes_on:
            return None
        attribution = Attribution(None, _subject_of_sentence_before(surroundings), "before")
    return _draft(surroundings, attribution, surroundings.quotation.span)


def _draft(
    surroundings: Surroundings, attribution: Attribution, span: Span, *, bounded: bool = False
) -> QuoteDraft:
    # What stands in marks is speech, whatever the cue.
    cue, mention, evidence = attribution
    left_open = not surroundings.quotation.closed
    return QuoteDraft(
        (span,), cue, mention, "speech", evidence, 0.0, surroundings.block, open=left_open, bounded=bounded
    )


def _next_piece(before: QuoteDraft, surroundings: Surroundings) -> QuoteDraft:
    quotation, block = surroundings.quotation, surroundings.block
    return before._replace(spans=(quotation.span,), block=block, open=not quotation.closed)


def _continued(before: QuoteDraft, surroundings: Surroundings) -> QuoteDraft:
    """Return the next paragraph of a quote; if nobody is known to say it yet, its own words may name who."""
    piece = _next_piece(before, surroundings)
    own = attribute_behind(surroundings) if piece.mention is None else None
    return piece._replace(cue=own.cue, mention=own.mention, evidence=own.evidence) if own else piece


def _goes_on(before: QuoteDraft, surroundings: Surroundings) -> bool:
    """Return whether a quotation is a further piece of the quote before it in its paragraph."""
    running_text, start = surroundings.running_text, surroundings.quotation.span.start
    end, first = before.spans[-1].end, surroundings.first_sentence
    if before.block != surroundings.block or first - running_text.sentence_at(end - 1) > MAX_APART:
        return False
    if not any(char.isalnum() for char in running_text.article.prose[end:start]):
        return True
    if before.cue is None or not end <= before.cue.start < start:
        return False
    if not surroundings.is_whole or _says_more(before.cue, surroundings):
        return False
    # Only the cue and its source stand between: in one sentence, or with a full stop after them.
    begins_sentence = running_text.sentences[first].span.start == start
    return first - running_text.sentence_at(before.cue.start) == int(begins_sentence)


def _says_more(cue: Span, surroundings: Surroundings) -> bool:
    """Return whether another verb of speaking leads it in: “…,” he said, going on to say “…”."""
    words, first, stop = surroundings.before
    return any(
        is_verb_of_speaking(words.lower[i]) and words.spans[i].start > cue.start for i in range(first, stop)
    )


def _subject_of_sentence_before(surroundings: Surroundings) -> Span | None:
    """Return the name or pronoun that opens the sentence before, in the same paragraph."""
    if surroundings.first_sentence == 0:
        return None
    words = surroundings.running_text.words[surroundings.first_sentence - 1]
    if words.sentence.block != surroundings.block or not words.lower or words.quoted[0]:
        return None
    if words.lower[0] in {"he", "she"}:
        return words.spans[0]
    starts = words.name_starts
    opening = range(min(MAX_BEFORE_NAME + 1, len(words.lower)))
    first = next((i for i in opening if i in starts), None)
    if first is None:
        return _who_acts(words)
    subject = main_subject(words, len(words.lower))
    # "The Aldby MP read out a message": the name is not the whole of who did.
    whole = subject is not None and subject[0] <= first and first < subject[1] != starts[first]
    return words.span(*subject) if subject is not None and whole else words.span(first, starts[first])


def _who_acts(words: QuotedWords) -> Span | None:
    """Return the person who is the subject of a sentence that tells no words: "His mother wept."."""
    subject = main_subject(words, len(words.lower))
    if subject is None or subject[1] - subject[0] >= MAX_ACTING:
        return None
    first, last = subject
    named = any(at in words.name_ends for at in range(first, last + 1))
    described = words.lower[first] in DEFINITE_DETERMINERS and words.lower[last] in _PEOPLE
    return words.span(first, last) if last in words.name_ends or (described and not named) else None
