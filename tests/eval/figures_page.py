"""Write ``docs/figures.md``: how right newscli is, and how it is tested.

    python -m tests.eval.figures_page

How right it is comes from ``floors.json``, so that the page changes with the floors and with nothing else.
What takes too long to be measured with every change (load, hostile text, other systems) comes from
``last_measured.json``, each figure with the command that measures it and the commit that wrote it down.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict, cast

from tests.eval.floors import load

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "figures.md"
MEASURED: Final = Path(__file__).with_name("last_measured.json")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of accuracy.

    Attributes:
        what: What is measured; slashes part it as they part the figures.
        on: The set, in words.
        floors: The names of the figures in ``floors.json``.
    """

    what: str
    on: str
    floors: tuple[str, ...]


class Measured(TypedDict):
    """A figure without a floor, as ``last_measured.json`` holds it; ``commit`` wrote it down."""

    what: str
    figures: str
    command: str
    commit: str


def _row(what: str, on: str, name: str, *figures: str) -> Row:
    """Return a row whose figures all belong to one set."""
    return Row(what, on, tuple(f"{name} {figure}" for figure in figures))


_POLNEAR: Final = "84 news articles, every attribution marked by hand"
_WORLD: Final = "30 articles of world news, statements marked by a reader"
_INVENTED: Final = "41 invented articles of many kinds, likewise"
_STATEMENTS: Final = "statements: found / with the right speaker"
_LIST: Final = "the list as shown, statements of speech with the right speaker: precision / F1"
_PARTS: Final = (
    "of those found, %: cue whole / speech or thought / status / status but said / nested found / in which"
)
_OF_PARTS: Final = ("cue whole", "act", "status", "status other than said", "nested found", "within")
_NOT: Final = "quotes that are no statement at all / meanings that are turned, %, each taken from 100"
_OF_NOT: Final = ("not spurious", "not turned")
_DESCRIBED: Final = "speakers with the words that say who they are, %"
_ROUGE: Final = ("rouge1 F1", "rouge2 F1", "rougeLsum F1")
_THREE: Final = "summary of three sentences, ROUGE-1 / 2 / Lsum"
_SIXTY: Final = "summary of 60 words, ROUGE-1 / 2 / Lsum"
_COUNTS: Final = ("mention F1", "b-cubed F1", "right count", "top-5")
_ENTITIES: Final = "entities: mentions / merging (B-cubed) / all mentions right, % / the five most named, %"

ROWS: Final = (
    _row(_STATEMENTS, _WORLD, "world-dev", "found F1", "who F1"),
    _row(_LIST, "the same", "world-dev", "list P", "list F1"),
    _row(_PARTS, "the same", "world-dev", *_OF_PARTS),
    _row(_NOT, "the same", "world-dev", *_OF_NOT),
    _row(_DESCRIBED, "the same", "world-dev", "description"),
    _row(_STATEMENTS, _INVENTED, "invented-dev", "found F1", "who F1"),
    _row(_LIST, "the same", "invented-dev", "list P", "list F1"),
    _row(_PARTS, "the same", "invented-dev", *_OF_PARTS),
    _row(_NOT, "the same", "invented-dev", *_OF_NOT),
    _row(_DESCRIBED, "the same", "invented-dev", "description"),
    _row(
        "its names, exact / entities with exactly their mentions, %",
        "the same",
        "invented-dev",
        "names F1",
        "counts",
    ),
    _row(
        "names, exact: person, organisation, place / each of them",
        "100 articles of world news",
        "names/world-dev",
        *(f"{part} F1" for part in ("3-class", "PER", "ORG", "LOC")),
    ),
    _row(
        "the reader alone, by the corpus's rules: half of a content / exact / with its source",
        _POLNEAR,
        "polnear-dev/reader",
        "soft F1",
        "strict F1",
        "who F1",
    ),
    _row(
        "speaker right, of the quotes found: all / named / pronoun / description / without a name, %",
        "the same, who each source is told by a reader",
        "polnear-dev/who",
        "all",
        "name",
        "pronoun",
        "description",
        "no name",
    ),
    _row("quotes by a reader's rules: content and source right", _POLNEAR, "polnear-dev", "who F1"),
    _row(
        "direct / mixed / indirect quotes found with their source, %",
        "the same",
        "polnear-dev",
        *(f"{kind} who R" for kind in ("direct", "mixed", "indirect")),
    ),
    _row(
        "quotes: words of contents / half of the content right / the content right to the word",
        "the same",
        "polnear-dev",
        "token F1",
        "soft F1",
        "strict F1",
    ),
    _row(
        "`confidence` of quotes: 100 less the expected calibration error, as shipped / in five folds",
        "3,383 quotes that readers judged",
        "confidence",
        "shipped",
        "in folds",
    ),
    _row(
        "speaker right: all / named / “he”, “she”, “they”, %",
        "56 documents, 215 reports",
        "gum-speakers",
        "all accuracy",
        "name accuracy",
        "third accuracy",
    ),
    _row("reports found, %", "the same", "gum-speakers", "cue"),
    _row(_ENTITIES, "200 documents of GUM, all genres", "gum-entities", *(f"all {part}" for part in _COUNTS)),
    _row("the same", "its 15 news articles", "gum-entities", *(f"news {part}" for part in _COUNTS)),
    _row("the same", "its development documents", "gum-entities", *(f"dev {part}" for part in _COUNTS)),
    _row(
        "names, exact: with other names / person, organisation, place",
        "CoNLL-2003, development set",
        "conll2003-dev",
        "all F1",
        "3-class F1",
    ),
    Row(
        "names, exact: person, organisation, place",
        "English Web Treebank, development / test set",
        ("uner-ewt-dev 3-class F1", "uner-ewt-test 3-class F1"),
    ),
    _row(
        "order of entities by salience, nDCG@5: all / rated ones alone",
        "184 Wikinews articles rated by readers",
        "wikinews-salience-dev",
        "nDCG@5",
        "nDCG@5 of rated",
    ),
    _row("keywords that readers found salient, of five, %", "the same", "wikinews-salience-dev", "keywords"),
    _row(_THREE, "500 CNN articles", "cnn-dailymail-dev", *_ROUGE),
    _row(_THREE, "1,032 BBC articles", "bbc-dev", *_ROUGE),
    _row(_SIXTY, "the CNN articles", "cnn-dailymail-dev-60-words", *_ROUGE),
    _row(_SIXTY, "the BBC articles", "bbc-dev-60-words", *_ROUGE),
    _row(
        "summary of one sentence, ROUGE-1 / 2 / Lsum",
        "207 documents of GUM, summarised by people",
        "gum-human-dev",
        *_ROUGE,
    ),
    _row(
        "web pages: wanted text kept / unwanted text left out, %",
        "20 saved news pages",
        "html-pages",
        "must contain",
        "must not contain",
    ),
    Row(
        "sentence boundaries",
        "GUM, development set / Wall Street Journal",
        ("sentences GUM dev F1", "sentences WSJ F1"),
    ),
    _row(
        "checks of one article, written by hand: musts / wishes, %",
        "an agency's news",
        "seed",
        "musts",
        "wishes",
    ),
)

