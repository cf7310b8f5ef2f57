"""Score summaries against those of people: all that newscli claims of them, in one table.

    python -m benchmarks.summaries [../shared/data] [--cache FOLDER]

ROUGE-1 / 2 / Lsum F1 in percent as rouge-score counts them, for each method: three sentences, with the line
breaks of the articles turned round (taken where there are some, given where there are none), 60 and 120
words, and one sentence against all that people wrote. ``cut`` is the method without whole sentences: its best
ones, the last one cut off at the budget. ``leaning`` is the share of sentences that open with a pronoun while
the sentence before is left out, ``repeated`` the number of pairs of sentences in a summary that share
more than half of the shorter one's content words.

The weights of ``news`` and ``fast`` were fitted to these very articles: each is read with those fitted
without it (``training/summary_folds.json``). With so many words both are the same. Ends with the speed of
``fast``, in articles of 750 words. FOLDER keeps what the reader says, as for ``training.fit_summary``.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from rouge_score.rouge_scorer import RougeScorer

from benchmarks.sets import read_set
from newscli.analysis.segment import segment
from newscli.analysis.summary.candidates import Story, read_story
from newscli.analysis.summary.news_model import rank
from newscli.analysis.summary.rankers import Ranking, scaled
from newscli.analysis.summary.selection import length, select
from newscli.analysis.summary.summarise import METHODS, summarise
from newscli.analysis.words import cut_words
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from training.openings import openings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDS = Path(__file__).resolve().parent.parent / "training" / "summary_folds.json"
SETS = {
    "CNN": "summary/cnn-dailymail-dev.jsonl.gz",
    "BBC": "summary/bbc-dev.jsonl.gz",
    "GUM": "summary/gum-human-dev.jsonl.gz",
}
MEASURES = ("rouge1", "rouge2", "rougeLsum")
PARAGRAPH = 3
SPEED_WORDS = 750


@dataclass(frozen=True)
class Read:
    """A text as the methods read it.

    Attributes:
        story: Without what the reader makes of it.
        openings: What the reader says of the first word of each candidate.
    """

    story: Story
    openings: NDArray[np.float32]


@dataclass(frozen=True)
class Gold:
    """An article with the summaries that people wrote."""

    id: str
    text: str
    read: Read
    references: list[str]

    @property
    def story(self) -> Story:
        """What a method reads of the text."""
        return self.read.story


@dataclass
class Tally:
    """Sums over the summaries of one set."""

    rouge: list[float]
    summaries: int = 0
    sentences: int = 0
    leaning: int = 0
    repeated: int = 0

    def row(self) -> str:
        """Return the figures as a line of the table."""
        rouge = " / ".join(f"{100 * value / self.summaries:5.2f}" for value in self.rouge)
        leaning = 100 * self.leaning / max(self.sentences, 1)
        return f"{rouge}   leaning {leaning:4.1f} %   repeated {self.repeated}"


def read_text(text: str, cache: Path) -> Read:
    """Return what a method reads of a text."""
    article = parse(text)
    sentences = segment(article)
    quotations, _ = pair_marks(article.prose, article.blocks)
    outermost = [quotation.span for quotation in quotations if quotation.depth == 0]
    story = read_story(article, cut_words(article.prose, sentences), outermost)
    own = [candidate.sentence.index for candidate in story.candidates]
    return Read(story, openings(article, sentences, cache)[own])


def load(path: Path, cache: Path) -> list[Gold]:
    """Read a set of articles; their titles are left out, as most of the sets have none."""
    return [
        Gold(
            row["id"],
            row["text"],
            read_text(row["text"], cache),
            row.get("references") or ["\n".join(row["highlights"])],
        )
        for row in read_set(path)
    ]


def turned(gold: Gold, cache: Path) -> Gold:
    """Return the article without its line breaks, or with some if it has none."""
    if "\n" in gold.text:
        return replace(gold, read=read_text(" ".join(gold.text.split()), cache))
    starts = [candidate.sentence.span.start for candidate in gold.story.candidates][PARAGRAPH::PARAGRAPH]
    edges = [0, *starts, len(gold.text)]
    parts = [gold.text[start:end].strip() for start, end in pairwise(edges)]
    return replace(gold, read=read_text("\n\n".join(parts), cache))


def method(name: str) -> Callable[[Gold, Story], Ranking]:
    """Return a method by name; a learnt one with weights that have not seen the article."""
    if name not in ("news", "fast"):
        return lambda _, story: METHODS[name](story)
    folds = json.loads(FOLDS.read_text(encoding="utf-8"))

    by_sentences = "BY_SENTENCES" if name == "news" else "FAST_BY_SENTENCES"

    def learnt(gold: Gold, story: Story) -> Ranking:
        by_fold = folds[by_sentences if story.room is None else "BY_WORDS"]
        own = by_fold[zlib.crc32(gold.id.encode()) % len(by_fold)]
        worths = gold.read.openings @ own["openings"] if own["openings"] else ()
        return rank(story, own["weights"], list(worths))

    return learnt


def tally(
    golds: Sequence[Gold], name: str, *, limit: int | None = None, room: int | None = None, cut: bool = False
) -> Tally:
    """Score one method on one set under one bound."""
    scorer = RougeScorer(MEASURES, use_stemmer=True)
    total, ranking_of = Tally([0.0] * len(MEASURES)), method(name)
    for gold in golds:
        story = replace(gold.story, room=room)
        places = chosen(story, ranking_of(gold, story), limit, room, cut=cut)
        summary = "\n".join(" ".join(story.candidates[place].text.split()) for place in places)
        if cut and room is not None:
            summary = first_words(summary, room)
        best = max(
            (scorer.score(reference, summary) for reference in gold.references),
            key=lambda found: float(found["rouge1"].fmeasure + found["rouge2"].fmeasure),
        )
        total.rouge = [s + best[m].fmeasure for s, m in zip(total.rouge, MEASURES, strict=True)]
        total.summaries += 1
        total.sentences += len(places)
        candidates = story.candidates
        total.leaning += sum(p > 0 and candidates[p].leaning and p - 1 not in places for p in places)
        pairs = combinations([set(candidates[place].terms) for place in places], 2)
        total.repeated += sum(len(one & other) > min(len(one), len(other)) / 2 for one, other in pairs)
    return total


def chosen(story: Story, ranking: Ranking, limit: int | None, room: int | None, *, cut: bool) -> list[int]:
    """Return the places of the chosen candidates."""
    scores = scaled(ranking.scores)
    if not cut or room is None:
        return select(story.candidates, scores, limit=limit, room=room)
    order = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    taken: list[int] = []
    while order and sum(length(story.candidates[place]) for place in taken) < room:
        taken.append(order.pop(0))
    return sorted(taken)


def first_words(summary: str, most: int) -> str:
    """Cut a summary, one sentence a line, after so many words."""
    lines, left = [], most
    for line in summary.split("\n"):
        words = line.split()[:left]
        lines.append(" ".join(words))
        left -= len(words)
    return "\n".join(lines)


def speed(golds: Sequence[Gold]) -> float:
    """Return how many articles of 750 words ``fast`` reads a second, from text to summary."""
    words = sum(len(gold.text.split()) for gold in golds)
    start = process_time()
    for gold in golds:
        article = parse(gold.text)
        summarise(article, cut_words(article.prose, segment(article)), method="fast")
    return words / SPEED_WORDS / (process_time() - start)


def table(sets: dict[str, list[Gold]], cache: Path) -> Iterator[str]:
    """Yield the lines of the table as they are found."""
    for name in ("CNN", "BBC"):
        for by in METHODS:
            yield f"{name}  3 sentences        {by:9} {tally(sets[name], by, limit=3).row()}"
        other = [turned(gold, cache) for gold in sets[name]]
        yield f"{name}  3, breaks turned   {'news':9} {tally(other, 'news', limit=3).row()}"
        for room in (60, 120):
            for by in ("news", "lead", "textrank"):
                yield f"{name}  {room:3} words          {by:9} {tally(sets[name], by, room=room).row()}"
            for by in ("lead", "textrank"):
                cut = tally(sets[name], by, room=room, cut=True)
                yield f"{name}  {room:3} words, cut     {by:9} {cut.row()}"
    for by in ("news", "fast", "lead"):
        yield f"GUM  1 sentence         {by:9} {tally(sets['GUM'], by, limit=1).row()}"
    yield f"speed: {speed(sets['CNN']):.0f} articles of {SPEED_WORDS} words a second"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--cache", type=Path, help="where what the reader says is kept; else it is not")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        cache = args.cache or Path(folder)
        for line in table({name: load(args.data / file, cache) for name, file in SETS.items()}, cache):
            print(line, flush=True)


if __name__ == "__main__":
    main()
