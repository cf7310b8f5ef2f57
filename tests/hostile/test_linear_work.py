"""Work grows with the text and no faster: counted, so that no test depends on the machine.

What happens inside functions written in C is not counted here: `benchmarks.hostile` times the same pumps.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from unittest.mock import patch

import numpy as np
import pytest

from newscli.analysis.pipeline import analyse
from newscli.analysis.quotes.reported import attribute_contents
from newscli.analysis.quotes.running_text import RunningText
from newscli.analysis.segment import segment
from newscli.engines.reader import model
from newscli.engines.reader.annotations import (
    Annotation,
    Annotations,
    ContentAnnotation,
    Link,
    NameAnnotation,
    Pointer,
)
from newscli.engines.reader.linking import BUCKETS, DISTANCE_ROWS, LINK_VECTORS, LINK_WIDTH
from newscli.engines.reader.model import GROUP_SIZES, Reader
from newscli.engines.reader.telling import TOLD_BLOCKS, TOLD_WIDTH
from newscli.engines.reader.windows import prepare
from newscli.engines.reader.wordpieces import WordPieces
from newscli.errors import InputError
from newscli.model import LABELS, Analysis, Block, Sentence, Span
from newscli.render import Format, Looks, View, render
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from tests.support.articles import words_of
from tests.support.counting import MAX_GROWTH, TIMES, operations
from tests.support.formats import TEXT_FORMATS
from tests.support.pumps import TOLD, every, pump, tale

SIZE = 4_000
# Of what is counted, which takes longer; a table takes the longest.
SMALL_SIZE = 600
SHOWN_SIZE = 200
# Names that a window may hold.
MOST_POINTED = 20

PUMPS = [
    pytest.param(short, long, id=name)
    for (name, short), (_, long) in zip(every(SIZE), every(10 * SIZE), strict=True)
]
SMALL_PUMPS = [
    pytest.param(short, long, id=name)
    for (name, short), (_, long) in zip(every(SMALL_SIZE), every(TIMES * SMALL_SIZE), strict=True)
]


def _name(span: Span, label: int) -> NameAnnotation:
    chances = tuple(0.91 if number == label else 0.03 for number in range(len(LABELS)))
    return NameAnnotation(span, LABELS[label], 0.91, chances)


def mark_freely(text: str, sentences: Sequence[Sentence], _: object, *, threads: int = 1) -> Annotations:
    """Annotate capitalised words as names, every "said" as a cue, the thirds of sentences as contents.

    The last word of each third is a content inside it; sources and contents may mean any of the names before.
    """
    names: list[NameAnnotation] = []
    sources: list[Annotation] = []
    cues: list[Annotation] = []
    contents: list[ContentAnnotation] = []
    links: list[Link] = []
    inner: list[ContentAnnotation] = []
    pointers: list[Pointer] = []
    for sentence in sentences:
        capitals = [token for token in sentence.tokens if text[token.start].isupper()]
        names += [_name(token, token.start % len(LABELS)) for token in capitals]
        near = range(max(0, len(names) - MOST_POINTED), len(names))
        pointer = Pointer(tuple((number, 0.9 / len(near)) for number in near), 0.1)
        sources += [Annotation(token, 0.9) for token in capitals[:1]]
        pointers += [pointer] * len(capitals[:1])
        cues += [Annotation(token, 0.9) for token in sentence.tokens if token.of(text) == "said"]
        third = max(1, len(sentence.tokens) // 3)
        for first in range(0, len(sentence.tokens), third):
            last = sentence.tokens[first : first + third][-1]
            within, content = len(contents), Span(sentence.tokens[first].start, last.end)
            contents.append(ContentAnnotation(content, 0.9, speaker=pointer))
            inner.append(ContentAnnotation(last, 0.9, within=within, speaker=pointer))
            cue, source = len(cues) - 1 if cues else None, len(sources) - 1 if sources else None
            links.append(Link(cue, 0.9, source, 0.9))
    return Annotations(
        *(tuple(sources), tuple(cues), tuple(contents), tuple(names), tuple(links)),
        *(tuple(inner), tuple(links), tuple(pointers)),
    )


def work(text: str) -> None:
    """Read and analyse a text; one without a word is refused, which is work too."""
    with suppress(InputError):
        analyse(parse(text))


@pytest.mark.parametrize(("short", "long"), SMALL_PUMPS)
def test_the_work_of_an_analysis_grows_with_the_text(short: str, long: str) -> None:
    with patch.object(model, "annotate", mark_freely):
        work("Ana Orel said the ferry was late.")  # opens the model files
        assert operations(lambda: work(long)) <= MAX_GROWTH * operations(lambda: work(short))


@pytest.mark.parametrize("sentence", TOLD.values(), ids=TOLD)
def test_the_work_of_a_format_grows_with_the_text(sentence: Callable[[int], str]) -> None:
    with patch.object(model, "annotate", mark_freely):
        short, long = (analyse(parse(tale(sentence, size))) for size in (SHOWN_SIZE, TIMES * SHOWN_SIZE))
    views: list[tuple[View, Format, bool]] = [("quotes", format, False) for format in TEXT_FORMATS]
    views += [("entities", "table", False), ("entities", "table", True), ("report", "html", False)]
    for view, format, mentions in views:
        looks = Looks(color=True, mentions=mentions)

        def write(analysis: Analysis) -> None:
            render(view, format, [analysis], looks, io.StringIO(newline=""))  # noqa: B023 - called at once

        write(short)  # imports the format
        grown = operations(lambda: write(long)) / operations(lambda: write(short))
        assert grown <= MAX_GROWTH, (view, format, mentions)


class Counting:
    """A network that marks nothing and counts the word pieces that it is given."""

    def __init__(self) -> None:
        self.pieces = 0

    def __call__(
        self, pieces: model.Integers, features: model.Integers, words: model.Integers
    ) -> model.Outputs:
        self.pieces += pieces.shape[1]
        marks = np.zeros((len(words), sum(GROUP_SIZES)), dtype=np.float32)
        links = np.zeros((len(words), LINK_VECTORS * LINK_WIDTH), dtype=np.float32)
        return marks, links, np.zeros((len(words), TOLD_BLOCKS * TOLD_WIDTH), dtype=np.float32)


@pytest.mark.parametrize(("short", "long"), PUMPS)
def test_the_network_reads_a_word_piece_twice_at_most(short: str, long: str) -> None:
    cutter = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abceors.\"'<([-&#!", "##o", "##e", "said"])
    for text in (short, long):
        if not any(char.isalnum() for char in text):
            continue
        article = parse(text)
        sentences = segment(article)
        network = Counting()
        Reader(network, cutter, np.zeros((DISTANCE_ROWS, BUCKETS), dtype=np.float32)).annotate(
            article.prose, sentences, ()
        )
        words = prepare(article.prose, sentences, (), cutter)
        assert network.pieces <= 2 * sum(map(len, words.pieces)) + 4


class Watched(str):
    """A text that counts the characters that are copied out of it."""

    copied = 0

    def __getitem__(self, key: object) -> str:
        part = super().__getitem__(key)  # type: ignore[index]
        self.copied += len(part)
        return part


@pytest.mark.parametrize("unit", ["“a ", "“a” ", "‘a ", '"a" said B. ', "a' "])
def test_pairing_looks_at_a_paragraph_a_few_times_not_once_for_each_mark(unit: str) -> None:
    text = Watched(pump(unit, 20_000))
    pair_marks(text, [Block("body", Span(0, len(text)))])
    assert text.copied <= 10 * len(text)


class Number(int):
    """A number that counts how often one of its kind is compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Number.compared += 1
        return int(self) == other

    __hash__ = int.__hash__


def cue_numbers(count: int) -> Iterator[Link]:
    return (Link(Number(cue), 0.9, None, 0.0) for cue in range(count))


def test_a_content_is_not_compared_with_all_before_it() -> None:
    article = parse("He said it rained.\n\n" * 500)
    sentences = segment(article)
    cues = tuple(Annotation(sentence.tokens[1], 0.9) for sentence in sentences)
    contents = tuple(ContentAnnotation(Span(s.tokens[2].start, s.tokens[3].end), 0.9) for s in sentences)
    links = tuple(cue_numbers(len(contents)))
    Number.compared = 0
    found = attribute_contents(
        RunningText.of(article, words_of(article), (), ()), Annotations((), cues, contents, (), links)
    )
    assert len(found) == 500
    assert Number.compared <= 10 * len(found)
