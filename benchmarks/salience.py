"""Score the order of entities against what readers found an article to be about.

    python -m benchmarks.salience [../shared/data] [--top N]

The Wikinews articles of the salience set have their linked entities rated from 0 to 3 by readers. An entity
is found where one of its names equals a surface form of a rated one, without regard to case. Prints for
several rankings the mean nDCG of the first N in percent, against the best order of all rated entities:
first with entities that nobody rated as 0, then with them left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

from benchmarks.sets import read_set
from newscli.analysis.pipeline import analyse
from newscli.model import Entity
from newscli.text.load import parse

Key = Callable[[Entity], Any]

RANKINGS: dict[str, Key] = {
    "salience": lambda entity: (-entity.salience, entity.mentions[0]),
    "count": lambda entity: (-entity.count, entity.mentions[0]),
    "first mention": lambda entity: entity.mentions[0],
}


@dataclass(frozen=True)
class Rated:
    """An entity that readers rated: its lower-cased surface forms, and their mean rating."""

    forms: frozenset[str]
    score: float


@dataclass(frozen=True)
class Story:
    """An article's entities as newscli finds them, and those that readers rated."""

    entities: Sequence[Entity]
    rated: Sequence[Rated]


def load(path: Path) -> list[Story]:
    """Read the articles, their titles as headlines; rated entities without a surface form are left out."""
    return [
        Story(
            analyse(parse(f"{row['title']}\n\n{row['text']}"), {"entities"}).entities,
            [Rated(frozenset(e["spots"]), e["score"] or 0) for e in row["entities"] if e["spots"]],
        )
        for row in read_set(path)
    ]


def ratings(ranked: Sequence[Entity], rated: Sequence[Rated]) -> list[float | None]:
    """Return the ratings of entities in their order; None where nobody rated one, or it came before."""
    left = list(rated)
    found: list[float | None] = []
    for entity in ranked:
        names = {form for name in (entity.name, *entity.aliases) for form in _forms(name)}
        best = max(left, key=lambda one: len(one.forms & names), default=None)
        if best is None or not best.forms & names:
            found.append(None)
            continue
        left.remove(best)
        found.append(best.score)
    return found


def _forms(name: str) -> tuple[str, str]:
    return name.lower(), f"the {name.lower()}"


def gain(scores: Sequence[float], top: int) -> float:
    """Return the discounted cumulative gain of the first scores."""
    return sum(score / log2(place + 2) for place, score in enumerate(scores[:top]))


def ndcg(stories: Sequence[Story], key: Key, top: int) -> tuple[float, float]:
    """Return the mean nDCG of a ranking in percent, unrated entities as 0 and left out."""
    as_zero, left_out = [], []
    for story in stories:
        best = gain(sorted((one.score for one in story.rated), reverse=True), top)
        if best:
            found = ratings(sorted(story.entities, key=key), story.rated)
            as_zero.append(gain([score or 0.0 for score in found], top) / best)
            left_out.append(gain([score for score in found if score is not None], top) / best)
    return 100 * sum(as_zero) / len(as_zero), 100 * sum(left_out) / len(left_out)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--top", type=int, default=5, metavar="N")
    args = parser.parse_args()
    stories = load(args.data / "salience" / "wikinews-salience-dev.jsonl.gz")
    print(f"nDCG@{args.top} of {len(stories)} articles  unrated as 0  left out")
    for name, key in RANKINGS.items():
        as_zero, left_out = ndcg(stories, key, args.top)
        print(f"{name:24} {as_zero:12.1f} {left_out:9.1f}")


if __name__ == "__main__":
    main()
