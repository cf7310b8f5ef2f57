"""Scores of a model file on development sets, by the project's scorers."""

from __future__ import annotations

import importlib.util
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from benchmarks.sets import read_set
from newscli.analysis.segment import segment
from newscli.engines.reader.annotations import Annotations
from newscli.engines.reader.features import Convention
from newscli.engines.reader.model import ROLES, Reader
from newscli.model import LABELS
from newscli.text.load import parse
from training.reader.conventions import is_held_out
from training.reader.documents import Places, outermost
from training.reader.names import running_text
from training.reader.quotes import Quotes, corpus_quotes, listed_quotes, nearest_quotes
from training.reader.telling_scores import telling_scores

ATTRIBUTION: Final = "attribution/polnear-dev.jsonl.gz"
NAMES: Final = {
    "conll2003-dev": "ner/conll2003-dev.jsonl.gz",
    "wikigold-fifth": "ner/wikigold.jsonl.gz",
    "uner-ewt-test": "ner/uner-ewt-test.jsonl.gz",
    "wikineural-en": "ner/wikineural-en.jsonl.gz",
}
# By a reader's convention.
STATEMENTS: Final = {
    "world-dev": "statements/world-dev.jsonl.gz",
    "invented-dev": "statements/invented-dev.jsonl.gz",
}
# Names with offsets, part of the text masked.
OFFSET_NAMES: Final = {"names/world-dev": "names/world-dev.jsonl.gz"}
SETS: Final = ("polnear-dev", *STATEMENTS, *NAMES, *OFFSET_NAMES)

