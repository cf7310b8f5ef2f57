"""Fit the weights of keywords to what articles are about, by those who read or wrote them.

    python -m training.fit_keywords [../shared/data] [--gains]

An example is a term that newscli finds. In the Wikinews articles of the salience set it is right if it names
an entity that readers rated 2 or more, as ``benchmarks/keywords.py`` counts. They rated names that lead to
Wikipedia: a term that nobody rated may be right all the same, and counts half. So that no more than the
truth about common nouns is lost, articles of CNN and BBC teach, too: there a term is right if the highlights
or the title, which newscli does not see, have it. The weights are those of a logistic regression (Newton's
method, an L2 penalty), in which each set has a bias of its own; that of Wikinews is printed.

Prints how many of five keywords are right in five folds, and the weights as ``keywords/terms.py`` has them;
with ``--gains`` also the folds without each feature.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.keywords import SALIENT, matches
from benchmarks.sets import read_set
from newscli.analysis.keywords.find import choose, find_terms
from newscli.analysis.keywords.terms import WEIGHTS, Term
from newscli.analysis.pipeline import analyse
from newscli.analysis.segment import segment
from newscli.analysis.words import cut_words
from newscli.engines.terms import stem
from newscli.text.load import parse

Floats = npt.NDArray[np.float64]

SALIENCE: Final = "salience/wikinews-salience-dev.jsonl.gz"
CNN: Final = "summary/cnn-dailymail-dev.jsonl.gz"
BBC: Final = "summary/bbc-dev.jsonl.gz"
NAMES: Final = {SALIENCE: "Wikinews", CNN: "CNN", BBC: "BBC"}
MOST: Final = 500  # articles of each set
FOLDS: Final = 5
FIVE: Final = 5
# With 1 there are hardly any but names among five; Wikinews gains 0.02, CNN and BBC lose 0.04 and 0.07.
UNRATED: Final = 0.5
# What all articles of CNN and BBC count beside those of Wikinews. With 0 none gains, and BBC loses 0.04; with
# 0.3 CNN and BBC gain 0.05 and 0.04, and Wikinews loses 0.02.
WRITTEN: Final = 0.1
PENALTY: Final = 1.0
STEPS: Final = 15


@dataclass(frozen=True, slots=True)
class Example:
    """An article's terms: which of them are right, and what each counts."""

    fold: int
    terms: Sequence[Term]
    right: Floats
    counts: Floats


def terms_of(text: str) -> list[Term]:
    """Return the terms of an article, of which its keywords are chosen."""
    article = parse(text)
    found = analyse(article, ["entities"])
    return find_terms(article, cut_words(article.prose, found.sentences), found.entities)


def rated(row: Mapping[str, Any]) -> Example:
    """Return an article whose entities readers rated."""
    terms = terms_of(f"{row['title']}\n\n{row['text']}")
    entities = [
        ([spot.lower() for spot in one["spots"]], one["score"] or 0)
        for one in row["entities"]
        if one["spots"]
    ]
    scores = [[score for forms, score in entities if matches(term.spelling, forms)] for term in terms]
    right = np.array([float(max(found, default=0) >= SALIENT) for found in scores])
    return Example(fold_of(row), terms, right, np.array([1.0 if found else UNRATED for found in scores]))


def taken_up(row: Mapping[str, Any], written: str) -> Example:
    """Return an article of which somebody wrote in a few words what it is about."""
    terms = terms_of(row["text"])
    words = cut_words(written, segment(parse(written)))
    stems = [stem(text) for sentence in words for text in sentence.texts]
    right = [float(any(has(stems, key) for key in keys_of(term))) for term in terms]
    return Example(fold_of(row), terms, np.array(right), np.ones(len(terms)))


def keys_of(term: Term) -> list[tuple[str, ...]]:
    """Return the stems that stand for a term: all of them, or the last of a name ("Roe" for "Ann Roe")."""
    return [term.key, term.key[-1:]] if term.entity is not None else [term.key]


