r"""Measure what parts of the training are worth: train the reader shortly with all of them, and without each.

    python -m training.ablations ../shared/data ../shared/bench --encoder MODEL_FOLDER \
        --silver silver.jsonl.gz --runs FOLDER [--steps 200]

Trains four readers from the encoder, with the same plan and seed: with everything, without the statement
sets, without telling by whose convention a window is marked, and without silver names. Prints a table of
their figures on the development sets, in percent, in 32 bits. A few hundred steps are a small part of a
training: they show which way a part works, not how much it brings in the end. The same command goes on with
an interrupted run.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, get_args

import torch

from newscli.engines.reader.features import Convention
from newscli.engines.reader.model import open_reader
from newscli.engines.reader.wordpieces import WordPieces
from training.reader.data import training_documents
from training.reader.documents import Document
from training.reader.evaluate import evaluate, load_scorers
from training.reader.export import export
from training.reader.model import Network
from training.reader.train import Plan, Training, load_checkpoint, new_network

Figures = dict[str, float]
Without = Literal["nothing", "statement sets", "convention", "silver names"]
SHOWN: Final = (
    "polnear-dev soft F1",
    "polnear-dev who F1",
    "world-dev found F1",
    "world-dev who F1",
    "world-dev nested found",
    "world-dev spurious",
    "world-dev act",
    "names/world-dev 3-class F1",
    "names/world-dev PER F1",
)
_SETS: Final = ("polnear-dev", "world-dev", "names/world-dev")


def documents_without(
    without: Without, data: Path, cutter: WordPieces, silver: Path | None
) -> list[Document]:
    """Return what a reader is trained on, less one part."""
    names = None if without == "silver names" else silver
    documents = training_documents(data, cutter, names, statements=without != "statement sets")
    if without == "convention":
        return [replace(document, convention=Convention.READER) for document in documents]
    return documents


def untold(network: Network) -> Network:
    """Return a network for which both conventions are the reader's, the only one that it was told."""
    with torch.no_grad():
        network.convention.weight[:] = network.convention.weight[int(Convention.READER)].clone()
    return network


def figures_without(without: Without, args: argparse.Namespace) -> Figures:
    """Train a reader without a part and return its figures."""
    run: Path = args.runs / without.replace(" ", "-")
    run.mkdir(parents=True, exist_ok=True)
    vocabulary = (args.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    cutter = WordPieces(vocabulary)
    plan = Plan(steps=args.steps, minutes=args.minutes, half=args.half)
    training = Training(new_network(args.encoder / "model.safetensors"), plan, run / "checkpoint.pt")
    training.run(documents_without(without, args.data, cutter, args.silver), cutter)
    network = load_checkpoint(run / "checkpoint.pt")
    model = run / "reader.onnx"
    export(untold(network) if without == "convention" else network, vocabulary, model, None)
    reader = open_reader(model, torch.get_num_threads())
    return evaluate(reader, args.data, load_scorers(args.bench), sets=list(_SETS))


def table(found: dict[Without, Figures]) -> Sequence[str]:
    """Return the lines of a Markdown table, a row for each figure."""
    head = ["without", *found]
    rows = [[name, *(f"{figures[name]:.1f}" for figures in found.values())] for name in SHOWN]
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


def main() -> None:
    """Train all and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("bench", type=Path, help="the folder of scorers")
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of the encoder")
    parser.add_argument("--silver", type=Path, required=True, help="what silver_names.py wrote")
    parser.add_argument("--runs", type=Path, required=True, help="the folder for checkpoints and models")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=60.0, help="of each, if that comes first")
    parser.add_argument("--half", action="store_true", help="read in 16 bits: fast where AMX or a GPU is")
    args = parser.parse_args()
    print("\n".join(table({without: figures_without(without, args) for without in get_args(Without)})))


if __name__ == "__main__":
    main()
