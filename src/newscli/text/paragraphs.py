"""Lines to paragraphs: blank lines, one paragraph a line, hard wrapping, first-line indents."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newscli.english.newspaper import LEANING
from newscli.english.punctuation import CLOSING_MARKS
from newscli.limits import MAX_LINES
from newscli.model import Span
from newscli.text.markdown import NO_MARKUP, Markup

_LINE_END: Final = re.compile("\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# White space, and what looks like it: text copied from web pages has lines of zero-width characters.
_SPACE: Final = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)
_RULE: Final = "*_-=~#·•—– "  # a line of only these divides sections or underlines a headline
_BULLETS: Final = "•◦▪▸‣·*-–"
_CLOSING: Final = CLOSING_MARKS + ")]"

# Terminals and mail wrap at 60 to 80 columns, columns of newsprint at 35, wide editors at 120.
_MIN_WIDTH: Final = 32
_MAX_WIDTH: Final = 132
# Fewer line ends inside paragraphs show no column.
_MIN_BREAKS: Final = 3
# The column is the width that so many percent of the lines keep to: an address may be longer than the page.
_PERCENT_WITHIN: Final = 95
# Of the line ends, at least one in so many must be forced by the column; the rest end a paragraph.
_ENDS_FOR_A_FULL_LINE: Final = 2
_TAIL_CHARS: Final = 20  # that hold the last word of a line


class _Line(NamedTuple):
    """A line that is not blank: its text without surrounding space, and what stands before it."""

    start: int
    end: int
    indent: int
    apart: bool

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def paragraphs(text: str, markup: Markup = NO_MARKUP) -> Iterator[Span]:
    """Find the paragraphs of a text, each without surrounding space and list marks.

    A blank line, a rule, or U+2029 ends a paragraph. Other line ends do so too, but not if the lines
    are hard-wrapped: there a line is full, which means that the next one's first word had no room on it.
    Lines of only rule characters are in no paragraph; all other letters, digits and signs are in one.
    Linear in ``len(text)``, but for sorting the lengths of its lines.

    Args:
        text: Any string.
        markup: What the markup said, if there was any: then a single line end ends no paragraph, but the
            lines at its starts begin one and its headings are one each.

    Yields:
        Spans in text order, not empty, without overlaps.
    """
    soft = markup is not NO_MARKUP
    starts, ends = frozenset(markup.starts), frozenset(heading.end for heading in markup.headings)
    lines = list(_lines(text))
    width = None if soft else _wrap_width(text, lines)
    first = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        near = following and not following.apart and following.start not in starts and line.end not in ends
        if following and near and (soft or _runs_on(text, line, following, width)):
            continue
        yield Span(_after_bullet(text, lines[first]), line.end)
        first = index + 1


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that are neither blank nor rules."""
    begin, apart, count = 0, True, 0
    while begin < len(text):
        ending = _LINE_END.search(text, begin) if count < MAX_LINES else None
        end, after = ending.span() if ending else (len(text), len(text))
        raw = text[begin:end]
        body = raw.lstrip(_SPACE)
        indent = len(raw) - len(body)
        body = body.rstrip(_SPACE)
        if not body or (len(body) > 1 and not body.strip(_RULE)):
            apart = True
        else:
            yield _Line(begin + indent, begin + indent + len(body), indent, apart)
            count += 1
            apart = bool(ending) and text[end] == "\u2029"
        begin = after


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """Return the column at which a text is hard-wrapped, or None if its line ends mean something."""
    pairs = [(line, following) for line, following in itertools.pairwise(lines) if not following.apart]
    if len(pairs) < _MIN_BREAKS:
        return None
    widths = sorted(line.width for line, _ in pairs)
    width = widths[len(widths) * _PERCENT_WITHIN // 100]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    full = sum(_is_full(text, line, following, width) for line, following in pairs)
    return width if full * _ENDS_FOR_A_FULL_LINE >= len(pairs) else None


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Return whether the first word of the next line had no room on this one."""
    space = text.find(" ", following.start, following.end)
    word = (space if space >= 0 else following.end) - following.start
    return line.width + 1 + word > width


def _begins(text: str, line: _Line, following: _Line) -> bool:
    """Return whether the next line shows by its bullet or its indent that a paragraph begins."""
    if _after_bullet(text, following) > following.start:
        return True
    return following.indent > line.indent and _after_bullet(text, line) == line.start


def _runs_on(text: str, line: _Line, following: _Line, width: int | None) -> bool:
    """Return whether a sentence runs over the line end."""
    if _begins(text, line, following):
        return False
    if width is not None and _is_full(text, line, following, width):
        return True
    if line.width > _MAX_WIDTH:
        return False
    tail = text[max(line.start, line.end - _TAIL_CHARS) : line.end].rstrip(_CLOSING)
    if tail[-1:] in {".", "!", "?", ":"}:
        return False
    leans = tail[-1:] in {",", ";"} or tail.rpartition(" ")[2].lower() in LEANING
    return leans or text[following.start].islower()


def _after_bullet(text: str, line: _Line) -> int:
    """Return the offset of a line's text, after its list mark if it has one."""
    start = line.start
    if start + 1 < line.end and text[start] in _BULLETS and text[start + 1] in " \t\xa0":
        rest = text[start + 1 : line.end]
        return line.end - len(rest.lstrip(_SPACE))
    return start
