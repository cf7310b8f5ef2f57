"""Measure how many statements of two articles are paired as a reader pairs them.

    python -m benchmarks.comparisons [FOLDER]

Each folder of ``tests/comparisons`` holds an event as two outlets tell it, and the pairs that a reader makes.
Prints for each event, and for all, how many of the wanted pairs are found, of how many both statements were
found at all, how many pairs are false, and how many of the numbers that differ are found. A statement is a
wanted one if it covers half of its characters; a pair is false if it is none of those wanted, and none that a
reader may make as well. Last, how many pairs and numbers are found between articles of different events: each
of them is false.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any, Final

from newscli.analysis.pipeline import COMPARED, analyse
from newscli.analysis.together import compare
from newscli.comparison import Comparison
from newscli.model import Analysis, Span
from newscli.text.load import read

FOLDER: Final = Path(__file__).parent.parent / "tests" / "comparisons"
ARTICLES: Final = ("first.txt", "second.txt")


@dataclass(frozen=True)
class Score:
    """What was found of the pairs of an event.

    Attributes:
        wanted: Pairs that a reader makes.
        read: Of these, those of which both statements were found.
        paired: Of these, those that were paired.
        pairs: Pairs that were made; a group of three statements has two.
        false: Of these, those that no reader makes.
        numbers: Numbers that differ, by a reader.
        differing: Of these, those that were found.
        wrong: Numbers found that do not differ, or are not of the same thing.
    """

    wanted: int = 0
    read: int = 0
    paired: int = 0
    pairs: int = 0
    false: int = 0
    numbers: int = 0
    differing: int = 0
    wrong: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(mine + others for mine, others in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        return (
            f"paired {self.paired} of {self.wanted} wanted, of {self.read} that were read; "
            f"{self.false} false of {self.pairs} pairs; numbers {self.differing} of {self.numbers}, "
            f"{self.wrong} wrong"
        )


def events(folder: Path = FOLDER) -> list[Path]:
    """Return the folders of the events, in order."""
    return sorted(path.parent for path in folder.glob("*/wanted.json"))


def analyses(event: Path) -> list[Analysis]:
    """Return the analyses of an event's two articles."""
    return [analyse(read(str(event / name)), want=COMPARED) for name in ARTICLES]


def wanted_of(event: Path) -> dict[str, Any]:
    """Return what a reader finds: ``paired``, ``may`` and ``numbers``."""
    found: dict[str, Any] = json.loads((event / "wanted.json").read_text(encoding="utf-8"))
    return found


def score(event: Path, told: Sequence[Analysis]) -> Score:
    """Score the comparison of an event's articles."""
    compared, wanted = compare(*told), wanted_of(event)
    first, second = (one.article.text for one in told)
    places = {
        key: [(_place(first, one["first"]), _place(second, one["second"])) for one in wanted[key]]
        for key in ("paired", "may")
    }
    pairs = list(_pairs(compared))
    shown = [[quote.spans for quote in one.quotes if quote.shown] for one in told]
    numbers = [{first.index(one): "a", second.index(other): "b"} for one, other in wanted["numbers"]]
    found = list(_numbers(compared))
    right = [one for one in found if any({*one} == {*pair} for pair in numbers)]
    return Score(
        wanted=len(places["paired"]),
        read=sum(
            all(any(_covers(spans, one) for spans in own) for own, one in zip(shown, place, strict=True))
            for place in places["paired"]
        ),
        paired=sum(any(_is(pair, place) for pair in pairs) for place in places["paired"]),
        pairs=len(pairs),
        false=sum(not any(_is(pair, place) for place in places["paired"] + places["may"]) for pair in pairs),
        numbers=len(numbers),
        differing=len(right),
        wrong=len(found) - len(right),
    )


_Spans = tuple[Span, ...]


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _pairs(compared: Comparison) -> Iterator[tuple[_Spans, _Spans]]:
    for group in compared.shared:
        sides = [[one.quote.spans for one in group.tellings if one.article == at] for at in range(2)]
        yield from product(*sides)


def _numbers(compared: Comparison) -> Iterator[tuple[int, int]]:
    for group in compared.numbers:
        one, other = (figure.span.start for figure in group.figures)
        yield one, other


def _covers(spans: _Spans, place: Span) -> bool:
    shared = sum(max(0, min(one.end, place.end) - max(one.start, place.start)) for one in spans)
    return 2 * shared >= place.end - place.start


def _is(pair: tuple[_Spans, _Spans], place: tuple[Span, Span]) -> bool:
    return all(_covers(spans, one) for spans, one in zip(pair, place, strict=True))


def strangers(told: Sequence[Sequence[Analysis]]) -> tuple[int, int, int]:
    """Return how many articles of different events are compared, and what they are said to share.

    Args:
        told: The analyses of the articles of each event.

    Returns:
        Comparisons, statements in both, numbers that differ.
    """
    found = [compare(*pair) for one, other in combinations(told, 2) for pair in product(one, other)]
    return len(found), sum(len(one.shared) for one in found), sum(len(one.numbers) for one in found)


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folders = events(parser.parse_args().folder)
    told = [analyses(event) for event in folders]
    total = Score()
    for event, pair in zip(folders, told, strict=True):
        own = score(event, pair)
        total += own
        print(f"{event.name}: {own}")
    print(f"all: {total}")
    print(f"recall {total.paired / total.wanted:.1%}, of what was read {total.paired / total.read:.1%}")
    compared, shared, numbers = strangers(told)
    print(f"{compared} comparisons of different events: {shared} statements in both, {numbers} numbers")


if __name__ == "__main__":
    main()
