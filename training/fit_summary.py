"""Fit the weights of the default method of summary.

    python -m training.fit_summary ../shared/data

writes ``src/newscli/analysis/summary/news_weights.py``, and ``training/summary_folds.json`` with the weights
that were fitted without each fifth of the articles, for ``benchmarks/summaries.py`` to score that fifth with.

What is maximised is ROUGE-1 plus ROUGE-2 itself, expected over summaries that are drawn sentence by sentence
with odds by score (Plackett-Luce; the gradient is that of REINFORCE, Williams 1992, each sample's baseline
the mean of the others). Scores fitted to the sentences of the greedy oracle, one by one, were tried first:
they like long sentences, three of which are too much (28.0 instead of 29.7 ROUGE-1 on CNN).
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rouge_score.tokenizers import DefaultTokenizer

from benchmarks.sets import read_set
from newscli.analysis.segment import segment
from newscli.analysis.summary.candidates import Story, read_story
from newscli.analysis.summary.news_model import describe, length_shift
from newscli.analysis.summary.selection import length
from newscli.analysis.words import cut_words
from newscli.text.load import parse

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS_FILE = ROOT / "src" / "newscli" / "analysis" / "summary" / "news_weights.py"
FOLDS_FILE = ROOT / "training" / "summary_folds.json"

FOLDS = 5
EPOCHS = 15
BATCH = 50
MANY_TERMS = 60  # of a reference; articles that share more go into batches of their own
SAMPLES = 8
RATE = 0.04
DECAY = 1e-4
# Features whose weight moves with the article's length.
SHIFTING = ("early", "early_on", "length", "central")
# GUM's genres whose licence does not say NonCommercial and whose texts are not spoken chat.
GENRES = frozenset("academic bio court interview news speech textbook voyage".split())

Array = NDArray[np.float64]
Weights = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class TrainingSet:
    """A file of articles with summaries.

    Attributes:
        file: Inside the data folder.
        bounds: How many sentences, or how many words, the summaries may have that are drawn from it.
        weight: How much the whole set counts. Long reference summaries make gains easy: BBC's count less.
        titled: The part of the articles that keeps its title as a headline, 1 in so many; 0 is none.
    """

    file: str
    bounds: tuple[int, ...]
    weight: float
    titled: int = 0


CNN = "summary/cnn-dailymail-dev.jsonl.gz"
BBC = "summary/bbc-dev.jsonl.gz"
GUM = "summary/gum-human-dev.jsonl.gz"
# For each kind of bound what its weights are fitted to.
SETS = {
    "sentences": (
        TrainingSet(CNN, (3,), 1.0),
        TrainingSet(BBC, (3,), 0.15, titled=2),
        TrainingSet(GUM, (1,), 0.1),
    ),
    "words": (TrainingSet(CNN, (60, 120), 1.0), TrainingSet(BBC, (60, 120), 0.6, titled=2)),
}


@dataclass(frozen=True)
class Item:
    """An article ready for training.

    Attributes:
        fold: Which fifth it belongs to, by the checksum of its name.
        weight: How much it counts.
        bound: How many sentences or words its summaries may have.
        sizes: What each candidate takes of that: 1, or its words.
        features: A row for each candidate, see ``with_shifts``.
        counts: For unigrams and for bigrams: how often each candidate holds each of the reference.
        caps: How often the reference holds them.
        lengths: The candidates' numbers of ROUGE tokens.
        reference: The reference's.
    """

    fold: int
    weight: float
    bound: int
    sizes: Array
    features: Array
    counts: tuple[Array, Array]
    caps: tuple[Array, Array]
    lengths: Array
    reference: int


@dataclass(frozen=True)
class Batch:
    """Articles of like length as arrays, an article a row, padded: by candidates that fit into no summary.

    The fields are those of ``Item``.
    """

    weight: Array
    bound: Array
    sizes: Array
    features: Array
    counts: tuple[Array, Array]
    caps: tuple[Array, Array]
    lengths: Array
    reference: Array

    @classmethod
    def of(cls, items: Sequence[Item]) -> Batch:
        """Stack articles."""
        return cls(
            np.array([item.weight for item in items]),
            np.array([item.bound for item in items], dtype=float),
            padded([item.sizes for item in items], np.inf),
            padded([item.features for item in items]),
            (padded([item.counts[0] for item in items]), padded([item.counts[1] for item in items])),
            (padded([item.caps[0] for item in items]), padded([item.caps[1] for item in items])),
            padded([item.lengths for item in items]),
            np.array([item.reference for item in items], dtype=float),
        )

    def rewards(self, drawn: Array) -> Array:
        """Return ROUGE-1 plus ROUGE-2 of summaries; bigrams across sentences do not count.

        Args:
            drawn: 1 for each candidate that is in a summary, else 0: articles by samples by candidates.
        """
        length = (drawn @ self.lengths[:, :, None])[:, :, 0] + self.reference[:, None]
        hits = [
            np.minimum(drawn @ counts, caps[:, None]).sum(2)
            for counts, caps in zip(self.counts, self.caps, strict=True)
        ]
        return np.asarray(2 * hits[0] / length + 2 * hits[1] / np.maximum(length - 2, 1))

    def gradient(self, weights: Array, random: np.random.Generator) -> Array:
        """Return the gradient of the expected reward, summed over the articles."""
        scores = (self.features @ weights)[:, None]
        shape = (len(scores), SAMPLES, scores.shape[2])
        noisy = scores + random.gumbel(size=shape)
        odds = np.exp(scores - scores.max(2, keepdims=True)) + 1e-12
        drawn, pull = np.zeros(shape), np.zeros(shape)
        left = np.repeat(self.bound[:, None], SAMPLES, axis=1)
        while (fits := (drawn == 0) & (self.sizes[:, None] <= left[:, :, None])).any():
            chances = np.where(fits, odds, 0.0)
            best = np.where(fits, noisy, -np.inf).argmax(2)[:, :, None]
            one = (np.arange(shape[2]) == best) & fits.any(2, keepdims=True)
            pull += one - chances / np.maximum(chances.sum(2, keepdims=True), 1e-12)
            drawn += one
            left -= np.where(one, self.sizes[:, None], 0.0).sum(2)
        rewards = self.rewards(drawn)
        gains = rewards - (rewards.sum(1, keepdims=True) - rewards) / (SAMPLES - 1)
        mean = (self.weight[:, None, None] * gains[:, :, None] * pull).mean(1)
        return np.asarray(np.einsum("an,anf->f", mean, self.features))


def padded(arrays: Sequence[Array], value: float = 0.0) -> Array:
    """Stack arrays of unlike shape, filled up at the end of each axis."""
    shape = np.max([array.shape for array in arrays], axis=0)
    stacked = np.full((len(arrays), *shape), value)
    for row, array in zip(stacked, arrays, strict=True):
        row[tuple(slice(size) for size in array.shape)] = array
    return stacked


def fold_of(name: str) -> int:
    """Return the fold of an article."""
    return zlib.crc32(name.encode()) % FOLDS


def read(path: Path) -> list[dict[str, Any]]:
    """Read one object a line."""
    return list(read_set(path))


def with_shifts(rows: Sequence[Mapping[str, float]], shift: float) -> Array:
    """Return features as an array: all of them, then the shifting ones times the shift."""
    plain = [[row[name] for name in row] for row in rows]
    moved = [[row[name] * shift for name in SHIFTING] for row in rows]
    return np.hstack([np.array(plain), np.array(moved)])


def counted(tokens: Sequence[Sequence[Any]], reference: Sequence[Any]) -> tuple[Array, Array]:
    """Return how often each sentence holds each token of the reference, and how often that does itself."""
    wanted = Counter(reference)
    columns = {token: column for column, token in enumerate(wanted)}
    counts = np.zeros((len(tokens), len(columns)))
    for row, sentence in zip(counts, tokens, strict=True):
        for token in sentence:
            if token in columns:
                row[columns[token]] += 1
    return counts, np.array(list(wanted.values()), dtype=float)


def stories(path: Path, titled: int) -> list[tuple[str, Story, list[str]]]:
    """Return what the articles of a file are called, what is read of them, and their summaries as tokens."""
    found = []
    tokenize = DefaultTokenizer(use_stemmer=True).tokenize
    for row in read(path):
        if row.get("genre", "news") in GENRES:
            keeps = titled and zlib.crc32(f"t{row['id']}".encode()) % titled
            article = parse(f"# {row['title']}\n\n{row['text']}" if keeps else row["text"])
            reference = [token for line in row["highlights"] for token in tokenize(line)]
            found.append(
                (row["id"], read_story(article, cut_words(article.prose, segment(article))), reference)
            )
    return found


@cache
def described(path: Path, titled: int) -> list[Item]:
    """Return the articles of a file, bounds and weights still to be set."""
    found = []
    tokenize = DefaultTokenizer(use_stemmer=True).tokenize
    for name, story, reference in stories(path, titled):
        tokens = [tokenize(candidate.text) for candidate in story.candidates]
        ones, pairs = counted(tokens, reference), counted(list(map(bigrams, tokens)), bigrams(reference))
        found.append(
            Item(
                fold_of(name),
                weight=1.0,
                bound=0,
                sizes=np.array([length(candidate) for candidate in story.candidates], dtype=float),
                features=with_shifts(describe(story), length_shift(story)),
                counts=(ones[0], pairs[0]),
                caps=(ones[1], pairs[1]),
                lengths=np.array([len(sentence) for sentence in tokens], dtype=float),
                reference=len(reference),
            )
        )
    return found


def items(data: Path, chosen: TrainingSet, kind: str) -> Iterator[Item]:
    """Read a set, each article once for each bound."""
    articles = described(data / chosen.file, chosen.titled)
    for item in articles:
        sizes = item.sizes if kind == "words" else np.ones_like(item.sizes)
        for bound in chosen.bounds:
            weight = chosen.weight / len(articles) / len(chosen.bounds)
            yield replace(item, weight=weight, bound=bound, sizes=sizes)


def bigrams(tokens: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of neighbouring tokens."""
    return list(pairwise(tokens))


