"""Measure how far the confidence of quotes can be believed, on articles whose quotes are known.

    python -m benchmarks.calibration [--fit] [--shared ../shared]

A quote is right where its content and its source are, by the rule ``who`` of bench/score_quotes.py. Prints,
for each tenth of confidence, the quotes, their mean confidence, the share that was right, and the expected
calibration error (Naeini, Cooper and Hauskrecht, 2015); first for the table that newscli ships, then
for tables fitted on four fifths of the articles and tried on the rest. With ``--fit`` it prints the table of
``newscli/analysis/quotes/confidence.py``, fitted on all of them.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, get_args

from benchmarks.sets import read_set
from newscli.analysis.entities.mentions import find_mentions
from newscli.analysis.names.titles import TitleReader
from newscli.analysis.quotes.confidence import CALIBRATION, Evidence, Knots, confidence
from newscli.analysis.quotes.find import draft_quotes
from newscli.analysis.segment import segment
from newscli.analysis.words import cut_words
from newscli.engines.reader.model import annotate
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks

ARTICLES = Path("data/attribution/polnear-dev.jsonl.gz")
FOLDS = 5
# A quote is found if it shares half of its words with one of the corpus, as in bench/score_quotes.py.
ALIKE = 0.5
# Quotes of one knot: enough that its share is known to some five percent.
PER_KNOT = 100
# Of evidence that is rarer than this, one share is all that can be told.
PER_TABLE = 3 * PER_KNOT


class Sample(NamedTuple):
    """A quote that was found: in which article, what told of it, how sure the reader was, and if rightly."""

    article: int
    evidence: Evidence
    sureness: float
    right: bool


class Row(NamedTuple):
    """The quotes of a tenth of confidence: how many, their mean confidence, and the share that was right."""

    quotes: int
    mean: float
    right: float


def tenths(judged: Iterable[tuple[float, bool]]) -> list[Row]:
    """Return a row for each tenth of confidence, lowest first, from (confidence, right); zeros if empty."""
    parts: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for value, right in judged:
        parts[min(9, int(10 * value))].append((value, right))
    rows = []
    for part in parts:
        size = max(1, len(part))
        rows.append(Row(len(part), sum(v for v, _ in part) / size, sum(r for _, r in part) / size))
    return rows


def expected_error(rows: Sequence[Row]) -> float:
    """Return the mean distance of confidence and share right, weighted by quotes, 0 to 1."""
    total = sum(row.quotes for row in rows)
    return sum(row.quotes * abs(row.mean - row.right) for row in rows) / max(1, total)


def fit(samples: Sequence[Sample]) -> dict[Evidence, Knots]:
    """Fit the table: isotonic shares of groups of like sureness (pool adjacent violators)."""
    table: dict[Evidence, Knots] = {}
    for evidence in get_args(Evidence):
        own = sorted((s.sureness, s.right) for s in samples if s.evidence == evidence)
        table[evidence] = _knots(own) if own else CALIBRATION[evidence]
    return table


def _knots(judged: Sequence[tuple[float, bool]]) -> Knots:
    size = PER_KNOT if len(judged) >= PER_TABLE else len(judged)
    starts = range(0, max(1, len(judged) - size // 2), size)
    groups: list[tuple[int, float, int]] = []  # quotes, sum of sureness, how many were right
    for first, last in zip(starts, [*starts[1:], len(judged)], strict=True):
        part = judged[first:last]
        groups.append((len(part), sum(s for s, _ in part), sum(r for _, r in part)))
        while len(groups) > 1 and _share(groups[-2]) >= _share(groups[-1]):
            (count, total, right), (count2, total2, right2) = groups[-2:]
            groups[-2:] = [(count + count2, total + total2, right + right2)]
    return tuple((round(group[1] / group[0], 3), round(_share(group), 3)) for group in groups)


def _share(group: tuple[int, float, int]) -> float:
    """Return the share that was right, by the rule of succession: ten of ten are not all."""
    return (group[2] + 1) / (group[0] + 2)


def cross_validated(samples: Sequence[Sample]) -> Iterator[tuple[float, bool]]:
    """Yield (confidence, right) of each sample, by the table of the articles of the other folds."""
    for fold in range(FOLDS):
        table = fit([s for s in samples if s.article % FOLDS != fold])
        yield from _judged((s for s in samples if s.article % FOLDS == fold), table)


def _judged(
    samples: Iterable[Sample], table: Mapping[Evidence, Knots] = CALIBRATION
) -> Iterator[tuple[float, bool]]:
    return ((confidence(s.evidence, s.sureness, table), s.right) for s in samples)


def find_samples(articles: Sequence[dict[str, Any]], scorer: ModuleType) -> Iterator[Sample]:
    """Yield the quotes that newscli finds in the articles, each judged."""
    for number, gold in enumerate(articles):
        article = parse(gold["text"])
        sentences = segment(article)
        quotations, _ = pair_marks(article.prose, article.blocks)
        annotations = annotate(
            article.prose, sentences, [(q.span, q.inner) for q in quotations if q.depth == 0]
        )
        words = cut_words(article.prose, sentences)
        mentions = find_mentions(article, words, annotations.names, TitleReader(words))
        _, found = draft_quotes(article, words, quotations, annotations, mentions)

        tokens = [scorer.tokens_in(article.text, [(s.start, s.end) for s in a.spans]) for a in found]
        wanted = [scorer.tokens_in(article.text, a["content"]) for a in gold["attributions"]]
        right = {
            j: scorer.same_source(
                article.text,
                gold["attributions"][i]["source"],
                (found[j].mention.start, found[j].mention.end) if found[j].mention else None,
            )
            for i, j, likeness in scorer.pair_up(wanted, tokens)
            if likeness >= ALIKE
        }
        for j, draft in enumerate(found):
            yield Sample(number, draft.evidence, draft.sureness, right.get(j, False))


def show(title: str, judged: Iterable[tuple[float, bool]]) -> None:
    """Print the rows of a table and its error."""
    rows = tenths(judged)
    print(f"{title}\n{'confidence':<12}{'quotes':>8}{'mean':>8}{'right':>8}")
    for tenth, row in enumerate(rows):
        if row.quotes:
            bounds = f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}"
            print(f"{bounds:<12}{row.quotes:>8}{row.mean:>8.2f}{row.right:>8.2f}")
    total = sum(row.quotes for row in rows)
    print(f"expected calibration error {expected_error(rows):.3f} of {total} quotes\n")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of data and bench")
    parser.add_argument("--fit", action="store_true", help="print the table fitted on all articles")
    options = parser.parse_args()
    sys.path.insert(0, str(options.shared / "bench"))
    articles = list(read_set(options.shared / ARTICLES))
    samples = list(find_samples(articles, importlib.import_module("score_quotes")))
    show("As shipped", _judged(samples))
    show(f"Cross-validated, {FOLDS} folds of articles", cross_validated(samples))
    if options.fit:
        for evidence, knots in fit(samples).items():
            print(f'    "{evidence}": (', *(f"        {knot}," for knot in knots), "    ),", sep="\n")


if __name__ == "__main__":
    main()
