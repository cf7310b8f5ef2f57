"""Turns: the lines of a transcript or an interview, each with the name of who talks ("ROE: We waited.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.english.name_parts import PARTICLES
from newscli.english.pronouns import FIRST_PERSON
from newscli.english.punctuation import CLOSING_MARKS, OPENING_MARKS, SENTENCE_ENDS
from newscli.model import Article, Mention, Span, Status

# A label is a name, perhaps with a title; what is longer before a colon is a sentence. This bound
# and the next ones were set by hand, on the transcripts among the samples and in the tests.
MAX_LABEL_WORDS: Final = 5
# An answer may run over this many further paragraphs; more of them are the article's own text.
MAX_FURTHER: Final = 6
# Lists are set like dialogues ("Hours: 9 to 5"), but in talk some lines are sentences of this many words.
MIN_SPOKEN_WORDS: Final = 5
# Fewer questions may be headings or a writer's own; and a longer paragraph only ends with one.
MIN_QUESTIONS: Final = 3
MAX_QUESTION_WORDS: Final = 60
_MARK: Final = f"[{OPENING_MARKS}{CLOSING_MARKS}]"
# A label, after the mark that opens a paragraph in some transcripts or the number of a question, and its
# colon; "Q." for "Q:". Bold type may be written out.
_LABEL: Final = re.compile(
    _MARK + r"?(?:>{2,3})?\s{0,4}\*{0,2}(?:Q\d{1,4}\s)?"
    r"(?:(?P<short>[QA])[.:]|(?P<long>[^\W\d_][^:,()\n\"“”«»]{0,48})(?P<added>[,(][^:\n\"“”«»]{0,60})?:)"
    r"\*{0,2}\s{1,4}(?=\S)"
)
_YOU: Final = frozenset({"you", "your", "yours"})
_WORD: Final = re.compile(r"\w+")
_STAGE_DIRECTION: Final = re.compile(_MARK + r"?\s{0,4}[(\[][^()\[\]\n]{0,60}[)\]][.\"”»]{0,2}")


class _Line(NamedTuple):
    """A paragraph that begins with a label.

    Attributes:
        block: Index of its block.
        label: Who talks, without what is added in brackets or behind a comma.
        content: What follows the colon.
        short: Whether the label is Q or A.
    """

    block: int
    label: Span
    content: Span
    short: bool


def attribute_turns(article: Article, mentions: Sequence[Mention]) -> tuple[QuoteDraft, ...]:
    """Attribute the turns of a transcript or an interview to who has them.

    A label in capitals counts if the article names a person so, if it recurs beside another one, or if two
    others do; a label that is written like a name ("Ann Roe: …") only if two such labels recur with
    sentences. Captions that name their voices are believed. Without labels an interview is told by its
    questions, to "you", and its answers, by "I".

    Args:
        article: The article.
        mentions: Its names.

    Returns:
        In text order, direct quotes without a cue, with the label as their source and outside their spans.
        The paragraphs between two turns belong to the first, without the notes in brackets, unless only one
        of the two turns is a question or an answer. What has no label has no source: the question and the
        answer that alternate. Empty if fewer than two people talk.
    """
    prose = article.prose
    # A short question is set like a heading.
    body = [(number, b.span) for number, b in enumerate(article.blocks) if b.role in {"body", "subhead"}]
    place = {number: at for at, (number, _) in enumerate(body)}
    voices = frozenset(article.voices)
    lines = _voiced(prose, body, voices) or _speaking(prose, _lines(prose, body), mentions)
    if not lines:
        return tuple(_turn(prose, (span,), None, number) for number, span in _unlabelled(prose, body))
    found: list[QuoteDraft] = []
    for line, following in zip_longest(lines, lines[1:]):
        spans = [line.content]
        if voices or (following is not None and following.short == line.short):
            end = place[following.block] if following else len(body)
            further = [span for _, span in body[place[line.block] + 1 : end]]
            if voices or len(further) <= MAX_FURTHER:
                spans += [span for span in further if not _STAGE_DIRECTION.fullmatch(span.of(prose))]
        found.append(_turn(prose, tuple(spans), line.label, line.block))
    if not voices:
        behind = body[place[lines[-1].block] :]
        found += (_turn(prose, (span,), None, number) for number, span in _rest(prose, behind))
    return tuple(found)


def _voiced(prose: str, body: Sequence[tuple[int, Span]], voices: frozenset[str]) -> list[_Line]:
    """Return the paragraphs that begin with a voice which the captions name."""
    found: list[_Line] = []
    for number, block in body:
        colon = prose.find(": ", block.start, block.end)
        if colon >= 0 and prose[block.start : colon] in voices:
            found.append(_Line(number, Span(block.start, colon), Span(colon + 2, block.end), short=False))
    return found


def _turn(prose: str, spans: tuple[Span, ...], label: Span | None, block: int) -> QuoteDraft:
    asks = prose[spans[-1].start : spans[-1].end].rstrip(CLOSING_MARKS + "* ").endswith("?")
    status: Status = "asked" if asks else "said"
    return QuoteDraft(spans, None, label, "speech", "turn", 0.0, block, status)


def _rest(prose: str, body: Sequence[tuple[int, Span]]) -> Iterator[tuple[int, Span]]:
    """Yield what follows a last labelled turn: the answer to it, and further questions with theirs."""
    first = 0 if _asks(body[0][1].of(prose)) else 1
    for at in range(first, len(body) - 1, 2):
        if not _asks(body[at][1].of(prose)):
            break
        yield from body[max(1, at) : at + 2]


def _unlabelled(prose: str, body: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """Return the questions and answers of an interview that has no labels, by turns; empty for none such."""
    texts = [span.of(prose) for _, span in body]
    asking = [at for at, text in enumerate(texts) if _asks(text)]
    answers = [texts[at + 1] for at in asking if at + 1 < len(texts)]
    to_you = sum(not _YOU.isdisjoint(_lower_words(texts[at])) for at in asking)
    by_me = sum(not FIRST_PERSON.isdisjoint(_lower_words(text)) for text in answers)
    if len(answers) < MIN_QUESTIONS or 2 * to_you < len(asking) or 2 * by_me < len(answers):
        return []
    found: list[tuple[int, Span]] = []
    for at, following in zip(asking, [*asking[1:], len(texts)], strict=True):
        between = range(at + 1, following if following < len(texts) else at + 2)
        # What is asked without a question mark speaks to "you" as well.
        by_turns = len(between) % 2 == 1 and all(
            not _YOU.isdisjoint(_lower_words(texts[n])) for n in between[1::2]
        )
        found += (body[n] for n in (at, *(between if by_turns else between[:1])))
    return found


def _asks(text: str) -> bool:
    """Return whether a paragraph is a question that is no quotation."""
    is_quoted = text[:1] in OPENING_MARKS
    return text.rstrip("* ").endswith("?") and not is_quoted and len(text.split()) <= MAX_QUESTION_WORDS


def _lower_words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _lines(prose: str, body: Sequence[tuple[int, Span]]) -> list[_Line]:
    """Return the paragraphs that may be turns, in text order."""
    found = []
    for number, block in body:
        match = _LABEL.match(prose, block.start, block.end)
        if match is not None:
            label = Span(*match.span("short" if match["short"] else "long"))
            words = label.of(prose).split()
            added = (match["added"] or "").strip(",( ")
            if len(words) <= MAX_LABEL_WORDS and all(map(_is_of_a_name, words)) and not added[:1].islower():
                trimmed = Span(label.start, label.start + len(label.of(prose).rstrip()))
                found.append(_Line(number, trimmed, Span(match.end(), block.end), bool(match["short"])))
    return found


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES or not word[0].isalnum()


def _speaking(prose: str, lines: Sequence[_Line], mentions: Sequence[Mention]) -> list[_Line]:
    """Return the lines whose labels name who talks; none if all have the same label."""
    labels = [_last_words(line.label.of(prose)) for line in lines]
    recurring = {label for label, count in Counter(labels).items() if count > 1}
    talking = {label for line, label in zip(lines, labels, strict=True) if _is_talk(line.content.of(prose))}
    dialogue = recurring & talking if len(recurring & talking) > 1 else set[str]()
    names = {m.span.of(prose).rsplit(maxsplit=1)[-1] for m in mentions if m.label == "PER"}
    people = {name.upper() for name in names if not name.isupper()}
    is_transcript = sum(label.isupper() and label in dialogue for label in recurring) > 1

    def speaks(label: str) -> bool:
        last = label.rsplit(maxsplit=1)[-1]
        in_capitals = label.isupper() and (is_transcript or label in recurring or last in people)
        return in_capitals or label in dialogue or (bool(dialogue) and last in names)

    found = [line for line, label in zip(lines, labels, strict=True) if speaks(label)]
    return found if len({_last_words(line.label.of(prose)) for line in found}) > 1 else []


def _last_words(label: str) -> str:
    """Return a label's last word, with the particles before it: "VAN DER MEER" of "JORIS VAN DER MEER"."""
    words = label.split()
    first = len(words) - 1
    while first > 0 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return " ".join(words[first:])


def _is_talk(content: str) -> bool:
    ends = content.rstrip(CLOSING_MARKS + ")] ").endswith(tuple(SENTENCE_ENDS))
    return ends and len(content.split()) >= MIN_SPOKEN_WORDS
