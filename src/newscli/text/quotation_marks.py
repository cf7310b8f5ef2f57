"""Quotation marks: which characters open and close a quotation, and which pair belongs together.

Marks are paired paragraph by paragraph with a typed table, so that one stray mark never shifts the
pairs of a whole article (chartbeat-labs/textacy#379). A paragraph that opens a quotation and does not
close it continues in the next, as news is set (stanfordnlp/CoreNLP#1139).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from newscli.english.grammar import CLIPPED
from newscli.model import Block, Span

MarkStyle = Literal["curly", "straight", "single", "guillemets", "doubled"]

MAX_NESTING: Final = 4

# More marks in a row than end the deepest quotation, two characters for each, rule a line or flood a file.
_RUN_CHARS: Final = 2 * MAX_NESTING + 1
_MARK: Final = re.compile(rf"[\"“”„‟'‘’‚‛«»‹›`]{{{_RUN_CHARS},}}|''|``|[\"“”„‟'‘’‚‛«»‹›]")
_OPENING: Final[dict[str, MarkStyle]] = {
    "“": "curly", "„": "curly", "‟": "curly", "‘": "single", "‚": "single", "‛": "single",
    "«": "guillemets", "‹": "guillemets", "``": "doubled",
}  # fmt: skip
_CLOSING: Final[dict[str, MarkStyle]] = {"”": "curly", "’": "single", "»": "guillemets", "›": "guillemets"}
_EITHER: Final[dict[str, MarkStyle]] = {'"': "straight", "'": "single", "''": "doubled"}
MARKS_THAT_OPEN: Final = frozenset({*_OPENING, *_EITHER})
MARKS_THAT_CLOSE: Final = frozenset({*_CLOSING, *_EITHER})
# What a style's opening may be closed by: people mix curly and straight marks in one text.
DOUBLE_STYLES: Final = frozenset({"curly", "straight", "doubled"})
# What an apostrophe stands before without opening a quotation; years, too: "the ’90s".
_APOSTROPHE_WORDS: Final = re.compile(rf"(?:{'|'.join(sorted(CLIPPED))}|\d\ds?)(?![^\W_])", re.IGNORECASE)
_FEET_AND_INCHES: Final = re.compile(r"\d\s?['’]\s?\d{1,2}(?:½|¼|¾)?$")
_FEET_CHARS: Final = 6  # "9 ' 10½" at the longest, without its mark of inches
_OPENS_AFTER: Final = frozenset(" \t\n\r\u00a0\u2028\u2029([{<—–-/:;,…\"“„«‘'")
_ENDS: Final = frozenset(",.!?…")
_SENTENCE_ENDS: Final = tuple(".!?…")
_OPENS_SPEECH_AFTER: Final = frozenset({"", *':,.!?…"”'})
_CLOSES_BEFORE: Final = frozenset(" \t\n\r\u00a0\u2028\u2029)]}>—–-/:;,.!?…\"”»’'")


class Quotation(NamedTuple):
    """A stretch between quotation marks, within one paragraph.

    Attributes:
        span: The marks included; to the paragraph's end if nothing closes it.
        inner: The words alone.
        style: The kind of the opening mark.
        depth: 0 for an outermost quotation, 1 for one inside it, and so on.
        closed: Whether a closing mark was found in the paragraph.
        continues: Whether it goes on with the quotation that the paragraph before left open.
    """

    span: Span
    inner: Span
    style: MarkStyle
    depth: int
    closed: bool
    continues: bool


@dataclass(slots=True)
class _Open:
    start: int
    end: int
    style: MarkStyle
    continues: bool = False


def _can_open(text: str, start: int, end: int, block: Span) -> bool:
    """Return whether a mark stands where a quotation may begin: before a word, not after one."""
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return before in _OPENS_AFTER and not after.isspace() and after not in ".,;:!?)]}"


def _can_close(text: str, start: int, end: int, block: Span) -> bool:
    """Return whether a mark stands where a quotation may end: after a word, not before one."""
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return not before.isspace() and after in _CLOSES_BEFORE


def _closes_double(style: MarkStyle, mark: str) -> bool:
    closing = _CLOSING.get(mark) or _EITHER.get(mark)
    return style == closing or (style in DOUBLE_STYLES and closing in DOUBLE_STYLES)


class _Pairing:
    """The pairing of one paragraph's marks, left to right, with a stack of open quotations."""

    def __init__(self, text: str, block: Span, carried: MarkStyle | None) -> None:
        self.text, self.block, self.carried = text, block, carried
        self.open: list[_Open] = []
        self.done: list[Quotation] = []
        self.stray = 0
        words = block.of(text)
        self.head = block.start + len(words) - len(words.lstrip())
        self.single_closers = self._single_closers()

    def _single_closers(self) -> dict[int, int]:
        """Match each single opening mark to its closing one, apostrophes left out.

        A mark after a letter s and before a space may be a possessive ("the workers' union"): it
        closes only if no clearer mark does before the next single quotation opens.
        """
        text, block = self.text, self.block
        pairs: dict[int, int] = {}
        opening: int | None = None
        weak: int | None = None
        for match in _MARK.finditer(text, block.start, block.end):
            mark, at = match.group(), match.start()
            if mark not in "'‘’‚‛‹›" or mark in "‹›":
                continue
            if self._single_opens(mark, at):
                if opening is not None and weak is not None:
                    pairs[opening] = weak
                if opening is None or weak is not None or mark in "‘‚‛":
                    opening, weak = at, None
            elif opening is not None and mark in "'’" and _can_close(text, at, at + 1, block):
                if text[at - 1] in "sS" and text[at + 1 : at + 3].strip()[:1].islower():
                    weak = at if weak is None else weak
                else:
                    pairs[opening] = at
                    opening = weak = None
        if opening is not None and weak is not None:
            pairs[opening] = weak
        return pairs

    def _single_opens(self, mark: str, at: int) -> bool:
        if mark == "’" or not _can_open(self.text, at, at + 1, self.block):
            return False
        return not _APOSTROPHE_WORDS.match(self.text, at + 1)

    def _close_down_to(self, level: int, end: int, mark_length: int) -> None:
        """Close the quotation at one level of the stack; what was left open inside it is dropped."""
        top = self.open[level]
        self.stray += len(self.open) - level - 1
        del self.open[level:]
        self.done.append(
            Quotation(
                span=Span(top.start, end),
                inner=Span(top.end, end - mark_length),
                style=top.style,
                depth=level,
                closed=True,
                continues=top.continues,
            )
        )

    def _closes(self, start: int, end: int) -> bool:
        """Return whether a mark that may open closes what is open: "“It is late,“Roe said" lost a space."""
        is_glued = start - 1 > self.block.start and self.text[start - 1] in _ENDS and end < self.block.end
        lost_space = is_glued and self.text[start - 2].isalnum() and self.text[end].isalpha()
        return lost_space or _can_close(self.text, start, end, self.block)

    def _drop_down_to(self, level: int, end: int) -> None:
        """Drop what is open from a level of the stack on, since a further quotation opens at ``end``.

        The mark was a slip, unless it opens what somebody says and a sentence ends before the next one: then
        the closing mark was forgotten: Roe said: “It is late. “We wait,” he added. Or two paragraphs of a
        quotation, each of which opens with a mark, were glued into one.
        """
        first = self.open[level]
        before = self.text[max(self.block.start, first.start - 2) : first.start].rstrip()[-1:]
        last = self.text[max(first.end, end - 2) : end]
        self.stray += len(self.open) - level
        del self.open[level:]
        if level == 0 and before in _OPENS_SPEECH_AFTER and last.rstrip().endswith(_SENTENCE_ENDS):
            end -= len(last) - len(last.rstrip())
            span, inner = Span(first.start, end), Span(first.end, end)
            self.done.append(Quotation(span, inner, first.style, 0, closed=True, continues=first.continues))

    def _push(self, start: int, end: int, style: MarkStyle) -> None:
        if len(self.open) >= MAX_NESTING:
            self.stray += 1
            return
        carried = self.carried is not None and start == self.head and not self.open
        same = self.carried == style or {self.carried, style} <= DOUBLE_STYLES
        self.open.append(_Open(start, end, style, continues=carried and same))

    def double(self, mark: str, start: int, end: int) -> None:
        """Place a double mark or a guillemet."""
        opens = _can_open(self.text, start, end, self.block)
        level = next(
            (i for i in range(len(self.open) - 1, -1, -1) if _closes_double(self.open[i].style, mark)), None
        )
        if mark in _OPENING:
            style = _OPENING[mark]
            already = next((i for i, o in enumerate(self.open) if o.style == style), None)
            if already is not None and not opens and _can_close(self.text, start, end, self.block):
                self._close_down_to(already, end, end - start)  # “typed so at both ends“
            elif already is not None:
                self._drop_down_to(already, start)
                self._push(start, end, style)
            else:
                self._push(start, end, style)
        elif level is not None and not (mark in _EITHER and opens and not self._closes(start, end)):
            self._close_down_to(level, end, end - start)
        elif opens and level is not None:
            self._drop_down_to(level, start)
            self._push(start, end, self.open_style(mark))
        elif opens:
            self._push(start, end, self.open_style(mark))
        elif not self.text[start - 1 : start].isdigit():
            self.stray += 1  # inches after a number are no slip

    @staticmethod
    def open_style(mark: str) -> MarkStyle:
        """Return the style of a quotation that this mark opens though it mostly closes."""
        return _EITHER.get(mark) or _CLOSING[mark]

    def run(self) -> MarkStyle | None:
        """Pair all marks; return the style of a quotation that is still open at the end."""
        text, block = self.text, self.block
        closers = {close: start for start, close in self.single_closers.items()}
        for match in _MARK.finditer(text, block.start, block.end):
            mark, start, end = match.group(), match.start(), match.end()
            if len(mark) >= _RUN_CHARS:
                self.stray += len(mark)
                continue
            if mark == '"' and _FEET_AND_INCHES.search(text, max(block.start, start - _FEET_CHARS), start):
                continue
            if mark in "'‘’‚‛":
                if self._is_doubled(start, closers):
                    self.double("”", start, start + 2)
                elif start in self.single_closers:
                    self._push(start, end, "single")
                elif start in closers:
                    level = next((i for i, o in enumerate(self.open) if o.start == closers[start]), None)
                    if level is not None:
                        self._close_down_to(level, end, 1)
                elif self._opens_british_paragraph(mark, start):
                    self._push(start, end, "single")
            else:
                self.double(mark, start, end)
        return self._finish()

    def _is_doubled(self, start: int, closers: Mapping[int, int]) -> bool:
        """Return whether two ’ close what a double mark opened: “It is over,’’ he said."""
        return (
            self.text.startswith("’’", start)
            and closers.keys().isdisjoint((start, start + 1))
            and bool(self.open)
            and self.open[-1].style in DOUBLE_STYLES
            and _can_close(self.text, start, start + 2, self.block)
        )

    def _opens_british_paragraph(self, mark: str, at: int) -> bool:
        """Return whether an unpaired ‘ opens a quotation that runs over this whole paragraph."""
        return mark == "‘" and at == self.head and self._single_opens(mark, at)

    def _finish(self) -> MarkStyle | None:
        if not self.open:
            return None
        outermost = self.open[0]
        self.stray += len(self.open) - 1
        end = self.block.end
        self.done.append(
            Quotation(
                span=Span(outermost.start, end),
                inner=Span(outermost.end, end),
                style=outermost.style,
                depth=0,
                closed=False,
                continues=outermost.continues,
            )
        )
        return outermost.style


