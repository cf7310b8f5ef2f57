"""Score a model file of the reader on development sets: PolNeAR by its own convention, else by a reader's.

python -m training.evaluate_reader MODEL.onnx ../shared/data ../shared/bench
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.sets import read_set
from newscli.engines.reader.features import Convention
from newscli.engines.reader.model import Reader, open_reader
from training.reader.evaluate import (
    ATTRIBUTION,
    SETS,
    Scorers,
    evaluate,
    load_scorers,
    named_records,
    predict_names,
    read_text,
)
from training.reader.slices import attribution_recall, names_by_case


def print_slices(reader: Reader, data: Path, scorers: Scorers) -> None:
    """Print where the reader is weak, by kind of text."""
    records = list(read_set(data / ATTRIBUTION))
    annotations = [read_text(reader, record["text"], Convention.CORPUS) for record in records]
    print("\npolnear-dev, contents found: number, soft recall, strict recall")
    found = attribution_recall(records, annotations, scorers)
    for (dimension, value), (total, soft, strict) in found.items():
        print(f"{dimension:16} {value:14} {total:6} {soft:6.1f} {strict:6.1f}")
    records = named_records(data, "conll2003-dev")
    print("\nconll2003-dev, names by capitals of the sentence: number, F1")
    for case, (total, f1) in names_by_case(records, predict_names(records, reader, scorers), scorers).items():
        print(f"{case:31} {total:6} {f1:6.1f}")


def main() -> None:
    """Print a line for each figure, in percent."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("bench", type=Path, help="the folder of scorers")
    parser.add_argument("--sets", nargs="+", default=SETS, help="default: all")
    parser.add_argument("--limit", type=int, help="documents of each set")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--slices", action="store_true", help="also by kind of text")
    args = parser.parse_args()
    reader = open_reader(args.model, args.threads)
    scorers = load_scorers(args.bench)
    start = time.monotonic()
    for name in args.sets:
        figures = evaluate(reader, args.data, scorers, sets=[name], limit=args.limit)
        for figure, value in figures.items():
            print(f"{figure:28} {value:6.2f}", flush=True)
    print(f"{time.monotonic() - start:.0f} s")
    if args.slices:
        print_slices(reader, args.data, scorers)


if __name__ == "__main__":
    main()
