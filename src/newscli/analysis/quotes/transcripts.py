"""Turns: the lines of a transcript or an interview, each led in by who talks ("ROE: We waited.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.running_text import RunningText
from newscli.english.name_parts import PARTICLES
from newscli.model import Mention, Span

# Who talks is told in a few words; longer before a colon is a sentence.
MAX_LABEL_WORDS: Final = 5
# An answer may run over this many further paragraphs; what is longer is the article's own telling.
MAX_FURTHER: Final = 6
# Lists are set like dialogues ("Hours: 9 to 5"); of talk some lines are sentences of this many words.
MIN_SPOKEN_WORDS: Final = 5
# A label, after the mark that opens a paragraph in some transcripts, and its colon; "Q." for "Q:".
_LABEL: Final = re.compile(
    r"[\"“”'‘’«]?\s{0,4}(?:(?P<short>[QA])[.:]|(?P<long>[^\W\d_][^:\n\"“”]{0,48}):)\s{1,4}(?=\S)"
)
_STAGE_DIRECTION: Final = re.compile(r"[\"“”'‘’«]?\s{0,4}[(\[][^()\[\]\n]{0,60}[)\]][.\"”]{0,2}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph that a label leads in: index of its block, label, what follows, and if it is Q or A."""

    block: int
    label: Span
    content: Span
    short: bool


def attribute_turns(reading: RunningText, mentions: Sequence[Mention]) -> list[QuoteDraft]:
    """Attribute the turns of a transcript to who has them.

    A label in capitals counts where the article names a person so, or where it recurs beside another; one
    that is written like a name ("Ann Roe: …") only where two of them recur with sentences.

    Args:
        reading: The article.
        mentions: Its names.

    Returns:
        In text order, direct quotes without a cue, the label not among their spans. What stands between two
        turns goes on with the first, without the notes in brackets, unless only one of them is a question or
        an answer. Empty where the article has no two people who talk.
    """
    prose = reading.article.prose
    body = [(number, b.span) for number, b in enumerate(reading.article.blocks) if b.role == "body"]
    place = {number: at for at, (number, _) in enumerate(body)}
    lines = _speaking(prose, _lines(prose, body), mentions)
    found: list[QuoteDraft] = []
    for line, following in zip_longest(lines, lines[1:]):
        spans = [line.content]
        if following is not None and following.short == line.short:
            further = [span for _, span in body[place[line.block] + 1 : place[following.block]]]
            if len(further) <= MAX_FURTHER:
                spans += [span for span in further if not _STAGE_DIRECTION.fullmatch(span.of(prose))]
        turn = QuoteDraft(spans, None, line.label, "speech", "turn", 0.0, line.block)
        turn.kind = "direct"
        found.append(turn)
    return found


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
    """Return the lines whose labels tell who talks."""
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
    return (
        content.rstrip("\"”’')] ")[-1:] in {".", "?", "!", "…"} and len(content.split()) >= MIN_SPOKEN_WORDS
    )
