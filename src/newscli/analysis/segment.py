"""Sentences and tokens of an article, with exact offsets.

Punkt proposes the boundaries inside each body paragraph; a few rules correct what it cannot know:
that "Gov." ends no sentence, that a sentence goes on in lower case after a quotation, that scraped
text loses the space after a full stop. All other blocks (headline, byline, credits) are one sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise, starmap
from typing import Final

from newscli.engines.punkt import sentence_spans
from newscli.engines.tokens import token_spans
from newscli.english.abbreviations import (
    BEFORE_NAME,
    BEFORE_NAME_OR_NUMBER,
    BEFORE_NUMBER,
    NEWS_ABBREVIATIONS,
)
from newscli.english.grammar import SENTENCE_STARTERS
from newscli.english.punctuation import CLOSING_MARKS, OPENING_DOUBLES, OPENING_MARKS
from newscli.limits import MAX_SENTENCE_TOKENS
from newscli.model import Article, Sentence, Span

_FIRST_WORD: Final = re.compile(rf"[{OPENING_MARKS}(\[{{*_ ]*(\S*)")
_LAST_WORD: Final = re.compile(r"([^\W_][\w.&-]*)\.$")
# "In the Kerrang! poll", "the Who Wants to Be a Millionaire? host".
_NAME_WITH_MARK: Final = re.compile(r"(?<=[\w,] )[A-Z][\w’']+[!?]$")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
# "… on Monday.The council": a lower-case word, a stop, at most a closing mark, a capitalised word.
_MISSING_SPACE: Final = re.compile(
    rf"[a-z]{{3}}[.!?][{CLOSING_MARKS}]?(?=[{OPENING_DOUBLES}‘(]?[A-Z][a-z]+[ ,’'])"
)
_STOP_BEFORE_CAPITAL: Final = re.compile(rf"\.\s+(?=[{OPENING_DOUBLES}]?[A-Z])")
_AROUND_WORD: Final = OPENING_MARKS + CLOSING_MARKS + ".,;:!?()"
# The longest abbreviation that is looked for before a full stop.
MAX_ABBREVIATION: Final = 20


def _first_word(text: str, start: int, end: int) -> str:
    """Return the first word at or after ``start``, opening marks and brackets left out."""
    match = _FIRST_WORD.match(text, start, end)
    return match.group(1) if match else ""


def _last_word(text: str, start: int, end: int) -> str:
    """Return the word before a final full stop, without it; empty if no full stop ends the stretch."""
    match = _LAST_WORD.search(text, max(start, end - MAX_ABBREVIATION), end)
    return match.group(1) if match else ""


def _goes_on(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Return whether the stretch ``right`` continues the sentence ``left``."""
    following = _first_word(text, *right)
    if not following:
        return True
    last = _last_word(text, *left)
    lowered = last.lower()
    known = lowered in NEWS_ABBREVIATIONS or bool(_INITIALS.fullmatch(last))
    if following[0].islower():
        # After a quotation ("… now?" he said), an ellipsis, an abbreviation or a name; a plain full stop
        # before a lower-case word ends a sentence of somebody without capitals. "eBay" opens one.
        named = _NAME_WITH_MARK.search(text, max(left[0], left[1] - MAX_ABBREVIATION), left[1])
        plain_stop = text[left[1] - 1] in ".?!" and text[left[1] - 2] != "." and not (known or named)
        return not plain_stop and not any(char.isupper() for char in following[1:3])
    if lowered in BEFORE_NAME or last == "v":  # "Roe v. Hale", not "George V."
        return following[0].isupper() or following[0].isdigit()
    if lowered in BEFORE_NUMBER or (len(last) == 1 and last.islower()):
        return following[0].isdigit()
    # "J. K. Rowling", "W.R. Grace"; of "U.S." and the like, which do end sentences, Punkt decides.
    of_a_name = known and lowered not in NEWS_ABBREVIATIONS and last[0].isupper() and last != "I"
    return of_a_name and following[0].isupper() and not _is_starter(following)


def _is_starter(word: str) -> bool:
    return word.strip(_AROUND_WORD).lower() in SENTENCE_STARTERS


def _missed_breaks(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Split a stretch at boundaries that Punkt missed.

    These are places at which the space between two sentences was lost, or an abbreviation that needs no
    name after it ("Inc.", "U.S.") is followed by an opening mark or by a word that starts sentences.
    """
    cuts = {match.end() for match in _MISSING_SPACE.finditer(text, *span)}
    for stop in _STOP_BEFORE_CAPITAL.finditer(text, *span):
        last = _last_word(text, span[0], stop.start() + 1).lower()
        if last not in NEWS_ABBREVIATIONS or last in BEFORE_NAME_OR_NUMBER:
            continue
        if text[stop.end()] in OPENING_DOUBLES or _is_starter(_first_word(text, stop.end(), span[1])):
            cuts.add(stop.start() + 1)
    edges = [span[0], *sorted(cuts), span[1]]
    return list(pairwise(edges))


def _sentences(text: str) -> list[tuple[int, int]]:
    """Cut one body paragraph into sentences."""
    found: list[tuple[int, int]] = []
    for proposed in sentence_spans(text):
        for span in _missed_breaks(text, proposed):
            if found and _goes_on(text, found[-1], span):
                found[-1] = (found[-1][0], span[1])
            else:
                found.append(span)
    return found


def segment(article: Article) -> tuple[Sentence, ...]:
    """Cut an article into sentences and these into tokens.

    Returns:
        All sentences in text order; ``index`` counts them from 0. Every character of a block that is
        not white space is in one sentence, and in one token of it. What goes on for more than
        ``MAX_SENTENCE_TOKENS`` without an end is cut there. Linear in the text's length.

    Raises:
        ModelError: If Punkt's parameters are missing or altered.
    """
    stretches: list[tuple[int, int]] = []
    blocks: list[int] = []
    for number, block in enumerate(article.blocks):
        start, end = block.span.start, block.span.end
        prose = block.role in {"body", "deck"}
        inside = _sentences(article.prose[start:end]) if prose else [(0, end - start)]
        stretches += [(start + first, start + last) for first, last in inside]
        blocks += [number] * len(inside)
    found: list[Sentence] = []
    for number, spans in zip(blocks, token_spans(article.prose, stretches), strict=True):
        for first in range(0, len(spans), MAX_SENTENCE_TOKENS):
            tokens = tuple(starmap(Span, spans[first : first + MAX_SENTENCE_TOKENS]))
            span = Span(tokens[0].start, tokens[-1].end)
            found.append(Sentence(len(found), number, article.blocks[number].role, span, tokens))
    return tuple(found)
