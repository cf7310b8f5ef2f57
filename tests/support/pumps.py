"""Pump strings: what, said often enough, makes a careless pattern or a nested loop take for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from string import ascii_lowercase


def word(number: int) -> str:
    """Return a word of its own for each number."""
    letters = ""
    while number >= 0:
        letters = ascii_lowercase[number % 26] + letters
        number = number // 26 - 1
    return letters


# Annotations and words that rules look for, repeated without end.
REPEATED = (
    "a", "a.", '"', "“", "”", "'", "(", "[", "<", "<!--", "&#", "-", "\n", "\u00a0", "e\u0301", "said said ",
    "Mr. ", '"a" said B. ',
)  # fmt: skip
# News that never ends: every name, speaker and cue is a further candidate for what comes after it.
TOLD: dict[str, Callable[[int], str]] = {
    "He said.": lambda number: "He said. ",
    "open quotes": lambda number: "“a ",
    "paragraphs that open a quote": lambda number: f"“{word(number)}\n\n",
    "new speakers": lambda number: f"“The {word(number)} is late,” said {word(number).title()}a Roe.\n\n",
    "one surname": lambda number: f"{word(number).title()}a Roe said it. He left. ",
    "acronyms": lambda number: (
        f"The {word(number).title()}a National Board ({word(number).upper()}NB) said it. "
    ),
    "credits": lambda _: "Image: Ana Orel/AP\n\n",
    "Markdown": lambda number: f"# {word(number)}\n\n*a [{word(number)}](b) `c` **d",
}


def pump(unit: str, size: int) -> str:
    """Return the unit again and again, as many bytes of UTF-8 as ``size`` and at most one unit more."""
    return unit * (size // len(unit.encode()) + 1)


def tale(sentence: Callable[[int], str], size: int) -> str:
    """Return one sentence for each number, as many bytes as ``size`` and at most one sentence more."""
    told: list[str] = []
    length = 0
    for number in count():
        if length >= size:
            break
        told.append(sentence(number))
        length += len(told[-1].encode())
    return "".join(told)


def every(size: int) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every pump, about as many bytes as ``size``."""
    for unit in REPEATED:
        yield repr(unit), pump(unit, size)
    for name, sentence in TOLD.items():
        yield name, tale(sentence, size)
