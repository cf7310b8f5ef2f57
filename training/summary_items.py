"""Articles with summaries that people wrote or chose, as arrays that ``fit_summary`` learns from."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rouge_score.tokenizers import DefaultTokenizer

from benchmarks.sets import read_set
from newscli.analysis.segment import segment
from newscli.analysis.summary.candidates import Story, read_story
from newscli.analysis.summary.news_model import describe, length_shift
from newscli.analysis.summary.selection import length
from newscli.analysis.words import cut_words
from newscli.model import Span
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from training.openings import openings

FOLDS = 5
# Features whose weight moves with the article's length.
SHIFTING = ("early", "early_on", "length", "central")
# GUM's genres whose licence does not say NonCommercial and whose texts are not spoken chat.
GENRES = frozenset("academic bio court interview news speech textbook voyage".split())
# What the three sentences that a reader chose count as, the best first.
CHOICES = (1.0, 0.8, 0.8)
# A chosen sentence may begin with a label or a mark that the reader of the text left out.
NEAR = 40

Array = NDArray[np.float64]


@dataclass(frozen=True)
class TrainingSet:
    """A file of articles with summaries.

    Attributes:
        file: Inside the data folder.
        bounds: How many sentences, or how many words, the summaries may have that are drawn from it.
        weight: How much the whole set counts. Long reference summaries make gains easy: BBC's count less.
        titled: The part of the articles that keeps its title as a headline, 1 in so many; 0 is none.
    """

    file: str
    bounds: tuple[int, ...]
    weight: float
    titled: int = 0


@dataclass(frozen=True)
class Choice:
    """An article of which a reader chose the best sentences.

    Attributes:
        fold: Which fifth it belongs to.
        features: A row for each candidate, see ``with_shifts``.
        wanted: How much of the choice falls to each candidate, together 1.
    """

    fold: int
    features: Array
    wanted: Array


@dataclass(frozen=True)
class Item:
    """An article with a written summary, ready for training.

    Attributes:
        fold: Which fifth it belongs to, by the checksum of its name.
        weight: How much it counts.
        bound: How many sentences or words its summaries may have.
        sizes: What each candidate takes of that: 1, or its words.
        features: A row for each candidate, see ``with_shifts``.
        counts: For unigrams and for bigrams: how often each candidate holds each of the reference.
        caps: How often the reference holds them.
        lengths: The candidates' numbers of ROUGE tokens.
        reference: The reference's.
    """

    fold: int
    weight: float
    bound: int
    sizes: Array
    features: Array
    counts: tuple[Array, Array]
    caps: tuple[Array, Array]
    lengths: Array
    reference: int


@cache
def names_of_features() -> tuple[str, ...]:
    """Return the names of the features that a sentence has without the reader, in their order."""
    example = parse("One sentence.")
    return tuple(describe(read_story(example, cut_words(example.prose, segment(example))))[0])


def fold_of(name: str) -> int:
    """Return the fold of an article; one that two sets hold has one fold ("bbc-dev:ID" is "ID")."""
    return zlib.crc32(name.rpartition(":")[2].encode()) % FOLDS


def with_shifts(rows: Sequence[Mapping[str, float]], shift: float) -> Array:
    """Return features as an array: all of them, then the shifting ones times the shift."""
    plain = [[row[name] for name in row] for row in rows]
    moved = [[row[name] * shift for name in SHIFTING] for row in rows]
    return np.hstack([np.array(plain), np.array(moved)])


def counted(tokens: Sequence[Sequence[Any]], reference: Sequence[Any]) -> tuple[Array, Array]:
    """Return how often each sentence holds each token of the reference, and how often that does itself."""
    wanted = Counter(reference)
    columns = {token: column for column, token in enumerate(wanted)}
    counts = np.zeros((len(tokens), len(columns)))
    for row, sentence in zip(counts, tokens, strict=True):
        for token in sentence:
            if token in columns:
                row[columns[token]] += 1
    return counts, np.array(list(wanted.values()), dtype=float)


def bigrams(tokens: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of neighbouring tokens."""
    return list(pairwise(tokens))


def read_features(text: str, cache_folder: Path | None) -> tuple[Story, Array]:
    """Return what is read of an article, and the features of its candidates.

    Args:
        text: The article.
        cache_folder: Where openings are kept, which become features too; None leaves them out.
    """
    article = parse(text)
    sentences = segment(article)
    quotations, _ = pair_marks(article.prose, article.blocks)
    outermost = [quotation.span for quotation in quotations if quotation.depth == 0]
    story = read_story(article, cut_words(article.prose, sentences), outermost)
    if not story.candidates:
        return story, np.zeros((0, 0))
    features = with_shifts(describe(story), length_shift(story))
    if cache_folder is not None:
        own = [candidate.sentence.index for candidate in story.candidates]
        features = np.hstack([features, openings(article, sentences, cache_folder)[own]])
    return story, features


@cache
def described(path: Path, titled: int, cache_folder: Path | None) -> list[Item]:
    """Return the articles of a file with written summaries, bounds and weights still to be set."""
    found = []
    tokenize = DefaultTokenizer(use_stemmer=True).tokenize
    for row in read_set(path):
        if row.get("genre", "news") not in GENRES:
            continue
        keeps = titled and zlib.crc32(f"t{row['id']}".encode()) % titled
        story, features = read_features(
            f"# {row['title']}\n\n{row['text']}" if keeps else row["text"], cache_folder
        )
        reference = [token for line in row["highlights"] for token in tokenize(line)]
        tokens = [tokenize(candidate.text) for candidate in story.candidates]
        ones, pairs = counted(tokens, reference), counted(list(map(bigrams, tokens)), bigrams(reference))
        found.append(
            Item(
                fold_of(row["id"]),
                weight=1.0,
                bound=0,
                sizes=np.array([length(candidate) for candidate in story.candidates], dtype=float),
                features=features,
                counts=(ones[0], pairs[0]),
                caps=(ones[1], pairs[1]),
                lengths=np.array([len(sentence) for sentence in tokens], dtype=float),
                reference=len(reference),
            )
        )
    return found


def items(data: Path, chosen: TrainingSet, cache_folder: Path | None, *, words: bool) -> Iterator[Item]:
    """Read a set, each article once for each bound, which is one on words or on sentences."""
    articles = described(data / chosen.file, chosen.titled, cache_folder)
    for item in articles:
        sizes = item.sizes if words else np.ones_like(item.sizes)
        for bound in chosen.bounds:
            weight = chosen.weight / len(articles) / len(chosen.bounds)
            yield replace(item, weight=weight, bound=bound, sizes=sizes)


def place_of(start: int, spans: Sequence[Span]) -> int | None:
    """Return which span holds an offset, else which begins nearest to it; None if none does so nearby."""
    far = [0 if span.start <= start < span.end else abs(span.start - start) for span in spans]
    return int(np.argmin(far)) if far and min(far) < NEAR else None


def choices(articles: Iterable[Mapping[str, Any]], cache_folder: Path) -> Iterator[Choice]:
    """Read articles of the form of the statement sets for the sentences that a reader chose."""
    for row in articles:
        story, features = read_features(row["text"], cache_folder)
        wanted = np.zeros(len(story.candidates))
        for (start, _), worth in zip(row["best"], CHOICES, strict=False):
            place = place_of(start, [candidate.sentence.span for candidate in story.candidates])
            if place is not None:
                wanted[place] += worth
        if wanted.any():
            yield Choice(fold_of(row["id"]), features, wanted / wanted.sum())
