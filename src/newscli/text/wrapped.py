"""What a printed page leaves in text that keeps its lines: words broken at their ends, heads of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from newscli.english.compounds import FIRST_OF_COMPOUNDS, SECOND_OF_COMPOUNDS, SYLLABLES_AT_THE_END
from newscli.english.punctuation import CLOSING_MARKS
from newscli.limits import MAX_LINES
from newscli.origin import Edit

_BROKEN: Final = re.compile(r"([^\W\d_]{1,40})(-[ \t]{0,9}\r?\n[ \t]{0,40})([^\W\d_]{1,40})")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "pre- and post-war": the hyphen stands for a word that comes later.
_SUSPENDING: Final = frozenset({"and", "or", "to", "nor"})

_LINE: Final = re.compile(r"[^\n\f]*")
_DIGITS: Final = re.compile(r"\d{1,9}")
_PAGED: Final = re.compile(r"\bpage\b|\bpg?\. ?\d|\b\d{1,4} of \d{1,4}\b|\S[ ]{3,}\S|\t", re.IGNORECASE)
_LONE_NUMBER: Final = re.compile(r"[-–—|\[( ]{0,9}\d{1,4}[-–—|\]) ]{0,9}")
_HEAD_CHARS: Final = 120
_MIN_HEADS: Final = 2
_FULL_SHARE: Final = 0.8  # of the longest line, from which on a line may be full
_ENDS: Final = (".", "!", "?", ":", ";")


def broken_words(text: str) -> Iterator[Edit]:
    """Yield what breaks words at line ends: the hyphen and the line end, or the line end alone.

    The hyphen stays if the article has the word with it elsewhere, before a capital ("North-West"), and at
    the parts of words that news writes with one ("well-known").
    """
    known: frozenset[str] | None = None
    at = 0
    while match := _BROKEN.search(text, at):
        at = match.start(3)
        left, right = match[1], match[3]
        if right in _SUSPENDING:
            continue
        if known is None:
            known = frozenset(word.lower() for word in _WORD.findall(text))
        hyphen = _keeps_hyphen(left, right, known)
        yield Edit(match.start(2) + hyphen, match.end(2))


def _keeps_hyphen(left: str, right: str, known: frozenset[str]) -> bool:
    if right[0].isupper() and not left.isupper():
        return True
    first, second = left.lower(), right.lower()
    if f"{first}-{second}" in known or first + second in known:
        return f"{first}-{second}" in known
    if second in SYLLABLES_AT_THE_END:
        return False
    return first in FIRST_OF_COMPOUNDS or second in SECOND_OF_COMPOUNDS


def page_heads(text: str) -> Iterator[Edit]:
    """Yield the heads and numbers of pages that stand among the lines of a text.

    A head is a line by itself that comes again with another number ("The Courier  Page 4"). A sentence that
    runs on behind it is one again.
    """
    lines = _lines(text)
    heads = _heads(text, lines)
    if not heads:
        return
    widest = max(end - start for number, (start, end) in enumerate(lines) if number not in heads)
    filled = [number for number, (start, end) in enumerate(lines) if end > start and number not in heads]
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    at = 0
    for number in sorted(heads):
        while at < len(filled) and filled[at] < number:
            at += 1
        before[number] = filled[at - 1] if at else -1
        after[number] = filled[at] if at < len(filled) else -1
    for number in sorted(heads):
        start, end = lines[number]
        above, below = before[number], after[number]
        if above >= 0 and below >= 0 and _runs_over(text, lines[above], lines[below], widest):
            yield Edit(lines[above][1], lines[below][0], "\n", parts=True)
        elif end > start:
            yield Edit(start, end, parts=True)


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the bounds of the lines without surrounding space; empty at a blank one and a form feed."""
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        bare = match[0].strip()
        begin = start + len(match[0]) - len(match[0].lstrip()) if bare else start
        lines.append((begin, begin + len(bare)))
        if len(lines) == MAX_LINES:
            break
        if text[end : end + 1] == "\f":
            lines.append((end, end))
    return lines


def _heads(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the lines that are heads of pages."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(lines):
        if 0 < end - start <= _HEAD_CHARS and _stands_alone(lines, number):
            line = text[start:end]
            if _DIGITS.search(line) and (_LONE_NUMBER.fullmatch(line) or _PAGED.search(line)):
                groups[" ".join(_DIGITS.sub("#", line).split())].append(number)
    found: set[int] = set()
    for numbers in groups.values():
        values = [tuple(map(int, _DIGITS.findall(text[slice(*lines[number])]))) for number in numbers]
        if len(numbers) >= _MIN_HEADS and _counts_up(values):
            lone = all(_LONE_NUMBER.fullmatch(text[slice(*lines[number])]) for number in numbers)
            found.update(number for number in numbers if not lone or _interrupts(text, lines, number))
    return frozenset(found)


def _stands_alone(lines: Sequence[tuple[int, int]], number: int) -> bool:
    above = number == 0 or lines[number - 1][0] == lines[number - 1][1]
    below = number + 1 == len(lines) or lines[number + 1][0] == lines[number + 1][1]
    return above and below


def _counts_up(values: Sequence[tuple[int, ...]]) -> bool:
    """Return whether one of the numbers of a line grows from each line to the next."""
    return any(all(a < b for a, b in pairwise(column)) for column in zip(*values, strict=True))


def _interrupts(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Return whether the lines next to a number are one sentence."""
    above = next(
        (lines[n] for n in range(number - 1, max(-1, number - 4), -1) if lines[n][0] < lines[n][1]), None
    )
    below = next(
        (lines[n] for n in range(number + 1, min(len(lines), number + 4)) if lines[n][0] < lines[n][1]), None
    )
    return above is not None and below is not None and _runs_over(text, above, below, 0)


def _runs_over(text: str, above: tuple[int, int], below: tuple[int, int], widest: int) -> bool:
    """Return whether a sentence runs on from one line to another, across the head of a page."""
    if text[above[0] : above[1]].rstrip(CLOSING_MARKS + ")").endswith(_ENDS):
        return False
    full = widest > 0 and above[1] - above[0] >= _FULL_SHARE * widest
    return text[below[0]].islower() or full
