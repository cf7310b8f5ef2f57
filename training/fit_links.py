"""Fit the weights with which two names of an article are joined.

    python -m training.fit_links [../shared/data] [--gains]

Reads the articles of statements/invented-train and GUM's open genres (its training part), whose entities are
marked by hand, and the Wikinews articles whose names lead to Wikipedia. Pairs are those that
``entities/links.py`` weighs: the clusters that the certain rules leave apart, and, counted less, the names
before any rule. As the reader learnt from these articles, it takes their names for what they are, which it
does not elsewhere; so each name of one word is also shown as it would be with another label, counted less.
The weights are those of a logistic regression (Newton's method, an L2 penalty).

Prints how the weights do on the development parts, and the weights as ``entities/link_weights.py`` has them;
with ``--gains`` also what each group of features adds there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.sets import read_set
from newscli.analysis.entities.clusters import Cluster, Clusters, Named, introduced, read_mention
from newscli.analysis.entities.links import Features, features, pairs, relation
from newscli.analysis.entities.mentions import find_mentions
from newscli.analysis.entities.merge import chances_of
from newscli.analysis.entities.parties import Party, Surroundings
from newscli.analysis.names.titles import TitleReader
from newscli.analysis.segment import segment
from newscli.analysis.words import cut_words
from newscli.engines.reader.model import annotate
from newscli.model import LABELS
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from training.reader.conventions import is_open

Floats = npt.NDArray[np.float64]
# Whose a name is: entities of the article; None if nobody knows.
Owners = frozenset[int] | None

STATEMENTS: Final = "statements/invented-{}.jsonl.gz"
ENTITIES: Final = "coref/gum-entities.jsonl.gz"
SPOTS: Final = "salience/wikinews-salience-dev.jsonl.gz"
PENALTY: Final = 2.0
STEPS: Final = 30
# What a pair of names before any rule, and what a name with another label, counts.
BEFORE_RULES: Final = 0.3
MISTAKEN: Final = 0.3
# What the reader would think of a name of the right label and of the one that it takes it for.
RIGHT, TAKEN = 0.3, 0.55
# Features that fewer pairs have are left out.
LEAST: Final = 3
GROUPS: Final = {
    "labels": ("other label", "place in another"),
    "the rest of the longer name": ("rest", "behind of"),
    "what the shorter is": ("given name", "place", "generic", "acronym", "several words", "titled", "the"),
    "where they stand": ("same sentence", "distance", "behind"),
    "how often": ("count", "rivals"),
    "who says": ("says", "turns"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """Two names: their features, whether they are one, what the pair counts."""

    features: Features
    is_one: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Read:
    """An article's names as the rules make clusters of them, and as they stand."""

    prose: str
    clusters: tuple[Cluster, ...]
    parties: tuple[Party, ...]
    alone: tuple[Cluster, ...]
    parties_alone: tuple[Party, ...]


def read_names(text: str) -> Read:
    """Read the names of an article as newscli does, up to what the rules for clusters find."""
    article = parse(text)
    sentences = segment(article)
    words = cut_words(article.prose, sentences)
    quotations, _ = pair_marks(article.prose, article.blocks)
    outermost = [(one.span, one.inner) for one in quotations if one.depth == 0]
    names = annotate(article.prose, sentences, outermost, threads=1).names
    titles = TitleReader(words)
    mentions = find_mentions(article, words, names, titles)
    named = [read_mention(article, titles, mention) for mention in mentions]
    clusters = Clusters(named, introduced(article, named)).clusters()
    same: dict[tuple[str, tuple[str, ...]], Cluster] = {}
    for one in named:
        same.setdefault((one.label, one.words), Cluster(None)).members.append(one)
    around = Surroundings(sentences, titles, chances_of(mentions, names))
    alone = tuple(same.values())
    return Read(
        article.prose,
        tuple(clusters),
        tuple(map(around.party, clusters)),
        alone,
        tuple(map(around.party, alone)),
    )


def samples(read: Read, owners: Callable[[Cluster], Owners], *, mistaken: bool) -> Iterator[Sample]:
    """Yield the pairs of an article of which it is known whether they are one."""
    for clusters, parties, counts in (
        (read.clusters, read.parties, 1.0),
        (read.alone, read.parties_alone, BEFORE_RULES),
    ):
        known = [owners(cluster) for cluster in clusters]
        for short, long, found in pairs(parties):
            one, other = known[short], known[long]
            if one is None or other is None or not one | other:
                continue
            is_one = not one.isdisjoint(other)
            yield Sample(found, is_one, counts)
            if mistaken and len(parties[short].words) == 1:
                others = _mistaken(parties[short], parties[long], found)
                yield from (Sample(each, is_one, counts * MISTAKEN) for each in others)


