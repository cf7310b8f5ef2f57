"""Fit the weights with which candidates for a speaker are weighed.

    python -m training.fit_speakers [--shared ../shared] [--earlier FILE] [--gains]

Reads the sources whose speaker a reader named: the statements of world-dev and invented-dev and of the
articles that ``training/marks`` holds back, PolNeAR's development articles, and the reports of GUM's open
genres. The training sets would not do: the reader learnt its pointers there, and is far surer of them than
of others. What ``training/marks`` teaches the reader is read with the file of an earlier reader that has not
learnt from it, if there is one, for descriptions alone: of 1,260 of them 33 more are right in folds, of
other forms none. For each form of a source the
weights are those of a conditional logit with an L2 penalty, the best of three by five folds, fitted by
gradient descent; where several candidates are right, their chances add up.

Prints the accuracy for each form when the article's own fifth is left out, and the weights as
``speakers/weights.py`` holds them; with ``--gains`` also how much each feature adds.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.calibration import FOLDS, STATEMENTS, Found, Judge, read_quotes
from benchmarks.sets import read_set
from newscli.analysis.speakers.confidence import Form
from newscli.engines.reader.model import open_reader
from training.marks import invented_articles, marked_articles
from training.reader.conventions import is_open

Floats = npt.NDArray[np.float64]

ATTRIBUTIONS: Final = "attribution/polnear-dev.jsonl.gz"
SPEAKERS: Final = "speakers/polnear-dev.jsonl.gz"
REPORTS: Final = "coref/gum-speakers.jsonl.gz"
PENALTIES: Final = (1.0, 4.0, 16.0)
STEPS: Final = 400
RATE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Sample:
    """A source with its candidates.

    Attributes:
        article: Number of its article.
        features: Of each candidate.
        right: Whether each is the speaker.
    """

    article: int
    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


def find_samples(shared: Path, earlier: Path | None = None) -> Iterator[tuple[Form, Sample]]:
    """Yield the sources that newscli finds and a reader named, but for those whose own words are a name.

    Args:
        shared: The folder of data and bench.
        earlier: The file of a reader that has not learnt from ``training/marks``.
    """
    data, judge = shared / "data", Judge(shared / "bench")
    for number, judged in enumerate(chain(_judged(data, judge), _marked(data, judge, earlier))):
        for found, is_right in judged:
            among = found.speaker.among
            right = tuple(is_right(one.entity.name if one.entity else found.own_words) for one in among)
            if any(right):
                yield found.speaker.form, Sample(number, tuple(one.features for one in among), right)


def _judged(data: Path, judge: Judge) -> Iterator[Iterator[tuple[Found, Callable[[str | None], bool]]]]:
    """Yield the quotes of each article, each with what says whether a speaker is right."""
    files = (read_set(data / file) for file in STATEMENTS)
    for gold in chain(*files, marked_articles(data, "held")):
        yield judge.speakers_of_statements(gold, read_quotes(gold["text"]))
    named = {record["id"]: record["sources"] for record in read_set(data / SPEAKERS)}
    for gold in read_set(data / ATTRIBUTIONS):
        if gold["id"] in named:
            yield judge.speakers_of_sources(gold, named[gold["id"]], read_quotes(gold["text"]))
    for gold in read_set(data / REPORTS):
        if is_open(gold["id"]):
            yield judge.speakers_of_reports(gold["speakers"], read_quotes(gold["text"]))


def _marked(
    data: Path, judge: Judge, earlier: Path | None
) -> Iterator[Iterator[tuple[Found, Callable[[str | None], bool]]]]:
    """Yield the descriptions in what the shipped reader learnt from, as an earlier one reads it."""
    if earlier is not None:
        reader = open_reader(earlier.read_bytes())
        for gold in chain(marked_articles(data, "train"), invented_articles()):
            found = judge.speakers_of_statements(gold, read_quotes(gold["text"], reader))
            yield ((one, is_right) for one, is_right in found if one.speaker.form == "description")


class Fitted:
    """Samples of one form as arrays, and the weights that fit them."""

    def __init__(self, samples: Sequence[Sample], names: Sequence[str]) -> None:
        self._names = names
        column = {name: number for number, name in enumerate(names)}
        rows, owners, right = [], [], []
        for owner, sample in enumerate(samples):
            for features, is_right in zip(sample.features, sample.right, strict=True):
                row = np.zeros(len(names))
                for name, value in features.items():
                    if name in column:
                        row[column[name]] = value
                rows.append(row)
                owners.append(owner)
                right.append(is_right)
        self._rows, self._owners, self._right = np.array(rows), np.array(owners), np.array(right)
        self._count = len(samples)

    def chances(self, weights: Floats) -> Floats:
        """Return the chance of each candidate among those of its source."""
        scores = self._rows @ weights
        best = np.full(self._count, -np.inf)
        np.maximum.at(best, self._owners, scores)
        grown = np.exp(scores - best[self._owners])
        return grown / np.bincount(self._owners, grown, self._count)[self._owners]  # type: ignore[no-any-return]

    def fit(self, penalty: float) -> Floats:
        """Return the weights under which the right candidates are likeliest (Adam), small by a penalty."""
        weights, mean, square = (np.zeros(len(self._names)) for _ in range(3))
        for step in range(1, STEPS + 1):
            chances = self.chances(weights)
            of_right = np.bincount(self._owners, chances * self._right, self._count)[self._owners]
            wanted = chances * self._right / np.maximum(of_right, 1e-12)
            slope = self._rows.T @ (wanted - chances) - penalty * weights
            mean = 0.9 * mean + 0.1 * slope
            square = 0.999 * square + 0.001 * slope**2
            scale = np.sqrt(square / (1 - 0.999**step)) + 1e-8
            weights = weights + RATE * (1 - step / STEPS) * (mean / (1 - 0.9**step)) / scale
        return weights

    def hits(self, weights: Floats) -> int:
        """Return for how many sources a right candidate is the likeliest."""
        chances = self.chances(weights)
        hits = 0
        for owner in range(self._count):
            own = np.flatnonzero(self._owners == owner)
            hits += bool(self._right[own[chances[own].argmax()]])
        return hits


def accuracy(samples: Sequence[Sample], names: Sequence[str], penalty: float) -> float:
    """Return the share of sources whose speaker is right by weights that never saw their article, 0 to 1."""
    hits = 0
    for fold in range(FOLDS):
        seen = [sample for sample in samples if sample.article % FOLDS != fold]
        held = [sample for sample in samples if sample.article % FOLDS == fold]
        if held and seen:
            hits += Fitted(held, names).hits(Fitted(seen, names).fit(penalty))
    return hits / len(samples)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of data and bench")
    parser.add_argument("--earlier", type=Path, help="a reader that has not learnt from training/marks")
    parser.add_argument("--gains", action="store_true", help="what each feature adds")
    args = parser.parse_args()
    by_form: defaultdict[Form, list[Sample]] = defaultdict(list)
    for form, sample in find_samples(args.shared, args.earlier):
        by_form[form].append(sample)
    weights: dict[Form, dict[str, float]] = {}
    for form, samples in by_form.items():
        counts = Counter(name for sample in samples for one in sample.features for name in one)
        names = sorted(name for name, count in counts.items() if count > FOLDS)
        tried = {penalty: accuracy(samples, names, penalty) for penalty in PENALTIES}
        penalty = max(tried, key=tried.__getitem__)
        whole = tried[penalty]
        print(f"# {form}: {len(samples)} sources, {100 * whole:.1f} % right in {FOLDS} folds")
        if args.gains:
            for name in names:
                without = accuracy(samples, [other for other in names if other != name], penalty)
                print(f"#   {name:32} {100 * (whole - without):+.1f}")
        found = Fitted(samples, names).fit(penalty)
        weights[form] = {name: round(float(w), 2) for name, w in zip(names, found, strict=True)}
    for form, each in weights.items():
        print(
            f'    "{form}": {{', *(f'        "{name}": {w},' for name, w in each.items()), "    },", sep="\n"
        )


if __name__ == "__main__":
    main()
