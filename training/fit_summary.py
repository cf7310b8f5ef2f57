"""Fit the weights of the methods of summary that are learnt.

    python -m training.fit_summary news ../shared/data --cache FOLDER
    python -m training.fit_summary fast ../shared/data

write ``src/newscli/analysis/summary/news_weights.py``, and ``training/summary_folds.json`` with the weights
that were fitted without each fifth of the articles, for ``benchmarks/summaries.py`` to score that fifth with.
The first fits what ``news`` does if it may choose so many sentences, and writes ``worth.json`` among the
model files, too: what the reader's outputs at a sentence's first word weigh. FOLDER keeps what the reader
says, which takes a quarter of an hour at first. The second fits ``fast``, and what both do for so many words.

Of articles with a written summary ROUGE-1 plus ROUGE-2 itself is maximised, expected over summaries that are
drawn sentence by sentence with odds by score (Plackett-Luce; the gradient is that of REINFORCE, Williams
1992, each sample's baseline the mean of the others). Scores fitted to the sentences of the greedy oracle, one
by one, were tried first: they like long sentences, three of which are too much (28.0 instead of 29.7 ROUGE-1
on CNN). For ``news`` the likelihood of the sentences that readers chose as the three best is maximised, too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.sets import read_set
from newscli.analysis.summary import news_weights
from newscli.engines.reader.worth import MODEL
from training.manifest import DATA, write_entry
from training.marks import invented_articles, marked_articles
from training.summary_items import (
    FOLDS,
    SHIFTING,
    Array,
    Choice,
    Item,
    TrainingSet,
    choices,
    items,
    names_of_features,
)

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS_FILE = ROOT / "src" / "newscli" / "analysis" / "summary" / "news_weights.py"
FOLDS_FILE = ROOT / "training" / "summary_folds.json"

EPOCHS = {"news": 40, "fast": 15}
BATCH = 50
CHOICES_BATCH = 60
MANY_TERMS = 60  # of a reference; articles that share more go into batches of their own
SAMPLES = 8
RATE = 0.04
DECAY = 1e-4
# For openings, which are many; like the next, chosen in folds of the training sets.
OPENING_DECAY = 1e-2
# How much the readers' choices count beside written summaries. Of 2,200 articles 0.1 was best; of the 3,000
# that there are now it costs CNN 0.3 of ROUGE-1, and 0.07 next to nothing of what readers choose.
CHOICES_WEIGHT = 0.07

CNN = "summary/cnn-dailymail-dev.jsonl.gz"
BBC = "summary/bbc-dev.jsonl.gz"
GUM = "summary/gum-human-dev.jsonl.gz"
CHOSEN = tuple(f"statements/{name}-train.jsonl.gz" for name in ("world", "mixed", "invented"))
TRAINED_ON = [
    f"{CNN}: CNN part of CNN/DailyMail, research use",
    f"{GUM}: CC-BY and CC-BY-SA genres",
    "statements/world-train.jsonl.gz: marked for newscli, no licence stated for the texts",
    "statements/mixed-train.jsonl.gz: marked for newscli, texts of BBC and CNN, research use",
    "statements/invented-train.jsonl.gz: written and marked for newscli",
    "training/marks: marked for newscli, texts of the sets that its __init__.py names and invented ones",
]
Weights = dict[str, tuple[float, float]]
# For each table of weights what it is fitted to.
SETS: dict[str, dict[str, tuple[TrainingSet, ...]]] = {
    "news": {"BY_SENTENCES": (TrainingSet(CNN, (3,), 1.0), TrainingSet(GUM, (1,), 0.1))},
    "fast": {
        "FAST_BY_SENTENCES": (
            TrainingSet(CNN, (3,), 1.0),
            TrainingSet(BBC, (3,), 0.15, titled=2),
            TrainingSet(GUM, (1,), 0.1),
        ),
        "BY_WORDS": (TrainingSet(CNN, (60, 120), 1.0), TrainingSet(BBC, (60, 120), 0.6, titled=2)),
    },
}


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
    def of(cls, articles: Sequence[Item]) -> Batch:
        """Stack articles."""
        return cls(
            np.array([one.weight for one in articles]),
            np.array([one.bound for one in articles], dtype=float),
            padded([one.sizes for one in articles], np.inf),
            padded([one.features for one in articles]),
            (padded([one.counts[0] for one in articles]), padded([one.counts[1] for one in articles])),
            (padded([one.caps[0] for one in articles]), padded([one.caps[1] for one in articles])),
            padded([one.lengths for one in articles]),
            np.array([one.reference for one in articles], dtype=float),
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


def batches(training: Sequence[Item]) -> list[Batch]:
    """Group articles of one bound and of like size, so that little is padding."""
    ordered = sorted(training, key=lambda item: (item.bound, len(item.caps[0]) > MANY_TERMS, len(item.sizes)))
    return [Batch.of(ordered[start : start + BATCH]) for start in range(0, len(ordered), BATCH)]


def pull_of_choices(batch: Sequence[Choice], weights: Array) -> Array:
    """Return the gradient of the mean log-likelihood of what readers chose."""
    total = np.zeros_like(weights)
    for choice in batch:
        scores = choice.features @ weights
        odds = np.exp(scores - scores.max())
        total += (choice.wanted - odds / odds.sum()) @ choice.features
    return np.asarray(total / max(len(batch), 1))


def fit(training: Sequence[Item], chosen: Sequence[Choice], epochs: int) -> Array:
    """Return the weights, the mean of the last third of the steps; Adam on standardised features."""
    random = np.random.default_rng(0)
    stacked = np.vstack([*(item.features for item in training), *(choice.features for choice in chosen)])
    mean, spread = stacked.mean(0), stacked.std(0) + 1e-9
    groups = batches([replace(item, features=(item.features - mean) / spread) for item in training])
    picked = [replace(choice, features=(choice.features - mean) / spread) for choice in chosen]
    scale = len(groups) / sum(item.weight for item in training)
    own = len(names_of_features()) + len(SHIFTING)
    decay = np.where(np.arange(stacked.shape[1]) < own, DECAY, OPENING_DECAY)
    weights, first, second, total = (np.zeros(stacked.shape[1]) for _ in range(4))
    step = kept = 0
    for epoch in range(epochs):
        for number in random.permutation(len(groups)):
            slope = decay * weights - scale * groups[number].gradient(weights, random)
            if picked:
                some = random.choice(len(picked), min(CHOICES_BATCH, len(picked)), replace=False)
                slope -= CHOICES_WEIGHT * pull_of_choices([picked[one] for one in some], weights)
            step += 1
            first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
            weights = weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
            if epoch >= epochs * 2 // 3:
                total, kept = total + weights, kept + 1
    return np.asarray(total / kept / spread)


def named(weights: Array) -> Weights:
    """Return the weights of the features that have names, as ``news_model`` reads them."""
    plain = names_of_features()
    slopes = dict(zip(SHIFTING, weights[len(plain) :], strict=False))
    return {
        name: (round(float(weight), 2), round(float(slopes.get(name, 0.0)), 2))
        for name, weight in zip(plain, weights, strict=False)
    }


def of_openings(weights: Array) -> list[float]:
    """Return the weights of the reader's outputs at the first word of a sentence."""
    return [round(float(weight), 4) for weight in weights[len(names_of_features()) + len(SHIFTING) :]]