def has(stems: Sequence[str], key: tuple[str, ...]) -> bool:
    """Return whether stems hold those of a term, one behind the other."""
    return any(tuple(stems[at : at + len(key)]) == key for at in range(len(stems) - len(key) + 1))


def fold_of(row: Mapping[str, Any]) -> int:
    """Return the fifth to which an article belongs."""
    return zlib.crc32(str(row["id"]).encode()) % FOLDS


def load(data: Path) -> dict[str, list[Example]]:
    """Read the articles of each set."""
    readers: dict[str, Callable[[Mapping[str, Any]], Example]] = {
        SALIENCE: rated,
        CNN: lambda row: taken_up(row, " ".join(row["highlights"])),
        BBC: lambda row: taken_up(row, row["title"]),
    }
    return {
        file: [one for row in islice(read_set(data / file), MOST) if len((one := read(row)).terms)]
        for file, read in readers.items()
    }


def fit(sets: Mapping[str, Sequence[Example]], names: Sequence[str]) -> dict[str, float]:
    """Return the weights under which what is known of the terms is likeliest."""
    written = sum(len(examples) for file, examples in sets.items() if file != SALIENCE)
    rows, right, counts = [], [], []
    for number, (file, examples) in enumerate(sets.items()):
        share = 1.0 if file == SALIENCE else WRITTEN * len(sets[SALIENCE]) / written
        for one in examples:
            values = [[found[name] for name in names] for found in (term.features() for term in one.terms)]
            biases = np.zeros((len(values), len(sets)))
            biases[:, number] = 1
            rows.append(np.hstack([np.array(values), biases]))
            right.append(one.right)
            counts.append(share * one.counts)
    found = regression(np.vstack(rows), np.concatenate(right), np.concatenate(counts), len(names))
    return {"bias": float(found[len(names)]), **dict(zip(names, map(float, found), strict=False))}


def regression(rows: Floats, right: Floats, counts: Floats, penalised: int) -> Floats:
    """Return the weights of a logistic regression; the first ones are kept small."""
    weights: Floats = np.zeros(rows.shape[1])
    penalty = np.where(np.arange(rows.shape[1]) < penalised, PENALTY, 1e-6)
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (counts * (right - chances)) - penalty * weights
        bend = (rows.T * (counts * chances * (1 - chances))) @ rows + np.diag(penalty)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def right_of_five(examples: Sequence[Example], weights: Mapping[str, float]) -> float:
    """Return how many of the first keywords of all articles are right."""
    total = 0.0
    for one in examples:
        right = {term.key: good for term, good in zip(one.terms, one.right, strict=True)}
        best = choose(((term.score(weights), term) for term in one.terms), FIVE)
        total += sum(right[term.key] for _, term in best)
    return total


def in_folds(sets: Mapping[str, Sequence[Example]], names: Sequence[str]) -> str:
    """Return how many of five keywords an article are right with weights that were fitted without it."""
    totals = dict.fromkeys(sets, 0.0)
    for fold in range(FOLDS):
        weights = fit({file: [e for e in sets[file] if e.fold != fold] for file in sets}, names)
        for file in sets:
            totals[file] += right_of_five([e for e in sets[file] if e.fold == fold], weights)
    return said(sets, totals)


def said(sets: Mapping[str, Sequence[Example]], totals: Mapping[str, float]) -> str:
    """Return the means of totals in words."""
    return ", ".join(f"{NAMES[file]} {totals[file] / len(sets[file]):.2f}" for file in sets)


def lines(weights: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of the table."""
    for name, weight in weights.items():
        yield f'    "{name}": {weight:.2f},'


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gains", action="store_true", help="what each feature adds")
    args = parser.parse_args()
    sets = load(args.data)
    names = [name for name in WEIGHTS if name != "bias"]
    print(f"# as shipped: {said(sets, {file: right_of_five(sets[file], WEIGHTS) for file in sets})}")
    print(f"# in folds: {in_folds(sets, names)}", flush=True)
    for name in names if args.gains else ():
        print(f"# without {name}: {in_folds(sets, [one for one in names if one != name])}", flush=True)
    print("\n".join(lines(fit(sets, names))))


if __name__ == "__main__":
    main()
