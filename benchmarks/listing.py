"""Measure what the list of quotes would hold at each threshold of confidence.

    python -m benchmarks.listing [--shared ../shared]

Prints, for each threshold, precision, recall and F1 of the list on the sets of statements, as "list" of
bench/score_statements.py counts them: a line is right if it is a statement of speech by the speaker that it
names. Then how many of the lines that an editor judged are still listed, by verdict: lines that share half of
their words. The threshold in use is ``SHOWN_FROM``.
"""

from __future__ import annotations

import argparse
import importlib
import shlex
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.calibration import ALIKE, PRINTED, PRINTED_FROM, STATEMENTS
from benchmarks.sets import read_set
from newscli.model import SHOWN_FROM

THRESHOLDS: Final = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
VERDICTS: Final = ("right", "thought", "speaker", "span", "none", "turned")
NEWSCLI: Final = f"{shlex.quote(sys.executable)} -m newscli"

Record = Mapping[str, Any]


def shown_from(record: Record, threshold: float) -> bool:
    """Return whether the list would hold the record of a quote, with this threshold for ``SHOWN_FROM``.

    Args:
        record: Of a quote, as JSON has it.
        threshold: Of confidence, 0 to 1.
    """
    beside = record["paragraph"] is not None or record["kind"] != "indirect" or record["mention"] is not None
    trusted = record["confidence"] >= threshold
    return bool(record["act"] == "speech" and record["speaker"] and beside and trusted)


def with_threshold(readings: Sequence[Record], threshold: float) -> list[dict[str, Any]]:
    """Return records of articles whose quotes are ``shown`` from a threshold on."""
    return [
        {**one, "quotes": [{**quote, "shown": shown_from(quote, threshold)} for quote in one["quotes"]]}
        for one in readings
    ]


def kept(
    lines: Sequence[Record],
    texts: Mapping[str, str],
    readings: Mapping[str, Record],
    tokens: Callable[[str, Sequence[Sequence[int]]], set[tuple[int, int]]],
    threshold: float,
) -> Counter[str]:
    """Return how many judged lines are listed from a threshold on, by their verdicts."""
    found: Counter[str] = Counter()
    for line in lines:
        text = texts[line["article"]]
        own = tokens(text, line["spans"])
        others = (
            tokens(text, quote["spans"])
            for quote in readings[line["article"]]["quotes"]
            if shown_from(quote, threshold)
        )
        found[line["verdict"]] += any(len(own & other) >= ALIKE * len(own | other) for other in others if own)
    return found


def judged_articles(data: Path) -> Iterator[tuple[str, str, list[Record]]]:
    """Yield the name, the text and the judged lines of each article."""
    lines: defaultdict[str, list[Record]] = defaultdict(list)
    for line in read_set(data / PRINTED):
        lines[line["article"]].append(line)
    for kind, file in PRINTED_FROM.items():
        for record in read_set(data / file):
            name, title = f"{kind}:{record['id']}", record.get("title")
            if name in lines:
                yield name, f"{title}\n\n{record['text']}" if title else record["text"], lines[name]


def main() -> None:
    """Print the curves."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of data and bench")
    shared: Path = parser.parse_args().shared
    sys.path.insert(0, str(shared / "bench"))
    scorer, tokens = importlib.import_module("score_statements"), importlib.import_module("score_quotes")
    print(
        f"The list is shown from {SHOWN_FROM}; precision / recall / F1 of the list from each threshold on\n"
    )
    for file in STATEMENTS:
        gold = list(read_set(shared / "data" / file))
        readings = scorer.run(gold, NEWSCLI)
        for threshold in THRESHOLDS:
            figures = scorer.score(gold, with_threshold(readings, threshold))[0]["list"]
            print(f"{Path(file).stem:<18} {threshold:<6}", *(f"{value:6.1f}" for value in figures.values()))
    articles = list(judged_articles(shared / "data"))
    texts = {name: text for name, text, _ in articles}
    lines = [line for _, _, own in articles for line in own]
    found = scorer.run([{"text": text} for text in texts.values()], NEWSCLI)
    totals, readings = Counter(line["verdict"] for line in lines), dict(zip(texts, found, strict=True))
    print("\nJudged lines that are listed from each threshold on, of", dict(totals))
    for threshold in (0.0, *THRESHOLDS):
        counts = kept(lines, texts, readings, tokens.tokens_in, threshold)
        print(f"{threshold:<6}", *(f"{verdict} {counts[verdict]}" for verdict in VERDICTS))


if __name__ == "__main__":
    main()