def read_tables() -> dict[str, dict[str, tuple[float, float]]]:
    """Return the tables of weights as they are."""
    return {
        "FAST_BY_SENTENCES": dict(news_weights.FAST_BY_SENTENCES),
        "BY_SENTENCES": dict(news_weights.BY_SENTENCES),
        "BY_WORDS": dict(news_weights.BY_WORDS),
    }


def table(name: str, weights: Mapping[str, tuple[float, float]]) -> str:
    """Return the lines of the module that hold one table."""
    rows = "".join(f'    "{feature}": {pair},\n' for feature, pair in weights.items())
    return f"{name}: Final[Mapping[str, tuple[float, float]]] = {{\n{rows}}}\n"


def write_tables(tables: Mapping[str, Mapping[str, tuple[float, float]]]) -> None:
    """Write the module that holds the tables."""
    WEIGHTS_FILE.write_text(
        '"""The weights of the learnt methods of summary, written by ``training/fit_summary.py``.\n\n'
        "For each feature its weight in an article of middle length, and how that moves with length.\n"
        '"""\n\n'
        "from __future__ import annotations\n\n"
        "from collections.abc import Mapping\n"
        "from typing import Final\n\n" + "\n".join(table(*one) for one in tables.items()),
        encoding="utf-8",
    )


def write_worth(weights: Sequence[float]) -> None:
    """Write the model file of what openings weigh, and enter it in the manifest."""
    file = DATA / MODEL
    file.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")
    write_entry(
        file,
        origin="What the reader's outputs at the first word of a sentence say of its worth to a summary",
        trained_on=TRAINED_ON,
        command="python -m training.fit_summary news ../shared/data --cache FOLDER",
        scores={},
    )


def chosen_from(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of which readers chose the best sentences."""
    for file in CHOSEN:
        yield from read_set(data / file)
    for part in ("train", "held"):
        yield from marked_articles(data, part)
    yield from invented_articles()


def main() -> None:
    """For each table of a method, fit on all folds but one, each in turn, then on all; write both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("method", choices=tuple(SETS))
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("--cache", type=Path, help="where what the reader says is kept; news needs it")
    args = parser.parse_args()
    if args.method == "news" and args.cache is None:
        parser.error("news needs --cache")
    cache = args.cache if args.method == "news" else None
    epochs = EPOCHS[args.method]
    chosen = list(choices(chosen_from(args.data), cache)) if cache else []
    tables, folds = read_tables(), json.loads(FOLDS_FILE.read_text(encoding="utf-8"))
    for name, sets in SETS[args.method].items():
        written = [item for one in sets for item in items(args.data, one, cache, words=name == "BY_WORDS")]
        folds[name] = []
        for fold in range(FOLDS):
            weights = fit(
                [i for i in written if i.fold != fold], [c for c in chosen if c.fold != fold], epochs
            )
            folds[name].append({"weights": named(weights), "openings": of_openings(weights)})
        weights = fit(written, chosen, epochs)
        tables[name] = named(weights)
        print(name, tables[name], flush=True)
        if cache:
            write_worth(of_openings(weights))
    FOLDS_FILE.write_text(json.dumps(folds) + "\n", encoding="utf-8")
    write_tables(tables)


if __name__ == "__main__":
    main()