Figures = Iterator[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Scorers:
    """The scorers' modules."""

    quotes: ModuleType
    entities: ModuleType
    predict: ModuleType
    statements: ModuleType


def load_scorers(folder: Path) -> Scorers:
    """Load the scorers from the folder that holds them, where they find each other."""
    sys.path.append(str(folder))
    found = []
    for name in ("score_quotes", "score_entities", "predict", "score_statements"):
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found.append(module)
    return Scorers(*found)


def read_text(reader: Reader, text: str, convention: Convention = Convention.READER) -> Annotations:
    """Read a text as newscli does."""
    article = parse(text)
    return reader.annotate(article.prose, segment(article), outermost(article), convention)


def score_attribution(
    records: Sequence[dict[str, Any]],
    annotations: Sequence[Annotations],
    join: Callable[[Annotations], Quotes],
    scorers: Scorers,
) -> dict[str, Any]:
    """Score annotations as quotes joined in one way."""
    predictions = [
        {"id": record["id"], "quotes": join(each)} for record, each in zip(records, annotations, strict=True)
    ]
    report: dict[str, Any] = scorers.quotes.score(records, predictions)
    return report


def _pieces(
    words: Places, sentence_of: Sequence[int], spans: Iterable[Sequence[int]]
) -> set[tuple[int, int]]:
    """Return spans as half-open ranges of words, cut at the ends of sentences."""
    found = set()
    for start, end in spans:
        first, last = words.within(start, end)
        while first < last:
            stop = min(last, bisect_right(sentence_of, sentence_of[first]))
            found.add((first, stop))
            first = stop
    return found


def score_by_sentence(
    records: Sequence[dict[str, Any]], annotations: Sequence[Annotations]
) -> dict[str, float]:
    """Return F1 of each role's exact spans, sentence by sentence, in percent.

    What crosses sentences counts as a span in each, as taggers of single sentences are scored on PolNeAR.
    """
    counts = {role: [0, 0, 0] for role in ROLES}
    for record, each in zip(records, annotations, strict=True):
        sentences = segment(parse(record["text"]))
        words = Places([token for sentence in sentences for token in sentence.tokens])
        sentence_of = [number for number, sentence in enumerate(sentences) for _ in sentence.tokens]
        for role, found in zip(ROLES, (each.sources, each.cues, each.contents), strict=True):
            gold = [span for attribution in record["attributions"] for span in attribution[role]]
            right, guessed = (
                _pieces(words, sentence_of, spans)
                for spans in (gold, [(m.span.start, m.span.end) for m in found])
            )
            for number, some in enumerate((right & guessed, guessed, right)):
                counts[role][number] += len(some)
    return {role: 200 * hit / (guessed + right) for role, (hit, guessed, right) in counts.items()}


def predict_names(
    records: Sequence[dict[str, Any]], reader: Reader, scorers: Scorers
) -> list[dict[str, Any]]:
    """Read token sets, which are joined to running text, and map the names back to tags."""
    predictions = []
    for record in records:
        text, offsets = running_text([sentence["tokens"] for sentence in record["sentences"]])
        by_sentence: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
        number = 0
        for name in read_text(reader, text).names:
            while not offsets[number] or offsets[number][-1][1] <= name.span.start:
                number += 1
            by_sentence[number].append((name.span.start, name.span.end, name.label))
        sentences = [
            {"tokens": sentence["tokens"], "tags": scorers.predict.bio_tags(spans, by_sentence[number])}
            for number, (sentence, spans) in enumerate(zip(record["sentences"], offsets, strict=True))
        ]
        predictions.append({"id": record["id"], "sentences": sentences})
    return predictions


def named_records(data: Path, name: str) -> list[dict[str, Any]]:
    """Return the documents of a development set of names."""
    records = list(read_set(data / NAMES[name]))
    return [r for r in records if is_held_out(r["id"])] if name == "wikigold-fifth" else records


def _polnear(reader: Reader, data: Path, scorers: Scorers, limit: int | None) -> Figures:
    """Yield the figures of PolNeAR, by its own convention."""
    records = list(read_set(data / ATTRIBUTION))[:limit]
    annotations = [read_text(reader, record["text"], Convention.CORPUS) for record in records]
    for prefix, join in (("", corpus_quotes), ("nearest ", nearest_quotes)):
        report = score_attribution(records, annotations, join, scorers)
        for measure in ("token", "soft", "strict", "who"):
            yield f"{prefix}{measure} F1", report[measure]["F1"]
    for role, f1 in score_by_sentence(records, annotations).items():
        yield f"sentence {role} F1", f1


def _statements(reader: Reader, file: Path, scorers: Scorers, limit: int | None) -> Figures:
    """Yield the figures of a statement set, by a reader's convention."""
    records = list(read_set(file))[:limit]
    annotations = [read_text(reader, record["text"]) for record in records]
    report = score_attribution(records, annotations, listed_quotes, scorers)
    for measure in ("token", "soft", "strict"):
        yield f"{measure} F1", report[measure]["F1"]
    yield from telling_scores(scorers.quotes, records, [listed_quotes(each) for each in annotations])


def _names(reader: Reader, data: Path, name: str, scorers: Scorers, limit: int | None) -> Figures:
    """Yield the figures of a set of tokens."""
    records = named_records(data, name)[:limit]
    three = name.startswith("uner")
    types = ("PER", "ORG", "LOC") if three else ("PER", "ORG", "LOC", "MISC")
    report = scorers.entities.score(records, predict_names(records, reader, scorers), types)
    if not three:
        yield "4-class F1", report["all"]["F1"]
    yield "3-class F1", report["3-class"]["F1"]


def _offset_names(reader: Reader, file: Path, scorers: Scorers, limit: int | None) -> Figures:
    """Yield the figures of names with offsets, as score_names.py counts them."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for record in list(read_set(file))[:limit]:
        found = [(n.span.start, n.span.end, n.label) for n in read_text(reader, record["text"]).names]
        gold, told = (
            {
                (*span, label)
                for start, end, label in names
                if (span := scorers.statements.bare(record["text"], (start, end)))
                and not any(a < span[1] and span[0] < b for a, b in record["masked"])
            }
            for names in (record["names"], found)
        )
        for measure, labels in (("3-class", ("PER", "ORG", "LOC")), *((label, (label,)) for label in LABELS)):
            right, guessed = ({x for x in side if x[2] in labels} for side in (gold, told))
            for number, some in enumerate((right & guessed, guessed, right)):
                counts[measure][number] += len(some)
    for measure, (hit, all_told, all_gold) in counts.items():
        yield f"{measure} F1", 200 * hit / max(1, all_told + all_gold)


def evaluate(
    reader: Reader, data: Path, scorers: Scorers, *, sets: Sequence[str], limit: int | None = None
) -> dict[str, float]:
    """Score a reader.

    Args:
        reader: What is to be scored.
        data: The folder of data sets.
        scorers: From ``load_scorers``.
        sets: Of ``SETS``.
        limit: Documents of each set, for a quick look.

    Returns:
        Percentages by set and measure; ``nearest`` measures
        take each content's nearest source; ``sentence`` measures are of each role's exact spans.
    """
    figures: dict[str, float] = {}
    for name in sets:
        if name == "polnear-dev":
            found = _polnear(reader, data, scorers, limit)
        elif name in STATEMENTS:
            found = _statements(reader, data / STATEMENTS[name], scorers, limit)
        elif name in OFFSET_NAMES:
            found = _offset_names(reader, data / OFFSET_NAMES[name], scorers, limit)
        else:
            found = _names(reader, data, name, scorers, limit)
        figures |= {f"{name} {measure}": value for measure, value in found}
    return figures
