"""Train the Punkt parameters of newscli on news text without annotation.

    python -m training.train_punkt ../shared/data

writes ``src/newscli/engines/data/punkt.json`` and its entry in ``MANIFEST.json``. Only counts of word
types enter the file, never text.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from nltk.tokenize.punkt import PunktSentenceTokenizer, PunktTrainer

from benchmarks.sets import read_set
from training.manifest import DATA, write_entry

SETS = {
    "attribution/polnear-train.jsonl.gz": "PolNeAR, no licence stated for the texts",
    "summary/cnn-dailymail-dev.jsonl.gz": "CNN part of CNN/DailyMail, research use",
    "summary/bbc-dev.jsonl.gz": "BBC News articles of Greene and Cunningham, research use",
    "salience/wikinews-salience-dev.jsonl.gz": "Wikinews, CC-BY 2.5",
}
# A word's capitals matter where it follows an abbreviation; what is rarer than this decides nothing.
MIN_WORD_COUNT = 3
PERIODS_INSIDE = re.compile(r"[a-z&-]{1,3}(?:\.[a-z&-]{1,3})+")
# F1 in percent, by benchmarks/sentences.py: what newscli makes of these parameters, its own rules included.
SCORES = {"sentences, GUM dev": 99.6, "sentences, Wall Street Journal": 99.3}
LOWER_CASE = 1 << 4 | 1 << 5 | 1 << 6  # seen in lower case anywhere in a sentence


def texts(data: Path) -> Iterator[str]:
    """Yield the articles, curly marks made straight, since Punkt's trainer reads those alone."""
    for name in SETS:
        for article in read_set(data / name):
            yield article["text"].translate(str.maketrans("“”‘’", "\"\"''"))


def train(data: Path) -> dict[str, object]:
    """Train on all sets; return the parameters in the form that ``engines.punkt`` reads."""
    trainer = PunktTrainer()
    trainer.INCLUDE_ALL_COLLOCS = False
    for text in texts(data):
        trainer.train(text, finalize=False)
    trainer.finalize_training()
    parameters = trainer.get_params()
    counts = trainer._type_fdist  # the only place where NLTK keeps them
    by_flags: dict[int, list[str]] = defaultdict(list)
    for word, flags in sorted(parameters.ortho_context.items()):
        if counts[word] >= MIN_WORD_COUNT and " " not in word:
            by_flags[flags].append(word)
    PunktSentenceTokenizer(parameters)  # fails here rather than in a user's hands
    # Of abbreviations without an inner full stop it learns as many rare words and names ("amok") as true
    # ones: those come from the list in engines/punkt.py. Nor is a name a sentence starter.
    abbreviations = {word for word in parameters.abbrev_types if PERIODS_INSIDE.fullmatch(word)}
    starters = {word for word in parameters.sent_starters if parameters.ortho_context[word] & LOWER_CASE}
    return {
        "abbreviations": " ".join(sorted(abbreviations)),
        "sentence_starters": " ".join(sorted(starters)),
        "collocations": [" ".join(pair) for pair in sorted(parameters.collocations)],
        "orthography": {str(flags): " ".join(words) for flags, words in sorted(by_flags.items())},
    }


def main() -> None:
    """Train, write the parameters, enter them in the manifest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of data sets")
    args = parser.parse_args()
    parameters = train(args.data)
    target = DATA / "punkt.json"
    target.write_text(json.dumps(parameters, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    write_entry(
        target,
        origin="Parameters of NLTK's Punkt sentence splitter, trained for newscli",
        trained_on=[f"{name}: {licence}" for name, licence in SETS.items()],
        command="python -m training.train_punkt ../shared/data",
        scores=SCORES,
    )
    print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