def batches(training: Sequence[Item]) -> list[Batch]:
    """Group articles of one bound and of like size, so that little is padding."""
    ordered = sorted(training, key=lambda item: (item.bound, len(item.caps[0]) > MANY_TERMS, len(item.sizes)))
    return [Batch.of(ordered[start : start + BATCH]) for start in range(0, len(ordered), BATCH)]


def fit(training: Sequence[Item]) -> Array:
    """Return the weights, the mean of the last third of the steps; Adam on standardised features."""
    random = np.random.default_rng(0)
    stacked = np.vstack([item.features for item in training])
    mean, spread = stacked.mean(0), stacked.std(0) + 1e-9
    groups = batches([replace(item, features=(item.features - mean) / spread) for item in training])
    scale = len(groups) / sum(item.weight for item in training)
    weights, first, second, total = (np.zeros(stacked.shape[1]) for _ in range(4))
    step = kept = 0
    for epoch in range(EPOCHS):
        for number in random.permutation(len(groups)):
            slope = DECAY * weights - scale * groups[number].gradient(weights, random)
            step += 1
            first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
            weights = weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
            if epoch >= EPOCHS * 2 // 3:
                total, kept = total + weights, kept + 1
    return np.asarray(total / kept / spread)


def named(weights: Array, names: Iterable[str]) -> Weights:
    """Return weights by name, as ``news_model`` reads them."""
    plain = list(names)
    slopes = dict(zip(SHIFTING, weights[len(plain) :], strict=True))
    return {
        name: (round(float(weight), 2), round(float(slopes.get(name, 0.0)), 2))
        for name, weight in zip(plain, weights, strict=False)
    }


