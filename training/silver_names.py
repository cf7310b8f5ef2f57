"""Write the names that newscli itself finds in sets that tell none, or not all of them.

    python -m training.silver_names ../shared/data silver.jsonl.gz

PolNeAR, mixed-train and most marked articles tell no names, GUM's entities and GAP only those that matter to
them. Without any, every name that their articles repeat would be read a thousand times and never taught.
newscli's entities are agreed over a whole article, which one reading of a window is not.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.sets import read_set
from newscli.analysis.pipeline import analyse
from newscli.text.load import parse
from training.marks import marked_articles
from training.reader.names import NAMELESS, NAMELESS_MARKS


def silver(record: dict[str, Any]) -> dict[str, Any]:
    """Return an article's id and its names as newscli reads them."""
    entities = analyse(parse(record["text"]), ["entities"]).entities
    names = sorted([span.start, span.end, entity.label] for entity in entities for span in entity.mentions)
    return {"id": record["id"], "names": names}


def _nameless(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles whose names nobody marked."""
    for file in NAMELESS:
        yield from read_set(data / file)
    yield from (record for record in marked_articles(data, "train") if record["set"] in NAMELESS_MARKS)


def main() -> None:
    """Read each article and write a line for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("target", type=Path)
    args = parser.parse_args()
    with gzip.open(args.target, "wt", encoding="utf-8") as lines:
        for record in _nameless(args.data):
            lines.write(json.dumps(silver(record)) + "\n")


if __name__ == "__main__":
    main()