def _mistaken(short: Party, long: Party, found: Features) -> Iterator[Features]:
    """Yield the features of a pair if the reader took the shorter name for something else."""
    for label in LABELS:
        if label != short.label:
            left = (1 - RIGHT - TAKEN) / 2
            chances = [TAKEN if one == label else RIGHT if one == short.label else left for one in LABELS]
            other = replace(short, label=label, chances=tuple(chances))
            if how := relation(other, long):
                yield features(other, long, how, int(found.get("rivals", 0)))


def by_marks(entities: Sequence[dict[str, Any]], key: str) -> Callable[[Cluster], Owners]:
    """Return what says whose a cluster is, by the marks that meet its mentions; nobody's is empty."""
    marks = [(start, end, number) for number, one in enumerate(entities) for start, end in one[key]]

    def owner(one: Named) -> int | None:
        span = one.mention.span
        met = (number for start, end, number in marks if start < span.end and span.start < end)
        return next(met, None)

    def owners(cluster: Cluster) -> Owners:
        most, count = Counter(map(owner, cluster.members)).most_common(1)[0]
        if most is None:
            return frozenset()
        return frozenset({most}) if count * 2 >= len(cluster.members) else None

    return owners


def by_spots(prose: str, entities: Sequence[dict[str, Any]]) -> Callable[[Cluster], Owners]:
    """Return what says whose a cluster is, by the words that lead to a page of Wikipedia."""
    pages: dict[str, set[int]] = {}
    for one in entities:
        for spot in one["spots"] or ():
            pages.setdefault(spot, set()).add(one["wikipedia_id"])

    def owners(cluster: Cluster) -> Owners:
        spots = (one.mention.span.of(prose).lower() for one in cluster.members)
        found = [frozenset(pages[spot]) for spot in spots if spot in pages]
        return frozenset.intersection(*found) or None if found else None

    return owners


def find_samples(data: Path, part: str) -> Iterator[Sample]:
    """Yield the pairs of a part, "train" or "dev"."""
    train = part == "train"
    for row in read_set(data / STATEMENTS.format(part)):
        yield from samples(read_names(row["text"]), by_marks(row["entities"], "mentions"), mistaken=train)
    for row in read_set(data / ENTITIES):
        if row["split"] == part and is_open(row["id"]):
            owners = by_marks(row["entities"], "named_mentions")
            yield from samples(read_names(row["text"]), owners, mistaken=train)
    for row in read_set(data / SPOTS) if train else ():
        read = read_names(f"{row['title']}\n\n{row['text']}")
        yield from samples(read, by_spots(read.prose, row["entities"]), mistaken=True)


def fit(found: Sequence[Sample], names: Sequence[str]) -> Floats:
    """Return the weights under which what is known of the pairs is likeliest."""
    rows, is_one = as_arrays(found, names)
    counts = np.array([sample.weight for sample in found])
    weights: Floats = np.zeros(len(names))
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (counts * (is_one - chances)) - PENALTY * weights
        bend = (rows.T * (counts * chances * (1 - chances))) @ rows + PENALTY * np.eye(len(names))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def as_arrays(found: Sequence[Sample], names: Sequence[str]) -> tuple[Floats, Floats]:
    """Return the features of pairs, ``[pairs, names]``, and whether each is one."""
    column = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(found), len(names)))
    for number, sample in enumerate(found):
        for name, value in sample.features.items():
            if name in column:
                rows[number, column[name]] = value
    return rows, np.array([float(sample.is_one) for sample in found])


def report(found: Sequence[Sample], names: Sequence[str], weights: Floats) -> str:
    """Return how weights do on the pairs that the rules leave apart."""
    left = [sample for sample in found if sample.weight == 1]
    rows, is_one = as_arrays(left, names)
    chances = 1 / (1 + np.exp(-(rows @ weights)))
    joined = chances > 0.5  # noqa: PLR2004 - rather one than two
    loss = -np.log(np.where(is_one > 0, chances, 1 - chances)).mean()
    right, wrong = int((joined * is_one).sum()), int((joined * (1 - is_one)).sum())
    return f"{len(left)} pairs, {int(is_one.sum())} one: {right} joined, {wrong} wrongly; loss {loss:.3f}"


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gains", action="store_true", help="what each group of features adds")
    args = parser.parse_args()
    train, dev = (list(find_samples(args.data, part)) for part in ("train", "dev"))
    counts = Counter(name for sample in train for name in sample.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    weights = fit(train, names)
    print(f"# train: {report(train, names, weights)}")
    print(f"# dev: {report(dev, names, weights)}")
    for group, words in GROUPS.items() if args.gains else ():
        kept = [name for name in names if not any(word in name for word in words)]
        print(f"# dev without {group}: {report(dev, kept, fit(train, kept))}")
    for name, weight in zip(names, weights, strict=True):
        if round(weight, 2):
            print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