def table(name: str, weights: Weights) -> str:
    """Return the lines of the module that hold one kind of weights."""
    rows = "".join(f'    "{feature}": {pair},\n' for feature, pair in weights.items())
    return f"{name}: Final[Mapping[str, tuple[float, float]]] = {{\n{rows}}}\n"


def write_weights(weights: Mapping[str, Weights]) -> None:
    """Write the module that holds the weights."""
    WEIGHTS_FILE.write_text(
        '"""The weights of the default method of summary, written by ``training/fit_summary.py``.\n\n'
        "For each feature its weight in an article of middle length, and how that moves with length.\n"
        '"""\n\n'
        "from __future__ import annotations\n\n"
        "from collections.abc import Mapping\n"
        "from typing import Final\n\n"
        + "\n".join(table(f"BY_{kind.upper()}", weights[kind]) for kind in weights),
        encoding="utf-8",
    )


def main() -> None:
    """For each kind of bound, fit on all folds but one, each in turn, then on all; write both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of data sets")
    args = parser.parse_args()
    example = parse("One sentence.")
    names = list(describe(read_story(example, cut_words(example.prose, segment(example))))[0])
    final: dict[str, Weights] = {}
    folds: dict[str, list[Weights]] = {}
    for kind, sets in SETS.items():
        everything = [item for chosen in sets for item in items(args.data, chosen, kind)]
        folds[kind] = [
            named(fit([item for item in everything if item.fold != fold]), names) for fold in range(FOLDS)
        ]
        final[kind] = named(fit(everything), names)
        print(kind, final[kind], flush=True)
    FOLDS_FILE.write_text(json.dumps(folds, indent=1) + "\n", encoding="utf-8")
    write_weights(final)


if __name__ == "__main__":
    main()
