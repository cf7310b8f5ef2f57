"""Fit the weights of salience to what readers found articles to be about.

    python -m training.fit_salience [../shared/data]

Reads the salience set as benchmarks/salience.py does. Each pair of entities of an article that the readers
rated apart is an example: the difference of their features, weighed by that of their ratings. An entity that
nobody rated counts a tenth of one rated 0. Prints the weights of a logistic regression (Newton's method, an
L2 penalty of 1), scaled so that the positive ones add up to 1; ``entities/salience.py`` holds them rounded.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.sets import read_set
from newscli.analysis.entities.salience import Salience
from newscli.analysis.names.forms import is_adjective
from newscli.analysis.pipeline import analyse
from newscli.text.load import parse

Floats = npt.NDArray[np.float64]

UNRATED = 0.1
APART = 0.3
STEPS = 30


def examples(path: Path) -> Iterator[tuple[Floats, float]]:
    """Yield the difference of two entities' features, the more salient first, and its weight."""
    rows = list(read_set(path))
    for row in rows:
        analysis = analyse(parse(f"{row['title']}\n\n{row['text']}"), {"entities"})
        entities = analysis.entities
        most = max((entity.count for entity in entities), default=1)
        measure = Salience(analysis.article, analysis.sentences, most)
        scores = {form: rated["score"] or 0.0 for rated in row["entities"] for form in rated["spots"] or ()}
        same = {form: min(rated["spots"]) for rated in row["entities"] for form in rated["spots"] or ()}
        taken: set[str] = set()  # "Britain" and "British" are one rated entity: it goes to the first
        rated = []
        for entity in entities:
            names = [name.lower() for name in (entity.name, *entity.aliases)]
            known = next((name for name in names if name in scores and same[name] not in taken), None)
            features = measure.features(entity.mentions, adjective=is_adjective(entity.name))
            rated.append((np.array(features), scores[known] if known else 0.0, 1.0 if known else UNRATED))
            taken.update([same[known]] if known else [])
        for (one, high, sure), (other, low, too) in permutations(rated, 2):
            if high - low > APART:
                yield one - other, sure * too * (high - low) / len(entities) ** 0.5


def fit(differences: Floats, weights: Floats) -> Floats:
    """Return the weights under which the first of each pair scores higher."""
    found: Floats = np.zeros(differences.shape[1])
    for _ in range(STEPS):
        wrong = 1 / (1 + np.exp(differences @ found))
        slope = differences.T @ (weights * wrong) - found
        bend = (differences.T * (weights * wrong * (1 - wrong))) @ differences + np.eye(len(found))
        found = found + np.linalg.solve(bend, slope)
    return found


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    pairs = list(examples(args.data / "salience" / "wikinews-salience-dev.jsonl.gz"))
    found = fit(np.array([pair for pair, _ in pairs]), np.array([weight for _, weight in pairs]))
    print(f"{len(pairs)} pairs")
    print(" ".join(f"{weight:.3f}" for weight in found / found[found > 0].sum()))


if __name__ == "__main__":
    main()
