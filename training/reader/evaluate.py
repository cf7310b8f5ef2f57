"""Scores of a model file on development sets, by the project's scorers."""

from __future__ import annotations

import importlib.util
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from benchmarks.sets import read_set
from newscli.analysis.segment import segment
from newscli.engines.reader.annotations import Annotation, Annotations
from newscli.engines.reader.model import ROLES, Reader
from newscli.model import Span
from newscli.text.load import parse
from training.reader.conventions import is_held_out
from training.reader.data import Places, outermost, running_text

ATTRIBUTION: Final = "attribution/polnear-dev.jsonl.gz"
NAMES: Final = {
    "conll2003-dev": "ner/conll2003-dev.jsonl.gz",
    "wikigold-fifth": "ner/wikigold.jsonl.gz",
    "uner-ewt-test": "ner/uner-ewt-test.jsonl.gz",
    "wikineural-en": "ner/wikineural-en.jsonl.gz",
}
Quotes = list[dict[str, Any]]
# Contents are joined where both links to the cue are at least this probable; chosen on polnear-dev.
SURE_CUE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Scorers:
    """The scorers' modules."""

    quotes: ModuleType
    entities: ModuleType
    predict: ModuleType


def load_scorers(folder: Path) -> Scorers:
    """Load the scorers from the folder that holds them."""
    found = []
    for name in ("score_quotes", "score_entities", "predict"):
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found.append(module)
    return Scorers(*found)


def read_text(reader: Reader, text: str) -> Annotations:
    """Read a text as newscli does."""
    article = parse(text)
    return reader.annotate(article.prose, segment(article), outermost(article))


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def linked_quotes(annotations: Annotations) -> Quotes:
    """Join what the links join: contents that surely have the same cue are one quote."""
    quotes: Quotes = []
    by_cue: dict[int, dict[str, Any]] = {}
    for content, link in zip(annotations.contents, annotations.links, strict=True):
        sure = link.cue is not None and link.cue_probability > SURE_CUE
        if link.cue is not None and sure and link.cue in by_cue:
            by_cue[link.cue]["content"].append(_pair(content.span))
            continue
        source = None if link.source is None else _pair(annotations.sources[link.source].span)
        quotes.append({"content": [_pair(content.span)], "source": source})
        if link.cue is not None and sure:
            by_cue[link.cue] = quotes[-1]
    return quotes


def nearest_quotes(annotations: Annotations) -> Quotes:
    """Take each content for a quote and the nearest source for its own."""

    def gap(annotation: Annotation, content: Annotation) -> int:
        return max(content.span.start - annotation.span.end, annotation.span.start - content.span.end, 0)

    return [
        {
            "content": [_pair(content.span)],
            "source": _pair(min(annotations.sources, key=lambda annotation: gap(annotation, content)).span)
            if annotations.sources
            else None,
        }
        for content in annotations.contents
    ]


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
                for spans in (gold, [_pair(annotation.span) for annotation in found])
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


def evaluate(
    reader: Reader, data: Path, scorers: Scorers, *, sets: Sequence[str], limit: int | None = None
) -> dict[str, float]:
    """Score a reader.

    Args:
        reader: What is to be scored.
        data: The folder of data sets.
        scorers: From ``load_scorers``.
        sets: ``polnear-dev`` and keys of ``NAMES``.
        limit: Documents of each set, for a quick look.

    Returns:
        F1 in percent by set and measure; ``nearest`` measures take each content's nearest source;
        ``sentence`` measures are of each role's exact spans.
    """
    figures: dict[str, float] = {}
    if "polnear-dev" in sets:
        records = list(read_set(data / ATTRIBUTION))[:limit]
        annotations = [read_text(reader, record["text"]) for record in records]
        for prefix, join in (("", linked_quotes), ("nearest ", nearest_quotes)):
            report = score_attribution(records, annotations, join, scorers)
            for measure in ("token", "soft", "strict", "who"):
                figures[f"polnear-dev {prefix}{measure}"] = report[measure]["F1"]
        for role, f1 in score_by_sentence(records, annotations).items():
            figures[f"polnear-dev sentence {role}"] = f1
    for name in sets:
        if name not in NAMES:
            continue
        records = named_records(data, name)[:limit]
        three = name.startswith("uner")
        types = ("PER", "ORG", "LOC") if three else ("PER", "ORG", "LOC", "MISC")
        report = scorers.entities.score(records, predict_names(records, reader, scorers), types)
        if not three:
            figures[f"{name} 4-class"] = report["all"]["F1"]
        figures[f"{name} 3-class"] = report["3-class"]["F1"]
    return figures