_HEAD: Final = """\
# Figures

This page is written by `python -m tests.eval.figures_page`; do not edit it by hand.

## How right it is

F1 in percent unless the row says otherwise, measured on development sets.
The rules and thresholds were chosen while looking at these sets.
The few weights of the summary were fitted on CNN and BBC, the confidence on the statements: expect a little
less on your own articles.
Each figure is a floor: a change after which newscli scores less does not pass the tests.
"""

_BESIDE: Final = """\

Beside them, for comparison:
"""

_SETS: Final = """\

The sets are not in the repository.
`python -m pytest tests/eval` measures all figures again if they lie in `../shared/data`.
`newscli info` lists what each model file was trained on and how it scores on its own.

No method of summary wins everywhere if its length is given in words.
At 120 words the first sentences are 0.5 points better on CNN, and TextRank on BBC; at 60 words by 0.1.
If sentences may be cut off at the limit, TextRank gains three points on BBC; newscli cuts none.

## How it is tested

The test command of [CONTRIBUTING.md](../CONTRIBUTING.md) runs everything that takes seconds.
What takes longer, or only measures, has a command of its own.
These figures have no floor, and come from `tests/eval/last_measured.json`.
Whoever runs a command again writes them down there; the commit is the one that did.
"""


def page() -> str:
    """Return the page as the floors and the last measured figures give it."""
    floors = load()["floors"]
    measured = cast("Mapping[str, list[Measured]]", json.loads(MEASURED.read_text(encoding="utf-8")))
    return "".join(
        (
            _HEAD,
            *_table(("what", "on", "newscli"), (_accuracy(row, floors) for row in ROWS)),
            _BESIDE,
            *_without_floor(measured["beside"]),
            _SETS,
            *_without_floor(measured["tests"]),
        )
    )


def _accuracy(row: Row, floors: Mapping[str, float]) -> tuple[str, ...]:
    return row.what, row.on, " / ".join(f"{floors[name]:.1f}" for name in row.floors)


def _without_floor(rows: Iterable[Measured]) -> Iterator[str]:
    cells = ((row["what"], row["figures"], f"`{row['command']}`", f"`{row['commit']}`") for row in rows)
    return _table(("what", "last figures", "command", "at commit"), cells)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield a Markdown table, a blank line before it."""
    yield f"\n| {' | '.join(headings)} |\n|{'---|' * len(headings)}\n"
    for cells in rows:
        yield f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} is written from {len(load()['floors'])} floors\n")


if __name__ == "__main__":
    main()
