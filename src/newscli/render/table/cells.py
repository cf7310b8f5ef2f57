"""The parts of tables: palette, a page's width, grids, bars, and the gate for an article's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newscli.model import Analysis, Article
from newscli.render import Looks, View, wording
from newscli.render.sanitize import fold_space, safe

Block = Text | Table | Group

# The palette: attributes and names of the eight ANSI colours, so that it follows the user's theme.
TITLE: Final = "bold cyan"
STRONG: Final = "bold"
QUIET: Final = "dim"
BAR: Final = "cyan"
SPEAKERS: Final = ("green", "magenta", "blue", "cyan", "red")  # in turn, to those who are quoted again
MIN_WIDTH: Final = 20
MAX_WIDTH: Final = 120  # longer lines are hard to read, whatever the terminal can show
MAX_SCREEN: Final = 160  # of two columns, which have shorter lines
STACK_BELOW: Final = 60  # here columns would leave four or five words a line
BAR_WIDTH: Final = 8
# Columns are a width and the space behind it.
INDENT: Final = (1, 1)  # for a mark, or for none
NESTED: Final = "↳ "  # before what stands inside the row above
GAP: Final = 2  # enough to part words in columns; one cell is as wide as the space between words


@dataclass(frozen=True, slots=True)
class Page:
    """An analysis and how it is to be drawn."""

    analysis: Analysis
    looks: Looks

    @property
    def article(self) -> Article:
        """The article that was analysed."""
        return self.analysis.article

    @property
    def width(self) -> int:
        """The width of its tables in cells, within ``MIN_WIDTH`` and ``MAX_WIDTH``."""
        return max(MIN_WIDTH, min(self.looks.width, MAX_WIDTH))

    @property
    def screen(self) -> int:
        """The width of what stands in two columns."""
        return max(self.width, min(self.looks.width, MAX_SCREEN))

    def narrowed(self, width: int) -> Page:
        """Return a page of another width."""
        return replace(self, looks=replace(self.looks, width=width))

    @property
    def stacked(self) -> bool:
        """Whether it is too narrow for columns."""
        return self.width < STACK_BELOW


def fit(words: str, cells: int, *, from_end: bool) -> Text:
    """Return the first words, or the last ones, that fit into so many cells; of one long word, a part.

    Takes time proportional to the length of the words, times its logarithm.
    """
    whole = safe_text(words).plain
    if cell_len(whole) <= max(0, cells):
        return safe_text(whole)
    spaces = [at for at, char in enumerate(whole) if char == " "]
    if from_end:
        after = [at + 1 for at in reversed(spaces)]
        cuts = [*range(len(whole), after[0] if after else 0, -1), *after]
        return safe_text(whole[_last_that_fits(cuts, cells, lambda at: whole[at:]) :])
    cuts = [*range(spaces[0] if spaces else len(whole)), *spaces]
    return safe_text(whole[: _last_that_fits(cuts, cells, lambda at: whole[:at])])


def _last_that_fits(cuts: Sequence[int], cells: int, part: Callable[[int], str]) -> int:
    """Return the last of the places to cut, of which each leaves more than the one before it, that fits."""
    return cuts[bisect_right(cuts, max(0, cells), key=lambda at: cell_len(part(at))) - 1]


def cut(text: Text, cells: int) -> Text:
    """Return the text, or its first whole words and an ellipsis if it is longer than so many cells."""
    if text.cell_len <= cells:
        return text
    return safe_text(f"{fit(text.plain, cells - 1, from_end=False).plain}…", str(text.style))


def in_columns(
    columns: Sequence[tuple[int, int]], rows: Iterable[Sequence[Block]], right: Collection[int] = ()
) -> Table:
    """Return cells in columns of fixed widths, each with its space behind it; ``right`` align so."""
    grid = Table.grid()
    for number, (width, space) in enumerate(columns):
        grid.add_column(width=width + space, justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        grid.add_row(
            *(Padding(cell, (0, space, 0, 0)) for cell, (_, space) in zip(row, columns, strict=True))
        )
    return grid


def left(width: int, *columns: tuple[int, int]) -> int:
    """Return how much of a width the columns leave."""
    return width - sum(map(sum, columns))


def fitting(cells: Sequence[Text], wide: int) -> int:
    """Return the width of a column: ``wide`` at most, but a third more for a long word's sake."""
    longest_word = max(cell_len(word) for cell in cells for word in cell.plain.split(" "))
    return min(max(cell.cell_len for cell in cells), max(wide, min(longest_word, wide * 4 // 3)))


def item(page: Page, words: Text, mark: Text | None = None) -> Table:
    """Return words that hang behind a mark of one cell."""
    return in_columns([INDENT, (left(page.width, INDENT), 0)], [[mark or Text(), words]])


def bar(share: float) -> Text:
    """Return a bar for a share from 0 to 1, in half cells and never empty."""
    halves = max(1, round(share * BAR_WIDTH * 2))
    return Text("━" * (halves // 2) + "╸" * (halves % 2), BAR)


def number_cell(number: int) -> Text:
    """Return a count as a quiet cell."""
    return Text(str(number), QUIET)


def title_cell(words: str) -> Text:
    """Return the title of a part, in capitals."""
    return Text(words.upper(), TITLE)


def nothing(view: View) -> Text:
    """Return what a view says if it has no records."""
    return Text(wording.NOTHING[view], QUIET)


def safe_text(words: str, style: str = "") -> Text:
    """Return words of an article as Rich may show them: on one line, and nothing in them obeyed."""
    # Isolates go too, for a pair that a line break parts would turn around what stands beside it.
    return Text(safe(fold_space(words), isolates=False), style, overflow="fold")


def safe_lines(words: str) -> Text:
    """Return words of an article as ``safe_text`` does, but on as many lines as they have."""
    return Text("\n").join(safe_text(line) for line in words.split("\n"))
