"""Fit the weights with which candidates for a speaker are weighed.

    python -m training.fit_speakers [--shared ../shared] --earlier FILE [--gains]

Learns from the sources of ``training/marks`` whose speaker a reader named. The shipped reader learnt its
pointers from most of these articles, and is far surer of them there than in others; so they are read with
the file of an earlier reader that has not seen them, and only what is held back with the shipped one. For
each form of a source the weights are those of a conditional logit over a network of one hidden layer with an
L2 penalty, fitted by gradient descent with a fifth of the units left out in each step; where several
candidates are right, their chances add up.

Writes ``speakers.json`` among the shipped models, and prints how many of the sources of each development set
have the right speaker, none of which the weights have seen: world-dev, invented-dev, PolNeAR's development
articles, the reports of GUM's open genres. With ``--gains`` prints also what each feature adds: what is lost
of them if it is not told to the weights that know it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.calibration import STATEMENTS, Found, Judge, read_quotes
from benchmarks.sets import read_set
from newscli.analysis.speakers.confidence import Form
from newscli.engines.reader.model import open_reader
from newscli.engines.speakers import MODEL, Scorer, as_rows
from training.manifest import DATA, write_entry
from training.marks import invented_articles, marked_articles
from training.reader.conventions import is_open

Floats = npt.NDArray[np.floating[Any]]

ATTRIBUTIONS: Final = "attribution/polnear-dev.jsonl.gz"
SPEAKERS: Final = "speakers/polnear-dev.jsonl.gz"
REPORTS: Final = "coref/gum-speakers.jsonl.gz"
UNITS: Final = 16
# Of what training/marks holds back the penalties 4 and 10 are alike, and so are 8, 16 and 32 units.
PENALTY: Final = 4.0
DROPPED: Final = 0.2
# A feature that fewer candidates have is not learnt.
RARE: Final = 6
STEPS: Final = 300
RATE: Final = 0.02


class Sample(NamedTuple):
    """A source with its candidates.

    Attributes:
        features: Of each candidate.
        right: Whether each is the speaker.
    """

    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


Judged = Iterator[tuple[Found, Callable[[str | None], bool]]]
Samples = Mapping[Form, Sequence[Sample]]


def samples_of(articles: Iterable[Judged]) -> Samples:
    """Return the sources that newscli finds and a reader named, by form.

    Left out are those whose own words are a name, and those whose speaker is no candidate.
    """
    by_form: defaultdict[Form, list[Sample]] = defaultdict(list)
    for found, is_right in chain.from_iterable(articles):
        among = found.speaker.among
        right = tuple(is_right(one.entity.name if one.entity else found.own_words) for one in among)
        if any(right):
            by_form[found.speaker.form].append(Sample(tuple(one.features for one in among), right))
    return by_form


def marked(data: Path, judge: Judge, earlier: Path) -> Iterator[Judged]:
    """Yield the quotes of each article of ``training/marks``, as a reader reads it that has not seen it."""
    for gold in marked_articles(data, "held"):
        yield judge.speakers_of_statements(gold, read_quotes(gold["text"]))
    reader = open_reader(earlier)
    for gold in chain(marked_articles(data, "train"), invented_articles()):
        yield judge.speakers_of_statements(gold, read_quotes(gold["text"], reader))


def unseen(data: Path, judge: Judge) -> Iterator[tuple[str, Iterator[Judged]]]:
    """Yield the quotes of each article of the development sets by the name of the set."""
    for file in STATEMENTS:
        golds = read_set(data / file)
        yield file, (judge.speakers_of_statements(gold, read_quotes(gold["text"])) for gold in golds)
    named = {record["id"]: record["sources"] for record in read_set(data / SPEAKERS)}
    yield (
        SPEAKERS,
        (
            judge.speakers_of_sources(gold, named[gold["id"]], read_quotes(gold["text"]))
            for gold in read_set(data / ATTRIBUTIONS)
            if gold["id"] in named
        ),
    )
    yield (
        REPORTS,
        (
            judge.speakers_of_reports(gold["speakers"], read_quotes(gold["text"]))
            for gold in read_set(data / REPORTS)
            if is_open(gold["id"])
        ),
    )


class Fitted:
    """Samples of one form as arrays, and the weights that fit them."""

    def __init__(self, samples: Sequence[Sample], names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._rows = np.concatenate([as_rows(names, sample.features) for sample in samples])
        self._owners = np.repeat(np.arange(len(samples)), [len(sample.right) for sample in samples])
        self._right = np.concatenate([sample.right for sample in samples])
        self._count = len(samples)

    def chances(self, scores: Floats) -> Floats:
        """Return the chance of each candidate among those of its source, by what speaks for each."""
        grown = np.exp(scores - self._best(scores))
        return grown / np.bincount(self._owners, grown, self._count)[self._owners]

    def _best(self, scores: Floats) -> Floats:
        """Return for each candidate the score of the best one of its source."""
        best = np.full(self._count, -np.inf)
        np.maximum.at(best, self._owners, scores)
        return best[self._owners]

    def fit(self) -> Scorer:
        """Return the weights under which the right candidates are likeliest (Adam), small by a penalty."""
        chance = np.random.default_rng(0)
        count, reach = len(self._names), len(self._names) ** -0.5
        drawn = {
            "alone": np.zeros(count),
            "hidden": chance.uniform(-reach, reach, (count, UNITS)),
            "bias": chance.uniform(-reach, reach, UNITS),
            "together": np.zeros(UNITS),
        }
        weights = {name: each.astype(np.float32) for name, each in drawn.items()}
        means, squares = ({name: np.zeros_like(each) for name, each in weights.items()} for _ in range(2))
        for step in range(1, STEPS + 1):
            slopes = self._slopes(weights, chance.random((len(self._rows), UNITS), dtype=np.float32))
            for name, slope in slopes.items():
                means[name] = 0.9 * means[name] + 0.1 * slope
                squares[name] = 0.999 * squares[name] + 0.001 * slope**2
                scale = np.sqrt(squares[name] / (1 - 0.999**step)) + 1e-8
                weights[name] += RATE * (1 - step / STEPS) * (means[name] / (1 - 0.9**step)) / scale
        return Scorer(self._names, **weights)

    def _slopes(self, weights: Mapping[str, Floats], noise: Floats) -> dict[str, Floats]:
        """Return how the likelihood grows with each weight, less the penalty; noise leaves units out."""
        kept = (noise >= DROPPED) / np.float32(1 - DROPPED)
        units = (self._rows @ weights["hidden"] + weights["bias"]).clip(min=0) * kept
        chances = self.chances(self._rows @ weights["alone"] + units @ weights["together"])
        of_right = np.bincount(self._owners, chances * self._right, self._count)[self._owners]
        slope = (chances * self._right / np.maximum(of_right, 1e-12) - chances).astype(np.float32)
        of_units = np.outer(slope, weights["together"]) * kept * (units > 0)
        slopes = {
            "alone": self._rows.T @ slope,
            "hidden": self._rows.T @ of_units,
            "bias": of_units.sum(axis=0),
            "together": units.T @ slope,
        }
        return {name: each - PENALTY * weights[name] for name, each in slopes.items()}

    def hits(self, scorer: Scorer, without: str | None = None) -> int:
        """Return for how many sources a right candidate is the likeliest, if need be without a feature."""
        rows = self._rows.copy() if without else self._rows
        if without:
            rows[:, self._names.index(without)] = 0
        scores = scorer.scores(rows)
        is_best = scores >= self._best(scores)
        firsts = np.unique(self._owners[is_best], return_index=True)[1]
        return int(self._right[is_best][firsts].sum())


def entry(scorer: Scorer) -> dict[str, object]:
    """Return weights as the model file has them, to four digits."""
    arrays = {name: getattr(scorer, name) for name in Scorer._fields[1:]}
    rounded = {
        name: np.vectorize(lambda weight: float(f"{weight:.4g}"))(each).tolist()
        for name, each in arrays.items()
    }
    return {"features": scorer.features, **rounded}


def write_scorers(scorers: Mapping[Form, Scorer]) -> None:
    """Write the weights of all forms among the shipped models."""
    file = DATA / MODEL
    text = json.dumps({form: entry(scorer) for form, scorer in scorers.items()}, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8")
    write_entry(
        file,
        origin="What speaks for each candidate for a speaker, by the form of the source",
        trained_on=["training/marks: marked for newscli, texts of the sets that it names and invented ones"],
        command="python -m training.fit_speakers --shared ../shared --earlier SECOND.onnx",
        scores={},
    )


def main() -> None:
    """Fit, write and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of data and bench")
    parser.add_argument(
        "--earlier", type=Path, required=True, help="a reader that has not seen training/marks"
    )
    parser.add_argument("--gains", action="store_true", help="what each feature adds")
    args = parser.parse_args()
    data, judge = args.shared / "data", Judge(args.shared / "bench")
    scorers: dict[Form, Scorer] = {}
    for form, samples in sorted(samples_of(marked(data, judge, args.earlier)).items()):
        counts = Counter(name for sample in samples for one in sample.features for name in one)
        names = sorted(name for name, count in counts.items() if count >= RARE)
        scorers[form] = Fitted(samples, names).fit()
        print(f"{form}: learnt from {len(samples)} sources", flush=True)
    write_scorers(scorers)
    sets = {name: samples_of(articles) for name, articles in unseen(data, judge)}
    for form, scorer in scorers.items():
        held = {name: Fitted(found[form], scorer.features) for name, found in sets.items() if form in found}
        hits = {name: one.hits(scorer) for name, one in held.items()}
        print(form, *(f"{name} {hits[name]} of {len(sets[name][form])}" for name in held), sep="; ")
        for name in scorer.features if args.gains else ():
            lost = sum(hits.values()) - sum(one.hits(scorer, name) for one in held.values())
            print(f"    {name:32} {lost:+}")


if __name__ == "__main__":
    main()
