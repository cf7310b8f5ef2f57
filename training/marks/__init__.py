"""Statements that were marked for newscli, besides those of ``../shared/data/statements``, in the same form.

Of articles that stand in other sets, the files here hold where the statements stand, never their words:
``{"set", "id", "attributions", "best", "entities", "descriptions"}``, the entities being those who speak,
without their mentions. Invented articles are here whole, with their names.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.sets import read_set

_FOLDER: Final = Path(__file__).parent
_TEXTS: Final = {
    "world": "names/world-train.jsonl.gz",
    "wikinews": "salience/wikinews-salience-dev.jsonl.gz",
    "bbc": "summary/bbc-dev.jsonl.gz",
    "cnn": "summary/cnn-dailymail-dev.jsonl.gz",
    "polnear": "attribution/polnear-train.jsonl.gz",
}
# Where the title is no part of the text, and was marked as its headline.
_TITLED: Final = frozenset({"wikinews", "bbc"})


def marked_articles(data: Path, part: str) -> Iterator[dict[str, Any]]:
    """Yield marked articles of other sets as the world set of statements has them.

    Args:
        data: The folder of data sets, where the texts are.
        part: "train" for what the reader learns from; "held" for what it has not seen, by which the weights
            of the speakers and of the summary are fitted.
    """
    marks = {(record["set"], record["id"]): record for record in read_set(_FOLDER / f"{part}.jsonl.gz")}
    for name, file in _TEXTS.items():
        for record in read_set(data / file):
            if one := marks.get((name, record["id"])):
                text = f"{record['title']}\n\n{record['text']}" if name in _TITLED else record["text"]
                yield {**one, "text": text}


def invented_articles() -> Iterator[dict[str, Any]]:
    """Yield invented articles, as ``statements/invented-train.jsonl.gz`` has them."""
    yield from read_set(_FOLDER / "invented.jsonl.gz")
