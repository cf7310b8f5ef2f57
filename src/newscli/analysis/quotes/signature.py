"""Signatures: a name behind a quotation and a dash (“…” — Ann Roe), or in the line above (From Ann Roe:)."""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.draft import Attribution
from newscli.analysis.quotes.running_text import QuotedWords
from newscli.analysis.quotes.subjects import is_verb_of_speaking
from newscli.analysis.quotes.surroundings import Surroundings
from newscli.english.name_parts import PARTICLES
from newscli.english.punctuation import DASHES

# Tokens of the longest name with its titles. Set by hand: halving or doubling it changes no quote in the
# samples and 140 articles of PolNeAR.
MAX_SIGNATURE: Final = 8


def signature(words: QuotedWords, start: int, stop: int) -> Attribution | None:
    """Find a name behind a dash, and at most what describes it.

    A signature has no verb: this is no other way to say who speaks (chartbeat-labs/textacy#383).

    Args:
        words: The sentence.
        start: Token index behind the dash.
        stop: Token index where the search ends, exclusive.
    """
    end = start
    while end < stop and (words.capital[end] or (end > start and words.lower[end] in PARTICLES | {"."})):
        end += 1
    end -= words.lower[end - 1] == "."
    rest = words.lower[end : stop - (words.lower[stop - 1] == ".")]
    described = rest[:1] in ((",",), ("(",)) and not any(map(is_verb_of_speaking, rest))
    if not 0 < end - start <= MAX_SIGNATURE or (rest and not described) or stop < len(words.lower):
        return None
    return Attribution(None, words.span(start, end - 1), "beside")


def signature_below(surroundings: Surroundings) -> Attribution | None:
    """Find the signature of a quotation in a line of its own."""
    running_text, number = surroundings.running_text, surroundings.last_sentence + 1
    end = running_text.sentences[surroundings.last_sentence].span.end
    if number >= len(running_text.words) or surroundings.quotation.span.end < end:
        return None
    words = running_text.words[number]
    if words.sentence.block == surroundings.block or words.lower[0] not in DASHES or not words.lower[1:]:
        return None
    return signature(words, 1, len(words.lower))


def signature_above(surroundings: Surroundings) -> Attribution | None:
    """Find the line above a quotation that says from whom it is: "From Ann Roe, a nurse in Aldby:"."""
    running_text, number = surroundings.running_text, surroundings.first_sentence
    opens_block = running_text.sentences[number].span.start == surroundings.quotation.span.start
    if number == 0 or not opens_block:
        return None
    words = running_text.words[number - 1]
    lower = words.lower
    is_line = words.sentence.block != surroundings.block and lower[:1] == ("from",) and lower[-1] == ":"
    if not is_line or not 0 < len(lower) - 2 <= 2 * MAX_SIGNATURE or not words.capital[1]:
        return None
    return Attribution(None, words.span(1, len(lower) - 2), "beside")
