"""Stretches of neighbouring words that may make a term, with what their company shows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from newscli.analysis.words import SentenceWords
from newscli.engines.terms import stem
from newscli.english.calendar import DATE_WORDS, FULL_WEEKDAYS, MONTH_ABBREVIATIONS, MONTHS
from newscli.english.given_names import GIVEN_NAMES
from newscli.english.grammar import (
    AFTER_VERBS,
    AFTER_WHICH_EITHER,
    BEFORE_NOUNS,
    BEFORE_VERBS,
    FUNCTION_WORDS,
)
from newscli.english.name_parts import PARTICIPLE_ENDINGS
from newscli.english.newswriting import NEWS_VERBS, NEWS_WORDS, is_content_word
from newscli.english.titles import OFFICE_MATTERS, OFFICE_MODIFIERS, ORDINARY_TITLES, TITLES
from newscli.model import RUNNING_TEXT, Span
from newscli.spans import SpanIndex

# What stands before a name and is no part of it: "President Lindqvist".
_TITLES: Final = TITLES - ORDINARY_TITLES
# Dates in copy without capitals, or in capitals throughout; "may" and "march" are other words too.
_PLAIN_DATES: Final = (MONTHS - MONTH_ABBREVIATIONS | FULL_WEEKDAYS) - {"may", "march"}
# Fewer words in capitals are a name, a label, a shout.
_MIN_CAPITALS: Final = 4
# Shorter words in -ed are other words: "shed", "bed".
_MIN_PARTICIPLE: Final = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A content word that is no part of a name.

    Attributes:
        span: Its offsets.
        text: As the article spells it.
        stem: Its stem.
        before: Number of tokens that stand before it in headline and body.
        lead: Whether it stands in the first sentence of the body.
        noun: What its neighbours show: 1 for a noun, -1 for a verb or participle, 0 for neither.
    """

    span: Span
    text: str
    stem: str
    before: int
    lead: bool
    noun: int


Run = list[Word]


def _continues(after: str) -> bool:
    """Return whether the noun that a word belongs to may still come: a content word follows, no verb."""
    lower = after.lower()
    return bool(after) and is_content_word(after) and lower not in NEWS_VERBS and not _is_participle(lower)


def _is_participle(word: str) -> bool:
    """Return whether a word looks like the past form of a verb."""
    return word.endswith("ed") and not word.endswith("eed") and len(word) >= _MIN_PARTICIPLE


def _noun_evidence(before: str, word: str, after: str) -> int:
    """Return what its neighbours show a word to be: a noun (1), a verb (-1), or neither (0)."""
    if word.endswith("ly"):
        return 0
    if before.lower() in BEFORE_NOUNS and not _continues(after):
        return 1
    if before.lower() in BEFORE_VERBS or after in AFTER_VERBS or _is_participle(word):
        return -1
    # Before a noun it may be an adjective; after a name, the verb of a sentence.
    if (
        _continues(after)
        or before in AFTER_WHICH_EITHER
        or (before[:1].isupper() and is_content_word(before))
    ):
        return 0
    return 0 if word.endswith("ing") and not (before and is_content_word(before)) else 1


def _is_title(texts: Sequence[str], at: int) -> bool:
    """Return whether a capitalised word is of an office; some words are only in certain company."""
    word = texts[at].lower().rstrip(".")
    before = texts[at - 1].lower() if at else ""
    after = texts[at + 1].lower() if at + 1 < len(texts) else ""
    if word == "general":
        return before in _TITLES or after in GIVEN_NAMES
    if before == "of" and word in OFFICE_MATTERS:
        return at > 1 and texts[at - 2].lower() in _TITLES
    return word in _TITLES or (word in OFFICE_MODIFIERS and after in _TITLES)


def _breaks(words: SentenceWords, at: int) -> bool:
    """Return whether a token stands between terms: grammar, newswriting, dates, titles, money, marks."""
    texts, text, lower = words.texts, words.texts[at], words.lower[at]
    if text[0].islower() and (lower in FUNCTION_WORDS or lower in NEWS_WORDS or lower in _PLAIN_DATES):
        return True  # asked first, for most words are of these
    if not is_content_word(text) or ("-" in text and text.endswith(PARTICIPLE_ENDINGS)):
        return True
    if text[0].islower():
        return False
    is_currency = at + 1 < len(texts) and texts[at + 1][0] == "$"
    return is_currency or lower in DATE_WORDS or _is_title(texts, at)


def _without_capitals(words: SentenceWords) -> SentenceWords:
    """Return a sentence that is in capitals throughout as if it were in small letters: they show no name."""
    cased = [text for text in words.texts if text.upper() != text.lower()]
    shouted = len(cased) >= _MIN_CAPITALS and all(text.isupper() for text in cased)
    return replace(words, texts=words.lower) if shouted else words


def _word(words: SentenceWords, at: int, before: int, *, opening: bool, lead: bool) -> Word:
    """Describe one word of a sentence; ``opening`` if no other word stands before it."""
    sentence, texts = words.sentence, words.texts
    text = texts[at]
    following = texts[at + 1] if at + 1 < len(texts) else ""
    return Word(
        sentence.tokens[at],
        text,
        stem(text),
        before + at,
        lead=lead,
        noun=_noun_evidence("" if opening else texts[at - 1], text, following),
    )


def _sentence_runs(sentence: SentenceWords, names: SpanIndex, before: int, *, lead: bool) -> Iterator[Run]:
    """Yield the stretches of neighbouring content words of one sentence."""
    texts = sentence.texts
    run: Run = []
    opening = True
    for at, text in enumerate(texts):
        if not names.meeting(sentence.spans[at]) and not _breaks(sentence, at):
            run.append(_word(sentence, at, before, opening=opening, lead=lead))
        elif run:
            yield run
            run = []
        opening = opening and not text[0].isalnum()
    if run:
        yield run


def find_runs(words: Sequence[SentenceWords], names: SpanIndex) -> Iterator[Run]:
    """Yield the stretches of neighbouring content words of headlines and body, in text order.

    Stretches end at names, function words and the words of any news (``newswriting``), at dates, titles,
    figures and punctuation. Linear in the text's length.
    """
    before = 0
    lead = next((one for one in words if one.sentence.role == "body"), None)
    for sentence in words:
        if sentence.sentence.role in RUNNING_TEXT:
            yield from _sentence_runs(_without_capitals(sentence), names, before, lead=sentence is lead)
            before += len(sentence.texts)
