"""Score sentence boundaries on texts whose sentences are known.

    python -m benchmarks.sentences [../shared/data]

Sentences of one document that end in a full stop, question or exclamation mark are joined, six a
paragraph, with single spaces; a boundary is right where
newscli ends a sentence exactly there. Prints precision, recall and F1 in percent for newscli, and for
Punkt alone with the same parameters.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.sets import read_set
from newscli.analysis.segment import segment
from newscli.engines.punkt import sentence_spans
from newscli.model import Article, Block, Span

SETS = {
    "GUM news, dev": ("pos/gum-dev.jsonl.gz", "news"),
    "GUM, dev": ("pos/gum-dev.jsonl.gz", ""),
    "GUM, train": ("pos/gum-train.jsonl.gz", ""),
    "English Web Treebank, dev": ("pos/ewt-dev.jsonl.gz", ""),
    "Wall Street Journal": ("pos/treebank-sample.jsonl.gz", ""),
}
PARAGRAPH = 6
NO_SPACE_BEFORE = re.compile(
    r"(?:[,.;:!?%)\]}”’]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m|''|-|\.\.\.)", re.IGNORECASE
)
NO_SPACE_AFTER = re.compile(r"(?:[(\[{$£€“‘-]|``)")
# A heading or a list item is a block of its own in an article; only prose is joined here.
ENDS_AS_PROSE = re.compile(r".*[.?!][\"”’')]*", re.DOTALL)


def join(tokens: list[str]) -> str:
    """Write tokens as running text."""
    text, glue, quoted = "", True, False
    for token in tokens:
        if token == "." and text.endswith("."):
            continue
        closes = token == '"' and quoted
        text += ("" if glue or closes or NO_SPACE_BEFORE.fullmatch(token) else " ") + token
        glue = bool(NO_SPACE_AFTER.fullmatch(token)) or (token == '"' and not quoted)
        quoted ^= token == '"'
    return text.replace("``", '"').replace("''", '"')


def paragraphs(path: Path, genre: str) -> Iterator[list[str]]:
    """Yield the sentences of each paragraph."""
    for document in read_set(path):
        if genre in document["id"]:
            joined = (join(s["tokens"]) for s in document["sentences"])
            sentences = [sentence for sentence in joined if ENDS_AS_PROSE.fullmatch(sentence)]
            for first in range(0, len(sentences), PARAGRAPH):
                yield sentences[first : first + PARAGRAPH]


def newscli_ends(text: str) -> set[int]:
    """Return where newscli ends the sentences of one paragraph."""
    article = Article(text, "-", (Block("body", Span(0, len(text))),), text)
    return {sentence.span.end for sentence in segment(article)}


def punkt_ends(text: str) -> set[int]:
    """Return where Punkt ends them."""
    return {end for _, end in sentence_spans(text)}


def score(path: Path, genre: str, ends: Callable[[str], set[int]], show: int = 0) -> str:
    """Return one row of the table; print the first ``show`` errors."""
    hit = predicted = gold = 0
    for sentences in paragraphs(path, genre):
        text, want = "", set()
        for sentence in sentences:
            text += (" " if text else "") + sentence
            want.add(len(text))
        want.discard(len(text))
        got = ends(text) - {len(text)}
        hit, predicted, gold = hit + len(want & got), predicted + len(got), gold + len(want)
        for place in sorted(want ^ got):
            if show > 0:
                kind = "missed" if place in want else "wrong "
                print(f"    {kind} {text[max(0, place - 40) : place]!r} | {text[place : place + 30]!r}")
                show -= 1
    precision, recall = 100 * hit / max(predicted, 1), 100 * hit / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1)
    return f"P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}  of {gold}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print the first N errors of each set"
    )
    args = parser.parse_args()
    for name, (file, genre) in SETS.items():
        print(f"{name:26} newscli  {score(args.data / file, genre, newscli_ends, args.errors)}")
        print(f"{'':26} Punkt    {score(args.data / file, genre, punkt_ends)}")


if __name__ == "__main__":
    main()
