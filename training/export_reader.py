r"""Export a checkpoint of the reader.

python -m training.export_reader RUN_FOLDER/checkpoint.pt MODEL_FOLDER/vocab.txt reader.onnx ../shared/data \
    --earlier FIRST_FOLDER/checkpoint.pt

Rounds the weights by what the network is given on the articles of statements/world-train and invented-train.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from newscli.engines.reader.wordpieces import WordPieces
from training.reader.data import typical_windows
from training.reader.export import export
from training.reader.train import blend, load_checkpoint, load_reader


def main() -> None:
    """Write the model file and tell its size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights")
    parser.add_argument("--average", type=float, default=0.5, help="the share of the averaged weights")
    parser.add_argument(
        "--earlier", type=Path, help="the checkpoint or the file of the round before, to blend in"
    )
    parser.add_argument("--share", type=float, default=0.4, help="the share of the earlier round")
    args = parser.parse_args()
    network = load_checkpoint(args.checkpoint, average=args.average)
    if args.earlier:
        earlier = load_reader(args.earlier, average=args.average)
        network = blend(earlier, network, args.share)
    vocabulary = args.vocabulary.read_text(encoding="utf-8").splitlines()
    export(
        network,
        vocabulary,
        args.target,
        None if args.full else typical_windows(args.data, WordPieces(vocabulary)),
    )
    print(f"{args.target}: {args.target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
