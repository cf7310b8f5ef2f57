"""Markdown: which characters of a text are markup, and what they say about its layout.

Not a parser of Markdown but a reader of articles written in it: headings, emphasis, links, images, quotes,
lists, fences and front matter of CommonMark 0.31 and of the site generators. Nothing moves: markup becomes
spaces, so offsets into the prose are offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from newscli.model import Span

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|$)")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(?=[^\s#])")
_HEADING_END: Final = re.compile(r"[ \t]#+[ \t]*$")
_UNDERLINE: Final = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*$")
# Three hyphens are a rule or begin front matter as well.
_MIN_UNDERLINE: Final = 4
_FENCE: Final = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]*$")
_QUOTE: Final = re.compile(r" {0,3}>[> ]*")
_BULLET: Final = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_NUMBERED: Final = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+\S")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\[\]\r\n]{1,200}\]:[ \t]*\S.*")
_RULE: Final = re.compile(r"[ \t]*[-*_][-*_ \t]+$")

# Targets without space, with one pair of brackets inside at most, and a title after them.
_TARGET: Final = r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:[ \t]+\"[^\"()\r\n]{0,300}\")?\)"
_IMAGE: Final = re.compile(r"!\[[^\[\]\r\n]{0,500}\]" + _TARGET)
_LINK: Final = re.compile(r"\[([^\[\]]{1,500})\](?:" + _TARGET + r"|\[[^\[\]\r\n]{0,200}\])")
_AUTOLINK: Final = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_CODE: Final = re.compile(r"(?<!`)`{1,2}([^`\r\n]{1,500})`{1,2}(?!`)")
_DELIMITER: Final = re.compile(r"\*{1,3}|_{1,3}")
_ESCAPE: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_BLANK_LINE: Final = re.compile(r"(?:\r\n|[\r\n])[ \t]*(?:\r\n|[\r\n])")

_WEB_LINK: Final = re.compile(r"\]\((?:https?://|/|#|mailto:)")
_STRONG: Final = re.compile(r"(?<![\w*])\*\*[^\s*][^*\r\n]{0,300}\*\*(?![\w*])")
_EMPHASIS: Final = re.compile(r"(?<![\w*_@/])([*_])[^\s*_][^*_\r\n]{0,300}\1(?![\w*_])")
_FRONT_MATTER: Final = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|[\r\n])")
_FRONT_TITLE: Final = re.compile(
    r"^(?:title|headline)[ \t]?[:=][ \t]*([^\r\n]{3,300})", re.IGNORECASE | re.MULTILINE
)
_FRONT_AUTHOR: Final = re.compile(
    r"^(?:authors?|byline|by)[ \t]?[:=][ \t]*(?:\r?\n[ \t]*-[ \t]+)?([^\r\n]{3,300})",
    re.IGNORECASE | re.MULTILINE,
)
_FRONT_DATE: Final = re.compile(
    r"^(?:date|published|pubdate|publish_date|date_published)[ \t]?[:=][ \t]*([^\r\n]{6,60})",
    re.IGNORECASE | re.MULTILINE,
)
_FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]{1,40}\](?!:)")


class Markup(NamedTuple):
    """What the markup of a text says about its layout.

    Attributes:
        headings: The spans of headings without their marks, in text order.
        starts: Offsets of headings and list items: a paragraph begins there.
        bylines: Offsets at which the authors stand that the front matter names.
        date: What the front matter says of the day.
    """

    headings: tuple[Span, ...] = ()
    starts: tuple[int, ...] = ()
    bylines: tuple[int, ...] = ()
    date: str = ""

    def moved(self, to: Callable[[int], int]) -> Markup:
        """Return the same of a text in which each offset is another one."""
        return Markup(
            tuple(Span(to(heading.start), to(heading.end)) for heading in self.headings),
            tuple(map(to, self.starts)),
            tuple(map(to, self.bylines)),
            self.date,
        )


NO_MARKUP: Final = Markup()
_AROUND_VALUES: Final = " \t\"'[]"


def read_markdown(text: str) -> tuple[str, Markup]:
    """Blank the markup of a Markdown text.

    Recognised by content alone. One sign suffices if plain text never has it: front matter, a link with
    its target, strong emphasis, a heading on the first line. Two are needed if it may: headings, emphasis.

    Returns:
        The prose, as long as the text, with spaces for markup, and what the markup said. For any other
        text the same object and ``NO_MARKUP``. Linear in ``len(text)``.
    """
    if not _is_markdown(text):
        return text, NO_MARKUP
    return _Blanker(text).run()


def _is_markdown(text: str) -> bool:
    """Return whether a text has the signs of Markdown."""
    if not any(sign in text for sign in ("#", "**", "](", "---", "===", "+++", "_", "*")):
        return False
    if _front_matter(text) or _WEB_LINK.search(text) or _STRONG.search(text):
        return True
    first = text.lstrip()
    headings = sum(bool(_HEADING.match(line)) for line in first.splitlines() if line.lstrip().startswith("#"))
    if headings > 1 or (headings and _HEADING.match(first)):
        return True
    lines = first[:2000].splitlines()[:2]
    if len(lines) > 1 and len(lines[1]) >= _MIN_UNDERLINE and _UNDERLINE.match(lines[1]):
        return True
    emphasis = _EMPHASIS.finditer(text)
    return next(emphasis, None) is not None and next(emphasis, None) is not None


def _front_matter(text: str) -> int:
    """Return the end of the front matter, 0 if there is none."""
    opening = _FRONT_MATTER.match(text)
    if not opening:
        return 0
    closing = re.compile(r"^" + re.escape(opening[1]) + r"[ \t]*$", re.MULTILINE).search(text, opening.end())
    if not closing or not re.search(r"^\w+\s?[:=]", text[opening.end() : closing.start()], re.MULTILINE):
        return 0
    return closing.end()


class _Blanker:
    """One text on its way to prose: its characters, and the headings and starts found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.chars = list(text)
        self.titled = False
        self.headings: list[Span] = []
        self.starts: list[int] = []
        self.bylines: list[int] = []
        self.date = ""

    def run(self) -> tuple[str, Markup]:
        """Blank blocks first, then what is inside the lines."""
        front = _front_matter(self.text)
        self._lines(front)
        self._front(front)
        for pattern in (_IMAGE, _FOOTNOTE):
            for match in pattern.finditer(self.text, front):
                self._blank(*match.span())
        for pattern in (_LINK, _AUTOLINK, _CODE):
            self._unwrap(pattern, front)
        self._emphasis(front)
        for escape in _ESCAPE.finditer(self.text, front):
            self._blank(*escape.span())
        markup = Markup(tuple(self.headings), tuple(self.starts), tuple(self.bylines), self.date)
        return "".join(self.chars), markup

    def _blank(self, start: int, end: int) -> None:
        """Put spaces for all characters of a stretch but its line ends."""
        self.chars[start:end] = (char if char in "\r\n" else " " for char in self.text[start:end])

    def _unwrap(self, pattern: re.Pattern[str], front: int) -> None:
        """Blank what is round the words of a pattern, its first group."""
        for match in pattern.finditer(self.text, front):
            self._blank(match.start(), match.start(1))
            self._blank(match.end(1), match.end())

    def _front(self, end: int) -> None:
        """Blank the front matter, all but its authors and a title that no heading repeats."""
        self._blank(0, end)
        title = _FRONT_TITLE.search(self.text, 0, end)
        if title and not self.titled:
            self.headings.insert(0, self._kept(title))
        author = _FRONT_AUTHOR.search(self.text, 0, end)
        if author and any(map(str.isupper, author[1])):  # "jane-doe" is what a site calls her, no name
            self.bylines.append(self._kept(author).start)
        date = _FRONT_DATE.search(self.text, 0, end)
        self.date = date[1].strip(_AROUND_VALUES) if date else ""
        if end:
            rest = self.text[end:]
            self.starts.append(end + len(rest) - len(rest.lstrip()))

    def _kept(self, match: re.Match[str]) -> Span:
        """Put back the value of a field of the front matter; a paragraph begins with it."""
        words = match[1].strip(_AROUND_VALUES)
        start = match.start(1) + match[1].index(words)
        self.chars[start : start + len(words)] = words
        self.starts.append(start)
        return Span(start, start + len(words))

    def _lines(self, front: int) -> None:
        """Blank the marks that begin or fill a line."""
        before: Span | None = None  # the line above, if it may be underlined into a heading
        for match in _LINE.finditer(self.text, front):
            start = match.start()
            line = match[0].rstrip("\r\n")
            stop = start + len(line)
            heading = _HEADING.match(line)
            if heading:
                closing = _HEADING_END.search(line, heading.end())
                content = Span(
                    start + heading.end(), start + closing.start() if closing else start + len(line.rstrip())
                )
                self._heading(content, Span(start, stop), top=len(heading[1]) == 1)
            elif before and _UNDERLINE.match(line):
                self._heading(before, Span(start, stop), top="=" in line)
            elif _FENCE.match(line) or _DEFINITION.match(line) or _RULE.match(line):
                self._blank(start, stop)
            else:
                self._opening(line, start)
            plain = (
                bool(line.strip())
                and not heading
                and not line.startswith((" ", "\t", ">", "-", "*", "+", "#"))
            )
            before = Span(start, start + len(line.rstrip())) if plain and before is None else None

    def _heading(self, content: Span, marks: Span, *, top: bool) -> None:
        """Note a heading, and blank the marks on its line or below it."""
        self.titled |= top
        self.headings.append(content)
        self.starts.append(content.start)
        self._blank(marks.start, min(marks.end, content.start) if content.start > marks.start else marks.end)
        if content.end < marks.end:
            self._blank(max(content.end, marks.start), marks.end)

    def _opening(self, line: str, start: int) -> None:
        """Blank quote marks and a bullet at the start of a line."""
        quote = _QUOTE.match(line)
        at = quote.end() if quote else 0
        bullet = _BULLET.match(line, at)
        if bullet or _NUMBERED.match(line, at):
            content = bullet.end() if bullet else at
            self.starts.append(start + content + len(line[content:]) - len(line[content:].lstrip()))
            at = content
        self._blank(start, start + at)

    def _emphasis(self, front: int) -> None:
        """Blank pairs of emphasis marks that hug their words, within one paragraph."""
        opened: dict[str, int] = {}
        ends = _positions(_BLANK_LINE, self.text, front)
        boundary = next(ends, len(self.text))
        for match in _DELIMITER.finditer(self.text, front):
            while match.start() > boundary:
                opened.clear()
                boundary = next(ends, len(self.text))
            if self.chars[match.start()] == " ":
                continue
            mark, (start, end) = match[0], match.span()
            before, after = self.text[start - 1 : start] or " ", self.text[end : end + 1] or " "
            if mark in opened and not before.isspace() and not after.isalnum():
                at = opened.pop(mark)
                self._blank(at, at + len(mark))
                self._blank(start, end)
            elif not after.isspace() and not before.isalnum() and before not in "\\@/":
                opened[mark] = start


def _positions(pattern: re.Pattern[str], text: str, start: int) -> Iterator[int]:
    """Yield the offsets at which a pattern begins in a text."""
    return (match.start() for match in pattern.finditer(text, start))
