"""What the reader is trained on: all the data sets, as documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.sets import read_set
from newscli.engines.reader.features import Convention
from newscli.engines.reader.wordpieces import WordPieces
from training.marks import invented_articles, marked_articles
from training.reader.conventions import NAME_SETS, is_held_out, is_open
from training.reader.coreference import coreference_documents
from training.reader.documents import Document
from training.reader.names import add_names, add_silver, article_document, names_document
from training.reader.pointers import add_sources, add_speakers
from training.reader.statements import attribution_document, verdicts_document
from training.reader.windows import Batch, batches, collate

POLNEAR: Final = "attribution/polnear-train.jsonl.gz"
VERDICTS: Final = "verdicts/polnear-train.jsonl.gz"
STATEMENTS: Final = ("world-train", "mixed-train", "invented-train")
SPEAKERS: Final = "speakers/polnear-train.jsonl.gz"
WORLD_NAMES: Final = "names/world-train.jsonl.gz"
# How often each window of the statement sets is seen in an epoch: they alone tell a reader's convention.
_STATEMENTS_WEIGHT: Final = 2.5

# Of a group of windows that shows what the network is given, and groups.
_PIECES: Final = 4096
_GROUPS: Final = 60

Names = list[tuple[int, int, str]]


def _may_teach(file: str, document: str, kept_out: set[str]) -> bool:
    if "wikigold" in file:
        return not is_held_out(document)
    if "gum" in file:
        return is_open(document) and document not in kept_out
    return True


def _read_verdicts(data: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the verdicts by article and attribution."""
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for verdict in read_set(data / VERDICTS):
        found[verdict["id"]][str(verdict["attribution"])] = verdict
    return found


def _polnear(data: Path, cutter: WordPieces, silver: dict[str, Names]) -> Iterator[Document]:
    """Yield PolNeAR's articles by its own convention, and what a reader judged of them by a reader's."""
    judged = _read_verdicts(data)
    speakers = {record["id"]: record["sources"] for record in read_set(data / SPEAKERS)}
    for record in read_set(data / POLNEAR):
        verdicts = judged.get(record["id"], {})
        document, words = attribution_document(record, cutter, Convention.CORPUS, verdicts=verdicts)
        if verdicts:
            yield verdicts_document(record, document, words, verdicts)
        if record["id"] in silver:
            add_silver(document, record["text"], words, silver[record["id"]])
            add_sources(document, words, record["attributions"], speakers.get(record["id"], ()), cutter)
        yield document


def _marked(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles whose statements a reader marked."""
    for name in STATEMENTS:
        yield from read_set(data / "statements" / f"{name}.jsonl.gz")
    yield from marked_articles(data, "train")
    yield from invented_articles()


def _statements(data: Path, cutter: WordPieces, silver: dict[str, Names]) -> Iterator[Document]:
    """Yield the articles of the statement sets, with names where there are any."""
    world = {record["id"]: record for record in read_set(data / WORLD_NAMES)}
    for record in _marked(data):
        document, words = attribution_document(record, cutter, Convention.READER, weight=_STATEMENTS_WEIGHT)
        text, marked = record["text"], world.get(record["id"])
        told = [(*m, one["type"].upper()) for one in record.get("entities", ()) for m in one["mentions"]]
        if marked:
            add_names(document, text, words, marked["names"], marked["masked"])
        elif told:
            add_names(document, text, words, told)
        elif names := silver.get(record["id"]):
            add_silver(document, text, words, names)
        add_speakers(document, words, record["attributions"], cutter)
        yield document


def _named(data: Path, cutter: WordPieces, *, statements: bool) -> Iterator[Document]:
    """Yield what tells names alone, without what the statement sets tell."""
    told = {record["id"] for record in _marked(data)} if statements else set()
    for record in read_set(data / WORLD_NAMES):
        if record["id"] not in told:
            yield article_document(record, cutter)
    kept_out = {record["id"] for record in read_set(data / "pos" / "gum-dev.jsonl.gz")}
    for names in NAME_SETS:
        for record in read_set(data / names.file):
            if _may_teach(names.file, record["id"], kept_out):
                document = names_document(record, names, cutter)
                if document:
                    yield document


def training_documents(
    data: Path, cutter: WordPieces, silver: Path | None, *, statements: bool = True
) -> list[Document]:
    """Read all that the reader is trained on.

    Args:
        data: The folder of data sets.
        cutter: Cuts words into pieces.
        silver: What ``silver_names.py`` wrote; None teaches PolNeAR's articles no names, and no coreference.
        statements: Whether the statement sets teach what they mark; the names of their articles do anyway.

    Returns:
        Documents in a fixed order. What measures the model is not among them: dev and test files, GUM's dev
        documents, a fifth of wikigold.
    """
    names = {record["id"]: record["names"] for record in read_set(silver)} if silver else {}
    marked = _statements(data, cutter, names) if statements else ()
    return [
        *_polnear(data, cutter, names),
        *marked,
        *_named(data, cutter, statements=statements),
        *coreference_documents(data, cutter, names),
    ]


def typical_windows(data: Path, cutter: WordPieces) -> Iterator[Batch]:
    """Yield some thousand windows of statements/world-train and invented-train, in sixty batches."""
    documents = [
        attribution_document(record, cutter, Convention.READER)[0]
        for name in ("world-train", "invented-train")
        for record in read_set(data / "statements" / f"{name}.jsonl.gz")
    ]
    groups = batches(documents, cutter, size=_PIECES, seed=0, epoch=0)
    yield from (collate(group, cutter) for group in groups[:_GROUPS])
