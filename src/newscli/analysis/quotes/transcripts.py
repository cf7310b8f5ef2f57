"""Turns: the lines of a transcript or an interview, each with the name of who talks ("ROE: We waited.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.english.name_parts import PARTICLES
from newscli.english.punctuation import CLOSING_MARKS, OPENING_MARKS, SENTENCE_ENDS
from newscli.model import Article, Mention, Span

# A label is a name, perhaps with a title; what is longer before a colon is a sentence. This bound
# and the next two were set by hand, on the transcripts among the samples and in the tests.
MAX_LABEL_WORDS: Final = 5
# An answer may run over this many further paragraphs; more of them are the article's own text.
MAX_FURTHER: Final = 6
# Lists are set like dialogues ("Hours: 9 to 5"), but in talk some lines are sentences of this many words.
MIN_SPOKEN_WORDS: Final = 5
_MARK: Final = f"[{OPENING_MARKS}{CLOSING_MARKS}]"
# A label, after the mark that opens a paragraph in some transcripts, and its colon; "Q." for "Q:".
_LABEL: Final = re.compile(
    _MARK + r"?\s{0,4}(?:(?P<short>[QA])[.:]|(?P<long>[^\W\d_][^:\n\"“”«»]{0,48}):)\s{1,4}(?=\S)"
)
_STAGE_DIRECTION: Final = re.compile(_MARK + r"?\s{0,4}[(\[][^()\[\]\n]{0,60}[)\]][.\"”»]{0,2}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph that begins with a label.

    Attributes:
        block: Index of its block.
        label: Who talks.
        content: What follows the colon.
        short: Whether the label is Q or A.
    """

    block: int
    label: Span
    content: Span
    short: bool


def attribute_turns(article: Article, mentions: Sequence[Mention]) -> tuple[QuoteDraft, ...]:
    """Attribute the turns of a transcript to who has them.

    A label in capitals counts if the article names a person so, or if it recurs beside another one; a label
    that is written like a name ("Ann Roe: …") only if two such labels recur with sentences.

    Args:
        article: The article.
        mentions: Its names.

    Returns:
        In text order, direct quotes without a cue, with the label as their source and outside their spans.
        The paragraphs between two turns belong to the first, without the notes in brackets, unless only one
        of the two turns is a question or an answer. Empty if fewer than two people talk.
    """
    prose = article.prose
    body = [(number, b.span) for number, b in enumerate(article.blocks) if b.role == "body"]
    place = {number: at for at, (number, _) in enumerate(body)}
    lines = _speaking(prose, _lines(prose, body), mentions)
    found: list[QuoteDraft] = []
    for line, following in zip_longest(lines, lines[1:]):
        spans = [line.content]
        if following is not None and following.short == line.short:
            further = [span for _, span in body[place[line.block] + 1 : place[following.block]]]
            if len(further) <= MAX_FURTHER:
                spans += [span for span in further if not _STAGE_DIRECTION.fullmatch(span.of(prose))]
        found.append(QuoteDraft(tuple(spans), None, line.label, "speech", "turn", 0.0, line.block))
    return tuple(found)


def _lines(prose: str, body: Sequence[tuple[int, Span]]) -> list[_Line]:
    """Return the paragraphs that may be turns, in text order."""
    found = []
    for number, block in body:
        match = _LABEL.match(prose, block.start, block.end)
        if match is not None:
            label = Span(*match.span("short" if match["short"] else "long"))
            words = label.of(prose).split()
            if len(words) <= MAX_LABEL_WORDS and all(map(_is_of_a_name, words)):
                found.append(_Line(number, label, Span(match.end(), block.end), bool(match["short"])))
    return found


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES or not word[0].isalnum()


def _speaking(prose: str, lines: Sequence[_Line], mentions: Sequence[Mention]) -> list[_Line]:
    """Return the lines whose labels name who talks; none if all have the same label."""
    labels = [line.label.of(prose) for line in lines]
    recurring = {label for label, count in Counter(labels).items() if count > 1}
    talking = {label for line, label in zip(lines, labels, strict=True) if _is_talk(line.content.of(prose))}
    dialogue = recurring & talking if len(recurring & talking) > 1 else set[str]()
    names = (m.span.of(prose).rsplit(maxsplit=1)[-1] for m in mentions if m.label == "PER")
    people = {name.upper() for name in names if not name.isupper()}

    def speaks(label: str) -> bool:
        in_capitals = label.isupper() and (label in recurring or label.rsplit(maxsplit=1)[-1] in people)
        return in_capitals or label in dialogue

    found = [line for line, label in zip(lines, labels, strict=True) if speaks(label)]
    return found if len({line.label.of(prose) for line in found}) > 1 else []


def _is_talk(content: str) -> bool:
    ends = content.rstrip(CLOSING_MARKS + ")] ").endswith(tuple(SENTENCE_ENDS))
    return ends and len(content.split()) >= MIN_SPOKEN_WORDS
