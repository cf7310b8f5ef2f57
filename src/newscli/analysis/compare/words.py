"""The words of a statement as they are compared with those of another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from newscli.engines.terms import stem
from newscli.english.newswriting import is_content_word
from newscli.english.numbers import CURRENCIES, MAGNITUDES, NUMBER_WORDS
from newscli.model import Span

# A figure with its sign of money, or a word: with the apostrophe of a contraction, without the hyphen of a
# compound. A figure's decimals and thousands belong to it, a full stop or comma behind it does not.
_TOKEN: Final = re.compile(r"[$£€¥₹]?\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|%")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_FIGURE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SHORT: Final[Mapping[str, str]] = MappingProxyType(
    {"d": "would", "ll": "will", "m": "am", "re": "are", "t": "not", "ve": "have"}
)
_NEGATED: Final[Mapping[str, str]] = MappingProxyType(
    {"ain": "is", "can": "can", "cannot": "can", "shan": "shall", "won": "will"}
)
_IS_SHORTENED: Final = frozenset({"he", "here", "how", "it", "she", "that", "there", "what", "where", "who"})
_PERCENT: Final = "percent"
# "twenty-four million": a number has no more words.
_MOST_PARTS: Final = 8
_MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement; a number is one word, whatever it is written with.

    Attributes:
        span: Where it stands in the article's text.
        key: What it is compared by in a quotation: lower case, and one for "forty" and "40". The words of a
            contraction stand apart, at one span.
        stem: The stem of a content word, or the key of a number; None for words that only hold a sentence
            together.
        value: The number that it is; None for a word.
    """

    span: Span
    key: str
    stem: str | None
    value: float | None = None


def words_of(prose: str, spans: Iterable[Span]) -> list[Word]:
    """Return the words of some spans of an article's prose, in the order of the spans. Linear in them."""
    tokens = [
        (token[0], Span(token.start(), token.end()))
        for span in spans
        for token in _TOKEN.finditer(prose, span.start, span.end)
    ]
    return list(_words(tokens))


def _words(tokens: Sequence[tuple[str, Span]]) -> Iterator[Word]:
    at = 0
    while at < len(tokens):
        text, span = tokens[at]
        value, end = _number(tokens, at)
        if value is not None:
            key = f"{value:g}"
            yield Word(Span(span.start, tokens[end - 1][1].end), key, key, value)
            if text[0] in CURRENCIES:
                yield Word(span, CURRENCIES[text[0]], stem(CURRENCIES[text[0]]))
            at = end
        elif text.lower() == "per" and at + 1 < len(tokens) and tokens[at + 1][0].lower() == "cent":
            yield Word(Span(span.start, tokens[at + 1][1].end), _PERCENT, _PERCENT)
            at += 2
        else:
            # "May" is a month behind another word, and mostly a verb at the start of a sentence.
            if text == "May" and at:
                yield Word(span, "may", "may")
            else:
                yield from _of_token(text, span)
            at += 1


def _of_token(text: str, span: Span) -> Iterator[Word]:
    """Yield a word, or the two words of a contraction; "Roe's" is "Roe"."""
    lower = text.lower().replace("’", "'")
    if text == "%":
        yield Word(span, _PERCENT, _PERCENT)
    elif lower == "cannot":
        yield from (Word(span, key, None) for key in ("can", "not"))
    elif "'" not in lower:
        yield Word(span, lower, stem(lower) if is_content_word(text) else None)
    else:
        base, _, short = lower.rpartition("'")
        if short == "t" and base.endswith("n"):
            base = _NEGATED.get(base, base[:-1])
            yield from (Word(span, base, None), Word(span, "not", None))
            return
        is_name = base not in _IS_SHORTENED and is_content_word(text[: len(base)])
        yield Word(span, base, stem(base) if is_name else None)
        if short in _SHORT:
            yield Word(span, _SHORT[short], None)
        elif short == "s" and base in _IS_SHORTENED:
            yield Word(span, "is", None)


def _number(tokens: Sequence[tuple[str, Span]], start: int) -> tuple[float | None, int]:
    """Return the number that begins at a token, and the token behind it; None if there is none.

    "One" alone is a pronoun as often as a number.
    """
    first = tokens[start][0]
    digits = first[1:] if first[0] in CURRENCIES else first
    total, current, end = 0.0, None, start
    if digits[0].isdigit():
        plain = digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits
        if len(plain) > _MOST_DIGITS or not _FIGURE.fullmatch(plain):
            return None, start  # a date, a score, a number of another country, an account
        current, end = float(plain), start + 1
    while end < min(len(tokens), start + _MOST_PARTS):
        word = tokens[end][0].lower()
        if word in MAGNITUDES and (current is not None or word in {"dozen", "hundred"}):
            current = (1.0 if current is None else current) * MAGNITUDES[word]
            if MAGNITUDES[word] > MAGNITUDES["hundred"]:
                total, current = total + current, None
        elif word == "and" and _goes_on(tokens, end):
            pass  # "two hundred and six"
        elif word in NUMBER_WORDS and not digits[0].isdigit():
            current = (current or 0.0) + NUMBER_WORDS[word]
        else:
            break
        end += 1
    if end == start or (end == start + 1 and first.lower() == "one"):
        return None, start
    return total + (current or 0.0), end


def _goes_on(tokens: Sequence[tuple[str, Span]], at: int) -> bool:
    """Return whether an "and" stands inside a number: behind hundreds, before less than that."""
    before, behind = (tokens[near][0].lower() if 0 <= near < len(tokens) else "" for near in (at - 1, at + 1))
    return before in {"hundred", "thousand"} and behind in NUMBER_WORDS