def pair_marks(text: str, blocks: Sequence[Block]) -> tuple[tuple[Quotation, ...], tuple[str, ...]]:
    """Pair the quotation marks of an article, block by block.

    Typed pairs (“ ” " ‘ ’ ' « » and '' ''); curly and straight double marks close each other.
    Apostrophes and inch marks are not taken for quotation marks. An opening mark without a partner makes
    a quotation to the paragraph's end, which the next paragraph continues if it opens with the same
    kind of mark. A long run of marks quotes nothing. Nothing is raised for odd counts. Linear in the text's
    length. Not handled: nesting deeper than ``MAX_NESTING``, quotations set off by a dash alone.

    Returns:
        The quotations ordered by start, outer before inner; and a warning sentence for stray marks,
        if there are any.
    """
    found: list[Quotation] = []
    carried: MarkStyle | None = None
    unpaired = 0
    for block in blocks:
        pairing = _Pairing(text, block.span, carried if block.role == "body" else None)
        left_open = pairing.run()
        if carried is not None and block.role == "body" and not any(q.continues for q in pairing.done):
            unpaired += 1
        unpaired += pairing.stray
        found += pairing.done
        carried = left_open if block.role == "body" else carried
    unpaired += carried is not None
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    warning = f"{unpaired} quotation mark{'s' * (unpaired != 1)} without a partner"
    return tuple(found), (warning,) if unpaired else ()
